package org.npp.onsager.md;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.npp.onsager.OnsagerMatrix;
import org.npp.onsager.SemidefiniteProjection;
import org.npp.onsager.form.ReferenceFrame;
import org.npp.onsager.uncertainty.Estimate;
import org.npp.onsager.uncertainty.UpperTriangle;

/** Coefficients of a correlated Brownian motion of two kinds of ions, whose Onsager matrix is known. */
final class EinsteinRelationTest {
    private static final double VOLUME = 2.7e-26;

    private static final double TEMPERATURE = 800;

    private static final double THERMAL = 1.380649e-23 * TEMPERATURE;

    private static final double STEP = 1e-12;

    /** L of two ions of like charge [1/(J m s)]. */
    private static final double[] TRUE = {4e36, -1e36, 2e36};

    /** Cholesky factor of TRUE in units of 1e36: 4 = 2^2, -1 = 2 (-0.5), 2 = 0.25 + 1.75. */
    private static final double[] FACTOR = {2, -0.5, Math.sqrt(1.75)};

    /** Mean products of displacements over all windows of a trajectory, for the lags 1 to 8. */
    private static double[][][] blocks(Random random, int count, int steps) {
        final double amplitude = Math.sqrt(2 * VOLUME * THERMAL * STEP * 1e36);
        final double[][][] products = new double[count][3][8];
        for (int b = 0; b < count; b++) {
            final double[][] r = new double[6][steps + 1];
            for (int k = 1; k <= steps; k++) {
                for (int direction = 0; direction < 3; direction++) {
                    final double first = random.nextGaussian();
                    final double second = random.nextGaussian();
                    r[direction][k] = r[direction][k - 1] + amplitude * FACTOR[0] * first;
                    r[3 + direction][k] =
                            r[3 + direction][k - 1] + amplitude * (FACTOR[1] * first + FACTOR[2] * second);
                }
            }
            for (int lag = 1; lag <= 8; lag++) {
                final int windows = steps + 1 - lag;
                for (int k = 0; k < windows; k++) {
                    for (int direction = 0; direction < 3; direction++) {
                        final double first = r[direction][k + lag] - r[direction][k];
                        final double second = r[3 + direction][k + lag] - r[3 + direction][k];
                        products[b][0][lag - 1] += first * first / windows;
                        products[b][1][lag - 1] += first * second / windows;
                        products[b][2][lag - 1] += second * second / windows;
                    }
                }
            }
        }
        return products;
    }

    private static double[] times() {
        final double[] times = new double[8];
        for (int k = 0; k < 8; k++) {
            times[k] = (k + 1) * STEP;
        }
        return times;
    }

    @Test
    void coefficientsOfABrownianRunAreWithinTheirErrorBars() {
        final EinsteinRelation box = new EinsteinRelation(VOLUME, TEMPERATURE, 3);
        double chi = 0;
        final int runs = 40;
        final int blocks = 25;
        final Random random = new Random(20261122);
        for (int run = 0; run < runs; run++) {
            final DisplacementSeries series = DisplacementSeries.of(times(), blocks(random, blocks, 100));
            assertEquals(1, series.exponent(0, STEP, 8 * STEP), 0.1);
            final Estimate l = box.coefficients(series.slopes(STEP, 8 * STEP));
            for (int k = 0; k < 3; k++) {
                final double deviation = (l.value(k) - TRUE[k]) / l.standardError(k);
                assertTrue(Math.abs(deviation) < 5, () -> "standard errors off: " + deviation);
                chi += deviation * deviation / (3 * runs);
            }
        }
        // Student's t with 24 degrees of freedom has the variance 24/22; 120 values, some correlated, scatter by 0.2
        assertEquals(24.0 / 22, chi, 0.5);
    }

    @Test
    void coefficientsInTheFrameOfTheCentreOfMassBecomeThoseOfTheNetwork() {
        final Random random = new Random(7);
        final EinsteinRelation box = new EinsteinRelation(VOLUME, TEMPERATURE, 3);
        final ReferenceFrame frame =
                ReferenceFrame.of(new double[] {6.5e-26, 2.2e-25}, new double[] {1e28, 4e27}, 4.6e-26, 4e28);
        final Estimate l = box.coefficients(
                        DisplacementSeries.of(times(), blocks(random, 20, 100)).slopes(STEP, 4 * STEP))
                .through(frame.toNetworkConversion());
        final OnsagerMatrix expected = frame.toNetwork(new UpperTriangle(2).matrix(TRUE), new int[] {1, 1});
        for (int k = 0; k < 3; k++) {
            assertEquals(new UpperTriangle(2).entries(expected)[k], l.value(k), 4 * l.standardError(k));
        }
        final SemidefiniteProjection nearest =
                SemidefiniteProjection.of(new UpperTriangle(2).matrix(l.values()), new int[] {1, 1});
        assertEquals(0, nearest.change(), 0);
    }

    @Test
    void slopesOfStraightLinesAreExactWhateverTheirOffset() {
        final double[] t = {1e-12, 2e-12, 5e-12, 9e-12};
        final double[][][] products = new double[2][2][4];
        for (int k = 0; k < 4; k++) {
            products[0][0][k] = 3e-20 + 6e-9 * t[k];
            products[1][0][k] = -1e-20 + 8e-9 * t[k];
            products[0][1][k] = -2e-9 * t[k];
            products[1][1][k] = -4e-9 * t[k];
        }
        products[0][0][0] = 1; // outside the window
        final BlockAverage slopes = DisplacementSeries.of(t, products).slopes(1.5e-12, 9e-12);
        final Estimate tracer = new EinsteinRelation(VOLUME, TEMPERATURE, 2).tracerDiffusivities(slopes);
        assertEquals(7e-9 / 4, tracer.value(0), 1e-14 * 7e-9);
        assertEquals(-3e-9 / 4, tracer.value(1), 1e-14 * 3e-9);
        // two blocks that differ by d: standard error d/2
        assertEquals(1e-9 / 4, tracer.standardError(0), 1e-13 * 1e-9);
        assertEquals(-1, tracer.correlation(0, 1), 1e-12);
    }

    @Test
    void exponentTellsBallisticFromDiffusiveMotion() {
        // Langevin: 6 D (t - tau (1 - exp(-t/tau)))
        final double tau = 1e-13;
        final int count = 40;
        final double[] t = new double[count];
        final double[][][] products = new double[2][1][count];
        for (int k = 0; k < count; k++) {
            t[k] = tau * Math.pow(10, -3 + 0.15 * k);
            final double x = t[k] / tau;
            products[0][0][k] = x + Math.expm1(-x);
            products[1][0][k] = products[0][0][k];
        }
        final DisplacementSeries series = DisplacementSeries.of(t, products);
        assertEquals(2, series.exponent(0, 0.001 * tau, 0.01 * tau), 0.01);
        assertEquals(1, series.exponent(0, 100 * tau, 1000 * tau), 0.01);
        assertEquals(1 / tau, series.slopes(20 * tau, 1e4 * tau).estimate().value(0), 1e-9 / tau);
        products[0][0][5] = -1;
        assertTrue(Double.isNaN(DisplacementSeries.of(t, products).exponent(0, t[4], t[6])));
        products[1][0][5] = 1;
        assertTrue(Double.isNaN(DisplacementSeries.of(t, products).exponent(0, t[4], t[6])));
    }

    @Test
    void standardErrorGrowsWhileNeighbouringBlocksAreCorrelated() {
        // x_b = a x_{b-1} + noise: the mean of many has the variance (1 + a)/(1 - a) times the naive one
        final double a = 0.8;
        final int count = 1 << 14;
        final Random random = new Random(3);
        final double[][] values = new double[count][1];
        double x = random.nextGaussian() / Math.sqrt(1 - a * a);
        for (int b = 0; b < count; b++) {
            x = a * x + random.nextGaussian();
            values[b][0] = x;
        }
        BlockAverage level = BlockAverage.of(values);
        final double naive = level.estimate().standardError(0);
        for (int k = 0; k < 6; k++) {
            level = level.halved();
        }
        final double expected = naive * Math.sqrt((1 + a) / (1 - a));
        final double blockedError = 4 * level.errorOfStandardError();
        assertEquals(256, level.blocks());
        assertEquals(1 / Math.sqrt(510), level.errorOfStandardError(), 1e-15);
        assertEquals(expected, level.estimate().standardError(0), blockedError * expected);
        assertTrue(expected > naive * (1 + 2 * blockedError));
    }

    @Test
    void argumentsOutOfRangeAreNamed() {
        final double[] t = {1, 2};
        assertRejected("volume must be finite and > 0: 0.0 m^3", () -> new EinsteinRelation(0, 300, 3));
        assertRejected("temperature must be finite and > 0: -1.0 K", () -> new EinsteinRelation(1, -1, 3));
        assertRejected("dimensions must be 1, 2 or 3: 4", () -> new EinsteinRelation(1, 300, 4));
        assertRejected("dimensions must be 1, 2 or 3: 0", () -> new EinsteinRelation(1, 300, 0));
        assertRejected(
                "times must increase strictly: times[0] = 1.0 s, times[1] = 1.0 s",
                () -> DisplacementSeries.of(new double[] {1, 1}, new double[0][][]));
        assertRejected(
                "times[0] must be finite: NaN s",
                () -> DisplacementSeries.of(new double[] {Double.NaN}, new double[0][][]));
        assertRejected(
                "products must have one value per time: 1 values at [0][0], 2 times",
                () -> DisplacementSeries.of(t, new double[1][1][1]));
        assertRejected(
                "products[0][0][1] must be finite: Infinity m^2",
                () -> DisplacementSeries.of(t, new double[][][] {{{0, Double.POSITIVE_INFINITY}}}));
        final DisplacementSeries series = DisplacementSeries.of(t, new double[2][1][2]);
        assertRejected("window must hold at least 2 times: 1 from 1.5 to 3.0 s", () -> series.slopes(1.5, 3));
        assertRejected("window must hold at least 2 times: 0 from 5.0 to 0.5 s", () -> series.slopes(5, 0.5));
        assertRejected("from must be finite and > 0: 0.0 s", () -> series.exponent(0, 0, 3));
        assertRejected("blocks must be at least 2 to have a scatter: 1", () -> BlockAverage.of(new double[1][1]));
        assertRejected("blocks[0] must have at least one entry", () -> BlockAverage.of(new double[2][0]));
        assertRejected(
                "blocks must have the same quantities: 2 in block 1, 1 in block 0",
                () -> BlockAverage.of(new double[][] {{1}, {1, 2}}));
        assertRejected(
                "blocks[1][0] must be finite: NaN in its unit",
                () -> BlockAverage.of(new double[][] {{1}, {Double.NaN}}));
        assertEquals(
                "blocks must be at least 4 to be halved: 3",
                assertThrows(
                                IllegalStateException.class,
                                () -> BlockAverage.of(new double[3][1]).halved())
                        .getMessage());
        final DMatrixRMaj singular =
                BlockAverage.of(new double[][] {{1, 2}, {3, 6}}).estimate().covariance();
        assertEquals(2, singular.get(0, 1));
    }

    private static void assertRejected(String message, org.junit.jupiter.api.function.Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
