package org.npp.cait.inversion;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Penalised cubic B-splines in \( u = \ln(1 + x/x_0) \), in which a profile behind a front is nearly straight; the
 * penalty, on second differences, by generalised cross-validation.
 *
 * @see "Eilers, Marx, Stat. Sci. 11, 89 (1996), doi:10.1214/ss/1038425655"
 */
final class ProfileSmoother {
    /** Intervals between knots. */
    private static final int SEGMENTS = 20;

    private static final int SIZE = SEGMENTS + 3;

    /** Decades of the penalty relative to the data, and steps in each. */
    private static final int DECADES = 8;

    private static final int STEPS = 2;

    private final double scale;
    private final double range;

    /** Maps values to coefficients. */
    private final RealMatrix smoother;

    private final double effectiveParameters;

    private ProfileSmoother(double scale, double range, RealMatrix smoother, double effectiveParameters) {
        this.scale = scale;
        this.range = range;
        this.smoother = smoother;
        this.effectiveParameters = effectiveParameters;
    }

    /** Chooses the penalty for values with errors at depths up to {@code end}. */
    static ProfileSmoother of(double[] x, double[] y, double[] sigma, double scale, double end) {
        final double range = Math.log1p(end / scale);
        final double[][] basis = new double[x.length][];
        final double[][] weighted = new double[SIZE][x.length];
        for (int k = 0; k < x.length; k++) {
            basis[k] = basis(Math.log1p(x[k] / scale) / range * SEGMENTS);
            for (int i = 0; i < SIZE; i++) {
                weighted[i][k] = basis[k][i] / (sigma[k] * sigma[k]);
            }
        }
        final RealMatrix design = new Array2DRowRealMatrix(basis, false);
        final RealMatrix transposed = new Array2DRowRealMatrix(weighted, false);
        final RealMatrix normal = transposed.multiply(design);
        final RealMatrix penalty = penalty();
        final double unit = normal.getTrace() / penalty.getTrace();
        ProfileSmoother best = null;
        double least = Double.POSITIVE_INFINITY;
        for (int p = -DECADES * STEPS; p <= DECADES * STEPS; p++) {
            final RealMatrix inverse = new LUDecomposition(
                            normal.add(penalty.scalarMultiply(unit * Math.pow(10, (double) p / STEPS))))
                    .getSolver()
                    .getInverse();
            final double trace = inverse.multiply(normal).getTrace();
            final ProfileSmoother one = new ProfileSmoother(scale, range, inverse.multiply(transposed), trace);
            final double free = x.length - trace;
            final double score = one.chiSquare(x, y, sigma) / (free * free);
            if (free > 0 && (best == null || score < least)) {
                best = one;
                least = score;
            }
        }
        if (best == null) {
            throw new IllegalArgumentException("too few points behind the front to smooth: " + x.length);
        }
        return best;
    }

    private static RealMatrix penalty() {
        final double[][] difference = new double[SIZE - 2][SIZE];
        for (int i = 0; i < SIZE - 2; i++) {
            difference[i][i] = 1;
            difference[i][i + 1] = -2;
            difference[i][i + 2] = 1;
        }
        final RealMatrix d = new Array2DRowRealMatrix(difference, false);
        return d.transpose().multiply(d);
    }

    /** Cubic B-splines at t in [0, SEGMENTS]. */
    private static double[] basis(double t) {
        final int k = (int) Math.max(0, Math.min(SEGMENTS - 1, Math.floor(t)));
        final double r = t - k;
        final double q = 1 - r;
        final double[] b = new double[SIZE];
        b[k] = q * q * q / 6;
        b[k + 1] = (4 + r * r * (3 * r - 6)) / 6;
        b[k + 2] = (4 + q * q * (3 * q - 6)) / 6;
        b[k + 3] = r * r * r / 6;
        return b;
    }

    double[] coefficients(double[] y) {
        return smoother.operate(y);
    }

    /** Value of a curve at a depth. */
    double value(double[] coefficients, double x) {
        final double[] b = basis(Math.log1p(x / scale) / range * SEGMENTS);
        double sum = 0;
        for (int i = 0; i < SIZE; i++) {
            sum += b[i] * coefficients[i];
        }
        return sum;
    }

    double chiSquare(double[] x, double[] y, double[] sigma) {
        final double[] c = coefficients(y);
        double sum = 0;
        for (int k = 0; k < x.length; k++) {
            final double e = (y[k] - value(c, x[k])) / sigma[k];
            sum += e * e;
        }
        return sum;
    }

    double effectiveParameters() {
        return effectiveParameters;
    }

    /** Standard deviation of the noise over the errors given. */
    double noise(double[] x, double[] y, double[] sigma) {
        return Math.sqrt(chiSquare(x, y, sigma) / Math.max(1, x.length - effectiveParameters));
    }

    /** Errors that are not known or 0 as ones that can divide. */
    static double[] usable(double[] sigma, int length) {
        final double least = Arrays.stream(sigma).filter(s -> s > 0).min().orElse(1);
        final double[] used = new double[length];
        for (int k = 0; k < length; k++) {
            used[k] = sigma.length == 0 ? 1 : Math.max(sigma[k], least);
        }
        return used;
    }
}
