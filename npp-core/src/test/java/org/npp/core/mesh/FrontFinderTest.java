package org.npp.core.mesh;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
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
        final FrontFinder fronts = found(profile(40), 1);
        assertEquals(1, fronts.count);
        assertEquals(40, fronts.position[0], 1e-3);
        // 1/(1 + exp(x/w)) has slope 1/(4 w)
        assertEquals(2, fronts.width[0], 0.01);
    }

    @Test
    void aBandHasTwoFronts() {
        final FrontFinder fronts = found(profile(70, 20), 1);
        assertEquals(2, fronts.count);
        assertEquals(20, fronts.position[0], 1e-3);
        assertEquals(70, fronts.position[1], 1e-3);
        fronts.remove(0);
        assertEquals(1, fronts.count);
        assertEquals(70, fronts.position[0], 1e-3);
    }

    private static FrontFinder found(double[] fraction, int ions) {
        final FrontFinder finder = new FrontFinder(ions, 1e-3, 4);
        finder.find(X, fraction);
        return finder;
    }

    @Test
    void twoIonsThatExchangeShareOneFront() {
        final double[] one = profile(40);
        final double[] both = new double[2 * X.length];
        for (int k = 0; k < X.length; k++) {
            both[2 * k] = one[k];
            both[2 * k + 1] = 1 - one[k];
        }
        assertEquals(1, found(both, 2).count);
    }

    /** A front of the first ion that is 20 times as wide, about a sharp one of the second, and a band of that elsewhere. */
    @Test
    void theSharpPartOfAWideFrontCountsForWhoFollowedIt() {
        final double[] sharp = profile(40, 20, 10);
        final double[] both = new double[2 * X.length];
        for (int k = 0; k < X.length; k++) {
            both[2 * k] = 1 / (1 + Math.exp((X[k] - 42) / 10));
            both[2 * k + 1] = sharp[k];
        }
        final FrontFinder fronts = found(both, 2);
        assertEquals(1, fronts.count);
        assertEquals(42, fronts.position[0], 0.5);
        assertEquals(0, fronts.ion[0]);
        fronts.prefer(X, both, 0, 1, 38);
        assertEquals(40, fronts.position[0], 1e-3);
        assertEquals(1, fronts.ion[0]);
        assertEquals(2, fronts.width[0], 0.01);
        fronts.prefer(X, both, 0, 0, 38);
        assertEquals(1, fronts.ion[0]);
    }

    @Test
    void uniformAndTraceIonsHaveNoFront() {
        final double[] uniform = new double[X.length];
        Arrays.fill(uniform, 1);
        assertEquals(0, found(uniform, 1).count);
        final double[] trace = profile(40);
        for (int k = 0; k < trace.length; k++) {
            trace[k] *= 0.9e-3;
        }
        assertEquals(0, found(trace, 1).count);
    }
}
