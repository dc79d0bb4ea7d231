package org.npp.cait.measure;

import java.util.Locale;

/**
 * A current density or potential measured against time, with its errors.
 *
 * <p><strong>Threading.</strong> Instances are immutable and thread-safe.
 */
public final class MeasuredHistory {
    private final double[] times;
    private final double[] values;
    private final double[] errors;

    private MeasuredHistory(double[] times, double[] values, double[] errors) {
        this.times = times;
        this.values = values;
        this.errors = errors;
    }

    /**
     * Creates a history.
     *
     * @param times times from the start of the first stage [s], finite, \( \ge 0 \), strictly increasing, at least one. Not
     *     modified.
     * @param values values [SI], finite, as many. Not modified.
     * @param errors their standard errors [SI], finite, \( \gt 0 \), as many. Not modified.
     * @return the history
     * @throws IllegalArgumentException if a rule is broken; the message names the place
     */
    public static MeasuredHistory of(double[] times, double[] values, double[] errors) {
        if (times.length == 0 || values.length != times.length || errors.length != times.length) {
            throw new IllegalArgumentException("times, values and errors must be as many, at least one: " + times.length
                    + ", " + values.length + ", " + errors.length);
        }
        for (int k = 0; k < times.length; k++) {
            final boolean later = k == 0 || times[k] > times[k - 1];
            require(times[k] >= 0 && later, "times must be >= 0 and increase strictly", times[k], k);
            require(Double.isFinite(times[k] + values[k]), "times and values must be finite", values[k], k);
            require(errors[k] > 0 && Double.isFinite(errors[k]), "errors must be finite and > 0", errors[k], k);
        }
        return new MeasuredHistory(times.clone(), values.clone(), errors.clone());
    }

    private static void require(boolean holds, String rule, double value, int place) {
        if (!holds) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "%s: %s at %d", rule, value, place));
        }
    }

    /**
     * Copies the times.
     *
     * @return new array [s]
     */
    public double[] times() {
        return times.clone();
    }

    /**
     * Copies the values.
     *
     * @return new array [SI]
     */
    public double[] values() {
        return values.clone();
    }

    /**
     * Copies the errors.
     *
     * @return new array of standard errors [SI]
     */
    public double[] errors() {
        return errors.clone();
    }
}
