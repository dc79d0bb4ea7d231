package org.npp.core.internal;

import org.npp.benchmarks.ExampleProblem;
import org.npp.core.SolverOptions;
import org.npp.core.mesh.FrontMesh;
import org.npp.core.mesh.Mesh;
import org.npp.core.time.Integrator;
import org.npp.core.time.StepControl;
import org.npp.core.time.TimeFormula;

/**
 * One time step in the middle of an example run, on nodes that follow the front: two ions, Li with the diffusivity of a
 * site energy distribution. In the package of the machinery that it times.
 */
final class ExchangeStep {
    private static final String EXAMPLE = "rb";

    /** Begin of the step and first step of the run, as shares of the run. */
    private static final double BEGIN = 0.5;

    private static final double FIRST = 1e-7;

    /** Error of a step, as in default runs. */
    private static final double TARGET = 3e-3;

    private final TimeStepper stepper;
    private final double end;
    private final double[] positions;

    /** Level at the begin of the step. */
    final Level old;

    /** Time derivative of the step. */
    final TimeFormula formula;

    private ExchangeStep(TimeStepper stepper, double length, double before, double[] positions) {
        this.stepper = stepper;
        this.end = stepper.level().time() + length;
        this.positions = positions;
        old = stepper.level();
        formula = TimeFormula.bdf2(length, before);
    }

    /**
     * Runs up to the step.
     *
     * @param nodes number of nodes
     * @param accuracy size of a Newton update that may be left out
     */
    static ExchangeStep of(int nodes, double accuracy) {
        final ExampleProblem problem = ExampleProblem.of(EXAMPLE);
        final Model model = problem.model(SolverOptions.defaults().edgeDiffusivity());
        final Mesh mesh = problem.onNodes(nodes).mesh();
        final FrontMesh moving = FrontMesh.followingFromSurface(mesh.thickness(), nodes, model.ionCount());
        final Level start = Level.virgin(mesh, model.virginFractions());
        start.place(moving.positions(0));
        final TimeStepper stepper = TimeStepper.of(model, start, Integrator.BDF2, accuracy);
        final StepControl control = StepControl.ofTarget(TARGET);
        double length = FIRST * problem.duration();
        double before = length;
        while (stepper.level().time() < BEGIN * problem.duration()) {
            final double time = stepper.level().time() + length;
            final boolean solved = stepper.attempt(time, 2, moving.positions(time)) == NewtonSolver.Outcome.CONVERGED;
            final double factor = solved ? control.factor(stepper.error(), stepper.order()) : 0.25;
            if (solved && control.accepts(stepper.error())) {
                stepper.accept();
                moving.follow(time, stepper.level().positions(), stepper.level().fractions());
                before = length;
            }
            length *= factor;
        }
        final double[] positions =
                moving.positions(stepper.level().time() + length).clone();
        return new ExchangeStep(stepper, length, before, positions);
    }

    /** Solves the step from the guess that the steps before give. */
    NewtonSolver.Outcome solve() {
        return stepper.attempt(end, 2, positions);
    }

    /** Number of iterations of the last {@link #solve}. */
    int iterations() {
        return stepper.newton().iterations();
    }

    /** The assembly of the steps. */
    Assembly assembly() {
        return stepper.newton().assembly();
    }

    /** Solves the step and returns the level at its end. */
    Level accept() {
        solve();
        stepper.accept();
        return stepper.level();
    }
}
