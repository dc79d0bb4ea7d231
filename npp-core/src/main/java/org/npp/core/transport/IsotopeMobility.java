package org.npp.core.transport;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Mobility matrix of isotopes of one ion: they differ in nothing but their mark, and the ion's tracer diffusivity differs
 * from that of its conductivity.
 *
 * <p>\[ L_{ij} = \frac{1}{kT} \left[ \delta_{ij}\, n_i D^* + \frac{n_i n_j}{N} (D_\sigma - D^*) \right],
 * \qquad N = \sum_k n_k \]
 *
 * <p>It follows that isotopes interdiffuse with \( \tilde D = D^* \), that each carries its share \( n_i/N \) of the
 * current, and that the conductivity is \( N z^2 e^2 D_\sigma/kT \) whatever their mixture; the Haven ratio is \( H_R =
 * D^{*} / D_\sigma \). Parameters: {@code conductivityDiffusivity}, {@code tracerDiffusivity} [m&sup2;/s].
 *
 * <p><strong>Valid for</strong> any number of isotopes and positive diffusivities: the matrix is positive semidefinite for
 * Haven ratios on either side of 1. <strong>Threading.</strong> Instances are immutable and thread-safe.
 */
public final class IsotopeMobility implements MobilityLaw {
    private final double conductivityDiffusivity;
    private final double tracerDiffusivity;

    private IsotopeMobility(double conductivityDiffusivity, double tracerDiffusivity) {
        this.conductivityDiffusivity = conductivityDiffusivity;
        this.tracerDiffusivity = tracerDiffusivity;
    }

    /**
     * Creates the law.
     *
     * @param conductivityDiffusivity \( D_\sigma \) [m&sup2;/s], finite, \( > 0 \)
     * @param tracerDiffusivity \( D^* \) [m&sup2;/s], finite, \( > 0 \)
     * @return the law
     * @throws IllegalArgumentException if a diffusivity is not finite and positive
     */
    public static IsotopeMobility of(double conductivityDiffusivity, double tracerDiffusivity) {
        return new IsotopeMobility(
                positive("conductivity diffusivity", conductivityDiffusivity),
                positive("tracer diffusivity", tracerDiffusivity));
    }

    private static double positive(String name, double value) {
        if (value > 0 && value < Double.POSITIVE_INFINITY) {
            return value;
        }
        throw new IllegalArgumentException(
                String.format(Locale.ROOT, "%s must be finite and > 0: %s m^2/s", name, value));
    }

    @Override
    public void linearize(double[] densities, double temperature, double[] mobility, double[] byDensity) {
        final int ions = densities.length;
        final double thermalEnergy = ThermalEnergy.at(temperature);
        final double own = tracerDiffusivity / thermalEnergy;
        final double shared = (conductivityDiffusivity - tracerDiffusivity) / thermalEnergy;
        final double total = sum(densities);
        Arrays.fill(byDensity, 0);
        for (int i = 0; i < ions; i++) {
            final double shareI = share(densities[i], total);
            for (int j = 0; j < ions; j++) {
                final double shareJ = share(densities[j], total);
                final int at = i * ions + j;
                mobility[at] = shared * densities[i] * shareJ + (i == j ? own * densities[i] : 0);
                for (int k = 0; k < ions; k++) {
                    byDensity[k * ions * ions + at] = -shared * shareI * shareJ;
                }
                byDensity[i * ions * ions + at] += shared * shareJ;
                byDensity[j * ions * ions + at] += shared * shareI;
            }
            byDensity[(i * ions + i) * ions + i] += own;
        }
    }

    @Override
    public void byTemperature(double[] densities, double temperature, double[] byTemperature) {
        write(densities, temperature, tracerDiffusivity, conductivityDiffusivity - tracerDiffusivity, byTemperature, 0);
        for (int at = 0; at < byTemperature.length; at++) {
            byTemperature[at] /= -temperature;
        }
    }

    @Override
    public List<String> parameterNames() {
        return List.of("conductivityDiffusivity", "tracerDiffusivity");
    }

    @Override
    public void byParameters(double[] densities, double temperature, double[] byParameter) {
        write(densities, temperature, 0, 1, byParameter, 0);
        write(densities, temperature, 1, -1, byParameter, densities.length * densities.length);
    }

    /** The matrix with given factors of its two parts. */
    private static void write(
            double[] densities, double temperature, double own, double shared, double[] matrix, int offset) {
        final int ions = densities.length;
        final double thermalEnergy = ThermalEnergy.at(temperature);
        final double total = sum(densities);
        for (int i = 0; i < ions; i++) {
            for (int j = 0; j < ions; j++) {
                final double part = shared * share(densities[j], total) + (i == j ? own : 0);
                matrix[offset + i * ions + j] = densities[i] * part / thermalEnergy;
            }
        }
    }

    private static double sum(double[] densities) {
        double total = 0;
        for (final double density : densities) {
            total += density;
        }
        return total;
    }

    private static double share(double density, double total) {
        return total > 0 ? density / total : 0;
    }
}
