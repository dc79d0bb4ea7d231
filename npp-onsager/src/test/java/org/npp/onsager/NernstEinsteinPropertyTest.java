package org.npp.onsager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.function.Executable;

final class NernstEinsteinPropertyTest {
    private static final double ULP = Math.ulp(1.0);

    @Property(seed = "20261122")
    void conductivityIsExactToFourUlpAndComesBackToEight(
            @ForAll @Scale(9) @DoubleRange(min = 20, max = 29) double densityDecade,
            @ForAll @Scale(9) @DoubleRange(min = -35, max = -8) double diffusivityDecade,
            @ForAll @IntRange(min = 1, max = 4) int magnitude,
            @ForAll boolean cation,
            @ForAll @Scale(9) @DoubleRange(min = 1, max = 2000) double temperature) {
        final double density = Math.pow(10, densityDecade);
        final double diffusivity = Math.pow(10, diffusivityDecade);
        final NernstEinstein relation = new NernstEinstein(density, cation ? magnitude : -magnitude, temperature);
        final MathContext precision = new MathContext(40);
        final BigDecimal exact = new BigDecimal(density)
                .multiply(new BigDecimal(diffusivity))
                .multiply(new BigDecimal("1.602176634e-19").pow(2))
                .multiply(BigDecimal.valueOf((long) magnitude * magnitude))
                .divide(new BigDecimal("1.380649e-23").multiply(new BigDecimal(temperature)), precision);
        final double conductivity = relation.conductivity(diffusivity);
        final double error = new BigDecimal(conductivity)
                .subtract(exact)
                .abs()
                .divide(exact, precision)
                .doubleValue();
        assertTrue(error <= 4 * ULP, () -> "relative error " + error);
        assertEquals(diffusivity, relation.conductivityDiffusivity(conductivity), 8 * ULP * diffusivity);
    }

    @Example
    void exampleOfTheClassCommentHolds() {
        assertEquals(8.68e-7, new NernstEinstein(1.4e28, 1, 300).conductivity(1e-17), 0.005e-7);
    }

    @Example
    void argumentsOutOfRangeAreNamed() {
        assertRejected("density must be finite and > 0: 0.0 1/m^3", () -> new NernstEinstein(0, 1, 300));
        assertRejected("chargeNumber must not be 0", () -> new NernstEinstein(1e28, 0, 300));
        assertRejected(
                "temperature must be finite and > 0: Infinity K",
                () -> new NernstEinstein(1e28, 1, Double.POSITIVE_INFINITY));
        final NernstEinstein relation = new NernstEinstein(1e28, 1, 300);
        assertRejected("conductivityDiffusivity must be finite and >= 0: -1.0 m^2/s", () -> relation.conductivity(-1));
        assertRejected(
                "conductivity must be finite and >= 0: NaN S/m", () -> relation.conductivityDiffusivity(Double.NaN));
    }

    private static void assertRejected(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
