package org.npp.onsager;

import org.npp.onsager.internal.Arguments;
import org.npp.onsager.internal.Codata;

/**
 * Nernst&ndash;Einstein relation between the conductivity of one kind of ion and its conductivity diffusion coefficient.
 *
 * <p>\[ \sigma = \frac{n z^2 e^2}{kT} D_\sigma \]
 *
 * <p>It defines \( D_\sigma \) and is therefore exact. That \( D_\sigma \) equals the tracer diffusion coefficient
 * \( D^* \) is the Nernst&ndash;Einstein <em>approximation</em>; how far it is off, says the {@link HavenRatio}.
 *
 * <p><strong>Accuracy.</strong> 4 ulp; the round trip 8 ulp; see {@code NernstEinsteinPropertyTest}.
 * <strong>Threading.</strong> Instances are immutable and thread-safe.
 *
 * <pre>{@code
 * NernstEinstein lithium = new NernstEinstein(1.4e28, 1, 300);
 * double sigma = lithium.conductivity(1e-17); // 8.68e-7 S/m
 * }</pre>
 *
 * @param density number density \( n \) of the ion [1/m&sup3;], finite, \( > 0 \)
 * @param chargeNumber charge number \( z \) [1], not 0
 * @param temperature \( T \) [K], finite, \( > 0 \)
 */
public record NernstEinstein(double density, int chargeNumber, double temperature) {

    /**
     * Checks the components.
     *
     * @param density \( n \) [1/m&sup3;]
     * @param chargeNumber \( z \) [1]
     * @param temperature \( T \) [K]
     * @throws IllegalArgumentException if a component is out of its range
     */
    public NernstEinstein {
        Arguments.positive("density", density, "1/m^3");
        Arguments.charged(chargeNumber);
        Arguments.positive("temperature", temperature, "K");
    }

    /**
     * Returns the conductivity that belongs to a diffusion coefficient.
     *
     * @param conductivityDiffusivity \( D_\sigma \) [m&sup2;/s], finite, \( \ge 0 \)
     * @return \( \sigma \) [S/m]
     * @throws IllegalArgumentException if the argument is out of its range
     */
    public double conductivity(double conductivityDiffusivity) {
        return Arguments.nonNegative("conductivityDiffusivity", conductivityDiffusivity, "m^2/s") * factor();
    }

    /**
     * Returns the conductivity diffusion coefficient that belongs to a conductivity.
     *
     * @param conductivity \( \sigma \) [S/m], finite, \( \ge 0 \)
     * @return \( D_\sigma \) [m&sup2;/s]
     * @throws IllegalArgumentException if the argument is out of its range
     */
    public double conductivityDiffusivity(double conductivity) {
        return Arguments.nonNegative("conductivity", conductivity, "S/m") / factor();
    }

    /** \( n z^2 e^2 / (kT) \) [S s/m&sup3;]. */
    private double factor() {
        final double charge = chargeNumber * Codata.ELEMENTARY_CHARGE;
        return density * charge / (Codata.BOLTZMANN * temperature) * charge;
    }
}
