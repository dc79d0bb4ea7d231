package org.npp.cait.fit;

import java.util.ArrayList;
import java.util.List;
import org.npp.cait.fit.FitResult.Estimate;
import org.npp.cait.fit.FitResult.Status;

/**
 * Ends of intervals where the least sum of squares, over all other coordinates, has risen by a given amount. Not
 * thread-safe.
 */
final class LikelihoodProfile {
    /** Rise, relative, that is near enough to the one asked for. */
    private static final double NEAR = 0.02;

    private static final int TRIALS = 12;

    /** Change of the sum of squares that is none while other parameters follow. */
    private static final double TOLERANCE = 1e-5;

    private final StudyModel model;
    private final List<FitParameter> parameters;
    private final double[] best;
    private final double cost;
    private final double rise;

    LikelihoodProfile(StudyModel model, List<FitParameter> parameters, double[] best, double cost, double rise) {
        this.model = model;
        this.parameters = parameters;
        this.best = best;
        this.cost = cost;
        this.rise = rise;
    }

    /** The same estimates with the ends of the intervals moved; those that are not identifiable keep theirs. */
    List<Estimate> refine(List<Estimate> estimates) {
        final List<Estimate> refined = new ArrayList<>();
        for (int j = 0; j < estimates.size(); j++) {
            final Estimate e = estimates.get(j);
            if (e.status() == Status.NOT_IDENTIFIABLE) {
                refined.add(e);
                continue;
            }
            final FitParameter p = e.parameter();
            refined.add(new Estimate(
                    p, e.value(), e.standardError(), end(j, e.low(), p.min()), end(j, e.high(), p.max()), e.status()));
        }
        return refined;
    }

    /** The end in the direction of a first guess; the bound if the sum of squares does not rise enough before it. */
    private double end(int j, double guess, double bound) {
        final FitParameter p = parameters.get(j);
        final double limit = p.coordinate(bound);
        double x = p.coordinate(guess) - best[j];
        if (x == 0) {
            return bound;
        }
        double[] others = best.clone();
        for (int trial = 0; trial < TRIALS; trial++) {
            final boolean beyond = x > 0 ? best[j] + x >= limit : best[j] + x <= limit;
            others[j] = beyond ? limit : best[j] + x;
            final Minimizer at = follow(others, j);
            others = at.point();
            final double up = at.cost() - cost;
            if (beyond && up < rise) {
                return bound;
            }
            if (Math.abs(up - rise) <= NEAR * rise) {
                break;
            }
            // the rise is nearly a square; steps stay within a factor of two
            x = (others[j] - best[j]) * Math.min(2, Math.max(0.5, Math.sqrt(rise / Math.max(up, 0.01 * rise))));
        }
        return p.value(others[j]);
    }

    private Minimizer follow(double[] start, int fixed) {
        final double[] lower = new double[start.length];
        final double[] upper = new double[start.length];
        for (int i = 0; i < start.length; i++) {
            lower[i] = i == fixed
                    ? start[i]
                    : parameters.get(i).coordinate(parameters.get(i).min());
            upper[i] = i == fixed
                    ? start[i]
                    : parameters.get(i).coordinate(parameters.get(i).max());
        }
        return Minimizer.run(new Fixed(model, fixed), start, lower, upper, new Minimizer.Control(0.3, TOLERANCE, 20));
    }

    /** The model with one coordinate that does not count. */
    private record Fixed(StudyModel model, int fixed) implements LeastSquaresModel {
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
