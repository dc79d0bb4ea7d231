package org.npp.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleFunction;
import org.npp.core.flux.EdgeDiffusivity;
import org.npp.core.internal.NewtonSolver;
import org.npp.core.internal.TimeStepper;
import org.npp.core.time.Integrator;

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
        final TimeStepper stepper =
                TimeStepper.of(scaled.model(), scaled.start(), Integrator.BDF2, NewtonSolver.STRICT);
        final double begin = stepper.level().time();
        for (int i = 1; i <= steps; i++) {
            final double end = begin + duration * i / steps;
            assertEquals(NewtonSolver.Outcome.CONVERGED, stepper.attempt(end, order, nodesAt.apply(end)));
            stepper.accept();
        }
        return scaled.state(stepper.level());
    }

    /** Runs a problem in equal steps of TR-BDF2, each a trapezoidal one and one of BDF2; the first is implicit Euler. */
    static NppState runPairs(
            NppProblem problem, PoissonModel poisson, double duration, int steps, DoubleFunction<double[]> nodesAt) {
        final ScaledProblem scaled = ScaledProblem.of(problem, EdgeDiffusivity.BLENDED, poisson);
        final TimeStepper stepper =
                TimeStepper.of(scaled.model(), scaled.start(), Integrator.TR_BDF2, NewtonSolver.STRICT);
        final double begin = stepper.level().time();
        for (int i = 0; i < steps; i++) {
            for (final double share : i == 0 ? new double[] {1} : new double[] {2 - Math.sqrt(2), 1}) {
                final double end = begin + duration * (i + share) / steps;
                assertEquals(NewtonSolver.Outcome.CONVERGED, stepper.attempt(end, 2, nodesAt.apply(end)));
                stepper.accept();
            }
        }
        assertTrue(
                stepper.balance().ionBalanceError() <= 1e-11,
                "ions " + stepper.balance().ionBalanceError());
        assertTrue(stepper.balance().leastFraction() >= 0);
        return scaled.state(stepper.level());
    }
}
