package org.npp.sed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.npp.core.PhysicalConstants;

class SedDiffusivityTest {
    private static final double EV = PhysicalConstants.ELEMENTARY_CHARGE;
    private static final double K = PhysicalConstants.BOLTZMANN;
    private static final double N = 1.41e28;
    private static final double BULK = 1e-17;
    private static final PopulatedSed GLASS = PopulatedSed.of(GaussianSed.ofFwhm(0.25 * EV), N, 0.1, 0);
    private static final SedDiffusivity LAW = SedDiffusivity.of(GLASS, BULK);

    @Test
    void fallsByNearlyFourDecadesBetweenTheBulkAndAFifthOfIt() {
        final double decades = Math.log10(value(LAW, N, 300) / value(LAW, 0.2 * N, 300));
        assertEquals(3.92, decades, 0.005);
        assertEquals(BULK, value(LAW, N, 300));
    }

    /** The foot of the front in the drift limit, d(n D)/dn = D_2: the three plateaus of the reference cases. */
    @ParameterizedTest
    @CsvSource({"2.0e-21, 0.15041475", "3.0e-22, 0.07011412", "5.3e-23, 0.03009392"})
    void footRuleGivesThePlateausOfThreeForeignIons(double foreign, double plateau) {
        double low = 1e-3;
        double high = 0.5;
        final double[] byDensity = new double[1];
        for (int k = 0; k < 60; k++) {
            final double c = 0.5 * (low + high);
            final double d = LAW.linearize(0, new double[] {c * N}, 300, byDensity);
            if (d + c * N * byDensity[0] < foreign) {
                low = c;
            } else {
                high = c;
            }
        }
        assertEquals(plateau, low, 0.5e-8);
    }

    @Test
    void dependsOnTheIonsOwnDensityOnly() {
        final double[] byDensity = {1, 2, 3};
        final double d = LAW.linearize(1, new double[] {5, 0.5 * N, 7}, 300, byDensity);
        assertEquals(value(LAW, 0.5 * N, 300), d);
        assertEquals(d, LAW.value(1, new double[] {5, 0.5 * N, 7}, 300));
        assertEquals(0, byDensity[0]);
        assertEquals(0, byDensity[2]);
        assertTrue(byDensity[1] > 0);
    }

    @Test
    void ionsBelowTheImmobileFractionDoNotMove() {
        final PopulatedSed pinned = PopulatedSed.of(GaussianSed.ofFwhm(0.25 * EV), N, 0.1, 0.2);
        final SedDiffusivity law = SedDiffusivity.of(pinned, BULK).withBulkActivation(EV, 300);
        final double[] byParameter = {1, 1, 1, 1, 1};
        final double[] byDensity = {1};
        for (double c : new double[] {0, 1e-3, 0.2}) {
            final double[] n = {c * N};
            assertEquals(0, law.value(0, n, 300));
            assertEquals(0, law.linearize(0, n, 300, byDensity));
            assertEquals(0, byDensity[0]);
            assertEquals(0, law.byTemperature(0, n, 300));
            law.byParameters(0, n, 300, byParameter);
            assertArrayEquals(new double[5], byParameter);
        }
        assertEquals(value(LAW, 0.21 * N, 300), value(law, 0.21 * N, 300));
    }

    @Test
    void activatedBulkFollowsArrhenius() {
        final SedDiffusivity law = LAW.withBulkActivation(0.9 * EV, 300);
        assertEquals(BULK, value(law, N, 300));
        final double slope = Math.log(value(law, N, 350) / value(law, N, 290)) / (1 / (K * 290) - 1 / (K * 350));
        assertEquals(0.9, slope / EV, 1e-13);
        assertEquals(BULK, value(LAW, N, 350), "without activation the bulk does not depend on temperature");
    }

    @Test
    void activationEnergyIsAbsoluteOnlyIfTheBulksIsKnown() {
        assertEquals(0.2784, LAW.activationEnergy(0.1 * N) / EV, 5e-6);
        assertEquals(1.1784, LAW.withBulkActivation(0.9 * EV, 300).activationEnergy(0.1 * N) / EV, 5e-6);
    }

    @Test
    void slopeOfTheArrheniusPlotIsTheActivationEnergy() {
        final SedDiffusivity law = LAW.withBulkActivation(0.9 * EV, 300);
        final double n = 0.3 * N;
        final double slope = Math.log(value(law, n, 350) / value(law, n, 290)) / (1 / (K * 290) - 1 / (K * 350));
        assertEquals(law.activationEnergy(n) / EV, slope / EV, 1e-13);
    }

    /** The rise from 0 to the exact law above the immobile ions, by differences of the law itself. */
    @Test
    void mobilityBeginsSmoothlyAboveTheImmobileFraction() {
        final double f = 0.05;
        final SedDiffusivity immobile =
                SedDiffusivity.of(PopulatedSed.of(GaussianSed.ofFwhm(0.25 * EV), N, 0.1, f), BULK);
        final SedDiffusivity mobile =
                SedDiffusivity.of(PopulatedSed.of(GaussianSed.ofFwhm(0.25 * EV), N, 0.1, 0), BULK);
        assertEquals(0, value(immobile, f * N, 300));
        assertEquals(value(mobile, (f + 1e-3) * N, 300), value(immobile, (f + 1e-3) * N, 300), 1e-12 * BULK);
        final double n = (f + 4e-4) * N;
        assertEquals(0.352 * value(mobile, n, 300), value(immobile, n, 300), 1e-12 * value(mobile, n, 300));
        final double[] byDensity = new double[1];
        immobile.linearize(0, new double[] {n}, 300, byDensity);
        final double step = 1e-6 * N;
        final double slope = (value(immobile, n + step, 300) - value(immobile, n - step, 300)) / (2 * step);
        assertEquals(slope, byDensity[0], 1e-5 * slope);
        final double[] byParameter = new double[4];
        immobile.byParameters(0, new double[] {n}, 300, byParameter);
        final SedDiffusivity more =
                SedDiffusivity.of(PopulatedSed.of(GaussianSed.ofFwhm(0.25 * EV), N, 0.1, f + 1e-6), BULK);
        final SedDiffusivity less =
                SedDiffusivity.of(PopulatedSed.of(GaussianSed.ofFwhm(0.25 * EV), N, 0.1, f - 1e-6), BULK);
        final double byImmobile = (value(more, n, 300) - value(less, n, 300)) / 2e-6;
        assertEquals(byImmobile, byParameter[2], 1e-5 * Math.abs(byImmobile));
    }

    @Test
    void parametersAreNamedAsInACase() {
        assertEquals(
                List.of("fwhm", "vacancy_fraction", "immobile_fraction", "bulk_diffusivity"), LAW.parameterNames());
        assertEquals(
                List.of("fwhm", "vacancy_fraction", "immobile_fraction", "bulk_diffusivity", "bulk_activation_energy"),
                LAW.withBulkActivation(EV, 300).withBulkActivation(2 * EV, 300).parameterNames());
    }

    @Test
    void derivativesFillExactlyTheNamedParameters() {
        final double[] byParameter = {1, 1, 1, 1, 7};
        LAW.byParameters(0, new double[] {N}, 300, byParameter);
        assertArrayEquals(new double[] {0, 0, 0, 1, 0}, byParameter, "the bulk feels its own diffusivity only");
        LAW.byParameters(0, new double[] {0.5 * N}, 300, new double[4]);
    }

    @Test
    void emptyGlassHasATinyDiffusivityAndABoundedSlope() {
        final double[] byDensity = new double[1];
        final double d = LAW.linearize(0, new double[] {0}, 300, byDensity);
        assertEquals(value(LAW, 1e-15 * N, 300), d, d, "of the size it has where the exact range ends");
        assertTrue(d > 0 && d < 1e-16 * BULK);
        assertTrue(byDensity[0] > 0 && byDensity[0] < BULK / N);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.MIN_VALUE, 1e-300, 1e-3, 1, 300, 1e6, 1e300})
    void everythingIsFiniteAtAnyTemperatureAndDensity(double temperature) {
        final SedDiffusivity activated = LAW.withBulkActivation(EV, 300);
        final SedDiffusivity box = SedDiffusivity.of(PopulatedSed.of(UserShape.box(EV), N, 0, 0), BULK)
                .withBulkActivation(0, 1e-3);
        for (double c : new double[] {0, Double.MIN_VALUE, 1e-300, 1e-15, 0.3, 1, 1.05, 1.11, 1.2, 5, 1e200}) {
            assertFinite(activated, c * N, temperature);
            assertFinite(box, c * N, temperature);
        }
    }

    @Test
    void gapInTheSitesGivesNoSlope() {
        // Two boxes, [0, 1] and [2, 3], in eV: half filled, the next ion finds its site 1 eV higher.
        final UserShape gap = new UserShape(
                e -> (e >= 0 && e <= EV) || (e >= 2 * EV && e <= 3 * EV) ? 0.5 / EV : 0,
                e -> e <= EV ? 0.5 * e / EV : 0.5 * e / EV - 0.5,
                p -> p < 0.5 ? 2 * p * EV : (p == 0.5 ? 1.5 * EV : (2 * p + 1) * EV),
                1.5 * EV,
                EV,
                0.5 * EV);
        final SedDiffusivity law = SedDiffusivity.of(PopulatedSed.of(gap, N, 0, 0), BULK);
        final double[] byDensity = new double[1];
        assertTrue(law.linearize(0, new double[] {0.5 * N}, 3000, byDensity) > 0);
        assertEquals(0, byDensity[0]);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void valuesThatAreNotPositiveAndFiniteAreRefused(double value) {
        assertEquals(
                "bulkDiffusivity must be finite and > 0: " + value + " m^2/s",
                assertThrows(IllegalArgumentException.class, () -> SedDiffusivity.of(GLASS, value))
                        .getMessage());
        assertEquals(
                "referenceTemperature must be finite and > 0: " + value + " K",
                assertThrows(IllegalArgumentException.class, () -> LAW.withBulkActivation(EV, value))
                        .getMessage());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1e-30, Double.NaN, Double.POSITIVE_INFINITY})
    void bulkActivationEnergyThatIsNegativeOrNotFiniteIsRefused(double energy) {
        assertEquals(
                "bulkActivationEnergy must be finite and >= 0: " + energy + " J",
                assertThrows(IllegalArgumentException.class, () -> LAW.withBulkActivation(energy, 300))
                        .getMessage());
    }

    @Test
    void accessorsReturnWhatWasGiven() {
        assertTrue(LAW.sed() == GLASS);
        assertEquals(BULK, LAW.bulkDiffusivity());
    }

    private static double value(SedDiffusivity law, double density, double temperature) {
        return law.value(0, new double[] {density}, temperature);
    }

    private static void assertFinite(SedDiffusivity law, double density, double temperature) {
        final double[] n = {density};
        final double[] byDensity = new double[1];
        final double[] byParameter = new double[law.parameterNames().size()];
        final String where = "n = " + density + ", T = " + temperature;
        final double d = law.linearize(0, n, temperature, byDensity);
        assertTrue(d >= 0 && Double.isFinite(d), () -> where + ": D = " + d);
        assertTrue(byDensity[0] >= 0 && Double.isFinite(byDensity[0]), () -> where + ": dD/dn = " + byDensity[0]);
        assertTrue(Double.isFinite(law.byTemperature(0, n, temperature)), where);
        law.byParameters(0, n, temperature, byParameter);
        for (double derivative : byParameter) {
            assertTrue(Double.isFinite(derivative), where);
        }
    }
}
