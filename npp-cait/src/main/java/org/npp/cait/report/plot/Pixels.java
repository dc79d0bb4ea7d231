package org.npp.cait.report.plot;

/** Writes places with one decimal and no more characters than needed. */
final class Pixels {
    /** No instances. */
    private Pixels() {}

    static void append(StringBuilder out, double value) {
        final long tenths = Math.round(value * 10);
        if (tenths < 0) {
            out.append('-');
        }
        final long size = Math.abs(tenths);
        out.append(size / 10);
        if (size % 10 != 0) {
            out.append('.').append(size % 10);
        }
    }

    static String text(double value) {
        final StringBuilder out = new StringBuilder();
        append(out, value);
        return out.toString();
    }
}
