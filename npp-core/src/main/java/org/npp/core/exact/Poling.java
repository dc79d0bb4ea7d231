package org.npp.core.exact;

import org.npp.core.PhysicalConstants;

/**
 * Growth of the depletion zone under a blocking anode: poling of a glass with one mobile cation.
 *
 * <p>Cations leave a zone of depth \( w \) with the full counter-charge of the network; the field that this leaves to
 * the neutral rest, \( (V/L)(1 - w^2/w_\infty^2) \), drives the drift \( dw/dt \), so
 * \[ w(t) = w_\infty \tanh(t/\tau), \qquad w_\infty = \sqrt{\frac{2\varepsilon V}{zeN}}, \qquad
 * \tau = \frac{L\,w_\infty}{\mu V}, \qquad \mu = \frac{zeD}{kT}. \]
 * The current in the neutral rest is \( j = zeN\,dw/dt \).
 *
 * <p><strong>Valid for</strong> \( V \gg kT/e \) (a full Nernst&ndash;Planck&ndash;Poisson solution agrees to 0.15 % at
 * \( V = 1000\,kT/e \)), a cathode that lets the cation out, and \( w_\infty \lt L \).
 * <strong>Accuracy.</strong> Rounding; {@code PolingTest} holds the law against the drift equation.
 * Instances are immutable and thread-safe.
 */
public final class Poling {
    private final double finalDepth;
    private final double timeConstant;
    /** zeN [C/m^3]. */
    private final double chargeDensity;

    private Poling(double finalDepth, double timeConstant, double chargeDensity) {
        this.finalDepth = finalDepth;
        this.timeConstant = timeConstant;
        this.chargeDensity = chargeDensity;
    }

    /**
     * Creates the law of a plate.
     *
     * @param thickness \( L \) [m], larger than the final depth
     * @param voltage \( V \) over the plate [V], positive
     * @param density \( N \) of the cation [1/m&sup3;], positive
     * @param chargeNumber \( z \) [1], at least 1
     * @param diffusivity \( D \) of the cation [m&sup2;/s], positive
     * @param temperature \( T \) [K], positive
     * @param permittivity \( \varepsilon = \varepsilon_r\varepsilon_0 \) [F/m], positive
     * @return the law
     */
    public static Poling of(
            double thickness,
            double voltage,
            double density,
            int chargeNumber,
            double diffusivity,
            double temperature,
            double permittivity) {
        Argument.positive("thickness", thickness, "m");
        Argument.positive("voltage", voltage, "V");
        Argument.positive("density", density, "1/m^3");
        Argument.cation(chargeNumber);
        Argument.positive("diffusivity", diffusivity, "m^2/s");
        Argument.positive("temperature", temperature, "K");
        Argument.positive("permittivity", permittivity, "F/m");
        final double chargeDensity = chargeNumber * PhysicalConstants.ELEMENTARY_CHARGE * density;
        final double depth = Math.sqrt(2 * permittivity * voltage / chargeDensity);
        if (depth < thickness) {
            final double mobility = diffusivity / ThermalVoltage.of(chargeNumber, temperature);
            return new Poling(depth, thickness * depth / (mobility * voltage), chargeDensity);
        }
        throw new IllegalArgumentException(
                "thickness must exceed the final depletion depth: " + thickness + " m, " + depth + " m");
    }

    /**
     * Returns the depth that is reached in the end.
     *
     * @return \( w_\infty \) [m]
     */
    public double finalDepth() {
        return finalDepth;
    }

    /**
     * Returns the time constant.
     *
     * @return \( \tau \) [s]
     */
    public double timeConstant() {
        return timeConstant;
    }

    /**
     * Returns the depth of the depletion zone.
     *
     * @param time \( t \) [s], not negative
     * @return \( w \) [m]
     */
    public double depth(double time) {
        return finalDepth * Math.tanh(Argument.notNegative("time", time, "s") / timeConstant);
    }

    /**
     * Returns the current density.
     *
     * @param time \( t \) [s], not negative
     * @return \( j \) [A/m&sup2;]
     */
    public double currentDensity(double time) {
        final double cosh = Math.cosh(Argument.notNegative("time", time, "s") / timeConstant);
        return chargeDensity * finalDepth / timeConstant / cosh / cosh;
    }
}
