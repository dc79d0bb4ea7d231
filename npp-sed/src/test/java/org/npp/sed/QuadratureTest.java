package org.npp.sed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.npp.sed.internal.AdaptivePanels;
import org.npp.sed.internal.GaussLegendre;

class QuadratureTest {
    @Test
    void ruleIsExactUpToDegreeThirtyOne() {
        for (int degree = 0; degree <= 31; degree++) {
            final int power = degree;
            final double exact = degree % 2 == 0 ? 2.0 / (degree + 1) : 0;
            assertEquals(exact, GaussLegendre.integrate(x -> Math.pow(x, power), -1, 1), 1e-15);
            double sum = 0;
            for (int k = 0; k < GaussLegendre.POINTS; k++) {
                sum += GaussLegendre.weight(k) * Math.pow(GaussLegendre.node(k), power);
            }
            assertEquals(exact, sum, 1e-15);
        }
        assertTrue(Math.abs(GaussLegendre.integrate(x -> Math.pow(x, 32), -1, 1) - 2.0 / 33) > 1e-12);
    }

    @Test
    void piecesBeyondTheLimitsDoNotCount() {
        assertEquals(2, GaussLegendre.integrate(x -> 1, new double[] {0, 1, 2, 3}, 0.5, 2.5), 1e-15);
    }

    @Test
    void smoothFunctionsNeedOnePieceAndAJumpANarrowOne() {
        assertEquals(2, AdaptivePanels.edges(x -> 1 + x, new double[] {0, 0.3, 1}).length);
        assertArrayEquals(new double[] {0, 1}, AdaptivePanels.edges(x -> 0, new double[] {1, 0, 0}));
        final double[] edges = AdaptivePanels.edges(x -> x < 1 / 3.0 ? 1 : 2, new double[] {0, 1});
        assertTrue(edges.length > 3 && edges.length < 12);
        assertEquals(5 / 3.0, GaussLegendre.integrate(x -> x < 1 / 3.0 ? 1 : 2, edges, 0, 1), 1e-11);
    }

    @Test
    void everyPieceOfASteepTailIsResolved() {
        final double[] edges = AdaptivePanels.edges(x -> Math.exp(-x * x), new double[] {0, 25});
        for (double low = 0; low < 24; low += 3) {
            double exact = 0;
            for (int k = 0; k < 64; k++) {
                exact += GaussLegendre.integrate(x -> Math.exp(-x * x), low + k / 64.0, low + (k + 1) / 64.0);
            }
            assertEquals(exact, GaussLegendre.integrate(x -> Math.exp(-x * x), edges, low, low + 1), 1e-12 * exact);
        }
    }
}
