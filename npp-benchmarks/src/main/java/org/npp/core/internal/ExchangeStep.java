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

    /** Error of a step, and size of a Newton update that may be left out, as in default runs. */
    private static final double TARGET = 2e-3;

    static final double ACCURACY = 1e-5;

    private static final int MOST_TRIES = 1000;

    private final TimeStepper stepper;
    private final double end;
    private final double[] positions;

    /** Level at the begin of the step. */
    final Level old;

    /** Time derivative of the step. */
    final TimeFormula formula;

    /** The model. */
    final Model model;

    private ExchangeStep(Model model, TimeStepper stepper, double length, double before, double[] positions) {
        this.model = model;
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
     */
    static ExchangeStep of(int nodes) {
        final ExampleProblem problem = ExampleProblem.of(EXAMPLE);
        final Model model = problem.model(SolverOptions.defaults().edgeDiffusivity());
        final Mesh mesh = problem.onNodes(nodes).mesh();
        final FrontMesh moving = FrontMesh.followingFromSurface(mesh.thickness(), nodes, model.ionCount());
        final Level start = Level.virgin(mesh, model.virginFractions());
        start.place(moving.positions(0));
        final TimeStepper stepper = TimeStepper.of(model, start, Integrator.BDF2, ACCURACY);
        final StepControl control = StepControl.ofTarget(TARGET);
        double length = FIRST * problem.duration();
        double before = length;
        for (int tries = 0; stepper.level().time() < BEGIN * problem.duration(); tries++) {
            if (tries > MOST_TRIES) {
                throw new IllegalStateException(
                        "no way to the step at t = " + stepper.level().time() + " s");
            }
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
        return new ExchangeStep(model, stepper, length, before, positions);
    }

    /** Solves the step and returns the level at its end. */
    Level end() {
        stepper.attempt(end, 2, positions);
        stepper.accept();
        return stepper.level();
    }
}
