package org.npp.core;

/**
 * Solves Nernst&ndash;Planck&ndash;Poisson problems in time.
 *
 * <p><strong>Threading.</strong> Instances are immutable and thread-safe; each call has its own workspace.
 */
public final class NppSolver {
    /** The options. */
    private final SolverOptions options;

    private NppSolver(SolverOptions options) {
        this.options = options;
    }

    /**
     * Creates a solver.
     *
     * @param options how to solve
     * @return the solver
     */
    public static NppSolver of(SolverOptions options) {
        return new NppSolver(options);
    }

    /**
     * Evolves a problem in time.
     *
     * @param problem the problem; the run begins at the time of its start profile, or at 0
     * @param duration how long [s], finite, \( > 0 \)
     * @param outputTimes times at which states are kept [s], increasing, within the run. Not modified.
     * @return states, history and statistics
     * @throws IllegalArgumentException if duration or output times break a rule
     * @throws SimulationException if the run can't be finished; it carries what was computed
     */
    public Trajectory evolve(NppProblem problem, double duration, double... outputTimes) {
        final Stops stops = Stops.of(problem, duration, outputTimes);
        final ScaledProblem scaled = ScaledProblem.of(problem, options.edgeDiffusivity(), options.poisson());
        return Evolution.of(scaled, options, stops).run();
    }

    /**
     * Finds the state in which nothing changes any more, by implicit Euler steps that grow without bound. Ions that are
     * blocked at both surfaces keep their amounts. Nodes stay where they are.
     *
     * @param problem the problem, with drives that are constant
     * @return the steady state, at the time of the start
     * @throws IllegalArgumentException if a drive has kinks
     * @throws SimulationException if no steady state is found; it carries the last state
     */
    public NppState steadyState(NppProblem problem) {
        final ScaledProblem scaled = ScaledProblem.of(problem, options.edgeDiffusivity(), options.poisson());
        return SteadyState.of(problem, scaled, options).find();
    }
}
