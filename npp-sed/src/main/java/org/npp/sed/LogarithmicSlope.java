package org.npp.sed;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.apache.commons.math3.analysis.differentiation.FiniteDifferencesDifferentiator;
import org.apache.commons.math3.analysis.differentiation.UnivariateDifferentiableFunction;

/**
 * Derivative of a function to \( \ln n \) from its values: differences over nine places, with several steps. Of two
 * neighbouring steps that agree best the finer is taken: coarser ones err by the step's eighth power, finer ones by rounding.
 */
final class LogarithmicSlope {
    /** Number of places of a difference. */
    private static final int POINTS = 9;

    /** Steps in \( \ln n \), largest first. */
    private static final double[] STEPS = {0.03, 0.01, 3e-3, 1e-3, 3e-4, 1e-4};

    /** One derivative for each step that fits between the bounds. */
    private final List<UnivariateDifferentiableFunction> derivatives;

    private LogarithmicSlope(List<UnivariateDifferentiableFunction> derivatives) {
        this.derivatives = derivatives;
    }

    /** Function of n, on [least, greatest], the latter at least 1 % above the former. */
    static LogarithmicSlope of(DoubleUnaryOperator function, double least, double greatest) {
        final double low = Math.log(least);
        final double high = Math.log(greatest);
        final UnivariateFunction ofLogarithm =
                x -> function.applyAsDouble(Math.min(greatest, Math.max(least, Math.exp(x))));
        final List<UnivariateDifferentiableFunction> derivatives = new ArrayList<>();
        for (double step : STEPS) {
            if (high - low > POINTS * step) {
                derivatives.add(
                        new FiniteDifferencesDifferentiator(POINTS, step, low, high).differentiate(ofLogarithm));
            }
        }
        return new LogarithmicSlope(derivatives);
    }

    double at(double n) {
        final DerivativeStructure x = new DerivativeStructure(1, 1, 0, Math.log(n));
        double best = Double.NaN;
        double disagreement = Double.POSITIVE_INFINITY;
        double coarser = Double.NaN;
        for (UnivariateDifferentiableFunction derivative : derivatives) {
            final double slope = derivative.value(x).getPartialDerivative(1);
            if (Math.abs(slope - coarser) < disagreement) {
                disagreement = Math.abs(slope - coarser);
                best = slope;
            }
            coarser = slope;
        }
        return Double.isNaN(best) ? coarser : best;
    }
}
