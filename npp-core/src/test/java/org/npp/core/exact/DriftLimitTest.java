package org.npp.core.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.junit.jupiter.api.Test;

class DriftLimitTest {
    /** Extrapolated differences keep 12 digits of a smooth D1; fronts between two free feet may lose some. */
    private static final double TOLERANCE = 1e-10;

    /** Where D1 jumps there is no tangent; the foot is located by minimisation. */
    private static final double AT_A_JUMP = 1e-6;

    @Test
    void exchangeIsCompleteBehindAConstantFasterNativeIon() {
        final DriftLimit limit = DriftLimit.of(c -> 1e-17, 2e-21);
        assertEquals(List.of(new DriftFront(1, 0, 1)), limit.fronts());
        assertEquals(0, limit.foot());
        assertEquals(100e-9, limit.frontDepth(100e-9), 1e-15 * 100e-9);
        assertEquals(0, limit.fraction(99e-9, 100e-9));
        assertEquals(1, limit.fraction(101e-9, 100e-9));
    }

    @Test
    void twinsKeepASharpMarker() {
        final DriftLimit limit = DriftLimit.of(c -> 3e-19, 3e-19);
        assertEquals(1, limit.fronts().size());
        assertEquals(1, limit.frontDepth(1), 1e-15);
        assertEquals(0, limit.foot());
    }

    @Test
    void aFasterForeignIonOpensAFanWithoutAFront() {
        final double r = 0.25;
        final DriftLimit limit = DriftLimit.of(c -> r * 1e-18, 1e-18);
        assertEquals(List.of(), limit.fronts());
        assertEquals(1, limit.foot());
        assertEquals(1 / r, limit.frontDepth(1), TOLERANCE);
        for (double speed : new double[] {0.3, 0.5, 1, 2, 3.9}) {
            assertEquals((1 - Math.sqrt(r / speed)) / (1 - r), limit.fraction(speed, 1), TOLERANCE);
        }
        assertEquals(0, limit.fraction(0.24, 1));
        assertEquals(1, limit.fraction(4.01, 1));
    }

    @Test
    void twoBumpsOfTheFluxMakeTwoFrontsWithFreeFeet() {
        // f = c^2 + A sin^2(2 pi c): even about c = 1/4 and 3/4 up to a straight line, so the bitangents are exact
        final double a = 0.05;
        final DriftLimit limit = DriftLimit.of(
                c -> {
                    final double s = Math.sin(2 * Math.PI * c);
                    final double f = c * c + a * s * s;
                    return f == 0 ? 0 : f * (1 - c) / (c * (1 - f));
                },
                1);
        final double u =
                new BrentSolver(1e-15).solve(200, x -> Math.PI * a * Math.sin(4 * Math.PI * x) - x, 0.05, 0.25);
        final List<DriftFront> fronts = limit.fronts();
        assertEquals(2, fronts.size());
        for (int k = 0; k < 2; k++) {
            assertEquals(0.5 + k, fronts.get(k).speed(), TOLERANCE);
            assertEquals(0.25 + 0.5 * k - u, fronts.get(k).behind(), TOLERANCE);
            assertEquals(0.25 + 0.5 * k + u, fronts.get(k).ahead(), TOLERANCE);
        }
        assertEquals(1, limit.foot());
        assertEquals(0.5, limit.fraction(1, 1), TOLERANCE);
        assertTrue(limit.fraction(0.499, 1) < 0.25 && limit.fraction(0.501, 1) > 0.25);
    }

    @Test
    void aGlassWithTwoKindsOfSitesHasTwoFronts() {
        // D1/D2 in three steps; the solution at speed s is where f(c) - s c is least (Osher), found on a plain grid
        final DoubleUnaryOperator d1 = c -> 0.05 + 0.2 * step(c - 0.2) + 1e3 * step(c - 0.6);
        final DriftLimit limit = DriftLimit.of(d1, 1);
        final List<DriftFront> fronts = limit.fronts();
        assertEquals(2, fronts.size());
        for (DriftFront front : fronts) {
            final double rise = limit.flux(front.ahead()) - limit.flux(front.behind());
            assertEquals(rise / (front.ahead() - front.behind()), front.speed(), TOLERANCE);
        }
        assertEquals(fronts.get(1).behind(), limit.foot());
        final int cells = 100_000;
        for (double speed = 0.06; speed < 2; speed += 0.02) {
            int least = 0;
            for (int k = 1; k <= cells; k++) {
                if (excess(limit, k, cells, speed) < excess(limit, least, cells, speed)) {
                    least = k;
                }
            }
            assertEquals((double) least / cells, limit.fraction(speed, 1), 1.01 / cells, "at speed " + speed);
        }
    }

    private static double step(double c) {
        return 1 / (1 + Math.exp(-c / 0.005));
    }

    private static double excess(DriftLimit limit, int k, int cells, double speed) {
        final double c = (double) k / cells;
        return limit.flux(c) - speed * c;
    }

    @Test
    void anImmobilePartOfTheNativeIonStaysAsAFlatPlateau() {
        final DriftLimit limit = DriftLimit.of(c -> c <= 0.2 ? 0 : 1e-17, 1e-21);
        assertEquals(0.2, limit.foot(), AT_A_JUMP);
        assertEquals(1 / 0.8, limit.frontDepth(1), AT_A_JUMP);
        assertEquals(1, limit.fronts().size());
        assertEquals(0.2, limit.fraction(0.5, 1), AT_A_JUMP);
        assertEquals(0, limit.fraction(0, 1));
    }

    @Test
    void aForeignDiffusivityThatDependsOnCompositionEntersByTheRatio() {
        final DoubleUnaryOperator factor = c -> 1 + 3 * c;
        final DriftLimit plain = DriftLimit.of(GaussianGlass.diffusivity(), 2e-21);
        final DriftLimit scaled = DriftLimit.of(
                c -> GaussianGlass.diffusivity().applyAsDouble(c) * factor.applyAsDouble(c),
                c -> 2e-21 * factor.applyAsDouble(c));
        assertEquals(plain.foot(), scaled.foot(), TOLERANCE);
        assertEquals(plain.frontDepth(1), scaled.frontDepth(1), TOLERANCE);
    }

    @Test
    void fluxAndSpeedHaveTheirLimitsAtTheEnds() {
        final DriftLimit limit = DriftLimit.of(c -> 1 + c, 0.5);
        assertEquals(0, limit.flux(0));
        assertEquals(1, limit.flux(1));
        assertEquals(2, limit.characteristicSpeed(0));
        assertEquals(0.25, limit.characteristicSpeed(1));
    }

    @Test
    void badArgumentsAreNamed() {
        final DriftLimit limit = DriftLimit.of(c -> 1, 0.5);
        assertMessage("foreign diffusivity must be positive and finite: 0.0 m^2/s", () -> DriftLimit.of(c -> 1, 0));
        assertMessage(
                "foreign diffusivity must be positive and finite: NaN m^2/s",
                () -> DriftLimit.of(c -> 1, c -> 0, Double.NaN));
        assertMessage("native fraction must lie in [0.0, 1.0]: 1.5", () -> limit.flux(1.5));
        assertMessage("depth must not be negative and must be finite: -1.0 m", () -> limit.fraction(-1, 1));
        assertMessage("vt must be positive and finite: Infinity m", () -> limit.fraction(1, Double.POSITIVE_INFINITY));
        assertMessage("vt must not be negative and must be finite: NaN m", () -> limit.frontDepth(Double.NaN));
    }

    private static void assertMessage(String message, org.junit.jupiter.api.function.Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
