package org.npp.sed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.npp.sed.shape.DensitySed;

class DensitySedTest {
    /** Shares of a smooth density, relative. */
    private static final double SHARE = 1e-13;

    @ParameterizedTest
    @ValueSource(doubles = {-36, -20, -9, -3, -0.1, 0, 1, 5, 17, 36})
    void gaussianWrittenDownIsTheGaussianInItsTailsToo(double energy) {
        final GaussianSed gaussian = GaussianSed.ofStandardDeviation(1);
        final DensitySed shape = DensitySed.of(e -> 7 * Math.exp(-0.5 * e * e), -37.5, 37.5);
        // An ulp of the exponent is worth e^2/2 ulp of the density.
        final double rounding = SHARE + energy * energy * 0x1p-51;
        final double below = gaussian.cumulative(energy);
        assertEquals(below, shape.cumulative(energy), below * rounding);
        final double above = gaussian.complementaryCumulative(energy);
        assertEquals(above, shape.complementaryCumulative(energy), above * rounding);
        assertEquals(energy, below < 0.5 ? shape.quantile(below) : shape.complementaryQuantile(above), 1e-12);
        assertEquals(gaussian.logDensity(energy), shape.logDensity(energy), 1e-12);
        assertEquals(0, shape.mean(), 1e-13);
        assertEquals(1, shape.standardDeviation(), 1e-13);
        assertEquals(0, shape.mode(), 1e-7);
    }

    @Test
    void lorentzianHasItsArcTangent() {
        final DensitySed shape = DensitySed.of(e -> 1 / (1 + e * e), -20, 20);
        for (double e : new double[] {-19, -3, 0.4, 12}) {
            final double exact = 0.5 * (1 + Math.atan(e) / Math.atan(20));
            assertEquals(exact, shape.cumulative(e), SHARE * exact);
            assertEquals(e, shape.quantile(exact), 1e-10);
        }
    }

    @Test
    void jumpIsResolvedAtABreakpointAndCloselyWithoutOne() {
        final DensitySed told = DensitySed.of(e -> e < 1 / 3.0 ? 1 : 3, 0, 1, 1 / 3.0);
        final DensitySed found = DensitySed.of(e -> e < 1 / 3.0 ? 1 : 3, 0, 1);
        for (double e : new double[] {0.1, 0.33, 0.4, 0.9}) {
            final double exact = (e < 1 / 3.0 ? e : 3 * e - 2 / 3.0) * 3 / 7;
            assertEquals(exact, told.cumulative(e), SHARE * exact);
            assertEquals(exact, found.cumulative(e), 1e-10 * exact);
            assertEquals(e, told.quantile(exact), 1e-13);
        }
        assertEquals(1, told.breakpoints().length);
        assertEquals(List.of(), told.parameterNames());
    }

    @Test
    void nothingIsOutsideTheGivenEnergies() {
        final DensitySed shape = DensitySed.of(e -> 1, 2, 3);
        assertEquals(0, shape.density(1.9));
        assertEquals(0, shape.density(3.1));
        assertEquals(Double.NEGATIVE_INFINITY, shape.logDensity(0));
        assertEquals(0, shape.cumulative(1));
        assertEquals(1, shape.cumulative(4));
        assertEquals(1, shape.complementaryCumulative(1));
        assertEquals(0, shape.complementaryCumulative(4));
        assertEquals(2, shape.lowestEnergy());
        assertEquals(3, shape.highestEnergy());
        assertTrue(shape.mode() >= 2 && shape.mode() <= 3);
    }

    @Test
    void argumentsOutsideTheirRangeAreRefused() {
        assertRefused("lowest must be finite: -Infinity J", () -> DensitySed.of(e -> 1, Double.NEGATIVE_INFINITY, 0));
        assertRefused("highest must be finite: NaN J", () -> DensitySed.of(e -> 1, 0, Double.NaN));
        assertRefused("highest must be above lowest = 1.0 J: 1.0 J", () -> DensitySed.of(e -> 1, 1, 1));
        assertRefused("breakpoints must be between 0.0 J and 1.0 J: 2.0 J", () -> DensitySed.of(e -> 1, 0, 1, 2));
        assertRefused("integral of the density must be finite and > 0: 0.0 ", () -> DensitySed.of(e -> 0, 0, 1));
        // The inner nodes of the first of 64 pieces come first.
        assertRefused(
                "density must be finite and >= 0: NaN at 0.5 J",
                () -> DensitySed.of(e -> Double.NaN, 0.5, 0.5 + 1e-16 * 2));
    }

    private static void assertRefused(String message, org.junit.jupiter.api.function.Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
