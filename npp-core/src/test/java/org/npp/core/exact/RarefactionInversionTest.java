package org.npp.core.exact;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class RarefactionInversionTest {
    private static final double VT = 100e-9;
    private static final double FOREIGN = 2e-21;
    private static final DriftLimit GLASS = DriftLimit.of(GaussianGlass.diffusivity(), FOREIGN);

    @Test
    void quadraticFluxIsRecoveredExactly() {
        // f = c^2: x = 2 c vt, straight, so the trapezoid sum is exact; D1/D2 = c (1 - c)/(1 - c^2) = c/(1 + c)
        final double[] c = {0.1, 0.15, 0.3, 0.6, 0.9};
        final double[] x = new double[c.length];
        final double[] expected = new double[c.length];
        for (int k = 0; k < c.length; k++) {
            x[k] = 2 * c[k] * VT;
            expected[k] = c[k] / (1 + c[k]);
        }
        assertArrayEquals(expected, RarefactionInversion.diffusivityRatio(x, c, VT), 1e-14);
    }

    @Test
    void gaussianGlassIsRecoveredBehindTheFront() {
        // 200 equal steps of depth; the half nearer the front, where the first step's straight line is forgotten
        final int points = 200;
        final double[] x = new double[points];
        final double[] c = new double[points];
        for (int k = 0; k < points; k++) {
            x[k] = 112e-9 * (k + 1) / points;
            c[k] = GLASS.fraction(x[k], VT);
        }
        assertEquals(0, worstError(x, c, points / 2), 1e-3);
    }

    @Test
    void errorIsSecondOrderInTheSpacing() {
        final double coarse = errorOfEqualFractions(100);
        final double fine = errorOfEqualFractions(200);
        assertEquals(2, Math.log(coarse / fine) / Math.log(2), 0.1);
    }

    private static double errorOfEqualFractions(int points) {
        final double[] x = new double[points];
        final double[] c = new double[points];
        for (int k = 0; k < points; k++) {
            c[k] = 0.15 * (k + 1) / points;
            x[k] = VT * GLASS.characteristicSpeed(c[k]);
        }
        return worstError(x, c, points / 2);
    }

    private static double worstError(double[] x, double[] c, int from) {
        final double[] ratio = RarefactionInversion.diffusivityRatio(x, c, VT);
        double worst = 0;
        for (int k = from; k < x.length; k++) {
            final double exact = GaussianGlass.diffusivity().applyAsDouble(c[k]) / FOREIGN;
            worst = Math.max(worst, Math.abs(ratio[k] / exact - 1));
        }
        return worst;
    }

    @Test
    void badProfilesAreNamed() {
        assertMessage("fractions must be as many as depths: 1 and 2", new double[] {1, 2}, 0.1);
        assertMessage("depths must increase strictly: x[0] = 2.0 m, x[1] = 2.0 m", new double[] {2, 2}, 0.1, 0.2);
        assertMessage("depth x[0] must be finite: NaN m", new double[] {Double.NaN}, 0.1);
        assertMessage("fraction must lie strictly between 0 and 1: c[0] = 1.0", new double[] {1}, 1);
        assertMessage("fraction must lie strictly between 0 and 1: c[0] = 0.0", new double[] {1}, 0);
        assertMessage("native fraction must rise with depth: x[1] = 2.0 m, c[1] = 0.1", new double[] {1, 2}, 0.2, 0.1);
        assertMessage("native fraction must rise with depth: x[0] = 0.0 m, c[0] = 0.2", new double[] {0}, 0.2);
        assertMessage(
                "vt must exceed the integral of x dc: vt = 1.0 m, integral 2.0 m at x[0] = 8.0 m",
                new double[] {8},
                0.5);
    }

    private static void assertMessage(String message, double[] x, double... c) {
        final Executable call = () -> RarefactionInversion.diffusivityRatio(x, c, 1);
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
