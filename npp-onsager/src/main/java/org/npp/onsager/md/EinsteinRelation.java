package org.npp.onsager.md;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.npp.onsager.internal.Arguments;
import org.npp.onsager.internal.Codata;
import org.npp.onsager.uncertainty.Estimate;
import org.npp.onsager.uncertainty.MatrixConversions;
import org.npp.onsager.uncertainty.UpperTriangle;

/**
 * Einstein's relations between slopes of mean products of displacements and transport coefficients.
 *
 * <p>\[ L_{ij} = \frac{1}{2 d\, V kT} \frac{d}{dt} \langle \Delta R_i \cdot \Delta R_j \rangle, \qquad
 * D^*_i = \frac{1}{2 d} \frac{d}{dt} \langle |\Delta r_\alpha|^2 \rangle, \qquad
 * \Delta R_i = \sum_{\alpha \in i} \Delta r_\alpha \]
 *
 * <p>in \( d \) dimensions and the volume \( V \) of the box [m&sup3;], in whatever frame the displacements are taken.
 * <strong>Threading.</strong> Instances are immutable and thread-safe.
 *
 * <pre>{@code
 * EinsteinRelation box = new EinsteinRelation(2.7e-26, 800, 3);
 * Estimate l = box.coefficients(series.slopes(1e-10, 1e-9)); // L_11, L_12, L_22 and their errors
 * SemidefiniteProjection nearest = SemidefiniteProjection.of(new UpperTriangle(2).matrix(l.values()), new int[] {1, 1});
 * }</pre>
 *
 * @param volume \( V \) of the simulated box [m&sup3;], finite, \( > 0 \)
 * @param temperature \( T \) [K], finite, \( > 0 \)
 * @param dimensions \( d \) that the displacements have, 1 to 3
 */
public record EinsteinRelation(double volume, double temperature, int dimensions) {

    /**
     * Checks the components.
     *
     * @param volume \( V \) [m&sup3;]
     * @param temperature \( T \) [K]
     * @param dimensions \( d \) [1]
     * @throws IllegalArgumentException if a component is out of its range
     */
    public EinsteinRelation {
        Arguments.positive("volume", volume, "m^3");
        Arguments.positive("temperature", temperature, "K");
        if (dimensions < 1 || dimensions > 3) {
            throw new IllegalArgumentException("dimensions must be 1, 2 or 3: " + dimensions);
        }
    }

    /**
     * Returns Onsager coefficients.
     *
     * @param slopes \( d\langle \Delta R_i \cdot \Delta R_j \rangle/dt \) [m&sup2;/s], in the order of
     *     {@link org.npp.onsager.uncertainty.UpperTriangle}
     * @return \( L_{ij} \) [1/(J m s)] in that order, with their covariance; in the frame of the displacements, not checked to
     *     be positive semidefinite
     */
    public Estimate coefficients(BlockAverage slopes) {
        return scaled(slopes, 2 * dimensions * volume * (Codata.BOLTZMANN * temperature));
    }

    /**
     * Returns tracer diffusion coefficients.
     *
     * @param slopes \( d\langle |\Delta r_\alpha|^2 \rangle/dt \) [m&sup2;/s], mean over the particles of each kind
     * @return \( D^*_i \) [m&sup2;/s] with their covariance
     */
    public Estimate tracerDiffusivities(BlockAverage slopes) {
        return scaled(slopes, 2.0 * dimensions);
    }

    /**
     * Returns Onsager and tracer diffusion coefficients of one run, with the covariance between them: what a Haven ratio needs.
     *
     * @param ions number of kinds of ions N
     * @param slopes those of {@link #coefficients}, then the N of {@link #tracerDiffusivities} [m&sup2;/s]
     * @return \( L_{ij} \) [1/(J m s)], then \( D^*_i \) [m&sup2;/s], as
     *     {@link MatrixConversions#havenRatio} takes them
     * @throws IllegalArgumentException if there are not N(N + 1)/2 + N slopes
     */
    public Estimate coefficientsAndTracers(int ions, BlockAverage slopes) {
        final Estimate raw = slopes.estimate();
        final int products = new UpperTriangle(ions).size();
        Arguments.inputs(raw.values(), products + ions);
        final DMatrixRMaj scale = CommonOps_DDRM.identity(raw.size());
        for (int k = 0; k < raw.size(); k++) {
            scale.set(k, k, 1 / (2.0 * dimensions * (k < products ? volume * (Codata.BOLTZMANN * temperature) : 1)));
        }
        return raw.through(MatrixConversions.linear(scale));
    }

    private static Estimate scaled(BlockAverage slopes, double divisor) {
        final Estimate raw = slopes.estimate();
        final DMatrixRMaj scale = CommonOps_DDRM.identity(raw.size());
        CommonOps_DDRM.divide(scale, divisor);
        return raw.through(MatrixConversions.linear(scale));
    }
}
