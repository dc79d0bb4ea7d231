package org.npp.onsager.form;

import java.util.Objects;
import org.ejml.data.DMatrixRMaj;
import org.npp.onsager.OnsagerMatrix;
import org.npp.onsager.internal.Arguments;
import org.npp.onsager.uncertainty.Conversion;
import org.npp.onsager.uncertainty.UpperTriangle;

/**
 * Maxwell&ndash;Stefan diffusivities of N ions against each other, \( D_{ij} \), and against the network at rest, \( D_{i0} \)
 * [m&sup2;/s].
 *
 * <p>\[ R_{ij} = -\frac{kT\, n_i n_j}{n_T D_{ij}}, \qquad
 * R_{ii} = \sum_{j \ne i} \frac{kT\, n_i n_j}{n_T D_{ij}} + \frac{kT\, n_i n_0}{n_T D_{i0}}, \qquad
 * L = \mathrm{diag}(n)\, R^{-1}\, \mathrm{diag}(n) \]
 *
 * <p>with the friction coefficients \( R \) [J s/m&#8309;], the densities \( n_i \), that of the network's particles
 * \( n_0 \), and \( n_T = n_0 + \sum_i n_i \) [1/m&sup3;].
 *
 * <p><strong>Signs.</strong> A negative \( D_{ij} \) is legal and usual between ions of like charge: for two ions it has
 * the sign of \( L_{12} \), negative where each moves into the places the other leaves. What counts is that \( R \) is
 * positive definite, and that is checked. An infinite one is no friction. Zero is infinite friction: two ions that are one;
 * take them as one species.
 *
 * <p><strong>Singular cases.</strong> \( D \to L \) admits absent ions (\( n_i = 0 \): a zero row). \( L \to D \) does not:
 * \( L \) says nothing of them, and neither of ions that do not move or move only together (\( L \) not positive definite).
 *
 * <p><strong>Accuracy.</strong> The round trip of \( L \) is within \( 2^{-52} \cdot 10 N \kappa \) of the largest entry of
 * \( L_{ij}/(n_i n_j) = R^{-1}_{ij} \), \( \kappa \) the condition number of \( R \), which may be 1e8; see
 * {@code MaxwellStefanPropertyTest}. A friction with the network that is far below the others is a difference of these.
 * <strong>Threading.</strong> Instances are immutable and thread-safe.
 *
 * <pre>{@code
 * MaxwellStefan friction = MaxwellStefan.of(l, new double[] {1e28, 4e27}, 4e28, 300);
 * double likeIons = friction.diffusivity(0, 1); // may be negative
 * OnsagerMatrix same = friction.matrix(new int[] {1, 1});
 * }</pre>
 *
 * @see <a href="https://doi.org/10.1016/S0009-2509(96)00458-7">Krishna and Wesselingh, Chem. Eng. Sci. 52, 861 (1997)</a>
 */
public final class MaxwellStefan {
    /** Friction at the composition. */
    private final Friction friction;

    /** \( D_{i0} \) on the diagonal, \( D_{ij} \) off it, in the order of {@link UpperTriangle} [m&sup2;/s]. */
    private final double[] diffusivities;

    private MaxwellStefan(Friction friction, double[] diffusivities) {
        this.friction = friction;
        this.diffusivities = diffusivities;
    }

    /**
     * Creates the set from given diffusivities.
     *
     * @param diffusivities \( D_{i0} \) on the diagonal and \( D_{ij} = D_{ji} \) off it [m&sup2;/s], N &times; N, not zero or NaN.
     *     Not modified.
     * @param densities \( n_i \) [1/m&sup3;], length N &ge; 1, finite, \( \ge 0 \). Not modified.
     * @param networkDensity \( n_0 \) [1/m&sup3;], finite, \( > 0 \)
     * @param temperature \( T \) [K], finite, \( > 0 \)
     * @return the set; whether its friction is positive definite is checked by {@link #matrix}
     * @throws IllegalArgumentException if an argument is out of its range
     */
    public static MaxwellStefan of(
            DMatrixRMaj diffusivities, double[] densities, double networkDensity, double temperature) {
        final int n = Arguments.atLeastOne("densities", densities.length);
        if (diffusivities.getNumRows() != n || diffusivities.getNumCols() != n) {
            Arguments.square("diffusivities", diffusivities, n, "m^2/s");
        }
        final UpperTriangle triangle = new UpperTriangle(n);
        final double[] values = new double[triangle.size()];
        for (int i = 0; i < n; i++) {
            Arguments.nonNegative("densities[" + i + "]", densities[i], "1/m^3");
            for (int j = 0; j < n; j++) {
                final double d = diffusivities.unsafe_get(i, j);
                final String name = Arguments.entry("diffusivities", i, j);
                Friction.checkNotZero(name, d);
                if (d != diffusivities.unsafe_get(j, i)) {
                    throw Arguments.violation(
                            name, "the same as " + Arguments.entry("diffusivities", j, i), d, "m^2/s");
                }
                values[triangle.index(i, j)] = d;
            }
        }
        return new MaxwellStefan(Friction.of(densities.clone(), networkDensity, temperature), values);
    }

    /**
     * Finds the diffusivities of a matrix.
     *
     * @param l matrix of N ions, positive definite
     * @param densities \( n_i \) [1/m&sup3;], length N, finite, \( > 0 \). Not modified.
     * @param networkDensity \( n_0 \) [1/m&sup3;], finite, \( > 0 \)
     * @param temperature \( T \) [K], finite, \( > 0 \)
     * @return the set
     * @throws IllegalArgumentException if an argument is out of its range or the matrix is singular
     */
    public static MaxwellStefan of(OnsagerMatrix l, double[] densities, double networkDensity, double temperature) {
        Arguments.length("densities", densities.length, l.size());
        final double[] n = Arguments.present(densities);
        final Friction friction = Friction.of(n, networkDensity, temperature);
        final DMatrixRMaj entries = new DMatrixRMaj(l.size(), l.size());
        l.copyTo(entries);
        return new MaxwellStefan(friction, friction.diffusivities(friction.ofCoefficients(entries)));
    }

    /**
     * Returns the Onsager matrix, \( L = \mathrm{diag}(n) R^{-1} \mathrm{diag}(n) \).
     *
     * @param chargeNumbers \( z_i \) [1], length N. Not modified.
     * @return the matrix
     * @throws IllegalArgumentException if the lengths differ or the friction is not positive definite
     */
    public OnsagerMatrix matrix(int[] chargeNumbers) {
        Arguments.length("chargeNumbers", chargeNumbers.length, friction.size());
        return OnsagerMatrix.of(friction.coefficients(friction.ofDiffusivities(diffusivities)), chargeNumbers);
    }

    /**
     * Returns the diffusivity of two ions against each other.
     *
     * @param i index of an ion, 0 to N &minus; 1
     * @param j index of another ion, 0 to N &minus; 1
     * @return \( D_{ij} \) [m&sup2;/s]; negative for an attraction of their motions, infinite without friction
     * @throws IndexOutOfBoundsException if there is no such ion
     * @throws IllegalArgumentException if it is the same ion
     */
    public double diffusivity(int i, int j) {
        if (i == j) {
            throw new IllegalArgumentException("an ion has no friction with its own kind: i = j = " + i);
        }
        return diffusivities[new UpperTriangle(friction.size()).index(i, j)];
    }

    /**
     * Returns the diffusivity of an ion against the network.
     *
     * @param ion index, 0 to N &minus; 1
     * @return \( D_{i0} \) [m&sup2;/s]
     * @throws IndexOutOfBoundsException if there is no such ion
     */
    public double networkDiffusivity(int ion) {
        Objects.checkIndex(ion, friction.size());
        return diffusivities[new UpperTriangle(friction.size()).index(ion, ion)];
    }

    /**
     * Returns the diffusivities in the order in which {@link #fromDiffusivities} takes and {@link #toDiffusivities} returns
     * them.
     *
     * @return a new array, \( D_{i0} \) in the places of the diagonal of {@link UpperTriangle}, \( D_{ij} \) in the others
     *     [m&sup2;/s]
     */
    public double[] values() {
        return diffusivities.clone();
    }

    /**
     * Returns the conversion of diffusivities [m&sup2;/s], in the order of {@link #values}, to the entries of \( L \)
     * [1/(J m s)], in the order of {@link UpperTriangle}.
     *
     * @param densities \( n_i \) [1/m&sup3;], length N &ge; 1, finite, \( > 0 \). Not modified.
     * @param networkDensity \( n_0 \) [1/m&sup3;], finite, \( > 0 \)
     * @param temperature \( T \) [K], finite, \( > 0 \)
     * @return the conversion; it throws {@link IllegalArgumentException} if the friction is not positive definite
     * @throws IllegalArgumentException if an argument is out of its range
     */
    public static Conversion fromDiffusivities(double[] densities, double networkDensity, double temperature) {
        final double[] n = Arguments.present(densities);
        return Friction.of(n, networkDensity, temperature).fromDiffusivities();
    }

    /**
     * Returns the conversion of the entries of \( L \) [1/(J m s)], in the order of {@link UpperTriangle}, to diffusivities
     * [m&sup2;/s], in the order of {@link #values}.
     *
     * @param densities \( n_i \) [1/m&sup3;], length N &ge; 1, finite, \( > 0 \). Not modified.
     * @param networkDensity \( n_0 \) [1/m&sup3;], finite, \( > 0 \)
     * @param temperature \( T \) [K], finite, \( > 0 \)
     * @return the conversion; it throws {@link IllegalArgumentException} if the entries are not those of a positive definite
     *     matrix, or where there is no friction at all: an infinite diffusivity has no error bar
     * @throws IllegalArgumentException if an argument is out of its range
     */
    public static Conversion toDiffusivities(double[] densities, double networkDensity, double temperature) {
        final double[] n = Arguments.present(densities);
        return Friction.of(n, networkDensity, temperature).toDiffusivities();
    }
}
