package org.npp.onsager;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.npp.onsager.internal.Arguments;
import org.npp.onsager.internal.Codata;
import org.npp.onsager.internal.SemidefiniteMatrix;

/**
 * Onsager matrix \( L \) [1/(J m s)] of N ions in the frame of the network, at one composition and temperature.
 *
 * <p>\[ J_i = -\sum_j L_{ij} \nabla \bar\mu_j, \qquad \bar\mu_j = \mu_j + z_j e \varphi \]
 *
 * <p>with the particle fluxes \( J_i \) [1/(m&sup2; s)], electrochemical potentials \( \bar\mu_j \) [J], charge numbers
 * \( z_j \) and electric potential \( \varphi \) [V]. From it follow
 *
 * <p>\[ \sigma = e^2 z^T L z, \qquad t_i = \frac{z_i (Lz)_i}{z^T L z}, \qquad
 * D^\sigma_i = \frac{kT (Lz)_i}{z_i n_i} \]
 *
 * <p>the conductivity [S/m], the transference numbers [1] and the conductivity diffusion coefficients [m&sup2;/s].
 *
 * <p><strong>Valid for</strong> symmetric, positive semidefinite \( L \): no second-law violation, no magnetic field.
 * Factories check this on the scaled matrix \( L_{ij}/\sqrt{L_{ii} L_{jj}} \), with the tolerance 1e-12 for asymmetry
 * (the mean is stored) and for negative eigenvalues, and admit ions that do not move or are not there
 * (\( L_{ii} = 0 \), the whole row then zero) and neutral species (\( z_i = 0 \)).
 *
 * <p><strong>Accuracy.</strong> Sums of products in double precision: the error of \( \sigma \) is below
 * \( 2^{-52}\,2N e^2 \sum |z_i L_{ij} z_j| \), relative 1e-15 where nothing cancels. A \( \sigma \) smaller than that bound
 * is rounding and is returned as zero. Held by {@code OnsagerMatrixPropertyTest} against exact decimal arithmetic.
 *
 * <p><strong>Threading.</strong> Instances are immutable and thread-safe.
 *
 * <pre>{@code
 * DMatrixRMaj l = new DMatrixRMaj(new double[][] {{4e31, -1e31}, {-1e31, 2e31}});
 * OnsagerMatrix onsager = OnsagerMatrix.of(l, new int[] {1, 1});
 * double sigma = onsager.conductivity(); // 1.03e-6 S/m
 * double t = onsager.transferenceNumber(0); // 0.75
 * }</pre>
 *
 * @see <a href="https://doi.org/10.1103/PhysRev.37.405">Onsager, Phys. Rev. 37, 405 (1931)</a>
 */
public final class OnsagerMatrix {
    /** Unit of the entries, for messages. */
    private static final String UNIT = "1/(J m s)";

    /** \( N_A^2 \) [1/mol&sup2;]. */
    private static final double AVOGADRO_SQUARED = Codata.AVOGADRO * Codata.AVOGADRO;

    /** The entries [1/(J m s)]. */
    private final DMatrixRMaj l;

    /** Charge numbers \( z_i \) [1]. */
    private final int[] z;

    /** \( z_i (Lz)_i \) [1/(J m s)], the share of each ion in the conductivity. */
    private final double[] share;

    /** \( z^T L z \) [1/(J m s)], exactly zero where it is rounding. */
    private final double total;

    private OnsagerMatrix(DMatrixRMaj l, int[] z) {
        final int n = z.length;
        this.l = l;
        this.z = z;
        this.share = new double[n];
        double sum = 0;
        double magnitude = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                final double term = z[i] * l.unsafe_get(i, j) * z[j];
                share[i] += term;
                magnitude += Math.abs(term);
            }
            sum += share[i];
        }
        Arguments.finite("sum of all |z_i L_ij z_j|", magnitude, UNIT);
        // n-term sums of thrice rounded terms err by less than 2n ulp of the sum of magnitudes
        this.total = sum > 2 * n * Math.ulp(1.0) * magnitude ? sum : 0;
    }

    /**
     * Creates the matrix from its entries.
     *
     * @param l \( L \) [1/(J m s)], N &times; N, finite, symmetric, positive semidefinite. Not modified.
     * @param chargeNumbers \( z_i \) [1], length N, any integers. Not modified.
     * @return the matrix
     * @throws IllegalArgumentException if {@code l} is not such a matrix; names the entry or the eigenvalue
     */
    public static OnsagerMatrix of(DMatrixRMaj l, int[] chargeNumbers) {
        final DMatrixRMaj checked = SemidefiniteMatrix.checked("L", l, UNIT, SemidefiniteMatrix.TOLERANCE);
        Arguments.length("chargeNumbers", chargeNumbers.length, checked.getNumRows());
        return new OnsagerMatrix(checked, chargeNumbers.clone());
    }

    /**
     * Creates the matrix from molar coefficients, \( L = N_A^2 L_{mol} \), which relate fluxes in mol/(m&sup2; s) to
     * potentials in J/mol.
     *
     * @param molar \( L_{mol} \) [mol&sup2;/(J m s)], N &times; N, finite, symmetric, positive semidefinite. Not modified.
     * @param chargeNumbers \( z_i \) [1], length N, any integers. Not modified.
     * @return the matrix
     * @throws IllegalArgumentException if {@code molar} is not such a matrix; names the entry or the eigenvalue
     */
    public static OnsagerMatrix ofMolar(DMatrixRMaj molar, int[] chargeNumbers) {
        final DMatrixRMaj checked =
                SemidefiniteMatrix.checked("L", molar, "mol^2/(J m s)", SemidefiniteMatrix.TOLERANCE);
        Arguments.length("chargeNumbers", chargeNumbers.length, checked.getNumRows());
        CommonOps_DDRM.scale(AVOGADRO_SQUARED, checked);
        return new OnsagerMatrix(checked, chargeNumbers.clone());
    }

    /**
     * Creates the Nernst&ndash;Planck matrix of independent ions, \( L_{ij} = \delta_{ij} D_i n_i / (kT) \).
     *
     * @param diffusivities \( D_i \) [m&sup2;/s], length N &ge; 1, finite, \( \ge 0 \): conductivity diffusion
     *     coefficients, which for independent ions are the tracer ones too. Not modified.
     * @param densities \( n_i \) [1/m&sup3;], length N, finite, \( \ge 0 \). Not modified.
     * @param chargeNumbers \( z_i \) [1], length N, any integers. Not modified.
     * @param temperature \( T \) [K], finite, \( > 0 \)
     * @return the matrix
     * @throws IllegalArgumentException if an argument is out of its range
     */
    public static OnsagerMatrix nernstPlanck(
            double[] diffusivities, double[] densities, int[] chargeNumbers, double temperature) {
        final int n = chargeNumbers.length;
        if (n == 0) {
            throw new IllegalArgumentException("chargeNumbers must have at least one entry");
        }
        Arguments.length("diffusivities", diffusivities.length, n);
        Arguments.length("densities", densities.length, n);
        final double thermal = Codata.BOLTZMANN * Arguments.positive("temperature", temperature, "K");
        final DMatrixRMaj diagonal = new DMatrixRMaj(n, n);
        for (int i = 0; i < n; i++) {
            final double diffusivity = Arguments.nonNegative("diffusivities[" + i + "]", diffusivities[i], "m^2/s");
            final double density = Arguments.nonNegative("densities[" + i + "]", densities[i], "1/m^3");
            diagonal.unsafe_set(i, i, diffusivity * density / thermal);
        }
        return new OnsagerMatrix(diagonal, chargeNumbers.clone());
    }

    /**
     * Returns the number of ions.
     *
     * @return N [1]
     */
    public int size() {
        return z.length;
    }

    /**
     * Returns the charge number of an ion.
     *
     * @param ion index, 0 to N &minus; 1
     * @return \( z \) [1]
     * @throws IndexOutOfBoundsException if there is no such ion
     */
    public int chargeNumber(int ion) {
        return z[Objects.checkIndex(ion, z.length)];
    }

    /**
     * Returns the charge numbers of all ions.
     *
     * @return a new array of length N [1]
     */
    public int[] chargeNumbers() {
        return z.clone();
    }

    /**
     * Returns an entry.
     *
     * @param i index of the ion that flows, 0 to N &minus; 1
     * @param j index of the ion whose potential drives, 0 to N &minus; 1
     * @return \( L_{ij} \) [1/(J m s)]
     * @throws IndexOutOfBoundsException if there is no such ion
     */
    public double entry(int i, int j) {
        return l.unsafe_get(Objects.checkIndex(i, z.length), Objects.checkIndex(j, z.length));
    }

    /**
     * Writes all entries; row-major in {@code out.data}.
     *
     * @param out reshaped to N &times; N and overwritten with \( L \) [1/(J m s)]
     */
    public void copyTo(DMatrixRMaj out) {
        out.setTo(l);
    }

    /**
     * Returns the molar coefficients, \( L_{mol} = L / N_A^2 \).
     *
     * @return a new N &times; N matrix [mol&sup2;/(J m s)]
     */
    public DMatrixRMaj toMolar() {
        final DMatrixRMaj molar = new DMatrixRMaj(l);
        CommonOps_DDRM.divide(molar, AVOGADRO_SQUARED);
        return molar;
    }

    /**
     * Returns the direct-current conductivity at uniform composition, \( \sigma = e^2 z^T L z \).
     *
     * @return \( \sigma \) [S/m], \( \ge 0 \)
     */
    public double conductivity() {
        return Codata.ELEMENTARY_CHARGE * Codata.ELEMENTARY_CHARGE * total;
    }

    /**
     * Returns the share of an ion in the current at uniform composition, \( t_i = z_i (Lz)_i / (z^T L z) \).
     *
     * <p>The sum over all ions is 1. A single one lies outside [0, 1] when the drag of the others moves the ion against
     * its own force: \( L_{ii} + L_{ij} \lt 0 \) for two ions of equal charge.
     *
     * @param ion index, 0 to N &minus; 1
     * @return \( t \) [1]
     * @throws IndexOutOfBoundsException if there is no such ion
     * @throws IllegalStateException if the conductivity is zero
     */
    public double transferenceNumber(int ion) {
        return share[Objects.checkIndex(ion, z.length)] / conducting();
    }

    /**
     * Returns the {@linkplain #transferenceNumber transference numbers} of all ions.
     *
     * @return a new array of length N [1]; the sum is 1
     * @throws IllegalStateException if the conductivity is zero
     */
    public double[] transferenceNumbers() {
        final double[] t = share.clone();
        final double sum = conducting();
        Arrays.setAll(t, i -> t[i] / sum);
        return t;
    }

    /**
     * Returns the conductivity diffusion coefficient of an ion, \( D^\sigma_i = kT (Lz)_i / (z_i n_i) \): the one its
     * partial conductivity \( t_i \sigma \) has by the {@linkplain NernstEinstein Nernst&ndash;Einstein relation}.
     *
     * @param ion index of an ion with \( z \ne 0 \), 0 to N &minus; 1
     * @param density number density \( n \) of that ion [1/m&sup3;], finite, \( > 0 \)
     * @param temperature \( T \) [K], finite, \( > 0 \)
     * @return \( D^\sigma \) [m&sup2;/s]; negative where the transference number is
     * @throws IndexOutOfBoundsException if there is no such ion
     * @throws IllegalArgumentException if the ion is neutral or an argument is out of its range
     */
    public double conductivityDiffusivity(int ion, double density, double temperature) {
        final int charge = chargeNumber(ion);
        if (charge == 0) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "ion must be charged: ion %d has charge number 0", ion));
        }
        final double thermal = Codata.BOLTZMANN * Arguments.positive("temperature", temperature, "K");
        return thermal * share[ion] / (Arguments.positive("density", density, "1/m^3") * charge * charge);
    }

    private double conducting() {
        if (total > 0) {
            return total;
        }
        throw new IllegalStateException("transference numbers are undefined: the conductivity is 0 S/m");
    }
}
