package org.npp.sed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.npp.core.PhysicalConstants;

/** The tables against the shape they were made from. */
class InterpolatedFillingTest {
    private static final double EV = PhysicalConstants.ELEMENTARY_CHARGE;
    private static final double N = 1.41e28;
    private static final int PLACES = 100_000;

    /** Largest error of a difference of two interpolated energies [J]. */
    private static final double ENERGY = 2 * QuantileTable.TOLERANCE;

    /** Largest relative error of the slope. */
    private static final double SLOPE = 1e-9;

    static Stream<PopulatedSed> glasses() {
        return Stream.of(
                PopulatedSed.of(GaussianSed.ofFwhm(0.02 * EV), N, 0.1, 0),
                PopulatedSed.of(GaussianSed.ofFwhm(0.25 * EV), N, 0.1, 0),
                PopulatedSed.of(GaussianSed.ofFwhm(0.25 * EV), N, 1e-6, 0),
                PopulatedSed.of(GaussianSed.ofFwhm(0.25 * EV), N, 0.99, 0),
                PopulatedSed.of(GaussianSed.ofFwhm(EV), N, 0.5, 0),
                PopulatedSed.of(UserShape.box(EV), N, 0, 0),
                PopulatedSed.of(UserShape.box(EV), N, 0.3, 0),
                PopulatedSed.of(UserShape.exponential(0.1 * EV), N, 0, 0));
    }

    @ParameterizedTest
    @MethodSource("glasses")
    void energyAndSlopeAreWithinTheirBoundsAtAnyDensity(PopulatedSed glass) {
        final InterpolatedFilling tables = InterpolatedFilling.of(glass);
        final BoundedFilling exact = BoundedFilling.of(glass);
        final SplittableRandom random = new SplittableRandom(20260101);
        final double[] slope = new double[1];
        double worst = 0;
        double worstSlope = 0;
        for (int i = 0; i < PLACES; i++) {
            final double n = i % 2 == 0
                    ? N * Math.pow(10, -17 + 17 * random.nextDouble())
                    : 1.2 * glass.siteDensity() * random.nextDouble();
            final double energy = exact.energy(glass.shape(), n);
            final double gain = tables.linearize(n, slope, 0);
            assertEquals(gain, tables.gain(n), "with and without slope");
            worst = Math.max(worst, Math.abs(gain - (energy - glass.bulkFermiEnergy())));
            final double g = glass.shape().density(energy);
            final double byDensity = g > 0 ? exact.slope(n) / (glass.siteDensity() * g) : 0;
            worstSlope = Math.max(worstSlope, Math.abs(slope[0] - byDensity) / Math.max(byDensity, 1e-300));
        }
        assertEquals(0, worst, ENERGY, "energy, J");
        assertEquals(0, worstSlope, SLOPE, "slope");
    }

    @ParameterizedTest
    @MethodSource("glasses")
    void energyDoesNotFallFromOneDensityToTheNext(PopulatedSed glass) {
        final InterpolatedFilling tables = InterpolatedFilling.of(glass);
        double last = tables.gain(0);
        for (int i = 1; i <= PLACES; i++) {
            final double n = N * Math.pow(10, -17 + 17.1 * i / PLACES);
            final double gain = tables.gain(n);
            assertTrue(gain >= last - 1e-15 * Math.abs(last), () -> "n = " + n);
            last = gain;
        }
    }

    @Test
    void bulkIsItsOwnReference() {
        assertEquals(
                0,
                InterpolatedFilling.of(PopulatedSed.of(GaussianSed.ofFwhm(0.25 * EV), N / 3, 0.1, 0))
                        .gain(N / 3));
    }

    @Test
    void oneTableServesSeveralThreads() {
        final PopulatedSed glass = PopulatedSed.of(GaussianSed.ofFwhm(0.25 * EV), N, 0.1, 0);
        final InterpolatedFilling alone = InterpolatedFilling.of(glass);
        final double[] expected = IntStream.range(0, PLACES)
                .mapToDouble(i -> alone.gain(N * i / PLACES))
                .toArray();
        final InterpolatedFilling shared = InterpolatedFilling.of(glass);
        assertTrue(IntStream.range(0, PLACES)
                .parallel()
                .allMatch(i -> shared.gain(N * ((i * 7919) % PLACES) / PLACES) == expected[(i * 7919) % PLACES]));
    }

    @Test
    void coldLawIsTheExactOne() {
        final SedDiffusivity law =
                SedDiffusivity.of(PopulatedSed.of(GaussianSed.ofFwhm(0.25 * EV), N, 0.1, 0.01), 1e-17);
        final double[] byDensity = new double[1];
        final double[] exactly = new double[1];
        for (double c : new double[] {0.0102, 0.3, 0.99, 1.1}) {
            final double[] n = {c * N};
            final double d = law.linearize(0, n, 9.9, byDensity);
            assertEquals(law.exact().linearize(0, n, 9.9, exactly), d);
            assertEquals(exactly[0], byDensity[0]);
            assertEquals(law.exact().value(0, n, 9.9), law.value(0, n, 9.9));
        }
    }

    @Test
    void lawOfAShapeWithAGapStaysWithTheShape() {
        final UserShape gap = new UserShape(
                e -> (e >= 0 && e <= EV) || (e >= 2 * EV && e <= 3 * EV) ? 0.5 / EV : 0,
                e -> e <= EV ? 0.5 * e / EV : 0.5 * e / EV - 0.5,
                p -> p < 0.3 ? 2 * p * EV : (2 * p + 1) * EV,
                1.5 * EV,
                EV,
                0.5 * EV);
        final InterpolatedFilling tables = InterpolatedFilling.of(PopulatedSed.of(gap, N, 0, 0));
        final double bulk = 3 * EV;
        for (double c = 0.26; c < 0.5; c += 1e-4) {
            assertEquals(gap.quantile(c) - bulk, tables.gain(c * N), 1e-14 * EV, "c = " + c);
        }
    }
}
