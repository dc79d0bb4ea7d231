package org.npp.onsager;

import org.npp.onsager.internal.Arguments;

/**
 * Haven ratio of a tracer diffusion coefficient to the conductivity diffusion coefficient, \( H_R = D^* / D_\sigma \).
 *
 * <p>1 for ions that move independently, below 1 where ions move together or a vacancy takes a tracer back and forth, above
 * 1 where ions of opposite charge move as pairs. For several kinds of ions it is the ratio of the conductivity the tracers
 * would carry independently to the true one,
 *
 * <p>\[ H_R = \frac{\sum_i z_i^2 n_i D^*_i}{kT\, z^T L z} \]
 *
 * <p><strong>Accuracy.</strong> 2 ulp from two diffusion coefficients; as {@link OnsagerMatrix#conductivity} from a matrix.
 * <strong>Threading.</strong> Instances are immutable and thread-safe.
 *
 * <pre>{@code
 * HavenRatio ratio = HavenRatio.of(3e-18, 1e-17); // 0.3
 * double tracer = ratio.tracerDiffusivity(2e-17); // 6e-18 m^2/s
 * }</pre>
 *
 * @param value \( H_R \) [1], finite, \( > 0 \)
 */
public record HavenRatio(double value) {

    /**
     * Checks the value.
     *
     * @param value \( H_R \) [1]
     * @throws IllegalArgumentException if it is out of its range
     */
    public HavenRatio {
        Arguments.positive("Haven ratio", value, "[1]");
    }

    /**
     * Creates the ratio of one kind of ion.
     *
     * @param tracerDiffusivity \( D^* \) [m&sup2;/s], finite, \( > 0 \)
     * @param conductivityDiffusivity \( D_\sigma \) [m&sup2;/s], finite, \( > 0 \)
     * @return the ratio
     * @throws IllegalArgumentException if an argument is out of its range
     */
    public static HavenRatio of(double tracerDiffusivity, double conductivityDiffusivity) {
        return new HavenRatio(Arguments.positive("tracerDiffusivity", tracerDiffusivity, "m^2/s")
                / Arguments.positive("conductivityDiffusivity", conductivityDiffusivity, "m^2/s"));
    }

    /**
     * Creates the ratio of all ions together.
     *
     * @param l Onsager matrix of N ions, conducting
     * @param tracerDiffusivities \( D^*_i \) [m&sup2;/s], length N, finite, \( \ge 0 \). Not modified.
     * @param densities \( n_i \) [1/m&sup3;], length N, finite, \( \ge 0 \). Not modified.
     * @param temperature \( T \) [K], finite, \( > 0 \)
     * @return the ratio
     * @throws IllegalArgumentException if an argument is out of its range, or if \( \sigma \) or the conductivity of the
     *     tracers is zero
     */
    public static HavenRatio of(OnsagerMatrix l, double[] tracerDiffusivities, double[] densities, double temperature) {
        final OnsagerMatrix tracers =
                OnsagerMatrix.nernstPlanck(tracerDiffusivities, densities, l.chargeNumbers(), temperature);
        return new HavenRatio(Arguments.positive("conductivity of independent tracers", tracers.conductivity(), "S/m")
                / Arguments.positive("conductivity", l.conductivity(), "S/m"));
    }

    /**
     * Returns the tracer diffusion coefficient, \( D^* = H_R D_\sigma \).
     *
     * @param conductivityDiffusivity \( D_\sigma \) [m&sup2;/s], finite, \( \ge 0 \)
     * @return \( D^* \) [m&sup2;/s]
     * @throws IllegalArgumentException if the argument is out of its range
     */
    public double tracerDiffusivity(double conductivityDiffusivity) {
        return value * Arguments.nonNegative("conductivityDiffusivity", conductivityDiffusivity, "m^2/s");
    }

    /**
     * Returns the conductivity diffusion coefficient, \( D_\sigma = D^* / H_R \).
     *
     * @param tracerDiffusivity \( D^* \) [m&sup2;/s], finite, \( \ge 0 \)
     * @return \( D_\sigma \) [m&sup2;/s]
     * @throws IllegalArgumentException if the argument is out of its range
     */
    public double conductivityDiffusivity(double tracerDiffusivity) {
        return Arguments.nonNegative("tracerDiffusivity", tracerDiffusivity, "m^2/s") / value;
    }

    /**
     * Returns the Nernst&ndash;Einstein deviation \( \Delta = 1 - 1/H_R \) in \( \sigma = \sigma_{NE} (1 - \Delta) \), with
     * \( \sigma_{NE} \) the conductivity that follows from the tracer diffusion coefficients.
     *
     * @return \( \Delta \) [1]; 0 for independent ions, negative where \( D_\sigma > D^* \)
     */
    public double nernstEinsteinDeviation() {
        return (value - 1) / value;
    }
}
