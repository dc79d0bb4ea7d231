package org.npp.core.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class TravellingFrontTest {
    private static final double D1 = 3e-18;
    private static final double D2 = 2e-18;
    private static final double V = 1e-11;
    private static final double ROUNDING = 1e-14;

    /** Five-point differences of step w/100: truncation 1e-8/30, rounding 1e-14. */
    private static final double DIFFERENCES = 1e-8;

    private final TravellingFront front = TravellingFront.of(D1, D2, V);

    @Test
    void bothIonsMoveWithTheFrontAccordingToNernstAndPlanck() {
        // J_i/N = -D_i (c_i' - c_i E), E the scaled field, must be v c_i
        final double w = front.width();
        for (double u = -6; u <= 6; u += 0.5) {
            final double xi = u * w;
            final double field = front.scaledField(xi);
            final double c1 = front.nativeFraction(xi);
            final double c2 = front.foreignFraction(xi);
            final double slope = Differences.fivePoint(front::nativeFraction, xi, w / 100);
            assertEquals(V * c1, -D1 * (slope - c1 * field), DIFFERENCES * V);
            assertEquals(V * c2, -D2 * (-slope - c2 * field), DIFFERENCES * V);
        }
    }

    @Test
    void excessChargeIsTheDivergenceOfTheField() {
        final double w = front.width();
        final double lambda = 0.01 * w;
        for (double u = -3; u <= 3; u += 0.5) {
            final double gradient = Differences.fivePoint(front::scaledField, u * w, w / 100);
            final double expected = lambda * lambda * gradient;
            assertEquals(expected, front.excessCharge(u * w, lambda, 1), DIFFERENCES * 1e-4);
            assertEquals(expected / 2, front.excessCharge(u * w, lambda, 2), DIFFERENCES * 1e-4);
        }
        assertEquals(-0.25e-4, front.excessCharge(0, lambda, 1), ROUNDING * 1e-4);
    }

    @Test
    void widthsAreThoseOfTheLogisticCurve() {
        assertEquals(6e-36 / (V * 1e-18), front.width(), ROUNDING * front.width());
        assertEquals(4.394449, front.width10To90() / front.width(), 0.5e-6);
        final double half = front.width10To90() / 2;
        assertEquals(0.9, front.foreignFraction(-half), ROUNDING);
        assertEquals(0.1, front.foreignFraction(half), ROUNDING);
    }

    @Test
    void fractionsKeepTheirDigitsInTheTails() {
        final double w = front.width();
        assertEquals(Math.exp(-50), front.foreignFraction(50 * w), 1e-13 * Math.exp(-50));
        assertEquals(Math.exp(-50), front.nativeFraction(-50 * w), 1e-13 * Math.exp(-50));
        assertEquals(0, front.foreignFraction(1e6 * w));
        assertEquals(1, front.foreignFraction(-1e6 * w));
    }

    @Test
    void aFrontNeedsTheFasterIonAhead() {
        final IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> TravellingFront.of(1e-20, 1e-20, 1));
        assertEquals("native diffusivity must exceed the foreign one: 1.0E-20 m^2/s, 1.0E-20 m^2/s", e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> TravellingFront.of(1e-20, 1e-21, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> front.excessCharge(0, 1e-10, 0));
    }
}
