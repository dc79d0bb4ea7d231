package org.npp.core.ensemble;

/**
 * What became of one run of an {@link Ensemble}.
 *
 * @param <R> result
 */
public sealed interface Outcome<R> {
    /**
     * It gave a result.
     *
     * @param value result
     * @param <R> result
     */
    record Value<R>(R value) implements Outcome<R> {}

    /**
     * It failed.
     *
     * @param index index of the run
     * @param cause what it threw
     * @param <R> result
     */
    record Failure<R>(int index, Exception cause) implements Outcome<R> {}

    /**
     * It had not begun when the ensemble was cancelled.
     *
     * @param <R> result
     */
    record NotRun<R>() implements Outcome<R> {}
}
