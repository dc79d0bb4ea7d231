package org.npp.cait.fit;

import org.npp.core.sensitivity.Parameter;

/** How a fitted parameter acts on one experiment, which decides how derivatives to it are computed. */
public sealed interface Influence {
    /** Not at all. */
    record None() implements Influence {}

    /** On the observation alone: differences, without running the simulation again. */
    record Measuring() implements Influence {}

    /** On the simulation: differences of two runs. */
    record Simulation() implements Influence {}

    /**
     * On the simulation, which computes derivatives of its own.
     *
     * @param parameter parameter of the solver
     * @param relative whether it is a factor, at 1, of the fitted parameter, rather than the parameter itself
     */
    record InSolver(Parameter parameter, boolean relative) implements Influence {}
}
