package org.npp.core.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class FrontInversionTest {
    private static final double D2 = 2e-21;
    private static final double V = 1e-11;

    @Test
    void constantDiffusivityIsRecoveredUpToTheCancellation() {
        final double d1 = 50 * D2;
        final TravellingFront front = TravellingFront.of(d1, D2, V);
        final double[] x = {-2, -1, -0.5, 0, 0.7, 1, 2};
        final double[] c = new double[x.length];
        for (int k = 0; k < x.length; k++) {
            x[k] *= front.width();
            c[k] = front.foreignFraction(x[k]);
        }
        for (double d : FrontInversion.nativeDiffusivity(x, c, D2, V, V)) {
            assertEquals(d1, d, 1e-13 * 50 * d1);
        }
    }

    @Test
    void diffusivityThatDependsOnCompositionIsRecoveredToSecondOrder() {
        final double coarse = worstError(40);
        final double fine = worstError(80);
        assertEquals(2, Math.log(coarse / fine) / Math.log(2), 0.1);
    }

    private static double worstError(int cells) {
        // a foot is left behind, D1/D2 between 1 and 20
        final SteadyFront front = SteadyFront.of(c -> 20 * D2 * c * c, D2, V);
        final double[] x = new double[cells - 1];
        final double[] c = new double[cells - 1];
        for (int k = 1; k < cells; k++) {
            final double nativeFraction = front.foot() + (1 - front.foot()) * k / cells;
            x[k - 1] = front.position(nativeFraction);
            c[k - 1] = 1 - nativeFraction;
        }
        final double[] d = FrontInversion.nativeDiffusivity(x, c, D2, V, front.speed());
        double worst = 0;
        for (int k = cells / 4; k < 3 * cells / 4; k++) {
            final double exact = 20 * D2 * (1 - c[k]) * (1 - c[k]);
            worst = Math.max(worst, Math.abs(d[k] / exact - 1));
        }
        return worst;
    }

    @Test
    void badProfilesAreNamed() {
        final IllegalArgumentException few = assertThrows(
                IllegalArgumentException.class,
                () -> FrontInversion.nativeDiffusivity(new double[2], new double[2], D2, V, V));
        assertEquals("fraction must lie strictly between 0 and 1: c[0] = 0.0", few.getMessage());
        final IllegalArgumentException two = assertThrows(
                IllegalArgumentException.class,
                () -> FrontInversion.nativeDiffusivity(new double[] {0, 1}, new double[] {0.9, 0.1}, D2, V, V));
        assertEquals("profile must have at least three points: 2", two.getMessage());
    }
}
