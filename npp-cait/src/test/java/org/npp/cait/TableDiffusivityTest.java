package org.npp.cait;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableDiffusivityTest {
    private static final double N = 1.41e28;

    /** A few roundings in the exponent, which is about 50. */
    private static final double ROUNDING = 50 * 8 * 0x1p-53;

    private static double at(TableDiffusivity law, double fraction) {
        return law.value(1, new double[] {Double.NaN, fraction * N}, 300);
    }

    private static double slopeAt(TableDiffusivity law, double fraction) {
        final double[] byDensity = {Double.NaN, Double.NaN};
        assertEquals(at(law, fraction), law.linearize(1, new double[] {Double.NaN, fraction * N}, 300, byDensity));
        assertEquals(0, byDensity[0]);
        return byDensity[1] * N;
    }

    @Test
    void pointsOfTheTableAreMetAndItsEndsContinued() {
        final TableDiffusivity law =
                TableDiffusivity.of(new double[] {0.1, 0.2, 0.5, 1}, new double[] {1e-22, 4e-22, 5e-20, 1e-17}, N);
        assertEquals(1e-22, at(law, 0.1), 1e-22 * ROUNDING);
        assertEquals(4e-22, at(law, 0.2), 4e-22 * ROUNDING);
        assertEquals(5e-20, at(law, 0.5), 5e-20 * ROUNDING);
        assertEquals(1e-17, at(law, 1), 1e-17 * ROUNDING);
        assertEquals(at(law, 0.1), at(law, 0));
        assertEquals(at(law, 1), at(law, 1.3));
        assertEquals(0, slopeAt(law, 0));
        assertEquals(0, slopeAt(law, 1.3));
    }

    @Test
    void twoPointsMakeAnExponential() {
        final TableDiffusivity law = TableDiffusivity.of(new double[] {0, 1}, new double[] {1e-21, 1e-17}, N);
        assertEquals(1e-19, at(law, 0.5), 1e-19 * ROUNDING);
        assertEquals(1e-20, at(law, 0.25), 1e-20 * ROUNDING);
        assertEquals(1e-20 * Math.log(1e4), slopeAt(law, 0.25), 1e-19 * ROUNDING);
    }

    /** ln D = −50 + c²; unequal steps: inside, the slope of Fritsch and Butland, worked out by hand. */
    @Test
    void innerSlopesAreTheWeightedHarmonicMeanOfFritschAndButland() {
        final TableDiffusivity law = TableDiffusivity.of(
                new double[] {0, 1, 3}, new double[] {Math.exp(-50), Math.exp(-49), Math.exp(-41)}, N);
        // secants 1 and 4, steps 1 and 2: 3·3/((2·2 + 1)/1 + (2 + 2·1)/4) = 9/6
        assertEquals(1.5, slopeAt(law, 1) / at(law, 1), 1e-13);
        // right end: ((2·2 + 1)·4 − 2·1)/3 = 6
        assertEquals(6, slopeAt(law, 3) / at(law, 3), 1e-13);
        // left end: ((2·1 + 2)·1 − 1·4)/3 = 0
        assertEquals(0, slopeAt(law, 0) / at(law, 0), 1e-13);
    }

    @Test
    void aValleyStaysBetweenItsPoints() {
        final TableDiffusivity law =
                TableDiffusivity.of(new double[] {0, 0.4, 0.5, 1}, new double[] {1e-18, 1e-21, 2e-21, 1e-17}, N);
        for (int i = 0; i <= 1000; i++) {
            assertTrue(at(law, i / 1000.0) >= 1e-21 * (1 - ROUNDING));
        }
        assertEquals(0, slopeAt(law, 0.4) / at(law, 0.4), 1e-13);
    }

    @Test
    void anEndSlopeAcrossAnExtremumIsLimited() {
        final TableDiffusivity steep = TableDiffusivity.of(
                new double[] {0, 1, 1.1}, new double[] {Math.exp(-50), Math.exp(-49), Math.exp(-55)}, N);
        assertEquals(3, slopeAt(steep, 0) / at(steep, 0), 1e-13);
    }

    @Test
    void theLawDependsOnNothingElse() {
        final TableDiffusivity law = TableDiffusivity.of(new double[] {0, 1}, new double[] {1e-21, 1e-17}, N);
        assertEquals(0, law.byTemperature(0, new double[] {N}, 300));
        assertEquals(List.of(), law.parameterNames());
        final double[] none = {};
        law.byParameters(0, new double[] {N}, 300, none);
        assertArrayEquals(new double[0], none);
    }

    @Test
    void brokenRulesAreNamed() {
        refused(
                new double[] {0},
                new double[] {1e-20},
                N,
                "diffusivity table needs as many diffusivities as fractions, at least two: 1 fractions, 1 diffusivities");
        refused(
                new double[] {0, 1},
                new double[] {1e-20},
                N,
                "diffusivity table needs as many diffusivities as fractions, at least two: 2 fractions, 1 diffusivities");
        refused(
                new double[] {0, 0},
                new double[] {1e-20, 1e-20},
                N,
                "fractions must be finite, >= 0 and increase strictly: fraction[1] = 0.0");
        refused(
                new double[] {-0.1, 1},
                new double[] {1e-20, 1e-20},
                N,
                "fractions must be finite, >= 0 and increase strictly: fraction[0] = -0.1");
        refused(
                new double[] {0, Double.NaN},
                new double[] {1e-20, 1e-20},
                N,
                "fractions must be finite, >= 0 and increase strictly: fraction[1] = NaN");
        refused(
                new double[] {0, 1},
                new double[] {1e-20, 0},
                N,
                "diffusivities must be finite and > 0: diffusivity[1] = 0.0 m^2/s");
        refused(
                new double[] {0, 1},
                new double[] {Double.NaN, 1},
                N,
                "diffusivities must be finite and > 0: diffusivity[0] = NaN m^2/s");
        refused(new double[] {0, 1}, new double[] {1e-20, 1e-20}, 0, "bulkDensity must be finite and > 0: 0.0 1/m^3");
    }

    private static void refused(double[] fractions, double[] diffusivities, double bulk, String message) {
        final IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> TableDiffusivity.of(fractions, diffusivities, bulk));
        assertEquals(message, e.getMessage());
    }
}
