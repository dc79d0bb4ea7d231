package org.npp.core.exact;

import org.apache.commons.math3.special.Erf;
import org.npp.core.PhysicalConstants;

/**
 * Diffusion-limited discharge at a plane electrode after a potential step: current, charge and profile.
 *
 * <p>\[ j = zen_0\sqrt{\frac{D}{\pi t}}, \qquad Q = 2zen_0\sqrt{\frac{Dt}{\pi}}, \qquad
 * \frac{n}{n_0} = \operatorname{erf}\frac{x}{2\sqrt{Dt}} \]
 *
 * <p><strong>Valid for</strong> a half space, an ion whose migration is suppressed by a supporting electrolyte, and
 * density zero at the electrode from \( t = 0 \) on. 1 mol/m&sup3;, 1e-9 m&sup2;/s and 1 s give 1.721418 A/m&sup2;.
 * <strong>Accuracy.</strong> Rounding; {@code CottrellTest}. Instances are immutable and thread-safe.
 *
 * @see <a href="https://doi.org/10.1515/zpch-1903-4229">Cottrell, Z. Phys. Chem. 42, 385 (1903)</a>
 */
public final class Cottrell {
    /** z e n0 [C/m^3]. */
    private final double chargeDensity;

    private final double diffusivity;

    private Cottrell(double chargeDensity, double diffusivity) {
        this.chargeDensity = chargeDensity;
        this.diffusivity = diffusivity;
    }

    /**
     * Creates the law of an ion.
     *
     * @param density \( n_0 \) in the bulk [1/m&sup3;], positive
     * @param chargeNumber \( z \), elementary charges transferred per ion [1], at least 1
     * @param diffusivity \( D \) [m&sup2;/s], positive
     * @return the law
     */
    public static Cottrell of(double density, int chargeNumber, double diffusivity) {
        Argument.positive("density", density, "1/m^3");
        Argument.positive("diffusivity", diffusivity, "m^2/s");
        return new Cottrell(Argument.cation(chargeNumber) * PhysicalConstants.ELEMENTARY_CHARGE * density, diffusivity);
    }

    /**
     * Returns the current density.
     *
     * @param time \( t \) [s], positive
     * @return \( j \) [A/m&sup2;]
     */
    public double currentDensity(double time) {
        return chargeDensity * Math.sqrt(diffusivity / (Math.PI * Argument.positive("time", time, "s")));
    }

    /**
     * Returns the charge that has passed.
     *
     * @param time \( t \) [s], not negative
     * @return \( Q \) [C/m&sup2;]
     */
    public double charge(double time) {
        return 2 * chargeDensity * Math.sqrt(diffusivity * Argument.notNegative("time", time, "s") / Math.PI);
    }

    /**
     * Returns the density at a distance from the electrode, over that of the bulk.
     *
     * @param x distance from the electrode [m], not negative
     * @param time \( t \) [s], positive
     * @return \( n/n_0 \) [1]
     */
    public double fraction(double x, double time) {
        Argument.notNegative("distance", x, "m");
        return Erf.erf(x / (2 * Math.sqrt(diffusivity * Argument.positive("time", time, "s"))));
    }
}
