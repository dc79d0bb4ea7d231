package org.npp.cait.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.npp.core.ensemble.Ensemble;

/** The sampler against densities whose moments are known. */
class EnsembleSamplerTest {
    /** Standard errors of a mean, with the chain's own number of independent values, by which it may be off. */
    private static final double ERRORS = 4;

    private static double[][] ball(int walkers, int dimension, double center, double spread, long seed) {
        final Random random = new Random(seed);
        final double[][] start = new double[walkers][dimension];
        for (final double[] point : start) {
            for (int i = 0; i < dimension; i++) {
                point[i] = center + spread * random.nextGaussian();
            }
        }
        return start;
    }

    private static EnsembleSampler sample(LogDensity density, double[][] start, int steps, long seed) {
        try (Ensemble<LogDensity> workers = Ensemble.of(1, () -> density)) {
            final EnsembleSampler sampler = EnsembleSampler.of(workers, start, seed);
            assertTrue(sampler.advance(steps, step -> {}, () -> false));
            return sampler;
        }
    }

    /** Compares the mean of a function of a coordinate, which has an autocorrelation time of its own. */
    private static void assertMean(double expected, Chain chain, int i, int from, DoubleUnaryOperator function) {
        final List<double[]> values = new ArrayList<>();
        final List<double[]> logs = new ArrayList<>();
        for (int s = from; s <= chain.steps(); s++) {
            final double[] row = new double[chain.walkers()];
            for (int k = 0; k < row.length; k++) {
                row[k] = function.applyAsDouble(chain.position(s, k, i));
            }
            values.add(row);
            logs.add(new double[row.length]);
        }
        final Chain derived = Chain.of(chain.walkers(), 1, values, logs);
        final double[] all = derived.samples(0, 0);
        final double mean = Arrays.stream(all).average().orElseThrow();
        final double square = Arrays.stream(all).map(v -> v * v).average().orElseThrow();
        final double size = Convergence.of(derived, 0).effectiveSize(0);
        assertEquals(expected, mean, ERRORS * Math.sqrt((square - mean * mean) / size));
        // the error allowed is small against the spread
        assertTrue(size > 400, "effective size " + size);
    }

    @Test
    void aCorrelatedGaussianHasItsMeansAndCovariances() {
        // x = (u, 0.95 u + 0.1 v, 100 w) + (1, -2, 3) with independent standard normal u, v, w
        final LogDensity density = p -> {
            final double u = p[0] - 1;
            final double v = (p[1] + 2 - 0.95 * u) / 0.1;
            final double w = (p[2] - 3) / 100;
            return -0.5 * (u * u + v * v + w * w);
        };
        final Chain chain = sample(density, ball(20, 3, 0, 1, 1), 4000, 2).chain();
        final int from = 500;
        assertMean(1, chain, 0, from, x -> x);
        assertMean(-2, chain, 1, from, x -> x);
        assertMean(3, chain, 2, from, x -> x);
        assertMean(1, chain, 0, from, x -> (x - 1) * (x - 1));
        assertMean(0.95 * 0.95 + 0.01, chain, 1, from, x -> (x + 2) * (x + 2));
        assertMean(10_000, chain, 2, from, x -> (x - 3) * (x - 3));
        double product = 0;
        final double[] first = chain.samples(0, from);
        final double[] second = chain.samples(1, from);
        for (int m = 0; m < first.length; m++) {
            product += (first[m] - 1) * (second[m] + 2) / first.length;
        }
        // variance of the product is 1 + 0.95^2
        final double error = Math.sqrt(1 + 0.95 * 0.95)
                / Math.sqrt(Convergence.of(chain, from).effectiveSize(0));
        assertEquals(0.95, product, ERRORS * error);
        assertTrue(Convergence.of(chain, from).reached());
    }

    @Test
    void rosenbrocksBananaHasItsMarginals() {
        // x is normal about 1 with variance 1, y about x^2 with variance 0.1
        final LogDensity density = p -> {
            final double bend = p[1] - p[0] * p[0];
            return -0.5 * (10 * bend * bend + (1 - p[0]) * (1 - p[0]));
        };
        final Chain chain = sample(density, ball(20, 2, 1, 0.5, 3), 10_000, 4).chain();
        final int from = 1000;
        assertMean(1, chain, 0, from, x -> x);
        assertMean(1, chain, 0, from, x -> (x - 1) * (x - 1));
        assertMean(2, chain, 1, from, y -> y);
        // 4 + 2 of x^2, besides the own
        assertMean(6.1, chain, 1, from, y -> (y - 2) * (y - 2));
    }

    @Test
    void aDensityCutOffAtABoundKeepsItsShapeThere() {
        // a half normal, and an exponential
        final LogDensity density = p -> p[0] >= 0 && p[1] >= 0 ? -0.5 * p[0] * p[0] - p[1] : Double.NEGATIVE_INFINITY;
        final Chain chain = sample(density, ball(16, 2, 2, 0.3, 5), 8000, 6).chain();
        final int from = 1000;
        assertMean(Math.sqrt(2 / Math.PI), chain, 0, from, x -> x);
        assertMean(1, chain, 0, from, x -> x * x);
        assertMean(1, chain, 1, from, y -> y);
        assertMean(1 - Math.exp(-0.1), chain, 1, from, y -> y < 0.1 ? 1 : 0);
        for (final double x : chain.samples(0, 0)) {
            assertTrue(x >= 0);
        }
    }

    @Test
    void acceptanceInOneDimensionIsThatOfTheMove() {
        // for a uniform density on the line every move inside is accepted; NaN outside never
        final LogDensity density = p -> Math.abs(p[0]) < 1e6 ? 0 : Double.NaN;
        final EnsembleSampler sampler = sample(density, ball(10, 1, 0, 1, 7), 20, 8);
        assertEquals(1, sampler.acceptance());
        final LogDensity spike = p -> p[0] == p[1] ? 0 : -1e9 * Math.abs(p[0] - p[1]);
        final double[][] start = {{1, 1}, {2, 2}, {3, 3}, {4, 4}};
        // on the diagonal, where the walkers stay; a factor Z in the probability
        final double acceptance = sample(spike, start, 2000, 9).acceptance();
        assertTrue(acceptance > 0.6 && acceptance < 1, "acceptance " + acceptance);
        assertEquals(0, sample(spike, start, 0, 9).acceptance());
    }

    /** A density that bends, on which rounding would show. */
    private static double bent(double[] p) {
        return -0.5 * (p[0] * p[0] + Math.pow(p[1] - Math.sin(3 * p[0]), 2) / 0.01) - Math.abs(p[0] * p[1]);
    }

    @Property(tries = 20)
    void anyNumberOfThreadsGivesTheSameChain(
            @ForAll @IntRange(min = 2, max = 6) int threads, @ForAll @IntRange(max = 1000) int seed) {
        final double[][] start = ball(8, 2, 0, 0.5, seed);
        final Chain one = sample(EnsembleSamplerTest::bent, start, 50, seed).chain();
        try (Ensemble<LogDensity> workers = Ensemble.of(threads, () -> EnsembleSamplerTest::bent)) {
            final EnsembleSampler sampler = EnsembleSampler.of(workers, start, seed);
            sampler.advance(50, step -> {}, () -> false);
            assertSame(one, sampler.chain());
        }
    }

    private static void assertSame(Chain expected, Chain actual) {
        assertEquals(expected.steps(), actual.steps());
        for (int i = 0; i < expected.dimension(); i++) {
            assertArrayEquals(expected.samples(i, 0), actual.samples(i, 0), 0);
        }
        for (int k = 0; k < expected.walkers(); k++) {
            assertEquals(expected.logDensity(expected.steps(), k), actual.logDensity(expected.steps(), k));
        }
    }

    @Property(tries = 40)
    void aSamplerThatIsStoppedAnywhereAndContinuedGivesTheSameNumbers(
            @ForAll @IntRange(min = 1, max = 400) int evaluations, @ForAll @IntRange(max = 1000) int seed) {
        final double[][] start = ball(8, 2, 0, 0.5, seed);
        final EnsembleSampler whole = sample(EnsembleSamplerTest::bent, start, 60, seed);
        try (Ensemble<LogDensity> workers = Ensemble.of(2, () -> EnsembleSamplerTest::bent)) {
            final EnsembleSampler first = EnsembleSampler.of(workers, start, seed);
            final AtomicInteger asked = new AtomicInteger();
            // in the midst of a step, as a rule
            final boolean finished = first.advance(60, step -> {}, () -> asked.incrementAndGet() > evaluations);
            assertFalse(finished);
            final EnsembleSampler second = EnsembleSampler.of(workers, first.state());
            assertTrue(second.advance(60, step -> {}, () -> false));
            assertSame(whole.chain(), second.chain());
            assertEquals(whole.acceptance(), second.acceptance());
            assertEquals(whole.state().random(), second.state().random());
        }
    }

    @Test
    void theSamplerIsInvariantUnderLinearMaps() {
        // powers of two and no shift: the same to the last bit
        final double[][] start = ball(8, 2, 0, 0.5, 11);
        final double[][] mapped = new double[8][2];
        for (int k = 0; k < 8; k++) {
            mapped[k][0] = 1024 * start[k][0];
            mapped[k][1] = start[k][1] / 4096;
        }
        final Chain plain = sample(EnsembleSamplerTest::bent, start, 100, 12).chain();
        final Chain other = sample(p -> bent(new double[] {p[0] / 1024, p[1] * 4096}), mapped, 100, 12)
                .chain();
        for (int s = 0; s <= 100; s++) {
            assertEquals(1024 * plain.position(s, 5, 0), other.position(s, 5, 0));
            assertEquals(plain.position(s, 5, 1) / 4096, other.position(s, 5, 1));
        }
    }

    @Test
    void otherSeedsGiveOtherChains() {
        final double[][] start = ball(8, 2, 0, 0.5, 13);
        final double one =
                sample(EnsembleSamplerTest::bent, start, 50, 1).chain().position(50, 0, 0);
        assertTrue(
                one != sample(EnsembleSamplerTest::bent, start, 50, 2).chain().position(50, 0, 0));
    }

    @Test
    void wrongStartsAreRefused() {
        assertRefused(
                "walkers must be an even number, at least twice the coordinates: 3 walkers, 1 coordinates",
                new double[3][1]);
        assertRefused(
                "walkers must be an even number, at least twice the coordinates: 4 walkers, 3 coordinates",
                new double[4][3]);
        assertRefused(
                "walkers must be an even number, at least twice the coordinates: 0 walkers, 0 coordinates",
                new double[0][0]);
        assertRefused(
                "the log density must be finite at the start of walker 1: -Infinity",
                new double[][] {{1, 1}, {-1, 1}, {2, 1}, {1, 2}});
        final IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> SeededRandom.ofState("AAAA"));
        assertEquals("not a state of a random generator: AAAA", e.getMessage());
    }

    private static void assertRefused(String message, double[][] start) {
        final LogDensity density = p -> Math.log(p[0]) > -1 ? 0 : Double.NEGATIVE_INFINITY;
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> sample(density, start, 1, 1))
                        .getMessage());
    }

    @Test
    void aDensityThatThrowsEndsTheSampler() {
        final LogDensity density = p -> {
            if (p[0] > 5) {
                throw new ArithmeticException("too far");
            }
            return 0;
        };
        final IllegalStateException e =
                assertThrows(IllegalStateException.class, () -> sample(density, ball(4, 1, 0, 1, 1), 1000, 1));
        assertEquals("the log density failed: too far", e.getMessage());
    }
}
