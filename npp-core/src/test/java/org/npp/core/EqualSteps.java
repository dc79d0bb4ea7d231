package org.npp.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.DoubleFunction;
import org.npp.core.flux.EdgeDiffusivity;
import org.npp.core.internal.NewtonSolver;
import org.npp.core.internal.TimeStepper;

/** Runs a problem in equal time steps on nodes moved as told, without control of the error. */
final class EqualSteps {
    private EqualSteps() {}

    /**
     * Runs a problem in equal steps.
     *
     * @param order 2 for BDF2, 1 for implicit Euler
     * @param nodesAt node positions at a time
     * @return the last state
     */
    static NppState run(
            NppProblem problem,
            EdgeDiffusivity edges,
            PoissonModel poisson,
            int order,
            double duration,
            int steps,
            DoubleFunction<double[]> nodesAt) {
        final ScaledProblem scaled = ScaledProblem.of(problem, edges, poisson);
        final TimeStepper stepper = TimeStepper.of(scaled.model(), scaled.start(), NewtonSolver.STRICT);
        final double begin = stepper.level().time();
        for (int i = 1; i <= steps; i++) {
            final double end = begin + duration * i / steps;
            assertEquals(NewtonSolver.Outcome.CONVERGED, stepper.attempt(end, order, nodesAt.apply(end)));
            stepper.accept();
        }
        return scaled.state(stepper.level());
    }
}
