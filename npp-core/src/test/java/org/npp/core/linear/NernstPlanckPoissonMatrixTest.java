package org.npp.core.linear;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NernstPlanckPoissonMatrixTest {
    /** Row-wise backward error of block Thomas: 4 epsilon; measured 1.5. */
    private static final double BACKWARD = 4 * Math.ulp(1.0);

    /**
     * Forward error of block Thomas over the largest forward error of the solvers that pivot across blocks. These systems
     * have condition numbers up to 1e11; errors of one size scatter by about a factor of ten.
     */
    private static final double RATIO = 32;

    @ParameterizedTest
    @CsvSource({
        "0, 1e-18, 1e-3", "0, 1e-21, 1", "0, 1e-25, Infinity",
        "1, 1e-18, 1", "1, 1e-21, 1e4", "1, 1e-25, 1e-3",
        "40, 1e-18, 1e4", "40, 1e-21, Infinity", "40, 1e-25, 1",
        "4000, 1e-18, Infinity", "4000, 1e-21, 1e-3", "4000, 1e-25, 1e4"
    })
    void blockThomasIsAsAccurateAsPivotingAcrossBlocks(double drop, double foreignDiffusivity, double step) {
        final int nodes = 60;
        final BlockTridiagonalMatrix a = NernstPlanckPoissonMatrix.of(nodes, drop, foreignDiffusivity, step);
        final double[] rhs = new double[3 * nodes];
        a.multiply(TestSystem.vector(3 * nodes, new Random(3)), rhs);
        final double[] exact = ExactSolution.of(a, rhs);
        final double[] thomas = TestSystem.solve(LinearSolver.BLOCK_THOMAS, a, rhs);
        final double pivoted = Math.max(
                TestSystem.difference(exact, TestSystem.solve(LinearSolver.DENSE, a, rhs)),
                TestSystem.difference(exact, TestSystem.solve(LinearSolver.BANDED, a, rhs)));
        assertTrue(TestSystem.backwardError(a, thomas, rhs) < BACKWARD);
        assertTrue(TestSystem.difference(exact, thomas) < RATIO * pivoted);
    }
}
