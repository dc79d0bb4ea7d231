package org.npp.core.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BlockTridiagonalSolverPropertyTest {
    /** Variants on well-conditioned systems; measured below 1e-14. */
    private static final double AGREEMENT = 1e-10;

    /** Row-wise backward error where pivots are free or rows dominate: 16 epsilon; measured below 3. */
    private static final double BACKWARD = 16 * Math.ulp(1.0);

    @Property(tries = 200)
    void variantsAgreeOnDominantSystems(
            @ForAll @IntRange(min = 1, max = 30) int nodes,
            @ForAll @IntRange(min = 1, max = 6) int blockSize,
            @ForAll long seed) {
        final Random random = new Random(seed);
        final BlockTridiagonalMatrix a = TestSystem.dominant(nodes, blockSize, random);
        final double[] rhs = TestSystem.vector(nodes * blockSize, random);
        final double[] dense = TestSystem.solve(LinearSolver.DENSE, a, rhs);
        for (final LinearSolver variant : LinearSolver.values()) {
            final double[] x = TestSystem.solve(variant, a, rhs);
            assertTrue(TestSystem.difference(dense, x) < AGREEMENT, variant.name());
            assertTrue(TestSystem.backwardError(a, x, rhs) < BACKWARD, variant.name());
        }
    }

    @Property(tries = 200)
    void pivotingAcrossBlocksHasASmallResidualOnAnyMatrix(
            @ForAll @IntRange(min = 1, max = 30) int nodes,
            @ForAll @IntRange(min = 1, max = 6) int blockSize,
            @ForAll long seed) {
        final Random random = new Random(seed);
        final BlockTridiagonalMatrix a = TestSystem.random(nodes, blockSize, 0, random);
        final double[] rhs = TestSystem.vector(nodes * blockSize, random);
        for (final LinearSolver variant :
                new LinearSolver[] {LinearSolver.BANDED, LinearSolver.SPARSE, LinearSolver.DENSE}) {
            assertTrue(TestSystem.backwardError(a, TestSystem.solve(variant, a, rhs), rhs) < BACKWARD, variant.name());
        }
    }

    /** Nearly singular, condition number up to 1e15: a pure Neumann problem held by a trace of reaction. */
    @Property(tries = 300)
    void nearlySingularDiffusionHasASmallResidual(
            @ForAll @IntRange(min = 2, max = 40) int nodes,
            @ForAll @IntRange(min = 1, max = 6) int blockSize,
            @ForAll @IntRange(min = 4, max = 12) int decades,
            @ForAll long seed) {
        final Random random = new Random(seed);
        final BlockTridiagonalMatrix a = BlockTridiagonalMatrix.ofSize(nodes, blockSize);
        for (int k = 0; k < nodes; k++) {
            for (int i = 0; i < blockSize; i++) {
                final int at = a.index(k, i, i);
                a.diagonal()[at] += Math.pow(10, -decades) * (1 + random.nextDouble());
                if (k > 0) {
                    final double conductance = Math.pow(10, 3 * random.nextDouble());
                    a.lower()[at] = -conductance;
                    a.upper()[a.index(k - 1, i, i)] = -conductance;
                    a.diagonal()[at] += conductance;
                    a.diagonal()[a.index(k - 1, i, i)] += conductance;
                }
            }
        }
        final double[] rhs = TestSystem.vector(nodes * blockSize, random);
        for (final LinearSolver variant : LinearSolver.values()) {
            assertTrue(TestSystem.backwardError(a, TestSystem.solve(variant, a, rhs), rhs) < BACKWARD, variant.name());
        }
    }

    @Property(tries = 200)
    void powersOfTwoOnTheRowsDoNotChangeABitOfTheSolution(
            @ForAll @IntRange(min = 1, max = 12) int nodes,
            @ForAll @IntRange(min = 1, max = 6) int blockSize,
            @ForAll long seed) {
        final Random random = new Random(seed);
        final BlockTridiagonalMatrix a = TestSystem.random(nodes, blockSize, 2.0 * blockSize, random);
        final double[] rhs = TestSystem.vector(nodes * blockSize, random);
        final Map<LinearSolver, double[]> expected = new EnumMap<>(LinearSolver.class);
        for (final LinearSolver variant : LinearSolver.values()) {
            expected.put(variant, TestSystem.solve(variant, a, rhs));
        }
        TestSystem.scaleRows(a, rhs, random);
        expected.forEach((variant, x) -> assertArrayEquals(x, TestSystem.solve(variant, a, rhs), variant.name()));
    }
}
