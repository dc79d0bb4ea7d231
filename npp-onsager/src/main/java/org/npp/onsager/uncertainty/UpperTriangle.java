package org.npp.onsager.uncertainty;

import java.util.Locale;
import java.util.Objects;
import org.ejml.data.DMatrixRMaj;
import org.npp.onsager.OnsagerMatrix;
import org.npp.onsager.internal.Arguments;

/**
 * Order in which the independent entries of a symmetric N &times; N matrix stand in an array: row by row of the upper
 * triangle, \( L_{00}, L_{01}, \ldots, L_{0,N-1}, L_{11}, L_{12}, \ldots \)
 *
 * <p><strong>Threading.</strong> Instances are immutable and thread-safe.
 *
 * @param order N, at least 1
 */
public record UpperTriangle(int order) {

    /**
     * Checks the order.
     *
     * @param order N
     * @throws IllegalArgumentException if it is below 1
     */
    public UpperTriangle {
        if (order < 1) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "order must be at least 1: %d", order));
        }
    }

    /**
     * Returns the number of independent entries.
     *
     * @return N(N + 1)/2
     */
    public int size() {
        return order * (order + 1) / 2;
    }

    /**
     * Returns where an entry stands.
     *
     * @param i row, 0 to N &minus; 1
     * @param j column, 0 to N &minus; 1; \( (j, i) \) is the same entry
     * @return index, 0 to {@link #size} &minus; 1
     * @throws IndexOutOfBoundsException if there is no such entry
     */
    public int index(int i, int j) {
        final int row = Math.min(Objects.checkIndex(i, order), Objects.checkIndex(j, order));
        return row * (2 * order - row - 1) / 2 + Math.max(i, j);
    }

    /**
     * Returns the entries of a matrix.
     *
     * @param l matrix of N ions
     * @return a new array [1/(J m s)]
     * @throws IllegalArgumentException if the number of ions is not N
     */
    public double[] entries(OnsagerMatrix l) {
        Arguments.length("l", l.size(), order);
        final double[] values = new double[size()];
        for (int i = 0; i < order; i++) {
            for (int j = i; j < order; j++) {
                values[index(i, j)] = l.entry(i, j);
            }
        }
        return values;
    }

    /**
     * Returns the symmetric matrix of given entries.
     *
     * @param values the entries. Not modified.
     * @return a new N &times; N matrix, not checked to be positive semidefinite
     * @throws IllegalArgumentException if there are not N(N + 1)/2 of them
     */
    public DMatrixRMaj matrix(double... values) {
        check(values);
        final DMatrixRMaj l = new DMatrixRMaj(order, order);
        for (int i = 0; i < order; i++) {
            for (int j = 0; j < order; j++) {
                l.unsafe_set(i, j, values[index(i, j)]);
            }
        }
        return l;
    }

    /** Throws unless the array has one value per independent entry. */
    private void check(double[] values) {
        if (values.length != size()) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "values must have one entry per coefficient of %d ions: %d entries, %d coefficients",
                    order,
                    values.length,
                    size()));
        }
    }
}
