package org.npp.onsager.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.npp.onsager.HavenRatio;
import org.npp.onsager.OnsagerMatrix;

final class CaitModelTest {
    private static final double ULP = Math.ulp(1.0);

    private static final double E = 1.602176634e-19;

    private static final double THERMAL = 1.380649e-23 * 300;

    private static final CaitModel MODEL = new CaitModel(1.0e28, 0.4e28, 1, 300);

    /** Native and foreign diffusion coefficient [m^2/s]. */
    private static final double D1 = 1e-17;

    private static final double D2 = 2e-21;

    /** Cross coefficient [1/(J m s)], half of the largest that is allowed. */
    private static final double CROSS = 0.5 * 0.4e28 * D2 / THERMAL;

    @Test
    void coefficientsAreThoseOfThePublishedModel() {
        final OnsagerMatrix l = MODEL.matrix(D1, D2);
        // 1e-17 * 1e28 and 2e-21 * 0.4e28 over 4.141947e-21 J
        assertEquals(2.414323505e31, l.entry(0, 0), 1e-9 * 2.4e31);
        assertEquals(1.931458804e27, l.entry(1, 1), 1e-9 * 1.9e27);
        assertEquals(0, l.entry(0, 1));
        assertEquals(1, l.chargeNumber(1));
    }

    @Test
    void tracerCoefficientIsHalfOfTheCaitOneBothWays() {
        assertEquals(5e-18, CaitModel.tracerDiffusivity(1e-17));
        assertEquals(1e-17, CaitModel.caitDiffusivity(5e-18));
        assertEquals(
                CaitModel.HAVEN_RATIO,
                HavenRatio.of(CaitModel.tracerDiffusivity(D1), MODEL.migrationDiffusivity(MODEL.matrix(D1, D2), 0)));
    }

    @Test
    void migrationCoefficientsStayAsGivenWithACrossCoefficient() {
        final OnsagerMatrix l = MODEL.matrix(D1, D2, CROSS);
        assertEquals(D1, MODEL.migrationDiffusivity(l, 0), 4 * ULP * D1);
        assertEquals(D2, MODEL.migrationDiffusivity(l, 1), 4 * ULP * D2);
        assertEquals(CROSS, l.entry(0, 1));
    }

    @Test
    void fluxFollowsFromTheMigrationAndTheChemicalCoefficient() {
        final OnsagerMatrix l = MODEL.matrix(D1, D2, CROSS);
        final double gradient = -3e35; // of n_1 [1/m^4], with that of n_2 the opposite
        final double field = 2e7; // V/m
        final double slope = 1.7 * THERMAL / 1.0e28; // dmu_1/dn_1
        final double force1 = -slope * gradient + E * field;
        final double force2 = slope * gradient + E * field; // dmu_2 = -dmu_1
        final double flux = l.entry(0, 0) * force1 + l.entry(0, 1) * force2;
        final double migration = MODEL.migrationDiffusivity(l, 0) * 1.0e28 / THERMAL * E * field;
        final double chemical = -MODEL.chemicalDiffusivity(l, 0, slope) * gradient;
        assertEquals(flux, migration + chemical, 8 * ULP * (Math.abs(migration) + Math.abs(chemical)));
        final double foreignFlux = l.entry(1, 0) * force1 + l.entry(1, 1) * force2;
        final double foreign = MODEL.migrationDiffusivity(l, 1) * 0.4e28 / THERMAL * E * field
                + MODEL.chemicalDiffusivity(l, 1, slope) * gradient;
        assertEquals(foreignFlux, foreign, 16 * ULP * (l.entry(0, 1) + l.entry(1, 1)) * (force1 - force2));
    }

    @Test
    void chemicalPartObeysGibbsDuhemOnlyAtEqualDensities() {
        final double slope = THERMAL / 0.7e28;
        final CaitModel equal = new CaitModel(0.7e28, 0.7e28, 1, 300);
        final OnsagerMatrix l = equal.matrix(D1, D1, 0.25 * 0.7e28 * D1 / THERMAL);
        assertEquals(gibbsDuhem(l, 1, slope), equal.chemicalDiffusivity(l, 0, slope), 4 * ULP * l.entry(0, 0) * slope);
        final double ratio = 1.0 / 0.4;
        final OnsagerMatrix unequal = MODEL.matrix(D1, D1, 0.25 * 0.4e28 * D1 / THERMAL);
        // exactly L_12 (n_1/n_2 - 1) dmu_1/dn_1 too much
        assertEquals(
                unequal.entry(0, 1) * (ratio - 1) * slope,
                MODEL.chemicalDiffusivity(unequal, 0, slope) - gibbsDuhem(unequal, ratio, slope),
                8 * ULP * unequal.entry(0, 0) * slope);
    }

    /** Chemical part of ion 1 with dmu_2 = -(n_1/n_2) dmu_1. */
    private static double gibbsDuhem(OnsagerMatrix l, double densityRatio, double slope) {
        return (l.entry(0, 0) - l.entry(0, 1) * densityRatio) * slope;
    }

    @Test
    void isotopesWithTheModelsHavenRatioHaveTheCrossCoefficientItLacks() {
        final double tracer = CaitModel.tracerDiffusivity(D1);
        final OnsagerMatrix isotopes = new IsotopeModel(D1, tracer, 1, 300).matrix(1.0e28, 0.4e28);
        final double cross = 1.0e28 * 0.4e28 * D1 / (2 * 1.4e28 * THERMAL);
        assertEquals(cross, isotopes.entry(0, 1), 8 * ULP * cross);
        assertNotEquals(isotopes.entry(0, 0), MODEL.matrix(D1, D1).entry(0, 0));
        // with it, migration is the same and interdiffusion becomes that of the tracer
        final OnsagerMatrix corrected = MODEL.matrix(D1, D1, cross);
        assertEquals(isotopes.entry(0, 0), corrected.entry(0, 0), 8 * ULP * isotopes.entry(0, 0));
        final TwoIonExchange exchange = new TwoIonExchange(1.0e28, 0.4e28, 1, 300, 1);
        assertEquals(D1, exchange.chemicalDiffusivity(MODEL.matrix(D1, D1)), 8 * ULP * D1);
        assertEquals(tracer, exchange.chemicalDiffusivity(corrected), 32 * ULP * tracer);
    }

    @Test
    void glassWithoutForeignIonsIsAdmitted() {
        final CaitModel virgin = new CaitModel(1.4e28, 0, 1, 300);
        final OnsagerMatrix l = virgin.matrix(D1, D2);
        assertEquals(1, l.transferenceNumber(0));
        assertRejected("density must be finite and > 0: 0.0 1/m^3", () -> virgin.migrationDiffusivity(l, 1));
    }

    @Test
    void argumentsOutOfRangeAreNamed() {
        assertRejected("nativeDensity must be finite and >= 0: -1.0 1/m^3", () -> new CaitModel(-1, 1, 1, 300));
        assertRejected("foreignDensity must be finite and >= 0: NaN 1/m^3", () -> new CaitModel(1, Double.NaN, 1, 300));
        assertRejected("chargeNumber must not be 0", () -> new CaitModel(1, 1, 0, 300));
        assertRejected("temperature must be finite and > 0: 0.0 K", () -> new CaitModel(1, 1, 1, 0));
        assertRejected("caitDiffusivity must be finite and >= 0: -1.0 m^2/s", () -> CaitModel.tracerDiffusivity(-1));
        assertRejected("tracerDiffusivity must be finite and >= 0: -1.0 m^2/s", () -> CaitModel.caitDiffusivity(-1));
        assertRejected("nativeDiffusivity must be finite and >= 0: -1.0 m^2/s", () -> MODEL.matrix(-1, 1));
        assertRejected("foreignDiffusivity must be finite and >= 0: -1.0 m^2/s", () -> MODEL.matrix(1, -1));
        assertRejected("crossCoefficient must be finite: NaN 1/(J m s)", () -> MODEL.matrix(D1, D2, Double.NaN));
        final OnsagerMatrix l = MODEL.matrix(D1, D2);
        assertThrows(IndexOutOfBoundsException.class, () -> MODEL.migrationDiffusivity(l, 2));
        assertThrows(IndexOutOfBoundsException.class, () -> MODEL.chemicalDiffusivity(l, -1, 1));
        assertRejected(
                "slope must be finite: Infinity J m^3",
                () -> MODEL.chemicalDiffusivity(l, 0, Double.POSITIVE_INFINITY));
        final OnsagerMatrix other = OnsagerMatrix.of(new DMatrixRMaj(new double[][] {{1}}), new int[] {1});
        final String message = "l must be of two ions with charge number 1: charge numbers [1]";
        assertRejected(message, () -> MODEL.migrationDiffusivity(other, 0));
        assertRejected(message, () -> MODEL.chemicalDiffusivity(other, 0, 1));
    }

    private static void assertRejected(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
