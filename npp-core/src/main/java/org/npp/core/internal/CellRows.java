package org.npp.core.internal;

import org.npp.core.linear.BlockTridiagonalMatrix;
import org.npp.core.time.TimeFormula;

/**
 * Rows of residual and Jacobian of all cells, as if both ends were closed: the balance of each ion and Poisson's equation.
 *
 * <p>One loop per column of a block, so that each is short and straight, over some cells at a time, whose blocks stay in
 * fast memory from one loop to the next. Not thread-safe; {@link #write} allocates nothing.
 */
final class CellRows {
    /** Most entries of the blocks written together. */
    private static final int MOST = 16_384;

    private final double debyeSquared;
    private final int ions;
    private final int block;
    private final int size;
    private final int edges;

    /** Cells whose rows are written together. */
    private final int part;

    private final int[] charges;
    private final EdgeFluxes fluxes;
    private final NodeLaws laws;
    private final double[] lower;
    private final double[] diagonal;
    private final double[] upper;
    private final double[] residual;

    CellRows(Model model, EdgeFluxes fluxes, NodeLaws laws, BlockTridiagonalMatrix matrix, double[] residual) {
        debyeSquared = model.debyeSquared();
        ions = model.ionCount();
        block = model.blockSize();
        size = block * block;
        edges = residual.length / block - 1;
        part = Math.max(1, MOST / (3 * size));
        charges = model.charges();
        this.fluxes = fluxes;
        this.laws = laws;
        lower = matrix.lower();
        diagonal = matrix.diagonal();
        upper = matrix.upper();
        this.residual = residual;
    }

    /** Writes all rows from the fluxes and laws as they are. */
    void write(Level old, Level trial, TimeFormula formula) {
        for (int begin = 0; begin <= edges; begin += part) {
            final int end = Math.min(begin + part, edges + 1);
            writePoisson(trial, begin, end);
            for (int i = 0; i < ions; i++) {
                writeResidual(i, old, trial, formula, begin, end);
                writeIon(i, trial, formula.a(), begin, end);
            }
        }
    }

    /** Writes the residuals alone. */
    void writeResiduals(Level old, Level trial, TimeFormula formula) {
        for (int k = 0; k <= edges; k++) {
            residual[k * block] = -trial.charge[k]
                    + (k > 0 ? displacement(trial, k - 1) : 0)
                    - (k < edges ? displacement(trial, k) : 0);
        }
        for (int i = 0; i < ions; i++) {
            writeResidual(i, old, trial, formula, 0, edges + 1);
        }
    }

    /** Minus the displacement of an edge, over eN [m]. */
    private double displacement(Level trial, int e) {
        return debyeSquared * trial.drop[e] / trial.step[e];
    }

    /** Poisson's rows: its derivatives to the potentials, and to the fractions of the cell. */
    private void writePoisson(Level trial, int begin, int end) {
        double couplingLeft = begin > 0 ? debyeSquared / trial.step[begin - 1] : 0;
        double displacementLeft = begin > 0 ? couplingLeft * trial.drop[begin - 1] : 0;
        for (int k = begin, row = begin * block, entry = begin * size; k < end; k++, row += block, entry += size) {
            final double coupling = k < edges ? debyeSquared / trial.step[k] : 0;
            final double displacement = k < edges ? coupling * trial.drop[k] : 0;
            residual[row] = displacementLeft - displacement - trial.charge[k];
            diagonal[entry] = couplingLeft + coupling;
            upper[entry] = -coupling;
            lower[entry] = -couplingLeft;
            couplingLeft = coupling;
            displacementLeft = displacement;
            final double volume = trial.volume[k];
            for (int i = 0; i < ions; i++) {
                diagonal[entry + 1 + i] = -charges[i] * volume;
                upper[entry + 1 + i] = 0;
                lower[entry + 1 + i] = 0;
            }
        }
    }

    private void writeResidual(int ion, Level old, Level trial, TimeFormula formula, int begin, int end) {
        final double[] flux = fluxes.flux;
        final double[] change = trial.amountChange;
        final double[] changeBefore = old.amountChange;
        int at = begin * ions + ion;
        double in = begin > 0 ? flux[at - ions] : 0;
        for (int k = begin, row = begin * block + 1 + ion; k < end; k++, at += ions, row += block) {
            final double out = k < edges ? flux[at] : 0;
            residual[row] = formula.rate(change[at], changeBefore[at]) + (out - in);
            in = out;
        }
    }

    /**
     * An ion's rows: storage, and the fluxes on either side of each cell. The first lower and the last upper block are
     * written, too, from the zeros beyond the ends.
     */
    private void writeIon(int ion, Level trial, double a, int begin, int end) {
        final double[] byDrop = fluxes.byDrop;
        final double[] byLeft = fluxes.byLeft;
        final double[] byRight = fluxes.byRight;
        final double[] volume = trial.volume;
        final int first = begin * size + (1 + ion) * block;
        final int firstRight = fluxes.at(begin, ion);
        final int charge = charges[ion];
        for (int k = begin, to = first, right = firstRight; k < end; k++, to += size, right++) {
            final double byPsiRight = charge * byDrop[right];
            final double byPsiLeft = charge * byDrop[right - 1];
            diagonal[to] = -byPsiLeft - byPsiRight;
            upper[to] = byPsiRight;
            lower[to] = byPsiLeft;
        }
        for (int j = 0; j < ions; j++) {
            if (laws.isConstant(ion)) {
                clear(first + 1 + j, end - begin);
            } else {
                writeByDiffusivity(ion, j, begin, end);
            }
        }
        for (int k = begin, to = first + 1 + ion, right = firstRight; k < end; k++, to += size, right++) {
            diagonal[to] += a * volume[k] + (byLeft[right] - byRight[right - 1]);
            upper[to] += byRight[right];
            lower[to] -= byLeft[right - 1];
        }
    }

    /** Sets an entry of some blocks to 0. */
    private void clear(int entry, int count) {
        for (int k = 0, to = entry; k < count; k++, to += size) {
            diagonal[to] = 0;
            upper[to] = 0;
            lower[to] = 0;
        }
    }

    /** Derivatives of an ion's rows to another's fraction, through the diffusivities. */
    private void writeByDiffusivity(int ion, int to, int begin, int end) {
        final double[] byLeft = fluxes.byLeftDiffusivity;
        final double[] byRight = fluxes.byRightDiffusivity;
        final double[] byFraction = laws.diffusivityByFraction;
        final int stride = ions * ions;
        int right = fluxes.at(begin, ion);
        int law = begin * stride + ion * ions + to;
        double before = begin > 0 ? byFraction[law - stride] : 0;
        double here = byFraction[law];
        for (int k = begin, entry = begin * size + (1 + ion) * block + 1 + to; k < end; k++, entry += size) {
            law += stride;
            final double next = k < edges ? byFraction[law] : 0;
            diagonal[entry] = here * (byLeft[right] - byRight[right - 1]);
            upper[entry] = next * byRight[right];
            lower[entry] = -before * byLeft[right - 1];
            before = here;
            here = next;
            right++;
        }
    }
}
