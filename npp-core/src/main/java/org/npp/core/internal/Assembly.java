package org.npp.core.internal;

import org.jspecify.annotations.Nullable;
import org.npp.core.flux.EdgeDiffusivity;
import org.npp.core.flux.ScharfetterGummelFlux;
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
    private final EdgeDiffusivity edgeDiffusivity;

    /** The Jacobian. */
    final BlockTridiagonalMatrix matrix;

    /** Residuals, row by row. */
    final double[] residual;

    /** Fluxes relative to the faces {@code [edge * S + ion]} [m/s]. */
    final double[] flux;

    /** Laws at the trial. */
    final NodeLaws laws;

    private final @Nullable CrossFluxes cross;
    private final BoundaryRows boundaries;
    private final ScharfetterGummelFlux accurate;
    private final ScharfetterGummelFlux positive = ScharfetterGummelFlux.create();
    private ScharfetterGummelFlux kernel;
    private final double[] partials = new double[2];

    private Assembly(Model model, int nodes) {
        this.model = model;
        ions = model.ionCount();
        block = model.blockSize();
        edges = nodes - 1;
        charges = model.charges();
        edgeDiffusivity = model.edgeDiffusivity();
        matrix = BlockTridiagonalMatrix.ofSize(nodes, block);
        residual = new double[nodes * block];
        flux = new double[edges * ions];
        accurate = model.edgeDiffusivity().flux();
        kernel = accurate;
        laws = NodeLaws.ofSize(model, nodes);
        cross = model.mobility() == null ? null : CrossFluxes.of(model, laws);
        boundaries = BoundaryRows.of(model, nodes);
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
        kernel = only ? positive : accurate;
    }

    /** The kernel of the fluxes. */
    ScharfetterGummelFlux kernel() {
        return kernel;
    }

    /**
     * Writes residual and Jacobian at the trial level, and the trial's derived fields (fractions, amounts, charges).
     *
     * @param old level at the begin of the step
     * @param trial level at its end
     * @param formula time derivative
     */
    void assemble(Level old, Level trial, TimeFormula formula) {
        matrix.clear();
        derive(old, trial);
        laws.evaluate(trial.fraction);
        writeCells(old, trial, formula);
        for (int e = 0; e < edges; e++) {
            writePoissonEdge(trial, e);
            final double velocity = formula.rate(trial.faceShift(e), old.faceShift(e));
            for (int i = 0; i < ions; i++) {
                writeFlux(old, trial, e, i, velocity);
            }
            if (cross != null) {
                cross.add(e, trial.step[e], this);
            }
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
        for (int e = 0; e < edges; e++) {
            final double[] upper = e == 0 ? boundaries.firstUpper : matrix.upper();
            final double[] lower = e == edges - 1 ? boundaries.lastLower : matrix.lower();
            final int upperBlock = e == 0 ? 0 : e * block * block;
            final int lowerBlock = e == edges - 1 ? 0 : (e + 1) * block * block;
            for (int i = 0; i < ions; i++) {
                double sum = flux[e * ions + i];
                for (int j = 0; j < block; j++) {
                    final int at = (1 + i) * block + j;
                    sum += lower[lowerBlock + at] * update[e * block + j]
                            - upper[upperBlock + at] * update[(e + 1) * block + j];
                }
                flux[e * ions + i] = sum;
            }
        }
        boundaries.conclude(old, trial, formula, flux, update);
    }

    /** Fractions, amounts and charges that follow from the changes. */
    private void derive(Level old, Level trial) {
        for (int k = 0; k <= edges; k++) {
            final double volume = trial.volume[k];
            final double volumeChange = trial.volumeChange(k);
            double chargeChange = 0;
            for (int i = 0; i < ions; i++) {
                final int at = k * ions + i;
                final double change = trial.change[at];
                trial.fraction[at] = Math.max(0, old.fraction[at] + change);
                trial.amountChange[at] = volume * change + volumeChange * old.fraction[at];
                chargeChange += charges[i] * change;
            }
            trial.charge[k] = old.charge[k] * (1 + volumeChange / old.volume[k]) + volume * chargeChange;
        }
    }

    /** Terms of the cells alone: storage and charge. */
    private void writeCells(Level old, Level trial, TimeFormula formula) {
        final double[] diagonal = matrix.diagonal();
        for (int k = 0; k <= edges; k++) {
            final int row = k * block;
            final double volume = trial.volume[k];
            residual[row] = -trial.charge[k];
            for (int i = 0; i < ions; i++) {
                final int at = k * ions + i;
                diagonal[row * block + 1 + i] = -charges[i] * volume;
                residual[row + 1 + i] = formula.rate(trial.amountChange[at], old.amountChange[at]);
                diagonal[(row + 1 + i) * block + 1 + i] = formula.a() * volume;
            }
        }
    }

    private void writePoissonEdge(Level trial, int e) {
        final double coupling = model.debyeSquared() / trial.step[e];
        final double displacement = coupling * trial.drop[e];
        final int left = e * block;
        final int right = left + block;
        residual[left] -= displacement;
        residual[right] += displacement;
        matrix.diagonal()[left * block] += coupling;
        matrix.upper()[left * block] = -coupling;
        matrix.lower()[right * block] = -coupling;
        matrix.diagonal()[right * block] += coupling;
    }

    private void writeFlux(Level old, Level trial, int e, int i, double velocity) {
        final int left = e * ions + i;
        final int right = left + ions;
        final double drop = charges[i] * trial.drop[e] + (laws.excess[right] - laws.excess[left]);
        final double diffusivity = edgeDiffusivity.linearize(
                laws.diffusivity[left], laws.diffusivity[right], flowsRight(trial, left, right, drop), partials);
        final double difference =
                (old.fraction[left] - old.fraction[right]) + (trial.change[left] - trial.change[right]);
        kernel.evaluate(
                diffusivity, trial.step[e], drop, velocity, trial.fraction[left], trial.fraction[right], difference);
        flux[left] = kernel.flux();
        if (cross != null) {
            cross.prepare(trial, e, i, drop, diffusivity, difference, partials);
        }
        final int rowLeft = e * block + 1 + i;
        final int rowRight = rowLeft + block;
        residual[rowLeft] += kernel.flux();
        residual[rowRight] -= kernel.flux();
        final double byPsi = charges[i] * kernel.byDrop();
        add(rowLeft, rowRight, 0, -byPsi, byPsi);
        final double byD = kernel.byDiffusivity();
        for (int j = 0; j < ions; j++) {
            final int l = left * ions + j;
            final int r = right * ions + j;
            final double byLeft =
                    byD * partials[0] * laws.diffusivityByFraction[l] - kernel.byDrop() * laws.excessByFraction[l];
            final double byRight =
                    byD * partials[1] * laws.diffusivityByFraction[r] + kernel.byDrop() * laws.excessByFraction[r];
            if (j == i) {
                add(rowLeft, rowRight, 1 + j, byLeft + kernel.byLeft(), byRight + kernel.byRight());
            } else {
                add(rowLeft, rowRight, 1 + j, byLeft, byRight);
            }
        }
    }

    /**
     * Whether the ion flows from left to right through a face at rest, \( c_L > e^{drop} c_R \). Upwinding by the flow
     * instead of the drift keeps the flux continuous: it is 0 where the direction changes.
     */
    static boolean flowsRight(Level trial, int left, int right, double drop) {
        final double cL = trial.fraction[left];
        final double cR = trial.fraction[right];
        if (drop <= 0 == cL >= cR) {
            return drop <= 0;
        }
        return cL > Math.exp(drop) * cR;
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
        matrix.diagonal()[rowLeft * block + column] += byLeft;
        matrix.upper()[rowLeft * block + column] += byRight;
        matrix.lower()[rowRight * block + column] -= byLeft;
        matrix.diagonal()[rowRight * block + column] -= byRight;
    }
}
