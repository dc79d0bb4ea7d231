package org.npp.core.transport;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Diffusivity that depends on nothing: \( D_i = D \). Its one parameter is {@code diffusivity} [m&sup2;/s].
 *
 * <p><strong>Threading.</strong> Instances are immutable and thread-safe.
 */
public final class ConstantDiffusivity implements DiffusivityLaw {
    /** The diffusivity [m&sup2;/s]. */
    private final double diffusivity;

    private ConstantDiffusivity(double diffusivity) {
        this.diffusivity = diffusivity;
    }

    /**
     * Creates the law.
     *
     * @param diffusivity \( D \) [m&sup2;/s], finite, \( \ge 0 \); 0 is an immobile ion
     * @return the law
     * @throws IllegalArgumentException if {@code diffusivity} is negative or not finite
     */
    public static ConstantDiffusivity of(double diffusivity) {
        if (diffusivity >= 0 && diffusivity < Double.POSITIVE_INFINITY) {
            return new ConstantDiffusivity(diffusivity);
        }
        throw new IllegalArgumentException(
                String.format(Locale.ROOT, "diffusivity must be finite and >= 0: %s m^2/s", diffusivity));
    }

    @Override
    public double value(int ion, double[] densities, double temperature) {
        return diffusivity;
    }

    @Override
    public double linearize(int ion, double[] densities, double temperature, double[] byDensity) {
        Arrays.fill(byDensity, 0);
        return diffusivity;
    }

    @Override
    public double byTemperature(int ion, double[] densities, double temperature) {
        return 0;
    }

    @Override
    public List<String> parameterNames() {
        return List.of("diffusivity");
    }

    @Override
    public void byParameters(int ion, double[] densities, double temperature, double[] byParameter) {
        byParameter[0] = 1;
    }
}
