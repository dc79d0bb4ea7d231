package org.npp.core.internal;

import org.jspecify.annotations.Nullable;
import org.npp.core.linear.BlockTridiagonalSolver;
import org.npp.core.linear.LinearSolver;
import org.npp.core.time.TimeFormula;

/**
 * Newton's method for one implicit step.
 *
 * <p>The size of an update is the largest change of a fraction, or of the scaled potential over its range. The iteration
 * stops when {@link Convergence} finds what is left small enough and nothing is out of balance. A density that an update
 * would make negative is set to a tenth of its value instead, to 0 where it falls below by next to nothing: no iterate is
 * ever negative, and what the last update leaves below 0 is filled up by {@link Undershoots}. Not thread-safe;
 * {@link #solve} allocates nothing.
 */
public final class NewtonSolver {
    /** Accuracy of steady states: fractions to a few roundings [1]. */
    public static final double STRICT = 1e-14;

    /** Most iterations. */
    public static final int MAX_ITERATIONS = 25;

    /** What is left of a density that an update would make negative. */
    private static final double POSITIVE_SHARE = 0.1;

    /** Densities below this are set to 0: they can't matter, and subnormal numbers are slow. */
    private static final double NEGLIGIBLE = 1e-250;

    /**
     * A density that falls to less than 0 by this is 0: it is below the rounding of the largest densities. Where a front
     * went by, densities fall by many decades in a step, which no formula of order 2 follows without an undershoot.
     */
    private static final double TINY = 1e-16;

    /** A density that falls to less than 0 by this share of what it was falls to 0 but for rounding. */
    private static final double ROUNDED = 4 * Math.ulp(1.0);

    /** Share of the accuracy that a density may fall below 0 by, to be filled up again at the cost of its neighbours. */
    private static final double MOST_BELOW = 0.03;

    /** Share of the current at a node that the ions filled up there may carry. */
    private static final double MOST_CARRIED = 1e-6;

    /** Iterations without a new least update after which the iteration counts as stagnant. */
    private static final int MOST_IDLE = 10;

    /** Iterations without one from which on updates are halved: the iteration may go to and fro over a kink. */
    private static final int LEAST_IDLE = 3;

    /** Updates in a row that would make a density negative, after which the step counts as negative. */
    private static final int MOST_CLIPPED = 8;

    /** Iterations added at most where the last update, though small enough, leaves something out of balance. */
    private static final int MOST_REPEATS = 3;

    /** Solves at most, before that, for the rounding of the last update: each leaves less than a tenth of it. */
    private static final int MOST_MENDS = 3;

    /** Differences of the current between faces that need neither: the rounding of the last update [1]. */
    private static final double EVEN = 1e-10;

    /** How the iteration ended. */
    public enum Outcome {
        /** What is left is below the accuracy. */
        CONVERGED,
        /** The iterations are used up. */
        ITERATIONS,
        /** The updates stopped falling. */
        STAGNATION,
        /** The solution would have a negative density. */
        NEGATIVE,
        /** A block of the Jacobian is singular. */
        SINGULAR,
        /** An update is NaN or infinite. */
        NOT_FINITE
    }

    private final int ions;
    private final int block;
    private final Assembly assembly;
    private final BlockTridiagonalSolver linear;
    private final TotalCurrent current;
    private final double[] update;
    private final Convergence convergence;
    private final Undershoots undershoots;

    /** What a density may fall below 0 by at the end of the iteration [1]. */
    private final double mostBelow;

    private final @Nullable BeamCutOff cutOff;
    private int worstRow;
    private boolean clipped;
    private boolean below;
    private int clippedRow;

    private NewtonSolver(Model model, int nodes, double accuracy, LinearSolver linearSolver) {
        convergence = Convergence.of(accuracy, MAX_ITERATIONS);
        undershoots = Undershoots.of(model.charges());
        mostBelow = MOST_BELOW * accuracy;
        ions = model.ionCount();
        block = model.blockSize();
        assembly = Assembly.ofSize(model, nodes);
        current = TotalCurrent.of(model);
        linear = linearSolver.ofSize(nodes, block);
        update = new double[nodes * block];
        cutOff = assembly.boundaries().cutOff();
    }

    /**
     * Creates a solver with its workspace.
     *
     * @param model the model
     * @param nodes number of nodes
     * @param accuracy size of an update that may be left out [1], at least {@link #STRICT}
     * @param linearSolver solver of the linear systems
     * @return the solver
     */
    public static NewtonSolver ofSize(Model model, int nodes, double accuracy, LinearSolver linearSolver) {
        return new NewtonSolver(model, nodes, accuracy, linearSolver);
    }

    /**
     * Solves a step; the trial level holds the first guess and receives the solution.
     *
     * @param old level at the begin of the step. Not modified.
     * @param trial level at its end, its time, mesh, changes, drops and potential set to a guess. Overwritten.
     * @param formula time derivative
     * @return how it ended
     */
    public Outcome solve(Level old, Level trial, TimeFormula formula) {
        int clippedInARow = 0;
        int repeats = MOST_REPEATS;
        convergence.begin();
        while (convergence.count() < MAX_ITERATIONS) {
            assembly.assemble(old, trial, formula);
            final int singular = linear.factorizeAndSolve(assembly.matrix, assembly.residual, update);
            if (singular != BlockTridiagonalSolver.SUCCESS) {
                worstRow = singular * block;
                final boolean finite = isFinite();
                convergence.note(finite ? Double.POSITIVE_INFINITY : Double.NaN, true);
                return finite ? Outcome.SINGULAR : Outcome.NOT_FINITE;
            }
            final boolean limited = cutOff != null && cutOff.limit(trial.psi[0], update);
            final boolean halved = convergence.idle() >= LEAST_IDLE;
            if (halved) {
                halve();
            }
            final double size = apply(old, trial);
            final boolean whole = !limited && !halved && !clipped;
            convergence.note(size, !whole);
            if (!(size < Double.POSITIVE_INFINITY)) {
                return Outcome.NOT_FINITE;
            }
            clippedInARow = clipped ? clippedInARow + 1 : 0;
            if (whole && convergence.isReached() && assembly.boundaries().isBeamSettled(trial.psi[0], update[0])) {
                final @Nullable Outcome end = end(old, trial, formula, --repeats < 0);
                if (end != null) {
                    return end;
                }
            }
            if (below) {
                cutAtZero(old, trial);
            }
            if (clippedInARow >= MOST_CLIPPED) {
                worstRow = clippedRow;
                return Outcome.NEGATIVE;
            }
            if (convergence.idle() >= MOST_IDLE) {
                return Outcome.STAGNATION;
            }
        }
        return Outcome.ITERATIONS;
    }

    /**
     * Ends the iteration at an update that is small enough, unless something is out of balance.
     *
     * @param last whether to end it all the same
     * @return how it ended; null if there is to be another iteration
     */
    private @Nullable Outcome end(Level old, Level trial, TimeFormula formula, boolean last) {
        final boolean steady = formula.a() == 0;
        conclude(old, trial, formula);
        for (int m = 0; m < MOST_MENDS && !steady && !clipped && !isEven(old, trial, formula); m++) {
            mend(old, trial, formula);
        }
        if (!steady && last && CellBalance.isBroken(old, trial, formula, assembly)) {
            return Outcome.STAGNATION;
        }
        if (!steady && (clipped || !(last || isBalanced(old, trial, formula)))) {
            return null;
        }
        if (below && !undershoots.fill(old, trial, formula, assembly.flux)) {
            worstRow = undershoots.lacking() / ions * block + 1 + undershoots.lacking() % ions;
            return Outcome.NEGATIVE;
        }
        final int exhausted = assembly.boundaries().exhausted(trial);
        worstRow = exhausted < 0 ? worstRow : exhausted;
        return exhausted < 0 ? Outcome.CONVERGED : Outcome.NEGATIVE;
    }

    /** Whether all residuals are numbers; else the row of the first that is not counts as the worst. */
    private boolean isFinite() {
        for (int row = 0; row < assembly.residual.length; row++) {
            if (!(Math.abs(assembly.residual[row]) < Double.POSITIVE_INFINITY)) {
                worstRow = row;
                return false;
            }
        }
        return true;
    }

    private void conclude(Level old, Level trial, TimeFormula formula) {
        assembly.conclude(old, trial, formula, update);
        current.measure(old, trial, formula, assembly.flux);
    }

    /** Whether rounding leaves current and ions in balance, and the ends want the rows they have. */
    private boolean isBalanced(Level old, Level trial, TimeFormula formula) {
        return assembly.boundaries().areSettled(trial) && isEven(old, trial, formula);
    }

    /** Whether the rounding of the last update leaves current and ions in balance. */
    private boolean isEven(Level old, Level trial, TimeFormula formula) {
        return current.unevenness() <= EVEN && CellBalance.holds(old, trial, formula, assembly);
    }

    /**
     * Solves once more for what the rounding of the last update leaves: the finer the cells, the larger are the fluxes
     * that cancel in them. With the factors that are there this takes a fraction of an iteration.
     */
    private void mend(Level old, Level trial, TimeFormula formula) {
        final int worst = worstRow;
        assembly.writeRemainder(old, trial, formula);
        linear.solve(assembly.residual, update);
        apply(old, trial);
        worstRow = worst;
        conclude(old, trial, formula);
    }

    /**
     * Whether a fraction may be left below 0, to be filled up. Not where as much of the ion would carry a part of the
     * current, as the last native ions behind a front may: how many are left of them decides the voltage.
     */
    private boolean mayBeBelow(Level trial, int node, int ion, double fraction) {
        final double[] diffusivity = assembly.laws.diffusivity;
        double conductivity = 0;
        for (int at = node * ions; at < (node + 1) * ions; at++) {
            conductivity += diffusivity[at] * trial.fraction[at];
        }
        return -fraction <= mostBelow && -fraction * diffusivity[node * ions + ion] <= MOST_CARRIED * conductivity;
    }

    /** Sets to 0 what is below. */
    private void cutAtZero(Level old, Level trial) {
        for (int at = 0; at < trial.change.length; at++) {
            trial.change[at] = Math.max(-old.fraction[at], trial.change[at]);
        }
    }

    private void halve() {
        for (int row = 0; row < update.length; row++) {
            update[row] *= 0.5;
        }
    }

    /** Subtracts the update from the changes, drops and potentials; returns its size. */
    private double apply(Level old, Level trial) {
        clipped = false;
        below = false;
        double largest = 0;
        double largestPsi = 0;
        double psiRange = 1;
        double least = 0;
        for (int k = 0; k < trial.nodes(); k++) {
            final double psiUpdate = update[k * block];
            trial.psi[k] -= psiUpdate;
            psiRange = Math.max(psiRange, Math.abs(trial.psi[k]));
            if (!(Math.abs(psiUpdate) <= largestPsi)) {
                largestPsi = Math.abs(psiUpdate);
                worstRow = largestPsi > largest ? k * block : worstRow;
            }
            if (k > 0) {
                trial.drop[k - 1] -= psiUpdate - update[(k - 1) * block];
            }
            for (int i = 0; i < ions; i++) {
                final int at = k * ions + i;
                final double before = old.fraction[at];
                final double change = trial.change[at] - update[k * block + 1 + i];
                final double fraction = before + change;
                if (!(Math.abs(update[k * block + 1 + i]) <= largest)) {
                    largest = Math.abs(update[k * block + 1 + i]);
                    worstRow = k * block + 1 + i;
                }
                if (fraction >= NEGLIGIBLE) {
                    trial.change[at] = change;
                } else if (fraction > -Math.max(TINY, ROUNDED * before)) {
                    trial.change[at] = -before;
                } else if (mayBeBelow(trial, k, i, fraction)
                        && assembly.boundaries().isExchangeable(k, i)) {
                    below = true;
                    trial.change[at] = change;
                } else {
                    clipped = true;
                    clippedRow = fraction < least ? k * block + 1 + i : clippedRow;
                    least = Math.min(least, fraction);
                    trial.change[at] = POSITIVE_SHARE * (before + trial.change[at]) - before;
                }
            }
        }
        return Math.max(largest, largestPsi / psiRange);
    }

    /**
     * Returns the assembly, as it was at the last iterate: fluxes and boundary fluxes belong to the solution.
     *
     * @return the assembly
     */
    Assembly assembly() {
        return assembly;
    }

    /**
     * Returns the solver of the linear systems.
     *
     * @return the solver
     */
    BlockTridiagonalSolver linear() {
        return linear;
    }

    /**
     * Returns the total current of the last step solved.
     *
     * @return the current; live
     */
    TotalCurrent current() {
        return current;
    }

    /**
     * Returns the number of linear solves of the last call.
     *
     * @return iterations
     */
    public int iterations() {
        return convergence.count();
    }

    /**
     * Returns the sizes of the updates of the last call.
     *
     * @return new array [1]
     */
    public double[] updates() {
        return convergence.sizes();
    }

    /**
     * Returns the accuracy.
     *
     * @return size of an update that may be left out [1]
     */
    public double accuracy() {
        return convergence.accuracy();
    }

    /**
     * Returns the node of the largest update.
     *
     * @return node
     */
    public int worstNode() {
        return worstRow / block;
    }

    /**
     * Returns the unknown of the largest update.
     *
     * @return index of the ion, or -1 for the potential
     */
    public int worstIon() {
        return worstRow % block - 1;
    }
}
