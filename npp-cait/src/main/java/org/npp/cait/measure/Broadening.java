package org.npp.cait.measure;

import java.util.Arrays;
import java.util.Locale;

/** Sums the responses of the kinks of a profile that are near enough to be seen. */
final class Broadening {
    /** No instances. */
    private Broadening() {}

    static void check(double[] nodes, double[] values, double[] depths, int outputs) {
        if (nodes.length < 2 || nodes.length != values.length || depths.length != outputs) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "lengths must fit: %d nodes (at least 2), %d values, %d depths, %d outputs",
                    nodes.length,
                    values.length,
                    depths.length,
                    outputs));
        }
        if (nodes[0] != 0) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "nodes must begin at the surface, 0: %s m", nodes[0]));
        }
        for (final double d : depths) {
            if (!(d >= 0 && d < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        String.format(Locale.ROOT, "depths must be finite and >= 0: %s m", d));
            }
        }
    }

    static void apply(DepthResolution k, double[] x, double[] p, double[] depths, double[] out) {
        for (int j = 0; j < depths.length; j++) {
            final double d = depths[j];
            double sum = value(x, p, d);
            final int end = end(k, x, d);
            for (int i = begin(k, x, d); i < end; i++) {
                sum += kink(x, p, i) * k.kinkResponse(d - x[i]);
            }
            final int mirrored = mirrorEnd(k, x, d);
            for (int i = 1; i < mirrored; i++) {
                sum += kink(x, p, i) * k.kinkResponse(d + x[i]);
            }
            out[j] = sum;
        }
    }

    private static int begin(DepthResolution k, double[] x, double d) {
        return first(x, d - k.trailingReach());
    }

    private static int end(DepthResolution k, double[] x, double d) {
        return first(x, d + k.leadingReach());
    }

    private static int mirrorEnd(DepthResolution k, double[] x, double d) {
        return first(x, k.trailingReach() - d);
    }

    /** Index of the first node at or beyond a depth. */
    private static int first(double[] x, double d) {
        final int at = Arrays.binarySearch(x, d);
        return at < 0 ? -at - 1 : at;
    }

    /** Jump of the slope; at the surface that of the mirror image, below the last node the slope is 0. */
    private static double kink(double[] x, double[] p, int i) {
        final double after = i == x.length - 1 ? 0 : (p[i + 1] - p[i]) / (x[i + 1] - x[i]);
        return i == 0 ? 2 * after : after - (p[i] - p[i - 1]) / (x[i] - x[i - 1]);
    }

    private static double value(double[] x, double[] p, double d) {
        final int i = first(x, d);
        if (i == x.length) {
            return p[i - 1];
        }
        return i == 0 ? p[0] : p[i - 1] + (p[i] - p[i - 1]) * ((d - x[i - 1]) / (x[i] - x[i - 1]));
    }
}
