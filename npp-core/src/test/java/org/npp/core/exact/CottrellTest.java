package org.npp.core.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class CottrellTest {
    private static final double DENSITY = 6.02214076e23;
    private static final double D = 1e-9;
    private final Cottrell law = Cottrell.of(DENSITY, 1, D);

    @Test
    void oneMolePerCubicMetreGivesThePublishedCurrent() {
        assertEquals(1.721418, law.currentDensity(1), 0.5e-6);
        assertEquals(2 * 1.721418, Cottrell.of(DENSITY, 2, D).currentDensity(1), 1e-6);
    }

    @Test
    void chargeIsTheIntegralOfTheCurrent() {
        assertEquals(law.currentDensity(3), Differences.fivePoint(law::charge, 3, 1e-3), 1e-10 * law.currentDensity(3));
        assertEquals(0, law.charge(0));
    }

    @Test
    void currentIsTheGradientAtTheElectrode() {
        final double time = 2;
        final double slope = Differences.fivePoint(x -> law.fraction(x + 4e-7, time), 0, 2e-7);
        final double atElectrode = slope * Math.exp(4e-7 * 4e-7 / (4 * D * time));
        final double expected = law.currentDensity(time);
        assertEquals(expected, 1.602176634e-19 * DENSITY * D * atElectrode, 1e-9 * expected);
    }

    @Test
    void profileRunsFromZeroToTheBulk() {
        assertEquals(0, law.fraction(0, 1));
        assertEquals(1, law.fraction(1, 1));
        // erf(1) = 0.8427007929497148693...
        assertEquals(0.8427007929497149, law.fraction(2 * Math.sqrt(D), 1), 1e-15);
    }

    @Test
    void badArgumentsAreNamed() {
        final IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> law.currentDensity(0));
        assertEquals("time must be positive and finite: 0.0 s", e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> law.fraction(-1, 1));
        assertThrows(IllegalArgumentException.class, () -> Cottrell.of(DENSITY, -1, D));
    }
}
