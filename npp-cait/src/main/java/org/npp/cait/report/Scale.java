package org.npp.cait.report;

import org.npp.cait.report.plot.NumberText;

/**
 * A unit that suits the size of what is shown.
 *
 * @param unit the unit's symbol
 * @param factor value in that unit over value in SI
 */
record Scale(String unit, double factor) {
    /** Prefixes by thousands, from femto to giga. */
    private static final String[] PREFIXES = {"f", "p", "n", "\u00b5", "m", "", "k", "M", "G"};

    /** Index of no prefix. */
    private static final int NONE = 5;

    /** The SI unit, or its multiple by a power of a thousand, in which a value of the given size is 1 to 1000. */
    static Scale of(double size, String unit) {
        if (!(size > 0 && size < Double.POSITIVE_INFINITY)) {
            return new Scale(unit, 1);
        }
        final int thousands = (int) Math.floor(Math.log10(size * (1 + 1e-9)) / 3);
        final int index = Math.max(0, Math.min(PREFIXES.length - 1, NONE + thousands));
        return new Scale(PREFIXES[index] + unit, Math.pow(10, -3.0 * (index - NONE)));
    }

    /** Nanometres, or micrometres for what is deeper than five of them. */
    static Scale ofDepth(double depth) {
        return depth > 5e-6 ? new Scale("\u00b5m", 1e6) : new Scale("nm", 1e9);
    }

    /** Seconds, minutes, hours or days. */
    static Scale ofTime(double time) {
        if (time <= 600) {
            return new Scale("s", 1);
        }
        if (time <= 4 * 3600) {
            return new Scale("min", 1.0 / 60);
        }
        return time <= 10 * 86400 ? new Scale("h", 1.0 / 3600) : new Scale("d", 1.0 / 86400);
    }

    /** The value with so many digits and its unit. */
    String text(double value, int digits) {
        return NumberText.significant(value * factor, digits) + "\u00a0" + unit;
    }

    /** All values in this unit. */
    double[] applied(double[] values) {
        final double[] scaled = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            scaled[i] = values[i] * factor;
        }
        return scaled;
    }
}
