package org.npp.core.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class MultiIonWaveTest {
    private static final double[] D = {1e-17, 2e-21, 3e-22, 5.3e-23};
    private static final double[] INTERFACES = {0, -30e-9, -70e-9};
    private static final double V = 1e-11;

    private final MultiIonWave wave = MultiIonWave.ofInterfaces(D, INTERFACES, V);

    @Test
    void weightsThatArePowersOfTwoGiveExactFractions() {
        // v xi/D = ln 2, 2 ln 2, 3 ln 2 at xi = 1 m with amplitudes 4, 8, 32: weights 2, 2, 4
        final MultiIonWave powers =
                MultiIonWave.of(new double[] {1, 0.5, 1.0 / 3}, new double[] {4, 8, 32}, Math.log(2));
        assertEquals(0.25, powers.fraction(0, 1), 1e-15);
        assertEquals(0.25, powers.fraction(1, 1), 1e-15);
        assertEquals(0.5, powers.fraction(2, 1), 1e-15);
        assertEquals(4.0 / 44, powers.fraction(0, 0), 1e-15);
        assertEquals(3, powers.size());
    }

    @Test
    void everyIonMovesWithTheWaveAccordingToNernstAndPlanck() {
        // steep enough that every ion counts somewhere: D within a factor 4
        final double[] d = {4e-18, 3e-18, 2e-18, 1e-18};
        final MultiIonWave smooth = MultiIonWave.ofInterfaces(d, new double[] {0, -1e-6, -1.5e-6}, V);
        final double h = 2e-9;
        for (double xi = -4e-6; xi <= 2e-6; xi += 1e-7) {
            for (int i = 0; i < d.length; i++) {
                final int ion = i;
                final double slope = Differences.fivePoint(x -> smooth.fraction(ion, x), xi, h);
                final double c = smooth.fraction(i, xi);
                assertEquals(V * c, -d[i] * (slope - c * smooth.scaledField(xi)), 1e-8 * V);
            }
        }
    }

    @Test
    void twoIonsAreTheTravellingFront() {
        final TravellingFront front = TravellingFront.of(D[0], D[1], V);
        final MultiIonWave two = MultiIonWave.ofInterfaces(new double[] {D[0], D[1]}, new double[] {1e-9}, V);
        for (double u = -30; u <= 30; u += 3) {
            final double expected = front.nativeFraction(u * front.width());
            assertEquals(expected, two.fraction(0, 1e-9 + u * front.width()), 1e-12 * expected);
        }
    }

    @Test
    void neighboursAreEqualAtTheirInterfaces() {
        for (int i = 0; i < INTERFACES.length; i++) {
            final double upper = wave.fraction(i, INTERFACES[i]);
            assertEquals(upper, wave.fraction(i + 1, INTERFACES[i]), 1e-12 * upper);
            assertEquals(0.5, upper, 1e-6);
        }
    }

    @Test
    void nothingOverflowsFarFromTheFronts() {
        assertEquals(1, wave.fraction(0, 1e3));
        assertEquals(1, wave.fraction(3, -1e3));
        assertEquals(0, wave.fraction(3, 1e3));
        assertEquals(V / D[3], wave.scaledField(-1e3), 1e-15 * V / D[3]);
    }

    @Test
    void badArgumentsAreNamed() {
        assertMessage("diffusivities must be at least one: 0", () -> MultiIonWave.of(new double[0], new double[0], 1));
        assertMessage(
                "diffusivity[1] must be positive and finite: -1.0 m^2/s",
                () -> MultiIonWave.of(new double[] {1, -1}, new double[2], 1));
        assertMessage(
                "amplitudes must be as many as diffusivities: 1 and 2",
                () -> MultiIonWave.of(new double[] {1, 2}, new double[1], 1));
        assertMessage(
                "amplitude[0] must be positive and finite: 0.0",
                () -> MultiIonWave.of(new double[] {1, 2}, new double[2], 1));
        assertMessage(
                "interfaces must be one less than diffusivities: 2 and 2",
                () -> MultiIonWave.ofInterfaces(new double[] {2, 1}, new double[2], 1));
        assertMessage(
                "diffusivities must decrease strictly: D[0] = 1.0 m^2/s, D[1] = 2.0 m^2/s",
                () -> MultiIonWave.ofInterfaces(new double[] {1, 2}, new double[1], 1));
        assertMessage(
                "interface[0] must be finite: NaN m",
                () -> MultiIonWave.ofInterfaces(new double[] {2, 1}, new double[] {Double.NaN}, 1));
    }

    private static void assertMessage(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
