package org.npp.cait.report.plot;

import java.util.ArrayList;
import java.util.List;

/** The area below a curve, or between two, as polygons in the frame, one between each two gaps. */
final class FilledShape {
    private final Frame frame;
    private final Series series;

    /** Width of a column in which only extremes are drawn [px]. */
    private final double column;

    FilledShape(Frame frame, Series series, double column) {
        this.frame = frame;
        this.series = series;
        this.column = column;
    }

    List<Polyline> polygons() {
        final List<Polyline> result = new ArrayList<>();
        Polyline upper = new Polyline();
        Polyline lower = new Polyline();
        for (int i = 0; i <= series.x.length; i++) {
            final boolean gap = i == series.x.length || !Double.isFinite(upper(i) + lower(i) + frame.x(series.x[i]));
            if (!gap) {
                upper.add(frame.x(series.x[i]), upper(i));
                lower.add(frame.x(series.x[i]), lower(i));
            } else if (upper.size() > 0) {
                final Polyline ring = new Polyline();
                ring.addAll(Thinning.thinned(upper, column));
                ring.addAll(Thinning.thinned(lower, column).reversed());
                final Polyline seen = Clipping.polygon(frame, ring);
                if (seen.size() > 2) {
                    result.add(seen);
                }
                upper = new Polyline();
                lower = new Polyline();
            }
        }
        return result;
    }

    /** The line in the middle between the edges. */
    Polyline middle() {
        final Polyline line = new Polyline();
        final List<Polyline> shapes = polygons();
        for (double x = frame.left() + 3; x < frame.right(); x += 6) {
            for (final Polyline shape : shapes) {
                final double[] edges = edgesAt(shape, x);
                if (edges[1] > edges[0]) {
                    line.add(x, 0.5 * (edges[0] + edges[1]));
                }
            }
        }
        return line;
    }

    /** Upper and lower edge of a polygon at a place; equal where it is not. */
    static double[] edgesAt(Polyline polygon, double x) {
        double top = Double.POSITIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < polygon.size(); i++) {
            final int j = (i + 1) % polygon.size();
            if (polygon.x(i) <= x != polygon.x(j) <= x) {
                final double share = (x - polygon.x(i)) / (polygon.x(j) - polygon.x(i));
                final double y = polygon.y(i) + share * (polygon.y(j) - polygon.y(i));
                top = Math.min(top, y);
                bottom = Math.max(bottom, y);
            }
        }
        return top < bottom ? new double[] {top, bottom} : new double[] {0, 0};
    }

    private double upper(int i) {
        return frame.y(series.y[i]);
    }

    private double lower(int i) {
        return series.low.length > 0 ? frame.y(series.low[i]) : frame.bottom();
    }
}
