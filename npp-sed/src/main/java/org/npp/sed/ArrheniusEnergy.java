package org.npp.sed;

import static org.npp.core.PhysicalConstants.BOLTZMANN;

import org.npp.core.transport.DiffusivityLaw;

/**
 * Activation energy that a measurement of \( \ln(\sigma T) \) against \( 1/T \) shows, for any law of the diffusivity.
 *
 * <p>\[ E_A = -k\,\frac{\partial \ln(\sigma T)}{\partial (1/T)} = \frac{kT^2}{D}\,\frac{\partial D}{\partial T} \]
 *
 * <p>at fixed composition, where \( \sigma T \propto n D \). It is the slope at one temperature, the tangent of the
 * Arrhenius plot.
 */
public final class ArrheniusEnergy {
    /** No instances. */
    private ArrheniusEnergy() {}

    /**
     * Returns the activation energy.
     *
     * @param law diffusivity
     * @param ion index of the ion
     * @param densities number densities of all ions [1/m&sup3;], each \( \ge 0 \). Not modified.
     * @param temperature \( T \) [K], \( \gt 0 \)
     * @return \( E_A \) [J]; NaN where the ion does not move
     */
    public static double of(DiffusivityLaw law, int ion, double[] densities, double temperature) {
        final double relative = law.byTemperature(ion, densities, temperature) / law.value(ion, densities, temperature);
        return BOLTZMANN * temperature * temperature * relative;
    }
}
