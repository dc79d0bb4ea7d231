package org.npp.core.flux;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

/** Against fdlibm, which {@code StrictMath} is. */
class LogRatioTest {
    /** Four roundings of the series, and one of the quotient that the other side takes the logarithm of. */
    private static final double ULPS = 5;

    /** The difference of two doubles within a factor of two is exact, and so is all but the quotient. */
    private static double expected(double a, double b) {
        return StrictMath.log1p((a - b) / b);
    }

    @Property(seed = "71")
    void nearOneTheRelativeAccuracyIsKept(
            @ForAll @IntRange(min = -100, max = 100) int exponent,
            @ForAll @DoubleRange(min = -0.4, max = 0.6) @Scale(12) double t) {
        final double b = Math.scalb(1.1, exponent);
        final double a = b * (1 + t);
        assertEquals(expected(a, b), LogRatio.of(a, b), ULPS * Math.ulp(expected(a, b)));
    }

    @Property(seed = "72")
    void neighboursOfANumberDifferByUlps(
            @ForAll @DoubleRange(min = 1, max = 2) double b, @ForAll @IntRange(min = -1000, max = 1000) int steps) {
        final double a = b + steps * Math.ulp(1.0);
        assertEquals(expected(a, b), LogRatio.of(a, b), ULPS * Math.ulp(expected(a, b)));
    }

    @Property(seed = "73")
    void farFromOneItIsTheLogarithm(
            @ForAll @IntRange(min = -600, max = 0) int exponent, @ForAll @DoubleRange(min = 2, max = 100) double b) {
        final double a = Math.scalb(1.0, exponent);
        assertEquals(StrictMath.log(a / b), LogRatio.of(a, b), 2 * Math.ulp(StrictMath.log(a / b)));
        assertEquals(-LogRatio.of(a, b), LogRatio.of(b, a), 2 * Math.ulp(StrictMath.log(a / b)));
    }

    @Test
    void equalNumbersHaveTheLogarithmZero() {
        assertEquals(0, LogRatio.of(3e-250, 3e-250));
        assertEquals(Math.log(1e-300), LogRatio.of(1e-300, 1), 2e-13);
    }
}
