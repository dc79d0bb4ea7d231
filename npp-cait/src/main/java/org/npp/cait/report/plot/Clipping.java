package org.npp.cait.report.plot;

import java.util.ArrayList;
import java.util.List;

/** Cuts what is drawn at the edges of the frame. */
final class Clipping {
    /** No instances. */
    private Clipping() {}

    /** The visible pieces of a curve, interrupted at its gaps (Liang and Barsky). */
    static List<Polyline> visible(Frame frame, double[] x, double[] y) {
        final List<Polyline> pieces = new ArrayList<>();
        Polyline piece = new Polyline();
        final double[] part = new double[2];
        for (int i = 1; i < x.length; i++) {
            final double px = frame.x(x[i - 1]);
            final double py = frame.y(y[i - 1]);
            final double dx = frame.x(x[i]) - px;
            final double dy = frame.y(y[i]) - py;
            part[0] = 0;
            part[1] = 1;
            final boolean seen = narrow(part, dx, frame.left() - px, frame.right() - px)
                    && narrow(part, dy, frame.top() - py, frame.bottom() - py);
            if (!seen || part[0] > 0) {
                piece = closed(pieces, piece);
            }
            if (seen) {
                piece.add(px + part[0] * dx, py + part[0] * dy);
                piece.add(px + part[1] * dx, py + part[1] * dy);
                piece = part[1] < 1 ? closed(pieces, piece) : piece;
            }
        }
        closed(pieces, piece);
        return pieces;
    }

    private static Polyline closed(List<Polyline> pieces, Polyline piece) {
        if (piece.size() == 0) {
            return piece;
        }
        pieces.add(piece);
        return new Polyline();
    }

    /** Narrows the part of a segment to where low &le; t d &le; high; false if nothing is left, or for a gap. */
    private static boolean narrow(double[] part, double d, double low, double high) {
        if (d == 0) {
            return low <= 0 && high >= 0;
        }
        final double a = low / d;
        final double b = high / d;
        part[0] = Math.max(part[0], Math.min(a, b));
        part[1] = Math.min(part[1], Math.max(a, b));
        return part[0] <= part[1];
    }

    /** The visible part of a polygon (Sutherland and Hodgman); empty if nothing is seen. */
    static Polyline polygon(Frame frame, Polyline polygon) {
        Polyline result = polygon;
        result = half(result, true, frame.left(), 1);
        result = half(result, true, frame.right(), -1);
        result = half(result, false, frame.top(), 1);
        return half(result, false, frame.bottom(), -1);
    }

    /** The part of a polygon where sign · (coordinate − edge) is not negative. */
    private static Polyline half(Polyline polygon, boolean horizontal, double edge, int sign) {
        final Polyline result = new Polyline();
        final int n = polygon.size();
        for (int i = 0; i < n; i++) {
            final int j = (i + 1) % n;
            final double from = sign * ((horizontal ? polygon.x(i) : polygon.y(i)) - edge);
            final double to = sign * ((horizontal ? polygon.x(j) : polygon.y(j)) - edge);
            if (from >= 0) {
                result.add(polygon.x(i), polygon.y(i));
            }
            if (from >= 0 != to >= 0) {
                final double share = from / (from - to);
                result.add(
                        polygon.x(i) + share * (polygon.x(j) - polygon.x(i)),
                        polygon.y(i) + share * (polygon.y(j) - polygon.y(i)));
            }
        }
        return result;
    }
}
