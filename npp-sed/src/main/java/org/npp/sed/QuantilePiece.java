package org.npp.sed;

import java.util.Arrays;

/**
 * A function on one binade \( [2^e, 2^{e+1}) \) by polynomials of degree 7 on equal segments, whose number is a power of
 * two: the leading bits of an argument's mantissa name its segment, the rest is its distance from the segment's left end.
 *
 * <p>On a segment of length \( h \), \( t \in [0, 1] \), the polynomial \( P \) takes value and slope of the function \( F
 * \) at \( t = 0, 1 - \sqrt{1/2}, \sqrt{1/2}, 1 \), so that neighbours join with a continuous slope. With
 * \( \omega(t) = t (1-t)(t - 1 + \sqrt{1/2})(t - \sqrt{1/2}) \) the remainder is
 *
 * <p>\[ F - P = \frac{F^{(8)}(\xi)}{8!}\,h^8 \omega^2(t), \qquad \max \omega^2 = 1.150 \cdot 10^{-4},
 * \qquad \max |(\omega^2)'| = 13.6 \max \omega^2 . \]
 *
 * <p>The nodes make the three maxima of \( \omega^2 \) equal. There \( F - P \) is measured, and each of these residuals
 * is the bound of the remainder for a constant \( F^{(8)} \). A segment is good if {@link #SAFETY} times the largest is
 * within the tolerances; so \( F^{(8)} \) may exceed the value it has at the three places by this factor. A quantile's
 * derivatives vary like powers of \( p \): by \( (9/8)^8 = 2.6 \) over the first of eight segments, less over the others.
 * {@code QuantileTableTest} proves the bound for the Gaussian from \( F^{(8)} \) itself, all of whose terms have one sign.
 * A jump, kink, gap or narrow spike shows in the residuals, since it changes the values beyond it: its segment is not good.
 *
 * <p>Where 32 segments do not suffice, those that are not good give NaN. Immutable and thread-safe.
 */
final class QuantilePiece {
    /** Coefficients of a segment: one cache line. */
    static final int TERMS = 8;

    /** Factor between the residuals at the maxima of \( \omega^2 \) and the bound taken from them. */
    static final double SAFETY = 4;

    /** Greatest slope of \( \omega^2 \) over its greatest value. */
    static final double SLOPE_FACTOR = 13.6;

    /** Largest error of the slope, relative to the least slope at a node. */
    static final double SLOPE_TOLERANCE = 1e-9;

    /** Gives NaN for every argument. */
    static final QuantilePiece NOWHERE = new QuantilePiece(new double[] {Double.NaN, 0, 0, 0, 0, 0, 0, 0}, 52);

    /** Nodes \( t \) in a segment, each a double one. */
    private static final double[] NODES = {0, 0.2928932188134524, 0.7071067811865476, 1};

    /** Places \( t \) of the maxima of \( \omega^2 \). */
    private static final double[] CHECKS = {0.11731656763491022, 0.5, 0.8826834323650898};

    /** Binary logarithms of the least and greatest number of segments. */
    private static final int LEAST_BITS = 3;

    private static final int MOST_BITS = 5;

    /** Bits of a double's mantissa. */
    private static final int MANTISSA_BITS = 52;

    private static final long MANTISSA = (1L << MANTISSA_BITS) - 1;

    /** Coefficients of the powers of the distance from the segment's left end, row-major [segment][power]. */
    private final double[] coefficients;

    /** Bits of the mantissa that say where in its segment an argument is. */
    private final int shift;

    private QuantilePiece(double[] coefficients, int shift) {
        this.coefficients = coefficients;
        this.shift = shift;
    }

    /**
     * Tabulates.
     *
     * @param function the function, increasing or decreasing, with its slope
     * @param exponent \( e \)
     * @param tolerance largest error of a value
     */
    static QuantilePiece of(Function function, int exponent, double tolerance) {
        for (int bits = LEAST_BITS; bits < MOST_BITS; bits++) {
            final QuantilePiece piece = build(function, exponent, bits, tolerance, false);
            if (piece != NOWHERE) {
                return piece;
            }
        }
        return build(function, exponent, MOST_BITS, tolerance, true);
    }

    /** Value at an argument of this binade, NaN where it is not tabulated. */
    double value(double x) {
        final int row = row(x);
        final double d = distance(x);
        final double[] a = coefficients;
        final double d2 = d * d;
        final double low = (a[row] + a[row + 1] * d) + (a[row + 2] + a[row + 3] * d) * d2;
        final double high = (a[row + 4] + a[row + 5] * d) + (a[row + 6] + a[row + 7] * d) * d2;
        return low + high * (d2 * d2);
    }

    /** Derivative of {@link #value}. */
    double slope(double x) {
        final int row = row(x);
        final double d = distance(x);
        final double[] a = coefficients;
        final double d2 = d * d;
        final double low = (a[row + 1] + 2 * a[row + 2] * d) + (3 * a[row + 3] + 4 * a[row + 4] * d) * d2;
        final double high = (5 * a[row + 5] + 6 * a[row + 6] * d) + 7 * a[row + 7] * d2;
        return low + high * (d2 * d2);
    }

    /** Number of segments, 1 if there are none. */
    int segments() {
        return coefficients.length / TERMS;
    }

    private int row(double x) {
        return TERMS * (int) ((Double.doubleToRawLongBits(x) & MANTISSA) >>> shift);
    }

    private double distance(double x) {
        return x - Double.longBitsToDouble(Double.doubleToRawLongBits(x) & (-1L << shift));
    }

    private static QuantilePiece build(Function function, int exponent, int bits, double tolerance, boolean partly) {
        final int segments = 1 << bits;
        final double h = Math.scalb(1.0, exponent - bits);
        final double start = Math.scalb(1.0, exponent);
        final double[] rows = new double[TERMS * segments];
        final double[] f = new double[NODES.length];
        final double[] slope = new double[NODES.length];
        final double[] c = new double[TERMS];
        final double[] work = new double[TERMS];
        f[3] = function.value(start);
        slope[3] = function.slope(start, f[3]);
        for (int k = 0; k < segments; k++) {
            final double left = start + k * h;
            f[0] = f[3];
            slope[0] = slope[3];
            for (int i = 1; i < NODES.length; i++) {
                f[i] = function.value(left + h * NODES[i]);
                slope[i] = function.slope(left + h * NODES[i], f[i]);
            }
            interpolate(f, slope, h, c, work);
            if (isGood(function, left, h, c, f, slope, tolerance)) {
                double power = 1;
                for (int j = 0; j < TERMS; j++) {
                    rows[TERMS * k + j] = c[j] * power;
                    power /= h;
                }
            } else if (partly) {
                rows[TERMS * k] = Double.NaN;
            } else {
                return NOWHERE;
            }
        }
        return new QuantilePiece(rows, MANTISSA_BITS - bits);
    }

    private static boolean isGood(
            Function function, double left, double h, double[] c, double[] f, double[] slope, double tolerance) {
        double least = Double.POSITIVE_INFINITY;
        for (double s : slope) {
            least = Math.min(least, Math.abs(s));
        }
        final double allowed = Math.min(tolerance, SLOPE_TOLERANCE / SLOPE_FACTOR * h * least) / SAFETY;
        // Values whose rounding exceeds that say nothing of the slope, though they may agree.
        if (!(Math.ulp(f[0]) <= allowed && Math.ulp(f[NODES.length - 1]) <= allowed)) {
            return false;
        }
        for (double t : CHECKS) {
            double p = c[TERMS - 1];
            for (int j = TERMS - 2; j >= 0; j--) {
                p = c[j] + t * p;
            }
            if (!(Math.abs(function.value(left + h * t) - p) <= allowed)) {
                return false;
            }
        }
        return true;
    }

    /** Coefficients of powers of t: divided differences at double nodes, multiplied out. */
    private static void interpolate(double[] f, double[] slope, double h, double[] c, double[] difference) {
        for (int i = 0; i < TERMS; i++) {
            difference[i] = f[i / 2];
        }
        for (int order = 1; order < TERMS; order++) {
            for (int i = TERMS - 1; i >= order; i--) {
                final double width = NODES[i / 2] - NODES[(i - order) / 2];
                difference[i] = width > 0 ? (difference[i] - difference[i - 1]) / width : h * slope[i / 2];
            }
        }
        Arrays.fill(c, 0);
        for (int i = TERMS - 1; i >= 0; i--) {
            for (int j = TERMS - 1; j > 0; j--) {
                c[j] = c[j - 1] - NODES[i / 2] * c[j];
            }
            c[0] = difference[i] - NODES[i / 2] * c[0];
        }
    }

    /** What is tabulated. */
    interface Function {
        /** Value. */
        double value(double x);

        /** Slope, at an argument and the value there. */
        double slope(double x, double value);
    }
}
