package org.npp.core.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class PolingTest {
    private static final double E = 1.602176634e-19;
    private static final double L = 1e-6;
    private static final double V = 1000;
    private static final double N = 1e27;
    private static final double D = 1e-18;
    private static final double T = 400;
    private static final double EPS = 7 * 8.8541878128e-12;

    private final Poling poling = Poling.of(L, V, N, 1, D, T, EPS);

    @Test
    void depthObeysTheDriftInTheFieldLeftToTheNeutralRest() {
        // V = E L + e N w^2/(2 eps), dw/dt = (e D/kT) E: stated without w_infinity and tau
        for (double share = 0; share <= 4; share += 0.25) {
            final double time = 0.01 * poling.timeConstant() + share * poling.timeConstant();
            final double w = poling.depth(time);
            final double field = (V - E * N * w * w / (2 * EPS)) / L;
            final double drift = E * D / (1.380649e-23 * T) * field;
            final double speed = Differences.fivePoint(poling::depth, time, 1e-3 * poling.timeConstant());
            final double start = E * D / (1.380649e-23 * T) * V / L;
            assertEquals(drift, speed, 1e-10 * start);
            assertEquals(E * N * drift, poling.currentDensity(time), 1e-12 * E * N * start);
        }
    }

    @Test
    void inTheEndTheZoneTakesTheWholeVoltage() {
        final double w = poling.finalDepth();
        assertEquals(V, E * N * w * w / (2 * EPS), 1e-13 * V);
        assertEquals(w, poling.depth(50 * poling.timeConstant()));
        assertEquals(0, poling.depth(0));
        assertEquals(0, poling.currentDensity(1e4 * poling.timeConstant()));
    }

    @Test
    void aChargeNumberOfTwoCountsInDepthAndMobility() {
        final Poling divalent = Poling.of(L, V, N, 2, D, T, EPS);
        assertEquals(Math.sqrt(0.5), divalent.finalDepth() / poling.finalDepth(), 1e-14);
        assertEquals(Math.sqrt(0.125), divalent.timeConstant() / poling.timeConstant(), 1e-14);
    }

    @Test
    void aPlateThatWouldBeDepletedThroughoutIsRejected() {
        final IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> Poling.of(1e-9, V, N, 1, D, T, EPS));
        assertEquals(
                "thickness must exceed the final depletion depth: 1.0E-9 m, " + poling.finalDepth() + " m",
                e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> poling.depth(-1));
        assertThrows(IllegalArgumentException.class, () -> poling.currentDensity(Double.NaN));
    }
}
