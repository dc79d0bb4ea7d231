package org.npp.core.exact;

import org.npp.core.PhysicalConstants;

/**
 * Voltage, current and front depth of a plate in which a slower foreign ion replaces a native one, constant
 * diffusivities.
 *
 * <p>Behind the front at \( x_f \) the resistance per depth is that of the foreign ion, ahead that of the native one.
 * With \( v = j/(zeN) \), \( A = L/D_1 \), \( B = 1/D_2 - 1/D_1 \), \( U = zeV/(kT) \):
 * \[ \text{constant } j:\quad x_f = vt, \quad V = \frac{kT}{ze}\,v\,(A + B\,vt) \]
 * \[ \text{constant } V:\quad x_f = \frac{2Ut}{A + \sqrt{A^2 + 2BUt}}, \quad j = \frac{zeNU}{\sqrt{A^2 + 2BUt}} \]
 * (the depth written so that \( D_1 = D_2 \) is no exception).
 *
 * <p><strong>Valid for</strong> \( D_1 \ge D_2 > 0 \), both ions of charge number \( z \ge 1 \), complete exchange, a
 * front thinner than its depth, and until it reaches the back, \( x_f \le L \).
 * <strong>Accuracy.</strong> Rounding; the two modes are checked against each other by integrating
 * \( dx_f/dt = v \) in {@code VoltageLawTest}. Instances are immutable and thread-safe.
 */
public final class VoltageLaw {
    private final double thickness;
    /** A [s/m]. */
    private final double resistance;
    /** B [s/m^2]. */
    private final double rise;
    /** zeN [C/m^3]. */
    private final double chargeDensity;
    /** kT/(ze) [V]. */
    private final double thermalVoltage;

    private VoltageLaw(double thickness, double resistance, double rise, double chargeDensity, double thermalVoltage) {
        this.thickness = thickness;
        this.resistance = resistance;
        this.rise = rise;
        this.chargeDensity = chargeDensity;
        this.thermalVoltage = thermalVoltage;
    }

    /**
     * Creates the law of a plate.
     *
     * @param thickness \( L \) [m], positive
     * @param nativeDiffusivity \( D_1 \) [m&sup2;/s], at least \( D_2 \)
     * @param foreignDiffusivity \( D_2 \) [m&sup2;/s], positive
     * @param density \( N \), of the native ion in the bulk [1/m&sup3;], positive
     * @param chargeNumber \( z \) of both ions [1], at least 1
     * @param temperature \( T \) [K], positive
     * @return the law
     */
    public static VoltageLaw of(
            double thickness,
            double nativeDiffusivity,
            double foreignDiffusivity,
            double density,
            int chargeNumber,
            double temperature) {
        Argument.positive("thickness", thickness, "m");
        Argument.positive("native diffusivity", nativeDiffusivity, "m^2/s");
        Argument.positive("foreign diffusivity", foreignDiffusivity, "m^2/s");
        Argument.positive("density", density, "1/m^3");
        Argument.cation(chargeNumber);
        Argument.positive("temperature", temperature, "K");
        if (nativeDiffusivity >= foreignDiffusivity) {
            return new VoltageLaw(
                    thickness,
                    thickness / nativeDiffusivity,
                    1 / foreignDiffusivity - 1 / nativeDiffusivity,
                    chargeNumber * PhysicalConstants.ELEMENTARY_CHARGE * density,
                    ThermalVoltage.of(chargeNumber, temperature));
        }
        throw new IllegalArgumentException("native diffusivity must not be below the foreign one: " + nativeDiffusivity
                + " m^2/s, " + foreignDiffusivity + " m^2/s");
    }

    /**
     * Returns the time at which the front reaches the back at constant current.
     *
     * @param currentDensity \( j \) [A/m&sup2;], positive
     * @return time [s]
     */
    public double transitTimeAtCurrent(double currentDensity) {
        return thickness * chargeDensity / Argument.positive("current density", currentDensity, "A/m^2");
    }

    /**
     * Returns the voltage over the plate at constant current.
     *
     * @param currentDensity \( j \) [A/m&sup2;], positive
     * @param time \( t \) [s], from 0 to the transit time
     * @return \( V \) [V]
     */
    public double voltageAtCurrent(double currentDensity, double time) {
        Argument.within("time", time, 0, transitTimeAtCurrent(currentDensity), "s");
        final double v = currentDensity / chargeDensity;
        return thermalVoltage * v * (resistance + rise * (v * time));
    }

    /**
     * Returns the time at which the front reaches the back at constant voltage.
     *
     * @param voltage \( V \) [V], positive
     * @return time [s]
     */
    public double transitTimeAtVoltage(double voltage) {
        return thickness * (resistance + rise * thickness / 2) / scaled(voltage);
    }

    /**
     * Returns the depth of the front at constant voltage.
     *
     * @param voltage \( V \) [V], positive
     * @param time \( t \) [s], from 0 to the transit time
     * @return \( x_f \) [m]
     */
    public double frontDepthAtVoltage(double voltage, double time) {
        return 2 * scaled(voltage) * time / (resistance + root(voltage, time));
    }

    /**
     * Returns the current density at constant voltage.
     *
     * @param voltage \( V \) [V], positive
     * @param time \( t \) [s], from 0 to the transit time
     * @return \( j \) [A/m&sup2;]
     */
    public double currentAtVoltage(double voltage, double time) {
        return chargeDensity * scaled(voltage) / root(voltage, time);
    }

    private double scaled(double voltage) {
        return Argument.positive("voltage", voltage, "V") / thermalVoltage;
    }

    private double root(double voltage, double time) {
        Argument.within("time", time, 0, transitTimeAtVoltage(voltage), "s");
        return Math.sqrt(resistance * resistance + 2 * rise * scaled(voltage) * time);
    }
}
