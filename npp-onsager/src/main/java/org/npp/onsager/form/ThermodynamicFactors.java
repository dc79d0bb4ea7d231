package org.npp.onsager.form;

import java.util.Locale;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.npp.onsager.OnsagerMatrix;
import org.npp.onsager.SemidefiniteProjection;
import org.npp.onsager.internal.Arguments;
import org.npp.onsager.internal.Codata;
import org.npp.onsager.internal.SemidefiniteMatrix;
import org.npp.onsager.uncertainty.Conversion;
import org.npp.onsager.uncertainty.MatrixConversions;
import org.npp.onsager.uncertainty.UpperTriangle;

/**
 * Thermodynamic factors \( \Gamma_{ij} = \partial\ln a_i / \partial\ln n_j \) of N species at one composition: they turn an Onsager
 * matrix into a Fick matrix and back.
 *
 * <p>\[ \nabla\mu = G \nabla n, \quad G_{ij} = \frac{kT\, \Gamma_{ij}}{n_j}; \qquad J = -D \nabla n, \quad D = L G, \quad L = D G^{-1} \]
 *
 * <p>with the Fick matrix \( D \) [m&sup2;/s] in the frame of the network, not symmetric. With the
 * {@linkplain ConductionForm#currentFree current-free} coefficients in place of \( L \) it is the matrix of chemical diffusion
 * without a current. The identity matrix is the ideal one: \( D_{ii} = D_i \) for independent ions.
 *
 * <p><strong>Valid for</strong> densities above zero, and \( G \) symmetric (a Maxwell relation), checked relative to 1e-12 of
 * the largest entry of \( \sqrt{n_i} G_{ij} \sqrt{n_j} \). Of an absent species \( L \) says nothing, so that its \( D \) is
 * not defined: leave it out. A \( G \) that is not positive definite is a mixture that separates; it is admitted, and
 * {@link #stable} tells. A singular one (a spinodal) has no way back, which is an {@link IllegalArgumentException}.
 *
 * <p><strong>Accuracy.</strong> The round trip is within \( 2^{-52} \cdot 10 N \kappa \) of the largest entry of
 * \( L_{ij}/\sqrt{n_i n_j} \), \( \kappa \) the {@link #conditionNumber}; see {@code ThermodynamicFactorsPropertyTest}.
 * <strong>Threading.</strong> Instances are immutable and thread-safe.
 *
 * <pre>{@code
 * ThermodynamicFactors factors = ThermodynamicFactors.of(gamma, new double[] {1e28, 4e27}, 300);
 * DMatrixRMaj fick = factors.fickMatrix(l);
 * OnsagerMatrix same = factors.matrix(fick, new int[] {1, 1});
 * }</pre>
 */
public final class ThermodynamicFactors {
    private final double[] densities;

    private final double temperature;

    /** \( \Gamma \) [1]. */
    private final DMatrixRMaj gamma;

    /** \( \sqrt{n_i} G_{ij} \sqrt{n_j} / (kT) \) [1], symmetric. */
    private final DMatrixRMaj scaled;

    private ThermodynamicFactors(double[] densities, double temperature, DMatrixRMaj gamma, DMatrixRMaj scaled) {
        this.densities = densities;
        this.temperature = temperature;
        this.gamma = gamma;
        this.scaled = scaled;
    }

    /**
     * Creates the factors of a composition.
     *
     * @param gamma \( \Gamma \) [1], N &times; N, finite, \( \Gamma_{ij}/n_j = \Gamma_{ji}/n_i \). Not modified.
     * @param densities \( n_i \) [1/m&sup3;], length N &ge; 1, finite, \( > 0 \). Not modified.
     * @param temperature \( T \) [K], finite, \( > 0 \)
     * @return the factors
     * @throws IllegalArgumentException if an argument is out of its range
     */
    public static ThermodynamicFactors of(DMatrixRMaj gamma, double[] densities, double temperature) {
        final double[] present = Arguments.present(densities);
        final int n = present.length;
        final DMatrixRMaj given = Arguments.square("gamma", gamma, n, "[1]");
        Arguments.positive("temperature", temperature, "K");
        final DMatrixRMaj scaled = new DMatrixRMaj(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                scaled.unsafe_set(i, j, given.unsafe_get(i, j) * Math.sqrt(present[i] / present[j]));
            }
        }
        final double allowed = SemidefiniteMatrix.TOLERANCE * CommonOps_DDRM.elementMaxAbs(scaled);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                if (!(Math.abs(scaled.unsafe_get(i, j) - scaled.unsafe_get(j, i)) <= allowed)) {
                    throw new IllegalArgumentException(String.format(
                            Locale.ROOT,
                            "gamma must obey gamma_ij n_i = gamma_ji n_j: gamma[%d][%d] n = %s, gamma[%d][%d] n = %s 1/m^3",
                            j,
                            i,
                            given.unsafe_get(j, i) * present[j],
                            i,
                            j,
                            given.unsafe_get(i, j) * present[i]));
                }
            }
        }
        return new ThermodynamicFactors(present, temperature, given, scaled);
    }

    /**
     * Creates the factors of an ideal mixture, the identity.
     *
     * @param densities \( n_i \) [1/m&sup3;], length N &ge; 1, finite, \( > 0 \). Not modified.
     * @param temperature \( T \) [K], finite, \( > 0 \)
     * @return the factors
     * @throws IllegalArgumentException if an argument is out of its range
     */
    public static ThermodynamicFactors ideal(double[] densities, double temperature) {
        return of(CommonOps_DDRM.identity(densities.length), densities, temperature);
    }

    /**
     * Returns the Fick matrix of all coefficients, \( D = L G \).
     *
     * @param l matrix of N species
     * @return a new N &times; N matrix, \( D \) [m&sup2;/s], in the frame of the network
     * @throws IllegalArgumentException if the number of species differs
     */
    public DMatrixRMaj fickMatrix(OnsagerMatrix l) {
        Arguments.length("l", l.size(), densities.length);
        final DMatrixRMaj entries = new DMatrixRMaj(l.size(), l.size());
        l.copyTo(entries);
        return fickMatrix(entries);
    }

    /**
     * Returns the Fick matrix at zero current, \( \hat L G \).
     *
     * @param form parts of a matrix of N species
     * @return a new N &times; N matrix [m&sup2;/s], in the frame of the network; its current \( z^T D \) is zero
     * @throws IllegalArgumentException if the number of species differs
     */
    public DMatrixRMaj currentFreeFickMatrix(ConductionForm form) {
        final DMatrixRMaj entries = form.currentFree();
        Arguments.length("form", entries.getNumRows(), densities.length);
        return fickMatrix(entries);
    }

    private DMatrixRMaj fickMatrix(DMatrixRMaj l) {
        final DMatrixRMaj fick = new DMatrixRMaj(densities.length, densities.length);
        CommonOps_DDRM.mult(l, potentialSlopes(), fick);
        return fick;
    }

    /**
     * Returns the slopes of the chemical potentials, \( G_{ij} = \partial\mu_i / \partial n_j = kT\, \Gamma_{ij} / n_j \).
     *
     * @return a new N &times; N matrix [J m&sup3;], symmetric up to rounding
     */
    public DMatrixRMaj potentialSlopes() {
        final double thermal = Codata.BOLTZMANN * temperature;
        final DMatrixRMaj slopes = new DMatrixRMaj(gamma);
        for (int i = 0; i < densities.length; i++) {
            for (int j = 0; j < densities.length; j++) {
                slopes.unsafe_set(i, j, thermal * gamma.unsafe_get(i, j) / densities[j]);
            }
        }
        return slopes;
    }

    /**
     * Returns \( L = D G^{-1} \) as it comes out, for a \( D \) with errors: neither symmetric nor positive semidefinite.
     * {@link SemidefiniteProjection} makes a matrix of it and says what that changed.
     *
     * @param fick \( D \) [m&sup2;/s], N &times; N, finite, in the frame of the network. Not modified.
     * @return a new N &times; N matrix [1/(J m s)]
     * @throws IllegalArgumentException if {@code fick} is not such a matrix or the factors are singular
     */
    public DMatrixRMaj coefficients(DMatrixRMaj fick) {
        final int n = densities.length;
        Arguments.square("fick", fick, n, "m^2/s");
        final LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.lu(n);
        if (!solver.setA(new DMatrixRMaj(scaled)) || !(conditionNumber() * n * Math.ulp(1.0) < 1)) {
            throw new IllegalArgumentException(
                    "gamma must not be singular: at a spinodal no L follows from a Fick matrix");
        }
        // K M^T = D'^T with M = L kT/sqrt(n_i n_j), D' = D sqrt(n_j/n_i), K the scaled symmetric factors
        final DMatrixRMaj right = new DMatrixRMaj(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                right.unsafe_set(j, i, fick.unsafe_get(i, j) * Math.sqrt(densities[j] / densities[i]));
            }
        }
        final DMatrixRMaj solution = new DMatrixRMaj(n, n);
        solver.solve(right, solution);
        final double thermal = Codata.BOLTZMANN * temperature;
        final DMatrixRMaj l = new DMatrixRMaj(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                final double root = Math.sqrt(densities[i]) * Math.sqrt(densities[j]);
                l.unsafe_set(i, j, solution.unsafe_get(j, i) * root / thermal);
            }
        }
        return l;
    }

    /**
     * Returns the Onsager matrix of a Fick matrix that obeys reciprocity and the second law to the rounding that this conversion
     * has, \( \max(10^{-12}, 10 N \kappa\, 2^{-52}) \).
     *
     * @param fick \( D \) [m&sup2;/s], N &times; N, finite, in the frame of the network. Not modified.
     * @param chargeNumbers \( z_i \) [1], length N. Not modified.
     * @return the matrix
     * @throws IllegalArgumentException if {@code fick} is not such a matrix; a measured one goes through {@link #coefficients}
     *     and {@link SemidefiniteProjection}
     */
    public OnsagerMatrix matrix(DMatrixRMaj fick, int[] chargeNumbers) {
        final int n = densities.length;
        final DMatrixRMaj l = coefficients(fick);
        final double tolerance = Math.max(SemidefiniteMatrix.TOLERANCE, 10 * n * Math.ulp(1.0) * conditionNumber());
        double largest = 0;
        for (int i = 0; i < n; i++) {
            largest = Math.max(largest, l.unsafe_get(i, i) / densities[i]);
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                final double scale = largest * Math.sqrt(densities[i]) * Math.sqrt(densities[j]);
                if (!(Math.abs(l.unsafe_get(i, j) - l.unsafe_get(j, i)) <= tolerance * scale)) {
                    throw new IllegalArgumentException(String.format(
                            Locale.ROOT,
                            "fick must have a symmetric L: L[%d][%d] = %s, L[%d][%d] = %s 1/(J m s)",
                            j,
                            i,
                            l.unsafe_get(j, i),
                            i,
                            j,
                            l.unsafe_get(i, j)));
                }
                // each row errs relative to its own size: the slower species knows the cross coefficient better
                final boolean slower = l.unsafe_get(i, i) / densities[i] < l.unsafe_get(j, j) / densities[j];
                final double cross = slower ? l.unsafe_get(i, j) : l.unsafe_get(j, i);
                l.unsafe_set(i, j, cross);
                l.unsafe_set(j, i, cross);
            }
        }
        final SemidefiniteProjection projection = SemidefiniteProjection.of(l, chargeNumbers);
        if (!(projection.change() <= tolerance)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "fick must have a positive semidefinite L: least eigenvalue of L_ij/sqrt(L_ii L_jj) is %.3e, allowed %.0e",
                    projection.leastEigenvalue(),
                    -tolerance));
        }
        return projection.matrix();
    }

    /**
     * Returns the condition number of \( \sqrt{n_i} G_{ij} \sqrt{n_j} \), by which errors of \( D \) grow in \( L \).
     *
     * @return \( \kappa \) [1], at least 1; infinite for singular factors
     */
    public double conditionNumber() {
        final double condition = NormOps_DDRM.conditionP2(scaled);
        return condition >= 1 ? condition : Double.POSITIVE_INFINITY;
    }

    /**
     * Tells whether the mixture is stable, \( G \) positive definite.
     *
     * @return true if it does not separate
     */
    public boolean stable() {
        return SemidefiniteMatrix.leastEigenvalue(scaled) > 0;
    }

    /**
     * Returns the conversion of the entries of \( L \) [1/(J m s)], in the order of {@link UpperTriangle}, to those of the Fick
     * matrix [m&sup2;/s], row by row.
     *
     * @return the conversion of N(N + 1)/2 entries to N&sup2;
     */
    public Conversion toFick() {
        final int n = densities.length;
        final UpperTriangle triangle = new UpperTriangle(n);
        final DMatrixRMaj slopes = potentialSlopes();
        final DMatrixRMaj b = new DMatrixRMaj(n * n, triangle.size());
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    b.add(i * n + j, triangle.index(i, k), slopes.unsafe_get(k, j));
                }
            }
        }
        return MatrixConversions.linear(b);
    }

    /**
     * Returns the conversion of the entries of a Fick matrix [m&sup2;/s], row by row, to those of the symmetric part of
     * \( L = D G^{-1} \) [1/(J m s)], in the order of {@link UpperTriangle}.
     *
     * @return the conversion of N&sup2; entries to N(N + 1)/2
     * @throws IllegalArgumentException if the factors are singular
     */
    public Conversion fromFick() {
        final int n = densities.length;
        final UpperTriangle triangle = new UpperTriangle(n);
        // column by column: the coefficients of a Fick matrix with one entry
        final DMatrixRMaj b = new DMatrixRMaj(triangle.size(), n * n);
        final DMatrixRMaj unit = new DMatrixRMaj(n, n);
        for (int k = 0; k < n * n; k++) {
            unit.data[k] = 1;
            final DMatrixRMaj l = coefficients(unit);
            unit.data[k] = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    b.add(triangle.index(i, j), k, (i == j ? 1 : 0.5) * l.unsafe_get(i, j));
                }
            }
        }
        return MatrixConversions.linear(b);
    }
}
