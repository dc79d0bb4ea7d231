package org.npp.core.transport;

import java.util.Locale;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/** Checks matrices of correlations: symmetric, ones on the diagonal, positive semidefinite. */
final class CorrelationMatrix {
    /** An eigenvalue may be this far below 0 by rounding. */
    private static final double ROUNDING = 1e-12;

    private CorrelationMatrix() {}

    /** Returns a checked copy of a row-major matrix. */
    static double[] checked(double[] matrix, int size) {
        if (matrix.length != size * size) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "correlations of %d ions must be %d numbers: %d", size, size * size, matrix.length));
        }
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                final double r = matrix[i * size + j];
                if (!(i == j ? r == 1 : r == matrix[j * size + i])) {
                    throw new IllegalArgumentException(String.format(
                            Locale.ROOT,
                            "correlations must be symmetric and 1 on the diagonal: r[%d][%d] = %s",
                            i,
                            j,
                            r));
                }
            }
        }
        final double least = leastEigenvalue(matrix, size);
        if (least >= -ROUNDING) {
            return matrix.clone();
        }
        throw new IllegalArgumentException(
                String.format(Locale.ROOT, "correlations must be positive semidefinite: least eigenvalue %s", least));
    }

    private static double leastEigenvalue(double[] matrix, int size) {
        final EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(size, false, true);
        double least = Double.NaN;
        if (eigen.decompose(new DMatrixRMaj(size, size, true, matrix.clone()))) {
            least = eigen.getEigenvalue(0).getReal();
            for (int i = 1; i < size; i++) {
                least = Math.min(least, eigen.getEigenvalue(i).getReal());
            }
        }
        return least;
    }
}
