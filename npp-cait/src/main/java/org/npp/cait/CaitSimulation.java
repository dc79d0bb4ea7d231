package org.npp.cait;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.npp.core.Progress;

/** Simulates a {@link CaitCase}: its stages, one after the other, each from the end of the one before. */
public final class CaitSimulation {
    private final CaitCase experiment;

    private CaitSimulation(CaitCase experiment) {
        this.experiment = experiment;
    }

    /**
     * Prepares the simulation of a case.
     *
     * @param experiment the case
     * @return the simulation
     */
    public static CaitSimulation of(CaitCase experiment) {
        return new CaitSimulation(experiment);
    }

    /**
     * Runs all stages.
     *
     * @return the result; {@link CaitResult#complete} tells whether the numerics finished
     */
    public CaitResult run() {
        return run(p -> {}, () -> false);
    }

    /**
     * Runs all stages.
     *
     * @param progress told after each time step; its times count from the start of the first stage
     * @param cancelled asked before each time step
     * @return the result; {@link CaitResult#complete} tells whether the numerics finished
     */
    public CaitResult run(Consumer<Progress> progress, BooleanSupplier cancelled) {
        throw new UnsupportedOperationException(experiment.title());
    }
}
