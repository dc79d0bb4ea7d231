package org.npp.core.transport;

import java.util.List;

/**
 * Another law's mobility matrix with correlations that fade where one ion of a pair is rare beside the other:
 * \[ L_{ij} = \frac{2\sqrt{n_i n_j}}{n_i + n_j}\, L^0_{ij} = \frac{L^0_{ij}}{\cosh\bigl(\tfrac12 \ln(n_i/n_j)\bigr)} \]
 *
 * <p>Of {@link ConstantCorrelation} it makes \( L_{ij} = 2 r_{ij} \sqrt{D_i D_j}\, n_i n_j/[(n_i + n_j) kT] \): two ions
 * drag each other as isotopes do, with a velocity that stays finite where either is absent. It is the law for an ion that
 * enters a sample without it. Parameters are those of the other law.
 *
 * <p><strong>Valid for</strong> every law: as \( 1/\cosh \) has a positive Fourier transform, the factors are a positive
 * semidefinite matrix, and so is their product with another, element by element. <strong>Threading.</strong> Instances are
 * immutable and thread-safe.
 */
public final class FadingCorrelation implements MobilityLaw {
    private final MobilityLaw law;

    private FadingCorrelation(MobilityLaw law) {
        this.law = law;
    }

    /**
     * Creates the law.
     *
     * @param law \( L^0 \)
     * @return the law with fading correlations
     */
    public static FadingCorrelation of(MobilityLaw law) {
        return new FadingCorrelation(law);
    }

    @Override
    public void linearize(double[] densities, double temperature, double[] mobility, double[] byDensity) {
        law.linearize(densities, temperature, mobility, byDensity);
        final int ions = densities.length;
        fade(densities, byDensity);
        for (int i = 0; i < ions; i++) {
            for (int j = 0; j < ions; j++) {
                final double product = densities[i] * densities[j];
                if (i != j && product > 0) {
                    final double part = factor(densities, i, j) * mobility[i * ions + j];
                    final double halfDifference = 0.5 * (densities[j] - densities[i]) / (densities[i] + densities[j]);
                    byDensity[(i * ions + i) * ions + j] += part * (halfDifference / densities[i]);
                    byDensity[(j * ions + i) * ions + j] -= part * (halfDifference / densities[j]);
                }
            }
        }
        fade(densities, mobility);
    }

    @Override
    public void byTemperature(double[] densities, double temperature, double[] byTemperature) {
        law.byTemperature(densities, temperature, byTemperature);
        fade(densities, byTemperature);
    }

    @Override
    public List<String> parameterNames() {
        return law.parameterNames();
    }

    @Override
    public void byParameters(double[] densities, double temperature, double[] byParameter) {
        law.byParameters(densities, temperature, byParameter);
        fade(densities, byParameter);
    }

    /** Multiplies the off-diagonals of one or more matrices by their factors. */
    private static void fade(double[] densities, double[] matrices) {
        final int ions = densities.length;
        for (int at = 0; at < matrices.length; at++) {
            final int i = at / ions % ions;
            final int j = at % ions;
            if (i != j) {
                matrices[at] *= factor(densities, i, j);
            }
        }
    }

    private static double factor(double[] densities, int i, int j) {
        final double sum = densities[i] + densities[j];
        return sum > 0 ? 2 * (Math.sqrt(densities[i] / sum) * Math.sqrt(densities[j] / sum)) : 0;
    }
}
