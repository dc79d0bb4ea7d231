package org.npp.sed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.npp.core.PhysicalConstants;

class QuantileTableTest {
    private static final double EV = PhysicalConstants.ELEMENTARY_CHARGE;

    /** Binades below a half. */
    private static final int BINADES = 50;

    /** Greatest square of the node polynomial on a segment of length 1. */
    private static final double OMEGA_SQUARED = 1.15e-4;

    /** Greatest slope of that square. */
    private static final double OMEGA_SQUARED_SLOPE = QuantilePiece.SLOPE_FACTOR * OMEGA_SQUARED;

    /** Rounding of an energy, in units of itself and the distribution's width. */
    private static final double ROUNDING = 1e-15;

    /**
     * The remainder \( F[x_0 \ldots x_7, x]\,h^8\omega^2 \) and its derivative, \( F[x_0 \ldots x_7, x, x]\,h^8\omega^2
     * + F[x_0 \ldots x_7, x]\,h^7(\omega^2)' \), whose divided differences are at most \( F^{(8)}/8! \) and
     * \( F^{(9)}/9! \) of the segment. The derivatives of \( u = \Phi^{-1}(p) \) are \( P_k(u)/\varphi^k \) with
     * \( P_1 = 1, P_{k+1} = P_k' + k u P_k \), all coefficients positive and all powers even or all odd, so that below half
     * filling their size falls with p: the left end has the largest.
     */
    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.05, 0.113, 0.25, 0.4, 0.6, 1, 2})
    void remainderOfEveryGaussianSegmentIsWithinTheTolerance(double fwhm) {
        final GaussianSed shape = GaussianSed.ofFwhm(fwhm * EV);
        final double s = shape.standardDeviation();
        final QuantileTable table = QuantileTable.ofLower(shape, BINADES);
        final double[] p8 = derivative(8);
        final double[] p9 = derivative(9);
        for (int k = 2; k <= BINADES + 1; k++) {
            final double start = Math.scalb(1.0, -k);
            final int segments = table.at(start).segments();
            assertTrue(segments == 8 || segments == 16, "segments " + segments);
            final double h = start / segments;
            for (int i = 0; i < segments; i++) {
                final double p = start + i * h;
                final double u = -shape.quantile(p) / s;
                final double step = h / (s * shape.density(shape.quantile(p)));
                final double eighth = s * polynomial(p8, u) * Math.pow(step, 8) / 40320;
                final double ninth = s * polynomial(p9, u) * Math.pow(step, 9) / 362880;
                final double value = OMEGA_SQUARED * eighth;
                assertTrue(value <= QuantileTable.TOLERANCE, "p = " + p + ": " + value / QuantileTable.TOLERANCE);
                final double slope = (OMEGA_SQUARED * ninth + OMEGA_SQUARED_SLOPE * eighth) / h;
                final double least = 1 / shape.density(shape.quantile(p + h));
                assertTrue(slope <= QuantilePiece.SLOPE_TOLERANCE * least, "p = " + p + ": slope " + slope / least);
            }
        }
    }

    @Test
    void tabulatedEnergyAndSlopeJoinContinuouslyWhereSegmentsMeet() {
        final GaussianSed shape = GaussianSed.ofFwhm(0.25 * EV);
        for (boolean upper : new boolean[] {false, true}) {
            final QuantileTable table =
                    upper ? QuantileTable.ofUpper(shape, BINADES) : QuantileTable.ofLower(shape, BINADES);
            for (double p = 0.25; p > 1e-15; p *= 0.5) {
                final int segments = table.at(p).segments();
                for (int i = 1; i <= segments; i++) {
                    final double joint = p * (1 + (double) i / segments);
                    if (joint < 0.5) {
                        final double before = Math.nextDown(joint);
                        final double energy = table.value(joint);
                        assertEquals(energy, table.at(joint).value(joint), ROUNDING * Math.abs(energy));
                        assertEquals(
                                table.at(joint).value(joint),
                                table.at(before).value(before),
                                ROUNDING * (Math.abs(energy) + shape.standardDeviation()),
                                "energy at " + joint);
                        final double slope = table.at(joint).slope(joint);
                        assertEquals(slope, table.at(before).slope(before), 1e-12 * Math.abs(slope), "slope");
                    }
                }
            }
        }
    }

    @Test
    void whatIsNotTabulatedIsNotANumber() {
        final QuantileTable table = QuantileTable.ofLower(GaussianSed.ofFwhm(EV), 10);
        for (double p : new double[] {0, Double.MIN_VALUE, 1e-300, Math.nextDown(0x1p-11), 0.5, 0.7, 1}) {
            assertTrue(Double.isNaN(table.at(p).value(p)), "p = " + p);
        }
        assertEquals(table.value(0x1p-11), table.at(0x1p-11).value(0x1p-11));
    }

    @Test
    void segmentsWithAKinkAreLeftOut() {
        // Two boxes of equal weight side by side, [0, 1] and [1, 4] in eV, and no sites about the kink at all.
        final UserShape kinked = new UserShape(
                e -> e <= EV ? 0.2 / EV : 0.8 / (3 * EV),
                e -> e <= EV ? 0.2 * e / EV : 0.2 + 0.8 * (e / EV - 1) / 3,
                p -> p <= 0.2 ? 5 * p * EV : EV + (p - 0.2) / 0.8 * 3 * EV,
                2 * EV,
                EV,
                2 * EV);
        final QuantileTable table = QuantileTable.ofLower(kinked, 4);
        assertEquals(32, table.at(0.2).segments());
        assertTrue(Double.isNaN(table.at(0.2).value(0.2)));
        assertEquals(0.5 * EV, table.at(0.1).value(0.1), ROUNDING * EV);
        assertEquals(5 * EV, table.at(0.1).slope(0.1), 1e-12 * EV);
        assertEquals(8, table.at(0.1).segments());
        assertEquals(kinked.quantile(0.23), table.at(0.23).value(0.23), ROUNDING * EV);
    }

    /** Coefficients of \( P_m \). */
    private static double[] derivative(int m) {
        double[] p = {1};
        for (int k = 1; k < m; k++) {
            final double[] next = new double[p.length + 1];
            for (int j = 0; j < p.length; j++) {
                next[j + 1] += k * p[j];
                if (j > 0) {
                    next[j - 1] += j * p[j];
                }
            }
            p = next;
        }
        return p;
    }

    private static double polynomial(double[] coefficients, double u) {
        double sum = 0;
        for (int j = coefficients.length - 1; j >= 0; j--) {
            sum = coefficients[j] + u * sum;
        }
        return sum;
    }
}
