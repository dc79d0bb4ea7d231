package org.npp.sed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.npp.core.PhysicalConstants;

/** Estimates from diffusivities of a known Gaussian with noise added. */
class MeasuredDiffusivityTest {
    private static final double EV = PhysicalConstants.ELEMENTARY_CHARGE;
    private static final double N = 1.41e28;
    private static final int POINTS = 40;
    private static final GaussianSed SHAPE = GaussianSed.ofFwhm(0.25 * EV);
    private static final PopulatedSed SED = PopulatedSed.of(SHAPE, N, 0.1, 0);

    /** Samples of the noise. */
    private static final int SAMPLES = 6;

    @Test
    void nearlyExactPointsGiveTheDistributionWithinAPercent() {
        final EstimatedSed estimate = points(1e-5, new Random(1)).estimate(N, 300, SmoothingRule.DISCREPANCY);
        for (double c = 0.02; c < 0.6; c += 0.01) {
            final double g = SED.siteDensity() * SHAPE.density(SED.fermiEnergy(c * N));
            assertEquals(g, estimate.sitesPerEnergy(c * N), 0.01 * g, "c = " + c);
            final double gain = SED.fermiEnergy(c * N) - SED.bulkFermiEnergy();
            assertEquals(gain, estimate.fermiEnergy(c * N), 5e-5 * EV, "c = " + c);
        }
    }

    /** Over noise and range 95 % of a normal deviate lie within two standard errors; the bands are for the average. */
    @ParameterizedTest
    @EnumSource(SmoothingRule.class)
    void errorBandsHoldTheTruth(SmoothingRule rule) {
        int within = 0;
        int energiesWithin = 0;
        int places = 0;
        double square = 0;
        for (int seed = 0; seed < SAMPLES; seed++) {
            final EstimatedSed estimate = points(0.05, new Random(seed)).estimate(N, 300, rule);
            for (double c = 0.015; c < 0.99; c *= 1.1) {
                final double g = SED.siteDensity() * SHAPE.density(SED.fermiEnergy(c * N));
                final double deviation = Math.log(estimate.sitesPerEnergy(c * N) / g);
                within += Math.abs(deviation) <= 2 * estimate.sitesPerEnergyError(c * N) ? 1 : 0;
                final double gain = SED.fermiEnergy(c * N) - SED.bulkFermiEnergy();
                energiesWithin +=
                        Math.abs(estimate.fermiEnergy(c * N) - gain) <= 2 * estimate.fermiEnergyError(c * N) ? 1 : 0;
                square += deviation * deviation;
                places++;
            }
        }
        assertTrue(within >= 0.85 * places, "g: " + within + " of " + places);
        assertTrue(energiesWithin >= 0.85 * places, "E: " + energiesWithin + " of " + places);
        assertEquals(0, Math.sqrt(square / places), 0.15, "root mean square error of ln g");
    }

    @Test
    void discrepancyLeavesAsMuchAsTheErrorsAreWorth() {
        final EstimatedSed estimate = points(0.05, new Random(6)).estimate(N, 300, SmoothingRule.DISCREPANCY);
        assertEquals(POINTS - estimate.effectiveParameters(), estimate.chiSquare(), 0.1);
        final double parameters = estimate.effectiveParameters();
        assertTrue(parameters > 3 && parameters < 25, "parameters " + parameters);
    }

    @Test
    void crossValidationDoesNotDependOnTheSizeOfTheErrorsGiven() {
        final double[][] data = data(0.05, new Random(4));
        final double[] tenfold = Arrays.stream(data[2]).map(e -> 10 * e).toArray();
        final EstimatedSed one =
                MeasuredDiffusivity.of(data[0], data[1], data[2]).estimate(N, 300, SmoothingRule.CROSS_VALIDATION);
        final EstimatedSed other =
                MeasuredDiffusivity.of(data[0], data[1], tenfold).estimate(N, 300, SmoothingRule.CROSS_VALIDATION);
        assertEquals(one.sitesPerEnergy(0.3 * N), other.sitesPerEnergy(0.3 * N), 0.01 * one.sitesPerEnergy(0.3 * N));
        assertEquals(one.sitesPerEnergyError(0.3 * N), other.sitesPerEnergyError(0.3 * N), 1e-2);
        assertEquals(one.chiSquare(), 100 * other.chiSquare(), 0.1 * one.chiSquare());
    }

    @Test
    void estimateIncreasesEvenWhereThePointsFall() {
        final MeasuredDiffusivity noisy = points(0.5, new Random(5));
        final List<DiffusivityFall> falls = noisy.falls(0);
        assertTrue(falls.size() > 3, "falls " + falls.size());
        assertTrue(noisy.falls(2).size() < falls.size());
        final EstimatedSed estimate = noisy.estimate(N, 300, SmoothingRule.DISCREPANCY);
        double last = 0;
        for (double c = 0.01; c <= 1; c *= 1.01) {
            assertTrue(estimate.diffusivity(c * N) > last);
            assertTrue(estimate.sitesPerEnergy(c * N) > 0);
            last = estimate.diffusivity(c * N);
        }
    }

    @Test
    void aFallIsReportedWithItsPlaceSizeAndError() {
        final double[] n = {5, 1, 2, 3, 4};
        final double[] d = {5, 1, 2, 2.5, 2};
        final double[] e = {0.1, 0.1, 0.1, 0.3, 0.4};
        final List<DiffusivityFall> falls = MeasuredDiffusivity.of(n, d, e).falls(0.4);
        assertEquals(1, falls.size());
        assertEquals(3, falls.get(0).fromDensity());
        assertEquals(4, falls.get(0).toDensity());
        assertEquals(Math.log(1.25), falls.get(0).logarithmicDrop(), 1e-15);
        assertEquals(0.5, falls.get(0).standardError(), 1e-15);
        assertEquals(List.of(), MeasuredDiffusivity.of(n, d, e).falls(0.5));
    }

    /** Without curvature the strongest smoothing is right: an exponential distribution, of two parameters and one more. */
    @Test
    void powerLawIsWorthThreeParameters() {
        final double[] n = new double[POINTS];
        final double[] d = new double[POINTS];
        final double[] e = new double[POINTS];
        for (int k = 0; k < POINTS; k++) {
            n[k] = N * (k + 1) / POINTS;
            d[k] = 1e-17 * Math.pow(n[k] / N, 3);
            e[k] = 0.01;
        }
        final EstimatedSed estimate = MeasuredDiffusivity.of(n, d, e).estimate(N, 300, SmoothingRule.DISCREPANCY);
        assertEquals(3, estimate.effectiveParameters(), 1e-3);
        assertTrue(estimate.penalty() > 1e9);
        assertEquals(0, estimate.fermiEnergyError(N));
        final double kT = PhysicalConstants.BOLTZMANN * 300;
        assertEquals(0.5 * N / (3 * kT), estimate.sitesPerEnergy(0.5 * N), 1e-6 * N / kT);
    }

    @Test
    void argumentsOutOfRangeAreRefused() {
        final double[] n = {1, 2, 3, 4, 5};
        final double[] bad = {1, 2, 3, -4, 5};
        assertEquals(
                "densities, diffusivities and relativeErrors must be of one length >= 5: 5, 4, 5",
                refusal(() -> MeasuredDiffusivity.of(n, new double[4], n)));
        assertEquals(
                "densities[3] must be finite and > 0: -4.0 1/m^3", refusal(() -> MeasuredDiffusivity.of(bad, n, n)));
        assertEquals(
                "diffusivities[3] must be finite and > 0: -4.0 m^2/s",
                refusal(() -> MeasuredDiffusivity.of(n, bad, n)));
        assertEquals(
                "relativeErrors[3] must be finite and > 0: -4.0", refusal(() -> MeasuredDiffusivity.of(n, n, bad)));
        assertEquals(
                "densities must differ: 2.0 1/m^3 twice",
                refusal(() -> MeasuredDiffusivity.of(new double[] {1, 2, 3, 2, 5}, n, n)));
        final MeasuredDiffusivity points = MeasuredDiffusivity.of(n, n, n);
        assertEquals(
                "bulkDensity must be in [1.0, 5.0] 1/m^3: 6.0",
                refusal(() -> points.estimate(6, 300, SmoothingRule.DISCREPANCY)));
        assertEquals(
                "temperature must be finite and > 0: 0.0 K",
                refusal(() -> points.estimate(5, 0, SmoothingRule.DISCREPANCY)));
        final EstimatedSed estimate = points.estimate(5, 300, SmoothingRule.DISCREPANCY);
        assertEquals("density must be in [1.0, 5.0] 1/m^3: 0.5", refusal(() -> estimate.fermiEnergy(0.5)));
    }

    private static String refusal(Runnable call) {
        final String message =
                assertThrows(IllegalArgumentException.class, call::run).getMessage();
        return message == null ? "" : message;
    }

    private static MeasuredDiffusivity points(double error, Random noise) {
        final double[][] data = data(error, noise);
        return MeasuredDiffusivity.of(data[0], data[1], data[2]);
    }

    /** Densities from 1 % of the bulk on, their diffusivities with noise, and its size. */
    private static double[][] data(double error, Random noise) {
        final SedDiffusivity law = SedDiffusivity.of(SED, 1e-17);
        final double[][] data = new double[3][POINTS];
        for (int k = 0; k < POINTS; k++) {
            data[0][k] = k == POINTS - 1 ? N : N * Math.pow(100, k / (POINTS - 1.0) - 1);
            data[1][k] = law.value(0, new double[] {data[0][k]}, 300) * Math.exp(error * noise.nextGaussian());
            data[2][k] = error;
        }
        return data;
    }
}
