package org.npp.core.internal;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.npp.core.linear.BlockTridiagonalMatrix;
import org.npp.core.time.TimeFormula;

/**
 * Residual and analytic Jacobian of one implicit step.
 *
 * <p>With the time formula's rate \( \mathcal D \), cell volumes \( V \), fluxes \( F \) relative to the faces and cell
 * charges \( Q_k = V_k \sum z_i c_i - V_k q_0 \):
 *
 * <p>\[ \mathcal D(V_k c_{i,k}) + F_{i,k+1/2} - F_{i,k-1/2} = 0, \qquad
 * \lambda^2 \left( \frac{\psi_k - \psi_{k-1}}{h_{k-1/2}} - \frac{\psi_{k+1} - \psi_k}{h_{k+1/2}} \right) - Q_k = 0 \]
 *
 * <p>Both ends are first written as if closed; {@link BoundaryRows} then replaces their rows. Not thread-safe;
 * {@link #assemble} allocates nothing.
 */
final class Assembly {
    private final Model model;
    private final int ions;
    private final int block;
    private final int edges;
    private final int[] charges;
    private final EdgeFluxes fluxes;

    /** The Jacobian. */
    final BlockTridiagonalMatrix matrix;

    private final double[] lower;
    private final double[] diagonal;
    private final double[] upper;

    /** Residuals, row by row. */
    final double[] residual;

    /** Fluxes relative to the faces {@code [edge * S + ion]} [m/s]. */
    final double[] flux;

    /** Laws at the trial. */
    final NodeLaws laws;

    /** Whether no ion has an excess potential. */
    private final boolean ideal;

    private final @Nullable CrossFluxes cross;
    private final CellRows rows;
    private final BoundaryRows boundaries;

    /** Changes of the cells' volumes since the level before [m]. */
    private final double[] volumeChange;

    private boolean centred;

    private Assembly(Model model, int nodes) {
        this.model = model;
        ions = model.ionCount();
        block = model.blockSize();
        edges = nodes - 1;
        charges = model.charges();
        fluxes = EdgeFluxes.ofSize(model, nodes);
        matrix = BlockTridiagonalMatrix.ofSize(nodes, block);
        lower = matrix.lower();
        diagonal = matrix.diagonal();
        upper = matrix.upper();
        residual = new double[nodes * block];
        flux = fluxes.flux;
        centred = model.edgeDiffusivity().isCentred();
        laws = NodeLaws.ofSize(model, nodes);
        cross = model.mobility() == null ? null : CrossFluxes.of(model, laws);
        ideal = Arrays.stream(model.excessPotentials()).allMatch(Objects::isNull);
        rows = new CellRows(model, fluxes, laws, matrix, residual);
        boundaries = BoundaryRows.of(model, nodes);
        volumeChange = new double[nodes];
    }

    static Assembly ofSize(Model model, int nodes) {
        return new Assembly(model, nodes);
    }

    BoundaryRows boundaries() {
        return boundaries;
    }

    /**
     * Chooses the fluxes of the assemblies to come.
     *
     * @param only whether to use plain fluxes, which keep densities positive, in the place of the strategy's own
     */
    void usePositiveFluxes(boolean only) {
        centred = !only && model.edgeDiffusivity().isCentred();
    }

    /** Fluxes and their derivatives at the last assembly. */
    EdgeFluxes fluxes() {
        return fluxes;
    }

    /**
     * Writes residual and Jacobian at the trial level, and the trial's derived fields (fractions, amounts, charges).
     *
     * @param old level at the begin of the step
     * @param trial level at its end
     * @param formula time derivative
     */
    void assemble(Level old, Level trial, TimeFormula formula) {
        derive(old, trial);
        laws.evaluate(trial.fraction);
        linearize(old, trial, formula);
    }

    /**
     * Writes residual and Jacobian at a level whose derived fields are up to date, with the {@link #laws} as they are.
     *
     * @param old level at the begin of the step
     * @param trial level at its end. Not modified.
     * @param formula time derivative
     */
    void linearize(Level old, Level trial, TimeFormula formula) {
        fluxes.evaluate(old, trial, formula, laws, centred);
        rows.write(old, trial, formula);
        if (!ideal) {
            addExcess();
        }
        if (cross != null) {
            cross.add(old, trial, this);
        }
        boundaries.replace(old, trial, formula, this);
    }

    /**
     * Makes derived fields and fluxes those of the last linearisation after an update. With these fluxes the balances of
     * ions and charge, linear in the unknowns, hold to rounding however early the iteration stops.
     *
     * @param old level at the begin of the step
     * @param trial level at its end, updated
     * @param formula time derivative
     * @param update what was subtracted from the unknowns since the last assembly. Not modified.
     */
    void conclude(Level old, Level trial, TimeFormula formula, double[] update) {
        derive(old, trial);
        final int size = block * block;
        for (int i = 0; i < ions; i++) {
            final int row = (1 + i) * block;
            final double[] firstLower = edges == 1 ? boundaries.lastLower : lower;
            carryOn(i, 0, boundaries.firstUpper, row, firstLower, edges == 1 ? row : size + row, update);
            for (int e = 1, at = size + row; e < edges - 1; e++, at += size) {
                carryOn(i, e, upper, at, lower, at + size, update);
            }
            if (edges > 1) {
                carryOn(i, edges - 1, upper, (edges - 1) * size + row, boundaries.lastLower, row, update);
            }
        }
        boundaries.conclude(old, trial, formula, flux, update);
    }

    /**
     * Replaces the residuals by what a concluded level leaves out of balance: the rounding of its last update, for the
     * matrix as it is.
     *
     * @param old level at the begin of the step
     * @param trial level at its end, concluded. Not modified.
     * @param formula time derivative
     */
    void writeRemainder(Level old, Level trial, TimeFormula formula) {
        rows.writeResiduals(old, trial, formula);
        boundaries.replaceResiduals(old, trial, formula, residual);
    }

    /** Adds to a flux what its derivatives, in the rows of the cells on either side, make of the update. */
    private void carryOn(int ion, int e, double[] byRight, int right, double[] byLeft, int left, double[] update) {
        final int here = e * block;
        final int next = here + block;
        double sum = 0;
        for (int j = 0; j < block; j++) {
            sum += byLeft[left + j] * update[here + j] - byRight[right + j] * update[next + j];
        }
        flux[e * ions + ion] += sum;
    }

    /** Fractions, amounts and charges that follow from the changes: the latter from their sum, which nearly cancels. */
    private void derive(Level old, Level trial) {
        trial.copyVolumeChanges(volumeChange);
        final double[] volume = trial.volume;
        final double[] charge = trial.charge;
        for (int i = 0; i < ions; i++) {
            final int z = charges[i];
            for (int k = 0, at = i; k <= edges; k++, at += ions) {
                final double change = trial.change[at];
                final double before = old.fraction[at];
                trial.fraction[at] = Math.max(0, before + change);
                trial.amountChange[at] = volume[k] * change + volumeChange[k] * before;
                charge[k] = i == 0 ? z * change : charge[k] + z * change;
            }
        }
        for (int k = 0; k <= edges; k++) {
            charge[k] = old.charge[k] * (1 + volumeChange[k] / old.volume[k]) + volume[k] * charge[k];
        }
    }

    /** Adds the derivatives through the excess potentials. */
    private void addExcess() {
        final double[] byFraction = laws.excessByFraction;
        for (int e = 0; e < edges; e++) {
            for (int i = 0; i < ions; i++) {
                final double byDrop = fluxes.byDrop[fluxes.at(e, i)];
                final int left = (e * ions + i) * ions;
                final int right = left + ions * ions;
                for (int j = 0; j < ions; j++) {
                    addByUnknown(e, i, 1 + j, -byDrop * byFraction[left + j], byDrop * byFraction[right + j]);
                }
            }
        }
    }

    /** Adds to an ion's flux through a face. */
    void addFlux(int e, int i, double more) {
        final int rowLeft = e * block + 1 + i;
        final int rowRight = rowLeft + block;
        flux[e * ions + i] += more;
        residual[rowLeft] += more;
        residual[rowRight] -= more;
    }

    /** Adds the derivatives of an ion's flux through a face to the left and right node's unknown of a column. */
    void addByUnknown(int e, int i, int column, double byLeft, double byRight) {
        final int rowLeft = e * block + 1 + i;
        add(rowLeft, rowLeft + block, column, byLeft, byRight);
    }

    /** Adds the derivatives of a flux to the rows of its two cells. */
    private void add(int rowLeft, int rowRight, int column, double byLeft, double byRight) {
        diagonal[rowLeft * block + column] += byLeft;
        upper[rowLeft * block + column] += byRight;
        lower[rowRight * block + column] -= byLeft;
        diagonal[rowRight * block + column] -= byRight;
    }
}
