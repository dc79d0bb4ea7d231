package org.npp.core;

/** A run that did not reach its end; what was computed until then comes with it. */
public final class SimulationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The failure. */
    private final transient Failure failure;

    /** What was computed. */
    private final transient Trajectory partial;

    /**
     * Creates the exception.
     *
     * @param failure when, where and why
     * @param partial what was computed until then
     */
    SimulationException(Failure failure, Trajectory partial) {
        super(failure.message());
        this.failure = failure;
        this.partial = partial;
    }

    /**
     * Returns when, where and why the run ended.
     *
     * @return the failure
     */
    public Failure failure() {
        return failure;
    }

    /**
     * Returns what was computed: outputs and history up to the last accepted step, which is its final state.
     *
     * @return the partial trajectory
     */
    public Trajectory partial() {
        return partial;
    }
}
