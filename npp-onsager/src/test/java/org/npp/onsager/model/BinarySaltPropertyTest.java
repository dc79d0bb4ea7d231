package org.npp.onsager.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.function.Executable;
import org.npp.onsager.OnsagerMatrix;
import org.npp.onsager.form.ConductionForm;
import org.npp.onsager.form.MaxwellStefan;

final class BinarySaltPropertyTest {
    private static final String SEED = "20261122";

    private static final double ULP = Math.ulp(1.0);

    private static final double K = 1.380649e-23;

    private static final double E = 1.602176634e-19;

    private static final double T = 298.15;

    /** Number density of 1 mol/m^3 [1/m^3]. */
    private static final double MOLE = 6.02214076e23;

    @Property(seed = SEED)
    void measuredSetComesBackWithinTenTimesCondition(
            @ForAll @Scale(6) @DoubleRange(min = -2, max = 3) double transference,
            @ForAll @Scale(6) @DoubleRange(min = -12, max = -8) double decade,
            @ForAll @Scale(6) @DoubleRange(min = 0.1, max = 10) double factor,
            @ForAll @IntRange(min = 1, max = 3) int cations,
            @ForAll @IntRange(min = 1, max = 3) int anions) {
        final BinarySalt salt = new BinarySalt(100 * MOLE, cations, anions, anions, -cations, T);
        final ConcentratedSolution set = new ConcentratedSolution(1.07, Math.pow(10, decade), transference, factor);
        final OnsagerMatrix l = salt.matrix(set);
        final ConcentratedSolution back = salt.measured(l, factor);
        final double r = l.entry(0, 1) / Math.sqrt(l.entry(0, 0)) / Math.sqrt(l.entry(1, 1));
        final double condition = (1 + Math.abs(r)) / (1 - Math.abs(r));
        final double bound = 20 * condition * ULP;
        assertEquals(set.conductivity(), back.conductivity(), bound * set.conductivity());
        assertEquals(set.diffusivity(), back.diffusivity(), bound * set.diffusivity());
        assertEquals(transference, back.cationTransference(), bound * (1 + Math.abs(transference)));
        assertEquals(factor, back.thermodynamicFactor());
    }

    @Property(seed = SEED)
    void currentFreePartMovesTheIonsAsTheSaltHasThem(
            @ForAll @Scale(6) @DoubleRange(min = -1, max = 2) double transference,
            @ForAll @IntRange(min = 1, max = 3) int cations,
            @ForAll @IntRange(min = 1, max = 3) int anions) {
        final BinarySalt salt = new BinarySalt(100 * MOLE, cations, anions, anions, -cations, T);
        final OnsagerMatrix l = salt.matrix(new ConcentratedSolution(1.07, 1.5e-9, transference, 0.9));
        final DMatrixRMaj currentFree = ConductionForm.of(l).currentFree();
        final double expected = 1.5e-9 * 100 * MOLE / ((cations + anions) * K * T * 0.9);
        final double tolerance = 100 * ULP * (l.entry(0, 0) + l.entry(1, 1));
        assertEquals(cations * cations * expected, currentFree.get(0, 0), tolerance);
        assertEquals(cations * anions * expected, currentFree.get(0, 1), tolerance);
        assertEquals(anions * anions * expected, currentFree.get(1, 1), tolerance);
    }

    @Property(seed = SEED)
    void independentIonsDiffuseTogetherAsNernstAndHartleySay(
            @ForAll @Scale(6) @DoubleRange(min = 0.01, max = 100) double ratio,
            @ForAll @IntRange(min = 1, max = 3) int cations,
            @ForAll @IntRange(min = 1, max = 3) int anions) {
        final BinarySalt salt = new BinarySalt(100 * MOLE, cations, anions, anions, -cations, T);
        final double cation = 1e-9;
        final double anion = ratio * cation;
        final OnsagerMatrix l = OnsagerMatrix.nernstPlanck(
                new double[] {cation, anion},
                new double[] {cations * salt.density(), anions * salt.density()},
                new int[] {anions, -cations},
                T);
        final double expected = salt.nernstHartleyDiffusivity(cation, anion);
        assertEquals(expected, salt.measured(l, 1).diffusivity(), 32 * ULP * expected);
        final double textbook = (anions + cations) * cation * anion / (anions * cation + cations * anion);
        assertEquals(textbook, expected, 8 * ULP * textbook);
    }

    /** The relations of concentrated solution theory between a measured set and three Maxwell-Stefan diffusivities. */
    @Property(seed = SEED)
    void maxwellStefanDiffusivitiesGiveTheSetOfConcentratedSolutionTheory(
            @ForAll @Scale(6) @DoubleRange(min = 0.2, max = 5) double first,
            @ForAll @Scale(6) @DoubleRange(min = 0.2, max = 5) double second,
            @ForAll @Scale(6) @DoubleRange(min = 0.05, max = 5) double third,
            @ForAll @IntRange(min = 1, max = 2) int cations,
            @ForAll @IntRange(min = 1, max = 2) int anions) {
        final double solvent = 5.5e4;
        final double salt = 500;
        final double cation = cations * salt;
        final double anion = anions * salt;
        final double total = solvent + cation + anion;
        final int zc = anions;
        final int za = -cations;
        final double d0c = first * 1e-9;
        final double d0a = second * 1e-9;
        final double dca = third * 1e-10;
        final OnsagerMatrix l = MaxwellStefan.of(
                        new DMatrixRMaj(new double[][] {{d0c, dca}, {dca, d0a}}),
                        new double[] {cation * MOLE, anion * MOLE},
                        solvent * MOLE,
                        T)
                .matrix(new int[] {zc, za});
        final ConcentratedSolution set = new BinarySalt(salt * MOLE, cations, anions, zc, za, T).measured(l, 1);
        // D = D_0+ D_0- (z+ - z-)/(z+ D_0+ - z- D_0-) with the force per c_T/c_0; t_+ = z+ D_0+/(z+ D_0+ - z- D_0-)
        final double d = d0c * d0a * (zc - za) / (zc * d0c - za * d0a) * total / solvent;
        final double t = zc * d0c / (zc * d0c - za * d0a);
        // 1/sigma = -(RT/(c_T z+ z- F^2)) (1/D_+- + c_0 t_-/(c_+ D_0-))
        final double rt = K * T / (E * E * MOLE);
        final double resistivity = -rt / (total * zc * za) * (1 / dca + solvent * (1 - t) / (cation * d0a));
        final double tolerance = 1e-12; // frictions of 1e-9 and 1e-11 m^2/s per mole fraction cancel 3 digits
        assertEquals(d, set.diffusivity(), tolerance * d);
        assertEquals(t, set.cationTransference(), tolerance);
        assertEquals(1 / resistivity, set.conductivity(), tolerance / resistivity);
    }

    @Example
    void potassiumAndSodiumChlorideDiffuseAsTheirLimitingConductivitiesSay() {
        // limiting conductivities of Robinson and Stokes: K 73.50, Na 50.10, Cl 76.35 S cm^2/mol; 1.993e-9, 1.610e-9
        // m^2/s
        final double perConductivity = 1e-4 * K * T / (E * E * MOLE);
        final BinarySalt salt = new BinarySalt(MOLE, 1, 1, 1, -1, T);
        final double lastDigit = 1e-3;
        assertEquals(
                1.993e-9,
                salt.nernstHartleyDiffusivity(73.50 * perConductivity, 76.35 * perConductivity),
                lastDigit * 1.993e-9);
        assertEquals(
                1.610e-9,
                salt.nernstHartleyDiffusivity(50.10 * perConductivity, 76.35 * perConductivity),
                lastDigit * 1.610e-9);
    }

    @Example
    void saltWhoseIonsMoveOnlyTogetherIsAdmittedOnlyIfItConducts() {
        final BinarySalt salt = new BinarySalt(MOLE, 1, 1, 1, -1, T);
        final OnsagerMatrix pairs =
                OnsagerMatrix.of(new DMatrixRMaj(new double[][] {{1e31, 1e31}, {1e31, 1e31}}), new int[] {1, -1});
        assertRejected("conductivity must be finite and > 0: 0.0 S/m", () -> salt.measured(pairs, 1));
        final OnsagerMatrix noSalt = salt.matrix(new ConcentratedSolution(1, 0, 0.3, 1));
        assertEquals(0, salt.measured(noSalt, 1).diffusivity(), 1e-24);
    }

    @Example
    void argumentsOutOfRangeAreNamed() {
        assertRejected("density must be finite and > 0: 0.0 1/m^3", () -> new BinarySalt(0, 1, 1, 1, -1, T));
        assertRejected(
                "cations, anions and cationCharge must be > 0: 0, 1, 1", () -> new BinarySalt(1, 0, 1, 1, -1, T));
        assertRejected(
                "cations, anions and cationCharge must be > 0: 1, -1, 1", () -> new BinarySalt(1, 1, -1, 1, 1, T));
        assertRejected(
                "cations, anions and cationCharge must be > 0: 1, 1, -1", () -> new BinarySalt(1, 1, 1, -1, 1, T));
        assertRejected(
                "salt must be neutral: 1 ions of charge number 2, 1 of -1", () -> new BinarySalt(1, 1, 1, 2, -1, T));
        assertRejected("temperature must be finite and > 0: NaN K", () -> new BinarySalt(1, 1, 1, 1, -1, Double.NaN));
        final BinarySalt salt = new BinarySalt(1, 1, 1, 1, -1, T);
        final OnsagerMatrix other = OnsagerMatrix.of(new DMatrixRMaj(2, 2), new int[] {1, 1});
        assertRejected(
                "l must be of two ions with charge numbers 1 and -1: charge numbers [1, 1]",
                () -> salt.measured(other, 1));
        assertRejected(
                "l must be of two ions with charge numbers 1 and -1: charge numbers [1]",
                () -> salt.measured(OnsagerMatrix.of(new DMatrixRMaj(1, 1), new int[] {1}), 1));
        assertRejected(
                "l must be of two ions with charge numbers 1 and -1: charge numbers [2, -1]",
                () -> salt.measured(OnsagerMatrix.of(new DMatrixRMaj(2, 2), new int[] {2, -1}), 1));
        assertRejected(
                "cationDiffusivity must be finite and > 0: 0.0 m^2/s", () -> salt.nernstHartleyDiffusivity(0, 1));
        assertRejected("conductivity must be finite and > 0: 0.0 S/m", () -> new ConcentratedSolution(0, 1, 0.5, 1));
        assertRejected(
                "diffusivity must be finite and >= 0: -1.0 m^2/s", () -> new ConcentratedSolution(1, -1, 0.5, 1));
        assertRejected(
                "cationTransference must be finite: NaN [1]", () -> new ConcentratedSolution(1, 1, Double.NaN, 1));
        assertRejected(
                "thermodynamicFactor must be finite and > 0: 0.0 [1]", () -> new ConcentratedSolution(1, 1, 0.5, 0));
    }

    private static void assertRejected(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
