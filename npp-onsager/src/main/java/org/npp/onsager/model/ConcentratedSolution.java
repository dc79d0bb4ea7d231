package org.npp.onsager.model;

import org.npp.onsager.internal.Arguments;

/**
 * What is measured of a binary electrolyte at one composition, the set of concentrated solution theory.
 *
 * <p>Diffusion coefficient and thermodynamic factor must belong together; two pairs do, and give the same
 * {@linkplain BinarySalt matrix}: both in the frame of the network or solvent, \( D \) with
 * \( \Gamma = d\ln a_\pm / d\ln n \) at constant density of the network; or, in a solution, Newman's \( D \) of the
 * volume frame with \( 1 + d\ln\gamma_\pm / d\ln m \) at molality \( m \).
 *
 * <p><strong>Threading.</strong> Instances are immutable and thread-safe.
 *
 * @param conductivity \( \sigma \) [S/m], finite, \( > 0 \)
 * @param diffusivity \( D \) of the salt [m&sup2;/s], finite, \( \ge 0 \)
 * @param cationTransference \( t_+^0 \) [1] relative to the network or solvent, finite; outside [0, 1] it is legal and has been
 *     measured, where clusters carry the cation with the anions
 * @param thermodynamicFactor \( \Gamma \) [1], finite, \( > 0 \); 1 for an ideal solution
 */
public record ConcentratedSolution(
        double conductivity, double diffusivity, double cationTransference, double thermodynamicFactor) {

    /**
     * Checks the components.
     *
     * @param conductivity \( \sigma \) [S/m]
     * @param diffusivity \( D \) [m&sup2;/s]
     * @param cationTransference \( t_+^0 \) [1]
     * @param thermodynamicFactor \( \Gamma \) [1]
     * @throws IllegalArgumentException if a component is out of its range
     */
    public ConcentratedSolution {
        Arguments.positive("conductivity", conductivity, "S/m");
        Arguments.nonNegative("diffusivity", diffusivity, "m^2/s");
        Arguments.finite("cationTransference", cationTransference, "[1]");
        Arguments.positive("thermodynamicFactor", thermodynamicFactor, "[1]");
    }
}
