package org.npp.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a drive has a kink, steps become a billion times shorter: nodes that follow fronts must not make up for delays then. */
class DriveKinkTest {
    /** Of the largest voltage: what nodes that follow and nodes at rest differ by. */
    private static final double AGREEMENT = 0.1;

    private static double largestVoltage(RandomProblem drawn, MeshMotion motion) {
        final SolverOptions options = SolverOptions.defaults().withMeshMotion(motion);
        final Trajectory run = NppSolver.of(options).evolve(drawn.problem(), drawn.duration());
        return run.history().entries().stream()
                .mapToDouble(entry -> Math.abs(entry.surfacePotential()))
                .max()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(longs = {13, 19, 120, 604, 1911, 1919})
    void theVoltageDoesNotJumpWhereTheBeamDoes(long seed) {
        final RandomProblem drawn = RandomProblem.of(seed);
        final double expected = largestVoltage(drawn, MeshMotion.FIXED);
        assertEquals(expected, largestVoltage(drawn, MeshMotion.FOLLOW_FRONTS), AGREEMENT * expected, drawn.summary());
    }
}
