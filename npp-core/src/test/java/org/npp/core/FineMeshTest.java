package org.npp.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.npp.core.mesh.Mesh;

/**
 * A finer mesh makes each iteration longer, not their number larger: neither densities that fall by decades ahead of the
 * front nor the rounding in small cells ask for more steps or iterations.
 */
class FineMeshTest {
    private static final double TIME = 2e5;
    private static final int COARSE = 100;
    private static final int FINE = 10_000;

    /** Iterations over those on the coarse mesh: a cost that grows as the nodes to the power 1.05 lets grow by 1.25. */
    private static final double MOST_ITERATIONS = 1.2;

    private static final double MOST_STEPS = 1.1;

    /** What the time steps leave undone when the current differs between faces [1]. */
    private static final double EVEN = 1e-10;

    private static final double KEPT = 1e-10;

    private static RunStatistics run(int nodes, double foreignDiffusivity) {
        final NppProblem glass = Glass.bombarded(
                        Glass.steep(1e-17), Glass.constant(foreignDiffusivity), Glass.beam(100e-9, TIME))
                .mesh(Mesh.logarithmic(0.5e-3, 0.2e-9, nodes))
                .build();
        return NppSolver.of(SolverOptions.defaults()).evolve(glass, TIME).statistics();
    }

    @ParameterizedTest
    @ValueSource(doubles = {2e-21, 3e-22, 5e-23})
    void manyNodesTakeAsManyStepsAndIterationsAsFew(double foreignDiffusivity) {
        final RunStatistics coarse = run(COARSE, foreignDiffusivity);
        final RunStatistics fine = run(FINE, foreignDiffusivity);
        assertTrue(
                fine.newtonIterations() <= MOST_ITERATIONS * coarse.newtonIterations(),
                fine.newtonIterations() + " iterations, not " + coarse.newtonIterations());
        assertTrue(
                fine.timeSteps() <= MOST_STEPS * coarse.timeSteps(),
                fine.timeSteps() + " steps, not " + coarse.timeSteps());
        assertEquals(0, fine.currentUniformityError(), EVEN);
        assertEquals(0, fine.ionBalanceError(), KEPT);
        assertTrue(fine.minDensityFraction() >= 0);
    }
}
