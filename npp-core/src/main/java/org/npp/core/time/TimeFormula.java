package org.npp.core.time;

/**
 * Time derivative at the end of a step as a combination of the changes \( \Delta y_{n+1} = y_{n+1} - y_n \) and
 * \( \Delta y_n = y_n - y_{n-1} \): \( \dot y_{n+1} \approx a\, \Delta y_{n+1} - b\, \Delta y_n \).
 *
 * <p>With \( r = \Delta t_{n+1}/\Delta t_n \): BDF2 \( a = (1+2r)/[(1+r)\Delta t_{n+1}] \),
 * \( b = r^2/[(1+r)\Delta t_{n+1}] \); implicit Euler \( a = 1/\Delta t_{n+1} \), \( b = 0 \); steady state
 * \( a = b = 0 \).
 *
 * @param a weight of the change of this step [1/s]
 * @param b weight of the change of the step before [1/s]
 */
public record TimeFormula(double a, double b) {
    /** No change in time. */
    public static final TimeFormula STEADY = new TimeFormula(0, 0);

    /**
     * Returns implicit Euler.
     *
     * @param step time step [s], \( > 0 \)
     * @return the formula
     */
    public static TimeFormula implicitEuler(double step) {
        return new TimeFormula(1 / step, 0);
    }

    /**
     * Returns variable-step BDF2.
     *
     * @param step time step [s], \( > 0 \)
     * @param stepBefore the step before [s], \( > 0 \)
     * @return the formula
     */
    public static TimeFormula bdf2(double step, double stepBefore) {
        final double r = step / stepBefore;
        return new TimeFormula((1 + 2 * r) / ((1 + r) * step), r * r / ((1 + r) * step));
    }

    /**
     * Returns the trapezoidal rule, \( \dot y_{n+1} = 2\,\Delta y_{n+1}/\Delta t - \dot y_n \): in the place of the change
     * in the step before it takes the rate at its end.
     *
     * @param step time step [s], \( > 0 \)
     * @return the formula, with \( b = 1 \) as a pure number
     */
    public static TimeFormula trapezoidal(double step) {
        return new TimeFormula(2 / step, 1);
    }

    /**
     * Returns the rate that the changes of a quantity stand for.
     *
     * @param change change in this step
     * @param changeBefore change in the step before
     * @return \( a\, \Delta y_{n+1} - b\, \Delta y_n \)
     */
    public double rate(double change, double changeBefore) {
        return a * change - b * changeBefore;
    }

    /**
     * Returns the change in this step that a rate stands for, the inverse of {@link #rate}.
     *
     * @param rate rate at the end of the step
     * @param changeBefore change in the step before
     * @return \( \Delta y_{n+1} \)
     */
    public double change(double rate, double changeBefore) {
        return (rate + b * changeBefore) / a;
    }
}
