package org.npp.cait.fit;

import java.util.Arrays;
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

    private final double[][] matrix;
    private final boolean[] identifiable;
    private final double condition;

    private Covariance(double[][] matrix, boolean[] identifiable, double condition) {
        this.matrix = matrix;
        this.identifiable = identifiable;
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
        final double[][] inverse = new double[n][n];
        for (int k = 0; k < n; k++) {
            final double[] direction = column(svd.getV(), k);
            if (singular[k] > tolerance * singular[0]) {
                add(inverse, direction, 1 / (singular[k] * singular[k]));
            } else {
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
        return new Covariance(inverse, identifiable, n == 0 ? 1 : singular[0] / singular[n - 1]);
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

    double at(int i, int j) {
        return matrix[i][j];
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
        return new Covariance(scaled, identifiable, condition);
    }
}
