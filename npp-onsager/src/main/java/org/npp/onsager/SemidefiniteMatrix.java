package org.npp.onsager;

import java.util.Locale;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * The door check of Onsager matrices: finite, symmetric, positive semidefinite.
 *
 * <p>Everything is judged on the scaled matrix \( r_{ij} = L_{ij} / \sqrt{L_{ii} L_{jj}} \), which is definite when
 * \( L \) is and has entries of order one. Coefficients of a dilute or slow ion, many decades below the others, are
 * thereby held to the same relative standard instead of vanishing beside the largest entry.
 */
final class SemidefiniteMatrix {
    /** Allowed deviation of \( r \) from symmetry and of its eigenvalues below zero: rounding of some thousand terms. */
    static final double TOLERANCE = 1e-12;

    /** No instances. */
    private SemidefiniteMatrix() {}

    /** Returns the symmetric part of {@code l}, or throws in words that use {@code unit}. {@code l} is not modified. */
    static DMatrixRMaj checked(DMatrixRMaj l, String unit) {
        final int n = l.getNumRows();
        if (n == 0 || l.getNumCols() != n) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "L must be square and not empty: %d x %d", n, l.getNumCols()));
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                Arguments.finite(name(i, j), l.unsafe_get(i, j), unit);
            }
        }
        final DMatrixRMaj symmetric = new DMatrixRMaj(n, n);
        final DMatrixRMaj scaled = new DMatrixRMaj(n, n);
        for (int i = 0; i < n; i++) {
            final double diagonal = Arguments.nonNegative(name(i, i), l.unsafe_get(i, i), unit);
            symmetric.unsafe_set(i, i, diagonal);
            scaled.unsafe_set(i, i, diagonal > 0 ? 1 : 0);
            for (int j = 0; j < i; j++) {
                pair(l, i, j, unit, symmetric, scaled);
            }
        }
        checkEigenvalues(scaled);
        return symmetric;
    }

    /** Checks one pair of entries against each other and against their diagonal entries, and stores their mean. */
    private static void pair(DMatrixRMaj l, int i, int j, String unit, DMatrixRMaj symmetric, DMatrixRMaj scaled) {
        final double scale = Math.sqrt(l.unsafe_get(i, i)) * Math.sqrt(l.unsafe_get(j, j));
        final double lower = l.unsafe_get(i, j);
        final double upper = l.unsafe_get(j, i);
        if (Math.abs(upper - lower) > TOLERANCE * scale) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "L must be symmetric: %s = %s, %s = %s %s",
                    name(j, i),
                    upper,
                    name(i, j),
                    lower,
                    unit));
        }
        final double mean = lower == upper ? lower : 0.5 * lower + 0.5 * upper;
        if (Math.abs(mean) > (1 + TOLERANCE) * scale) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "L must be positive semidefinite: |%s| = %s, but sqrt(%s %s) = %s %s",
                    name(j, i),
                    Math.abs(mean),
                    name(j, j),
                    name(i, i),
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
    private static void checkEigenvalues(DMatrixRMaj scaled) {
        final int n = scaled.getNumRows();
        if (n < 3) {
            return;
        }
        final EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, false, true);
        if (!eigen.decompose(scaled)) {
            throw new IllegalArgumentException("L must be positive semidefinite: its eigenvalues were not found");
        }
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            least = Math.min(least, eigen.getEigenvalue(i).getReal());
        }
        if (least < -TOLERANCE) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "L must be positive semidefinite: least eigenvalue of L_ij/sqrt(L_ii L_jj) is %.3e, allowed %.0e",
                    least,
                    -TOLERANCE));
        }
    }

    private static String name(int i, int j) {
        return "L[" + i + "][" + j + "]";
    }
}
