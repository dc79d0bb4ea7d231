package org.npp.core.time;

/**
 * Time derivative at the end of a step as a combination of the changes \( \Delta y_{n+1} = y_{n+1} - y_n \) and
 * \( \Delta y_n = y_n - y_{n-1} \): \( \dot y_{n+1} \approx a\, \Delta y_{n+1} - b\, \Delta y_n \).
 *
 * <p>With \( r = \Delta t_{n+1}/\Delta t_n \): BDF2 \( a = (1+2r)/[(1+r)\Delta t_{n+1}] \),
 * \( b = r^2/[(1+r)\Delta t_{n+1}] \); implicit Euler \( a = 1/\Delta t_{n+1} \), \( b = 0 \); steady state
 * \( a = b = 0 \). Mutable, so that a run needs one only; not thread-safe.
 */
public final class TimeFormula {
    private double a;
    private double b;

    private TimeFormula() {}

    /**
     * Creates the formula of a steady state: no change in time.
     *
     * @return the formula
     */
    public static TimeFormula steady() {
        return new TimeFormula();
    }

    /**
     * Creates implicit Euler.
     *
     * @param step time step [s], \( > 0 \)
     * @return the formula
     */
    public static TimeFormula implicitEuler(double step) {
        final TimeFormula created = new TimeFormula();
        created.useImplicitEuler(step);
        return created;
    }

    /**
     * Creates variable-step BDF2.
     *
     * @param step time step [s], \( > 0 \)
     * @param stepBefore the step before [s], \( > 0 \)
     * @return the formula
     */
    public static TimeFormula bdf2(double step, double stepBefore) {
        final TimeFormula created = new TimeFormula();
        created.useBdf2(step, stepBefore);
        return created;
    }

    /**
     * Creates the trapezoidal rule.
     *
     * @param step time step [s], \( > 0 \)
     * @return the formula
     * @see #useTrapezoidal
     */
    public static TimeFormula trapezoidal(double step) {
        final TimeFormula created = new TimeFormula();
        created.useTrapezoidal(step);
        return created;
    }

    /**
     * Becomes implicit Euler.
     *
     * @param step time step [s], \( > 0 \)
     */
    public void useImplicitEuler(double step) {
        a = 1 / step;
        b = 0;
    }

    /**
     * Becomes variable-step BDF2.
     *
     * @param step time step [s], \( > 0 \)
     * @param stepBefore the step before [s], \( > 0 \)
     */
    public void useBdf2(double step, double stepBefore) {
        final double r = step / stepBefore;
        a = (1 + 2 * r) / ((1 + r) * step);
        b = r * r / ((1 + r) * step);
    }

    /**
     * Becomes the trapezoidal rule, \( \dot y_{n+1} = 2\,\Delta y_{n+1}/\Delta t - \dot y_n \): in the place of the change
     * in the step before it takes the rate at its end, with \( b = 1 \) as a pure number.
     *
     * @param step time step [s], \( > 0 \)
     */
    public void useTrapezoidal(double step) {
        a = 2 / step;
        b = 1;
    }

    /**
     * Takes both weights from another formula.
     *
     * @param other the formula
     */
    public void copy(TimeFormula other) {
        a = other.a;
        b = other.b;
    }

    /**
     * Returns the weight of the change of this step.
     *
     * @return \( a \) [1/s]
     */
    public double a() {
        return a;
    }

    /**
     * Returns the weight of the change of the step before.
     *
     * @return \( b \) [1/s]
     */
    public double b() {
        return b;
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
