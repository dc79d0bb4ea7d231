package org.npp.cait.report.plot;

/** A shading as SVG: the ground behind the data, its meaning above the frame, bars with their names at its upper edge. */
final class ShadingLayer {
    /** Height of a bar [px]. */
    private static final double BAR = 7;

    /** Distance of neighbouring lines of what is hatched [px]. */
    private static final double HATCH = 9;

    /** Width of a sample of the ground in the legend, and room beside it [px]. */
    private static final double SAMPLE = 22;

    private static final double GAP = 6;

    private static final double SAMPLE_HEIGHT = 11;

    /** Least width of a bar, so that it is seen [px]. */
    private static final double LEAST = 2;

    private final Shading shading;

    ShadingLayer(Shading shading) {
        this.shading = shading;
    }

    /** Rows of the legend that fit a width. */
    private boolean oneRow(double width) {
        final double first = SAMPLE + GAP + TextBox.widthOf(shading.inside) + 3 * GAP;
        return first + SAMPLE + GAP + TextBox.widthOf(shading.outside) <= width;
    }

    /** Height of the legend [px]. */
    double legendHeight(double width) {
        return (oneRow(width) ? 1 : 2) * TextBox.LINE + 2;
    }

    /** Samples of both grounds with their meaning. */
    String legend(double left, double right, double top) {
        final StringBuilder out = new StringBuilder();
        final double y = top + 0.5 * (TextBox.LINE - SAMPLE_HEIGHT);
        rectangle(out, "shade", left, y, SAMPLE, SAMPLE_HEIGHT, "");
        rectangle(out, "outline", left, y, SAMPLE, SAMPLE_HEIGHT, "");
        out.append(Drawing.textElement("", "start", left + SAMPLE + GAP, top + TextBox.BASE, shading.inside));
        final boolean beside = oneRow(right - left);
        final double x = beside ? left + SAMPLE + 4 * GAP + TextBox.widthOf(shading.inside) : left;
        final double below = beside ? 0 : TextBox.LINE;
        hatch(out, x, y + below, x + SAMPLE, y + below + SAMPLE_HEIGHT);
        rectangle(out, "outline", x, y + below, SAMPLE, SAMPLE_HEIGHT, "");
        out.append(Drawing.textElement("", "start", x + SAMPLE + GAP, top + below + TextBox.BASE, shading.outside));
        return out.toString();
    }

    /** What lies behind the data. */
    String ground(Frame frame) {
        final StringBuilder out = new StringBuilder();
        for (final Shading.Range range : shading.ranges) {
            final double[] ends = seen(frame, range);
            if (ends[1] > ends[0]) {
                final double width = ends[1] - ends[0];
                rectangle(
                        out, "shade", ends[0], frame.top(), width, frame.height(), told(shading.inside, range, frame));
            }
        }
        for (final Shading.Range range :
                shading.rest(frame.horizontal().min(), frame.horizontal().max())) {
            final double[] ends = seen(frame, range);
            hatch(out, ends[0], frame.top(), ends[1], frame.bottom());
            final double width = ends[1] - ends[0];
            rectangle(out, "clear", ends[0], frame.top(), width, frame.height(), told(shading.outside, range, frame));
        }
        return out.toString();
    }

    /** Bars, and names beside them; names keep clear of them. */
    String bars(Frame frame, LabelPlacement placement) {
        final StringBuilder out = new StringBuilder();
        double top = frame.top() + GAP;
        for (final Shading.Bar bar : shading.bars) {
            final String style = " s" + Style.index(bar.style());
            final double middle = top + 0.5 * TextBox.LINE;
            double first = frame.right();
            double last = frame.left();
            for (final Shading.Range range : bar.ranges()) {
                final double[] ends = seen(frame, range);
                if (ends[1] > ends[0]) {
                    first = Math.min(first, ends[0]);
                    last = Math.max(last, ends[1]);
                    final double width = Math.max(LEAST, ends[1] - ends[0]);
                    final String text = told(bar.label(), range, frame);
                    rectangle(out, "lane" + style, ends[0], middle - 0.5 * BAR, width, BAR, text);
                }
            }
            if (last > first) {
                final double room = TextBox.widthOf(bar.label()) + GAP;
                final boolean after = last + room < frame.right();
                final String anchor = after ? "start" : "end";
                final double x = after ? last + GAP : first - GAP;
                out.append(Drawing.textElement("label" + style, anchor, x, top + TextBox.BASE, bar.label()));
                final Polyline taken = new Polyline();
                taken.add(after ? first : first - room, middle);
                taken.add(after ? last + room : last, middle);
                placement.addMarker(taken);
                top += TextBox.LINE;
            }
        }
        return out.toString();
    }

    private static double[] seen(Frame frame, Shading.Range range) {
        final double from = Math.max(frame.left(), frame.x(range.from()));
        final double to = Math.min(frame.right(), frame.x(range.to()));
        return new double[] {from, Math.max(from, to)};
    }

    private static String told(String what, Shading.Range range, Frame frame) {
        return what + "\n" + frame.horizontal().label() + ": " + NumberText.significant(range.from(), 3) + " to "
                + NumberText.significant(range.to(), 3);
    }

    private static void rectangle(
            StringBuilder out, String style, double x, double y, double width, double height, String text) {
        out.append("<rect class=\"").append(style).append("\" x=\"").append(Pixels.text(x));
        out.append("\" y=\"").append(Pixels.text(y)).append("\" width=\"").append(Pixels.text(width));
        out.append("\" height=\"").append(Pixels.text(height)).append('"');
        out.append(text.isEmpty() ? "/>\n" : "><title>" + Markup.escape(text) + "</title></rect>\n");
    }

    /** Lines that rise to the right, cut at the edges of a rectangle. */
    private static void hatch(StringBuilder out, double left, double top, double right, double bottom) {
        final StringBuilder path = new StringBuilder();
        final double height = bottom - top;
        for (double foot = left - height + 0.5 * HATCH; foot < right; foot += HATCH) {
            final double from = Math.max(left, foot);
            final double to = Math.min(right, foot + height);
            if (to > from) {
                path.append('M').append(Pixels.text(from)).append(' ').append(Pixels.text(bottom - from + foot));
                path.append('L').append(Pixels.text(to)).append(' ').append(Pixels.text(bottom - to + foot));
            }
        }
        out.append("<path class=\"unknown\" d=\"").append(path).append("\"/>\n");
    }
}
