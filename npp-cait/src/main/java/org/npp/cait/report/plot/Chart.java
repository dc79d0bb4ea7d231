package org.npp.cait.report.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A chart: two axes, series of data and vertical markers.
 *
 * <p>Series are drawn in the order they were added, areas and bands best first. Names of series, if
 * there are several, stand beside their curves, names of markers above the frame. Data outside the axes are cut off at the frame. The SVG is below 100 kB for up to
 * eight series of any number of points (held by {@code ChartTest}). <strong>Threading.</strong> Instances are immutable
 * and thread-safe.
 *
 * <pre>{@code
 * String svg = Chart.of(Axis.linear("Depth (nm)", 0, 150), Axis.linear("Fraction", 0, 1))
 *         .with(Series.line("Li", depth, fraction))
 *         .marker(112.1, "front")
 *         .svg();
 * }</pre>
 */
public final class Chart {
    /** Usual width [px]. */
    private static final int WIDTH = 720;

    /** Usual height [px]. */
    private static final int HEIGHT = 360;

    /** What is shown, in a few words; empty for none. */
    final String title;

    /** Width of the picture [px]. */
    final int width;

    /** Height of the picture [px]. */
    final int height;

    /** Axis along x. */
    final Axis horizontal;

    /** Axis along y. */
    final Axis vertical;

    /** Data. */
    final List<Series> series;

    /** Vertical markers. */
    final List<Marker> markers;

    /** What lies behind the data. */
    final Optional<Shading> shading;

    /**
     * A vertical line with a name.
     *
     * @param value place on the horizontal axis
     * @param label name; empty for none
     */
    record Marker(double value, String label) {}

    private Chart(
            String title,
            int width,
            int height,
            Axis horizontal,
            Axis vertical,
            List<Series> series,
            List<Marker> markers,
            Optional<Shading> shading) {
        this.title = title;
        this.width = width;
        this.height = height;
        this.horizontal = horizontal;
        this.vertical = vertical;
        this.series = series;
        this.markers = markers;
        this.shading = shading;
    }

    /**
     * Creates a chart without data, 720 by 360 px.
     *
     * @param horizontal axis along x
     * @param vertical axis along y
     * @return the chart
     */
    public static Chart of(Axis horizontal, Axis vertical) {
        return new Chart("", WIDTH, HEIGHT, horizontal, vertical, List.of(), List.of(), Optional.empty());
    }

    /**
     * Adds a title above the frame.
     *
     * @param text what is shown, in a few words
     * @return the chart with that title
     */
    public Chart title(String text) {
        return new Chart(text, width, height, horizontal, vertical, series, markers, shading);
    }

    /**
     * Changes the size.
     *
     * @param newWidth width [px], \( \ge 200 \)
     * @param newHeight height [px], \( \ge 120 \)
     * @return the chart of that size
     * @throws IllegalArgumentException if it is too small for axes
     */
    public Chart size(int newWidth, int newHeight) {
        if (newWidth < 200 || newHeight < 120) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "chart must be at least 200 x 120 px: %d x %d", newWidth, newHeight));
        }
        return new Chart(title, newWidth, newHeight, horizontal, vertical, series, markers, shading);
    }

    /**
     * Adds data.
     *
     * @param added the data
     * @return the chart with them
     */
    public Chart with(Series added) {
        final List<Series> all = new ArrayList<>(series);
        all.add(added);
        return new Chart(title, width, height, horizontal, vertical, List.copyOf(all), markers, shading);
    }

    /**
     * Adds a vertical line.
     *
     * @param value place on the horizontal axis; a line outside it is not drawn
     * @param label name, drawn above the frame; empty for none
     * @return the chart with that line
     */
    public Chart marker(double value, String label) {
        final List<Marker> all = new ArrayList<>(markers);
        all.add(new Marker(value, label));
        return new Chart(title, width, height, horizontal, vertical, series, List.copyOf(all), shading);
    }

    /**
     * Shades parts of the horizontal axis behind the data.
     *
     * @param behind the parts and what they mean
     * @return the chart with that shading instead of any other
     */
    public Chart shaded(Shading behind) {
        return new Chart(title, width, height, horizontal, vertical, series, markers, Optional.of(behind));
    }

    /**
     * Draws the chart as a picture of its own.
     *
     * @return an SVG document
     */
    public String svg() {
        return row(List.of(this));
    }

    /**
     * Draws the chart for a page that holds {@link #styleSheet} once.
     *
     * @return an {@code svg} element
     */
    public String fragment() {
        return opening(width, height, title, "") + new Drawing(this).body() + "</svg>\n";
    }

    /**
     * Draws charts side by side in one picture.
     *
     * @param charts the charts, from left to right
     * @return an SVG document
     */
    public static String row(List<Chart> charts) {
        final int total = charts.stream().mapToInt(c -> c.width).sum();
        final int tallest = charts.stream().mapToInt(c -> c.height).max().orElse(0);
        final String titles =
                String.join("; ", charts.stream().map(c -> c.title).toList());
        final StringBuilder out = new StringBuilder();
        out.append(opening(total, tallest, titles, " xmlns=\"http://www.w3.org/2000/svg\""));
        out.append("<style>\n").append(styleSheet()).append("</style>\n");
        out.append("<rect class=\"ground\" width=\"100%\" height=\"100%\"/>\n");
        int left = 0;
        for (final Chart chart : charts) {
            out.append("<g transform=\"translate(").append(left).append(")\">\n");
            out.append(new Drawing(chart).body()).append("</g>\n");
            left += chart.width;
        }
        return out.append("</svg>\n").toString();
    }

    private static String opening(int width, int height, String title, String namespace) {
        return String.format(
                Locale.ROOT,
                "<svg%s class=\"npp-chart\" role=\"img\" aria-label=\"%s\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\">\n",
                namespace,
                Markup.escape(title),
                width,
                height,
                width,
                height);
    }

    /**
     * Returns the style sheet of all charts, for light and dark screens and for print.
     *
     * @return CSS rules, all below the class {@code npp-chart}
     */
    public static String styleSheet() {
        return Style.sheet();
    }
}
