package org.npp.cait.report.plot;

import java.util.Locale;

/**
 * Data of a chart: a curve, points with or without error bars, a band, or the area below a curve.
 *
 * <p>A point that is not finite, or that a logarithmic axis can't show, is a gap. Style number i gives colour, dash and
 * marker; series of one style belong together, such as points and the curve fitted to them.
 * <strong>Threading.</strong> Instances are immutable and thread-safe.
 */
public final class Series {
    /** How the data are drawn. */
    enum Kind {
        LINE,
        POINTS,
        BAND,
        AREA
    }

    /** How the data are drawn. */
    final Kind kind;

    /** Name, drawn beside the data; empty for none. */
    final String label;

    /** Values on the horizontal axis. */
    final double[] x;

    /** Values on the vertical axis: the curve, the points, or the upper edge. */
    final double[] y;

    /** Lower ends of the error bars or lower edge; empty if there are none. */
    final double[] low;

    /** Upper ends of the error bars; empty if there are none. */
    final double[] high;

    /** Number of the style. */
    final int style;

    /** Whether the curve is thin, or the area hatched. */
    final boolean light;

    private Series(
            Kind kind, String label, double[] x, double[] y, double[] low, double[] high, int style, boolean light) {
        this.kind = kind;
        this.label = label;
        this.x = x;
        this.y = y;
        this.low = low;
        this.high = high;
        this.style = style;
        this.light = light;
    }

    /**
     * Creates a curve.
     *
     * @param label name; empty for none
     * @param x values on the horizontal axis. Not modified.
     * @param y values on the vertical axis, as many. Not modified.
     * @return the series, style 0
     * @throws IllegalArgumentException if the lengths differ
     */
    public static Series line(String label, double[] x, double[] y) {
        return checked(Kind.LINE, label, x, y, new double[0], new double[0]);
    }

    /**
     * Creates points.
     *
     * @param label name; empty for none
     * @param x values on the horizontal axis. Not modified.
     * @param y values on the vertical axis, as many. Not modified.
     * @return the series, style 0
     * @throws IllegalArgumentException if the lengths differ
     */
    public static Series points(String label, double[] x, double[] y) {
        return checked(Kind.POINTS, label, x, y, new double[0], new double[0]);
    }

    /**
     * Creates points with error bars from y &minus; sigma to y + sigma.
     *
     * @param label name; empty for none
     * @param x values on the horizontal axis. Not modified.
     * @param y values on the vertical axis, as many. Not modified.
     * @param sigma half lengths of the error bars, as many. Not modified.
     * @return the series, style 0
     * @throws IllegalArgumentException if the lengths differ
     */
    public static Series points(String label, double[] x, double[] y, double[] sigma) {
        checkLength(label, x, sigma);
        checkLength(label, x, y);
        final double[] low = new double[x.length];
        final double[] high = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            low[i] = y[i] - sigma[i];
            high[i] = y[i] + sigma[i];
        }
        return checked(Kind.POINTS, label, x, y, low, high);
    }

    /**
     * Creates a band between two curves.
     *
     * @param label name; empty for none
     * @param x values on the horizontal axis. Not modified.
     * @param low lower edge, as many values. Not modified.
     * @param high upper edge, as many values. Not modified.
     * @return the series, style 0
     * @throws IllegalArgumentException if the lengths differ
     */
    public static Series band(String label, double[] x, double[] low, double[] high) {
        checkLength(label, x, low);
        return checked(Kind.BAND, label, x, high, low, new double[0]);
    }

    /**
     * Creates the area between a curve and the lower end of the vertical axis.
     *
     * @param label name, drawn inside; empty for none
     * @param x values on the horizontal axis. Not modified.
     * @param y values on the vertical axis, as many. Not modified.
     * @return the series, style 0
     * @throws IllegalArgumentException if the lengths differ
     */
    public static Series area(String label, double[] x, double[] y) {
        return checked(Kind.AREA, label, x, y, new double[0], new double[0]);
    }

    private static Series checked(Kind kind, String label, double[] x, double[] y, double[] low, double[] high) {
        checkLength(label, x, y);
        return new Series(kind, label, x.clone(), y.clone(), low.clone(), high.clone(), 0, false);
    }

    private static void checkLength(String label, double[] x, double[] values) {
        if (values.length != x.length) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "series '%s' needs as many values as x: %d, %d", label, values.length, x.length));
        }
    }

    /**
     * Returns these data in another style.
     *
     * @param number number of the style, \( \ge 0 \); colours repeat after {@value Style#COUNT}
     * @return the series in that style
     * @throws IllegalArgumentException if the number is negative
     */
    public Series style(int number) {
        if (number < 0) {
            throw new IllegalArgumentException("style must be >= 0: " + number);
        }
        return new Series(kind, label, x, y, low, high, number, light);
    }

    /**
     * Returns these data drawn lightly: a curve thin, an area hatched.
     *
     * @return the series, light
     */
    public Series light() {
        return new Series(kind, label, x, y, low, high, style, true);
    }
}
