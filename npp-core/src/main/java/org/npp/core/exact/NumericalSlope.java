package org.npp.core.exact;

import java.util.function.DoubleUnaryOperator;

/**
 * Derivative of a function on (0, 1) by central differences of shrinking step, extrapolated to step zero.
 *
 * <p>The extrapolation picks its own step (Ridders 1982), so that a function that varies over decades and one with
 * rounding noise both get the digits they have: 12 or more of them for a smooth function evaluated to full precision.
 *
 * @see <a href="https://doi.org/10.1016/S0141-1195(82)80057-0">Ridders, Adv. Eng. Softw. 4, 75 (1982)</a>
 */
final class NumericalSlope implements DoubleUnaryOperator {
    /** Ratio of successive steps. */
    private static final double SHRINK = 1.6;

    /** Columns of the extrapolation table. */
    private static final int LEVELS = 10;

    /**
     * First step over the distance to the nearer end of the interval. Large steps may agree by accident where a
     * function has narrow features; this one sees features of a few percent of c for what they are.
     */
    private static final double FIRST_STEP = 0.02;

    private final DoubleUnaryOperator function;

    NumericalSlope(DoubleUnaryOperator function) {
        this.function = function;
    }

    @Override
    public double applyAsDouble(double c) {
        double step = FIRST_STEP * Math.min(c, 1 - c);
        double[] row = new double[LEVELS];
        double[] previous = new double[LEVELS];
        double best = Double.NaN;
        double bestError = Double.POSITIVE_INFINITY;
        for (int level = 0; level < LEVELS; level++) {
            final double right = c + step;
            final double left = c - step;
            row[0] = (function.applyAsDouble(right) - function.applyAsDouble(left)) / (right - left);
            double factor = 1;
            for (int k = 1; k <= level; k++) {
                factor *= SHRINK * SHRINK;
                row[k] = (factor * row[k - 1] - previous[k - 1]) / (factor - 1);
                final double error = Math.max(Math.abs(row[k] - row[k - 1]), Math.abs(row[k] - previous[k - 1]));
                if (error <= bestError) {
                    bestError = error;
                    best = row[k];
                }
            }
            final double[] swap = previous;
            previous = row;
            row = swap;
            step /= SHRINK;
        }
        return best;
    }
}
