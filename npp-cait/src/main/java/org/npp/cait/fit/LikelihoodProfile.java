package org.npp.cait.fit;

import java.util.Optional;

/**
 * Ends of intervals where the least sum of squares, over all other coordinates, has risen by a given amount: 3.84 in 95 of
 * 100 cases, 1 in 68, where the errors are normal and their size known.
 *
 * <p>The end is bracketed and interpolated in the root of the rise, which is a straight line where the model is linear;
 * the other coordinates start from where they would be by a straight line through the minimum and the last point. Not
 * thread-safe.
 */
final class LikelihoodProfile {
    /** Rise, relative, that is near enough to the one asked for: 1 % of the interval. */
    private static final double NEAR = 0.02;

    /** Rise, relative, below which the minimum was none: more than what meshes and steps make of it. */
    private static final double BETTER = -0.5;

    private static final int TRIALS = 20;

    /** Change of the sum of squares, relative, that is none while other coordinates follow. */
    private static final double TOLERANCE = 1e-5;

    private static final int EVALUATIONS = 20;

    private static final double FIRST_STEP = 0.3;

    /** Way to try first where the derivatives give none. */
    private static final double UNKNOWN = 0.1;

    private static final double GROWTH = 3;

    /** Trials after which the rise is taken to be flat, and steps are no less than the leap. */
    private static final int PATIENCE = 4;

    private static final double LEAP = 2;

    /** Part of the bracket that its ends keep from the next trial. */
    private static final double MARGIN = 0.1;

    private final LeastSquaresModel model;
    private final double[] lower;
    private final double[] upper;
    private final double[] best;
    private final double cost;
    private final Covariance covariance;
    private Optional<double[]> better = Optional.empty();

    /**
     * Prepares profiles.
     *
     * @param model residuals
     * @param lower bounds of the coordinates. Kept.
     * @param upper bounds of the coordinates. Kept.
     * @param best the minimum. Kept.
     * @param cost sum of squares there
     * @param covariance of residuals of unit variance, for first guesses
     */
    LikelihoodProfile(
            LeastSquaresModel model,
            double[] lower,
            double[] upper,
            double[] best,
            double cost,
            Covariance covariance) {
        this.model = model;
        this.lower = lower;
        this.upper = upper;
        this.best = best;
        this.cost = cost;
        this.covariance = covariance;
    }

    /** Why the search for an end ended. */
    enum Kind {
        /** The sum of squares has risen as asked. */
        FOUND,
        /** It has not when the bound is reached. */
        BOUND,
        /** It has not as far as one may look, or there is no model any more. */
        OPEN
    }

    /**
     * An end of an interval.
     *
     * @param coordinate where
     * @param kind what is there
     */
    record End(double coordinate, Kind kind) {}

    /** A point lower than the minimum, if one was met: the minimum was a local one. */
    Optional<double[]> better() {
        return better.map(double[]::clone);
    }

    /**
     * Finds an end.
     *
     * @param j the coordinate
     * @param sign -1 for the lower end, 1 for the upper
     * @param rise of the sum of squares
     * @param reach longest way to look
     * @return the end
     */
    End end(int j, int sign, double rise, double reach) {
        final double bound = sign > 0 ? upper[j] : lower[j];
        final double limit = Math.min(reach, Math.abs(bound - best[j]));
        final boolean bounded = limit == Math.abs(bound - best[j]);
        if (!(limit > 0)) {
            return new End(best[j], Kind.BOUND);
        }
        final double[] way = way(j, sign);
        double inside = 0;
        double insideRise = 0;
        double outside = Double.POSITIVE_INFINITY;
        double outsideRise = Double.POSITIVE_INFINITY;
        double x = Math.min(limit, guess(j, rise));
        for (int trial = 0; trial < TRIALS; trial++) {
            final double up = follow(j, sign, x, way, rise);
            if (Math.abs(up - rise) <= NEAR * rise) {
                return new End(best[j] + sign * x, Kind.FOUND);
            }
            if (up < rise) {
                if (x >= limit) {
                    return bounded ? new End(bound, Kind.BOUND) : new End(best[j] + sign * x, Kind.OPEN);
                }
                inside = x;
                insideRise = Math.max(0, up);
            } else {
                outside = x;
                outsideRise = up;
            }
            x = next(inside, insideRise, outside, outsideRise, rise, limit, trial < PATIENCE ? 1 + MARGIN : LEAP);
        }
        return new End(best[j] + sign * x, outsideRise < Double.POSITIVE_INFINITY ? Kind.FOUND : Kind.OPEN);
    }

    /** Where to look next: beyond the last, or in the bracket. */
    private static double next(
            double inside,
            double insideRise,
            double outside,
            double outsideRise,
            double rise,
            double limit,
            double leastGrowth) {
        final double root = Math.sqrt(insideRise);
        if (outside == Double.POSITIVE_INFINITY) {
            final double factor = Math.sqrt(rise / Math.max(insideRise, 1e-12 * rise));
            return Math.min(limit, inside * Math.max(leastGrowth, Math.min(GROWTH, factor)));
        }
        final double width = outside - inside;
        final double share = outsideRise < Double.POSITIVE_INFINITY
                ? (Math.sqrt(rise) - root) / (Math.sqrt(outsideRise) - root)
                : 0.5;
        return inside + width * Math.max(MARGIN, Math.min(1 - MARGIN, share));
    }

    private double guess(int j, double rise) {
        return covariance.identifiable(j) ? Math.sqrt(rise * covariance.at(j, j)) : UNKNOWN;
    }

    /** Change of all coordinates with one of them, by the covariance. */
    private double[] way(int j, int sign) {
        final double[] way = new double[best.length];
        if (covariance.identifiable(j)) {
            for (int i = 0; i < way.length; i++) {
                way[i] = sign * covariance.at(i, j) / covariance.at(j, j);
            }
        }
        return way;
    }

    /** Rise at a distance; infinite if there is no model. The way is what it was with. */
    private double follow(int fixed, int sign, double x, double[] way, double rise) {
        final double[] start = new double[best.length];
        final double[] low = lower.clone();
        final double[] high = upper.clone();
        for (int i = 0; i < start.length; i++) {
            start[i] = Math.min(high[i], Math.max(low[i], best[i] + way[i] * x));
        }
        start[fixed] = best[fixed] + sign * x;
        low[fixed] = start[fixed];
        high[fixed] = start[fixed];
        if (model.residuals(start).length == 0) {
            return Double.POSITIVE_INFINITY;
        }
        final Minimizer at = Minimizer.run(
                new Fixed(model, fixed), start, low, high, new Minimizer.Control(FIRST_STEP, TOLERANCE, EVALUATIONS));
        final double up = at.cost() - cost;
        if (up < BETTER * rise) {
            better = Optional.of(at.point());
        }
        for (int i = 0; i < way.length; i++) {
            way[i] = (at.point()[i] - best[i]) / x;
        }
        return up;
    }

    /** The model with one coordinate that does not count. */
    private record Fixed(LeastSquaresModel model, int fixed) implements LeastSquaresModel {
        @Override
        public int size() {
            return model.size();
        }

        @Override
        public double[] residuals(double[] point) {
            return model.residuals(point);
        }

        @Override
        public double[][] jacobian(double[] point) {
            final double[][] jacobian = model.jacobian(point);
            for (final double[] row : jacobian) {
                row[fixed] = 0;
            }
            return jacobian;
        }
    }
}
