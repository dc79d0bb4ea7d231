package org.npp.core.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class SteadyFrontTest {
    /** Of the 10-90 % width; 3e-11 measured at 0.001 above the foot, 4e-14 at 0.01. */
    private static final double TOLERANCE = 1e-10;

    private static final double D2 = 2e-21;
    private static final double V = 1e-11;

    @Test
    void positionsAgreeWithThirtyDigitQuadrature() {
        final SteadyFront sed = SteadyFront.of(GaussianGlass.diffusivity(), D2, V);
        final SteadyFront linear = SteadyFront.of(c -> 1e-17 * (0.01 + c), D2, V);
        for (String[] row : ReferenceTable.rows("steady-front.csv")) {
            final SteadyFront front = row[0].equals("sed") ? sed : linear;
            final double c = front.foot() + (1 - front.foot()) * Double.parseDouble(row[1]);
            final double expected = Double.parseDouble(row[2]);
            assertEquals(expected, front.position(c), TOLERANCE * front.width10To90(), row[0] + " " + row[1]);
        }
    }

    @Test
    void constantDiffusivitiesGiveTheLogisticFront() {
        final TravellingFront closed = TravellingFront.of(1e-17, D2, V);
        final SteadyFront front = SteadyFront.of(c -> 1e-17, D2, V);
        assertEquals(0, front.foot());
        assertEquals(V, front.speed());
        assertEquals(closed.width10To90(), front.width10To90(), 1e-13 * closed.width10To90());
        assertEquals(0, front.position(0.5));
        for (double u : new double[] {-20, -1, 0.3, 10}) {
            final double xi = u * closed.width();
            assertEquals(xi, front.position(closed.nativeFraction(xi)), 1e-11 * Math.abs(xi));
        }
    }

    @Test
    void nativeIonMovesWithTheFrontAccordingToTheInterdiffusionEquation() {
        // J_1/N = f v - D~ c' and J_1 - v_f c is the same at every c: that of the native glass, v - v_f
        final DoubleUnaryOperator d1 = GaussianGlass.diffusivity();
        final SteadyFront front = SteadyFront.of(d1, c -> D2 * (1 + c), V);
        for (double u = 0.05; u < 1; u += 0.05) {
            final double c = front.foot() + (1 - front.foot()) * u;
            final double sum = d1.applyAsDouble(c) * c + D2 * (1 + c) * (1 - c);
            final double drift = d1.applyAsDouble(c) * c / sum * V;
            final double diffusion = d1.applyAsDouble(c) * D2 * (1 + c) / sum * front.slope(c);
            assertEquals(V - front.speed(), drift - diffusion - front.speed() * c, 1e-12 * V);
        }
    }

    @Test
    void slopeIsTheInverseOfThePositionsDerivative() {
        final SteadyFront front = SteadyFront.of(GaussianGlass.diffusivity(), D2, V);
        for (double c = 0.2; c < 0.99; c += 0.1) {
            final double perFraction = Differences.fivePoint(front::position, c, 1e-3);
            assertEquals(1, front.slope(c) * perFraction, 1e-6);
        }
    }

    @Test
    void frontTravelsWithTheSpeedOfTheDriftLimit() {
        final SteadyFront front = SteadyFront.of(GaussianGlass.diffusivity(), D2, V);
        assertEquals(1.1212167 * V, front.speed(), 0.5e-7 * V);
    }

    @Test
    void badArgumentsAreNamed() {
        final IllegalArgumentException none =
                assertThrows(IllegalArgumentException.class, () -> SteadyFront.of(c -> 1e-22, D2, V));
        assertEquals(
                "diffusivities must give a front: native glass is reached by a fan, the foreign ion is the faster one",
                none.getMessage());
        final SteadyFront front = SteadyFront.of(c -> 1e-17, D2, V);
        final IllegalArgumentException end = assertThrows(IllegalArgumentException.class, () -> front.position(1));
        assertEquals("native fraction must lie strictly between 0.0 and 1: 1.0", end.getMessage());
        assertThrows(IllegalArgumentException.class, () -> front.position(0));
        assertThrows(IllegalArgumentException.class, () -> front.slope(-0.1));
    }
}
