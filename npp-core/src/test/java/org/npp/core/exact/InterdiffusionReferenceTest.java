package org.npp.core.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.Map;
import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.api.Test;

class InterdiffusionReferenceTest {
    /** Relative; 4e-14 measured, the integrator is held to 1e-13 a step. */
    private static final double FLUX = 1e-13;

    /** Absolute; 2e-13 measured, from the interpolation inside the steps. */
    private static final double FRACTION = 1e-12;

    @Test
    void fluxAndProfileAgreeWithTaylorIntegration() {
        final Map<String, Interdiffusion> solved = new HashMap<>();
        for (String[] row : ReferenceTable.rows("interdiffusion.csv")) {
            final Interdiffusion exchange =
                    solved.computeIfAbsent(row[0], r -> Interdiffusion.ofRatio(Double.parseDouble(r)));
            final double eta = Double.parseDouble(row[1]);
            final double expected = Double.parseDouble(row[2]);
            final String where = "r = " + row[0] + ", eta = " + row[1];
            if (eta < 0) {
                assertEquals(expected, exchange.surfaceFlux(), FLUX * expected, where);
            } else {
                assertEquals(expected, exchange.foreignFraction(eta), FRACTION, where);
            }
        }
    }

    @Test
    void publishedTableIsReproduced() {
        assertRatio(1, 0.56418958, 0.72367361, 0.47950012, 0.15729921);
        assertRatio(0.5, 0.69417671, 0.81280634, 0.60811291, 0.24298833);
        assertRatio(0.1, 1.01732735, 0.93570113, 0.83687053, 0.51173196);
        assertRatio(2, 0.44663751, 0.61269541, 0.35059750, 0.09581440);
    }

    private static void assertRatio(double ratio, double flux, double half, double one, double two) {
        final Interdiffusion exchange = Interdiffusion.ofRatio(ratio);
        assertEquals(flux, exchange.surfaceFlux(), 0.5e-8);
        assertEquals(half, exchange.foreignFraction(0.5), 0.5e-8);
        assertEquals(one, exchange.foreignFraction(1), 0.5e-8);
        assertEquals(two, exchange.foreignFraction(2), 0.5e-8);
    }

    @Test
    void twinsFollowTheErrorFunctionAtEveryDepth() {
        final Interdiffusion twins = Interdiffusion.ofRatio(1);
        assertEquals(1 / Math.sqrt(Math.PI), twins.surfaceFlux(), FLUX);
        for (double eta = 0; eta < 12; eta += 0.037) {
            assertEquals(Erf.erfc(eta / 2), twins.foreignFraction(eta), FRACTION);
        }
        assertEquals(0, twins.foreignFraction(1e9));
    }

    @Test
    void nearTwinsAreContinuous() {
        final double at = 0.8;
        final double twins = Interdiffusion.ofRatio(1).foreignFraction(at);
        assertEquals(twins, Interdiffusion.ofRatio(1 + 1e-12).foreignFraction(at), FRACTION);
        assertEquals(twins, Interdiffusion.ofRatio(1 - 1e-10).foreignFraction(at), 1e-10);
    }

    @Test
    void uptakeIsTheIntegralOfTheProfile() {
        // 2 q0 = integral of c over eta; Simpson's rule on 2000 cells
        for (double ratio : new double[] {0.01, 0.3, 30}) {
            final Interdiffusion exchange = Interdiffusion.ofRatio(ratio);
            final int cells = 4000;
            final double h = 16.0 / cells;
            double sum = 0;
            for (int k = 0; k <= cells; k++) {
                final int weight = k == 0 || k == cells ? 1 : k % 2 == 0 ? 2 : 4;
                sum += weight * exchange.foreignFraction(k * h);
            }
            assertEquals(2 * exchange.surfaceFlux(), sum * h / 3, 1e-8);
        }
    }

    @Test
    void ratiosOutOfRangeAreRejected() {
        final IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> Interdiffusion.ofRatio(0));
        assertEquals("ratio of diffusivities must lie in [1.0E-6, 1000000.0]: 0.0", e.getMessage());
        assertThrows(
                IllegalArgumentException.class,
                () -> Interdiffusion.ofRatio(1).foreignFraction(Double.POSITIVE_INFINITY));
    }
}
