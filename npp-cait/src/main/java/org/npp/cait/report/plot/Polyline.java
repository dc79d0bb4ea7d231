package org.npp.cait.report.plot;

import java.util.Arrays;

/** Points in pixels, in order; grows as it is filled. */
final class Polyline {
    private double[] xs = new double[64];
    private double[] ys = new double[64];
    private int size;

    void add(double x, double y) {
        if (size > 0 && xs[size - 1] == x && ys[size - 1] == y) {
            return;
        }
        if (size == xs.length) {
            xs = Arrays.copyOf(xs, 2 * size);
            ys = Arrays.copyOf(ys, 2 * size);
        }
        xs[size] = x;
        ys[size] = y;
        size++;
    }

    int size() {
        return size;
    }

    double x(int i) {
        return xs[i];
    }

    double y(int i) {
        return ys[i];
    }

    /** The same points, the last one first. */
    Polyline reversed() {
        final Polyline result = new Polyline();
        for (int i = size - 1; i >= 0; i--) {
            result.add(xs[i], ys[i]);
        }
        return result;
    }

    /** Adds all points of another polyline. */
    void addAll(Polyline other) {
        for (int i = 0; i < other.size; i++) {
            add(other.xs[i], other.ys[i]);
        }
    }

    /** Path data with one decimal, the end joined to the beginning or not. */
    void appendPath(StringBuilder out, boolean closed) {
        for (int i = 0; i < size; i++) {
            out.append(i == 0 ? 'M' : 'L');
            Pixels.append(out, xs[i]);
            out.append(' ');
            Pixels.append(out, ys[i]);
        }
        if (closed && size > 0) {
            out.append('Z');
        }
    }
}
