package org.npp.onsager.profile;

import java.util.Arrays;
import org.npp.onsager.HavenRatio;
import org.npp.onsager.OnsagerMatrix;
import org.npp.onsager.model.CaitModel;
import org.npp.onsager.model.ManningModel;

/**
 * The assumption by which densities and conductivity diffusion coefficients at one place become an Onsager matrix and tracer
 * diffusion coefficients. There is no default: whoever reports a cross coefficient or a \( D^* \) says by which law.
 *
 * <p><strong>Threading.</strong> The laws of this module are immutable and thread-safe.
 *
 * <pre>{@code
 * LocalLaw law = LocalLaw.commonHavenRatio(new int[] {1, 1}, 300, new HavenRatio(0.4));
 * double cross = law.at(new double[] {1e28, 4e27}, new double[] {1e-17, 2e-21}).matrix().entry(0, 1);
 * }</pre>
 */
@FunctionalInterface
public interface LocalLaw {

    /**
     * Returns the coefficients at one place.
     *
     * @param densities \( n_i \) [1/m&sup3;], length N, finite, \( \ge 0 \). Not modified.
     * @param diffusivities conductivity diffusion coefficients \( D^\sigma_i \) [m&sup2;/s], length N, finite, \( \ge 0 \). Not modified.
     * @return the coefficients
     * @throws IllegalArgumentException if an argument is out of its range
     */
    LocalCoefficients at(double[] densities, double[] diffusivities);

    /**
     * Returns the law of Nernst and Planck: ions move independently, \( L \) is diagonal, \( D^* = D_\sigma \), \( H_R = 1 \).
     *
     * @param chargeNumbers \( z_i \) [1], length N &ge; 1. Not modified.
     * @param temperature \( T \) [K], finite, \( > 0 \)
     * @return the law
     */
    static LocalLaw independent(int[] chargeNumbers, double temperature) {
        final int[] z = chargeNumbers.clone();
        return (densities, diffusivities) -> LocalCoefficients.of(
                OnsagerMatrix.nernstPlanck(diffusivities, densities, z, temperature), diffusivities);
    }

    /**
     * Returns the law of {@link ManningModel}: \( D^*_i = H_R D^\sigma_i \) for every ion, and the cross coefficients that this
     * needs.
     *
     * @param chargeNumbers \( z_i \) [1], length N &ge; 1. Not modified.
     * @param temperature \( T \) [K], finite, \( > 0 \)
     * @param havenRatio \( H_R \)
     * @return the law
     * @throws IllegalArgumentException if the temperature is out of its range
     */
    static LocalLaw commonHavenRatio(int[] chargeNumbers, double temperature, HavenRatio havenRatio) {
        final int[] z = chargeNumbers.clone();
        final ManningModel model = new ManningModel(havenRatio, temperature);
        return (densities, diffusivities) -> {
            final double[] tracers = diffusivities.clone();
            Arrays.setAll(tracers, i -> havenRatio.tracerDiffusivity(diffusivities[i]));
            return LocalCoefficients.of(model.matrix(tracers, densities, z), tracers);
        };
    }

    /**
     * Returns the law of the evaluation published with charge attachment experiments, {@link CaitModel}: a diagonal
     * \( L \), and yet \( D^* = D_\sigma / 2 \). Its contradictions are listed there.
     *
     * @param chargeNumbers \( z_i \) [1], length N &ge; 1. Not modified.
     * @param temperature \( T \) [K], finite, \( > 0 \)
     * @return the law
     */
    static LocalLaw cait(int[] chargeNumbers, double temperature) {
        final int[] z = chargeNumbers.clone();
        return (densities, diffusivities) -> {
            final double[] tracers = diffusivities.clone();
            Arrays.setAll(tracers, i -> CaitModel.tracerDiffusivity(diffusivities[i]));
            return LocalCoefficients.of(OnsagerMatrix.nernstPlanck(diffusivities, densities, z, temperature), tracers);
        };
    }
}
