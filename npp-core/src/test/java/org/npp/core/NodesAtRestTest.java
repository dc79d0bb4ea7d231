package org.npp.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.npp.core.boundary.ElectricCondition;
import org.npp.core.mesh.Mesh;
import org.npp.core.sensitivity.Parameter;
import org.npp.core.sensitivity.Surface;

/** Problems whose fronts the nodes can't follow to the end. */
class NodesAtRestTest {
    /** Problems looked for. */
    private static final int COUNT = 3;

    private static final double ION_BALANCE = 1e-10;

    /** Of the voltage, against nodes at rest from the begin: fronts between nodes make it that uncertain, 0.42 was seen. */
    private static final double AGREEMENT = 0.5;

    /** The first random problems in which the nodes stop to follow; one of 20 does. */
    private static List<RandomProblem> resting() {
        return LongStream.range(0, 1000)
                .mapToObj(RandomProblem::of)
                .filter(drawn -> drawn.problem().front().electric() instanceof ElectricCondition.Attachment)
                .filter(drawn ->
                        run(drawn, SolverOptions.defaults()).statistics().restTime() < drawn.duration())
                .limit(COUNT)
                .toList();
    }

    private static Trajectory run(RandomProblem drawn, SolverOptions options) {
        return NppSolver.of(options).evolve(drawn.problem(), drawn.duration());
    }

    @Test
    void theRunGoesOnWithTheNodesOfTheProblem() {
        final List<RandomProblem> found = resting();
        assertEquals(COUNT, found.size());
        for (final RandomProblem drawn : found) {
            final Trajectory run = run(drawn, SolverOptions.defaults());
            final RunStatistics statistics = run.statistics();
            assertTrue(statistics.restTime() > 0 && statistics.restTime() < drawn.duration(), drawn.summary());
            assertArrayEquals(
                    drawn.problem().mesh().toArray(), run.finalState().mesh().toArray(), drawn.summary());
            assertTrue(statistics.ionBalanceError() <= ION_BALANCE, drawn.summary());
            assertTrue(statistics.minDensityFraction() >= 0, drawn.summary());
            final NppState fixed = run(drawn, SolverOptions.defaults().withMeshMotion(MeshMotion.FIXED))
                    .finalState();
            final double expected = fixed.potential(0);
            assertEquals(expected, run.finalState().potential(0), AGREEMENT * expected, drawn.summary());
        }
    }

    @Test
    void denseOutputAndDerivativesGoOnToo() {
        final RandomProblem drawn = resting().get(0);
        final Parameter beam = new Parameter.DriveFactor(Surface.FRONT);
        final Trajectory run = NppSolver.of(SolverOptions.defaults().withDenseOutput(true))
                .evolve(drawn.problem(), drawn.duration(), List.of(beam));
        final double rest = run.statistics().restTime();
        final DenseOutput dense = run.dense().orElseThrow();
        final NppState before = dense.at(rest * (1 - 1e-9));
        final NppState after = dense.at(rest * (1 + 1e-9));
        assertEquals(before.potential(0), after.potential(0), 1e-3 * after.potential(0));
        // more current takes more voltage, for the way as well as for the drop
        final double voltage = run.finalState().potential(0);
        final double rise = run.finalState().sensitivity(beam).potential(0);
        assertTrue(rise > voltage && rise < 3 * voltage, rise + " of " + voltage);
    }

    @Test
    void nodesThatCanFollowOrAreToRestHaveNoSuchTime() {
        final NppProblem problem = Glass.bombarded(
                        Glass.constant(1e-18), Glass.constant(1e-19), Glass.beam(30e-9, 1000))
                .mesh(Mesh.uniform(1e-7, 101))
                .build();
        for (final MeshMotion motion : MeshMotion.values()) {
            final SolverOptions options = SolverOptions.defaults().withMeshMotion(motion);
            final RunStatistics statistics =
                    NppSolver.of(options).evolve(problem, 1000).statistics();
            assertEquals(Double.POSITIVE_INFINITY, statistics.restTime());
        }
    }
}
