package org.npp.core.boundary;

/**
 * A driving quantity in time: a current density, a potential, a charge or a flux, in SI units.
 *
 * <p>The integral is part of the contract so that the charge that a beam brings in a time step is exact, whatever the
 * step; the kinks are times at which a step must end. <strong>Threading.</strong> Implementations are immutable and
 * thread-safe.
 */
public interface Drive {

    /**
     * Returns the value.
     *
     * @param time time [s]
     * @return the value at that time, finite
     */
    double value(double time);

    /**
     * Returns the integral over a time interval.
     *
     * @param from begin [s]
     * @param to end [s]
     * @return \( \int_{from}^{to} \) value dt
     */
    double integral(double from, double to);

    /**
     * Returns the times at which the value jumps or bends.
     *
     * @return a new array, strictly increasing [s]; empty if the drive is smooth
     */
    double[] kinks();

    /**
     * Creates a drive that never changes.
     *
     * @param value the value, finite
     * @return the drive
     * @throws IllegalArgumentException if {@code value} is not finite
     */
    static Drive constant(double value) {
        return ConstantDrive.of(value);
    }

    /**
     * Creates a drive that is linear between given points and constant outside them.
     *
     * @param times times [s], at least one, strictly increasing. Not modified.
     * @param values values at these times, finite. Not modified.
     * @return the drive
     * @throws IllegalArgumentException if the lengths differ, a number is not finite or the times do not increase
     */
    static Drive piecewiseLinear(double[] times, double[] values) {
        return PiecewiseLinearDrive.of(times, values);
    }
}
