package org.npp.onsager.uncertainty;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * A conversion between two sets of coefficients that knows its derivatives.
 *
 * <p><strong>Threading.</strong> Implementations of this module are immutable and thread-safe.
 *
 * <pre>{@code
 * Conversion both = pair.fromConductivity().andThen(MatrixConversions.conductivityAndTransference(new int[] {1, 1}));
 * double[] values = both.at(1e-6, 0.9, 2e-18).values(); // conductivity, t_1, t_2
 * }</pre>
 */
@FunctionalInterface
public interface Conversion {

    /**
     * Converts.
     *
     * @param values the inputs, in the order and units that the conversion names. Not modified.
     * @return the outputs and their derivatives to the inputs
     * @throws IllegalArgumentException if an input is out of its range, or their number is wrong
     */
    Linearization at(double... values);

    /**
     * Returns the conversion that applies another one to the outputs of this one.
     *
     * @param next the conversion that follows
     * @return the two in a row; its Jacobian is the product of both
     */
    default Conversion andThen(Conversion next) {
        return values -> {
            final Linearization first = at(values);
            final Linearization second = next.at(first.values());
            final DMatrixRMaj outer = second.jacobian();
            final DMatrixRMaj inner = first.jacobian();
            final DMatrixRMaj product = new DMatrixRMaj(outer.getNumRows(), inner.getNumCols());
            CommonOps_DDRM.mult(outer, inner, product);
            return Linearization.of(second.values(), product);
        };
    }
}
