package org.npp.core.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DriftLimitReferenceTest {
    /** Extrapolated differences; 4e-13 measured. */
    private static final double NUMERICAL_SLOPE = 1e-12;

    /** The test's own D1 is good to some ulp; 2e-15 measured. */
    private static final double ANALYTIC_SLOPE = 1e-14;

    /** Last digit of the table that the theory was published with. */
    private static final double TABLE_FRACTION = 0.5e-5;

    private static final double VT = 100e-9;

    @Test
    void gaussianGlassAgreesWithThirtyDigitsFromDifferences() {
        for (String[] row : ReferenceTable.rows("drift-limit.csv")) {
            final double foreign = Double.parseDouble(row[1]);
            assertRow(row, DriftLimit.of(GaussianGlass.diffusivity(), foreign), NUMERICAL_SLOPE);
        }
    }

    @Test
    void gaussianGlassAgreesWithThirtyDigitsFromTheDerivative() {
        for (String[] row : ReferenceTable.rows("drift-limit.csv")) {
            final double foreign = Double.parseDouble(row[1]);
            final DriftLimit limit = DriftLimit.of(GaussianGlass.diffusivity(), GaussianGlass.slope(), foreign);
            assertRow(row, limit, ANALYTIC_SLOPE);
        }
    }

    private static void assertRow(String[] row, DriftLimit limit, double tolerance) {
        final double expected = Double.parseDouble(row[3]);
        final double actual = switch (row[2]) {
            case "foot" -> limit.foot();
            case "front" -> limit.frontDepth(1);
            default -> limit.fraction(Double.parseDouble(row[2].substring(1)) / 100, 1);
        };
        assertEquals(expected, actual, tolerance * expected, row[0] + " " + row[2]);
    }

    @Test
    void plateausAndFrontsAreThoseOfTheThreeForeignIons() {
        assertIon(2.0e-21, 0.15041475, 112.12167, 0.05630, 0.07631, 0.10133, 0.11868, 0.13242, 0.14406);
        assertIon(3.0e-22, 0.07011412, 104.97958, 0.02173, 0.03148, 0.04457, 0.05411, 0.06188, 0.06857);
        assertIon(5.3e-23, 0.03009392, 101.96465, 0.00771, 0.01190, 0.01792, 0.02254, 0.02640, 0.02978);
    }

    private static void assertIon(double foreign, double foot, double frontNm, double... fan) {
        final DriftLimit limit = DriftLimit.of(GaussianGlass.diffusivity(), foreign);
        assertEquals(foot, limit.foot(), 0.5e-8);
        assertEquals(frontNm, limit.frontDepth(VT) * 1e9, 0.5e-5);
        final double[] depthNm = {10, 20, 40, 60, 80, 100};
        for (int k = 0; k < fan.length; k++) {
            assertEquals(fan[k], limit.fraction(depthNm[k] * 1e-9, VT), TABLE_FRACTION);
        }
    }
}
