package org.npp.core;

import java.util.List;

/**
 * Result of a run.
 *
 * <p><strong>Threading.</strong> Instances are immutable and thread-safe.
 *
 * @param outputs the states at the output times asked for and reached, in order
 * @param finalState the state at the end, or the last one accepted
 * @param history scalars after each time step
 * @param statistics cost and conservation
 */
public record Trajectory(List<NppState> outputs, NppState finalState, History history, RunStatistics statistics) {

    /**
     * Copies the list of outputs.
     *
     * @param outputs the states at the output times asked for and reached, in order
     * @param finalState the state at the end, or the last one accepted
     * @param history scalars after each time step
     * @param statistics cost and conservation
     */
    public Trajectory {
        outputs = List.copyOf(outputs);
    }
}
