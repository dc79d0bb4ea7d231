package org.npp.core;

import java.util.List;
import java.util.Optional;

/**
 * Result of a run.
 *
 * <p><strong>Threading.</strong> Instances are immutable and thread-safe.
 *
 * @param outputs the states at the output times asked for and reached, in order
 * @param finalState the state at the end, or the last one accepted
 * @param history scalars after each time step
 * @param statistics cost and conservation
 * @param dense the state at any time, where {@link SolverOptions#denseOutput} asks for it
 */
public record Trajectory(
        List<NppState> outputs,
        NppState finalState,
        History history,
        RunStatistics statistics,
        Optional<DenseOutput> dense) {

    /**
     * Copies the list of outputs.
     *
     * @param outputs the states at the output times asked for and reached, in order
     * @param finalState the state at the end, or the last one accepted
     * @param history scalars after each time step
     * @param statistics cost and conservation
     * @param dense the state at any time, where {@link SolverOptions#denseOutput} asks for it
     */
    public Trajectory {
        outputs = List.copyOf(outputs);
    }
}
