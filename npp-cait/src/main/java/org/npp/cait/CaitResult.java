package org.npp.cait;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.npp.core.Failure;
import org.npp.core.History;
import org.npp.core.NppState;
import org.npp.core.RunStatistics;

/**
 * What the simulation of a case gave; times count from the start of the first stage.
 *
 * @param experiment the case
 * @param outputs profiles at the output times that were reached
 * @param finalState profiles at the end, or the last ones computed
 * @param history scalars after each time step of all stages
 * @param statistics cost and conservation over all stages
 * @param profileError estimated error of the final profiles, as {@link Numerics#tolerance} defines it [1]; empty if none
 *     was made
 * @param warnings what the user should know
 * @param failure why the run ended early; empty if it is complete
 */
public record CaitResult(
        CaitCase experiment,
        List<NppState> outputs,
        NppState finalState,
        History history,
        RunStatistics statistics,
        OptionalDouble profileError,
        List<Warning> warnings,
        Optional<Failure> failure) {

    /**
     * Copies the lists.
     *
     * @param experiment the case
     * @param outputs profiles at the output times that were reached
     * @param finalState profiles at the end, or the last ones computed
     * @param history scalars after each time step of all stages
     * @param statistics cost and conservation over all stages
     * @param profileError estimated error of the final profiles, as {@link Numerics#tolerance} defines it [1]; empty
     *     if none was made
     * @param warnings what the user should know
     * @param failure why the run ended early; empty if it is complete
     */
    public CaitResult {
        outputs = List.copyOf(outputs);
        warnings = List.copyOf(warnings);
    }

    /**
     * Something the user should know.
     *
     * @param code short name in snake_case
     * @param message one sentence
     */
    public record Warning(String code, String message) {}

    /**
     * Adds warnings.
     *
     * @param more what else the user should know
     * @return the same result with these after its own
     */
    public CaitResult withWarnings(List<Warning> more) {
        final List<Warning> all = new ArrayList<>(warnings);
        all.addAll(more);
        return new CaitResult(experiment, outputs, finalState, history, statistics, profileError, all, failure);
    }

    /**
     * Tells whether all stages were finished.
     *
     * @return whether there is no failure
     */
    public boolean complete() {
        return failure.isEmpty();
    }

    /**
     * Returns the fraction of an ion in the final profile.
     *
     * @param ion index of the ion
     * @param node index of the node
     * @return \( n_i / N \) [1]
     */
    public double fraction(int ion, int node) {
        return finalState.density(ion, node) / experiment.bulkDensity();
    }
}
