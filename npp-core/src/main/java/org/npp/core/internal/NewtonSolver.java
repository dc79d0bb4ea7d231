package org.npp.core.internal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.npp.core.linear.BlockTridiagonalSolver;
import org.npp.core.linear.LinearSolver;
import org.npp.core.time.TimeFormula;

/**
 * Newton's method for one implicit step.
 *
 * <p>The size of an update is the largest change of a fraction, or of the scaled potential over its range. The iteration
 * stops when what is left, by quadratic convergence the last update times the square of its ratio to the one before, is
 * below the accuracy asked for, or when updates no longer halve at the level of rounding. A density that an update would
 * make negative is set to a tenth of its value instead: no iterate is ever negative. Not thread-safe; {@link #solve}
 * allocates nothing.
 */
public final class NewtonSolver {
    /** Accuracy of steady states: fractions to a few roundings [1]. */
    public static final double STRICT = 1e-14;

    /** Most iterations. */
    public static final int MAX_ITERATIONS = 25;

    /** Updates below this that no longer halve are rounding. */
    private static final double ROUNDING = 1e-9;

    /** Updates up to this times the root of the accuracy are in the reach of quadratic convergence. */
    private static final double QUADRATIC = 0.15;

    /** How much larger the next update may be than quadratic convergence lets expect; 1.3 was seen. */
    private static final double SAFETY = 4;

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

    /** Iterations without a new least update after which the iteration counts as stagnant. */
    private static final int MOST_IDLE = 10;

    /** Updates in a row that would make a density negative, after which the step counts as negative. */
    private static final int MOST_CLIPPED = 8;

    /** Iterations added at most where the last update, though small enough, leaves cells out of balance. */
    private static final int MOST_REPEATS = 3;

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
    private final double[] update;
    private final double[] updates = new double[MAX_ITERATIONS];
    private final double accuracy;
    private final @Nullable BeamCutOff cutOff;
    private int iterations;
    private int worstRow;
    private boolean clipped;
    private int clippedRow;

    private NewtonSolver(Model model, int nodes, double accuracy, LinearSolver linearSolver) {
        this.accuracy = accuracy;
        ions = model.ionCount();
        block = model.blockSize();
        assembly = Assembly.ofSize(model, nodes);
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
        int idle = 0;
        int repeats = MOST_REPEATS;
        double least = Double.POSITIVE_INFINITY;
        double before = Double.POSITIVE_INFINITY;
        for (iterations = 0; iterations < MAX_ITERATIONS; ) {
            assembly.assemble(old, trial, formula);
            final int singular = linear.factorizeAndSolve(assembly.matrix, assembly.residual, update);
            if (singular != BlockTridiagonalSolver.SUCCESS) {
                worstRow = singular * block;
                final boolean finite = isFinite();
                updates[iterations++] = finite ? Double.POSITIVE_INFINITY : Double.NaN;
                return finite ? Outcome.SINGULAR : Outcome.NOT_FINITE;
            }
            final boolean shortened = cutOff != null && cutOff.limit(trial.psi[0], update);
            final double size = apply(old, trial);
            updates[iterations++] = size;
            if (!(size < Double.POSITIVE_INFINITY)) {
                return Outcome.NOT_FINITE;
            }
            clippedInARow = clipped ? clippedInARow + 1 : 0;
            if (!clipped && !shortened && isLast(size, before)) {
                assembly.conclude(old, trial, formula, update);
                final boolean steady = formula.a() == 0;
                final boolean repeated = --repeats < 0;
                if (!steady && repeated && CellBalance.isBroken(old, trial, formula, assembly)) {
                    return Outcome.STAGNATION;
                }
                if (steady || repeated || CellBalance.holds(old, trial, formula, assembly)) {
                    final int exhausted = assembly.boundaries().exhausted(trial);
                    worstRow = exhausted < 0 ? worstRow : exhausted;
                    return exhausted < 0 ? Outcome.CONVERGED : Outcome.NEGATIVE;
                }
            }
            idle = size < least ? 0 : idle + 1;
            least = Math.min(least, size);
            before = size;
            if (clippedInARow >= MOST_CLIPPED) {
                worstRow = clippedRow;
                return Outcome.NEGATIVE;
            }
            if (idle >= MOST_IDLE) {
                return Outcome.STAGNATION;
            }
        }
        return Outcome.ITERATIONS;
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

    /** Whether what is left after an update is small enough, or rounding. */
    private boolean isLast(double size, double before) {
        return size <= accuracy
                || (size <= QUADRATIC * Math.sqrt(accuracy)
                        && SAFETY * size * (size / before) * (size / before) <= accuracy)
                || (size <= ROUNDING && size > 0.5 * before);
    }

    /** Subtracts the update from the changes, drops and potentials; returns its size. */
    private double apply(Level old, Level trial) {
        clipped = false;
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
     * Returns the number of linear solves of the last call.
     *
     * @return iterations
     */
    public int iterations() {
        return iterations;
    }

    /**
     * Returns the sizes of the updates of the last call.
     *
     * @return new array [1]
     */
    public double[] updates() {
        return Arrays.copyOf(updates, iterations);
    }

    /**
     * Returns the accuracy.
     *
     * @return size of an update that may be left out [1]
     */
    public double accuracy() {
        return accuracy;
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
