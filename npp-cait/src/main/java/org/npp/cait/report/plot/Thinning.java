package org.npp.cait.report.plot;

/**
 * Takes away points of a polyline that can't be seen.
 *
 * <p>First, of all points in one pixel column, only the first, the least, the greatest and the last stay: no peak is
 * lost. Then points within a tenth of a pixel of the chord of their neighbours go (Douglas and Peucker).
 */
final class Thinning {
    /** Distance from the chord below which a point is not seen [px]. */
    private static final double INVISIBLE = 0.1;

    /** No instances. */
    private Thinning() {}

    /** The polyline with columns of the given width [px]. */
    static Polyline thinned(Polyline line, double column) {
        return simplified(extremes(line, column));
    }

    private static Polyline extremes(Polyline line, double column) {
        final Polyline result = new Polyline();
        int begin = 0;
        while (begin < line.size()) {
            final double place = Math.floor(line.x(begin) / column);
            int low = begin;
            int high = begin;
            int end = begin + 1;
            while (end < line.size() && Math.floor(line.x(end) / column) == place) {
                low = line.y(end) < line.y(low) ? end : low;
                high = line.y(end) > line.y(high) ? end : high;
                end++;
            }
            result.add(line.x(begin), line.y(begin));
            final int first = Math.min(low, high);
            final int second = Math.max(low, high);
            result.add(line.x(first), line.y(first));
            result.add(line.x(second), line.y(second));
            result.add(line.x(end - 1), line.y(end - 1));
            begin = end;
        }
        return result;
    }

    private static Polyline simplified(Polyline line) {
        final int n = line.size();
        if (n < 3) {
            return line;
        }
        final boolean[] keep = new boolean[n];
        keep[0] = true;
        keep[n - 1] = true;
        final int[] stack = new int[2 * n];
        int depth = 0;
        stack[depth++] = 0;
        stack[depth++] = n - 1;
        while (depth > 0) {
            final int to = stack[--depth];
            final int from = stack[--depth];
            final int far = farthest(line, from, to);
            if (far > 0) {
                keep[far] = true;
                stack[depth++] = from;
                stack[depth++] = far;
                stack[depth++] = far;
                stack[depth++] = to;
            }
        }
        final Polyline result = new Polyline();
        for (int i = 0; i < n; i++) {
            if (keep[i]) {
                result.add(line.x(i), line.y(i));
            }
        }
        return result;
    }

    /** The point between two others farthest from their chord, 0 if none can be told from it. */
    private static int farthest(Polyline line, int from, int to) {
        final double dx = line.x(to) - line.x(from);
        final double dy = line.y(to) - line.y(from);
        final double length = Math.hypot(dx, dy);
        double best = INVISIBLE;
        int far = 0;
        for (int i = from + 1; i < to; i++) {
            final double ex = line.x(i) - line.x(from);
            final double ey = line.y(i) - line.y(from);
            final double along = length == 0 ? 0 : (ex * dx + ey * dy) / length;
            final boolean beside = along > 0 && along < length;
            final double distance = beside
                    ? Math.abs(ex * dy - ey * dx) / length
                    : Math.min(Math.hypot(ex, ey), Math.hypot(line.x(i) - line.x(to), line.y(i) - line.y(to)));
            if (distance > best) {
                best = distance;
                far = i;
            }
        }
        return far;
    }
}
