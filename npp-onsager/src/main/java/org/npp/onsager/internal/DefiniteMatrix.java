package org.npp.onsager.internal;

import java.util.Locale;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.decomposition.TriangularSolver_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;

/**
 * Inverse of a symmetric positive definite matrix by the Cholesky factor of its scaled form
 * \( a_{ij} / \sqrt{a_{ii} a_{jj}} \), so that units and orders of magnitude of the rows do not matter. The inverse is formed as
 * \( C^{-T} C^{-1} \): it is symmetric and positive semidefinite up to the rounding of that product, however close the matrix
 * is to a singular one.
 */
public final class DefiniteMatrix {
    /** Least square of a pivot that is not rounding, per row [1]. */
    private static final double SINGULAR = 10 * Math.ulp(1.0);

    /** No instances. */
    private DefiniteMatrix() {}

    /**
     * Returns the inverse.
     *
     * @param label what the matrix is called in messages
     * @param matrix a symmetric matrix of finite entries. Not modified.
     * @param meaning what it means if the matrix is singular, the end of the message
     * @return a new matrix, exactly symmetric
     * @throws IllegalArgumentException if the matrix is not positive definite, or so close to a singular one that the inverse
     *     would be rounding (a squared pivot of the scaled matrix below \( 10 N \cdot 2^{-52} \))
     */
    public static DMatrixRMaj inverse(String label, DMatrixRMaj matrix, String meaning) {
        final int n = matrix.getNumRows();
        final double[] scale = new double[n];
        for (int i = 0; i < n; i++) {
            final double diagonal = matrix.unsafe_get(i, i);
            if (!(diagonal > 0)) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "%s must be positive definite: %s = %s; %s",
                        label,
                        Arguments.entry(label, i, i),
                        diagonal,
                        meaning));
            }
            scale[i] = 1 / Math.sqrt(diagonal);
        }
        final DMatrixRMaj factor = scaled(matrix, scale);
        final CholeskyDecomposition_F64<DMatrixRMaj> cholesky = DecompositionFactory_DDRM.chol(n, true);
        if (!cholesky.decompose(factor) || leastPivot(cholesky.getT(factor)) < SINGULAR * n) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%s must be positive definite: least eigenvalue of %s_ij/sqrt(%s_ii %s_jj) is %.3e; %s",
                    label,
                    label,
                    label,
                    label,
                    SemidefiniteMatrix.leastEigenvalue(scaled(matrix, scale)),
                    meaning));
        }
        TriangularSolver_DDRM.invertLower(factor.data, n);
        final DMatrixRMaj inverse = new DMatrixRMaj(n, n);
        CommonOps_DDRM.multInner(factor, inverse);
        return scaled(inverse, scale);
    }

    /** Returns \( s_i a_{ij} s_j \), exactly symmetric if {@code a} is. */
    private static DMatrixRMaj scaled(DMatrixRMaj a, double[] s) {
        final int n = s.length;
        final DMatrixRMaj out = new DMatrixRMaj(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                final double value = s[i] * a.unsafe_get(i, j) * s[j];
                out.unsafe_set(i, j, value);
                out.unsafe_set(j, i, value);
            }
        }
        return out;
    }

    /** Least square of a diagonal entry of a triangular factor. */
    private static double leastPivot(DMatrixRMaj factor) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < factor.getNumRows(); i++) {
            least = Math.min(least, factor.unsafe_get(i, i) * factor.unsafe_get(i, i));
        }
        return least;
    }
}
