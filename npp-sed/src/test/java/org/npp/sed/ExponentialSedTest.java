package org.npp.sed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.npp.core.PhysicalConstants;
import org.npp.sed.shape.ExponentialSed;

class ExponentialSedTest {
    private static final ExponentialSed TAIL = ExponentialSed.ofDecay(2);

    @Test
    void densityRisesTowardsTheTopEdge() {
        assertEquals(0.5, TAIL.density(0));
        assertEquals(0.5 * Math.exp(-1), TAIL.density(-2), 1e-16);
        assertEquals(0, TAIL.density(1e-9));
        assertEquals(Double.NEGATIVE_INFINITY, TAIL.logDensity(1));
        assertEquals(1, TAIL.cumulative(1));
        assertEquals(0, TAIL.complementaryCumulative(1));
        assertEquals(2, TAIL.decay());
    }

    @Test
    void bothEndsKeepTheirDigits() {
        assertEquals(-600 * Math.log(10), TAIL.quantile(1e-300), 1e-12);
        assertEquals(-2e-300, TAIL.complementaryQuantile(1e-300));
        assertEquals(1e-300, TAIL.complementaryCumulative(-2e-300));
        assertEquals(-1e6, TAIL.logCumulative(-2e6));
        assertEquals(Double.NEGATIVE_INFINITY, TAIL.lowestEnergy());
        assertEquals(0, TAIL.highestEnergy(), Double.MIN_NORMAL);
    }

    /** D proportional to n^(d/kT) when filled from the bottom. */
    @Test
    void filledFromTheBottomItGivesAPowerLaw() {
        final double kT = PhysicalConstants.BOLTZMANN * 300;
        final PopulatedSed sed = PopulatedSed.of(ExponentialSed.ofDecay(2.5 * kT), 1e28, 0, 0);
        final SedDiffusivity law = SedDiffusivity.of(sed, 1e-15);
        final double d = law.value(0, new double[] {0.1e28}, 300);
        assertEquals(1e-15 * Math.pow(0.1, 2.5), d, 1e-9 * d);
    }

    @Test
    void halfMaximumLiesTheDecayTimesTheLogarithmOfTwoBelowTheCut() {
        assertEquals(2 * Math.log(2), TAIL.truncatedFwhm(-3));
        assertEquals(
                "upperEnergy must be finite and above the lower end of the sites: Infinity J",
                assertThrows(IllegalArgumentException.class, () -> TAIL.truncatedFwhm(Double.POSITIVE_INFINITY))
                        .getMessage());
    }

    @Test
    void decayThatIsNotPositiveAndFiniteIsRefused() {
        assertEquals(
                "decay must be finite and > 0: 0.0 J",
                assertThrows(IllegalArgumentException.class, () -> ExponentialSed.ofDecay(0))
                        .getMessage());
    }
}
