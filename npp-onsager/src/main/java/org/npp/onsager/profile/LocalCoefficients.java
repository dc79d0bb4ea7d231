package org.npp.onsager.profile;

import org.npp.onsager.OnsagerMatrix;
import org.npp.onsager.internal.Arguments;

/**
 * Onsager matrix and tracer diffusion coefficients at one place.
 *
 * <p><strong>Threading.</strong> Instances are immutable and thread-safe.
 */
public final class LocalCoefficients {
    private final OnsagerMatrix matrix;

    private final double[] tracerDiffusivities;

    private LocalCoefficients(OnsagerMatrix matrix, double[] tracerDiffusivities) {
        this.matrix = matrix;
        this.tracerDiffusivities = tracerDiffusivities;
    }

    /**
     * Creates the coefficients.
     *
     * @param matrix matrix of N ions
     * @param tracerDiffusivities \( D^*_i \) [m&sup2;/s], length N, finite, \( \ge 0 \). Not modified.
     * @return the coefficients
     * @throws IllegalArgumentException if an argument is out of its range
     */
    public static LocalCoefficients of(OnsagerMatrix matrix, double[] tracerDiffusivities) {
        Arguments.length("tracerDiffusivities", tracerDiffusivities.length, matrix.size());
        for (int i = 0; i < tracerDiffusivities.length; i++) {
            Arguments.nonNegative("tracerDiffusivities[" + i + "]", tracerDiffusivities[i], "m^2/s");
        }
        return new LocalCoefficients(matrix, tracerDiffusivities.clone());
    }

    /**
     * Returns the matrix.
     *
     * @return the matrix
     */
    public OnsagerMatrix matrix() {
        return matrix;
    }

    /**
     * Returns a tracer diffusion coefficient.
     *
     * @param ion index, 0 to N &minus; 1
     * @return \( D^* \) [m&sup2;/s]
     * @throws IndexOutOfBoundsException if there is no such ion
     */
    public double tracerDiffusivity(int ion) {
        return tracerDiffusivities[ion];
    }

    /** The tracer diffusion coefficients. Not to be modified. */
    double[] tracers() {
        return tracerDiffusivities;
    }
}
