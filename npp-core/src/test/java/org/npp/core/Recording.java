package org.npp.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.npp.core.internal.NewtonSolver;
import org.npp.core.internal.Sensitivities;
import org.npp.core.internal.TimeStepper;
import org.npp.core.mesh.FrontMesh;
import org.npp.core.sensitivity.Parameter;
import org.npp.core.time.Integrator;

/** Times and node positions of a run, to be gone through again with the problem or its parameters changed. */
final class Recording {
    private final SolverOptions options;
    private final double[] times;
    private final List<double[]> positions = new ArrayList<>();

    /** Per step: a step that would make a density negative is of first order, as the solver does it. */
    private final int[] orders;

    private boolean settled = true;

    private Recording(SolverOptions options, double[] times) {
        this.options = options;
        this.times = times;
        orders = new int[times.length];
    }

    /** Takes the time steps from the solver and lets the nodes follow the fronts as they are then. */
    static Recording of(NppProblem problem, SolverOptions options, double duration) {
        final double[] times = NppSolver.of(options).evolve(problem, duration).history().entries().stream()
                .mapToDouble(History.Entry::time)
                .toArray();
        final Recording recording = new Recording(options, times);
        Arrays.fill(recording.orders, options.integrator() == Integrator.BDF2 ? 2 : 1);
        final ScaledProblem scaled = recording.scaled(problem);
        final FrontMesh mesh = scaled.frontMesh(options.meshMotion());
        recording.positions.add(scaled.start().positions().clone());
        final TimeStepper stepper =
                TimeStepper.of(scaled.model(), scaled.start(), Integrator.BDF2, NewtonSolver.STRICT);
        for (int i = 1; i < times.length; i++) {
            final double[] x = mesh.positions(times[i]).clone();
            recording.positions.add(x);
            recording.step(stepper, i);
            mesh.follow(times[i], x, stepper.level().fractions());
        }
        return recording;
    }

    private ScaledProblem scaled(NppProblem problem) {
        return ScaledProblem.of(problem, options.edgeDiffusivity(), options.poisson());
    }

    private void step(TimeStepper stepper, int i) {
        NewtonSolver.Outcome outcome = stepper.attempt(times[i], orders[i], positions.get(i));
        if (outcome == NewtonSolver.Outcome.NEGATIVE && orders[i] == 2) {
            orders[i] = 1;
            settled = false;
            outcome = stepper.attempt(times[i], 1, positions.get(i));
        }
        assertEquals(NewtonSolver.Outcome.CONVERGED, outcome);
        stepper.accept();
    }

    /** Whether all replays since the last call took the same formula in every step; if not, they are to be done again. */
    boolean isSettled() {
        final boolean answer = settled;
        settled = true;
        return answer;
    }

    /** Goes through the same steps on the same nodes. */
    NppState replay(NppProblem problem, List<Parameter> parameters) {
        final ScaledProblem scaled = scaled(problem);
        scaled.start().place(positions.get(0));
        final TimeStepper stepper =
                TimeStepper.of(scaled.model(), scaled.start(), Integrator.BDF2, NewtonSolver.STRICT);
        final Sensitivities sensitivities = scaled.sensitivities(parameters);
        stepper.carry(sensitivities);
        for (int i = 1; i < times.length; i++) {
            step(stepper, i);
        }
        return scaled.state(stepper.level()).with(sensitivities.profiles());
    }

    int steps() {
        return times.length - 1;
    }

    /** How far an inner node moved in all, over the thickness. */
    double movement() {
        double most = 0;
        final double[] first = positions.get(0);
        final double[] last = positions.get(positions.size() - 1);
        for (int k = 0; k < first.length; k++) {
            most = Math.max(most, Math.abs(last[k] - first[k]));
        }
        return most / first[first.length - 1];
    }
}
