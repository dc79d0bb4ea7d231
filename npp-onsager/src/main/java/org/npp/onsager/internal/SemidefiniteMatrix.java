package org.npp.onsager.internal;

import java.util.Locale;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * The door check of matrices of Onsager coefficients and of covariances: finite, symmetric, positive semidefinite.
 *
 * <p>Everything is judged on the scaled matrix \( r_{ij} = L_{ij} / \sqrt{L_{ii} L_{jj}} \), which is definite when
 * \( L \) is and has entries of order one. Coefficients of a dilute or slow ion, many decades below the others, are
 * thereby held to the same relative standard instead of vanishing beside the largest entry.
 */
public final class SemidefiniteMatrix {
    /** Allowed deviation of \( r \) from symmetry and of its eigenvalues below zero: rounding of some thousand terms. */
    public static final double TOLERANCE = 1e-12;

    /** No instances. */
    private SemidefiniteMatrix() {}

    /**
     * Returns the symmetric part of a positive semidefinite matrix.
     *
     * @param label what the matrix is called in messages
     * @param l the matrix. Not modified.
     * @param unit unit of the entries
     * @param tolerance allowed deviation of the scaled matrix from symmetry and of its eigenvalues below zero [1]
     * @return a new matrix, exactly symmetric
     * @throws IllegalArgumentException if it is not such a matrix
     */
    public static DMatrixRMaj checked(String label, DMatrixRMaj l, String unit, double tolerance) {
        final int n = l.getNumRows();
        if (n == 0 || l.getNumCols() != n) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%s must be square and not empty: %d x %d", label, n, l.getNumCols()));
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                Arguments.finite(Arguments.entry(label, i, j), l.unsafe_get(i, j), unit);
            }
        }
        final DMatrixRMaj symmetric = new DMatrixRMaj(n, n);
        final DMatrixRMaj scaled = new DMatrixRMaj(n, n);
        for (int i = 0; i < n; i++) {
            final double diagonal = Arguments.nonNegative(Arguments.entry(label, i, i), l.unsafe_get(i, i), unit);
            symmetric.unsafe_set(i, i, diagonal);
            scaled.unsafe_set(i, i, diagonal > 0 ? 1 : 0);
            for (int j = 0; j < i; j++) {
                pair(label, l, i, j, unit, tolerance, symmetric, scaled);
            }
        }
        checkEigenvalues(label, scaled, tolerance);
        return symmetric;
    }

    /** Checks one pair of entries against each other and against their diagonal entries, and stores their mean. */
    private static void pair(
            String label,
            DMatrixRMaj l,
            int i,
            int j,
            String unit,
            double tolerance,
            DMatrixRMaj symmetric,
            DMatrixRMaj scaled) {
        final double scale = Math.sqrt(l.unsafe_get(i, i)) * Math.sqrt(l.unsafe_get(j, j));
        final double lower = l.unsafe_get(i, j);
        final double upper = l.unsafe_get(j, i);
        if (Math.abs(upper - lower) > tolerance * scale) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%s must be symmetric: %s = %s, %s = %s %s",
                    label,
                    Arguments.entry(label, j, i),
                    upper,
                    Arguments.entry(label, i, j),
                    lower,
                    unit));
        }
        final double mean = lower == upper ? lower : 0.5 * lower + 0.5 * upper;
        if (Math.abs(mean) > (1 + tolerance) * scale) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%s must be positive semidefinite: |%s| = %s, but sqrt(%s %s) = %s %s",
                    label,
                    Arguments.entry(label, j, i),
                    Math.abs(mean),
                    Arguments.entry(label, j, j),
                    Arguments.entry(label, i, i),
                    scale,
                    unit));
        }
        final double r = scale > 0 ? mean / scale : 0;
        symmetric.unsafe_set(i, j, mean);
        symmetric.unsafe_set(j, i, mean);
        scaled.unsafe_set(i, j, r);
        scaled.unsafe_set(j, i, r);
    }

    /** The pairs settle two ions; more can be indefinite although every pair is sound. */
    private static void checkEigenvalues(String label, DMatrixRMaj scaled, double tolerance) {
        if (scaled.getNumRows() < 3) {
            return;
        }
        final double least = leastEigenvalue(scaled);
        if (least < -tolerance) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%s must be positive semidefinite: least eigenvalue of %s_ij/sqrt(%s_ii %s_jj) is %.3e, allowed %.0e",
                    label,
                    label,
                    label,
                    label,
                    least,
                    -tolerance));
        }
    }

    /**
     * Returns the least eigenvalue of a symmetric matrix.
     *
     * @param symmetric the matrix, not empty, finite. Not modified.
     * @return the eigenvalue, in the unit of the entries
     */
    public static double leastEigenvalue(DMatrixRMaj symmetric) {
        final int n = symmetric.getNumRows();
        final EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, false, true);
        if (!eigen.decompose(new DMatrixRMaj(symmetric))) {
            throw new IllegalArgumentException("eigenvalues of a finite symmetric matrix were not found");
        }
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            least = Math.min(least, eigen.getEigenvalue(i).getReal());
        }
        return least;
    }

    /**
     * Returns a factor \( F \) with \( L = F F^T \) to \( 2^{-52} \cdot 10 N \sqrt{L_{ii} L_{jj}} \), of a singular matrix too.
     * What is computed from it as \( (AF)(AF)^T \) is positive semidefinite by its form.
     *
     * @param l a checked matrix of order N. Not modified.
     * @return a new N &times; N matrix, in the square root of the unit of the entries
     */
    public static DMatrixRMaj factor(DMatrixRMaj l) {
        final int n = l.getNumRows();
        final double[] scale = new double[n];
        for (int i = 0; i < n; i++) {
            scale[i] = Math.sqrt(l.unsafe_get(i, i));
        }
        final DMatrixRMaj scaled = new DMatrixRMaj(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                final double product = scale[i] * scale[j];
                scaled.unsafe_set(i, j, product > 0 ? l.unsafe_get(i, j) / product : 0);
            }
        }
        final EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, true, true);
        eigen.decompose(scaled);
        final DMatrixRMaj factor = new DMatrixRMaj(n, n);
        for (int k = 0; k < n; k++) {
            final double root = Math.sqrt(Math.max(0, eigen.getEigenvalue(k).getReal()));
            final DMatrixRMaj vector = eigen.getEigenVector(k);
            for (int i = 0; i < n; i++) {
                factor.unsafe_set(i, k, scale[i] * root * vector.get(i));
            }
        }
        return factor;
    }

    /**
     * Returns the factor of an Onsager matrix transformed by {@code a}, multiplied out: \( A L A^T \), exactly symmetric and
     * positive semidefinite to rounding.
     *
     * @param a M &times; N. Not modified.
     * @param l a checked matrix of order N. Not modified.
     * @return a new M &times; M matrix
     */
    public static DMatrixRMaj congruent(DMatrixRMaj a, DMatrixRMaj l) {
        final DMatrixRMaj transformed = new DMatrixRMaj(a.getNumRows(), a.getNumCols());
        CommonOps_DDRM.mult(a, factor(l), transformed);
        final DMatrixRMaj product = new DMatrixRMaj(a.getNumRows(), a.getNumRows());
        CommonOps_DDRM.multOuter(transformed, product);
        return product;
    }
}
