package org.npp.sed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.npp.core.PhysicalConstants;
import org.npp.sed.shape.BoxSed;

/** The tables of a filling at temperature against the levels that are solved for. */
class LevelTablesTest {
    private static final double EV = PhysicalConstants.ELEMENTARY_CHARGE;
    private static final double N = 1.41e28;
    private static final double[] TEMPERATURES = {20, 300, 1500};
    private static final int PLACES = 60;

    /** Largest relative error of D; 2.4e-12 was measured. */
    private static final double VALUE = 2e-11;

    /** Largest relative error of dD/dn filled by Fermi and Dirac; 4.4e-11 was measured. */
    private static final double SLOPE = 1e-9;

    private static PopulatedSed glass(SampleShape sample) {
        return PopulatedSed.of(sample.of(sample.parameters(), 0.1 * EV), N, 0.1, 0);
    }

    @ParameterizedTest
    @EnumSource(SampleShape.class)
    void lawOfWarmSitesIsTheSolvedOneWithinItsBounds(SampleShape sample) {
        final HoppingDiffusivity law =
                HoppingDiffusivity.of(FermiDiracFilling.of(glass(sample)), HoppingModel.HIGHEST_SITE, 1e-17);
        final HoppingDiffusivity exact = law.exact();
        final SplittableRandom random = new SplittableRandom(20260103);
        final double[] found = new double[1];
        final double[] expected = new double[1];
        for (double temperature : TEMPERATURES) {
            for (int i = 0; i < PLACES; i++) {
                final double[] n = {
                    i % 2 == 0 ? N * Math.pow(10, -6 * random.nextDouble()) : 1.105 * N * random.nextDouble()
                };
                final String where = "T = " + temperature + ", c = " + n[0] / N;
                final double d = exact.linearize(0, n, temperature, expected);
                assertEquals(d, law.linearize(0, n, temperature, found), VALUE * d, where);
                assertEquals(d, law.value(0, n, temperature), VALUE * d, where);
                assertEquals(expected[0], found[0], SLOPE * expected[0], where);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(HoppingModel.class)
    void everyModelIsInterpolatedInBothFillings(HoppingModel model) {
        final PopulatedSed glass = PopulatedSed.of(GaussianSed.ofFwhm(0.25 * EV), N, 0.1, 0.02);
        for (SedFilling filling : new SedFilling[] {ZeroTemperatureFilling.of(glass), FermiDiracFilling.of(glass)}) {
            final HoppingDiffusivity law =
                    HoppingDiffusivity.of(filling, model, 1e-17).withBulkActivation(0.9 * EV, 310);
            final double[] found = new double[1];
            final double[] expected = new double[1];
            for (double c : new double[] {0.0205, 0.1, 0.5, 0.9, 1, 1.05, 1.2, 7}) {
                final double[] n = {c * N};
                final double d = law.exact().linearize(0, n, 300, expected);
                assertEquals(d, law.linearize(0, n, 300, found), VALUE * d, "c = " + c);
                // Two terms that may all but cancel: against their size.
                assertEquals(expected[0], found[0], SLOPE * (Math.abs(expected[0]) + 20 * d / n[0]), "c = " + c);
            }
        }
    }

    @Test
    void aLawThatWasAskedAtAnotherTemperatureIsTheSame() {
        final HoppingDiffusivity law =
                HoppingDiffusivity.of(FermiDiracFilling.of(glass(SampleShape.BOX)), HoppingModel.HIGHEST_SITE, 1e-17);
        final double[] n = {0.3 * N};
        final double first = law.value(0, n, 300);
        assertTrue(law.value(0, n, 400) > first);
        assertEquals(first, law.value(0, n, 300));
    }

    @Test
    void coldLawIsTheExactOne() {
        final HoppingDiffusivity law = HoppingDiffusivity.of(
                FermiDiracFilling.of(PopulatedSed.of(BoxSed.ofWidth(EV), N, 0.1, 0)),
                HoppingModel.SITE_BLOCKING,
                1e-17);
        final double[] byDensity = new double[1];
        final double[] exactly = new double[1];
        final double[] n = {0.97 * N};
        assertEquals(law.exact().linearize(0, n, 9.9, exactly), law.linearize(0, n, 9.9, byDensity));
        assertEquals(exactly[0], byDensity[0]);
        assertEquals(law.exact().value(0, n, 9.9), law.value(0, n, 9.9));
    }
}
