package org.npp.cait.fit;

import java.util.Locale;

/**
 * A number that is fitted.
 *
 * @param name name, in a study the path as written
 * @param unit unit the user thinks in; empty for a plain number
 * @param unitValue that unit in SI
 * @param start value to begin at [SI], within the bounds
 * @param min least value [SI]
 * @param max greatest value [SI], \( > \) min
 * @param scale coordinate the fit uses
 */
public record FitParameter(
        String name, String unit, double unitValue, double start, double min, double max, Scale scale) {
    /** Coordinate of a parameter: its errors are symmetric in it. */
    public enum Scale {
        /** The value itself. */
        LINEAR,
        /** The logarithm of the value. */
        LOG
    }

    /**
     * Checks the numbers.
     *
     * @param name name, in a study the path as written
     * @param unit unit the user thinks in; empty for a plain number
     * @param unitValue that unit in SI
     * @param start value to begin at [SI], within the bounds
     * @param min least value [SI]
     * @param max greatest value [SI], \( > \) min
     * @param scale coordinate the fit uses
     * @throws IllegalArgumentException if they break a rule
     */
    public FitParameter {
        if (!(min < max)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%s: min must be below max: %s, %s", name, min, max));
        }
        if (!(start >= min && start <= max)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%s: start must be in [%s, %s]: %s", name, min, max, start));
        }
        if (scale == Scale.LOG && !(min >= 0 && start > 0)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%s: must be > 0 on a logarithmic scale: %s", name, start));
        }
    }

    /** Unit of the linear coordinate, so that steps of all parameters are of the order of one. */
    private double reference() {
        if (start != 0) {
            return Math.abs(start);
        }
        return Double.isFinite(max - min) ? max - min : 1;
    }

    /** Coordinate of a value; that of the start is 1 or -1, or 0 if it is 0, and a step of 1 is a long one. */
    double coordinate(double value) {
        return scale == Scale.LOG ? 1 + Math.log(value / start) : value / reference();
    }

    /** Value at a coordinate. */
    double value(double coordinate) {
        return scale == Scale.LOG ? start * Math.exp(coordinate - 1) : coordinate * reference();
    }

    /** Derivative of the value to its coordinate. */
    double slope(double value) {
        return scale == Scale.LOG ? value : reference();
    }
}
