package org.npp.core.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BlockTridiagonalSolverTest {
    /** Variants on one well-conditioned system; measured below 1e-14. */
    private static final double AGREEMENT = 1e-10;

    /** The discrete Poisson equation -u'' = 1 with u = 0 at both ends has integers and halves as its solution. */
    @ParameterizedTest
    @EnumSource(LinearSolver.class)
    void discretePoissonEquationHasItsParabola(LinearSolver variant) {
        for (final int nodes : new int[] {1, 2, 3, 4, 99, 100}) {
            final BlockTridiagonalMatrix a = BlockTridiagonalMatrix.ofSize(nodes, 1);
            final double[] ones = new double[nodes];
            final double[] parabola = new double[nodes];
            for (int k = 0; k < nodes; k++) {
                a.lower()[k] = -1;
                a.diagonal()[k] = 2;
                a.upper()[k] = -1;
                ones[k] = 1;
                parabola[k] = (k + 1) * (nodes - k) / 2.0;
            }
            assertTrue(TestSystem.difference(parabola, TestSystem.solve(variant, a, ones)) < 1e-13);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1,1", "1,2", "1,3", "1,4", "1,5", "1,6", "2,1", "2,2", "2,3", "2,4", "2,5", "2,6", "3,1", "3,2", "3,3", "3,4",
        "3,5", "3,6", "4,3", "5,3", "100,1", "100,2", "100,3", "100,4", "100,5", "100,6"
    })
    void variantsAgreeWithDenseElimination(int nodes, int blockSize) {
        final Random random = new Random(31L * nodes + blockSize);
        final BlockTridiagonalMatrix a = TestSystem.dominant(nodes, blockSize, random);
        final double[] rhs = TestSystem.vector(nodes * blockSize, random);
        final double[] dense = TestSystem.solve(LinearSolver.DENSE, a, rhs);
        for (final LinearSolver variant : LinearSolver.values()) {
            assertTrue(TestSystem.difference(dense, TestSystem.solve(variant, a, rhs)) < AGREEMENT, variant.name());
        }
    }

    @ParameterizedTest
    @CsvSource({"1,3", "2,3", "3,1", "3,2", "4,3", "5,4", "100,3", "101,5", "100,6"})
    void severalRightHandSidesAreSolvedAtOnce(int nodes, int blockSize) {
        final Random random = new Random(7L * nodes + blockSize);
        final BlockTridiagonalMatrix a = TestSystem.dominant(nodes, blockSize, random);
        for (final LinearSolver variant : LinearSolver.values()) {
            final BlockTridiagonalSolver solver = variant.ofSize(nodes, blockSize);
            assertEquals(BlockTridiagonalSolver.SUCCESS, solver.factorize(a));
            final double[][] expected = new double[3][];
            final double[][] columns = new double[3][nodes * blockSize];
            for (int c = 0; c < 3; c++) {
                expected[c] = TestSystem.vector(nodes * blockSize, random);
                a.multiply(expected[c], columns[c]);
            }
            solver.solveAll(columns);
            for (int c = 0; c < 3; c++) {
                assertTrue(TestSystem.difference(expected[c], columns[c]) < AGREEMENT, variant.name());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "4", "5", "6"})
    void variantsAgreeOnAThousandNodes(int blockSize) {
        final Random random = new Random(blockSize);
        final BlockTridiagonalMatrix a = TestSystem.dominant(1000, blockSize, random);
        final double[] expected = TestSystem.vector(1000 * blockSize, random);
        final double[] rhs = new double[expected.length];
        a.multiply(expected, rhs);
        for (final LinearSolver variant :
                new LinearSolver[] {LinearSolver.BLOCK_THOMAS, LinearSolver.BANDED, LinearSolver.SPARSE}) {
            assertTrue(TestSystem.difference(expected, TestSystem.solve(variant, a, rhs)) < AGREEMENT, variant.name());
        }
    }

    @ParameterizedTest
    @EnumSource(LinearSolver.class)
    void anUnknownThatAppearsNowhereIsReportedByItsBlock(LinearSolver variant) {
        for (int blockSize = 1; blockSize <= 6; blockSize++) {
            for (final int singular : new int[] {0, 1, 4, 5, 6, 9}) {
                final BlockTridiagonalMatrix a = TestSystem.dominant(10, blockSize, new Random(singular));
                eraseColumn(a, singular, blockSize - 1);
                assertEquals(singular, variant.ofSize(10, blockSize).factorize(a));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(LinearSolver.class)
    void anEquationWithoutEntriesIsReported(LinearSolver variant) {
        for (int blockSize = 1; blockSize <= 6; blockSize++) {
            final BlockTridiagonalMatrix a = TestSystem.dominant(5, blockSize, new Random(1));
            for (int j = 0; j < blockSize; j++) {
                a.lower()[a.index(1, 0, j)] = 0;
                a.diagonal()[a.index(1, 0, j)] = 0;
                a.upper()[a.index(1, 0, j)] = 0;
            }
            assertNotEquals(
                    BlockTridiagonalSolver.SUCCESS, variant.ofSize(5, blockSize).factorize(a));
        }
    }

    @ParameterizedTest
    @EnumSource(LinearSolver.class)
    void aMatrixWithNaNIsReported(LinearSolver variant) {
        for (int blockSize = 1; blockSize <= 6; blockSize++) {
            final BlockTridiagonalMatrix a = TestSystem.dominant(5, blockSize, new Random(1));
            a.diagonal()[a.index(2, 0, 0)] = Double.NaN;
            assertNotEquals(
                    BlockTridiagonalSolver.SUCCESS, variant.ofSize(5, blockSize).factorize(a));
        }
    }

    /** Every order of the rows of a block needs another sequence of exchanges. */
    @ParameterizedTest
    @EnumSource(LinearSolver.class)
    void zeroDiagonalsAreNoObstacleInsideABlock(LinearSolver variant) {
        for (int blockSize = 2; blockSize <= 6; blockSize++) {
            final int[] order = new int[blockSize];
            permute(order, 0, variant);
        }
    }

    private static void permute(int[] order, int chosen, LinearSolver variant) {
        if (chosen == order.length) {
            solvePermuted(order, variant);
            return;
        }
        for (int candidate = 0; candidate < order.length; candidate++) {
            boolean free = true;
            for (int i = 0; i < chosen; i++) {
                free &= order[i] != candidate;
            }
            if (free) {
                order[chosen] = candidate;
                permute(order, chosen + 1, variant);
            }
        }
    }

    /** Diagonal blocks are permutation matrices; the couplings are small dyadic numbers, so the answer is checked tightly. */
    private static void solvePermuted(int[] order, LinearSolver variant) {
        final int m = order.length;
        final BlockTridiagonalMatrix a = BlockTridiagonalMatrix.ofSize(4, m);
        for (int k = 0; k < 4; k++) {
            for (int i = 0; i < m; i++) {
                a.diagonal()[a.index(k, i, order[i])] = 1;
                a.lower()[a.index(k, i, i)] = 0.125;
                a.upper()[a.index(k, i, (i + 1) % m)] = 0.25;
            }
        }
        final double[] expected = TestSystem.vector(4 * m, new Random(m));
        final double[] rhs = new double[4 * m];
        a.multiply(expected, rhs);
        assertTrue(TestSystem.difference(expected, TestSystem.solve(variant, a, rhs)) < 1e-14);
    }

    @Test
    void aSingularFirstBlockOfARegularMatrixNeedsPivotingAcrossBlocks() {
        for (int blockSize = 1; blockSize <= 6; blockSize++) {
            final BlockTridiagonalMatrix a = BlockTridiagonalMatrix.ofSize(2, blockSize);
            for (int i = 0; i < blockSize; i++) {
                a.upper()[a.index(0, i, i)] = 2;
                a.lower()[a.index(1, i, i)] = 4;
            }
            final double[] rhs = TestSystem.vector(2 * blockSize, new Random(1));
            final double[] expected = new double[2 * blockSize];
            for (int i = 0; i < blockSize; i++) {
                expected[i] = rhs[blockSize + i] / 4;
                expected[blockSize + i] = rhs[i] / 2;
            }
            assertEquals(0, BlockThomasSolver.ofSize(2, blockSize).factorize(a));
            assertArrayEquals(expected, TestSystem.solve(LinearSolver.BANDED, a, rhs));
            assertArrayEquals(expected, TestSystem.solve(LinearSolver.SPARSE, a, rhs));
            assertArrayEquals(expected, TestSystem.solve(LinearSolver.DENSE, a, rhs));
        }
    }

    @ParameterizedTest
    @EnumSource(LinearSolver.class)
    void factorsServeManyRightHandSidesAndOutliveTheMatrix(LinearSolver variant) {
        for (int blockSize = 1; blockSize <= 6; blockSize++) {
            final BlockTridiagonalMatrix a = TestSystem.dominant(9, blockSize, new Random(1));
            final BlockTridiagonalMatrix copy = TestSystem.dominant(9, blockSize, new Random(1));
            final BlockTridiagonalSolver solver = variant.ofSize(9, blockSize);
            assertEquals(BlockTridiagonalSolver.SUCCESS, solver.factorize(a));
            assertArrayEquals(copy.diagonal(), a.diagonal());
            assertArrayEquals(copy.lower(), a.lower());
            assertArrayEquals(copy.upper(), a.upper());
            a.clear();
            for (int seed = 2; seed < 5; seed++) {
                final double[] rhs = TestSystem.vector(9 * blockSize, new Random(seed));
                final double[] expected = TestSystem.solve(variant, copy, rhs);
                final double[] untouched = rhs.clone();
                final double[] x = new double[rhs.length];
                solver.solve(rhs, x);
                assertArrayEquals(expected, x);
                assertArrayEquals(untouched, rhs);
                solver.solve(rhs, rhs);
                assertArrayEquals(expected, rhs);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(LinearSolver.class)
    void oneSweepGivesTheSolutionOfTwoBitForBit(LinearSolver variant) {
        for (int blockSize = 1; blockSize <= 6; blockSize++) {
            for (final int nodes : new int[] {1, 2, 3, 8, 9}) {
                final BlockTridiagonalMatrix a = TestSystem.dominant(nodes, blockSize, new Random(nodes));
                final double[] rhs = TestSystem.vector(nodes * blockSize, new Random(7));
                final double[] expected = TestSystem.solve(variant, a, rhs);
                final BlockTridiagonalSolver solver = variant.ofSize(nodes, blockSize);
                final double[] x = new double[rhs.length];
                assertEquals(BlockTridiagonalSolver.SUCCESS, solver.factorizeAndSolve(a, rhs, x));
                assertArrayEquals(expected, x);
                solver.solve(rhs, x);
                assertArrayEquals(expected, x);
                assertEquals(BlockTridiagonalSolver.SUCCESS, solver.factorizeAndSolve(a, rhs, rhs));
                assertArrayEquals(expected, rhs);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(LinearSolver.class)
    void oneSweepReportsASingularMatrix(LinearSolver variant) {
        final BlockTridiagonalSolver solver = variant.ofSize(6, 3);
        final BlockTridiagonalMatrix zero = BlockTridiagonalMatrix.ofSize(6, 3);
        final double[] eighteen = new double[18];
        assertEquals(solver.factorize(zero), solver.factorizeAndSolve(zero, eighteen, eighteen));
        assertMessage(
                "x must have length 18: 17",
                () -> solver.factorizeAndSolve(TestSystem.dominant(6, 3, new Random(1)), eighteen, new double[17]));
    }

    @ParameterizedTest
    @EnumSource(LinearSolver.class)
    void aSolverRecoversFromASingularMatrix(LinearSolver variant) {
        final BlockTridiagonalSolver solver = variant.ofSize(6, 3);
        final BlockTridiagonalMatrix a = TestSystem.dominant(6, 3, new Random(1));
        final double[] rhs = TestSystem.vector(18, new Random(2));
        final double[] expected = TestSystem.solve(variant, a, rhs);
        assertNotEquals(BlockTridiagonalSolver.SUCCESS, solver.factorize(BlockTridiagonalMatrix.ofSize(6, 3)));
        final String message = assertThrows(IllegalStateException.class, () -> solver.solve(rhs, rhs))
                .getMessage();
        assertEquals("solve needs the factors of a successful factorize", message);
        assertEquals(BlockTridiagonalSolver.SUCCESS, solver.factorize(a));
        solver.solve(rhs, rhs);
        assertArrayEquals(expected, rhs);
    }

    @ParameterizedTest
    @EnumSource(LinearSolver.class)
    void wrongSizesAreRejectedWithTheirValue(LinearSolver variant) {
        final BlockTridiagonalSolver solver = variant.ofSize(5, 2);
        assertEquals(5, solver.nodes());
        assertEquals(2, solver.blockSize());
        final double[] ten = new double[10];
        assertMessage("nodes must be >= 1: -1", () -> variant.ofSize(-1, 3));
        assertMessage("blockSize must be in 1 ... 64: 65", () -> variant.ofSize(1, 65));
        assertMessage(
                "matrix must have 5 nodes and block size 2: 4 nodes, block size 2",
                () -> solver.factorize(BlockTridiagonalMatrix.ofSize(4, 2)));
        assertMessage(
                "matrix must have 5 nodes and block size 2: 5 nodes, block size 3",
                () -> solver.factorize(BlockTridiagonalMatrix.ofSize(5, 3)));
        assertMessage("rhs must have length 10: 9", () -> solver.solve(new double[9], ten));
        assertMessage("x must have length 10: 11", () -> solver.solve(ten, new double[11]));
    }

    private static void assertMessage(String expected, Runnable call) {
        assertEquals(
                expected,
                assertThrows(IllegalArgumentException.class, call::run).getMessage());
    }

    private static void eraseColumn(BlockTridiagonalMatrix a, int k, int j) {
        for (int i = 0; i < a.blockSize(); i++) {
            a.diagonal()[a.index(k, i, j)] = 0;
            if (k > 0) {
                a.upper()[a.index(k - 1, i, j)] = 0;
            }
            if (k + 1 < a.nodes()) {
                a.lower()[a.index(k + 1, i, j)] = 0;
            }
        }
    }
}
