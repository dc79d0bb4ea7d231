package org.npp.onsager.form;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.npp.onsager.OnsagerMatrix;
import org.npp.onsager.internal.Arguments;
import org.npp.onsager.internal.Codata;
import org.npp.onsager.internal.SemidefiniteMatrix;

/**
 * An Onsager matrix as what an electrical and what a diffusion experiment sees: the conductivity, what each ion carries of a
 * current, and the coefficients that are left when no current flows.
 *
 * <p>\[ L = \frac{\sigma}{e^2}\, \xi \xi^T + \hat L, \qquad \xi_i = \frac{(Lz)_i}{z^T L z} = \frac{t_i}{z_i}, \qquad
 * \hat L = L - \frac{Lz (Lz)^T}{z^T L z} \]
 *
 * <p>with the conductivity \( \sigma \) [S/m], the particles \( \xi_i \) carried along per elementary charge that passes [1], the
 * transference numbers \( t_i \) [1] and the current-free coefficients \( \hat L \) [1/(J m s)]. A neutral species has
 * \( t_i = 0 \), but \( \xi_i \) may be any number: that is electro-osmosis. \( \hat L \) obeys \( \hat L z = 0 \); with it,
 * \( J = -\hat L \nabla\mu \) holds where no current flows, without an electric potential.
 *
 * <p><strong>Constraints</strong>, all checked: \( \sigma > 0 \); \( \sum_i z_i \xi_i = \sum_i t_i = 1 \); \( \hat L \) symmetric,
 * positive semidefinite and \( \hat L z = 0 \). Transference numbers outside [0, 1] are legal: the drag of the others then
 * moves an ion against its own force. N &minus; 1 of them, \( \sigma \) and the N(N &minus; 1)/2 free entries of \( \hat L \)
 * are as many as the entries of \( L \).
 *
 * <p><strong>Accuracy.</strong> \( L \to (\sigma, \xi, \hat L) \to L \) is within \( 2^{-52} \cdot 10 N \kappa \sqrt{L_{ii} L_{jj}} \),
 * \( \kappa = (\sum_i |z_i| \sqrt{L_{ii}})^2 / z^T L z \), 1 where all ions carry their share; see
 * {@code ConductionFormPropertyTest}. <strong>Threading.</strong> Instances are immutable and thread-safe.
 *
 * <pre>{@code
 * ConductionForm form = ConductionForm.of(l);
 * double carried = form.carried(0) * l.chargeNumber(0); // the transference number of ion 0
 * OnsagerMatrix same = form.matrix();
 * }</pre>
 */
public final class ConductionForm {
    private final double conductivity;

    /** \( \xi_i \) [1]. */
    private final double[] carried;

    /** \( \hat L \) [1/(J m s)]. */
    private final DMatrixRMaj currentFree;

    private final int[] z;

    private ConductionForm(double conductivity, double[] carried, DMatrixRMaj currentFree, int[] z) {
        this.conductivity = conductivity;
        this.carried = carried;
        this.currentFree = currentFree;
        this.z = z;
    }

    /**
     * Takes a matrix apart.
     *
     * @param l matrix of N ions, conducting
     * @return its parts
     * @throws IllegalArgumentException if the conductivity is zero
     */
    public static ConductionForm of(OnsagerMatrix l) {
        Arguments.positive("conductivity", l.conductivity(), "S/m");
        final int n = l.size();
        final int[] z = l.chargeNumbers();
        final DMatrixRMaj entries = new DMatrixRMaj(n, n);
        l.copyTo(entries);
        // with L = F F^T and y = F^T z: z^T L z = |y|^2, Lz = F y, and the rest of F is current-free by its form
        final DMatrixRMaj factor = SemidefiniteMatrix.factor(entries);
        final double[] y = new double[n];
        double total = 0;
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < n; i++) {
                y[k] += factor.unsafe_get(i, k) * z[i];
            }
            total += y[k] * y[k];
        }
        final double[] carried = new double[n];
        final DMatrixRMaj rest = new DMatrixRMaj(n, n);
        for (int i = 0; i < n; i++) {
            double flow = 0;
            for (int k = 0; k < n; k++) {
                flow += factor.unsafe_get(i, k) * y[k];
            }
            carried[i] = flow / total;
            for (int k = 0; k < n; k++) {
                rest.unsafe_set(i, k, factor.unsafe_get(i, k) - carried[i] * y[k]);
            }
        }
        final DMatrixRMaj currentFree = new DMatrixRMaj(n, n);
        CommonOps_DDRM.multOuter(rest, currentFree);
        return new ConductionForm(total * charge() * charge(), carried, currentFree, z);
    }

    /**
     * Puts together what was measured.
     *
     * @param conductivity \( \sigma \) [S/m], finite, \( > 0 \)
     * @param carried \( \xi_i \) [1], length N, finite, \( \sum_i z_i \xi_i = 1 \) within 1e-12 \( \sum_i |z_i \xi_i| \);
     *     \( t_i / z_i \) for an ion, see {@link #carriedOf}. Not modified.
     * @param currentFree \( \hat L \) [1/(J m s)], N &times; N, finite, symmetric, positive semidefinite, \( \hat L z = 0 \). Not
     *     modified.
     * @param chargeNumbers \( z_i \) [1], length N &ge; 1. Not modified.
     * @return the form
     * @throws IllegalArgumentException if a constraint is violated
     */
    public static ConductionForm of(
            double conductivity, double[] carried, DMatrixRMaj currentFree, int[] chargeNumbers) {
        final int n = Arguments.atLeastOne("chargeNumbers", chargeNumbers.length);
        Arguments.positive("conductivity", conductivity, "S/m");
        Arguments.length("carried", carried.length, n);
        double sum = 0;
        double magnitude = 0;
        for (int i = 0; i < n; i++) {
            sum += chargeNumbers[i] * Arguments.finite("carried[" + i + "]", carried[i], "[1]");
            magnitude += Math.abs(chargeNumbers[i] * carried[i]);
        }
        if (!(Math.abs(sum - 1) <= SemidefiniteMatrix.TOLERANCE * magnitude)) {
            throw Arguments.violation("sum of transference numbers", "1", sum, "[1]");
        }
        Arguments.square("currentFree", currentFree, n, "1/(J m s)");
        final DMatrixRMaj checked =
                SemidefiniteMatrix.checked("currentFree", currentFree, "1/(J m s)", SemidefiniteMatrix.TOLERANCE);
        final ConductionForm form = new ConductionForm(conductivity, carried.clone(), checked, chargeNumbers.clone());
        form.checkNoCurrent();
        return form;
    }

    /** Throws unless \( \hat L z = 0 \), relative to what rounding of \( L \) leaves of it. */
    private void checkNoCurrent() {
        final int n = z.length;
        final double total = conductivity / (charge() * charge());
        final double[] root = new double[n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            root[i] = Math.sqrt(currentFree.unsafe_get(i, i) + total * carried[i] * carried[i]);
            sum += Math.abs(z[i]) * root[i];
        }
        final double allowed = SemidefiniteMatrix.TOLERANCE * sum * (sum / Math.sqrt(total));
        for (int i = 0; i < n; i++) {
            double current = 0;
            for (int j = 0; j < n; j++) {
                current += currentFree.unsafe_get(i, j) * z[j];
            }
            if (!(Math.abs(current) <= allowed * root[i])) {
                throw Arguments.violation("sum of currentFree[" + i + "][j] z_j over j", "0", current, "1/(J m s)");
            }
        }
    }

    /**
     * Returns what ions carry that have the given transference numbers, \( \xi_i = t_i / z_i \).
     *
     * @param transferenceNumbers \( t_i \) [1], length N, finite, also outside [0, 1]; 0 for a neutral species, which is then
     *     taken not to be carried along. Not modified.
     * @param chargeNumbers \( z_i \) [1], length N. Not modified.
     * @return a new array of length N [1]
     * @throws IllegalArgumentException if an argument is out of its range
     */
    public static double[] carriedOf(double[] transferenceNumbers, int[] chargeNumbers) {
        Arguments.length("transferenceNumbers", transferenceNumbers.length, chargeNumbers.length);
        final double[] carried = new double[chargeNumbers.length];
        for (int i = 0; i < carried.length; i++) {
            final String name = "transferenceNumbers[" + i + "]";
            final double t = Arguments.finite(name, transferenceNumbers[i], "[1]");
            if (chargeNumbers[i] != 0) {
                carried[i] = t / chargeNumbers[i];
            } else if (t != 0) {
                throw Arguments.violation(name, "0 for a neutral species", t, "[1]");
            }
        }
        return carried;
    }

    /**
     * Returns the diagonal matrix of independent ions with the given conductivity and transference numbers,
     * \( L_{ii} = \sigma t_i / (e^2 z_i^2) \): the one that is assumed when nothing but these was measured.
     *
     * @param conductivity \( \sigma \) [S/m], finite, \( \ge 0 \)
     * @param transferenceNumbers \( t_i \) [1], length N &ge; 1, finite, \( \ge 0 \) (a negative one needs a cross coefficient),
     *     with the sum 1 within 1e-12. Not modified.
     * @param chargeNumbers \( z_i \) [1], length N, not 0. Not modified.
     * @return the matrix
     * @throws IllegalArgumentException if an argument is out of its range
     */
    public static OnsagerMatrix independentIons(
            double conductivity, double[] transferenceNumbers, int[] chargeNumbers) {
        final int n = Arguments.atLeastOne("chargeNumbers", chargeNumbers.length);
        Arguments.length("transferenceNumbers", transferenceNumbers.length, n);
        final double total = Arguments.nonNegative("conductivity", conductivity, "S/m") / (charge() * charge());
        final DMatrixRMaj l = new DMatrixRMaj(n, n);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            final int charge = Arguments.charged(chargeNumbers[i]);
            final double t = Arguments.nonNegative("transferenceNumbers[" + i + "]", transferenceNumbers[i], "[1]");
            sum += t;
            l.unsafe_set(i, i, total * t / ((double) charge * charge));
        }
        if (!(Math.abs(sum - 1) <= SemidefiniteMatrix.TOLERANCE)) {
            throw Arguments.violation("sum of transference numbers", "1", sum, "[1]");
        }
        return OnsagerMatrix.of(l, chargeNumbers);
    }

    /**
     * Returns the matrix, \( L = \sigma \xi \xi^T / e^2 + \hat L \).
     *
     * @return the matrix
     */
    public OnsagerMatrix matrix() {
        final DMatrixRMaj l = new DMatrixRMaj(currentFree);
        final double total = conductivity / (charge() * charge());
        for (int i = 0; i < z.length; i++) {
            for (int j = 0; j < z.length; j++) {
                l.add(i, j, total * (carried[i] * carried[j]));
            }
        }
        return OnsagerMatrix.of(l, z);
    }

    /**
     * Returns the conductivity.
     *
     * @return \( \sigma \) [S/m]
     */
    public double conductivity() {
        return conductivity;
    }

    /**
     * Returns how many particles of a kind are carried along per elementary charge that passes.
     *
     * @param ion index, 0 to N &minus; 1
     * @return \( \xi \) [1]; the transference number over the charge number, for a neutral species its electro-osmotic drag
     * @throws IndexOutOfBoundsException if there is no such ion
     */
    public double carried(int ion) {
        return carried[ion];
    }

    /**
     * Returns the transference number of an ion.
     *
     * @param ion index, 0 to N &minus; 1
     * @return \( t = z \xi \) [1], outside [0, 1] too
     * @throws IndexOutOfBoundsException if there is no such ion
     */
    public double transferenceNumber(int ion) {
        return z[ion] * carried[ion];
    }

    /**
     * Returns the coefficients at zero current.
     *
     * @return a new N &times; N matrix, \( \hat L \) [1/(J m s)]
     */
    public DMatrixRMaj currentFree() {
        return new DMatrixRMaj(currentFree);
    }

    private static double charge() {
        return Codata.ELEMENTARY_CHARGE;
    }
}
