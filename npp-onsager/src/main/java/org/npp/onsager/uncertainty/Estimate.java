package org.npp.onsager.uncertainty;

import java.util.Locale;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.npp.onsager.internal.Arguments;
import org.npp.onsager.internal.SemidefiniteMatrix;

/**
 * Values with the covariance of their errors.
 *
 * <p>Through a {@link Conversion} with the Jacobian \( G \) the covariance becomes
 *
 * <p>\[ C' = G C G^T \]
 *
 * <p>exact for linear conversions, and else the first order in the errors: good while the conversion is straight over an
 * error bar. Where it is not (a determinant that is zero within its error, a conductivity that may be zero) sample instead.
 * <strong>Accuracy</strong> of the propagation itself: rounding, relative 1e-15 of the largest term; see
 * {@code ConversionPropertyTest}, and against samples {@code EstimateTest}. <strong>Threading.</strong> Instances are immutable and thread-safe.
 *
 * <pre>{@code
 * Estimate measured = Estimate.ofStandardErrors(new double[] {1e-6, 0.90, 2e-18}, new double[] {2e-8, 0.01, 3e-19});
 * Estimate l = measured.through(pair.fromConductivity()); // L_11, L_12, L_22
 * double errorOfCross = l.standardError(1);
 * }</pre>
 */
public final class Estimate {
    private final double[] values;

    private final DMatrixRMaj covariance;

    private Estimate(double[] values, DMatrixRMaj covariance) {
        this.values = values;
        this.covariance = covariance;
    }

    /**
     * Creates an estimate.
     *
     * @param values the values, length M &ge; 1, finite. Not modified.
     * @param covariance M &times; M, symmetric, positive semidefinite; a zero row is an exact value. Not modified.
     * @return the estimate
     * @throws IllegalArgumentException if an argument is out of its range
     */
    public static Estimate of(double[] values, DMatrixRMaj covariance) {
        final int n = Arguments.atLeastOne("values", values.length);
        for (int i = 0; i < n; i++) {
            Arguments.finite("values[" + i + "]", values[i], "in its unit");
        }
        Arguments.square("covariance", covariance, n, "in their unit");
        return new Estimate(
                values.clone(),
                SemidefiniteMatrix.checked("covariance", covariance, "in their unit", SemidefiniteMatrix.TOLERANCE));
    }

    /**
     * Creates an estimate of values with independent errors.
     *
     * @param values the values, length M &ge; 1, finite. Not modified.
     * @param standardErrors length M, finite, \( \ge 0 \), in the units of the values; 0 for an exact value. Not modified.
     * @return the estimate
     * @throws IllegalArgumentException if an argument is out of its range
     */
    public static Estimate ofStandardErrors(double[] values, double[] standardErrors) {
        final int n = values.length;
        if (standardErrors.length != n) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "standardErrors must have one entry per value: %d entries, %d values",
                    standardErrors.length,
                    n));
        }
        final DMatrixRMaj covariance = new DMatrixRMaj(n, n);
        for (int i = 0; i < n; i++) {
            final double error = Arguments.nonNegative("standardErrors[" + i + "]", standardErrors[i], "in its unit");
            covariance.unsafe_set(i, i, error * error);
        }
        return of(values, covariance);
    }

    /**
     * Returns the estimate of what a conversion makes of the values.
     *
     * @param conversion takes as many inputs as there are values here
     * @return values and covariance of its outputs
     * @throws IllegalArgumentException if the conversion does not take these values
     */
    public Estimate through(Conversion conversion) {
        final Linearization line = conversion.at(values.clone());
        // a factor of C keeps G C G^T positive semidefinite by its form
        return new Estimate(line.values(), SemidefiniteMatrix.congruent(line.jacobian(), covariance));
    }

    /**
     * Returns the estimate of these values and independent other ones, these first.
     *
     * @param other the other values
     * @return all values, without covariance between the two
     */
    public Estimate and(Estimate other) {
        final int n = values.length;
        final int sum = n + other.values.length;
        final double[] all = new double[sum];
        System.arraycopy(values, 0, all, 0, n);
        System.arraycopy(other.values, 0, all, n, other.values.length);
        final DMatrixRMaj block = new DMatrixRMaj(sum, sum);
        CommonOps_DDRM.insert(covariance, block, 0, 0);
        CommonOps_DDRM.insert(other.covariance, block, n, n);
        return new Estimate(all, block);
    }

    /**
     * Returns the number of values.
     *
     * @return M
     */
    public int size() {
        return values.length;
    }

    /**
     * Returns a value.
     *
     * @param i index, 0 to M &minus; 1
     * @return the value, in its unit
     * @throws IndexOutOfBoundsException if there is no such value
     */
    public double value(int i) {
        return values[i];
    }

    /**
     * Returns all values.
     *
     * @return a new array of length M
     */
    public double[] values() {
        return values.clone();
    }

    /**
     * Returns the standard error of a value.
     *
     * @param i index, 0 to M &minus; 1
     * @return the standard error, in the unit of the value
     * @throws IllegalArgumentException if there is no such value
     */
    public double standardError(int i) {
        return Math.sqrt(covariance.get(i, i));
    }

    /**
     * Returns the correlation of the errors of two values.
     *
     * @param i index, 0 to M &minus; 1
     * @param j index, 0 to M &minus; 1
     * @return the correlation [1], in [&minus;1, 1]; 0 if one of the values is exact
     * @throws IllegalArgumentException if there is no such value
     */
    public double correlation(int i, int j) {
        final double scale = standardError(i) * standardError(j);
        return scale > 0 ? Math.max(-1, Math.min(1, covariance.get(i, j) / scale)) : 0;
    }

    /**
     * Returns the covariance.
     *
     * @return a new M &times; M matrix
     */
    public DMatrixRMaj covariance() {
        return new DMatrixRMaj(covariance);
    }
}
