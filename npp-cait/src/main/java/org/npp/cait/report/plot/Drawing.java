package org.npp.cait.report.plot;

import java.util.List;
import java.util.Optional;

/** One drawing of a chart: the layout, then axes, data, markers and names, from back to front. Not thread-safe. */
final class Drawing {
    /** Room at the edges of the picture [px]. */
    private static final double EDGE = 10;

    /** Length of a tick [px]. */
    private static final double TICK = 5;

    private final Chart chart;
    private final StringBuilder out = new StringBuilder(8192);
    private final List<Axis.Tick> horizontalTicks;
    private final List<Axis.Tick> verticalTicks;

    /** Left edges of the names of the visible markers, and their rows, by number of the marker. */
    private final MarkerRows rows;

    private final Frame frame;
    private final DataLayer data;
    private final Optional<ShadingLayer> shading;

    /** Upper edge of the legend of the shading [px]. */
    private final double legend;

    Drawing(Chart chart) {
        this.chart = chart;
        this.verticalTicks = chart.vertical.ticks(Math.max(2, chart.height / 45));
        final double widest = verticalTicks.stream()
                .mapToDouble(t -> TextBox.widthOf(t.label()))
                .max()
                .orElse(0);
        final double left = EDGE + TextBox.LINE + 6 + widest + TICK + 4;
        this.horizontalTicks = chart.horizontal.ticks(Math.max(2, (int) ((chart.width - left) / 75)));
        final double rightLabel = horizontalTicks.stream()
                .mapToDouble(t -> chart.horizontal.share(t.value()) > 0.8 ? 0.5 * TextBox.widthOf(t.label()) : 0)
                .max()
                .orElse(0);
        final double right = chart.width - Math.max(EDGE, rightLabel + 2);
        this.rows = MarkerRows.of(chart.markers, chart.horizontal, left, right);
        this.shading = chart.shading.map(ShadingLayer::new);
        this.legend = EDGE + (chart.title.isEmpty() ? 0 : TextBox.LINE + 4);
        final double explained = shading.map(s -> s.legendHeight(right - left)).orElse(0.0);
        final double top = legend + explained + rows.count() * TextBox.LINE + 2;
        final double bottom = chart.height - EDGE - 2 * TextBox.LINE - TICK - 6;
        this.frame = new Frame(left, top, right, bottom, chart.horizontal, chart.vertical);
        this.data = new DataLayer(frame, chart.series, chart.horizontal.label(), chart.vertical.label());
    }

    /** The content of the SVG element. */
    String body() {
        shading.ifPresent(s -> out.append(s.ground(frame)).append(s.legend(frame.left(), frame.right(), legend)));
        grid();
        out.append(data.fills());
        frame();
        markers();
        out.append(data.marks());
        final LabelPlacement placement = data.placement();
        for (final Chart.Marker marker : chart.markers) {
            final double x = frame.x(marker.value());
            final Polyline line = new Polyline();
            if (frame.contains(x, frame.top())) {
                line.add(x, frame.top());
                line.add(x, frame.bottom());
                placement.addMarker(line);
            }
        }
        shading.ifPresent(s -> out.append(s.bars(frame, placement)));
        out.append(data.labels(placement));
        out.append(data.hovers());
        return out.toString();
    }

    private void grid() {
        final StringBuilder lines = new StringBuilder();
        for (final Axis.Tick tick : verticalTicks) {
            if (!tick.label().isEmpty()) {
                lines.append('M').append(place(frame.left(), frame.y(tick.value())));
                lines.append('H').append(Pixels.text(frame.right()));
            }
        }
        path("grid", lines);
    }

    private void frame() {
        final StringBuilder lines = new StringBuilder();
        lines.append('M').append(place(frame.left(), frame.top()));
        lines.append('H').append(Pixels.text(frame.right())).append('V').append(Pixels.text(frame.bottom()));
        lines.append('H').append(Pixels.text(frame.left())).append('Z');
        for (final Axis.Tick tick : horizontalTicks) {
            final double x = frame.x(tick.value());
            lines.append('M').append(place(x, frame.bottom()));
            lines.append('v').append(Pixels.text(tick.label().isEmpty() ? 0.6 * TICK : TICK));
            text("", "middle", x, frame.bottom() + TICK + TextBox.BASE + 2, tick.label());
        }
        for (final Axis.Tick tick : verticalTicks) {
            final double y = frame.y(tick.value());
            lines.append('M').append(place(frame.left(), y));
            lines.append('h').append(Pixels.text(tick.label().isEmpty() ? -0.6 * TICK : -TICK));
            text("", "end", frame.left() - TICK - 3, y + 4.5, tick.label());
        }
        path("frame", lines);
        final double middle = 0.5 * (frame.left() + frame.right());
        text("", "middle", middle, chart.height - EDGE, chart.horizontal.label());
        out.append("<text text-anchor=\"middle\" transform=\"translate(");
        out.append(place(EDGE + TextBox.BASE, 0.5 * (frame.top() + frame.bottom())));
        out.append(") rotate(-90)\">")
                .append(Markup.escape(chart.vertical.label()))
                .append("</text>\n");
        text("title", "middle", middle, EDGE + TextBox.BASE, chart.title);
    }

    private void markers() {
        final StringBuilder lines = new StringBuilder();
        final StringBuilder names = new StringBuilder();
        for (int i = 0; i < chart.markers.size(); i++) {
            final double x = frame.x(chart.markers.get(i).value());
            final String name = chart.markers.get(i).label();
            if (frame.contains(x, frame.top())) {
                final double top = frame.top() - rows.row(i) * TextBox.LINE;
                lines.append('M').append(place(x, frame.bottom())).append('V').append(Pixels.text(top));
                names.append(name.isEmpty() ? "" : textElement("label", "start", rows.left(i), top - 4, name));
            }
        }
        path("mark", lines);
        out.append(names);
    }

    private void path(String style, StringBuilder lines) {
        if (!lines.isEmpty()) {
            out.append("<path class=\"")
                    .append(style)
                    .append("\" d=\"")
                    .append(lines)
                    .append("\"/>\n");
        }
    }

    private void text(String style, String anchor, double x, double y, String text) {
        if (!text.isEmpty()) {
            out.append(textElement(style, anchor, x, y, text));
        }
    }

    /** A text element. */
    static String textElement(String style, String anchor, double x, double y, String text) {
        final String styled = style.isEmpty() ? "" : " class=\"" + style + "\"";
        return "<text" + styled + " text-anchor=\"" + anchor + "\" x=\"" + Pixels.text(x) + "\" y=\"" + Pixels.text(y)
                + "\">" + Markup.escape(text) + "</text>\n";
    }

    private static String place(double x, double y) {
        return Pixels.text(x) + " " + Pixels.text(y);
    }
}
