package org.npp.onsager.profile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.npp.onsager.HavenRatio;
import org.npp.onsager.NernstEinstein;
import org.npp.onsager.OnsagerMatrix;
import org.npp.onsager.model.IsotopeModel;

final class OnsagerProfileTest {
    private static final double ULP = Math.ulp(1.0);

    private static final double E = 1.602176634e-19;

    private static final double K = 1.380649e-23;

    private static final double MOLE = 6.02214076e23;

    private static final int[] UNIVALENT = {1, 1};

    private static final double[] DEPTHS = {0, 1e-9, 3e-9};

    /** Li and K: potassium only, both, lithium only. */
    private static final double[][] DENSITIES = {{0, 0.5e28, 1.4e28}, {1.4e28, 0.9e28, 0}};

    private static final double[][] DIFFUSIVITIES = {{1e-21, 1e-18, 1e-17}, {2e-21, 2e-21, 2e-21}};

    private static OnsagerProfile profile(LocalLaw law) {
        return OnsagerProfile.of(DEPTHS, DENSITIES, DIFFUSIVITIES, 300, law);
    }

    @Test
    void columnsAndRowsHaveTheSameOrder() {
        final List<String> columns = OnsagerProfile.columns(List.of("Li", "K"));
        assertEquals(
                "depth_m,L_Li_Li,L_Li_K,L_K_K,sigma_S_per_m,t_Li,t_K,tracer_Li_m2_per_s,tracer_K_m2_per_s,haven_ratio",
                String.join(",", columns));
        final OnsagerProfile profile = profile(LocalLaw.commonHavenRatio(UNIVALENT, 300, new HavenRatio(0.4)));
        final double[] row = profile.row(1);
        assertEquals(columns.size(), row.length);
        assertEquals(1e-9, row[0]);
        assertEquals(profile.matrix(1).entry(0, 0), row[1]);
        assertEquals(profile.matrix(1).entry(0, 1), row[2]);
        assertEquals(profile.matrix(1).entry(1, 1), row[3]);
        assertEquals(profile.conductivity(1), row[4]);
        assertEquals(profile.transferenceNumber(0, 1), row[5]);
        assertEquals(profile.transferenceNumber(1, 1), row[6]);
        assertEquals(0.4e-18, row[7], 2 * ULP * 1e-18);
        assertEquals(0.8e-21, row[8], 2 * ULP * 1e-21);
        assertEquals(0.4, row[9], 32 * ULP);
        assertEquals(1, profile.row(2)[5]);
        assertEquals(3, profile.nodes());
        assertEquals(2, profile.ions());
        assertEquals(3e-9, profile.depth(2));
        assertEquals(4, OnsagerProfile.columns(List.of("Li")).indexOf("tracer_Li_m2_per_s"));
        assertEquals(
                OnsagerProfile.columns(List.of("Li", "Na", "K")).size(),
                OnsagerProfile.of(
                                new double[] {0},
                                new double[][] {{1e28}, {1e28}, {1e28}},
                                new double[][] {{1e-17}, {1e-18}, {1e-19}},
                                300,
                                LocalLaw.independent(new int[] {1, 1, 1}, 300))
                        .row(0)
                        .length);
    }

    @Test
    void migrationIsTheSameUnderEveryLawAndOnlyTracersDiffer() {
        final OnsagerProfile independent = profile(LocalLaw.independent(UNIVALENT, 300));
        final OnsagerProfile common = profile(LocalLaw.commonHavenRatio(UNIVALENT, 300, new HavenRatio(0.4)));
        final OnsagerProfile cait = profile(LocalLaw.cait(UNIVALENT, 300));
        for (int k = 0; k < 3; k++) {
            final double sigma = (DENSITIES[0][k] > 0
                            ? new NernstEinstein(DENSITIES[0][k], 1, 300).conductivity(DIFFUSIVITIES[0][k])
                            : 0)
                    + (DENSITIES[1][k] > 0
                            ? new NernstEinstein(DENSITIES[1][k], 1, 300).conductivity(DIFFUSIVITIES[1][k])
                            : 0);
            for (OnsagerProfile each : List.of(independent, common, cait)) {
                assertEquals(sigma, each.conductivity(k), 64 * ULP * sigma);
                assertEquals(independent.transferenceNumber(1, k), each.transferenceNumber(1, k), 64 * ULP);
            }
            assertEquals(1, independent.havenRatio(k), 4 * ULP);
            assertEquals(0.4, common.havenRatio(k), 64 * ULP);
            assertEquals(0.5, cait.havenRatio(k), 4 * ULP);
            assertEquals(DIFFUSIVITIES[0][k] / 2, cait.tracerDiffusivity(0, k));
            assertEquals(0, cait.matrix(k).entry(0, 1));
        }
        assertTrue(common.matrix(1).entry(0, 1) > 0);
    }

    @Test
    void ionsOfTheUsersOwnLawAreEvaluatedToo() {
        final IsotopeModel lithium = new IsotopeModel(1e-17, 3e-18, 1, 300);
        final OnsagerProfile profile =
                profile((n, d) -> LocalCoefficients.of(lithium.matrix(n), new double[] {3e-18, 3e-18}));
        assertEquals(0.3, profile.havenRatio(1), 16 * ULP);
        assertEquals(0.5 / 1.4, profile.transferenceNumber(0, 1), 16 * ULP);
    }

    @Test
    void nothingIsDefinedWhereNothingConducts() {
        final OnsagerProfile profile = OnsagerProfile.of(
                new double[] {0, 1e-9},
                new double[][] {{0, 1e28}},
                new double[][] {{1e-17, 0}},
                300,
                LocalLaw.independent(new int[] {1}, 300));
        for (int k = 0; k < 2; k++) {
            assertEquals(0, profile.conductivity(k));
            assertTrue(Double.isNaN(profile.transferenceNumber(0, k)));
            assertTrue(Double.isNaN(profile.havenRatio(k)));
        }
        assertTrue(Double.isNaN(profile.diffusionPotential()[1]));
        final OnsagerProfile noTracer = OnsagerProfile.of(
                new double[] {0},
                new double[][] {{1e28}},
                new double[][] {{1e-17}},
                300,
                (n, d) -> LocalCoefficients.of(OnsagerMatrix.nernstPlanck(d, n, new int[] {1}, 300), new double[] {0}));
        assertTrue(Double.isNaN(noTracer.havenRatio(0)));
    }

    @Test
    void junctionOfTwoChloridesHasThePotentialOfHendersonAndPlanck() {
        // HCl|KCl, 0.1 mol/l, 298.15 K, equivalent conductivities 350.1, 73.5, 76.31: the KCl side 26.875 mV higher
        final double[] conductivities = {350.1e-4, 73.5e-4, 76.31e-4};
        final double c = 100 * MOLE;
        for (int nodes : new int[] {2, 5, 40}) {
            final double[] x = new double[nodes];
            final double[][] n = new double[3][nodes];
            final double[][] d = new double[3][nodes];
            for (int k = 0; k < nodes; k++) {
                final double fraction = (double) k / (nodes - 1);
                x[k] = 1e-3 * fraction;
                n[0][k] = c * (1 - fraction);
                n[1][k] = c * fraction;
                n[2][k] = c;
                for (int i = 0; i < 3; i++) {
                    d[i][k] = conductivities[i] * K * 298.15 / (E * E * MOLE);
                }
            }
            final OnsagerProfile profile =
                    OnsagerProfile.of(x, n, d, 298.15, LocalLaw.independent(new int[] {1, 1, -1}, 298.15));
            final double fiveDigits = 0.5e-6;
            assertEquals(26.875e-3, profile.diffusionPotential()[nodes - 1], fiveDigits);
            // and no current flows in it
            final DrivenProfile driven = DrivenProfile.of(profile, profile.diffusionPotential());
            if (nodes == 40) {
                assertEquals(0, driven.currentDensity(20), 1e-3 * E * Math.abs(driven.flux(0, 20)));
            }
        }
    }

    @Test
    void concentrationCellHasItsTransferencePotential() {
        // one salt at two concentrations: (t_+ - t_-) kT/e ln(c_1/c_2), exactly, by steps of any size
        final double[][] n = {{1e25, 3e25, 1e26}, {1e25, 3e25, 1e26}};
        final double[][] d = {{2e-9, 2e-9, 2e-9}, {1e-9, 1e-9, 1e-9}};
        final OnsagerProfile profile = OnsagerProfile.of(
                DEPTHS, n, d, 300, LocalLaw.commonHavenRatio(new int[] {1, -1}, 300, new HavenRatio(0.6)));
        final double expected = -(2.0 / 3 - 1.0 / 3) * K * 300 / E * Math.log(10);
        assertEquals(expected, profile.diffusionPotential()[2], 64 * ULP * Math.abs(expected));
    }

    @Test
    void uniformGlassDissipatesTheElectricPower() {
        final double[] x = {0, 1e-9, 4e-9};
        final double[] potential = {0.3, 0.2, -0.1};
        final OnsagerProfile profile = OnsagerProfile.of(
                x,
                new double[][] {{1e28, 1e28, 1e28}, {4e27, 4e27, 4e27}},
                new double[][] {{1e-17, 1e-17, 1e-17}, {1e-18, 1e-18, 1e-18}},
                300,
                LocalLaw.commonHavenRatio(UNIVALENT, 300, new HavenRatio(0.3)));
        final double power = profile.conductivity(0) * 1e8 * 1e8;
        final DrivenProfile driven = DrivenProfile.of(profile, potential);
        for (int k = 0; k < 3; k++) {
            assertEquals(power / 300, driven.entropyProduction(k), 64 * ULP * power / 300);
        }
        final double current = profile.conductivity(0) * 1e8;
        assertEquals(current, driven.currentDensity(1), 1e-13 * current);
        assertEquals(current, E * (driven.flux(0, 1) + driven.flux(1, 1)), 1e-13 * current);
    }

    @Test
    void entropyProductionIsNeverNegative() {
        final Random random = new Random(20261122);
        for (int trial = 0; trial < 200; trial++) {
            final int nodes = 2 + random.nextInt(20);
            final double[] x = new double[nodes];
            final double[] potential = new double[nodes];
            final double[][] n = new double[3][nodes];
            final double[][] d = new double[3][nodes];
            final double[][] excess = new double[3][nodes];
            for (int k = 0; k < nodes; k++) {
                x[k] = k == 0 ? 0 : x[k - 1] + 1e-10 + 1e-9 * random.nextDouble();
                potential[k] = random.nextGaussian();
                for (int i = 0; i < 3; i++) {
                    n[i][k] = random.nextInt(5) == 0 ? 0 : 1e28 * Math.pow(10, -20 * random.nextDouble());
                    d[i][k] = 1e-17 * Math.pow(10, -8 * random.nextDouble());
                    excess[i][k] = K * 300 * random.nextGaussian();
                }
            }
            final OnsagerProfile profile = OnsagerProfile.of(
                    x, n, d, 300, LocalLaw.commonHavenRatio(new int[] {1, 2, -1}, 300, new HavenRatio(0.5)));
            final DrivenProfile driven = DrivenProfile.of(profile, potential, excess);
            for (int k = 0; k < nodes; k++) {
                assertTrue(driven.entropyProduction(k) >= 0 && driven.entropyProduction(k) < Double.POSITIVE_INFINITY);
            }
        }
    }

    @Test
    void equilibriumProducesNoEntropy() {
        // one ion in the field of its own Boltzmann distribution, sampled finely
        final int nodes = 2001;
        final double[] x = new double[nodes];
        final double[] potential = new double[nodes];
        final double[][] n = new double[1][nodes];
        final double[][] d = new double[1][nodes];
        Arrays.fill(d[0], 1e-17);
        for (int k = 0; k < nodes; k++) {
            x[k] = 1e-8 * k / (nodes - 1);
            potential[k] = 0.05 * Math.sin(6 * x[k] / 1e-8);
            n[0][k] = 1e28 * Math.exp(-E * potential[k] / (K * 300));
        }
        final OnsagerProfile profile = OnsagerProfile.of(x, n, d, 300, LocalLaw.independent(new int[] {1}, 300));
        final DrivenProfile driven = DrivenProfile.of(profile, potential);
        final double withoutDiffusion = profile.conductivity(0) * Math.pow(0.05 * 6 / 1e-8, 2) / 300;
        for (int k = 0; k < nodes; k++) {
            final double each = driven.entropyProduction(k);
            assertTrue(each < 1e-8 * withoutDiffusion, () -> "entropy production " + each);
        }
    }

    @Test
    void argumentsOutOfRangeAreNamed() {
        final LocalLaw law = LocalLaw.independent(UNIVALENT, 300);
        assertRejected(
                "depths must increase strictly: depths[0] = 1.0 m, depths[1] = 1.0 m",
                () -> OnsagerProfile.of(new double[] {1, 1, 2}, DENSITIES, DIFFUSIVITIES, 300, law));
        assertRejected(
                "depths must have at least one entry",
                () -> OnsagerProfile.of(new double[0], DENSITIES, DIFFUSIVITIES, 300, law));
        assertRejected(
                "densities must have at least one entry",
                () -> OnsagerProfile.of(DEPTHS, new double[0][], DIFFUSIVITIES, 300, law));
        assertRejected(
                "diffusivities must have one entry per ion: 1 entries, 2 ions",
                () -> OnsagerProfile.of(DEPTHS, DENSITIES, new double[1][3], 300, law));
        assertRejected(
                "densities[0] must have one value per depth: 2 values, 3 depths",
                () -> OnsagerProfile.of(DEPTHS, new double[2][2], DIFFUSIVITIES, 300, law));
        assertRejected(
                "matrix of the law must have one entry per ion: 2 entries, 1 ions",
                () -> OnsagerProfile.of(
                        DEPTHS,
                        new double[1][3],
                        new double[1][3],
                        300,
                        (n, d) -> LocalCoefficients.of(
                                OnsagerMatrix.of(new DMatrixRMaj(2, 2), UNIVALENT), new double[2])));
        assertRejected(
                "tracerDiffusivities[1] must be finite and >= 0: -1.0 m^2/s",
                () -> LocalCoefficients.of(OnsagerMatrix.of(new DMatrixRMaj(2, 2), UNIVALENT), new double[] {0, -1}));
        final OnsagerProfile profile = profile(law);
        assertRejected(
                "potential must have one value per depth: 2 values, 3 depths",
                () -> DrivenProfile.of(profile, new double[2]));
        assertRejected(
                "excess must have one entry per ion: 1 entries, 2 ions",
                () -> DrivenProfile.of(profile, new double[3], new double[1][3]));
        assertRejected(
                "potential[1] must be finite: NaN V", () -> DrivenProfile.of(profile, new double[] {0, Double.NaN, 0}));
        final OnsagerProfile one = OnsagerProfile.of(
                new double[] {0},
                new double[][] {{1e28}},
                new double[][] {{1e-17}},
                300,
                LocalLaw.independent(new int[] {1}, 300));
        assertRejected("depths must be at least 2 for a gradient: 1", () -> DrivenProfile.of(one, new double[1]));
        assertArrayEquals(new double[] {0}, one.diffusionPotential());
    }

    private static void assertRejected(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    /** Two slabs in series, and between them a conductivity that is linear in depth: ln(b/a) (x_b - x_a)/(b - a). */
    @Test
    void theResistanceIsExactForLinearConductivities() {
        final double[] n = {1e28, 1e28, 0.25e28, 0.25e28};
        final double[] d = {1e-17, 1e-17, 1e-17, 1e-17};
        final double[] x = {0, 2e-9, 5e-9, 9e-9};
        final OnsagerProfile one = OnsagerProfile.of(
                x, new double[][] {n}, new double[][] {d}, 300, LocalLaw.independent(new int[] {1}, 300));
        final double sigma = 1e28 * E * E * 1e-17 / (K * 300);
        final double expected = (2e-9 + 3e-9 * Math.log(4) / 0.75 + 4 * 4e-9) / sigma;
        assertEquals(expected, one.resistance(), 32 * ULP * expected);
    }

    @Test
    void theResistanceIsInfiniteWhereNothingConductsAndZeroAtOneDepth() {
        final LocalLaw law = LocalLaw.independent(new int[] {1}, 300);
        final double[][] none = {{1e28, 0, 1e28}};
        final double[][] mobile = {{1e-17, 1e-17, 1e-17}};
        assertEquals(
                Double.POSITIVE_INFINITY,
                OnsagerProfile.of(DEPTHS, none, mobile, 300, law).resistance());
        assertEquals(
                0,
                OnsagerProfile.of(new double[] {0}, new double[][] {{1e28}}, new double[][] {{1e-17}}, 300, law)
                        .resistance());
    }
}
