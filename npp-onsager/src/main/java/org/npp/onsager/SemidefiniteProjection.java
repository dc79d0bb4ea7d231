package org.npp.onsager;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.npp.onsager.internal.Arguments;
import org.npp.onsager.internal.SemidefiniteMatrix;

/**
 * The Onsager matrix nearest to measured or simulated coefficients that break the second law or reciprocity by their errors,
 * and an account of what had to be changed.
 *
 * <p>Nearest in the norm that treats every ion alike, however slow or dilute,
 *
 * <p>\[ \| \Delta \|^2 = \sum_{ij} \frac{(\Delta L_{ij})^2}{L_{ii} L_{jj}} \]
 *
 * <p>it is the symmetric part of the given matrix with the negative eigenvalues of its scaled form
 * \( r_{ij} = L_{ij}/\sqrt{L_{ii} L_{jj}} \) set to zero. An ion with \( L_{ii} \le 0 \) has no scale; its row and column
 * become zero, which says that it does not move.
 *
 * <p>A change that is small beside the error bars is noise removed. One that is not says that the numbers do not belong
 * together: wrong frame, wrong sign of a charge, a thermodynamic factor from another composition. Look at {@link #change()}
 * before using {@link #matrix()}.
 *
 * <p><strong>Accuracy.</strong> Entries to \( 2^{-52} \cdot 10 N \sqrt{L_{ii} L_{jj}} \), a projection of a projection changes
 * nothing; see {@code SemidefiniteProjectionPropertyTest}. <strong>Threading.</strong> Instances are immutable and
 * thread-safe.
 *
 * <pre>{@code
 * DMatrixRMaj measured = new DMatrixRMaj(new double[][] {{4e31, -2.1e31}, {-2.0e31, 1e31}});
 * SemidefiniteProjection nearest = SemidefiniteProjection.of(measured, new int[] {1, 1});
 * double asymmetry = nearest.asymmetry(); // 0.05
 * double change = nearest.change(); // 0.0375 of sqrt(L_ii L_jj)
 * }</pre>
 *
 * @see <a href="https://doi.org/10.1016/0024-3795(88)90223-6">Higham, Linear Algebra Appl. 103, 103 (1988)</a>
 */
public final class SemidefiniteProjection {
    private final OnsagerMatrix matrix;

    private final double asymmetry;

    private final double leastEigenvalue;

    private final double change;

    private SemidefiniteProjection(OnsagerMatrix matrix, double asymmetry, double leastEigenvalue, double change) {
        this.matrix = matrix;
        this.asymmetry = asymmetry;
        this.leastEigenvalue = leastEigenvalue;
        this.change = change;
    }

    /**
     * Finds the nearest matrix.
     *
     * @param l coefficients [1/(J m s)], N &times; N, N &ge; 1, finite. Not modified.
     * @param chargeNumbers \( z_i \) [1], length N, any integers. Not modified.
     * @return the projection
     * @throws IllegalArgumentException if the matrix is not square, empty or not finite, or the lengths differ
     */
    public static SemidefiniteProjection of(DMatrixRMaj l, int[] chargeNumbers) {
        final int n = Arguments.atLeastOne("L", l.getNumRows());
        final DMatrixRMaj given = Arguments.square("L", l, n, "1/(J m s)");
        Arguments.length("chargeNumbers", chargeNumbers.length, n);
        final double[] scale = new double[n];
        for (int i = 0; i < n; i++) {
            scale[i] = Math.sqrt(Math.max(0, given.unsafe_get(i, i)));
        }
        final DMatrixRMaj scaled = new DMatrixRMaj(n, n);
        double asymmetry = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                final double product = scale[i] * scale[j];
                if (product > 0) {
                    final double lower = given.unsafe_get(i, j) / product;
                    final double upper = given.unsafe_get(j, i) / product;
                    asymmetry = Math.max(asymmetry, Math.abs(upper - lower));
                    final double mean = i == j ? 1 : 0.5 * lower + 0.5 * upper;
                    scaled.unsafe_set(i, j, mean);
                    scaled.unsafe_set(j, i, mean);
                }
            }
        }
        final double least = SemidefiniteMatrix.leastEigenvalue(scaled);
        final DMatrixRMaj nearest = least < -SemidefiniteMatrix.TOLERANCE / 2 ? positivePart(scaled) : scaled;
        final DMatrixRMaj result = new DMatrixRMaj(n, n);
        double change = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                final double product = scale[i] * scale[j];
                result.unsafe_set(i, j, nearest.unsafe_get(i, j) * product);
                if (product > 0) {
                    final double before = i == j ? 1 : given.unsafe_get(i, j) / product;
                    change = Math.max(change, Math.abs(nearest.unsafe_get(i, j) - before));
                } else if (given.unsafe_get(i, j) != 0) {
                    change = Double.POSITIVE_INFINITY;
                }
            }
        }
        return new SemidefiniteProjection(OnsagerMatrix.of(result, chargeNumbers), asymmetry, least, change);
    }

    /** The matrix with its negative eigenvalues set to zero, exactly symmetric. */
    private static DMatrixRMaj positivePart(DMatrixRMaj symmetric) {
        final int n = symmetric.getNumRows();
        final EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, true, true);
        eigen.decompose(new DMatrixRMaj(symmetric));
        final DMatrixRMaj sum = new DMatrixRMaj(n, n);
        for (int k = 0; k < n; k++) {
            final double value = eigen.getEigenvalue(k).getReal();
            final DMatrixRMaj vector = eigen.getEigenVector(k);
            for (int i = 0; value > 0 && i < n; i++) {
                for (int j = 0; j < n; j++) {
                    sum.add(i, j, value * (vector.get(i) * vector.get(j)));
                }
            }
        }
        return sum;
    }

    /**
     * Returns the nearest matrix.
     *
     * @return the matrix
     */
    public OnsagerMatrix matrix() {
        return matrix;
    }

    /**
     * Returns the largest violation of reciprocity, \( |L_{ij} - L_{ji}| / \sqrt{L_{ii} L_{jj}} \).
     *
     * @return the asymmetry [1]; 0 for a symmetric matrix
     */
    public double asymmetry() {
        return asymmetry;
    }

    /**
     * Returns the least eigenvalue of the symmetric part of the given \( L_{ij} / \sqrt{L_{ii} L_{jj}} \).
     *
     * @return the eigenvalue [1], at most 1; negative if the second law was broken. 0 if an ion does not move.
     */
    public double leastEigenvalue() {
        return leastEigenvalue;
    }

    /**
     * Returns the largest change of an entry, \( |\Delta L_{ij}| / \sqrt{L_{ii} L_{jj}} \) with the given diagonal.
     *
     * @return the change [1]; infinite if a diagonal entry was negative, or zero beside entries that were not
     */
    public double change() {
        return change;
    }
}
