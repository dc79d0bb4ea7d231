package org.npp.sed.internal;

import java.util.Locale;

/** Conditions on arguments, refused with name, rule, value and unit. */
public final class Require {
    /** No instances. */
    private Require() {}

    /**
     * Refuses a value that is not finite and positive.
     *
     * @param name name of the argument
     * @param value its value
     * @param unit its unit
     * @return the value
     * @throws IllegalArgumentException if it is not positive and finite
     */
    public static double positive(String name, double value, String unit) {
        if (value > 0 && value < Double.POSITIVE_INFINITY) {
            return value;
        }
        throw new IllegalArgumentException(
                String.format(Locale.ROOT, "%s must be finite and > 0: %s %s", name, value, unit));
    }

    /**
     * Refuses a value that is not finite.
     *
     * @param name name of the argument
     * @param value its value
     * @param unit its unit
     * @return the value
     * @throws IllegalArgumentException if it is not finite
     */
    public static double finite(String name, double value, String unit) {
        if (Math.abs(value) < Double.POSITIVE_INFINITY) {
            return value;
        }
        throw new IllegalArgumentException(String.format(Locale.ROOT, "%s must be finite: %s %s", name, value, unit));
    }

    /**
     * Refuses what is not a probability.
     *
     * @param value the probability [1]
     * @return the probability
     * @throws IllegalArgumentException if it is outside [0, 1]
     */
    public static double probability(double value) {
        if (value >= 0 && value <= 1) {
            return value;
        }
        throw new IllegalArgumentException(String.format(Locale.ROOT, "probability must be in [0, 1]: %s", value));
    }
}
