package org.npp.core.exact;

/** Checks of scalar arguments; written positively, so that NaN fails. A unit may be empty. */
final class Argument {
    /** No instances. */
    private Argument() {}

    /** Returns the value if it is positive and finite. */
    static double positive(String name, double value, String unit) {
        if (value > 0 && value < Double.POSITIVE_INFINITY) {
            return value;
        }
        throw new IllegalArgumentException(name + " must be positive and finite: " + withUnit(value, unit));
    }

    /** Returns the value if it is zero or positive, and finite. */
    static double notNegative(String name, double value, String unit) {
        if (value >= 0 && value < Double.POSITIVE_INFINITY) {
            return value;
        }
        throw new IllegalArgumentException(name + " must not be negative and must be finite: " + withUnit(value, unit));
    }

    /** Returns the value if it is finite. */
    static double finite(String name, double value, String unit) {
        if (Double.isFinite(value)) {
            return value;
        }
        throw new IllegalArgumentException(name + " must be finite: " + withUnit(value, unit));
    }

    /** Returns the value if it lies between the bounds, bounds included. */
    static double within(String name, double value, double low, double high, String unit) {
        if (value >= low && value <= high) {
            return value;
        }
        throw new IllegalArgumentException(name + " must lie in [" + low + ", " + high + "]: " + withUnit(value, unit));
    }

    /** Returns the charge number if it is at least 1. */
    static int cation(int chargeNumber) {
        if (chargeNumber >= 1) {
            return chargeNumber;
        }
        throw new IllegalArgumentException("charge number must be at least 1: " + chargeNumber);
    }

    private static String withUnit(double value, String unit) {
        return unit.isEmpty() ? Double.toString(value) : value + " " + unit;
    }
}
