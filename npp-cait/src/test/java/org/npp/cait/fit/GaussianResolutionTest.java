package org.npp.cait.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.api.Test;

class GaussianResolutionTest {
    private static final double TOLERANCE = 1e-12;

    private static double[] nodes() {
        final double[] nodes = new double[201];
        for (int k = 0; k < nodes.length; k++) {
            nodes[k] = 1e-6 * Math.pow(k / 200.0, 1.5);
        }
        return nodes;
    }

    private static double apply(double[] row, double[] values) {
        double sum = 0;
        for (int k = 0; k < row.length; k++) {
            sum += row[k] * values[k];
        }
        return sum;
    }

    @Test
    void aConstantStaysConstantUpToTheSurface() {
        final double[] ones = new double[201];
        java.util.Arrays.fill(ones, 1);
        final double[][] rows = GaussianResolution.of(new double[] {0, 1e-9, 5e-7, 1e-6, 2e-6}, 3e-9)
                .weights(nodes());
        for (final double[] row : rows) {
            assertEquals(1, apply(row, ones), TOLERANCE);
        }
    }

    @Test
    void aStraightLineStaysStraightAwayFromTheSurfaces() {
        final double[][] rows =
                GaussianResolution.of(new double[] {1e-7, 5e-7}, 20e-9).weights(nodes());
        assertEquals(1e-7, apply(rows[0], nodes()), TOLERANCE * 1e-6);
        assertEquals(5e-7, apply(rows[1], nodes()), TOLERANCE * 1e-6);
    }

    @Test
    void aStepBecomesAnErrorFunction() {
        final double[] nodes = {0, 100e-9, 100.0001e-9, 200e-9};
        final double[] step = {0, 0, 1, 1};
        final double fwhm = 3e-9;
        final double sigma = fwhm / (2 * Math.sqrt(2 * Math.log(2)));
        for (final double depth : new double[] {97e-9, 99.5e-9, 100.00005e-9, 101e-9, 104e-9}) {
            final double exact = 0.5 * Erf.erfc((100.00005e-9 - depth) / (sigma * Math.sqrt(2)));
            final double found =
                    apply(GaussianResolution.of(new double[] {depth}, fwhm).weights(nodes)[0], step);
            // the ramp of 1e-13 m, over sigma, squared
            assertEquals(exact, found, 1e-8);
        }
    }

    @Test
    void withoutWidthTheProfileIsInterpolatedAndScaled() {
        final double[] nodes = {0, 1e-9, 3e-9};
        final double[][] rows =
                GaussianResolution.of(new double[] {1e-9, 4e-9}, 0, 2, 3).weights(nodes);
        assertEquals(3 * 0.5, rows[0][1], TOLERANCE);
        assertEquals(3 * 0.5, rows[0][2], TOLERANCE);
        assertEquals(3, rows[1][2], TOLERANCE);
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        final double[] depths = {1e-9};
        assertMessage("depth resolution must be finite and >= 0: -1.0 m", () -> GaussianResolution.of(depths, -1));
        assertMessage(
                "depth resolution must be finite and >= 0: NaN m", () -> GaussianResolution.of(depths, Double.NaN));
        assertMessage("depth scale must be finite and > 0: 0.0", () -> GaussianResolution.of(depths, 1, 0, 1));
        assertMessage(
                "intensity scale must be finite and > 0: Infinity",
                () -> GaussianResolution.of(depths, 1, 1, Double.POSITIVE_INFINITY));
    }

    private static void assertMessage(String message, Runnable action) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, action::run).getMessage());
    }
}
