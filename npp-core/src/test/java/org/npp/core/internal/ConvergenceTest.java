package org.npp.core.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Updates of Newton's method for x + k x^2 = 0 are d, k d^2 + ...: what is left after one is known from k. */
class ConvergenceTest {
    private static final double ACCURACY = 1e-4;

    private final Convergence convergence = Convergence.of(ACCURACY, 25);

    /** Notes a step of whole updates; tells whether it may end. */
    private boolean step(double... sizes) {
        convergence.begin();
        for (final double size : sizes) {
            convergence.note(size, false);
        }
        return convergence.isReached();
    }

    @Test
    void aSingleUpdateIsEnoughOnlyWhereTheProblemIsKnown() {
        assertFalse(step(1e-3));
        assertTrue(step(1e-3, 1e-5));
        assertTrue(step(1e-3), "leaves 1e-5");
        assertTrue(step(2e-3), "leaves 4e-5");
        assertFalse(step(4e-3), "leaves 1.6e-4");
    }

    @Test
    void anUpdateBelowTheAccuracyIsAlwaysEnough() {
        assertTrue(step(0.9 * ACCURACY));
    }

    @Test
    void whatIsKnownFades() {
        step(1e-3, 1e-5);
        int steps = 0;
        while (steps < 100 && step(1e-3)) {
            steps++;
        }
        assertTrue(steps > 5 && steps < 50, steps + " steps");
        assertTrue(step(1e-3, 1e-5), "and is learned again");
        assertTrue(step(1e-3));
    }

    @Test
    void anUpdateThatWasCutTellsNothing() {
        step(1e-3, 1e-5);
        convergence.begin();
        convergence.note(1e-3, true);
        assertFalse(step(1e-3));
    }

    /** Where the first guess is far off, a later update of the same size is not trusted as much. */
    @ParameterizedTest
    @CsvSource({"0.009,true", "0.04,false"})
    void aPoorGuessAsksForMore(double first, boolean reached) {
        assertEquals(reached, step(first, 0.9 * ACCURACY, 0.5 * ACCURACY));
    }

    @Test
    void updatesThatNoLongerHalveAreRounding() {
        final Convergence strict = Convergence.of(1e-14, 25);
        strict.begin();
        strict.note(1e-12, false);
        strict.note(0.9e-12, false);
        assertTrue(strict.isReached());
    }

    @Test
    void updatesToAndFroAreCounted() {
        step(0.03, 0.01, 0.01, 0.012);
        assertEquals(2, convergence.idle());
        assertEquals(4, convergence.count());
        assertArrayEquals(new double[] {0.03, 0.01, 0.01, 0.012}, convergence.sizes());
        step(0.01);
        assertEquals(0, convergence.idle());
    }
}
