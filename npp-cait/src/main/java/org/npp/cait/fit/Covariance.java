package org.npp.cait.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * Covariance of fitted coordinates from the derivatives of the residuals, \( (J^T J)^{-1} \), with the directions left
 * out that the residuals don't depend on.
 *
 * <p>The columns of J are scaled to length one first. A singular value below the tolerance marks such a direction, and
 * every coordinate that has a share in it as not identifiable.
 */
final class Covariance {
    /** Share of a coordinate in a direction that counts. */
    private static final double SHARE = 0.03;

    /** Correlation from which on two coordinates can hardly be told apart. */
    private static final double CORRELATED = 0.95;

    private final double[][] matrix;
    private final boolean[] identifiable;

    /** Directions the residuals don't depend on, in scaled coordinates. */
    private final List<double[]> free;

    /** Length of each column of derivatives. */
    private final double[] length;

    private final double condition;

    private Covariance(
            double[][] matrix, boolean[] identifiable, List<double[]> free, double[] length, double condition) {
        this.matrix = matrix;
        this.identifiable = identifiable;
        this.free = free;
        this.length = length;
        this.condition = condition;
    }

    /**
     * Computes the covariance for residuals of unit variance.
     *
     * @param jacobian one row per residual, one column per coordinate. Not modified.
     * @param tolerance least singular value of a direction, over the largest [1]
     * @return the covariance
     */
    static Covariance of(double[][] jacobian, double tolerance) {
        final int n = jacobian.length == 0 ? 0 : jacobian[0].length;
        final double[] length = new double[n];
        final double[][] scaled = new double[Math.max(n, jacobian.length)][n];
        for (int j = 0; j < n; j++) {
            for (final double[] row : jacobian) {
                length[j] = Math.hypot(length[j], row[j]);
            }
            for (int m = 0; m < jacobian.length; m++) {
                scaled[m][j] = length[j] > 0 ? jacobian[m][j] / length[j] : 0;
            }
        }
        final SingularValueDecomposition svd = new SingularValueDecomposition(new Array2DRowRealMatrix(scaled, false));
        final double[] singular = svd.getSingularValues();
        final boolean[] identifiable = new boolean[n];
        Arrays.fill(identifiable, true);
        final List<double[]> free = new ArrayList<>();
        final double[][] inverse = new double[n][n];
        for (int k = 0; k < n; k++) {
            final double[] direction = column(svd.getV(), k);
            if (singular[k] > tolerance * singular[0]) {
                add(inverse, direction, 1 / (singular[k] * singular[k]));
            } else {
                free.add(direction);
                for (int j = 0; j < n; j++) {
                    identifiable[j] &= Math.abs(direction[j]) < SHARE;
                }
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                inverse[i][j] = identifiable[i] && identifiable[j] ? inverse[i][j] / (length[i] * length[j]) : 0;
            }
        }
        return new Covariance(inverse, identifiable, free, length, n == 0 ? 1 : singular[0] / singular[n - 1]);
    }

    private static double[] column(RealMatrix v, int k) {
        return v.getColumn(k);
    }

    private static void add(double[][] sum, double[] direction, double factor) {
        for (int i = 0; i < sum.length; i++) {
            for (int j = 0; j < sum.length; j++) {
                sum[i][j] += factor * direction[i] * direction[j];
            }
        }
    }

    /** Whether the residuals determine a coordinate. */
    boolean identifiable(int j) {
        return identifiable[j];
    }

    /** Change of the residuals, as a vector, with a coordinate. */
    double influence(int j) {
        return length[j];
    }

    /** Other coordinates that can make up for a change of one: along a free direction, or by their correlation. */
    List<Integer> partners(int j) {
        final List<Integer> partners = new ArrayList<>();
        for (int i = 0; i < matrix.length; i++) {
            boolean partner = Math.abs(matrix[i][j]) > CORRELATED * Math.sqrt(matrix[i][i] * matrix[j][j]);
            for (final double[] direction : free) {
                partner |= Math.abs(direction[i]) >= SHARE && Math.abs(direction[j]) >= SHARE;
            }
            if (i != j && partner) {
                partners.add(i);
            }
        }
        return partners;
    }

    double at(int i, int j) {
        return matrix[i][j];
    }

    /** Matrix whose product with its transpose is the covariance; rows of zeros for what is not identifiable. */
    double[][] factor() {
        final int n = matrix.length;
        final double[][] factor = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= factor[i][k] * factor[j][k];
                }
                // round-off and what is not identifiable give no column of their own
                factor[i][j] = i == j ? Math.sqrt(Math.max(0, sum)) : factor[j][j] > 0 ? sum / factor[j][j] : 0;
            }
        }
        return factor;
    }

    /** Largest over least singular value; infinite if a direction is free. */
    double condition() {
        return condition;
    }

    /** Standard deviation of a function of the coordinates, from its gradient. */
    double deviation(double[] gradient) {
        double sum = 0;
        for (int i = 0; i < gradient.length; i++) {
            for (int j = 0; j < gradient.length; j++) {
                sum += gradient[i] * matrix[i][j] * gradient[j];
            }
        }
        return Math.sqrt(Math.max(0, sum));
    }

    /** The same for residuals of another variance. */
    Covariance times(double variance) {
        final double[][] scaled = new double[matrix.length][];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = Arrays.stream(matrix[i]).map(c -> c * variance).toArray();
        }
        return new Covariance(scaled, identifiable, free, length, condition);
    }
}
