package org.npp.core.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.integration.RombergIntegrator;
import org.apache.commons.math3.distribution.LogisticDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BeamEnergyTest {
    private static final BeamEnergy BEAM = new BeamEnergy(10, 0.5);

    @Test
    void theShareIsThatOfAStandardDistributionOfTheSameMeanAndDeviation() {
        final LogisticDistribution logistic = new LogisticDistribution(10, BEAM.width());
        final double variance = new RombergIntegrator(1e-12, 1e-14, 5, 32)
                .integrate(10_000_000, b -> -(b - 10) * (b - 10) * BEAM.shareByBarrier(b), 0, 20);
        assertEquals(0.25, variance, 1e-10);
        final NormalDistribution normal = new NormalDistribution(10, 0.5);
        double worst = 0;
        for (double barrier = 5; barrier <= 15; barrier += 0.01) {
            assertEquals(1 - logistic.cumulativeProbability(barrier), BEAM.attachedShare(barrier), 1e-15);
            worst = Math.max(worst, Math.abs(1 - normal.cumulativeProbability(barrier) - BEAM.attachedShare(barrier)));
        }
        assertTrue(worst <= 0.023, "from the normal distribution " + worst);
    }

    @Test
    void theSlopeIntegratesToTheShare() {
        final UnivariateFunction slope = BEAM::shareByBarrier;
        final RombergIntegrator integral = new RombergIntegrator(1e-12, 1e-14, 5, 32);
        for (final double barrier : new double[] {7, 9.5, 10, 10.2, 13}) {
            final double change = BEAM.attachedShare(barrier) - BEAM.attachedShare(5);
            assertEquals(change, integral.integrate(10_000_000, slope, 5, barrier), 1e-11);
        }
    }

    @Test
    void farFromTheEnergyAllOrNoneAttach() {
        assertEquals(1, BEAM.attachedShare(-1e300));
        assertEquals(0, BEAM.attachedShare(1e300));
        assertEquals(0, Math.abs(BEAM.shareByBarrier(1e300)));
        assertEquals(0, Math.abs(BEAM.shareByBarrier(-1e300)));
    }

    @ParameterizedTest
    @CsvSource({
        "0,1,beam energy must be finite and > 0: 0.0 J",
        "NaN,1,beam energy must be finite and > 0: NaN J",
        "Infinity,1,beam energy must be finite and > 0: Infinity J",
        "1,0,beam energy spread must be finite and > 0: 0.0 J",
        "1,-1,beam energy spread must be finite and > 0: -1.0 J"
    })
    void energiesOutOfRangeAreRefused(double energy, double spread, String message) {
        final IllegalArgumentException thrown =
                assertThrows(IllegalArgumentException.class, () -> new BeamEnergy(energy, spread));
        assertEquals(message, thrown.getMessage());
    }
}
