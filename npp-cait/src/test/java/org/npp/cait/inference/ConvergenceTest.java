package org.npp.cait.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConvergenceTest {
    /** A chain of one coordinate from series, one per walker. */
    private static Chain chain(double[]... series) {
        final List<double[]> positions = new ArrayList<>();
        final List<double[]> logs = new ArrayList<>();
        for (int s = 0; s < series[0].length; s++) {
            final double[] row = new double[series.length];
            for (int k = 0; k < series.length; k++) {
                row[k] = series[k][s];
            }
            positions.add(row);
            logs.add(new double[series.length]);
        }
        return Chain.of(series.length, 1, positions, logs);
    }

    /** An autoregressive series of first order, whose autocorrelation is the power of its coefficient. */
    private static double[] autoregressive(double coefficient, int steps, Random random) {
        final double[] series = new double[steps];
        double x = random.nextGaussian();
        for (int s = 0; s < steps; s++) {
            x = coefficient * x + Math.sqrt(1 - coefficient * coefficient) * random.nextGaussian();
            series[s] = x;
        }
        return series;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 0.9, 0.98})
    void theTimeOfAnAutoregressiveSeriesIsTheExactOne(double coefficient) {
        final Random random = new Random(1);
        final double[][] series = new double[8][];
        for (int k = 0; k < series.length; k++) {
            series[k] = autoregressive(coefficient, 20_000, random);
        }
        final double exact = (1 + coefficient) / (1 - coefficient);
        final Convergence found = Convergence.of(chain(series), 0);
        // Sokal's error, sqrt(2 (2 M + 1) / n) with a window of 5 times, on 160,000 values; three of them
        final double error = 3 * Math.sqrt(2 * (2 * 5 * exact + 1) / 160_000);
        assertEquals(exact, found.autocorrelationTime(0), (error + Math.exp(-5)) * exact);
        assertEquals(160_000 / found.autocorrelationTime(0), found.effectiveSize(0), 1e-9);
        assertTrue(found.reached());
        assertEquals(1, found.rHat(0), 0.02);
    }

    @Test
    void aSeriesThatDriftsIsFoundOut() {
        // means of the halves are -1/4 and 1/4 of the way, variances 1/48
        final int n = 10_000;
        final double[] rising = new double[n];
        for (int s = 0; s < n; s++) {
            rising[s] = (s + 0.5) / n - 0.5;
        }
        final Convergence found = Convergence.of(chain(rising), 0);
        // variance of two means half apart is 1/8; the variance within a half 1/48
        assertEquals(Math.sqrt(1 + 48.0 / 8), found.rHat(0), 1e-3);
        assertFalse(found.reached());
    }

    @Test
    void walkersThatDisagreeAreFoundOut() {
        final Random random = new Random(2);
        final double[] low = autoregressive(0.1, 2000, random);
        final double[] high = autoregressive(0.1, 2000, random);
        for (int s = 0; s < high.length; s++) {
            high[s] += 10;
        }
        // four means, -5, -5, 5, 5 from their mean: variance 100/3
        assertEquals(
                Math.sqrt(1 + 100.0 / 3), Convergence.of(chain(low, high), 0).rHat(0), 0.1);
    }

    @Test
    void walkersThatNeverMoveHaveNotConverged() {
        final Convergence found = Convergence.of(chain(new double[100], new double[100]), 0);
        assertEquals(Double.POSITIVE_INFINITY, found.autocorrelationTime(0));
        assertEquals(Double.POSITIVE_INFINITY, found.rHat(0));
        assertFalse(found.reached());
    }

    @Test
    void theFirstStepsCanBeLeftOut() {
        final double[] series = autoregressive(0.2, 1000, new Random(3));
        final double[] shifted = new double[1100];
        java.util.Arrays.fill(shifted, 0, 100, 1e6);
        System.arraycopy(series, 0, shifted, 100, 1000);
        assertEquals(
                Convergence.of(chain(series), 0).autocorrelationTime(0),
                Convergence.of(chain(shifted), 100).autocorrelationTime(0));
    }

    @Test
    void wrongCallsAreRefused() {
        assertEquals(
                "at least 4 steps must count: first 3 of 6",
                assertThrows(IllegalArgumentException.class, () -> Convergence.of(chain(new double[6]), 3))
                        .getMessage());
        final String rule = "each step of a chain must have 2 positions of 1 coordinates and as many log densities";
        final List<double[]> none = List.of();
        final List<double[]> one = List.of(new double[1]);
        final List<double[]> two = List.of(new double[2]);
        for (final List<List<double[]>> wrong :
                List.of(List.of(none, none), List.of(one, two), List.of(two, one), List.of(two, none))) {
            assertEquals(
                    rule,
                    assertThrows(IllegalArgumentException.class, () -> Chain.of(2, 1, wrong.get(0), wrong.get(1)))
                            .getMessage());
        }
        assertThrows(IllegalArgumentException.class, () -> Chain.of(0, 1, one, one));
        assertThrows(IllegalArgumentException.class, () -> Chain.of(1, 0, one, one));
    }
}
