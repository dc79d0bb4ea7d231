package org.npp.onsager.uncertainty;

import java.util.Locale;
import org.ejml.data.DMatrixRMaj;

/**
 * Values of a {@link Conversion} and their derivatives at one point.
 *
 * <p><strong>Layout.</strong> Row k of the Jacobian belongs to output k, column m to input m.
 * <strong>Threading.</strong> Instances are immutable and thread-safe.
 */
public final class Linearization {
    private final double[] values;

    private final DMatrixRMaj jacobian;

    private Linearization(double[] values, DMatrixRMaj jacobian) {
        this.values = values;
        this.jacobian = jacobian;
    }

    /**
     * Creates a linearization.
     *
     * @param values the outputs, length M. Not modified.
     * @param jacobian derivatives of the outputs to the inputs, M rows. Not modified.
     * @return the linearization
     * @throws IllegalArgumentException if the numbers of outputs differ
     */
    public static Linearization of(double[] values, DMatrixRMaj jacobian) {
        if (jacobian.getNumRows() != values.length) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "jacobian must have one row per value: %d rows, %d values",
                    jacobian.getNumRows(),
                    values.length));
        }
        return new Linearization(values.clone(), new DMatrixRMaj(jacobian));
    }

    /**
     * Returns the outputs.
     *
     * @return a new array of length M
     */
    public double[] values() {
        return values.clone();
    }

    /**
     * Returns the derivatives.
     *
     * @return a new matrix, M rows, one column per input
     */
    public DMatrixRMaj jacobian() {
        return new DMatrixRMaj(jacobian);
    }
}
