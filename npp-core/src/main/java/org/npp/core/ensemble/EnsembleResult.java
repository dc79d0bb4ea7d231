package org.npp.core.ensemble;

import java.util.ArrayList;
import java.util.List;
import org.npp.core.ensemble.Outcome.Failure;
import org.npp.core.ensemble.Outcome.NotRun;
import org.npp.core.ensemble.Outcome.Value;

/**
 * What became of the runs of an {@link Ensemble}, in the order of their indices.
 *
 * <p><strong>Threading.</strong> Instances are immutable, and thread-safe if the results are.
 *
 * @param outcomes one per run
 * @param <R> result of a run
 */
public record EnsembleResult<R>(List<Outcome<R>> outcomes) {
    /**
     * Copies the list.
     *
     * @param outcomes one per run
     */
    public EnsembleResult {
        outcomes = List.copyOf(outcomes);
    }

    /**
     * Returns the results of the runs that gave one.
     *
     * @return new list, in the order of the indices
     */
    public List<R> values() {
        final List<R> values = new ArrayList<>();
        for (final Outcome<R> outcome : outcomes) {
            if (outcome instanceof Value<R> done) {
                values.add(done.value());
            }
        }
        return values;
    }

    /**
     * Returns the failures.
     *
     * @return new list, in the order of the indices
     */
    public List<Failure<R>> failures() {
        final List<Failure<R>> failures = new ArrayList<>();
        for (final Outcome<R> outcome : outcomes) {
            if (outcome instanceof Failure<R> failure) {
                failures.add(failure);
            }
        }
        return failures;
    }

    /**
     * Tells whether every run was made.
     *
     * @return whether the ensemble was not cancelled before
     */
    public boolean complete() {
        return outcomes.stream().noneMatch(o -> o instanceof NotRun);
    }
}
