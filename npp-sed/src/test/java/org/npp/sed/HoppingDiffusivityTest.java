package org.npp.sed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.npp.core.PhysicalConstants;
import org.npp.sed.shape.BoxSed;
import org.npp.sed.shape.ExponentialSed;

class HoppingDiffusivityTest {
    private static final double EV = PhysicalConstants.ELEMENTARY_CHARGE;
    private static final double K = PhysicalConstants.BOLTZMANN;
    private static final double N = 1.41e28;
    private static final double BULK = 1e-17;
    private static final PopulatedSed GLASS = PopulatedSed.of(GaussianSed.ofFwhm(0.25 * EV), N, 0.1, 0);
    private static final SedFilling COLD = ZeroTemperatureFilling.of(GLASS);
    private static final SedFilling WARM = FermiDiracFilling.of(GLASS);

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-16, 1e-6, 0.05, 0.4, 0.9, 1, 1.05, 1.2, 30})
    void highestSiteFilledFromTheBottomIsTheSedDiffusivity(double fraction) {
        final PopulatedSed sed = PopulatedSed.of(GaussianSed.ofFwhm(0.25 * EV), N, 0.1, 0.03);
        final SedDiffusivity known = SedDiffusivity.of(sed, BULK).withBulkActivation(0.9 * EV, 310);
        final HoppingDiffusivity law = HoppingDiffusivity.of(
                        ZeroTemperatureFilling.of(sed), HoppingModel.HIGHEST_SITE, BULK)
                .withBulkActivation(0.9 * EV, 310);
        final double[] n = {fraction * N};
        // The fast law may interpolate; it promises 1e-9.
        final double d = known.value(0, n, 350);
        assertEquals(d, law.value(0, n, 350), 1e-9 * d);
        final double[] expected = new double[1];
        final double[] found = new double[1];
        known.linearize(0, n, 350, expected);
        assertEquals(d, law.linearize(0, n, 350, found), 1e-9 * d);
        assertEquals(expected[0], found[0], 1e-8 * expected[0]);
        final double byTemperature = known.byTemperature(0, n, 350);
        assertEquals(byTemperature, law.byTemperature(0, n, 350), 1e-8 * Math.abs(byTemperature));
        assertEquals(known.parameterNames(), law.parameterNames());
        final double[] expectedAll = new double[5];
        final double[] foundAll = new double[5];
        known.byParameters(0, n, 350, expectedAll);
        law.byParameters(0, n, 350, foundAll);
        for (int i = 0; i < 5; i++) {
            assertEquals(expectedAll[i], foundAll[i], 1e-8 * Math.abs(expectedAll[i]));
        }
    }

    /** With all sites of one energy the models have closed forms. */
    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.3, 0.9, 1.05})
    void sitesOfOneEnergyAreTheLatticeGas(double fraction) {
        // A box of 1e-4 kT: e^(mu/kT) = p/(1 - p) to a part in 1e9.
        final PopulatedSed sed = PopulatedSed.of(BoxSed.ofWidth(1e-4 * K * 300), N, 0.1, 0);
        final FermiDiracFilling filling = FermiDiracFilling.of(sed);
        final double p = 0.9 * fraction;
        final double vacancies = (1 - p) / 0.1;
        assertEquals(
                fraction / vacancies,
                relative(filling, HoppingModel.HIGHEST_SITE, fraction),
                1e-8 * fraction / vacancies);
        assertEquals(1 / vacancies, relative(filling, HoppingModel.TRANSPORT_LEVEL, fraction), 1e-8 / vacancies);
        assertEquals(vacancies, relative(filling, HoppingModel.SITE_BLOCKING, fraction), 1e-8 * vacancies);
    }

    private static double relative(SedFilling filling, HoppingModel model, double fraction) {
        return value(HoppingDiffusivity.of(filling, model, BULK), fraction, 300) / BULK;
    }

    @ParameterizedTest
    @EnumSource(HoppingModel.class)
    void bulkHasItsDiffusivityInEveryModel(HoppingModel model) {
        assertEquals(BULK, value(HoppingDiffusivity.of(COLD, model, BULK), 1, 300), 1e-15 * BULK);
        assertEquals(BULK, value(HoppingDiffusivity.of(WARM, model, BULK), 1, 300), 1e-15 * BULK);
    }

    @Test
    void transportLevelsConductivityIsTheHighestSitesDiffusivity() {
        for (double c : new double[] {0.01, 0.2, 0.7}) {
            final double paper = value(HoppingDiffusivity.of(WARM, HoppingModel.HIGHEST_SITE, BULK), c, 300);
            assertEquals(
                    paper,
                    c * value(HoppingDiffusivity.of(WARM, HoppingModel.TRANSPORT_LEVEL, BULK), c, 300),
                    1e-14 * paper);
        }
    }

    /** The paper's four decades, and what they are with warm sites: exp of the tabulated levels' difference. */
    @Test
    void fallsByNearlyFourDecadesBetweenTheBulkAndAFifthOfIt() {
        final double cold = -Math.log10(relative(COLD, HoppingModel.HIGHEST_SITE, 0.2));
        assertTrue(cold >= 3.9 && cold <= 4.0, () -> cold + " decades");
        assertEquals(3.92, cold, 0.005);
        final double warm = -Math.log10(relative(WARM, HoppingModel.HIGHEST_SITE, 0.2));
        final double tabulated = (148.477 + 105.956) * 1e-3 * EV / (K * 300) / Math.log(10);
        assertEquals(tabulated, warm, 2e-5);
    }

    @Test
    void diluteIonsInWarmSitesHaveAConstantTransportLevelDiffusivity() {
        final HoppingDiffusivity law = HoppingDiffusivity.of(WARM, HoppingModel.TRANSPORT_LEVEL, BULK);
        // Ions begin to feel each other at p e^(s^2/kT^2), 2e7 p here.
        final double limit = value(law, 1e-14, 300);
        assertEquals(limit, value(law, 1e-15, 300), 1e-6 * limit);
        assertEquals(limit, value(law, 0, 300), 1e-6 * limit);
        assertEquals(limit, value(law, 1e-12, 300), 1e-4 * limit);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.3, 1})
    void arrheniusPlotShowsTheArrheniusEnergy(double fraction) {
        for (SedFilling filling : List.of(COLD, WARM)) {
            final HoppingDiffusivity law = HoppingDiffusivity.of(filling, HoppingModel.SITE_BLOCKING, BULK)
                    .withBulkActivation(0.9 * EV, 300);
            // A central difference in 1/kT about 320 K.
            final double slope = Math.log(value(law, fraction, 320.01) / value(law, fraction, 319.99))
                    / (1 / (K * 319.99) - 1 / (K * 320.01));
            assertEquals(slope / EV, law.arrheniusEnergy(fraction * N, 320) / EV, 1e-8);
            assertEquals(slope / EV, ArrheniusEnergy.of(law, 0, new double[] {fraction * N}, 320) / EV, 1e-8);
        }
        final HoppingDiffusivity cold = HoppingDiffusivity.of(COLD, HoppingModel.HIGHEST_SITE, BULK);
        assertEquals(GLASS.activationEnergyDifference(fraction * N), cold.arrheniusEnergy(fraction * N, 320));
    }

    @Test
    void exponentialTailsArrheniusEnergyFallsByTheDecayPerFactorOfE() {
        final PopulatedSed tail = PopulatedSed.of(ExponentialSed.ofDecay(0.06 * EV), N, 0.1, 0);
        final HoppingDiffusivity law =
                HoppingDiffusivity.of(ZeroTemperatureFilling.of(tail), HoppingModel.HIGHEST_SITE, BULK);
        assertEquals(0.06, law.arrheniusEnergy(N / Math.E, 300) / EV, 1e-15);
    }

    @Test
    void immobileIonsDoNotMove() {
        final PopulatedSed pinned = PopulatedSed.of(GaussianSed.ofFwhm(0.25 * EV), N, 0.1, 0.2);
        final HoppingDiffusivity law =
                HoppingDiffusivity.of(FermiDiracFilling.of(pinned), HoppingModel.HIGHEST_SITE, BULK);
        final double[] n = {0.2 * N};
        final double[] byDensity = {1};
        final double[] byParameter = {1, 1, 1, 1};
        assertEquals(0, law.value(0, n, 300));
        assertEquals(0, law.linearize(0, n, 300, byDensity));
        assertEquals(0, byDensity[0]);
        assertEquals(0, law.byTemperature(0, n, 300));
        law.byParameters(0, n, 300, byParameter);
        assertArrayEquals(new double[4], byParameter);
        final HoppingDiffusivity mobile = HoppingDiffusivity.of(WARM, HoppingModel.HIGHEST_SITE, BULK);
        assertEquals(value(mobile, 0.21, 300), value(law, 0.21, 300), 1e-12 * value(mobile, 0.21, 300));
        assertEquals(0.352 * value(mobile, 0.2004, 300), value(law, 0.2004, 300), 1e-12 * value(mobile, 0.2004, 300));
    }

    @ParameterizedTest
    @EnumSource(HoppingModel.class)
    void everythingIsFiniteAtAnyTemperatureAndDensity(HoppingModel model) {
        for (SedFilling filling : List.of(COLD, WARM)) {
            final HoppingDiffusivity law =
                    HoppingDiffusivity.of(filling, model, BULK).withBulkActivation(EV, 300);
            final double[] byDensity = new double[1];
            final double[] byParameter = new double[5];
            for (double temperature : new double[] {Double.MIN_VALUE, 1e-3, 300, 1e6, 1e300}) {
                for (double c : new double[] {0, 1e-300, 1e-15, 0.5, 1, 1.1, 1.2, 10, 1e200}) {
                    final double[] n = {c * N};
                    final String where = filling.getClass() + ", T = " + temperature + ", c = " + c;
                    final double d = law.linearize(0, n, temperature, byDensity);
                    assertTrue(d >= 0 && Double.isFinite(d), where);
                    assertTrue(Double.isFinite(byDensity[0]), where);
                    assertTrue(Double.isFinite(law.byTemperature(0, n, temperature)), where);
                    law.byParameters(0, n, temperature, byParameter);
                    for (double derivative : byParameter) {
                        assertTrue(Double.isFinite(derivative), where);
                    }
                }
            }
        }
    }

    @Test
    void argumentsOutsideTheirRangeAreRefused() {
        assertRefused(
                "bulkDiffusivity must be finite and > 0: 0.0 m^2/s",
                () -> HoppingDiffusivity.of(COLD, HoppingModel.HIGHEST_SITE, 0));
        final SedFilling full = ZeroTemperatureFilling.of(PopulatedSed.of(BoxSed.ofWidth(EV), N, 0, 0));
        assertRefused(
                "vacancyFraction must be > 0 for SITE_BLOCKING: 0.0",
                () -> HoppingDiffusivity.of(full, HoppingModel.SITE_BLOCKING, BULK));
        final HoppingDiffusivity law = HoppingDiffusivity.of(full, HoppingModel.TRANSPORT_LEVEL, BULK);
        assertRefused("bulkActivationEnergy must be finite and >= 0: -1.0 J", () -> law.withBulkActivation(-1, 300));
        assertRefused(
                "referenceTemperature must be finite and > 0: NaN K", () -> law.withBulkActivation(EV, Double.NaN));
        assertTrue(law.filling() == full);
        assertEquals(HoppingModel.TRANSPORT_LEVEL, law.model());
        assertTrue(full.sed().shape() instanceof BoxSed);
    }

    private static void assertRefused(String message, org.junit.jupiter.api.function.Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    private static double value(HoppingDiffusivity law, double fraction, double temperature) {
        return law.value(0, new double[] {fraction * N}, temperature);
    }
}
