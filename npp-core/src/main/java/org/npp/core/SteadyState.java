package org.npp.core;

import java.util.List;
import java.util.Optional;
import org.npp.core.internal.Level;
import org.npp.core.internal.NewtonSolver;
import org.npp.core.internal.TimeStepper;
import org.npp.core.time.Integrator;

/** Search for a steady state by implicit Euler steps that grow without bound. Used once. */
final class SteadyState {
    /** First step, as a share of the time of diffusion through the sample. */
    private static final double FIRST_STEP = 1e-6;

    /** A state that changes no more over this many times of diffusion is steady. */
    private static final double LONG_STEP = 1e6;

    private static final double GROWTH = 10;
    private static final double RETRY_STEP = 0.1;

    /** Largest change of a fraction in a long step that counts as none. */
    private static final double NO_CHANGE = 1e-12;

    private static final double LEAST_STEP = 1e-30;
    private static final int MOST_STEPS = 500;

    private final ScaledProblem scaled;
    private final SolverOptions options;
    private final TimeStepper stepper;
    private final double[] positions;
    private final long started = System.nanoTime();
    private int accepted;
    private int rejected;
    private int newtonIterations;

    private SteadyState(NppProblem problem, ScaledProblem scaled, SolverOptions options) {
        this.scaled = scaled;
        this.options = options;
        stepper = TimeStepper.of(scaled.model(), scaled.start(), Integrator.IMPLICIT_EULER, NewtonSolver.STRICT);
        positions = problem.mesh().toArray();
    }

    static SteadyState of(NppProblem problem, ScaledProblem scaled, SolverOptions options) {
        if (Stops.hasKinks(problem)) {
            throw new IllegalArgumentException("a steady state needs drives that are constant in time");
        }
        return new SteadyState(problem, scaled, options);
    }

    NppState find() {
        final double begin = stepper.level().time();
        final double thickness = positions[positions.length - 1];
        final double diffusion = thickness * thickness / scaled.largestDiffusivity();
        double step = FIRST_STEP * diffusion;
        for (int i = 0; i < MOST_STEPS; i++) {
            if (options.cancelled().getAsBoolean()) {
                throw failed(scaled.failure(Termination.CANCELLED, step, stepper.level()), begin);
            }
            final double now = stepper.level().time();
            final NewtonSolver.Outcome outcome = stepper.attempt(now + step, 1, positions);
            newtonIterations += stepper.newton().iterations();
            if (outcome == NewtonSolver.Outcome.CONVERGED) {
                accepted++;
                stepper.accept();
                stepper.restart();
                if (step >= LONG_STEP * diffusion && stepper.level().largestChange() <= NO_CHANGE) {
                    return scaled.state(stepper.level()).at(begin);
                }
                step *= GROWTH;
            } else if (RETRY_STEP * step > LEAST_STEP * diffusion) {
                rejected++;
                step *= RETRY_STEP;
            } else {
                throw failed(scaled.failure(outcome, step, stepper), begin);
            }
        }
        throw failed(scaled.failure(Termination.STEP_LIMIT, step, stepper.level()), begin);
    }

    private SimulationException failed(Failure failure, double begin) {
        final Level level = stepper.level();
        final RunStatistics statistics = RunStatistics.of(
                failure.termination(),
                accepted,
                rejected,
                newtonIterations,
                1e-9 * (System.nanoTime() - started),
                Double.POSITIVE_INFINITY,
                scaled,
                stepper);
        return new SimulationException(
                failure,
                new Trajectory(
                        List.of(),
                        scaled.state(level).at(begin),
                        new History(List.of()),
                        statistics,
                        Optional.empty()));
    }
}
