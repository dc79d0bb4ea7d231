package org.npp.core.exact;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.special.Erf;

/** Native diffusivity of a Gaussian site energy distribution: FWHM 250 meV, 10 % vacant sites, 300 K, 1e-17 m^2/s. */
final class GaussianGlass {
    private static final double KT = 1.380649e-23 * 300 / 1.602176634e-19;
    private static final double WIDTH = 0.25 / (2 * Math.sqrt(2 * Math.log(2)));
    private static final double FILLED = 0.9;

    private GaussianGlass() {}

    static DoubleUnaryOperator diffusivity() {
        return c -> 1e-17 * Math.exp(WIDTH / KT * (quantile(FILLED * c) - quantile(FILLED)));
    }

    static DoubleUnaryOperator slope() {
        final DoubleUnaryOperator d = diffusivity();
        return c -> {
            final double q = quantile(FILLED * c);
            return d.applyAsDouble(c) * WIDTH / KT * FILLED * Math.sqrt(2 * Math.PI) * Math.exp(q * q / 2);
        };
    }

    private static double quantile(double p) {
        return -Math.sqrt(2) * Erf.erfcInv(2 * p);
    }
}
