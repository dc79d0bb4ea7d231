package org.npp.core.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.apache.commons.math3.analysis.integration.IterativeLegendreGaussIntegrator;

class DriftLimitPropertyTest {
    /** Extrapolated differences; 1e-15 measured at 16 powers. */
    private static final double TOLERANCE = 1e-11;

    /** D1 = D2 K c^p: d(c D1)/dc = D2 at c* = [K (p + 1)]^(-1/p). */
    @Property(tries = 200, seed = "20260722")
    void powerLawsHaveTheFootOfTheirDerivative(
            @ForAll @DoubleRange(min = 1, max = 8) double power,
            @ForAll @DoubleRange(min = 1, max = 4) double decades) {
        final double top = Math.pow(10, decades);
        final DriftLimit limit = DriftLimit.of(c -> 1e-21 * top * Math.pow(c, power), 1e-21);
        final double foot = Math.pow(top * (power + 1), -1 / power);
        assertEquals(foot, limit.foot(), TOLERANCE * foot);
        final double depth = 1 / (1 - foot * power / (power + 1));
        assertEquals(depth, limit.frontDepth(1), TOLERANCE * depth);
    }

    /** Native ions are conserved: what is missing up to the front has moved out, vt of it in all. */
    @Property(tries = 20, seed = "20260722")
    void theDoseIsFoundAsForeignIons(
            @ForAll @DoubleRange(min = 0.5, max = 8) double power,
            @ForAll @DoubleRange(min = -1, max = 5) double decades) {
        final double top = Math.pow(10, decades);
        final DriftLimit limit = DriftLimit.of(c -> top * Math.pow(c, power), 1);
        final double front = limit.frontDepth(1);
        // the fan starts as x^(1/p); x = s^m with m a multiple of p or more makes that smooth
        final double m = 3 * Math.ceil(power);
        final double dose = new IterativeLegendreGaussIntegrator(20, 1e-8, 1e-10)
                .integrate(
                        100_000,
                        s -> front * m * Math.pow(s, m - 1) * (1 - limit.fraction(front * Math.pow(s, m), 1)),
                        0,
                        1);
        assertEquals(1, dose, 1e-7);
    }
}
