package org.npp.cait.inference;

import java.util.SortedMap;

/** Where a sampling stands, so that it can be continued to the same numbers. */
public sealed interface Checkpoint {
    /**
     * An {@link EnsembleSampler}.
     *
     * @param state its state
     */
    record Walk(SamplerState state) implements Checkpoint {}

    /**
     * A {@link Bootstrap}.
     *
     * @param results results by index, an empty array for a fit that failed
     */
    record Refits(SortedMap<Integer, double[]> results) implements Checkpoint {}
}
