package org.npp.core.flux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;

class BernoulliPropertyTest {
    /** Two results within 2 ulp each and one rounding. */
    private static final double ULPS = 5;

    private final BernoulliKernel kernel = BernoulliKernel.create();

    @Property
    void reflectionAddsTheArgument(@ForAll @Scale(15) @DoubleRange(min = 0, max = 700) double x) {
        assertClose(x + Bernoulli.value(x), Bernoulli.value(-x));
        kernel.evaluate(x);
        assertClose(x + kernel.value(), kernel.reflected());
        assertClose(-1 - kernel.derivative(), Bernoulli.derivative(-x));
    }

    @Property
    void changingTheSignExchangesTheTwoValuesToTheBit(@ForAll @Scale(15) @DoubleRange(min = -800, max = 800) double x) {
        kernel.evaluate(x);
        final double value = kernel.value();
        final double reflected = kernel.reflected();
        final double mean = kernel.mean();
        kernel.evaluate(-x);
        assertEquals(value, kernel.reflected());
        assertEquals(reflected, kernel.value());
        assertEquals(mean, kernel.mean());
    }

    @Property
    void theMeanIsTheMean(@ForAll @Scale(15) @DoubleRange(min = -700, max = 700) double x) {
        kernel.evaluate(x);
        assertClose(0.5 * (Bernoulli.value(x) + Bernoulli.value(-x)), kernel.mean());
    }

    @Property
    void valuesArePositiveAndDecreaseStrictly(
            @ForAll @Scale(15) @DoubleRange(min = -700, max = 700) double x,
            @ForAll @Scale(15) @DoubleRange(min = 1e-9, max = 10) double step) {
        final double next = x + step * Math.max(1, Math.abs(x));
        assertTrue(next >= 700 || Bernoulli.value(next) > 0);
        assertTrue(next >= 700 || Bernoulli.value(next) < Bernoulli.value(x));
        kernel.evaluate(x);
        final double value = kernel.value();
        kernel.evaluate(next);
        assertTrue(next >= 700 || kernel.value() > 0);
        assertTrue(next >= 700 || kernel.value() < value);
    }

    /** Scaled potential differences relate the densities of equilibrium: B(x) = B(-x) exp(-x). */
    @Property
    void equilibriumCarriesNoFlux(@ForAll @Scale(15) @DoubleRange(min = -30, max = 30) double x) {
        kernel.evaluate(x);
        assertEquals(1, kernel.value() / (kernel.reflected() * Math.exp(-x)), 1e-15);
    }

    private static void assertClose(double expected, double actual) {
        assertEquals(expected, actual, ULPS * Math.ulp(expected));
    }
}
