package org.npp.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.npp.core.linear.LinearSolver;
import org.npp.core.mesh.Mesh;

/** A run is the same whatever solves its linear systems. */
class LinearSolverRunTest {
    private static final double THICKNESS = 1e-6;
    private static final double DEPTH = 50e-9;
    private static final double TIME = 1e4;

    /** Fractions, after some hundred solutions that differ by rounding, on nodes that follow what they find. */
    private static final double AGREEMENT = 1e-7;

    private static Trajectory run(LinearSolver solver) {
        final NppProblem problem = Glass.bombarded(Glass.steep(1e-17), Glass.constant(2e-21), Glass.beam(DEPTH, TIME))
                .mesh(Mesh.logarithmic(THICKNESS, 5e-9, 41))
                .build();
        return NppSolver.of(SolverOptions.defaults().withLinearSolver(solver)).evolve(problem, TIME);
    }

    @ParameterizedTest
    @EnumSource(
            value = LinearSolver.class,
            names = {"BANDED", "SPARSE", "DENSE"})
    void profilesStepsAndBalancesAreThoseOfTheDefault(LinearSolver solver) {
        final Trajectory expected = run(LinearSolver.BLOCK_THOMAS);
        final Trajectory found = run(solver);
        assertEquals(expected.statistics().timeSteps(), found.statistics().timeSteps());
        assertEquals(
                expected.statistics().newtonIterations(), found.statistics().newtonIterations());
        for (int ion = 0; ion < 2; ion++) {
            final double[] densities = expected.finalState().densities(ion);
            final double[] others = found.finalState().densities(ion);
            for (int k = 0; k < densities.length; k++) {
                assertEquals(densities[k], others[k], AGREEMENT * Glass.BULK);
            }
        }
        assertTrue(found.statistics().ionBalanceError() <= 1e-10, "ions " + found.statistics());
        assertTrue(found.statistics().currentUniformityError() <= 1e-9, "current " + found.statistics());
    }
}
