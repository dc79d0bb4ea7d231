package org.npp.core.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.apache.commons.math3.analysis.integration.RombergIntegrator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class VoltageLawTest {
    private static final double L = 1e-6;
    private static final double D1 = 1e-17;
    private static final double D2 = 2e-21;
    private static final double N = 1.4e28;
    private static final double T = 300;
    private static final double ROUNDING = 1e-14;

    private final VoltageLaw law = VoltageLaw.of(L, D1, D2, N, 1, T);

    @Test
    void virginPlateObeysOhmsLawOfTheNernstEinsteinConductivity() {
        final double e = 1.602176634e-19;
        final double conductivity = N * e * e * D1 / (1.380649e-23 * T);
        assertEquals(2.5 * L / conductivity, law.voltageAtCurrent(2.5, 0), ROUNDING * law.voltageAtCurrent(2.5, 0));
        assertEquals(conductivity / L * 3, law.currentAtVoltage(3, 0), ROUNDING * law.currentAtVoltage(3, 0));
    }

    @Test
    void replacedPlateObeysOhmsLawOfTheForeignIon() {
        final double e = 1.602176634e-19;
        final double conductivity = N * e * e * D2 / (1.380649e-23 * T);
        final double end = law.transitTimeAtCurrent(1e-4);
        final double voltage = law.voltageAtCurrent(1e-4, end);
        assertEquals(1e-4 * L / conductivity, voltage, ROUNDING * voltage);
    }

    @Test
    void voltageIsTheIntegralOfTheTravellingFrontsField() {
        // steady front in the middle of the plate: field v (c1/D1 + c2/D2) from TravellingFront
        final double current = 1e-3;
        final double v = current / (1.602176634e-19 * N);
        final TravellingFront front = TravellingFront.of(D1, D2, v);
        final double depth = 0.4 * L;
        final double scaled = new RombergIntegrator(1e-11, 1e-11, 5, 30)
                .integrate(10_000_000, x -> front.scaledField(x - depth), 0, L);
        final double expected = scaled * 1.380649e-23 * T / 1.602176634e-19;
        assertEquals(expected, law.voltageAtCurrent(current, depth / v), 1e-9 * expected);
    }

    @Test
    void frontMovesAsTheCurrentAtConstantVoltageSays() {
        final double voltage = 50;
        final double charge = 1.602176634e-19 * N;
        final double end = law.transitTimeAtVoltage(voltage);
        assertEquals(L, law.frontDepthAtVoltage(voltage, end), ROUNDING * L);
        for (double share : new double[] {0.01, 0.1, 0.5, 0.9}) {
            final double time = share * end;
            final double speed = Differences.fivePoint(t -> law.frontDepthAtVoltage(voltage, t), time, 1e-3 * time);
            final double current = law.currentAtVoltage(voltage, time);
            assertEquals(current, charge * speed, 1e-9 * current);
            // the same resistance at the same depth, whatever is held constant
            final double depth = law.frontDepthAtVoltage(voltage, time);
            assertEquals(voltage, law.voltageAtCurrent(current, depth * charge / current), 1e-12 * voltage);
        }
    }

    @Test
    void twinsKeepTheResistance() {
        final VoltageLaw twins = VoltageLaw.of(L, D1, D1, N, 2, T);
        assertEquals(twins.currentAtVoltage(1, 0), twins.currentAtVoltage(1, twins.transitTimeAtVoltage(1)));
        final double half = twins.transitTimeAtVoltage(1) / 2;
        assertEquals(L / 2, twins.frontDepthAtVoltage(1, half), ROUNDING * L);
    }

    @Test
    void badArgumentsAreNamed() {
        assertMessage(
                "native diffusivity must not be below the foreign one: 1.0E-21 m^2/s, 2.0E-21 m^2/s",
                () -> VoltageLaw.of(L, 1e-21, D2, N, 1, T));
        assertMessage("charge number must be at least 1: 0", () -> VoltageLaw.of(L, D1, D2, N, 0, T));
        assertMessage("voltage must be positive and finite: -1.0 V", () -> law.currentAtVoltage(-1, 0));
        final double late = 2 * law.transitTimeAtCurrent(1);
        assertMessage("time must lie in [0.0, " + late / 2 + "]: " + late + " s", () -> law.voltageAtCurrent(1, late));
    }

    private static void assertMessage(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
