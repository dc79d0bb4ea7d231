package org.npp.core.internal;

import java.util.Arrays;
import org.npp.core.linear.BlockThomasSolver;
import org.npp.core.linear.BlockTridiagonalSolver;
import org.npp.core.time.TimeFormula;

/**
 * Newton's method for one implicit step.
 *
 * <p>It stops when every row's residual is below {@link #TOLERANCE} of the largest flux (or of the row's own terms, for
 * Poisson's rows) plus the rounding of the row's terms, or no longer halves close above that. A density that an update would make negative is set to a
 * tenth of its value instead: no iterate is ever negative. Not thread-safe; {@link #solve} allocates nothing.
 */
public final class NewtonSolver {
    /** Relative residual at which the iteration stops [1]. */
    public static final double TOLERANCE = 1e-12;

    /** Most iterations. */
    public static final int MAX_ITERATIONS = 25;

    /** Share of a row's terms that its residual may keep: below their rounding, as the terms are known better than that. */
    private static final double ROUNDINGS = Math.ulp(1.0) / 16;

    /** What is left of a density that an update would make negative. */
    private static final double POSITIVE_SHARE = 0.1;

    /** Densities below this are set to 0: they can't matter, and subnormal numbers are slow. */
    private static final double NEGLIGIBLE = 1e-250;

    /** A residual that no longer halves counts as converged within this factor of the tolerance: rounding. */
    private static final double FLOOR = 1e3;

    /** Iterations without a new least residual after which the iteration counts as stagnant. */
    private static final int MOST_IDLE = 10;

    /** Updates in a row that would make a density negative, after which the step counts as negative. */
    private static final int MOST_CLIPPED = 8;

    /** How the iteration ended. */
    public enum Outcome {
        /** All residuals are below the tolerance. */
        CONVERGED,
        /** The iterations are used up. */
        ITERATIONS,
        /** The residual stopped falling. */
        STAGNATION,
        /** The solution would have a negative density. */
        NEGATIVE,
        /** A block of the Jacobian is singular. */
        SINGULAR,
        /** A residual is NaN or infinite. */
        NOT_FINITE
    }

    private final int ions;
    private final int block;
    private final Assembly assembly;
    private final BlockTridiagonalSolver linear;
    private final double[] update;
    private final double[] residuals = new double[MAX_ITERATIONS + 1];
    private int iterations;
    private int worstRow;
    private boolean clipped;

    private NewtonSolver(Model model, int nodes) {
        ions = model.ionCount();
        block = model.blockSize();
        assembly = Assembly.ofSize(model, nodes);
        linear = BlockThomasSolver.ofSize(nodes, block);
        update = new double[nodes * block];
    }

    /**
     * Creates a solver with its workspace.
     *
     * @param model the model
     * @param nodes number of nodes
     * @return the solver
     */
    public static NewtonSolver ofSize(Model model, int nodes) {
        return new NewtonSolver(model, nodes);
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
        double least = Double.POSITIVE_INFINITY;
        for (iterations = 0; ; iterations++) {
            assembly.assemble(old, trial, formula);
            final double norm = norm();
            residuals[iterations] = norm * TOLERANCE;
            if (!(norm < Double.POSITIVE_INFINITY)) {
                return Outcome.NOT_FINITE;
            }
            if (norm <= 1 || (norm <= FLOOR && norm > 0.5 * least)) {
                return Outcome.CONVERGED;
            }
            idle = norm < least ? 0 : idle + 1;
            least = Math.min(least, norm);
            if (clippedInARow >= MOST_CLIPPED) {
                return Outcome.NEGATIVE;
            }
            if (idle >= MOST_IDLE) {
                return Outcome.STAGNATION;
            }
            if (iterations == MAX_ITERATIONS) {
                return Outcome.ITERATIONS;
            }
            final int singular = linear.factorize(assembly.matrix);
            if (singular != BlockTridiagonalSolver.SUCCESS) {
                worstRow = singular * block;
                return Outcome.SINGULAR;
            }
            linear.solve(assembly.residual, update);
            apply(old, trial);
            clippedInARow = clipped ? clippedInARow + 1 : 0;
        }
    }

    /** Largest residual in units of its tolerance. */
    private double norm() {
        double worst = -1;
        final double absolute = TOLERANCE * assembly.fluxScale();
        for (int row = 0; row < assembly.residual.length; row++) {
            final double size = Math.abs(assembly.residual[row]);
            if (size == 0) {
                continue;
            }
            final double magnitude = assembly.magnitude[row];
            final boolean transport = row % block != 0;
            final double scaled =
                    size / (transport ? absolute + ROUNDINGS * magnitude : TOLERANCE * magnitude + Double.MIN_NORMAL);
            if (!(scaled <= worst)) {
                worst = scaled;
                worstRow = row;
                if (Double.isNaN(scaled)) {
                    return worst;
                }
            }
        }
        return worst;
    }

    /** Subtracts the update from the changes, drops and potentials. */
    private void apply(Level old, Level trial) {
        clipped = false;
        final int nodes = trial.nodes();
        for (int k = 0; k < nodes; k++) {
            trial.psi[k] -= update[k * block];
            if (k > 0) {
                trial.drop[k - 1] -= update[k * block] - update[(k - 1) * block];
            }
            for (int i = 0; i < ions; i++) {
                final int at = k * ions + i;
                final double before = old.fraction[at];
                final double change = trial.change[at] - update[k * block + 1 + i];
                final double fraction = before + change;
                if (fraction >= NEGLIGIBLE) {
                    trial.change[at] = change;
                } else if (fraction > -NEGLIGIBLE) {
                    trial.change[at] = -before;
                } else {
                    clipped = true;
                    trial.change[at] = POSITIVE_SHARE * (before + trial.change[at]) - before;
                }
            }
        }
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
     * Returns the largest relative residual before each iteration of the last call, and after the last.
     *
     * @return new array
     */
    public double[] residuals() {
        return Arrays.copyOf(residuals, iterations + 1);
    }

    /**
     * Returns the node of the largest residual.
     *
     * @return node
     */
    public int worstNode() {
        return worstRow / block;
    }

    /**
     * Returns the unknown of the largest residual.
     *
     * @return index of the ion, or -1 for the potential
     */
    public int worstIon() {
        return worstRow % block - 1;
    }
}
