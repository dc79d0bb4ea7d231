package org.npp.core.internal;

import java.util.Arrays;

/**
 * Tells from the sizes of its updates when Newton's iteration may end.
 *
 * <p>By quadratic convergence what is left after an update is its square times the curvature of the problem. Two updates
 * in a row tell the curvature, which is remembered for the steps to come: where the first guess of a step is good, a
 * single iteration is enough to know that a second would change nothing that matters. Not thread-safe.
 */
final class Convergence {
    /** Updates below this are in the reach of quadratic convergence [1]. */
    private static final double REACH = 0.05;

    /** First updates up to this tell of a good first guess, a little off by the error of the time step [1]. */
    private static final double GOOD = 0.01;

    /** Share of the accuracy that is asked for where the first guess was worse: there small causes have large effects. */
    private static final double POOR_SHARE = 0.03;

    /** How much larger the curvature may have become in a step whose single update tells nothing of it. */
    private static final double FADING = 1.1;

    /** Updates below this that no longer halve are rounding [1]. */
    private static final double ROUNDING = 1e-9;

    private final double accuracy;
    private final double[] sizes;

    /** An update over the square of the one before, as seen last; infinite where nothing is known. */
    private double curvature = Double.POSITIVE_INFINITY;

    private int count;
    private double least;
    private int idle;

    private Convergence(double accuracy, int most) {
        this.accuracy = accuracy;
        sizes = new double[most];
    }

    /**
     * Creates one that knows nothing of the problem.
     *
     * @param accuracy size of what may be left out [1], \( > 0 \)
     * @param most most updates of a step
     */
    static Convergence of(double accuracy, int most) {
        return new Convergence(accuracy, most);
    }

    /** Begins a step. */
    void begin() {
        count = 0;
        idle = 0;
        least = Double.POSITIVE_INFINITY;
        curvature *= FADING;
    }

    /**
     * Notes an update.
     *
     * @param size its size [1]
     * @param cut whether it was not made as a whole: it tells nothing of what is left
     */
    void note(double size, boolean cut) {
        final double before = count > 0 ? sizes[count - 1] : Double.POSITIVE_INFINITY;
        sizes[count++] = size;
        idle = size < least ? 0 : idle + 1;
        least = Math.min(least, size);
        if (cut) {
            curvature = Double.POSITIVE_INFINITY;
        } else if (before <= REACH) {
            curvature = Math.max(size, ROUNDING) / (before * before);
        }
    }

    /** Whether what is left after a whole update is small enough, or rounding. */
    boolean isReached() {
        final double size = sizes[count - 1];
        final double enough = sizes[0] <= GOOD ? accuracy : POOR_SHARE * accuracy;
        if (count == 1) {
            return size <= enough || (size <= GOOD && curvature * size * size <= enough);
        }
        final double ratio = size / sizes[count - 2];
        return size <= enough || (size <= REACH && ratio * ratio * size <= enough) || (size <= ROUNDING && ratio > 0.5);
    }

    /** Updates since the least. */
    int idle() {
        return idle;
    }

    /** Updates of this step. */
    int count() {
        return count;
    }

    /** Their sizes [1]; a new array. */
    double[] sizes() {
        return Arrays.copyOf(sizes, count);
    }

    double accuracy() {
        return accuracy;
    }
}
