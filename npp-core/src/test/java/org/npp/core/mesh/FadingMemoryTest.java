package org.npp.core.mesh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FadingMemoryTest {
    @Test
    void aParabolaIsContinuedWhateverTheMemory() {
        for (final double memory : new double[] {0, 0.3}) {
            final FadingMemory filter = FadingMemory.parabola();
            filter.start(1);
            for (int n = 1; n <= 60; n++) {
                filter.add(0.5, parabola(0.5 * n), memory);
            }
            assertEquals(parabola(30.7), filter.value() + filter.change(0.7), 1e-10 * parabola(30.7));
            assertEquals(2 + 0.06 * 30, filter.rate(), 1e-10);
        }
    }

    @Test
    void aLineIsContinuedWhateverTheMemory() {
        for (final double memory : new double[] {0, 0.3}) {
            final FadingMemory filter = FadingMemory.line();
            filter.start(1);
            for (int n = 1; n <= 60; n++) {
                filter.add(0.5, 1 - 3 * (0.5 * n), memory);
            }
            assertEquals(1 - 3 * 30.7, filter.value() + filter.change(0.7), 1e-10);
            assertEquals(-3, filter.rate(), 1e-10);
        }
    }

    @Test
    void anErrorOfOneValueGrowsLessOnALine() {
        assertEquals(3, worstOfErrors(FadingMemory.line()), 1e-12);
        assertEquals(7, worstOfErrors(FadingMemory.parabola()), 1e-12);
    }

    /** What values that are off by 1 up and down in turn are continued to be off by. */
    private static double worstOfErrors(FadingMemory filter) {
        filter.start(100);
        for (int n = 1; n <= 3; n++) {
            filter.add(1, 100 + n * 50 + (n % 2 == 0 ? -1 : 1), 0);
        }
        return filter.value() + filter.change(1) - 300;
    }

    private static double parabola(double t) {
        return 1 + 2 * t + 0.03 * t * t;
    }

    @Test
    void aLongMemorySmoothsNoise() {
        final double withMemory = scatter(FadingMemory.parabola(), 0.95);
        final double without = scatter(FadingMemory.parabola(), 0);
        assertTrue(withMemory < 0.1 * without, withMemory + " of " + without);
        final double lineWithMemory = scatter(FadingMemory.line(), 0.95);
        assertTrue(lineWithMemory < withMemory, lineWithMemory + " of " + withMemory);
    }

    /** Root mean square of the extrapolation's error on noise of size 1 about a line. */
    private static double scatter(FadingMemory filter, double memory) {
        final Random random = new Random(5);
        filter.start(0);
        double squares = 0;
        for (int n = 1; n <= 4000; n++) {
            filter.add(1, 3 * n + random.nextGaussian(), memory);
            final double miss = filter.value() + filter.change(1) - 3 * (n + 1);
            squares += n > 1000 ? miss * miss : 0;
        }
        return Math.sqrt(squares / 3000);
    }
}
