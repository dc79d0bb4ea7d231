package org.npp.onsager.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.npp.onsager.OnsagerMatrix;

/**
 * Coefficients of a dilute aqueous 1:1 electrolyte at 25 degrees Celsius from the limiting law of Debye, Hueckel and Onsager,
 * with its cross coefficients, against published values.
 *
 * <p>Water: relative permittivity 78.30, viscosity 0.8903 mPa s. Electrophoresis moves an ion with its atmosphere,
 * L_ij = -(kappa/(6 pi eta)) z_i z_j n_i n_j / sum z^2 n; relaxation brakes the relative motion of the two ions with a force
 * that reduces the field by q kappa l_B/(3 (1 + sqrt q)), q = 1/2. Limiting conductivities, the law's coefficients 0.2300 and
 * 60.65 and the measured values as tabulated by R. A. Robinson, R. H. Stokes, Electrolyte Solutions, 2nd edition,
 * Butterworths, London (1959). The measurements are those of T. Shedlovsky, J. Am. Chem. Soc. 54, 1411 (1932) (conductivity);
 * L. G. Longsworth, J. Am. Chem. Soc. 54, 2741 (1932) (transference by moving boundaries); H. S. Harned, R. L. Nuttall,
 * J. Am. Chem. Soc. 69, 736 (1947) (diffusion of KCl) and H. S. Harned, C. L. Hildreth, J. Am. Chem. Soc. 73, 650 (1951)
 * (diffusion of NaCl).
 *
 * <p>It stands in for a table of measured coefficients (D. G. Miller, J. Phys. Chem. 70, 2639 (1966)), whose text was not at
 * hand: the law gives all three of them, and conductivity, transference and salt diffusion together test all three.
 */
final class LimitingLawReferenceTest {
    private static final double K = 1.380649e-23;

    private static final double E = 1.602176634e-19;

    private static final double T = 298.15;

    private static final double MOLE = 6.02214076e23;

    private static final double PERMITTIVITY = 78.30 * 8.8541878128e-12;

    private static final double VISCOSITY = 0.8903e-3;

    /** S m^2/mol. */
    private static final double POTASSIUM = 73.50e-4;

    private static final double SODIUM = 50.10e-4;

    private static final double CHLORIDE = 76.35e-4;

    /** Matrix of cation and chloride at a concentration in mol/l. */
    private static OnsagerMatrix limitingLaw(double cationConductivity, double concentration) {
        final double n = 1000 * concentration * MOLE;
        final double bjerrum = E * E / (4 * Math.PI * PERMITTIVITY * K * T);
        final double kappa = Math.sqrt(8 * Math.PI * bjerrum * n);
        final double cation = cationConductivity / (E * E * MOLE); // mobility, velocity per force
        final double anion = CHLORIDE / (E * E * MOLE);
        final double reduction = 0.5 * kappa * bjerrum / (3 * (1 + Math.sqrt(0.5)));
        final double brake = reduction / (cation + anion);
        final double electrophoresis = kappa / (6 * Math.PI * VISCOSITY) * n / 2;
        return OnsagerMatrix.of(
                new DMatrixRMaj(new double[][] {
                    {n * cation * (1 - cation * brake) - electrophoresis, n * cation * anion * brake + electrophoresis},
                    {n * cation * anion * brake + electrophoresis, n * anion * (1 - anion * brake) - electrophoresis}
                }),
                new int[] {1, -1});
    }

    /** S cm^2/mol. */
    private static double molarConductivity(OnsagerMatrix l, double concentration) {
        return l.conductivity() / (1000 * concentration) * 1e4;
    }

    @Test
    void conductivityFallsWithThePublishedCoefficientsOfTheLaw() {
        for (double cation : new double[] {POTASSIUM, SODIUM}) {
            final double concentration = 1e-4;
            final double limit = (cation + CHLORIDE) * 1e4;
            final double slope = (limit - molarConductivity(limitingLaw(cation, concentration), concentration))
                    / Math.sqrt(concentration);
            final double published = 0.2300 * limit + 60.65;
            final double fourDigits = 5e-4;
            assertEquals(published, slope, fourDigits * published);
        }
    }

    @Test
    void conductivityAgreesWithMeasurement() {
        final double orderOfConcentration = 1.5e-3; // terms of the order c that the limiting law leaves out
        assertEquals(147.81, molarConductivity(limitingLaw(POTASSIUM, 0.0005), 0.0005), orderOfConcentration * 147.81);
        assertEquals(146.95, molarConductivity(limitingLaw(POTASSIUM, 0.001), 0.001), orderOfConcentration * 146.95);
        assertEquals(124.50, molarConductivity(limitingLaw(SODIUM, 0.0005), 0.0005), orderOfConcentration * 124.50);
        assertEquals(123.74, molarConductivity(limitingLaw(SODIUM, 0.001), 0.001), orderOfConcentration * 123.74);
    }

    @Test
    void transferenceNumbersAgreeWithMeasurement() {
        final double limitingLaw = 3e-3;
        assertEquals(0.4902, limitingLaw(POTASSIUM, 0.01).transferenceNumber(0), limitingLaw * 0.4902);
        assertEquals(0.3918, limitingLaw(SODIUM, 0.01).transferenceNumber(0), limitingLaw * 0.3918);
    }

    @Test
    void diffusionOfTheSaltAgreesWithMeasurementOnlyWithTheCrossCoefficient() {
        // 1.964e-9 for KCl and 1.585e-9 m^2/s for NaCl at 0.001 mol/l, by conductometry
        final BinarySalt salt = new BinarySalt(MOLE, 1, 1, 1, -1, T);
        final double factor = 1 - 1.1762 / 2 * Math.sqrt(0.001); // d ln(gamma)/d ln(c), ln(gamma) = -1.1762 sqrt(c)
        final double halfAPercent = 5e-3;
        assertEquals(
                1.964e-9, salt.measured(limitingLaw(POTASSIUM, 0.001), factor).diffusivity(), halfAPercent * 1.964e-9);
        final OnsagerMatrix sodium = limitingLaw(SODIUM, 0.001);
        assertEquals(1.585e-9, salt.measured(sodium, factor).diffusivity(), halfAPercent * 1.585e-9);
        final OnsagerMatrix diagonal = OnsagerMatrix.of(
                new DMatrixRMaj(new double[][] {{sodium.entry(0, 0), 0}, {0, sodium.entry(1, 1)}}), new int[] {1, -1});
        final double without = salt.measured(diagonal, factor).diffusivity();
        assertTrue(without < 1.585e-9 * (1 - 2 * halfAPercent), () -> "without cross coefficient " + without);
    }
}
