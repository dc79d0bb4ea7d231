package org.npp.onsager.model;

import org.ejml.data.DMatrixRMaj;
import org.npp.onsager.OnsagerMatrix;
import org.npp.onsager.internal.Arguments;
import org.npp.onsager.internal.Codata;
import org.npp.onsager.uncertainty.Conversion;
import org.npp.onsager.uncertainty.Linearization;

/**
 * Two ions of equal valence that exchange at fixed total density \( N = n_1 + n_2 \): three Onsager coefficients and three
 * measurable ones, the two conductivity diffusion coefficients and the chemical one, determine each other.
 *
 * <p>\[ L = \frac{1}{a_1 + a_2} \begin{pmatrix} a_1^2 &amp; a_1 a_2 \\ a_1 a_2 &amp; a_2^2 \end{pmatrix}
 * + m \begin{pmatrix} 1 &amp; -1 \\ -1 &amp; 1 \end{pmatrix}, \qquad
 * a_i = \frac{n_i D^\sigma_i}{kT}, \qquad m = \frac{n_1 n_2 \tilde D}{N kT\, \Gamma} \]
 *
 * <p>and back
 *
 * <p>\[ D^\sigma_i = \frac{kT (L_{ii} + L_{12})}{n_i}, \qquad
 * \tilde D = \frac{N kT\, \Gamma}{n_1 n_2} \frac{L_{11} L_{22} - L_{12}^2}{L_{11} + L_{22} + 2 L_{12}} \]
 *
 * <p>The first part carries the current, the second interdiffuses without one. \( \Gamma = \partial\ln a_1 / \partial\ln
 * c_1 \) at fixed \( N \) is the thermodynamic factor of the <em>mixture</em>; the one of ions on a fixed number of sites is
 * a different quantity. The chemical potentials obey Gibbs&ndash;Duhem, \( n_1 d\mu_1 + n_2 d\mu_2 = 0 \). Without cross
 * coefficient and with \( \Gamma = 1 \) the interdiffusion coefficient is the Nernst&ndash;Planck one,
 * \( N D_1 D_2 / (n_1 D_1 + n_2 D_2) \); for isotopes it is the tracer one.
 *
 * <p><strong>Valid for</strong> every pair with \( a_1 + a_2 > 0 \), one of them negative or not, and \( \tilde D \ge 0 \): the
 * matrix is then positive semidefinite by its form. <strong>Accuracy.</strong> With
 * \( A = a_1 + a_2 \) the relative error of the entries is below \( 2^{-52} \cdot 6\,(|a_1| + |a_2|)/A \), of the cross
 * coefficient relative to the larger of its two parts; see {@code TwoIonExchangeReferenceTest}. The way back is as
 * ill-conditioned as the problem: the relative error of \( \tilde D \) is below
 * \( 2^{-52} \cdot 8\,[(|a_1| + |a_2|)^2/A^2 + 4 a_1^2 a_2^2/(A^3 m)] \), a few ulp unless the cross coefficient is close to
 * its upper limit; see {@code TwoIonExchangePropertyTest}.
 * <strong>Threading.</strong> Instances are immutable and thread-safe.
 *
 * <pre>{@code
 * TwoIonExchange pair = new TwoIonExchange(1.0e28, 0.4e28, 1, 300, 1.0);
 * OnsagerMatrix l = pair.matrix(1e-17, 2e-21, 5e-21); // L_12 from two conductivities and the interdiffusion
 * double chemical = pair.chemicalDiffusivity(l); // 5e-21 m^2/s
 * }</pre>
 *
 * @param firstDensity \( n_1 \) [1/m&sup3;], finite, \( > 0 \)
 * @param secondDensity \( n_2 \) [1/m&sup3;], finite, \( > 0 \)
 * @param chargeNumber charge number \( z \) of both ions [1], not 0
 * @param temperature \( T \) [K], finite, \( > 0 \)
 * @param thermodynamicFactor \( \Gamma \) [1], finite, \( > 0 \); 1 for an ideal mixture
 */
public record TwoIonExchange(
        double firstDensity, double secondDensity, int chargeNumber, double temperature, double thermodynamicFactor) {

    /**
     * Checks the components.
     *
     * @param firstDensity \( n_1 \) [1/m&sup3;]
     * @param secondDensity \( n_2 \) [1/m&sup3;]
     * @param chargeNumber \( z \) [1]
     * @param temperature \( T \) [K]
     * @param thermodynamicFactor \( \Gamma \) [1]
     * @throws IllegalArgumentException if a component is out of its range
     */
    public TwoIonExchange {
        Arguments.positive("firstDensity", firstDensity, "1/m^3");
        Arguments.positive("secondDensity", secondDensity, "1/m^3");
        Arguments.charged(chargeNumber);
        Arguments.positive("temperature", temperature, "K");
        Arguments.positive("thermodynamicFactor", thermodynamicFactor, "[1]");
    }

    /**
     * Returns the matrix that has the given coefficients.
     *
     * @param firstDiffusivity conductivity diffusion coefficient \( D^\sigma_1 \) [m&sup2;/s], finite
     * @param secondDiffusivity conductivity diffusion coefficient \( D^\sigma_2 \) [m&sup2;/s], finite;
     *     \( n_1 D^\sigma_1 + n_2 D^\sigma_2 > 0 \)
     * @param chemicalDiffusivity interdiffusion coefficient \( \tilde D \) [m&sup2;/s], finite, \( \ge 0 \)
     * @return the matrix
     * @throws IllegalArgumentException if an argument is out of its range
     */
    public OnsagerMatrix matrix(double firstDiffusivity, double secondDiffusivity, double chemicalDiffusivity) {
        final double thermal = Codata.BOLTZMANN * temperature;
        final double a1 = firstDensity * Arguments.finite("firstDiffusivity", firstDiffusivity, "m^2/s") / thermal;
        final double a2 = secondDensity * Arguments.finite("secondDiffusivity", secondDiffusivity, "m^2/s") / thermal;
        final double a = Arguments.positive("(n_1 D_1 + n_2 D_2)/(kT)", a1 + a2, "1/(J m s)");
        final double m = Arguments.nonNegative("chemicalDiffusivity", chemicalDiffusivity, "m^2/s")
                / (conversion() * thermal * thermodynamicFactor);
        final double cross = a1 * (a2 / a) - m;
        return OnsagerMatrix.of(
                new DMatrixRMaj(new double[][] {{a1 * (a1 / a) + m, cross}, {cross, a2 * (a2 / a) + m}}), new int[] {
                    chargeNumber, chargeNumber
                });
    }

    /**
     * Returns the matrix that has the given conductivity, transference number and interdiffusion coefficient.
     *
     * @param conductivity \( \sigma \) [S/m], finite, \( > 0 \)
     * @param firstTransference \( t_1 \) [1], finite, outside [0, 1] too
     * @param chemicalDiffusivity \( \tilde D \) [m&sup2;/s], finite, \( \ge 0 \)
     * @return the matrix
     * @throws IllegalArgumentException if an argument is out of its range
     */
    public OnsagerMatrix matrixOfConductivity(
            double conductivity, double firstTransference, double chemicalDiffusivity) {
        final double total =
                Arguments.positive("conductivity", conductivity, "S/m") / square() * Codata.BOLTZMANN * temperature;
        final double t = Arguments.finite("firstTransference", firstTransference, "[1]");
        return matrix(total * t / firstDensity, total * (1 - t) / secondDensity, chemicalDiffusivity);
    }

    /**
     * Returns the interdiffusion coefficient of a matrix. The conductivity diffusion coefficients are
     * {@link OnsagerMatrix#conductivityDiffusivity}.
     *
     * @param l Onsager matrix of these two ions, conducting
     * @return \( \tilde D \) [m&sup2;/s]
     * @throws IllegalArgumentException if the matrix has other ions or does not conduct
     */
    public double chemicalDiffusivity(OnsagerMatrix l) {
        IonPair.check(l, chargeNumber);
        Arguments.positive("conductivity", l.conductivity(), "S/m");
        final double cross = l.entry(0, 1);
        // in pairs that cancel without rounding: their sum may be far below the entries
        final double total = (l.entry(0, 0) + cross) + (l.entry(1, 1) + cross);
        final double m = IonPair.determinant(l.entry(0, 0), cross, l.entry(1, 1)) / total;
        return Math.max(0, m) * conversion() * (Codata.BOLTZMANN * temperature) * thermodynamicFactor;
    }

    /**
     * Returns the conversion of what is measured, \( \sigma \) [S/m], \( t_1 \) [1] and \( \tilde D \) [m&sup2;/s], to
     * \( L_{11}, L_{12}, L_{22} \) [1/(J m s)]. Only \( \tilde D/\Gamma \) enters: the relative variance of an uncertain
     * \( \Gamma \) adds to that of \( \tilde D \).
     *
     * @return the conversion; \( t_1 \) outside [0, 1] is legal
     */
    public Conversion fromConductivity() {
        final double unit = 1 / (conversion() * (Codata.BOLTZMANN * temperature) * thermodynamicFactor);
        return values -> {
            Arguments.inputs(values, 3);
            final double perConductivity = 1 / square();
            final double a = values[0] * perConductivity;
            final double t1 = values[1];
            final double t2 = 1 - t1;
            final double m = values[2] * unit;
            return Linearization.of(
                    new double[] {a * t1 * t1 + m, a * t1 * t2 - m, a * t2 * t2 + m}, new DMatrixRMaj(new double[][] {
                        {t1 * t1 * perConductivity, 2 * a * t1, unit},
                        {t1 * t2 * perConductivity, a * (t2 - t1), -unit},
                        {t2 * t2 * perConductivity, -2 * a * t2, unit}
                    }));
        };
    }

    /**
     * Returns the conversion of \( L_{11}, L_{12}, L_{22} \) [1/(J m s)] to \( \sigma \) [S/m], \( t_1 \) [1] and
     * \( \tilde D \) [m&sup2;/s].
     *
     * @return the conversion; it throws {@link IllegalArgumentException} if \( \sigma \le 0 \)
     */
    public Conversion toConductivity() {
        final double unit = conversion() * (Codata.BOLTZMANN * temperature) * thermodynamicFactor;
        return values -> {
            Arguments.inputs(values, 3);
            final double first = values[0] + values[1];
            final double second = values[2] + values[1];
            final double total = first + second;
            Arguments.positive("conductivity", total * square(), "S/m");
            final double t1 = first / total;
            final double t2 = second / total;
            final double m = IonPair.determinant(values[0], values[1], values[2]) / total;
            return Linearization.of(new double[] {total * square(), t1, m * unit}, new DMatrixRMaj(new double[][] {
                {square(), 2 * square(), square()},
                {t2 / total, (t2 - t1) / total, -t1 / total},
                {unit * t2 * t2, -2 * unit * t1 * t2, unit * t1 * t1}
            }));
        };
    }

    /** \( z^2 e^2 \) [C&sup2;]. */
    private double square() {
        final double charge = chargeNumber * Codata.ELEMENTARY_CHARGE;
        return charge * charge;
    }

    /** \( N / (n_1 n_2) \) [m&sup3;]. */
    private double conversion() {
        return 1 / firstDensity + 1 / secondDensity;
    }
}
