package org.npp.cait.fit;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/** The way to the least sum of squares: where to begin, and in which steps. Not thread-safe. */
final class Search {
    /** Change of the sum of squares, relative, that is none: far below the one that a parameter's error makes. */
    private static final double TOLERANCE = 1e-6;

    private static final int EVALUATIONS = 60;

    /** Change that is none on the way. */
    private static final double ROUGH = 1e-2;

    /** Longest first step over the start, whose coordinates are 1. */
    private static final double FIRST_STEP = 0.5;

    /** Standard deviations [1] that fractions get besides their own on the way from a start that may be far off. */
    private static final double[] HAZE = {0.1, 0.01};

    /** The one under which starts are compared. */
    private static final double COMPARISON = 0.03;

    /** Mean square of residuals up to which a minimum is taken for the one looked for. */
    private static final double GOOD = 2;

    private static final long SEED = 1;

    /** Reach of further starts in coordinates where there are no closer bounds. */
    private static final double REACH = Math.log(100);

    private final FitStudy study;
    private final StudyModel model;
    private final double[] lower;
    private final double[] upper;
    private boolean interrupted;

    Search(FitStudy study, StudyModel model, double[] lower, double[] upper) {
        this.study = study;
        this.model = model;
        this.lower = lower;
        this.upper = upper;
    }

    boolean interrupted() {
        return interrupted;
    }

    /** The least found; empty if there are residuals at no start. */
    Optional<Minimizer> run(double[] given) {
        final RandomGenerator random = new Well19937c(SEED);
        Optional<Minimizer> best = Optional.empty();
        for (int s = 0; s < study.starts() && !interrupted; s++) {
            final Optional<Minimizer> one = from(s == 0 ? given : elsewhere(given, random));
            if (one.isPresent()
                    && (best.isEmpty() || one.get().cost() < best.get().cost())) {
                best = one;
            }
        }
        return best;
    }

    private double[] elsewhere(double[] given, RandomGenerator random) {
        final double[] point = given.clone();
        for (int j = 0; j < point.length; j++) {
            final double low = Math.max(lower[j], given[j] - REACH);
            final double high = Math.min(upper[j], given[j] + REACH);
            point[j] = low + (high - low) * random.nextDouble();
        }
        return point;
    }

    private Optional<Minimizer> from(double[] given) {
        final Optional<double[]> closed = ClosedFormStart.of(study, given, lower, upper);
        model.haze(COMPARISON);
        final double own = cost(given);
        final boolean nearer = closed.isPresent() && cost(closed.get()) < own;
        if (!nearer && own == Double.POSITIVE_INFINITY) {
            return Optional.empty();
        }
        final Minimizer first = nearer ? descend(closed.get(), HAZE[HAZE.length - 1]) : descend(given, HAZE);
        if (!nearer || own == Double.POSITIVE_INFINITY || interrupted || describes(first)) {
            return Optional.of(first);
        }
        final Minimizer second = descend(given, HAZE);
        return Optional.of(second.cost() < first.cost() ? second : first);
    }

    /** Whether a minimum describes the data so well that no other need be looked for. */
    private boolean describes(Minimizer minimum) {
        return minimum.cost() <= GOOD * model.size();
    }

    private Minimizer descend(double[] start, double... hazes) {
        double[] point = start;
        for (final double haze : hazes) {
            model.haze(haze);
            point = minimize(point, ROUGH).point();
        }
        model.haze(0);
        return minimize(point, TOLERANCE);
    }

    private double cost(double[] point) {
        try {
            final double[] residuals = model.residuals(point);
            double sum = residuals.length == 0 ? Double.POSITIVE_INFINITY : 0;
            for (final double r : residuals) {
                sum += r * r;
            }
            return sum;
        } catch (CancellationException e) {
            interrupted = true;
            return Double.POSITIVE_INFINITY;
        }
    }

    private Minimizer minimize(double[] point, double tolerance) {
        final Minimizer minimum =
                Minimizer.run(model, point, lower, upper, new Minimizer.Control(FIRST_STEP, tolerance, EVALUATIONS));
        interrupted |= minimum.interrupted();
        return minimum;
    }
}
