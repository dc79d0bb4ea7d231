package org.npp.core.flux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class BernoulliTest {
    /** Code that allocates does so in every round; the compiler, on behalf of this thread, only in some. */
    private static final int ROUNDS = 10;

    private final BernoulliKernel kernel = BernoulliKernel.create();

    @Test
    void limitsAreExact() {
        assertValues(0, 1, 1, -0.5, 1);
        assertValues(-0.0, 1, 1, -0.5, 1);
        assertValues(Double.POSITIVE_INFINITY, 0, Double.POSITIVE_INFINITY, 0, Double.POSITIVE_INFINITY);
        assertValues(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 0, -1, Double.POSITIVE_INFINITY);
        assertValues(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    @Test
    void beyondTheUnderflowTheDriftIsLeft() {
        assertValues(760, 0, 760, 0, 380);
        assertValues(-760, 760, 0, -1, 380);
        assertValues(1e308, 0, 1e308, 0, 5e307);
    }

    @Test
    void valuesGoOnBelowTheOverflowOfTheExponential() {
        assertTrue(Bernoulli.value(750) > 0);
        assertTrue(Bernoulli.derivative(750) < 0);
        kernel.evaluate(750);
        assertTrue(kernel.value() > 0);
        assertTrue(kernel.derivative() < 0);
    }

    @Test
    void aNewKernelIsEvaluatedAtZero() {
        assertEquals(1, kernel.value());
        assertEquals(-0.5, kernel.derivative());
    }

    @Test
    void evaluationAllocatesNothing() {
        final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            final long before = threads.getCurrentThreadAllocatedBytes();
            assertTrue(sumUpTo(1000) > 0);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertEquals(0, least);
    }

    private double sumUpTo(double limit) {
        double sum = 0;
        for (double x = -limit; x < limit; x += 0.37) {
            kernel.evaluate(x);
            sum += kernel.value() + Bernoulli.value(x) + Bernoulli.derivative(x);
        }
        return sum;
    }

    private void assertValues(double x, double value, double reflected, double derivative, double mean) {
        kernel.evaluate(x);
        assertEquals(value, kernel.value());
        assertEquals(reflected, kernel.reflected());
        assertEquals(derivative, kernel.derivative(), 0.0);
        assertEquals(mean, kernel.mean());
        assertEquals(value, Bernoulli.value(x));
        assertEquals(derivative, Bernoulli.derivative(x), 0.0);
    }
}
