package org.npp.sed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.npp.core.PhysicalConstants;
import org.npp.sed.shape.BoxSed;

/** The interpolated activity against the law itself. */
class InterpolatedPotentialTest {
    private static final double EV = PhysicalConstants.ELEMENTARY_CHARGE;
    private static final double N = 1.41e28;
    private static final int PLACES = 60;

    /** Largest relative error of the activity coefficient; 1.9e-12 was measured. */
    private static final double VALUE = 2e-11;

    /** Largest error of the thermodynamic factor, relative, or to 1 where it is below; 1e-10 was measured. */
    private static final double FACTOR = 1e-9;

    private static PopulatedSed glass(SampleShape sample) {
        return PopulatedSed.of(sample.of(sample.parameters(), 0.1 * EV), N, 0.1, 0);
    }

    private static void assertInterpolates(SedExcessPotential law, double temperature, double valueBound) {
        final SedExcessPotential exact = law.exact();
        final SplittableRandom random = new SplittableRandom(20261122);
        final double[] found = new double[1];
        final double[] expected = new double[1];
        for (int i = 0; i < PLACES; i++) {
            final double[] n = {
                i % 2 == 0 ? N * Math.pow(10, -15 * random.nextDouble()) : 1.105 * N * random.nextDouble()
            };
            final String where = "T = " + temperature + ", c = " + n[0] / N;
            final double potential = exact.linearize(0, n, temperature, expected);
            assertEquals(potential, law.linearize(0, n, temperature, found), valueBound, where);
            assertEquals(potential, law.value(0, n, temperature), valueBound, where);
            assertEquals(potential, exact.value(0, n, temperature), where);
            final double factor = 1 + n[0] * expected[0];
            assertEquals(factor, 1 + n[0] * found[0], FACTOR * Math.max(1, factor), where);
        }
    }

    @ParameterizedTest
    @EnumSource(SampleShape.class)
    void potentialOfWarmSitesIsTheSolvedOneWithinItsBounds(SampleShape sample) {
        final SedExcessPotential law = SedExcessPotential.of(FermiDiracFilling.of(glass(sample)));
        for (double temperature : new double[] {20, 300, 1500}) {
            assertInterpolates(law, temperature, VALUE);
        }
    }

    @ParameterizedTest
    @EnumSource(SampleShape.class)
    void potentialOfSitesFilledFromTheBottomIsTheShapesWithinItsBounds(SampleShape sample) {
        final SedExcessPotential law = SedExcessPotential.of(ZeroTemperatureFilling.of(glass(sample)));
        for (double temperature : new double[] {20, 300, 1500}) {
            assertInterpolates(law, temperature, VALUE * 300 / temperature);
        }
    }

    @Test
    void potentialBeyondTheExactRangeIsInterpolatedToo() {
        final SedExcessPotential law =
                SedExcessPotential.of(FermiDiracFilling.of(PopulatedSed.of(GaussianSed.ofFwhm(0.25 * EV), N, 0.1, 0)));
        final double[] found = new double[1];
        final double[] expected = new double[1];
        for (double c : new double[] {0, 1e-300, 1e-16, 1.11, 1.12, 2, 1e6}) {
            final double[] n = {c * N};
            final double potential = law.exact().linearize(0, n, 300, expected);
            assertEquals(potential, law.linearize(0, n, 300, found), VALUE, "c = " + c);
            // The factor of the bent filling is compared where the ideal part is bent as well.
            assertEquals(expected[0], found[0], 1e-7 * Math.abs(expected[0]) + FACTOR / Math.max(n[0], 1e-15 * N));
        }
    }

    @Test
    void potentialOfTheBulkIsZeroExactly() {
        for (double bulk : new double[] {N, N / 3, 1e27}) {
            final PopulatedSed sed = PopulatedSed.of(GaussianSed.ofFwhm(0.25 * EV), bulk, 0.1, 0);
            assertEquals(0, SedExcessPotential.of(FermiDiracFilling.of(sed)).value(0, new double[] {bulk}, 300));
            assertEquals(
                    0, SedExcessPotential.of(ZeroTemperatureFilling.of(sed)).value(0, new double[] {bulk}, 300));
        }
    }

    @Test
    void coldPotentialIsTheExactOne() {
        final SedExcessPotential law =
                SedExcessPotential.of(FermiDiracFilling.of(PopulatedSed.of(BoxSed.ofWidth(EV), N, 0.1, 0)));
        final double[] byDensity = new double[1];
        final double[] exactly = new double[1];
        final double[] n = {0.97 * N};
        assertEquals(law.exact().linearize(0, n, 9.9, exactly), law.linearize(0, n, 9.9, byDensity));
        assertEquals(exactly[0], byDensity[0]);
        assertTrue(exactly[0] > 0);
    }
}
