package org.npp.onsager;

import java.util.Locale;

/** The rules that scalar arguments obey, and the words in which a violation is reported. */
final class Arguments {

    /** No instances. */
    private Arguments() {}

    /** Returns a value that is finite and above zero. */
    static double positive(String name, double value, String unit) {
        if (value > 0 && value < Double.POSITIVE_INFINITY) {
            return value;
        }
        throw violation(name, "finite and > 0", value, unit);
    }

    /** Returns a value that is finite and not below zero. */
    static double nonNegative(String name, double value, String unit) {
        if (value >= 0 && value < Double.POSITIVE_INFINITY) {
            return value;
        }
        throw violation(name, "finite and >= 0", value, unit);
    }

    /** Returns a value that is finite. */
    static double finite(String name, double value, String unit) {
        if (Math.abs(value) < Double.POSITIVE_INFINITY) {
            return value;
        }
        throw violation(name, "finite", value, unit);
    }

    /** Returns a charge number that is not zero. */
    static int charged(int chargeNumber) {
        if (chargeNumber == 0) {
            throw new IllegalArgumentException("chargeNumber must not be 0");
        }
        return chargeNumber;
    }

    /** Returns {@code n} if an array has it as its length. */
    static int length(String name, int length, int n) {
        if (length == n) {
            return n;
        }
        throw new IllegalArgumentException(
                String.format(Locale.ROOT, "%s must have one entry per ion: %d entries, %d ions", name, length, n));
    }

    private static IllegalArgumentException violation(String name, String rule, double value, String unit) {
        return new IllegalArgumentException(
                String.format(Locale.ROOT, "%s must be %s: %s %s", name, rule, value, unit));
    }
}
