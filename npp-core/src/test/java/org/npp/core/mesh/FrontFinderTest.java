package org.npp.core.mesh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrontFinderTest {
    private static final double[] X = Mesh.uniform(100, 1001).toArray();

    private static double[] profile(double... steps) {
        final double[] fraction = new double[X.length];
        for (int k = 0; k < X.length; k++) {
            for (final double at : steps) {
                fraction[k] += 1 / (1 + Math.exp((X[k] - at) / 0.5)) * (at == steps[0] ? 1 : -1);
            }
            fraction[k] = Math.max(0, fraction[k]);
        }
        return fraction;
    }

    @Test
    void aFrontIsWhereAnIonPassesHalfOfItsLargestValue() {
        final List<Front> fronts = FrontFinder.find(X, profile(40), 1, 1e-3);
        assertEquals(1, fronts.size());
        assertEquals(40, fronts.get(0).position(), 1e-3);
        // 1/(1 + exp(x/w)) has slope 1/(4 w)
        assertEquals(2, fronts.get(0).width(), 0.01);
    }

    @Test
    void aBandHasTwoFronts() {
        final List<Front> fronts = FrontFinder.find(X, profile(70, 20), 1, 1e-3);
        assertEquals(2, fronts.size());
        assertEquals(20, fronts.get(0).position(), 1e-3);
        assertEquals(70, fronts.get(1).position(), 1e-3);
    }

    @Test
    void twoIonsThatExchangeShareOneFront() {
        final double[] one = profile(40);
        final double[] both = new double[2 * X.length];
        for (int k = 0; k < X.length; k++) {
            both[2 * k] = one[k];
            both[2 * k + 1] = 1 - one[k];
        }
        assertEquals(1, FrontFinder.find(X, both, 2, 1e-3).size());
    }

    @Test
    void uniformAndTraceIonsHaveNoFront() {
        final double[] uniform = new double[X.length];
        Arrays.fill(uniform, 1);
        assertTrue(FrontFinder.find(X, uniform, 1, 1e-3).isEmpty());
        final double[] trace = profile(40);
        for (int k = 0; k < trace.length; k++) {
            trace[k] *= 0.9e-3;
        }
        assertTrue(FrontFinder.find(X, trace, 1, 1e-3).isEmpty());
    }
}
