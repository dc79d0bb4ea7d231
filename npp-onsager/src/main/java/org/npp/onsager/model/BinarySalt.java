package org.npp.onsager.model;

import java.util.Locale;
import org.ejml.data.DMatrixRMaj;
import org.npp.onsager.OnsagerMatrix;
import org.npp.onsager.internal.Arguments;
import org.npp.onsager.internal.Codata;
import org.npp.onsager.uncertainty.Conversion;
import org.npp.onsager.uncertainty.Linearization;

/**
 * One salt, \( \nu_+ \) cations and \( \nu_- \) anions, in a network or solvent: three Onsager coefficients, and conductivity,
 * transference number and diffusion coefficient with its thermodynamic factor determine each other.
 *
 * <p>\[ L = \frac{\sigma}{e^2} \xi\xi^T + \ell\, \nu\nu^T, \qquad \xi = \Bigl( \frac{t_+}{z_+}, \frac{1 - t_+}{z_-} \Bigr), \qquad
 * \ell = \frac{D\, n}{(\nu_+ + \nu_-) kT\, \Gamma} \]
 *
 * <p>and back \( \ell = (z_+/\nu_-)^2 \det L / z^T L z \), with the number density \( n \) of formula units [1/m&sup3;]: the
 * first part carries the current, the second lets the neutral salt diffuse. In terms of Newman's diffusion coefficient
 * \( \mathcal{D} \) for a thermodynamic driving force, \( \ell = \mathcal{D}\, n\, n_T / (n_0 \nu kT) \). Ions that move
 * independently diffuse together with the {@linkplain #nernstHartleyDiffusivity Nernst&ndash;Hartley} coefficient.
 *
 * <p><strong>Valid for</strong> every \( \sigma > 0 \), \( D \ge 0 \) and \( t_+ \), inside [0, 1] or not: positive
 * semidefinite by its form. <strong>Accuracy.</strong> Entries relative to the larger of their two parts to
 * \( 2^{-52} \cdot 8 \); the way back is as ill-conditioned as the problem, \( D \) to \( 2^{-52} \cdot 20 \kappa \), \( \kappa \)
 * the condition number of \( L_{ij}/\sqrt{L_{ii} L_{jj}} \); see {@code BinarySaltPropertyTest}.
 * <strong>Threading.</strong> Instances are immutable and thread-safe.
 *
 * <pre>{@code
 * BinarySalt salt = new BinarySalt(6.022e25, 1, 1, 1, -1, 298.15);
 * OnsagerMatrix l = salt.matrix(new ConcentratedSolution(1.067, 1.48e-9, 0.385, 0.92));
 * ConcentratedSolution same = salt.measured(l, 0.92);
 * }</pre>
 *
 * <p>Source: J. Newman, K. E. Thomas-Alyea, Electrochemical Systems, 3rd edition (2004), chapters 11 and 12.
 *
 * @param density number density \( n \) of formula units [1/m&sup3;], finite, \( > 0 \)
 * @param cations \( \nu_+ \) [1], \( > 0 \)
 * @param anions \( \nu_- \) [1], \( > 0 \)
 * @param cationCharge \( z_+ \) [1], \( > 0 \)
 * @param anionCharge \( z_- \) [1], \( \nu_+ z_+ + \nu_- z_- = 0 \)
 * @param temperature \( T \) [K], finite, \( > 0 \)
 */
public record BinarySalt(
        double density, int cations, int anions, int cationCharge, int anionCharge, double temperature) {

    /**
     * Checks the components.
     *
     * @param density \( n \) [1/m&sup3;]
     * @param cations \( \nu_+ \) [1]
     * @param anions \( \nu_- \) [1]
     * @param cationCharge \( z_+ \) [1]
     * @param anionCharge \( z_- \) [1]
     * @param temperature \( T \) [K]
     * @throws IllegalArgumentException if a component is out of its range or the salt is not neutral
     */
    public BinarySalt {
        Arguments.positive("density", density, "1/m^3");
        if (!(cations > 0 && anions > 0 && cationCharge > 0)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "cations, anions and cationCharge must be > 0: %d, %d, %d",
                    cations,
                    anions,
                    cationCharge));
        }
        if ((long) cations * cationCharge + (long) anions * anionCharge != 0) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "salt must be neutral: %d ions of charge number %d, %d of %d",
                    cations,
                    cationCharge,
                    anions,
                    anionCharge));
        }
        Arguments.positive("temperature", temperature, "K");
    }

    /**
     * Returns the matrix of measured coefficients.
     *
     * @param set the coefficients
     * @return the matrix; ion 0 is the cation
     */
    public OnsagerMatrix matrix(ConcentratedSolution set) {
        final double[] l = fromConcentratedSolution()
                .at(set.conductivity(), set.diffusivity(), set.cationTransference(), set.thermodynamicFactor())
                .values();
        return OnsagerMatrix.of(new DMatrixRMaj(new double[][] {{l[0], l[1]}, {l[1], l[2]}}), new int[] {
            cationCharge, anionCharge
        });
    }

    /**
     * Returns what would be measured of a matrix.
     *
     * @param l matrix of cation and anion, conducting
     * @param thermodynamicFactor \( \Gamma \) [1], finite, \( > 0 \)
     * @return the coefficients; the diffusion coefficient is 0 where rounding made a singular matrix indefinite
     * @throws IllegalArgumentException if the matrix has other ions, does not conduct, or an argument is out of its range
     */
    public ConcentratedSolution measured(OnsagerMatrix l, double thermodynamicFactor) {
        IonPair.check(l, cationCharge, anionCharge);
        Arguments.positive("conductivity", l.conductivity(), "S/m");
        final double[] values = toConcentratedSolution()
                .at(l.entry(0, 0), l.entry(0, 1), l.entry(1, 1), thermodynamicFactor)
                .values();
        return new ConcentratedSolution(
                l.conductivity(), Math.max(0, values[1]), l.transferenceNumber(0), thermodynamicFactor);
    }

    /**
     * Returns the diffusion coefficient of a salt whose ions move independently,
     * \( D = (z_+ - z_-) D_+ D_- / (z_+ D_+ - z_- D_-) \): \( 2 D_+ D_- / (D_+ + D_-) \) for a symmetric one.
     *
     * @param cationDiffusivity \( D_+ \) [m&sup2;/s], finite, \( > 0 \)
     * @param anionDiffusivity \( D_- \) [m&sup2;/s], finite, \( > 0 \)
     * @return \( D \) at \( \Gamma = 1 \) [m&sup2;/s]
     * @throws IllegalArgumentException if an argument is out of its range
     */
    public double nernstHartleyDiffusivity(double cationDiffusivity, double anionDiffusivity) {
        final double cation = Arguments.positive("cationDiffusivity", cationDiffusivity, "m^2/s");
        final double anion = Arguments.positive("anionDiffusivity", anionDiffusivity, "m^2/s");
        return (cationCharge - anionCharge) / (cationCharge / anion - anionCharge / cation);
    }

    /**
     * Returns the conversion of \( \sigma \) [S/m], \( D \) [m&sup2;/s], \( t_+ \) [1] and \( \Gamma \) [1] to
     * \( L_{++}, L_{+-}, L_{--} \) [1/(J m s)].
     *
     * @return the conversion
     */
    public Conversion fromConcentratedSolution() {
        final double unit = density / ((cations + anions) * (Codata.BOLTZMANN * temperature));
        return values -> {
            Arguments.inputs(values, 4);
            final double perConductivity = 1 / (Codata.ELEMENTARY_CHARGE * Codata.ELEMENTARY_CHARGE);
            final double a = values[0] * perConductivity;
            final double perDiffusivity = unit / values[3];
            final double salt = values[1] * perDiffusivity;
            final double perFactor = -salt / values[3];
            final double cation = values[2] / cationCharge;
            final double anion = (1 - values[2]) / anionCharge;
            final double[] out = new double[3];
            final DMatrixRMaj jacobian = new DMatrixRMaj(3, 4);
            row(jacobian, 0, cation * cation, 2 * cation / cationCharge, cations * cations);
            row(jacobian, 1, cation * anion, anion / cationCharge - cation / anionCharge, cations * anions);
            row(jacobian, 2, anion * anion, -2 * anion / anionCharge, anions * anions);
            for (int k = 0; k < 3; k++) {
                final double conducting = jacobian.unsafe_get(k, 0);
                final double diffusing = jacobian.unsafe_get(k, 1);
                out[k] = a * conducting + salt * diffusing;
                jacobian.unsafe_set(k, 0, conducting * perConductivity);
                jacobian.unsafe_set(k, 1, diffusing * perDiffusivity);
                jacobian.unsafe_set(k, 2, a * jacobian.unsafe_get(k, 2));
                jacobian.unsafe_set(k, 3, diffusing * perFactor);
            }
            return Linearization.of(out, jacobian);
        };
    }

    /** Notes \( \xi_i \xi_j \), its derivative to \( t_+ \), and \( \nu_i \nu_j \). */
    private static void row(DMatrixRMaj jacobian, int k, double current, double slope, double salt) {
        jacobian.unsafe_set(k, 0, current);
        jacobian.unsafe_set(k, 1, salt);
        jacobian.unsafe_set(k, 2, slope);
    }

    /**
     * Returns the conversion of \( L_{++}, L_{+-}, L_{--} \) [1/(J m s)] and \( \Gamma \) [1] to \( \sigma \) [S/m],
     * \( D \) [m&sup2;/s], \( t_+ \) [1] and \( \Gamma \) [1].
     *
     * @return the conversion; it throws {@link IllegalArgumentException} if \( \sigma \le 0 \). An estimate of the coefficients
     *     takes that of the factor along by {@link org.npp.onsager.uncertainty.Estimate#and}
     */
    public Conversion toConcentratedSolution() {
        final double unit = (cations + anions) * (Codata.BOLTZMANN * temperature) / density;
        final double square = Codata.ELEMENTARY_CHARGE * Codata.ELEMENTARY_CHARGE;
        final double ratio = (double) cationCharge / anions;
        return values -> {
            Arguments.inputs(values, 4);
            final double factor = Arguments.positive("thermodynamicFactor", values[3], "[1]");
            final double cation = cationCharge * (cationCharge * values[0] + anionCharge * values[1]);
            final double anion = anionCharge * (cationCharge * values[1] + anionCharge * values[2]);
            final double total = cation + anion;
            Arguments.positive("conductivity", total * square, "S/m");
            final double t = cation / total;
            final double salt = ratio * ratio * IonPair.determinant(values[0], values[1], values[2]) / total;
            final double perSalt = unit * factor;
            // w L w^T = l with w = (t_-/nu_+, t_+/nu_-), and stationary in w: dl = w dL w^T
            final double w = (1 - t) / cations;
            final double v = t / anions;
            final double squareCation = (double) cationCharge * cationCharge;
            final double squareAnion = (double) anionCharge * anionCharge;
            final double mixed = (double) cationCharge * anionCharge;
            return Linearization.of(
                    new double[] {total * square, salt * perSalt, t, factor}, new DMatrixRMaj(new double[][] {
                        {square * squareCation, 2 * square * mixed, square * squareAnion, 0},
                        {perSalt * w * w, 2 * perSalt * w * v, perSalt * v * v, salt * unit},
                        {squareCation * (1 - t) / total, mixed * (1 - 2 * t) / total, -squareAnion * t / total, 0},
                        {0, 0, 0, 1}
                    }));
        };
    }
}
