package org.npp.cait.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.junit.jupiter.api.Test;
import org.npp.core.ensemble.Ensemble;

/** A straight line through eleven points, whose errors are known in closed form. */
class BootstrapTest {
    private static final int POINTS = 11;
    private static final double SIGMA = 0.1;

    /** Level and slope about x = 0 of y = 2 + 3 x + error, x = -5 to 5, by least squares. */
    private static Optional<double[]> line(UniformRandomProvider random) {
        final ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
        double level = 0;
        double slope = 0;
        for (int m = 0; m < POINTS; m++) {
            final double x = m - 5;
            final double y = 2 + 3 * x + SIGMA * normal.sample();
            level += y / POINTS;
            slope += x * y / 110;
        }
        return Optional.of(new double[] {level, slope});
    }

    private static Bootstrap run(int threads, int samples, long seed, SyntheticFit fit) {
        try (Ensemble<SyntheticFit> workers = Ensemble.of(threads, () -> fit)) {
            final Bootstrap bootstrap = Bootstrap.of(workers, samples, seed);
            assertTrue(bootstrap.advance(done -> {}, () -> false));
            return bootstrap;
        }
    }

    @Test
    void theScatterIsThatOfTheoryAndTheIntervalsThoseOfTheNormalDistribution() {
        final int samples = 4000;
        final Bootstrap bootstrap = run(2, samples, 5, BootstrapTest::line);
        final double[] truth = {2, 3};
        final double[] error = {SIGMA / Math.sqrt(POINTS), SIGMA / Math.sqrt(110)};
        for (int i = 0; i < truth.length; i++) {
            final double[] values = bootstrap.values(i);
            final double mean = Arrays.stream(values).average().orElseThrow();
            final double center = truth[i];
            final double variance = Arrays.stream(values)
                    .map(v -> (v - center) * (v - center))
                    .average()
                    .orElseThrow();
            assertEquals(truth[i], mean, 4 * error[i] / Math.sqrt(samples));
            assertEquals(error[i] * error[i], variance, 4 * error[i] * error[i] * Math.sqrt(2.0 / samples));
            // a quantile's error is sqrt(p (1 - p) / n) over the density, 0.0584 there
            final double reach = 4 * Math.sqrt(0.025 * 0.975 / samples) / 0.0584;
            assertEquals(1.959964, (Bootstrap.quantile(values, 0.975) - truth[i]) / error[i], reach);
            assertEquals(-1.959964, (Bootstrap.quantile(values, 0.025) - truth[i]) / error[i], reach);
        }
    }

    @Property(tries = 30)
    void samplesAreTheSameOnAnyThreadsAndAfterAnyStop(
            @ForAll @IntRange(min = 1, max = 5) int threads,
            @ForAll @IntRange(min = 1, max = 40) int before,
            @ForAll long seed) {
        final SortedMap<Integer, double[]> whole =
                run(1, 40, seed, BootstrapTest::line).results();
        final SortedMap<Integer, double[]> first;
        try (Ensemble<SyntheticFit> workers = Ensemble.of(threads, () -> BootstrapTest::line)) {
            final AtomicInteger asked = new AtomicInteger();
            final Bootstrap bootstrap = Bootstrap.of(workers, 40, seed);
            bootstrap.advance(done -> {}, () -> asked.incrementAndGet() > before);
            first = bootstrap.results();
            assertEquals(Math.min(before, 40), first.size());
        }
        try (Ensemble<SyntheticFit> workers = Ensemble.of(2, () -> BootstrapTest::line)) {
            final Bootstrap bootstrap = Bootstrap.of(workers, 40, seed);
            bootstrap.restore(first);
            final AtomicInteger last = new AtomicInteger(before);
            assertTrue(bootstrap.advance(last::set, () -> false));
            assertEquals(40, last.get());
            bootstrap.results().forEach((i, found) -> assertArrayEquals(whole.get(i), found, 0));
        }
    }

    @Test
    void samplesAndSeedsDiffer() {
        final double[] values = run(1, 100, 1, BootstrapTest::line).values(0);
        assertEquals(100, Arrays.stream(values).distinct().count());
        assertFalse(values[0] == run(1, 1, 2, BootstrapTest::line).values(0)[0]);
    }

    @Test
    void fitsThatFailAreCountedAndLeftOut() {
        final Bootstrap bootstrap = run(2, 50, 3, random -> {
            final double u = random.nextDouble();
            if (u < 0.5) {
                return Optional.empty();
            }
            return Optional.of(new double[] {u});
        });
        assertTrue(bootstrap.failures() > 10 && bootstrap.failures() < 40, "failures " + bootstrap.failures());
        assertEquals(50 - bootstrap.failures(), bootstrap.values(0).length);
        assertTrue(Arrays.stream(bootstrap.values(0)).allMatch(u -> u >= 0.5));
    }

    @Test
    void anErrorOfTheProgramIsNoFitThatFailed() {
        final AtomicInteger made = new AtomicInteger();
        final SyntheticFit wrong = random -> {
            if (made.incrementAndGet() == 3) {
                throw new IndexOutOfBoundsException("index 7 of 5");
            }
            return line(random);
        };
        try (Ensemble<SyntheticFit> workers = Ensemble.of(1, () -> wrong)) {
            final Bootstrap bootstrap = Bootstrap.of(workers, 1000, 1);
            final IllegalStateException thrown =
                    assertThrows(IllegalStateException.class, () -> bootstrap.advance(done -> {}, () -> false));
            assertEquals(
                    "sample 2 of a bootstrap threw: java.lang.IndexOutOfBoundsException: index 7 of 5",
                    thrown.getMessage());
            assertEquals(0, bootstrap.failures());
            // nothing is begun after it
            assertEquals(3, made.get());
        }
    }

    @Test
    void aSampleThatIsInterruptedIsNotOneThatFailed() {
        final SyntheticFit ended = random -> {
            throw new InterruptedException();
        };
        try (Ensemble<SyntheticFit> workers = Ensemble.of(1, () -> ended)) {
            final Bootstrap bootstrap = Bootstrap.of(workers, 1, 1);
            assertFalse(bootstrap.advance(done -> {}, () -> false));
            assertEquals(0, bootstrap.failures());
            assertTrue(bootstrap.results().isEmpty());
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void quantilesAreLinearBetweenValues() {
        final double[] values = {4, 1, 3, 2, 5};
        assertEquals(3, Bootstrap.quantile(values, 0.5));
        assertEquals(1.4, Bootstrap.quantile(values, 0.1), 1e-15);
        assertArrayEquals(new double[] {4, 1, 3, 2, 5}, values);
    }

    @Test
    void resultsBeyondTheSamplesAreLeftOutAndNoneIsRefused() {
        final SortedMap<Integer, double[]> known =
                run(1, 5, 1, BootstrapTest::line).results();
        known.put(-1, new double[] {0, 0});
        try (Ensemble<SyntheticFit> workers = Ensemble.of(1, () -> BootstrapTest::line)) {
            final Bootstrap bootstrap = Bootstrap.of(workers, 3, 1);
            bootstrap.restore(known);
            assertEquals(3, bootstrap.results().size());
            assertEquals(
                    "samples of a bootstrap must be >= 1: 0",
                    assertThrows(IllegalArgumentException.class, () -> Bootstrap.of(workers, 0, 1))
                            .getMessage());
        }
    }
}
