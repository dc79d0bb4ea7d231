package org.npp.core;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.npp.core.internal.Level;
import org.npp.core.internal.NewtonSolver;
import org.npp.core.internal.Sensitivities;
import org.npp.core.internal.TimeStepper;
import org.npp.core.mesh.FrontMesh;
import org.npp.core.sensitivity.Parameter;
import org.npp.core.time.Integrator;
import org.npp.core.time.StepControl;

/** One run in time: stops, step sizes, retries, records. Used once. */
final class Evolution {
    /** First time step, as a share of the run or of the part after a kink. */
    private static final double FIRST_STEP = 1e-7;

    /** Roundings of the time that the first step is long at least. */
    private static final double CLOCK_TICKS = 1e4;

    /** Smallest time step, as a share of the run. */
    private static final double LEAST_STEP = 1e-16;

    /** Shorter ones are taken down to this share of the time so far: at the begin fast ions relax in next to no time. */
    private static final double LEAST_SHARE = 1e-9;

    /** Smallest time step at the very begin, as a share of the run. */
    private static final double LEAST_FIRST_STEP = 1e-24;

    /** A step whose Newton iteration failed is tried again at this share. */
    private static final double RETRY_STEP = 0.25;

    /** Rejected tries in a row after which the nodes stay where they are: it may be their motion that fails. */
    private static final int MOST_REJECTED = 4;

    /** Steps for which they stay, until the steps are so long again that catching up is no haste. */
    private static final int RESTING_STEPS = 5;

    /** Tries in vain after which nodes that follow the fronts stop to, if these are … */
    private static final int MANY_REJECTED = 200;

    /** … at least this share of the steps made. */
    private static final double MANY_REJECTED_SHARE = 0.2;

    /** Steps between two stops after which they stop to as well: nodes at rest take fewer. */
    private static final int MANY_STEPS = 5000;

    /** Local error aimed at, in units of the tolerance: for order 1 and 2 these give about equal profile errors. */
    private static final double EULER_TARGET = 10;

    private static final double BDF2_TARGET = 2;

    /** What Newton's iteration may leave of a step, in units of the tolerance: a tenth of the local error aimed at. */
    private static final double NEWTON_SHARE = 0.2;

    private final ScaledProblem scaled;
    private final SolverOptions options;
    private final Stops stops;
    private final TimeStepper stepper;
    private FrontMesh mesh;
    private final StepControl control;
    private final @Nullable Sensitivities sensitivities;
    private final int order;
    private final List<NppState> outputs = new ArrayList<>();
    private final HistoryRecorder history = new HistoryRecorder();
    private final DenseRecord dense = new DenseRecord();
    private final long begin = System.nanoTime();
    private int accepted;
    private int rejected;
    private int rejectedInARow;

    /** Accepted steps to come in which the nodes stay where they are. */
    private int resting;

    private int newtonIterations;

    /** Accepted steps since the last time at which one had to end. */
    private int stepsSinceStop;

    /** Whether the nodes follow the fronts, as they do until that fails. */
    private boolean mayFollow;

    /** When they stopped to [s]; infinite where they did not. */
    private double restTime = Double.POSITIVE_INFINITY;

    private Evolution(ScaledProblem scaled, SolverOptions options, Stops stops, List<Parameter> parameters) {
        this.scaled = scaled;
        this.options = options;
        this.stops = stops;
        mayFollow = options.meshMotion() == MeshMotion.FOLLOW_FRONTS;
        order = options.integrator() == Integrator.IMPLICIT_EULER ? 1 : 2;
        control = StepControl.ofTarget((order == 2 ? BDF2_TARGET : EULER_TARGET) * options.tolerance());
        mesh = scaled.frontMesh(options.meshMotion());
        stepper = TimeStepper.of(
                scaled.model(),
                scaled.start(),
                options.integrator(),
                NEWTON_SHARE * options.tolerance(),
                options.linearSolver());
        sensitivities = parameters.isEmpty() ? null : scaled.sensitivities(parameters);
        if (sensitivities != null) {
            stepper.carry(sensitivities);
        }
        if (mayFollow && scaled.isForeignStart()) {
            stepper.transfer(mesh.positions(stepper.level().time()));
        }
    }

    static Evolution of(ScaledProblem scaled, SolverOptions options, Stops stops, List<Parameter> parameters) {
        return new Evolution(scaled, options, stops, parameters);
    }

    /** Runs to the end or throws. */
    Trajectory run() {
        record(0);
        keep(0);
        double step = firstStep();
        while (!stops.isEnd(stepper.level().time())) {
            checkHooks(step);
            step = mayFollow && isMotionInVain() ? stopFollowing() : advance(step);
        }
        return trajectory(Termination.COMPLETED);
    }

    /** A share of the run, and enough for the clock to tell. */
    private double firstStep() {
        return Math.max(FIRST_STEP * stops.duration(), CLOCK_TICKS * Math.ulp(stops.end()));
    }

    private void checkHooks(double step) {
        if (options.cancelled().getAsBoolean()) {
            throw failed(scaled.failure(Termination.CANCELLED, step, stepper.level()));
        }
        if (accepted + rejected >= options.maxSteps()) {
            throw failed(scaled.failure(Termination.STEP_LIMIT, step, stepper.level()));
        }
    }

    /** Makes one accepted step, or only learns a smaller one; returns the step to try next. */
    private double advance(double wanted) {
        final double now = stepper.level().time();
        final double stop = stops.next(now);
        final double step = stops.fit(now, wanted);
        final double target = now + step >= stop ? stop : now + step;
        final NewtonSolver.Outcome outcome = solve(target);
        resting = ++rejectedInARow >= MOST_REJECTED ? RESTING_STEPS : resting;
        if (outcome != NewtonSolver.Outcome.CONVERGED) {
            rejected++;
            return smaller(RETRY_STEP * (target - now), outcome);
        }
        final double factor = control.factor(stepper.error(), stepper.order());
        if (!control.accepts(stepper.error())) {
            rejected++;
            return smaller(Math.min(0.7, factor) * (target - now), NewtonSolver.Outcome.CONVERGED);
        }
        accept(target);
        if (stops.isStrongKink(target)) {
            stepper.restart();
            dense.restart();
            return firstStep();
        }
        final double share = stepper.lengthShare();
        final double growth = share < 1 ? Math.min(1, factor) : factor;
        return share * Math.max(wanted * Math.min(1, factor), growth * (target - now));
    }

    /** Returns a step to retry with, or gives up where it would vanish. */
    private double smaller(double step, NewtonSolver.Outcome outcome) {
        final double now = stepper.level().time();
        final double least = Math.max(
                LEAST_FIRST_STEP * stops.duration(),
                Math.min(LEAST_STEP * stops.duration(), LEAST_SHARE * (now - (stops.end() - stops.duration()))));
        if (step > least && now + step > now) {
            return step;
        }
        if (mayFollow) {
            return stopFollowing();
        }
        throw failed(scaled.failure(outcome, step, stepper));
    }

    /** Whether so many tries were in vain that nodes at rest will be faster. */
    private boolean isMotionInVain() {
        return stepsSinceStop >= MANY_STEPS
                || (rejected >= MANY_REJECTED && rejected >= MANY_REJECTED_SHARE * accepted);
    }

    /**
     * Puts the nodes back to where the problem has them, for good: they could not follow. Fronts between them are less
     * sharp, but a step can always be made. Returns the step to go on with.
     */
    private double stopFollowing() {
        mayFollow = false;
        restTime = stepper.level().time();
        mesh = scaled.restingMesh();
        stepper.transfer(mesh.positions(restTime));
        dense.restart();
        keep(0);
        return firstStep();
    }

    /** Solves a step as the options want it; where that fails, in the positive way, then with nodes at rest. */
    private NewtonSolver.Outcome solve(double target) {
        final double[] atRest = stepper.level().positions();
        final double[] positions = resting > 0 ? atRest : mesh.positions(target);
        NewtonSolver.Outcome outcome = counted(stepper.attempt(target, order, positions));
        if (outcome == NewtonSolver.Outcome.NEGATIVE) {
            rejected++;
            outcome = counted(stepper.attemptPositive(target, positions));
        }
        if (outcome != NewtonSolver.Outcome.CONVERGED && mayFollow) {
            rejected++;
            outcome = counted(stepper.attemptPositive(target, atRest));
        }
        return outcome;
    }

    private NewtonSolver.Outcome counted(NewtonSolver.Outcome outcome) {
        newtonIterations += stepper.newton().iterations();
        return outcome;
    }

    private void accept(double target) {
        stepper.accept();
        accepted++;
        stepsSinceStop = stops.isStop(target) ? 0 : stepsSinceStop + 1;
        rejectedInARow = 0;
        resting = Math.max(0, resting - 1);
        final Level level = stepper.level();
        mesh.follow(target, level.positions(), level.fractions());
        record(stepper.level().passedChange());
        keep(order);
        if (stops.isOutput(target)) {
            outputs.add(state());
        }
        if (options.progress() != SolverOptions.NO_PROGRESS) {
            options.progress().accept(new Progress(target, stops.end(), accepted));
        }
    }

    /** Keeps the level for the dense output where that is asked for. */
    private void keep(int stepOrder) {
        if (options.denseOutput()) {
            dense.add(state(), stepOrder);
        }
    }

    private void record(double passedChange) {
        final Level level = stepper.level();
        final double elapsed = level.time() - history.lastTime(level.time());
        final double charge = scaled.charge(passedChange);
        history.add(
                level.time(),
                elapsed > 0 ? charge / elapsed : 0,
                scaled.surfacePotential(level),
                scaled.charge(stepper.balance().passedCharge()),
                scaled.charge(level.surfaceCharge()),
                scaled.frontDepth(level));
    }

    private SimulationException failed(Failure failure) {
        return new SimulationException(failure, trajectory(failure.termination()));
    }

    private Trajectory trajectory(Termination termination) {
        final RunStatistics statistics = RunStatistics.of(
                termination,
                accepted,
                rejected,
                newtonIterations,
                1e-9 * (System.nanoTime() - begin),
                restTime,
                scaled,
                stepper);
        return new Trajectory(outputs, state(), history.history(), statistics, dense.output());
    }

    /** The last accepted state, with the placing of its nodes and its derivatives. */
    private NppState state() {
        return scaled.state(stepper.level())
                .with(mesh.clusters().orElse(null))
                .with(sensitivities == null ? List.of() : sensitivities.profiles());
    }
}
