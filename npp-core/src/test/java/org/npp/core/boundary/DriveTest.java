package org.npp.core.boundary;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class DriveTest {
    private static final Drive RAMP = Drive.piecewiseLinear(new double[] {1, 3, 4}, new double[] {2, 6, -2});

    private static void assertRefused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    @Test
    void aConstantHasNoKinks() {
        final Drive drive = Drive.constant(2.5);
        assertEquals(2.5, drive.value(-1e9));
        assertEquals(7.5, drive.integral(1, 4));
        assertEquals(-7.5, drive.integral(4, 1));
        assertArrayEquals(new double[0], drive.kinks());
    }

    @Test
    void valuesAreLinearBetweenPointsAndConstantOutside() {
        assertEquals(2, RAMP.value(0));
        assertEquals(2, RAMP.value(1));
        assertEquals(4, RAMP.value(2));
        assertEquals(6, RAMP.value(3));
        assertEquals(2, RAMP.value(3.5));
        assertEquals(-2, RAMP.value(4));
        assertEquals(-2, RAMP.value(99));
        assertArrayEquals(new double[] {1, 3, 4}, RAMP.kinks());
    }

    @Test
    void integralsAreAreas() {
        assertEquals(2 + 8 + 2 - 2, RAMP.integral(0, 5));
        assertEquals(-10, RAMP.integral(5, 0));
        assertEquals(0, RAMP.integral(2, 2));
        assertEquals(2.5, RAMP.integral(1, 2) - 0.5);
    }

    @Property(seed = "43")
    void integralsAddUp(
            @ForAll @DoubleRange(min = -1, max = 6) double a,
            @ForAll @DoubleRange(min = -1, max = 6) double b,
            @ForAll @DoubleRange(min = -1, max = 6) double c) {
        assertEquals(RAMP.integral(a, c), RAMP.integral(a, b) + RAMP.integral(b, c), 1e-13);
    }

    @Property(seed = "44")
    void theValueIsTheDerivativeOfTheIntegral(@ForAll @DoubleRange(min = 1.1, max = 2.9) double time) {
        assertEquals(RAMP.value(time), RAMP.integral(time - 0.05, time + 0.05) / 0.1, 1e-12);
    }

    @Test
    void callersArraysAreCopied() {
        final double[] times = {0, 1};
        final double[] values = {1, 1};
        final Drive drive = Drive.piecewiseLinear(times, values);
        times[0] = 0.5;
        values[1] = 7;
        drive.kinks()[0] = 9;
        assertArrayEquals(new double[] {0, 1}, drive.kinks());
        assertEquals(1, drive.value(1));
    }

    @Test
    void brokenRulesAreNamed() {
        assertRefused("drive value must be finite: NaN", () -> Drive.constant(Double.NaN));
        assertRefused("drive value must be finite: Infinity", () -> ElectricCondition.potential(1 / 0.0));
        assertRefused(
                "drive needs as many values as times, at least one: 0 times, 0 values",
                () -> Drive.piecewiseLinear(new double[0], new double[0]));
        assertRefused(
                "drive needs as many values as times, at least one: 2 times, 1 values",
                () -> Drive.piecewiseLinear(new double[2], new double[1]));
        assertRefused(
                "drive points must be finite: t[1] = NaN s, value 0.0",
                () -> Drive.piecewiseLinear(new double[] {0, Double.NaN}, new double[2]));
        assertRefused(
                "drive points must be finite: t[0] = 0.0 s, value NaN",
                () -> Drive.piecewiseLinear(new double[] {0, 1}, new double[] {Double.NaN, 0}));
        assertRefused(
                "drive times must increase strictly: t[0] = 1.0 s, t[1] = 1.0 s",
                () -> Drive.piecewiseLinear(new double[] {1, 1}, new double[2]));
    }
}
