package org.npp.onsager;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

final class OnsagerMatrixTest {
    private static final int[] UNIVALENT = {1, 1};

    private static DMatrixRMaj matrix(double[]... rows) {
        return new DMatrixRMaj(rows);
    }

    private static void assertRejected(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    private static void assertRejected(String message, DMatrixRMaj l) {
        assertRejected(message, () -> OnsagerMatrix.of(l, new int[l.getNumRows()]));
    }

    @Test
    void exampleOfTheClassCommentHolds() {
        final OnsagerMatrix l =
                OnsagerMatrix.of(matrix(new double[] {4e31, -1e31}, new double[] {-1e31, 2e31}), UNIVALENT);
        assertEquals(1.03e-6, l.conductivity(), 0.005e-6);
        assertEquals(0.75, l.transferenceNumber(0));
        assertArrayEquals(new double[] {0.75, 0.25}, l.transferenceNumbers());
        assertEquals(2, l.size());
        assertEquals(-1e31, l.entry(1, 0));
    }

    @Test
    void limitingConductivityOfPotassiumChlorideFollowsFromItsDiffusionCoefficients() {
        // Robinson and Stokes, Electrolyte Solutions: 73.50 and 76.35 S cm^2/mol; D = 1.957e-9 and 2.032e-9 m^2/s
        final double oneMolPerCubicMetre = 6.02214076e23;
        final OnsagerMatrix l = OnsagerMatrix.nernstPlanck(
                new double[] {1.957e-9, 2.032e-9},
                new double[] {oneMolPerCubicMetre, oneMolPerCubicMetre},
                new int[] {1, -1},
                298.15);
        final double fourDigits = 5e-4;
        assertEquals(149.85e-4, l.conductivity(), fourDigits * 149.85e-4);
        assertEquals(0.4905, l.transferenceNumber(0), fourDigits);
    }

    @Test
    void laterChangesOfTheArgumentsDoNotReachTheMatrix() {
        final DMatrixRMaj l = matrix(new double[] {2, 0}, new double[] {0, 2});
        final int[] z = {1, 2};
        final OnsagerMatrix onsager = OnsagerMatrix.of(l, z);
        l.set(0, 0, 7);
        z[0] = 5;
        onsager.toMolar().set(0, 0, 9);
        onsager.transferenceNumbers()[0] = 9;
        assertEquals(2, onsager.entry(0, 0));
        assertEquals(1, onsager.chargeNumber(0));
        assertArrayEquals(new double[] {0.2, 0.8}, onsager.transferenceNumbers());
    }

    @Test
    void singleIonCarriesAllTheCurrent() {
        final OnsagerMatrix l = OnsagerMatrix.of(matrix(new double[] {3e31}), new int[] {-2});
        assertEquals(1, l.transferenceNumber(0));
    }

    @Test
    void strongDragTakesTransferenceNumbersOutOfTheUnitInterval() {
        final OnsagerMatrix l = OnsagerMatrix.of(matrix(new double[] {4, -2}, new double[] {-2, 1.5}), UNIVALENT);
        assertArrayEquals(new double[] {4.0 / 3, -1.0 / 3}, l.transferenceNumbers(), Math.ulp(1.0));
    }

    @Test
    void neutralSpeciesCarryNothing() {
        final OnsagerMatrix l = OnsagerMatrix.of(matrix(new double[] {4, -1}, new double[] {-1, 2}), new int[] {1, 0});
        assertArrayEquals(new double[] {1, 0}, l.transferenceNumbers());
        assertRejected("ion must be charged: ion 1 has charge number 0", () -> l.conductivityDiffusivity(1, 1, 300));
    }

    @Test
    void pairsThatMoveTogetherDoNotConduct() {
        final OnsagerMatrix l =
                OnsagerMatrix.of(matrix(new double[] {1e31, 1e31}, new double[] {1e31, 1e31}), new int[] {1, -1});
        assertEquals(0, l.conductivity());
        final String message = "transference numbers are undefined: the conductivity is 0 S/m";
        assertEquals(
                message,
                assertThrows(IllegalStateException.class, () -> l.transferenceNumber(0))
                        .getMessage());
        assertEquals(
                message,
                assertThrows(IllegalStateException.class, l::transferenceNumbers)
                        .getMessage());
    }

    @Test
    void conductivityOfTheSizeOfRoundingIsZero() {
        // v v^T with v = (0.1, 0.3), orthogonal to z = (3, -1) but for the rounding of 0.1 and 0.3
        final OnsagerMatrix l = OnsagerMatrix.of(
                matrix(new double[] {0.1 * 0.1, 0.1 * 0.3}, new double[] {0.1 * 0.3, 0.3 * 0.3}), new int[] {3, -1});
        assertEquals(0, l.conductivity());
    }

    @Test
    void absentAndImmobileIonsHaveZeroRows() {
        final OnsagerMatrix l = OnsagerMatrix.nernstPlanck(
                new double[] {1e-17, 2e-21, 0}, new double[] {1e28, 0, 1e27}, new int[] {1, 1, 1}, 300);
        assertArrayEquals(new double[] {1, 0, 0}, l.transferenceNumbers());
        final DMatrixRMaj copy = new DMatrixRMaj(0, 0);
        l.copyTo(copy);
        assertEquals(
                l.conductivity(), OnsagerMatrix.of(copy, new int[] {1, 1, 1}).conductivity());
    }

    @Test
    void molarUnitIsOneOverTheSquareOfAvogadrosConstant() {
        final DMatrixRMaj molar = matrix(new double[] {1});
        // (6.02214076e23)^2 = 3.62661793332533776e47
        assertEquals(
                3.626617933325338e47,
                OnsagerMatrix.ofMolar(molar, new int[] {1}).entry(0, 0),
                2e-16 * 3.6e47);
        assertEquals(1, molar.get(0, 0));
    }

    @Test
    void matricesOfTheWrongShapeAreRejected() {
        assertRejected("L must be square and not empty: 1 x 2", matrix(new double[] {1, 2}));
        assertRejected("L must be square and not empty: 0 x 0", new DMatrixRMaj(0, 0));
        assertRejected(
                "chargeNumbers must have one entry per ion: 3 entries, 1 ions",
                () -> OnsagerMatrix.of(matrix(new double[] {1}), new int[3]));
        assertRejected(
                "chargeNumbers must have one entry per ion: 0 entries, 1 ions",
                () -> OnsagerMatrix.ofMolar(matrix(new double[] {1}), new int[0]));
    }

    @Test
    void entriesThatAreNotFiniteAreNamed() {
        assertRejected(
                "L[0][1] must be finite: NaN 1/(J m s)", matrix(new double[] {1, Double.NaN}, new double[] {0, 1}));
        assertRejected(
                "L[1][1] must be finite: Infinity mol^2/(J m s)",
                () -> OnsagerMatrix.ofMolar(
                        matrix(new double[] {1, 0}, new double[] {0, Double.POSITIVE_INFINITY}), UNIVALENT));
    }

    @Test
    void negativeDiagonalEntriesAreNamed() {
        assertRejected(
                "L[1][1] must be finite and >= 0: -1.0E-9 1/(J m s)",
                matrix(new double[] {1, 0}, new double[] {0, -1e-9}));
    }

    @Test
    void asymmetryIsNamedRelativeToTheDiagonal() {
        assertRejected(
                "L must be symmetric: L[0][1] = 1.00001E-7, L[1][0] = 1.0E-7 1/(J m s)",
                matrix(new double[] {1, 1.00001e-7}, new double[] {1e-7, 1e-12}));
        final OnsagerMatrix rounded =
                OnsagerMatrix.of(matrix(new double[] {1, 0.5}, new double[] {0.5 + 9e-13, 1}), UNIVALENT);
        assertEquals(0.5 + 4.5e-13, rounded.entry(0, 1), Math.ulp(1.0));
        assertEquals(rounded.entry(0, 1), rounded.entry(1, 0));
        assertRejected(
                "L must be symmetric: L[0][1] = 0.5, L[1][0] = 0.5000000000011 1/(J m s)",
                matrix(new double[] {1, 0.5}, new double[] {0.5000000000011, 1}));
    }

    @Test
    void crossCoefficientsAboveTheGeometricMeanAreNamed() {
        assertRejected(
                "L must be positive semidefinite: |L[0][1]| = 2.5, but sqrt(L[0][0] L[1][1]) = 2.0 1/(J m s)",
                matrix(new double[] {4, -2.5}, new double[] {-2.5, 1}));
        assertRejected(
                "L must be positive semidefinite: |L[0][1]| = 1.0E-20, but sqrt(L[0][0] L[1][1]) = 0.0 1/(J m s)",
                matrix(new double[] {4, 1e-20}, new double[] {1e-20, 0}));
    }

    @Test
    void leastEigenvalueOfThreeIonsIsNamed() {
        assertRejected(
                "L must be positive semidefinite: least eigenvalue of L_ij/sqrt(L_ii L_jj) is -5.000e-01, allowed -1e-12",
                matrix(new double[] {4, -1.5e-5, -1.5}, new double[] {-1.5e-5, 1e-10, -0.75e-5}, new double[] {
                    -1.5, -0.75e-5, 1
                }));
        final double exact = -0.5;
        assertEquals(3, threeEqual(exact - 1e-13).size());
        assertRejected(
                "L must be positive semidefinite: least eigenvalue of L_ij/sqrt(L_ii L_jj) is -2.000e-12, allowed -1e-12",
                () -> threeEqual(exact - 1e-12));
    }

    /** Unit diagonal and equal cross coefficients r: the least eigenvalue is 1 + 2r. */
    private static OnsagerMatrix threeEqual(double r) {
        return OnsagerMatrix.of(
                matrix(new double[] {1, r, r}, new double[] {r, 1, r}, new double[] {r, r, 1}), new int[] {1, 1, 1});
    }

    @Test
    void argumentsOfTheNernstPlanckMatrixAreNamed() {
        final double[] d = {1e-17};
        final double[] n = {1e28};
        final int[] z = {1};
        assertRejected(
                "chargeNumbers must have at least one entry",
                () -> OnsagerMatrix.nernstPlanck(new double[0], new double[0], new int[0], 300));
        assertRejected(
                "diffusivities must have one entry per ion: 2 entries, 1 ions",
                () -> OnsagerMatrix.nernstPlanck(new double[2], n, z, 300));
        assertRejected(
                "densities must have one entry per ion: 2 entries, 1 ions",
                () -> OnsagerMatrix.nernstPlanck(d, new double[2], z, 300));
        assertRejected("temperature must be finite and > 0: 0.0 K", () -> OnsagerMatrix.nernstPlanck(d, n, z, 0));
        assertRejected(
                "diffusivities[0] must be finite and >= 0: -1.0 m^2/s",
                () -> OnsagerMatrix.nernstPlanck(new double[] {-1}, n, z, 300));
        assertRejected(
                "densities[0] must be finite and >= 0: NaN 1/m^3",
                () -> OnsagerMatrix.nernstPlanck(d, new double[] {Double.NaN}, z, 300));
    }

    @Test
    void argumentsOfTheAccessorsAreChecked() {
        final OnsagerMatrix l = OnsagerMatrix.of(matrix(new double[] {1}), new int[] {1});
        assertThrows(IndexOutOfBoundsException.class, () -> l.entry(0, 1));
        assertThrows(IndexOutOfBoundsException.class, () -> l.entry(-1, 0));
        assertThrows(IndexOutOfBoundsException.class, () -> l.transferenceNumber(1));
        assertThrows(IndexOutOfBoundsException.class, () -> l.chargeNumber(1));
        assertRejected("density must be finite and > 0: 0.0 1/m^3", () -> l.conductivityDiffusivity(0, 0, 300));
        assertRejected("temperature must be finite and > 0: NaN K", () -> l.conductivityDiffusivity(0, 1, Double.NaN));
    }

    @Test
    void coefficientsWhoseSumOverflowsAreRefusedAndNotTakenForZeroConductivity() {
        final DMatrixRMaj huge = new DMatrixRMaj(new double[][] {{1e308, 1e308}, {1e308, 1e308}});
        final IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> OnsagerMatrix.of(huge, new int[] {1, 1}));
        assertEquals("sum of all |z_i L_ij z_j| must be finite: Infinity 1/(J m s)", e.getMessage());
    }
}
