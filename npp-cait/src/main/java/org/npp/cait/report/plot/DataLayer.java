package org.npp.cait.report.plot;

import java.util.ArrayList;
import java.util.List;

/** The data of a chart as SVG: fills, marks, names, and what shows when pointed at. */
final class DataLayer {
    /** Room for markers in the whole chart, so that it stays below 100 kB. */
    private static final int MARKERS = 800;

    /** Room for places that tell their value when pointed at, in the whole chart. */
    private static final int HOVERS = 160;

    /** Least distance of two such places on one curve [px]. */
    private static final double HOVER_DISTANCE = 9;

    /** Distance of neighbouring lines of a hatched area [px]. */
    private static final double HATCH = 5;

    private final Frame frame;
    private final List<Series> series;
    private final String horizontal;
    private final String vertical;

    /** Visible pieces of each series: of its curve or upper edge. */
    private final List<List<Polyline>> pieces = new ArrayList<>();

    /** Width of a column in which only extremes are drawn [px]. */
    private final double column;

    DataLayer(Frame frame, List<Series> series, String horizontal, String vertical) {
        this.frame = frame;
        this.series = series;
        this.horizontal = horizontal;
        this.vertical = vertical;
        this.column = columnWidth(series);
        for (final Series s : series) {
            final List<Polyline> thinned = new ArrayList<>();
            if (s.kind != Series.Kind.POINTS) {
                Clipping.visible(frame, s.x, s.y).forEach(p -> thinned.add(Thinning.thinned(p, column)));
            }
            pieces.add(thinned);
        }
    }

    /** One pixel for up to two edges, more the more there are, so that the chart stays below 100 kB. */
    private static double columnWidth(List<Series> series) {
        double edges = 0;
        for (final Series s : series) {
            edges += s.kind == Series.Kind.POINTS ? 0.5 : s.kind == Series.Kind.BAND ? 2 : 1;
        }
        return Math.max(1, edges / 2);
    }

    /** Areas and bands. */
    String fills() {
        final StringBuilder out = new StringBuilder();
        for (final Series s : series) {
            if (s.kind != Series.Kind.AREA && s.kind != Series.Kind.BAND) {
                continue;
            }
            final boolean hatched = s.kind == Series.Kind.AREA && s.light;
            final StringBuilder path = new StringBuilder();
            for (final Polyline shape : new FilledShape(frame, s, column).polygons()) {
                if (hatched) {
                    appendHatch(path, shape);
                } else {
                    shape.appendPath(path, true);
                }
            }
            appendPath(out, (hatched ? "hatch s" : "fill s") + Style.index(s.style), path);
        }
        return out.toString();
    }

    /** Vertical lines from the lower to the upper edge of a shape. */
    private void appendHatch(StringBuilder path, Polyline shape) {
        for (double x = frame.left() + HATCH; x < frame.right(); x += HATCH) {
            final double[] edges = FilledShape.edgesAt(shape, x);
            if (edges[1] > edges[0]) {
                path.append('M').append(Pixels.text(x)).append(' ').append(Pixels.text(edges[0]));
                path.append('V').append(Pixels.text(edges[1]));
            }
        }
    }

    /** Curves and points. */
    String marks() {
        final StringBuilder out = new StringBuilder();
        for (int i = 0; i < series.size(); i++) {
            final Series s = series.get(i);
            final String style = " s" + Style.index(s.style);
            if (s.kind == Series.Kind.POINTS) {
                appendPoints(out, s, style);
            } else if (s.kind == Series.Kind.LINE) {
                final StringBuilder path = new StringBuilder();
                pieces.get(i).forEach(p -> p.appendPath(path, false));
                appendPath(out, "line" + (s.light ? " light" : "") + style, path);
            }
        }
        return out.toString();
    }

    private void appendPoints(StringBuilder out, Series s, String style) {
        final StringBuilder points = new StringBuilder();
        final StringBuilder bars = new StringBuilder();
        for (final int i : visiblePoints(s)) {
            final double x = frame.x(s.x[i]);
            points.append('M').append(Pixels.text(x)).append(' ').append(Pixels.text(frame.y(s.y[i])));
            points.append(Style.marker(s.style));
            if (s.high.length > 0) {
                bars.append('M').append(Pixels.text(x)).append(' ').append(Pixels.text(edge(s.low[i], frame.bottom())));
                bars.append('V').append(Pixels.text(edge(s.high[i], frame.top())));
            }
        }
        appendPath(out, "error" + style, bars);
        appendPath(out, "points" + style, points);
    }

    /** End of an error bar, at the edge of the frame if it is beyond or can't be shown. */
    private double edge(double value, double otherwise) {
        final double y = frame.y(value);
        return y >= frame.top() && y <= frame.bottom() ? y : otherwise;
    }

    /** The points in the frame, evenly thinned if there is no room for all. */
    private List<Integer> visiblePoints(Series s) {
        final List<Integer> inside = new ArrayList<>();
        for (int i = 0; i < s.x.length; i++) {
            if (frame.contains(frame.x(s.x[i]), frame.y(s.y[i]))) {
                inside.add(i);
            }
        }
        final long sharing =
                series.stream().filter(t -> t.kind == Series.Kind.POINTS).count();
        return every(inside, (int) (MARKERS / sharing));
    }

    private static List<Integer> every(List<Integer> all, int room) {
        final int stride = Math.max(1, (int) Math.ceil((double) all.size() / room));
        final List<Integer> some = new ArrayList<>();
        for (int k = 0; k < all.size(); k += stride) {
            some.add(all.get(k));
        }
        return some;
    }

    /** What names must keep clear of. */
    LabelPlacement placement() {
        final LabelPlacement placement = new LabelPlacement(frame);
        for (int i = 0; i < series.size(); i++) {
            for (final Polyline piece : pieces.get(i)) {
                placement.addSeries(i, piece);
            }
            if (series.get(i).kind == Series.Kind.POINTS) {
                for (final int k : visiblePoints(series.get(i))) {
                    final Polyline point = new Polyline();
                    point.add(frame.x(series.get(i).x[k]), frame.y(series.get(i).y[k]));
                    placement.addSeries(i, point);
                }
            }
        }
        return placement;
    }

    /** Names of the series; a single one needs none. */
    String labels(LabelPlacement placement) {
        final StringBuilder out = new StringBuilder();
        if (series.stream().filter(s -> !s.label.isEmpty()).count() < 2) {
            return "";
        }
        for (int i = 0; i < series.size(); i++) {
            final Series s = series.get(i);
            if (s.label.isEmpty()) {
                continue;
            }
            final var box = s.kind == Series.Kind.AREA
                    ? placement.on(new FilledShape(frame, s, column).middle(), s.label)
                    : placement.beside(i, s.label);
            box.ifPresent(b -> out.append(Drawing.textElement(
                    "label s" + Style.index(s.style),
                    "middle",
                    b.left() + 0.5 * b.width(),
                    b.top() + TextBox.BASE,
                    s.label)));
        }
        return out.toString();
    }

    /** Invisible circles that tell the value. */
    String hovers() {
        final StringBuilder out = new StringBuilder();
        final long named = series.stream().filter(s -> !s.label.isEmpty()).count();
        for (final Series s : series) {
            if (s.label.isEmpty() || s.kind == Series.Kind.BAND || s.kind == Series.Kind.AREA) {
                continue;
            }
            for (final int i : every(distinctPoints(s), (int) (HOVERS / named))) {
                appendHover(out, s, i, frame.x(s.x[i]), frame.y(s.y[i]));
            }
        }
        return out.toString();
    }

    /** Visible points, each some way from the one before. */
    private List<Integer> distinctPoints(Series s) {
        final List<Integer> distinct = new ArrayList<>();
        double lastX = Double.NEGATIVE_INFINITY;
        double lastY = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < s.x.length; i++) {
            final double x = frame.x(s.x[i]);
            final double y = frame.y(s.y[i]);
            if (frame.contains(x, y) && Math.hypot(x - lastX, y - lastY) >= HOVER_DISTANCE) {
                distinct.add(i);
                lastX = x;
                lastY = y;
            }
        }
        return distinct;
    }

    private void appendHover(StringBuilder out, Series s, int i, double x, double y) {
        out.append("<circle class=\"hover s").append(Style.index(s.style)).append("\" cx=\"");
        out.append(Pixels.text(x)).append("\" cy=\"").append(Pixels.text(y)).append("\" r=\"4\"><title>");
        out.append(Markup.escape(s.label + "\n" + horizontal + ": " + NumberText.significant(s.x[i], 5) + "\n"
                + vertical + ": " + NumberText.significant(s.y[i], 4)));
        out.append("</title></circle>\n");
    }

    private static void appendPath(StringBuilder out, String style, StringBuilder path) {
        if (!path.isEmpty()) {
            out.append("<path class=\"")
                    .append(style)
                    .append("\" d=\"")
                    .append(path)
                    .append("\"/>\n");
        }
    }
}
