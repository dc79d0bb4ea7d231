package org.npp.sed.pair;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.npp.core.PhysicalConstants;
import org.npp.core.transport.LocalLaw;

/** The laws that hand an occupation to a transport problem. */
class PairLawsTest {
    private static final double EV = PhysicalConstants.ELEMENTARY_CHARGE;
    private static final double N = 1.41e28;
    private static final double LITHIUM = 1e-17;
    private static final double POTASSIUM = 2e-21;
    private static final PairOccupation SHARED = SharedSites.of(N / 0.9, 0.25 * EV, 0.2 * EV, 0.5);
    private static final PairOccupation SEPARATE = SeparateSites.of(N / 0.9, 0.25 * EV, N / 0.9, 0.2 * EV);
    private static final List<PairOccupation> MODELS = List.of(SHARED, SEPARATE);

    /** What step and rounding leave of a central difference. */
    private static final double QUOTIENT = 1e-6;

    @Test
    void ionsAloneAtTheBulkDensityHaveTheirBulkDiffusivities() {
        for (PairOccupation model : MODELS) {
            final PairDiffusivity law = PairDiffusivity.of(model, N, LITHIUM, POTASSIUM);
            assertEquals(LITHIUM, law.value(0, new double[] {N, 0}, 300), 1e-14 * LITHIUM);
            assertEquals(POTASSIUM, law.value(1, new double[] {0, N}, 300), 1e-14 * POTASSIUM);
            assertEquals(0, law.value(0, new double[] {0, N}, 300));
        }
    }

    @Test
    void onSharedSitesTheOtherIonSpeedsAnIonUp() {
        final double[] mixed = {0.2 * N, 0.8 * N};
        final double[] alone = {0.2 * N, 0};
        final PairDiffusivity shared = PairDiffusivity.of(SHARED, N, LITHIUM, POTASSIUM);
        final PairDiffusivity separate = PairDiffusivity.of(SEPARATE, N, LITHIUM, POTASSIUM);
        assertTrue(shared.value(0, mixed, 300) > 10 * shared.value(0, alone, 300));
        assertEquals(separate.value(0, alone, 300), separate.value(0, mixed, 300));
        assertEquals(separate.value(0, alone, 300), shared.value(0, alone, 300), 1e-10 * separate.value(0, alone, 300));
        // The chemical potentials of a single distribution: (148.477 + 105.956) meV between the bulk and a fifth of it.
        final double decades = Math.log10(LITHIUM / separate.value(0, mixed, 300));
        assertEquals(254.433e-3 * EV / (PhysicalConstants.BOLTZMANN * 300) / Math.log(10), decades, 1e-4);
    }

    @ParameterizedTest
    @CsvSource({"0.7, 0.2, 300", "0.01, 0.95, 300", "0.3, 0.3, 450", "0, 0.9, 300"})
    void derivativesMatchCentralDifferences(double c0, double c1, double temperature) {
        final double[] n = {c0 * N, c1 * N};
        for (PairOccupation model : MODELS) {
            for (LocalLaw law :
                    List.of(PairDiffusivity.of(model, N, LITHIUM, POTASSIUM), PairExcessPotential.of(model, 0, 1))) {
                for (int ion = 0; ion < 2; ion++) {
                    final double[] byDensity = new double[2];
                    final double value = law.linearize(ion, n, temperature, byDensity);
                    assertEquals(law.value(ion, n, temperature), value);
                    for (int j = 0; j < 2; j++) {
                        final double h = n[j] > 0 ? 1e-5 * n[j] : 1e-17 * N;
                        final double[] up = n.clone();
                        final double[] down = n.clone();
                        up[j] += h;
                        down[j] = Math.max(0, n[j] - h);
                        final double quotient = (law.value(ion, up, temperature) - law.value(ion, down, temperature))
                                / (up[j] - down[j]);
                        // One-sided at zero density.
                        final double tolerance = n[j] > 0 ? QUOTIENT : 1e-3;
                        assertEquals(
                                quotient, byDensity[j], tolerance * Math.abs(quotient) + 1e-12 * Math.abs(value) / h);
                    }
                    final double h = 1e-4 * temperature;
                    final double quotient =
                            (law.value(ion, n, temperature + h) - law.value(ion, n, temperature - h)) / (2 * h);
                    assertEquals(
                            quotient,
                            law.byTemperature(ion, n, temperature),
                            10 * QUOTIENT * Math.abs(quotient) + 1e-11 * Math.abs(value) / h);
                }
            }
        }
    }

    @Test
    void parameterDerivativesMatchCentralDifferences() {
        final double[] p = {0.25 * EV, 0.2 * EV, 0.5, N / 0.9, LITHIUM, POTASSIUM};
        final double[] n = {0.3 * N, 0.6 * N};
        for (int ion = 0; ion < 2; ion++) {
            final double[] byParameter = new double[6];
            law(p).byParameters(ion, n, 300, byParameter);
            for (int k = 0; k < p.length; k++) {
                final double[] up = p.clone();
                final double[] down = p.clone();
                up[k] *= 1 + 1e-5;
                down[k] *= 1 - 1e-5;
                final double quotient = (law(up).value(ion, n, 300) - law(down).value(ion, n, 300)) / (2e-5 * p[k]);
                final double d = law(p).value(ion, n, 300);
                assertEquals(quotient, byParameter[k], 1e-5 * Math.abs(quotient) + 1e-7 * d / p[k], "parameter " + k);
            }
        }
        final double[] ofExcess = new double[4];
        PairExcessPotential.of(SHARED, 0, 1).byParameters(1, n, 300, ofExcess);
        assertEquals(SHARED.excessByParameter(1, 2, n[0], n[1], 300), ofExcess[2]);
        assertEquals(
                List.of(
                        "first_fwhm",
                        "second_fwhm",
                        "correlation",
                        "site_density",
                        "first_bulk_diffusivity",
                        "second_bulk_diffusivity"),
                law(p).parameterNames());
    }

    private static PairDiffusivity law(double[] p) {
        return PairDiffusivity.of(SharedSites.of(p[3], p[0], p[1], p[2]), N, p[4], p[5]);
    }

    @Test
    void theIonsMayHaveAnyPlaceInTheProblem() {
        final double[] pair = {0.3 * N, 0.6 * N};
        final double[] three = {0.6 * N, 0.05 * N, 0.3 * N};
        final double[] byPair = new double[2];
        final double[] byThree = {1, 1, 1};
        final PairDiffusivity law = PairDiffusivity.of(SHARED, N, LITHIUM, POTASSIUM);
        final double d = law.linearize(0, pair, 300, byPair);
        assertEquals(d, law.forIons(2, 0).linearize(2, three, 300, byThree));
        assertArrayEquals(new double[] {byPair[1], 0, byPair[0]}, byThree);
        final PairExcessPotential excess = PairExcessPotential.of(SHARED, 2, 0);
        assertEquals(
                PairExcessPotential.of(SHARED, 0, 1).linearize(1, pair, 300, byPair),
                excess.linearize(0, three, 300, byThree));
        assertArrayEquals(new double[] {byPair[1], 0, byPair[0]}, byThree);
        assertEquals(0, excess.linearize(1, three, 300, byThree));
        assertEquals(0, excess.value(1, three, 300));
        assertEquals(0, excess.byTemperature(1, three, 300));
        assertArrayEquals(new double[3], byThree);
        excess.byParameters(1, three, 300, byThree);
        assertArrayEquals(new double[3], byThree);
    }

    @Test
    void argumentsOutOfRangeAreRefused() {
        assertEquals(
                "bulkDensity must be finite and > 0: 0.0 1/m^3", refusal(() -> PairDiffusivity.of(SHARED, 0, 1, 1)));
        assertEquals(
                "firstDiffusivity must be finite and > 0: NaN m^2/s",
                refusal(() -> PairDiffusivity.of(SHARED, N, Double.NaN, 1)));
        assertEquals(
                "secondDiffusivity must be finite and > 0: -1.0 m^2/s",
                refusal(() -> PairDiffusivity.of(SHARED, N, 1, -1)));
        final PairDiffusivity law = PairDiffusivity.of(SHARED, N, 1, 1);
        assertEquals("firstIon and secondIon must differ and be >= 0: 1, 1", refusal(() -> law.forIons(1, 1)));
        assertEquals("firstIon and secondIon must differ and be >= 0: -1, 1", refusal(() -> law.forIons(-1, 1)));
        assertEquals("ion must be 0 or 1: 2", refusal(() -> law.value(2, new double[3], 300)));
        assertEquals(
                "first and second must differ and be >= 0: 0, -1",
                refusal(() -> PairExcessPotential.of(SHARED, 0, -1)));
    }

    private static String refusal(Runnable call) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, call::run).getMessage());
    }

    @Test
    void threadsDoNotDisturbEachOther() {
        final PairDiffusivity law = PairDiffusivity.of(SHARED, N, LITHIUM, POTASSIUM);
        final double[] alone =
                IntStream.range(0, 40).mapToDouble(k -> mixture(law, k)).toArray();
        assertArrayEquals(
                alone,
                IntStream.range(0, 40)
                        .parallel()
                        .mapToDouble(k -> mixture(law, k))
                        .toArray());
    }

    private static double mixture(PairDiffusivity law, int k) {
        return law.value(k % 2, new double[] {k * N / 40, (39 - k) * N / 40}, 300 + k % 3);
    }

    @Test
    void lawsAllocateNothing() {
        final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        final PairDiffusivity law = PairDiffusivity.of(SHARED, N, LITHIUM, POTASSIUM);
        final PairExcessPotential excess = PairExcessPotential.of(SHARED, 0, 1);
        final double[] n = new double[2];
        final double[] byDensity = new double[2];
        final double[] byParameter = new double[6];
        long least = Long.MAX_VALUE;
        double sum = 0;
        for (int round = 0; round < 20; round++) {
            final long before = threads.getCurrentThreadAllocatedBytes();
            for (int k = 0; k < 3; k++) {
                n[0] = k * 0.3 * N;
                n[1] = 0.7 * N - 0.9 * n[0];
                sum += law.linearize(0, n, 300, byDensity) + excess.linearize(1, n, 300, byDensity);
                law.byParameters(1, n, 300, byParameter);
                sum += law.byTemperature(0, n, 300);
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertEquals(0, least, "bytes");
        assertTrue(sum < 0 || sum > 0);
    }
}
