package org.npp.onsager.model;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.npp.onsager.OnsagerMatrix;
import org.npp.onsager.internal.Arguments;
import org.npp.onsager.internal.Codata;
import org.npp.onsager.uncertainty.Conversion;
import org.npp.onsager.uncertainty.MatrixConversions;
import org.npp.onsager.uncertainty.UpperTriangle;

/**
 * Onsager matrix of the isotopes of one ion: particles that differ in nothing but their label.
 *
 * <p>\[ L_{ab} = \frac{n_a n_b}{N kT} (D_\sigma - D^*), \qquad
 * L_{aa} = \frac{n_a}{N kT} \Bigl( n_a D_\sigma + D^* \sum_{b \ne a} n_b \Bigr), \qquad N = \sum_a n_a \]
 *
 * <p>with the conductivity diffusion coefficient \( D_\sigma \) and the tracer one \( D^* \) [m&sup2;/s] of the ion. It is
 * the only form in which the conductivity does not depend on how the ion is divided into labels
 * (\( \sigma \) from \( D_\sigma \) and \( N \), \( t_a = n_a / N \)) and labels interdiffuse with \( D^* \). A Haven ratio
 * \( D^* / D_\sigma \) other than 1 thus <em>is</em> a cross coefficient, and every general theory must end here when its ions
 * become alike.
 *
 * <p><strong>Valid for</strong> any number of isotopes, absent ones too, and any Haven ratio; positive semidefinite always.
 * <strong>Accuracy.</strong> Entries to \( 2^{-52} \cdot 4 \), the off-diagonal ones relative to the larger of
 * \( D_\sigma, D^* \); see {@code TwoIonExchangeReferenceTest}.
 * <strong>Threading.</strong> Instances are immutable and thread-safe.
 *
 * <pre>{@code
 * IsotopeModel lithium = new IsotopeModel(1e-17, 3e-18, 1, 300);
 * OnsagerMatrix l = lithium.matrix(0.08 * 1.4e28, 0.92 * 1.4e28);
 * double t = l.transferenceNumber(0); // 0.08
 * }</pre>
 *
 * @param conductivityDiffusivity \( D_\sigma \) of the ion [m&sup2;/s], finite, \( \ge 0 \)
 * @param tracerDiffusivity \( D^* \) of the ion [m&sup2;/s], finite, \( \ge 0 \)
 * @param chargeNumber charge number \( z \) [1], not 0
 * @param temperature \( T \) [K], finite, \( > 0 \)
 */
public record IsotopeModel(
        double conductivityDiffusivity, double tracerDiffusivity, int chargeNumber, double temperature) {

    /**
     * Checks the components.
     *
     * @param conductivityDiffusivity \( D_\sigma \) [m&sup2;/s]
     * @param tracerDiffusivity \( D^* \) [m&sup2;/s]
     * @param chargeNumber \( z \) [1]
     * @param temperature \( T \) [K]
     * @throws IllegalArgumentException if a component is out of its range
     */
    public IsotopeModel {
        Arguments.nonNegative("conductivityDiffusivity", conductivityDiffusivity, "m^2/s");
        Arguments.nonNegative("tracerDiffusivity", tracerDiffusivity, "m^2/s");
        Arguments.charged(chargeNumber);
        Arguments.positive("temperature", temperature, "K");
    }

    /**
     * Returns the matrix of a composition.
     *
     * @param densities \( n_a \) of each isotope [1/m&sup3;], at least one, finite, \( \ge 0 \), the sum \( > 0 \).
     *     Not modified.
     * @return the matrix, in the order of {@code densities}
     * @throws IllegalArgumentException if a density is out of its range
     */
    public OnsagerMatrix matrix(double... densities) {
        double sum = 0;
        for (int a = 0; a < densities.length; a++) {
            sum += Arguments.nonNegative("densities[" + a + "]", densities[a], "1/m^3");
        }
        final double thermal = Codata.BOLTZMANN * temperature;
        Arguments.positive("sum of densities", sum, "1/m^3");
        final DMatrixRMaj l = new DMatrixRMaj(densities.length, densities.length);
        for (int a = 0; a < densities.length; a++) {
            final double mobility = densities[a] / sum / thermal;
            double others = 0;
            for (int b = 0; b < densities.length; b++) {
                if (b != a) {
                    others += densities[b];
                    l.set(a, b, mobility * (conductivityDiffusivity - tracerDiffusivity) * densities[b]);
                }
            }
            l.set(a, a, mobility * (densities[a] * conductivityDiffusivity + others * tracerDiffusivity));
        }
        final int[] z = new int[densities.length];
        Arrays.fill(z, chargeNumber);
        return OnsagerMatrix.of(l, z);
    }

    /**
     * Returns the conversion of \( D_\sigma, D^* \) [m&sup2;/s] to the entries of the matrix [1/(J m s)], in the order of
     * {@link UpperTriangle}.
     *
     * @param temperature \( T \) [K], finite, \( > 0 \)
     * @param densities \( n_a \) of each isotope [1/m&sup3;], at least one, finite, \( > 0 \). Not modified.
     * @return the conversion, linear
     * @throws IllegalArgumentException if an argument is out of its range
     */
    public static Conversion fromDiffusivities(double temperature, double... densities) {
        final double[] n = Arguments.present(densities);
        final UpperTriangle triangle = new UpperTriangle(n.length);
        final double[] conducting = triangle.entries(new IsotopeModel(1, 0, 1, temperature).matrix(n));
        final double[] tracer = triangle.entries(new IsotopeModel(0, 1, 1, temperature).matrix(n));
        final DMatrixRMaj b = new DMatrixRMaj(triangle.size(), 2);
        for (int k = 0; k < triangle.size(); k++) {
            b.unsafe_set(k, 0, conducting[k]);
            b.unsafe_set(k, 1, tracer[k]);
        }
        return MatrixConversions.linear(b);
    }
}
