package org.npp.onsager.uncertainty;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.npp.onsager.internal.Arguments;
import org.npp.onsager.internal.Codata;

/**
 * Conversions of the entries of an Onsager matrix, in the order of {@link UpperTriangle}, with their derivatives.
 *
 * <p>They take entries rather than an {@link org.npp.onsager.OnsagerMatrix}, because measured or simulated ones need not be
 * positive semidefinite, and only demand that the conductivity is positive where they divide by it.
 *
 * <p><strong>Accuracy.</strong> Jacobians as the values, relative 1e-15 where nothing cancels; held against central
 * differences by {@code ConversionPropertyTest}. <strong>Threading.</strong> Immutable and thread-safe.
 */
public final class MatrixConversions {
    /** \( e^2 \) [C&sup2;]. */
    private static final double SQUARE = Codata.ELEMENTARY_CHARGE * Codata.ELEMENTARY_CHARGE;

    /** No instances. */
    private MatrixConversions() {}

    /**
     * Returns \( y = Bx \), whatever the inputs are.
     *
     * @param matrix \( B \), finite. Not modified.
     * @return the conversion; its Jacobian is the matrix
     */
    public static Conversion linear(DMatrixRMaj matrix) {
        final DMatrixRMaj b = new DMatrixRMaj(matrix);
        return values -> {
            Arguments.inputs(values, b.getNumCols());
            final double[] out = new double[b.getNumRows()];
            CommonOps_DDRM.mult(b, DMatrixRMaj.wrap(values.length, 1, values), DMatrixRMaj.wrap(out.length, 1, out));
            return Linearization.of(out, b);
        };
    }

    /**
     * Returns the entries of \( A L A^T \) from those of \( L \): a change of the frame or of the set of components.
     *
     * @param a \( A \), M &times; N. Not modified.
     * @return the conversion of N(N + 1)/2 entries to M(M + 1)/2
     */
    public static Conversion congruence(DMatrixRMaj a) {
        final UpperTriangle in = new UpperTriangle(a.getNumCols());
        final UpperTriangle out = new UpperTriangle(a.getNumRows());
        final DMatrixRMaj b = new DMatrixRMaj(out.size(), in.size());
        for (int p = 0; p < out.order(); p++) {
            for (int q = p; q < out.order(); q++) {
                for (int i = 0; i < in.order(); i++) {
                    for (int j = 0; j < in.order(); j++) {
                        b.add(out.index(p, q), in.index(i, j), a.unsafe_get(p, i) * a.unsafe_get(q, j));
                    }
                }
            }
        }
        return linear(b);
    }

    /**
     * Returns conductivity and transference numbers: entries [1/(J m s)] to \( \sigma \) [S/m], \( t_0 \ldots t_{N-1} \) [1].
     *
     * @param chargeNumbers \( z_i \) [1], length N &ge; 1. Not modified.
     * @return the conversion; it throws {@link IllegalArgumentException} if \( \sigma \le 0 \)
     */
    public static Conversion conductivityAndTransference(int[] chargeNumbers) {
        final int[] z = chargeNumbers.clone();
        final UpperTriangle triangle = new UpperTriangle(z.length);
        return values -> {
            Arguments.inputs(values, triangle.size());
            final double[] flow = flow(triangle, values, z);
            double total = 0;
            for (int i = 0; i < z.length; i++) {
                total += z[i] * flow[i];
            }
            Arguments.positive("conductivity", total * SQUARE, "S/m");
            final double[] out = new double[z.length + 1];
            final DMatrixRMaj jacobian = new DMatrixRMaj(out.length, triangle.size());
            out[0] = total * SQUARE;
            for (int k = 0; k < z.length; k++) {
                out[k + 1] = z[k] * flow[k] / total;
            }
            for (int i = 0; i < z.length; i++) {
                for (int j = 0; j < z.length; j++) {
                    final int column = triangle.index(i, j);
                    final double weight = (double) z[i] * z[j];
                    jacobian.add(0, column, SQUARE * weight);
                    // d(Lz)_i = dL_ij z_j, both orders of i and j add up in the one column
                    jacobian.add(i + 1, column, weight / total);
                    for (int k = 0; k < z.length; k++) {
                        jacobian.add(k + 1, column, -out[k + 1] * weight / total);
                    }
                }
            }
            return Linearization.of(out, jacobian);
        };
    }

    /**
     * Returns conductivity diffusion coefficients: entries [1/(J m s)] to \( D^\sigma_i = kT (Lz)_i / (z_i n_i) \) [m&sup2;/s].
     *
     * @param chargeNumbers \( z_i \) [1], length N &ge; 1, not 0. Not modified.
     * @param densities \( n_i \) [1/m&sup3;], length N, finite, \( > 0 \). Not modified.
     * @param temperature \( T \) [K], finite, \( > 0 \)
     * @return the conversion
     * @throws IllegalArgumentException if an argument is out of its range
     */
    public static Conversion conductivityDiffusivities(int[] chargeNumbers, double[] densities, double temperature) {
        final double[] n = Arguments.present(densities);
        Arguments.length("chargeNumbers", chargeNumbers.length, n.length);
        final double thermal = Codata.BOLTZMANN * Arguments.positive("temperature", temperature, "K");
        final UpperTriangle triangle = new UpperTriangle(n.length);
        final DMatrixRMaj b = new DMatrixRMaj(n.length, triangle.size());
        for (int i = 0; i < n.length; i++) {
            for (int j = 0; j < n.length; j++) {
                final double ratio = (double) chargeNumbers[j] / Arguments.charged(chargeNumbers[i]);
                b.add(i, triangle.index(i, j), thermal * ratio / n[i]);
            }
        }
        return linear(b);
    }

    /**
     * Returns the Haven ratio of all ions together: the entries [1/(J m s)], then the tracer diffusion coefficients
     * \( D^*_i \) [m&sup2;/s], to \( H_R = \sum_i z_i^2 n_i D^*_i / (kT\, z^T L z) \) [1].
     *
     * @param chargeNumbers \( z_i \) [1], length N &ge; 1. Not modified.
     * @param densities \( n_i \) [1/m&sup3;], length N, finite, \( > 0 \). Not modified.
     * @param temperature \( T \) [K], finite, \( > 0 \)
     * @return the conversion of N(N + 1)/2 + N inputs; it throws {@link IllegalArgumentException} if \( \sigma \le 0 \)
     * @throws IllegalArgumentException if an argument is out of its range
     */
    public static Conversion havenRatio(int[] chargeNumbers, double[] densities, double temperature) {
        final double[] n = Arguments.present(densities);
        final int[] z = chargeNumbers.clone();
        Arguments.length("chargeNumbers", z.length, n.length);
        final double thermal = Codata.BOLTZMANN * Arguments.positive("temperature", temperature, "K");
        final UpperTriangle triangle = new UpperTriangle(n.length);
        return values -> {
            Arguments.inputs(values, triangle.size() + n.length);
            double total = 0;
            double tracers = 0;
            for (int i = 0; i < n.length; i++) {
                for (int j = 0; j < n.length; j++) {
                    total += z[i] * values[triangle.index(i, j)] * z[j];
                }
                tracers += z[i] * (n[i] / thermal) * values[triangle.size() + i] * z[i];
            }
            Arguments.positive("conductivity", total * SQUARE, "S/m");
            final double ratio = tracers / total;
            final DMatrixRMaj jacobian = new DMatrixRMaj(1, values.length);
            for (int i = 0; i < n.length; i++) {
                for (int j = 0; j < n.length; j++) {
                    jacobian.add(0, triangle.index(i, j), -ratio * z[i] * z[j] / total);
                }
                jacobian.set(0, triangle.size() + i, z[i] * (n[i] / thermal) * z[i] / total);
            }
            return Linearization.of(new double[] {ratio}, jacobian);
        };
    }

    /** \( Lz \) [1/(J m s)]. */
    private static double[] flow(UpperTriangle triangle, double[] values, int[] z) {
        final double[] flow = new double[z.length];
        for (int i = 0; i < z.length; i++) {
            for (int j = 0; j < z.length; j++) {
                flow[i] += values[triangle.index(i, j)] * z[j];
            }
        }
        return flow;
    }
}
