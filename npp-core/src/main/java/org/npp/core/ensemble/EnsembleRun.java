package org.npp.core.ensemble;

/**
 * One of many independent runs.
 *
 * <p><strong>Contract.</strong> The result depends on the index alone, not on the worker or on what it ran before: a
 * workspace is scratch space, or remembers what would be computed again to the same bits. Randomness comes from a
 * generator seeded by the index. <strong>Threading.</strong> Called by several threads at once, with a workspace each.
 *
 * @param <W> workspace
 * @param <R> result
 */
@FunctionalInterface
public interface EnsembleRun<W, R> {
    /**
     * Runs.
     *
     * @param workspace the worker's own. May be modified.
     * @param index index of the run
     * @return result
     * @throws Exception if the run fails, which is kept as its outcome
     */
    R run(W workspace, int index) throws Exception;
}
