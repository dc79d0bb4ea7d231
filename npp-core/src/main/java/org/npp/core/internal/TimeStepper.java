package org.npp.core.internal;

import org.jspecify.annotations.Nullable;
import org.npp.core.boundary.Boundary;
import org.npp.core.boundary.ElectricCondition;
import org.npp.core.boundary.IonCondition;
import org.npp.core.linear.LinearSolver;
import org.npp.core.time.Integrator;
import org.npp.core.time.StepControl;
import org.npp.core.time.TimeFormula;

/**
 * Tries and accepts single time steps: predictor, mesh, Newton, error estimate, bookkeeping.
 *
 * <p>It keeps the last three accepted levels; a fresh start has one. Not thread-safe; {@link #attempt} and
 * {@link #accept} allocate nothing.
 */
public final class TimeStepper {
    /** Ratio of the two parts of a TR-BDF2 step for which both have the same Jacobian: 1 - g over g, g = 2 - sqrt 2. */
    private static final double BDF2_OVER_TRAPEZOID = Math.sqrt(0.5);

    private final Model model;
    private final NewtonSolver newton;
    private final Balance balance;
    private final Predictor predictor;

    /** Accepted levels, the newest first, and last the trial. */
    private final Level[] levels;

    /** The newest level with its rates, for the trapezoidal rule; null where the integrator has none. */
    private final @Nullable Level rates;

    /** What the trial starts from: the newest level, or that with its rates. */
    private Level begin;

    /** Formula that led to the newest level. */
    private final TimeFormula newestFormula = TimeFormula.steady();

    private double lengthShare = 1;
    private boolean trapezoidalTrial;
    private boolean trapezoidalNewest;
    private int known = 1;

    /** Whether the newest level comes from other nodes. */
    private boolean transferred;

    private int trialOrder = 1;
    private final TimeFormula formula = TimeFormula.steady();
    private double error;
    private @Nullable Sensitivities sensitivities;

    private TimeStepper(Model model, Level start, Integrator integrator, double accuracy, LinearSolver linearSolver) {
        this.model = model;
        final int nodes = start.nodes();
        newton = NewtonSolver.ofSize(model, nodes, accuracy, linearSolver);
        levels = new Level[] {
            start,
            Level.ofSize(nodes, model.ionCount()),
            Level.ofSize(nodes, model.ionCount()),
            Level.ofSize(nodes, model.ionCount())
        };
        rates = integrator == Integrator.TR_BDF2 ? Level.ofSize(nodes, model.ionCount()) : null;
        begin = start;
        predictor = Predictor.of(model, nodes);
        balance = Balance.of(model, start);
    }

    /**
     * Creates a stepper at a start level.
     *
     * @param model the model
     * @param start the start; the stepper takes it over
     * @param integrator formula of steps of order 2; with {@link Integrator#TR_BDF2} every other one is trapezoidal
     * @param accuracy size of a Newton update that may be left out [1]
     * @return the stepper
     */
    public static TimeStepper of(Model model, Level start, Integrator integrator, double accuracy) {
        return of(model, start, integrator, accuracy, LinearSolver.BLOCK_THOMAS);
    }

    /**
     * Creates a stepper at a start level.
     *
     * @param model the model
     * @param start the start; the stepper takes it over
     * @param integrator formula of steps of order 2; with {@link Integrator#TR_BDF2} every other one is trapezoidal
     * @param accuracy size of a Newton update that may be left out [1]
     * @param linearSolver solver of the linear systems
     * @return the stepper
     */
    public static TimeStepper of(
            Model model, Level start, Integrator integrator, double accuracy, LinearSolver linearSolver) {
        return new TimeStepper(model, start, integrator, accuracy, linearSolver);
    }

    /**
     * Carries derivatives along, from the newest level on.
     *
     * @param derivatives derivatives of the newest level; every accepted step carries them over
     */
    public void carry(Sensitivities derivatives) {
        sensitivities = derivatives;
    }

    /**
     * Tries a step from the newest level.
     *
     * @param end time at the end of the step [s], after the newest level's
     * @param order 2 for the integrator's formula where a level before is known, 1 for implicit Euler
     * @param positions node positions at the end of the step [m]. Not modified.
     * @return how Newton's method ended
     */
    public NewtonSolver.Outcome attempt(double end, int order, double[] positions) {
        return attempt(end, order, positions, false);
    }

    /**
     * Tries a step from the newest level in the way that keeps densities positive: implicit Euler, plain fluxes.
     *
     * @param end time at the end of the step [s], after the newest level's
     * @param positions node positions at the end of the step [m]. Not modified.
     * @return how Newton's method ended
     */
    public NewtonSolver.Outcome attemptPositive(double end, double[] positions) {
        return attempt(end, 1, positions, true);
    }

    private NewtonSolver.Outcome attempt(double end, int order, double[] positions, boolean positive) {
        newton.assembly().usePositiveFluxes(positive);
        final Level old = levels[0];
        final double step = end - old.time;
        final Level trial = levels[3];
        final double before = known > 1 ? old.time - levels[1].time : step;
        trialOrder = order == 2 && known > 1 ? 2 : 1;
        if (trialOrder == 2) {
            formula.useBdf2(step, before);
        } else {
            formula.useImplicitEuler(step);
        }
        begin = old;
        trapezoidalTrial = false;
        if (rates != null && trialOrder == 2 && !trapezoidalNewest) {
            rates.takeRates(old, levels[1], newestFormula);
            begin = rates;
            formula.useTrapezoidal(step);
            trapezoidalTrial = true;
        }
        trial.time = end;
        trial.move(old, positions);
        trial.beamChange = beamCharge(old.time, trial.time);
        predictor.predict(levels, known, trialOrder, step);
        final NewtonSolver.Outcome outcome = newton.solve(begin, trial, formula);
        error = outcome == NewtonSolver.Outcome.CONVERGED ? estimate(step) : Double.POSITIVE_INFINITY;
        return outcome;
    }

    private double beamCharge(double from, double to) {
        return model.front().electric() instanceof ElectricCondition.Attachment beam
                ? beam.currentDensity().integral(from, to) / model.chargeScale()
                : 0;
    }

    /** Local error of the fractions from their difference to the predictor. */
    private double estimate(double step) {
        final Level trial = levels[3];
        final double[] predicted = predictor.fractions();
        double worst = 0;
        for (int at = 0; at < predicted.length; at++) {
            worst = Math.max(worst, Math.abs(trial.fraction[at] - predicted[at]));
        }
        if (known == 1) {
            // what a transfer left out of balance with charges and surfaces relaxes at once: that is no error
            return transferred ? 0 : 0.5 * firstWorst();
        }
        final double d1 = levels[0].time - levels[1].time;
        if (trapezoidalTrial && known > 2) {
            return worst * StepControl.trapezoidalShare(step, d1, levels[1].time - levels[2].time);
        }
        if (trialOrder == 2 && known > 2) {
            return worst * StepControl.bdf2Share(step, d1, levels[1].time - levels[2].time);
        }
        return worst * StepControl.eulerShare(step, d1);
    }

    /** Largest difference of a first step; given densities at the ends jump from the start to their value. */
    private double firstWorst() {
        final Level trial = levels[3];
        final int ions = model.ionCount();
        final int last = trial.nodes() - 1;
        final double[] predicted = predictor.fractions();
        double worst = 0;
        for (int at = 0; at < predicted.length; at++) {
            final int node = at / ions;
            final boolean given = (node == 0 && isGiven(model.front(), at % ions))
                    || (node == last && isGiven(model.back(), at % ions));
            worst = given ? worst : Math.max(worst, Math.abs(trial.fraction[at] - predicted[at]));
        }
        return worst;
    }

    private static boolean isGiven(Boundary boundary, int ion) {
        return boundary.ions().get(ion) instanceof IonCondition.Density;
    }

    /** Makes the trial the newest level. */
    public void accept() {
        final Level trial = levels[3];
        balance.record(begin, trial, formula, newton.assembly().boundaries(), newton.current());
        newestFormula.copy(formula);
        lengthShare = pairShare();
        trapezoidalNewest = trapezoidalTrial;
        trial.sumPotential(model.back().electric() instanceof ElectricCondition.Potential);
        if (sensitivities != null) {
            sensitivities.advance(levels[0], trial, formula, newton.assembly(), newton.linear());
        }
        levels[3] = levels[2];
        levels[2] = levels[1];
        levels[1] = levels[0];
        levels[0] = trial;
        known = Math.min(3, known + 1);
        transferred = false;
    }

    /** Length of the next step over the last that the integrator prefers. */
    private double pairShare() {
        if (trapezoidalTrial) {
            return BDF2_OVER_TRAPEZOID;
        }
        return trapezoidalNewest && trialOrder == 2 ? 1 / BDF2_OVER_TRAPEZOID : 1;
    }

    /**
     * Returns the length of the next step over the last that the integrator prefers, apart from the error.
     *
     * @return 1, or the ratio of the two parts of a step
     */
    public double lengthShare() {
        return lengthShare;
    }

    /** Forgets the levels before the newest, as after a kink of a drive: the next step is of first order. */
    public void restart() {
        known = 1;
        trapezoidalNewest = false;
        lengthShare = 1;
    }

    /**
     * Puts the newest level, and what is carried along with it, onto other nodes, and forgets the levels before.
     *
     * @param positions node positions [m], as many, from 0 to the same thickness. Not modified.
     */
    public void transfer(double[] positions) {
        final CellTransfer transfer = CellTransfer.of(levels[0], positions);
        transfer.apply(levels[0], model.debyeSquared());
        if (sensitivities != null) {
            sensitivities.take(transfer);
        }
        restart();
        transferred = true;
    }

    /**
     * Returns the newest accepted level.
     *
     * @return the level; live
     */
    public Level level() {
        return levels[0];
    }

    /**
     * Returns the estimated local error of the last attempt.
     *
     * @return error [1]; infinite where Newton's method failed
     */
    public double error() {
        return error;
    }

    /**
     * Returns the order of the predictor's and formula's error in the last attempt.
     *
     * @return 1 or 2
     */
    public int order() {
        return trialOrder == 2 && known > 2 ? 2 : 1;
    }

    /**
     * Returns the Newton solver.
     *
     * @return the solver
     */
    public NewtonSolver newton() {
        return newton;
    }

    /**
     * Returns what was kept and what was not.
     *
     * @return the balance
     */
    public Balance balance() {
        return balance;
    }
}
