package org.npp.core.internal;

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
    /** Rounding of a cell's charge against the ions that moved, in units of Newton's tolerance. */
    private static final double CHARGE_ROUNDING = Math.ulp(1.0) / NewtonSolver.TOLERANCE;

    /** Rounding of the densities over Newton's tolerance for Poisson's rows, a few ulp over 1e-12. */
    private static final double NEUTRAL_ROUNDING = 1e-3;

    private final Model model;
    private final int ions;
    private final int block;
    private final int edges;

    /** The Jacobian. */
    final BlockTridiagonalMatrix matrix;

    /** Residuals, row by row. */
    final double[] residual;

    /** Scale of the terms of each row whose rounding the residual can't beat. */
    final double[] magnitude;

    /** Fluxes relative to the faces {@code [edge * S + ion]} [m/s]. */
    final double[] flux;

    /** Largest flux of all [m/s]. */
    private double fluxScale;

    private final NodeLaws laws;
    private final BoundaryRows boundaries;
    private final ScharfetterGummelFlux kernel = ScharfetterGummelFlux.create();
    private final double[] partials = new double[2];

    private Assembly(Model model, int nodes) {
        this.model = model;
        ions = model.ionCount();
        block = model.blockSize();
        edges = nodes - 1;
        matrix = BlockTridiagonalMatrix.ofSize(nodes, block);
        residual = new double[nodes * block];
        magnitude = new double[nodes * block];
        flux = new double[edges * ions];
        laws = NodeLaws.ofSize(model, nodes);
        boundaries = BoundaryRows.of(model, nodes);
    }

    static Assembly ofSize(Model model, int nodes) {
        return new Assembly(model, nodes);
    }

    BoundaryRows boundaries() {
        return boundaries;
    }

    /** Largest flux of any ion through any face [m/s]. */
    double fluxScale() {
        return fluxScale;
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
        fluxScale = 0;
        for (int e = 0; e < edges; e++) {
            writePoissonEdge(trial, e);
            final double velocity = formula.rate(trial.faceShift(e), old.faceShift(e));
            for (int i = 0; i < ions; i++) {
                writeFlux(old, trial, e, i, velocity);
            }
        }
        addRoundings(trial);
        boundaries.replace(old, trial, formula, this);
    }

    /** Fractions, amounts and charges that follow from the changes. */
    private void derive(Level old, Level trial) {
        for (int k = 0; k <= edges; k++) {
            final double volume = trial.volume[k];
            final double volumeChange = trial.volumeChange(k);
            double chargeChange = 0;
            double chargeRounding = 0;
            for (int i = 0; i < ions; i++) {
                final int at = k * ions + i;
                final double change = trial.change[at];
                trial.fraction[at] = Math.max(0, old.fraction[at] + change);
                trial.amountChange[at] = volume * change + volumeChange * old.fraction[at];
                chargeChange += model.charges()[i] * change;
                chargeRounding += volume * Math.abs(model.charges()[i] * change);
            }
            trial.charge[k] = old.charge[k] * (1 + volumeChange / old.volume[k]) + volume * chargeChange;
            magnitude[k * block] = chargeRounding;
        }
    }

    /** Terms of the cells alone: storage and charge. */
    private void writeCells(Level old, Level trial, TimeFormula formula) {
        final double[] diagonal = matrix.diagonal();
        for (int k = 0; k <= edges; k++) {
            final int row = k * block;
            final double volume = trial.volume[k];
            residual[row] = -trial.charge[k];
            magnitude[row] = Math.abs(trial.charge[k]) + CHARGE_ROUNDING * magnitude[row];
            for (int i = 0; i < ions; i++) {
                final int at = k * ions + i;
                diagonal[row * block + 1 + i] = -model.charges()[i] * volume;
                residual[row + 1 + i] = formula.rate(trial.amountChange[at], old.amountChange[at]);
                magnitude[row + 1 + i] =
                        formula.a() * Math.abs(trial.amountChange[at]) + formula.b() * Math.abs(old.amountChange[at]);
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
        magnitude[left] += Math.abs(displacement);
        magnitude[right] += Math.abs(displacement);
        matrix.diagonal()[left * block] += coupling;
        matrix.upper()[left * block] = -coupling;
        matrix.lower()[right * block] = -coupling;
        matrix.diagonal()[right * block] += coupling;
    }

    private void writeFlux(Level old, Level trial, int e, int i, double velocity) {
        final int left = e * ions + i;
        final int right = left + ions;
        final double drop = model.charges()[i] * trial.drop[e] + (laws.excess[right] - laws.excess[left]);
        final double diffusivity = model.edgeDiffusivity()
                .linearize(
                        laws.diffusivity[left],
                        laws.diffusivity[right],
                        flowsRight(trial, left, right, drop),
                        partials);
        final double difference =
                (old.fraction[left] - old.fraction[right]) + (trial.change[left] - trial.change[right]);
        kernel.evaluate(
                diffusivity, trial.step[e], drop, velocity, trial.fraction[left], trial.fraction[right], difference);
        flux[left] = kernel.flux();
        final double excessRounding = Math.abs(kernel.byDrop())
                * (Math.abs(laws.excess[left])
                        + Math.abs(laws.excess[right])
                        + Math.abs(laws.excessByFraction[left * ions + i]) * trial.fraction[left]
                        + Math.abs(laws.excessByFraction[right * ions + i]) * trial.fraction[right]);
        if (Math.abs(kernel.flux()) > fluxScale) {
            // a NaN stays in its own rows
            fluxScale = Math.abs(kernel.flux());
        }
        final int rowLeft = e * block + 1 + i;
        final int rowRight = rowLeft + block;
        residual[rowLeft] += kernel.flux();
        residual[rowRight] -= kernel.flux();
        magnitude[rowLeft] += kernel.magnitude() + excessRounding;
        magnitude[rowRight] += kernel.magnitude() + excessRounding;
        final double byPsi = model.charges()[i] * kernel.byDrop();
        add(rowLeft, rowRight, 0, -byPsi, byPsi);
        for (int j = 0; j < ions; j++) {
            final int l = left * ions + j;
            final int r = right * ions + j;
            final double byLeft = kernel.byDiffusivity() * partials[0] * laws.diffusivityByFraction[l]
                    - kernel.byDrop() * laws.excessByFraction[l];
            final double byRight = kernel.byDiffusivity() * partials[1] * laws.diffusivityByFraction[r]
                    + kernel.byDrop() * laws.excessByFraction[r];
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
    private static boolean flowsRight(Level trial, int left, int right, double drop) {
        final double cL = trial.fraction[left];
        final double cR = trial.fraction[right];
        if (drop <= 0 == cL >= cR) {
            return drop <= 0;
        }
        return cL > Math.exp(drop) * cR;
    }

    /**
     * Charges whose field can't be felt in the fluxes count as rounding in Poisson's rows: a field error dE moves ions
     * by sum z^2 D c dE. In the electroneutral model the rounding of the densities does.
     */
    private void addRoundings(Level trial) {
        for (int k = 0; k <= edges; k++) {
            double conductivity = 0;
            double ionic = 0;
            for (int i = 0; i < ions; i++) {
                final int z = model.charges()[i];
                final double c = trial.fraction[k * ions + i];
                conductivity += z * z * laws.diffusivity[k * ions + i] * c;
                ionic += Math.abs(z) * c;
            }
            if (model.debyeSquared() == 0) {
                magnitude[k * block] += NEUTRAL_ROUNDING * trial.volume[k] * ionic;
            } else if (conductivity > 0) {
                magnitude[k * block] += fluxScale * model.debyeSquared() / conductivity;
            }
        }
    }

    /** Adds the derivatives of a flux to the rows of its two cells. */
    private void add(int rowLeft, int rowRight, int column, double byLeft, double byRight) {
        matrix.diagonal()[rowLeft * block + column] += byLeft;
        matrix.upper()[rowLeft * block + column] += byRight;
        matrix.lower()[rowRight * block + column] -= byLeft;
        matrix.diagonal()[rowRight * block + column] -= byRight;
    }
}
