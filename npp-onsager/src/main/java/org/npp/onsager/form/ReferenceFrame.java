package org.npp.onsager.form;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.npp.onsager.OnsagerMatrix;
import org.npp.onsager.internal.Arguments;
import org.npp.onsager.internal.SemidefiniteMatrix;
import org.npp.onsager.uncertainty.Conversion;
import org.npp.onsager.uncertainty.MatrixConversions;

/**
 * Frame of reference in which a weighted sum of all particle fluxes, that of the network included, is zero:
 * \( \omega_0 J_0 + \sum_i \omega_i J_i = 0 \).
 *
 * <table>
 * <caption>Weights of one particle</caption>
 * <tr><th>frame</th><th>weight</th><th>where it is met</th></tr>
 * <tr><td>network, solvent</td><td>\( \omega_0 = 1 \), \( \omega_i = 0 \)</td><td>glass, {@link OnsagerMatrix}; Newman</td></tr>
 * <tr><td>centre of mass</td><td>masses \( m \)</td><td>molecular dynamics, hydrodynamics</td></tr>
 * <tr><td>volume</td><td>partial volumes \( v \)</td><td>diffusion in a closed vessel</td></tr>
 * </table>
 *
 * <p>With \( W = \omega_0 n_0 + \sum_k \omega_k n_k \) fluxes and coefficients of the mobile ions transform as
 *
 * <p>\[ J^\omega = A J, \quad L^\omega = A L A^T, \quad A_{ij} = \delta_{ij} - \frac{n_i \omega_j}{W}; \qquad
 * A^{-1}_{ij} = \delta_{ij} + \frac{n_i \omega_j}{n_0 \omega_0} \]
 *
 * <p>so that \( L^\omega \) belongs to the forces \( X_i - (\omega_i/\omega_0) X_0 \) and mechanical equilibrium,
 * \( n_0 X_0 + \sum_i n_i X_i = 0 \). A full matrix that has a row of the network too is used without it.
 *
 * <p><strong>Valid for</strong> densities \( \ge 0 \), absent ions keep their zero row, and weights of any sign with
 * \( W > 0 \). A frame in which the network has no weight, or in a place without network, is a null frame: the network's
 * motion cannot be told from it. It is rejected. <strong>Accuracy.</strong> The round trip is within
 * \( 2^{-52} \cdot 10 N \kappa \) of the largest entry with \( \kappa \) the square of the condition number of \( A \), in
 * units in which each ion's density is one; see {@code ReferenceFramePropertyTest}. <strong>Threading.</strong> Instances are
 * immutable and thread-safe.
 *
 * <pre>{@code
 * double[] masses = {6.5e-26, 2.2e-25}; // of a K and a Cs ion [kg]
 * ReferenceFrame simulation = ReferenceFrame.of(masses, new double[] {1e28, 4e27}, 4.6e-26, 4e28);
 * DMatrixRMaj centreOfMass = simulation.fromNetwork(l);
 * OnsagerMatrix same = simulation.toNetwork(centreOfMass, new int[] {1, 1});
 * }</pre>
 *
 * <p>Source: J. G. Kirkwood, R. L. Baldwin, P. J. Dunlop, L. J. Gosting, G. Kegeles, J. Chem. Phys. 33, 1505 (1960).
 */
public final class ReferenceFrame {
    /** \( A \) [1]. */
    private final DMatrixRMaj fromNetwork;

    /** \( A^{-1} \) [1]. */
    private final DMatrixRMaj toNetwork;

    private ReferenceFrame(DMatrixRMaj fromNetwork, DMatrixRMaj toNetwork) {
        this.fromNetwork = fromNetwork;
        this.toNetwork = toNetwork;
    }

    /**
     * Creates the frame of the given weights, all in one unit: masses [kg], volumes [m&sup3;] or numbers [1] of a particle.
     *
     * @param weights \( \omega_i \) of the ions, length N &ge; 1, finite. Not modified.
     * @param densities \( n_i \) of the ions [1/m&sup3;], length N, finite, \( \ge 0 \). Not modified.
     * @param networkWeight \( \omega_0 \) of a particle of the network, finite, \( > 0 \)
     * @param networkDensity \( n_0 \) of these particles [1/m&sup3;], finite, \( > 0 \)
     * @return the frame
     * @throws IllegalArgumentException if an argument is out of its range or \( W \le 0 \)
     */
    public static ReferenceFrame of(double[] weights, double[] densities, double networkWeight, double networkDensity) {
        final int n = Arguments.atLeastOne("weights", weights.length);
        Arguments.length("densities", densities.length, n);
        final double network = Arguments.positive("networkWeight", networkWeight, "in the unit of the weights")
                * Arguments.positive("networkDensity", networkDensity, "1/m^3");
        double total = network;
        for (int i = 0; i < n; i++) {
            total += Arguments.finite("weights[" + i + "]", weights[i], "in the unit of the weights")
                    * Arguments.nonNegative("densities[" + i + "]", densities[i], "1/m^3");
        }
        Arguments.positive("weight of everything per volume", total, "in the unit of the weights per m^3");
        final DMatrixRMaj there = new DMatrixRMaj(n, n);
        final DMatrixRMaj back = new DMatrixRMaj(n, n);
        for (int i = 0; i < n; i++) {
            double others = network;
            for (int j = 0; j < n; j++) {
                if (j != i) {
                    others += weights[j] * densities[j];
                    there.unsafe_set(i, j, -densities[i] * weights[j] / total);
                }
                back.unsafe_set(i, j, densities[i] * weights[j] / network);
            }
            there.unsafe_set(i, i, others / total);
            back.add(i, i, 1);
        }
        return new ReferenceFrame(there, back);
    }

    /**
     * Creates the frame of the network itself, the solvent of a solution: nothing changes in it.
     *
     * @param ions N, at least 1
     * @return the frame
     * @throws IllegalArgumentException if there is no ion
     */
    public static ReferenceFrame network(int ions) {
        final double[] none = new double[Math.max(0, ions)];
        return of(none, none, 1, 1);
    }

    /**
     * Returns the number of ions.
     *
     * @return N [1]
     */
    public int size() {
        return fromNetwork.getNumRows();
    }

    /**
     * Returns the coefficients in this frame, \( L^\omega = A L A^T \).
     *
     * @param l matrix of N ions, in the frame of the network
     * @return a new N &times; N matrix [1/(J m s)], symmetric, positive semidefinite
     * @throws IllegalArgumentException if the number of ions differs
     */
    public DMatrixRMaj fromNetwork(OnsagerMatrix l) {
        Arguments.length("l", l.size(), size());
        final DMatrixRMaj entries = new DMatrixRMaj(size(), size());
        l.copyTo(entries);
        return SemidefiniteMatrix.congruent(fromNetwork, entries);
    }

    /**
     * Returns the matrix in the frame of the network.
     *
     * @param l \( L^\omega \) [1/(J m s)], N &times; N, in this frame, finite, symmetric, positive semidefinite. Not modified.
     * @param chargeNumbers \( z_i \) [1], length N. Not modified.
     * @return the matrix
     * @throws IllegalArgumentException if an argument is out of its range
     */
    public OnsagerMatrix toNetwork(DMatrixRMaj l, int[] chargeNumbers) {
        Arguments.length("chargeNumbers", chargeNumbers.length, size());
        Arguments.square("L", l, size(), "1/(J m s)");
        final DMatrixRMaj checked = SemidefiniteMatrix.checked("L", l, "1/(J m s)", SemidefiniteMatrix.TOLERANCE);
        return OnsagerMatrix.of(SemidefiniteMatrix.congruent(toNetwork, checked), chargeNumbers);
    }

    /**
     * Writes the fluxes in this frame, \( J^\omega = A J \).
     *
     * @param flux \( J_i \) [1/(m&sup2; s)] in the frame of the network, length N. Not modified.
     * @param out length N, overwritten with \( J^\omega_i \) [1/(m&sup2; s)]
     * @throws IllegalArgumentException if a length is not N
     */
    public void fluxFromNetwork(double[] flux, double[] out) {
        times(fromNetwork, flux, out);
    }

    /**
     * Writes the fluxes in the frame of the network, \( J = A^{-1} J^\omega \).
     *
     * @param flux \( J^\omega_i \) [1/(m&sup2; s)] in this frame, length N. Not modified.
     * @param out length N, overwritten with \( J_i \) [1/(m&sup2; s)]
     * @throws IllegalArgumentException if a length is not N
     */
    public void fluxToNetwork(double[] flux, double[] out) {
        times(toNetwork, flux, out);
    }

    /**
     * Returns the conversion of the entries of \( L \) to those of \( L^\omega \) [1/(J m s)], both in the order of
     * {@link org.npp.onsager.uncertainty.UpperTriangle}.
     *
     * @return the conversion, linear
     */
    public Conversion fromNetworkConversion() {
        return MatrixConversions.congruence(fromNetwork);
    }

    /**
     * Returns the conversion of the entries of \( L^\omega \) to those of \( L \) [1/(J m s)], both in the order of
     * {@link org.npp.onsager.uncertainty.UpperTriangle}.
     *
     * @return the conversion, linear
     */
    public Conversion toNetworkConversion() {
        return MatrixConversions.congruence(toNetwork);
    }

    private void times(DMatrixRMaj matrix, double[] flux, double[] out) {
        Arguments.length("flux", flux.length, size());
        Arguments.length("out", out.length, size());
        final DMatrixRMaj product = new DMatrixRMaj(size(), 1);
        CommonOps_DDRM.mult(matrix, DMatrixRMaj.wrap(size(), 1, flux), product);
        System.arraycopy(product.data, 0, out, 0, size());
    }
}
