package org.npp.core.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BracketingNthOrderBrentSolver;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;

/**
 * Straight parts of the lower convex envelope of a flux function on [0, 1].
 *
 * <p>Where the envelope leaves the function there is a front. The envelope of samples finds the chords, however many
 * there are; each is then refined to tangency at its free ends. Samples lie 0.6 % apart below c = 0.01, down to 1e-7, and
 * 5e-4 above; a chord shorter than two samples is not seen.
 */
final class ConvexEnvelope {
    /** Number of geometric samples below {@link #BREAK}. */
    private static final int SMALL = 1900;

    /** Number of uniform samples above {@link #BREAK}. */
    private static final int LARGE = 1980;

    private static final double BREAK = 0.01;
    private static final double SMALLEST = 1e-7;

    /** A sample this close below a chord, relative, is on it: f is good to 2 ulp, the chord to about as many. */
    private static final double ROUNDING = 8 * 0x1p-53;

    /** Chords shorter than this are rounding where f is all but straight. */
    private static final double LEAST_HEIGHT = 1e-6;

    /** Newton's iteration on a chord's slope converges quadratically; 5 are typical. */
    private static final int MAX_ITERATIONS = 30;

    private static final int MAX_EVALUATIONS = 500;

    /** Half width of the interval in which a tangency found by minimisation is polished, over the sample distance. */
    private static final double POLISH = 1e-4;

    private final DoubleUnaryOperator f;
    private final DoubleUnaryOperator slope;
    private final double[] c;
    private final double[] value;

    private ConvexEnvelope(DoubleUnaryOperator f, DoubleUnaryOperator slope) {
        this.f = f;
        this.slope = slope;
        this.c = samples();
        this.value = new double[c.length];
        for (int k = 0; k < c.length; k++) {
            value[k] = f.applyAsDouble(c[k]);
        }
    }

    /** Returns the chords of the envelope of f, slopes increasing; {@code slope} is its derivative. */
    static List<DriftFront> chords(DoubleUnaryOperator f, DoubleUnaryOperator slope) {
        return new ConvexEnvelope(f, slope).chords();
    }

    private static double[] samples() {
        final double[] c = new double[1 + SMALL + LARGE + 1];
        final double ratio = Math.log(BREAK / SMALLEST) / SMALL;
        for (int k = 0; k < SMALL; k++) {
            c[1 + k] = SMALLEST * Math.exp(ratio * k);
        }
        for (int k = 0; k <= LARGE; k++) {
            c[1 + SMALL + k] = BREAK + (1 - BREAK) * k / LARGE;
        }
        return c;
    }

    private List<DriftFront> chords() {
        final int[] hull = new int[c.length];
        int size = 0;
        for (int k = 0; k < c.length; k++) {
            while (size >= 2 && notConvex(hull[size - 2], hull[size - 1], k)) {
                size--;
            }
            hull[size++] = k;
        }
        final List<DriftFront> chords = new ArrayList<>();
        for (int k = 1; k < size; k++) {
            if (hull[k] - hull[k - 1] > 1 && c[hull[k]] - c[hull[k - 1]] > LEAST_HEIGHT) {
                chords.add(refined(hull[k - 1], hull[k]));
            }
        }
        return List.copyOf(chords);
    }

    private boolean notConvex(int left, int middle, int right) {
        final double share = (c[middle] - c[left]) / (c[right] - c[left]);
        final double chord = value[left] + (value[right] - value[left]) * share;
        return value[middle] >= chord - ROUNDING * Math.abs(chord);
    }

    private DriftFront refined(int left, int right) {
        double a = c[left];
        double b = c[right];
        double s = (value[right] - value[left]) / (b - a);
        for (int iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
            a = tangency(left, s);
            b = tangency(right, s);
            final double old = s;
            s = (f.applyAsDouble(b) - f.applyAsDouble(a)) / (b - a);
            if (Math.abs(s - old) <= Math.ulp(s)) {
                break;
            }
        }
        return new DriftFront(s, a, b);
    }

    /** Minimum of f(c) - s c next to sample k; an end of [0, 1] stays where it is. */
    private double tangency(int k, double s) {
        if (k == 0 || k == c.length - 1) {
            return c[k];
        }
        final double low = c[k - 1];
        final double high = c[k + 1];
        final double coarse = new BrentOptimizer(1e-9, 1e-20)
                .optimize(
                        GoalType.MINIMIZE,
                        new MaxEval(MAX_EVALUATIONS),
                        new UnivariateObjectiveFunction(x -> f.applyAsDouble(x) - s * x),
                        new SearchInterval(low, high, c[k]))
                .getPoint();
        final double from = Math.max(low, coarse - POLISH * (high - low));
        final double to = Math.min(high, coarse + POLISH * (high - low));
        if (slope.applyAsDouble(from) < s && slope.applyAsDouble(to) > s) {
            return new BracketingNthOrderBrentSolver(1e-15, 1e-20, 5)
                    .solve(MAX_EVALUATIONS, x -> slope.applyAsDouble(x) - s, from, to);
        }
        return coarse;
    }
}
