package org.npp.cait.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.npp.cait.CaitCase;
import org.npp.cait.CaitIon;
import org.npp.cait.CaitSimulation;
import org.npp.cait.Stage;
import org.npp.cait.measure.GaussianResolution;
import org.npp.core.exact.DriftLimit;

class DriftModelTest {
    private static final Observation OBSERVATION = Observation.of(GaussianResolution.of(Alkali.RESOLUTION));

    @ParameterizedTest
    @CsvSource({"0.25, 2e-21", "0.25, 5.3e-23", "0.2, 3e-22"})
    void footAndFrontAreThoseOfTheDriftLimit(double fwhm, double diffusivity) {
        final CaitCase at = Alkali.of("M", fwhm * Alkali.EV, diffusivity);
        final CaitIon li = at.ions().get(0);
        final DriftLimit exact = DriftLimit.of(
                c -> li.diffusivity().value(0, new double[] {c * at.bulkDensity(), 0}, at.temperature()), diffusivity);
        final Hull hull = Hull.of(c ->
                c * li.diffusivity().value(0, new double[] {c * at.bulkDensity(), 0}, at.temperature()) / diffusivity);
        // the grid has 48 points a factor e
        assertEquals(exact.foot(), hull.foot(), 0.05 * exact.foot());
        assertEquals(exact.frontDepth(1), hull.frontSpeed(), 1e-3);
        assertEquals(exact.fraction(0.5, 1), hull.behind(0.5), 0.02 * exact.fraction(0.5, 1));
    }

    @Test
    void theProfileIsNearTheSimulatedOne() {
        final CaitCase at = Alkali.of("Rb", 0.25 * Alkali.EV, 3e-22);
        final List<DataSeries> data = new Alkali("Rb", 1, -1, true, Alkali.measured(at, 1)).data();
        final double[] closed = DriftModel.fractions(at, OBSERVATION, data).orElseThrow();
        final double[] simulated = Prediction.of(CaitSimulation.of(at).runOnce(), data, OBSERVATION);
        for (int k = 0; k < closed.length; k++) {
            assertEquals(simulated[k], closed[k], 0.05, "at " + k);
        }
    }

    @Test
    void casesOfOtherKindsAreLeftToTheSimulation() {
        final CaitCase at = Alkali.of("Rb", 0.25 * Alkali.EV, 3e-22);
        assertTrue(DriftModel.describes(at));
        final CaitCase driven = CaitCase.of(
                "potential", at.temperature(), at.sample(), at.ions(), List.of(Stage.potential("Rb", 10, 100)));
        assertTrue(DriftModel.fractions(driven, OBSERVATION, List.of()).isEmpty());
        final CaitCase resting =
                CaitCase.of("rest", at.temperature(), at.sample(), at.ions(), List.of(Stage.rest(100)));
        assertTrue(DriftModel.fractions(resting, OBSERVATION, List.of()).isEmpty());
    }
}
