package org.npp.cait.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;

class MarginalTest {
    private static final FitParameter PARAMETER = new FitParameter(
            "K.diffusivity", "cm^2/s", 1e-4, 2e-21, 0, Double.POSITIVE_INFINITY, FitParameter.Scale.LOG);

    /** A lognormal value: its density about the median is that of the textbook, in cm²/s. */
    @Test
    void binsAndCurveAreTheDensityInTheUnitOfTheParameter() {
        final Well19937c random = new Well19937c(3);
        final double[] samples = new double[40_000];
        for (int k = 0; k < samples.length; k++) {
            samples[k] = 1 + 0.3 * random.nextGaussian();
        }
        final Marginal marginal = Marginal.of(PARAMETER, samples, 1, 0.3);
        assertEquals(40, marginal.bins());
        double sum = 0;
        for (int b = 0; b < marginal.bins(); b++) {
            final double width = marginal.edge(b + 1) - marginal.edge(b);
            sum += marginal.density(b) * width;
            final double middle = 0.5 * (marginal.edge(b) + marginal.edge(b + 1));
            final double z = Math.log(middle / 2e-17) / 0.3;
            final double known = Math.exp(-0.5 * z * z) / (middle * 0.3 * Math.sqrt(2 * Math.PI));
            assertEquals(known, marginal.normal(middle), 1e-9 * known);
            if (Math.abs(z) < 1) {
                // about 2,000 samples in a bin, and its curvature
                assertEquals(known, marginal.density(b), 0.1 * known);
            }
        }
        assertEquals(1, sum, 1e-9);
    }

    @Test
    void samplesThatAreAllTheSameMakeOneBin() {
        final Marginal marginal = Marginal.of(PARAMETER, new double[] {1, 1, 1}, 1, Double.NaN);
        assertEquals(1, marginal.bins());
        assertTrue(marginal.edge(1) > marginal.edge(0));
        assertTrue(Double.isNaN(marginal.normal(2e-17)));
    }
}
