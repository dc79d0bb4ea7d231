package org.npp.core.internal;

import java.util.Arrays;
import org.npp.core.flux.EdgeDiffusivity;
import org.npp.core.flux.FluxSweep;
import org.npp.core.time.TimeFormula;

/**
 * Fluxes of all ions through all faces, relative to the faces, with their derivatives; without cross fluxes.
 *
 * <p><strong>Layout.</strong> Fluxes {@code [edge * S + ion]}; derivatives ion by ion at {@link #at}, with zeros before
 * the first edge and behind the last, so that every node has an edge on either side. Not thread-safe; {@link #evaluate}
 * allocates nothing.
 */
final class EdgeFluxes {
    /** Most fluxes of a sweep: its arrays fit the fastest memory. */
    private static final int MOST = 128;

    private final int ions;
    private final int edges;

    /** Edges of each sweep but the last. */
    private final int part;

    private final FluxSweep sweep;
    private final int[] charges;
    private final EdgeDiffusivity edgeDiffusivity;
    private final double[] partials = new double[2];

    /** Fluxes [m/s]. */
    final double[] flux;

    /** Derivatives to the left fraction at fixed diffusivity [m/s]. */
    final double[] byLeft;

    /** Derivatives to the right fraction at fixed diffusivity [m/s]. */
    final double[] byRight;

    /** Derivatives to the drop of \( z\psi + \mu_{ex}/kT \) [m/s]. */
    final double[] byDrop;

    /** Derivatives to the left node's diffusivity [1/m]. */
    final double[] byLeftDiffusivity;

    /** Derivatives to the right node's diffusivity [1/m]. */
    final double[] byRightDiffusivity;

    private EdgeFluxes(Model model, int nodes) {
        ions = model.ionCount();
        edges = nodes - 1;
        final int most = Math.max(1, MOST / ions);
        final int sweeps = (edges + most - 1) / most;
        part = (edges + sweeps - 1) / sweeps;
        sweep = FluxSweep.ofCapacity(part * ions);
        charges = model.charges();
        edgeDiffusivity = model.edgeDiffusivity();
        flux = new double[edges * ions];
        byLeft = new double[(edges + 2) * ions];
        byRight = new double[byLeft.length];
        byDrop = new double[byLeft.length];
        byLeftDiffusivity = new double[byLeft.length];
        byRightDiffusivity = new double[byLeft.length];
    }

    static EdgeFluxes ofSize(Model model, int nodes) {
        return new EdgeFluxes(model, nodes);
    }

    /** Position of the derivatives of an ion's flux; the edges before the first and behind the last count, too. */
    int at(int edge, int ion) {
        return ion * (edges + 2) + edge + 1;
    }

    /** Evaluates all; {@code centred} is that of the {@link FluxSweep}. */
    void evaluate(Level old, Level now, TimeFormula formula, NodeLaws laws, boolean centred) {
        for (int first = 0; first < edges; first += part) {
            final int count = Math.min(part, edges - first);
            for (int i = 0, from = 0; i < ions; i++, from += count) {
                fill(i, first, from, count, old, now, formula);
                if (laws.isConstant(i)) {
                    keep(i, first, from, count, laws);
                } else {
                    average(i, first, from, count, laws);
                }
            }
            sweep.evaluate(ions * count, centred);
            for (int i = 0, from = 0; i < ions; i++, from += count) {
                take(i, first, from, count);
            }
        }
    }

    /** Edges with an ion's drops, fractions on both sides, and their difference. */
    private void fill(int ion, int first, int from, int count, Level old, Level now, TimeFormula formula) {
        final double[] fraction = now.fraction;
        final double[] change = now.change;
        final double[] before = old.fraction;
        for (int e = 0, left = first * ions + ion; e < count; e++, left += ions) {
            final int right = left + ions;
            sweep.left[from + e] = fraction[left];
            sweep.right[from + e] = fraction[right];
            sweep.difference[from + e] = (before[left] - before[right]) + (change[left] - change[right]);
        }
        for (int e = 0; e < count; e++) {
            sweep.drop[from + e] = charges[ion] * now.drop[first + e];
            sweep.step[from + e] = now.step[first + e];
        }
        for (int e = 0; e < count; e++) {
            sweep.velocity[from + e] =
                    ion == 0 ? formula.rate(now.faceShift(first + e), old.faceShift(first + e)) : sweep.velocity[e];
        }
    }

    /** Drops of an ion, and diffusivities of its edges with the shares that either node has in them. */
    private void average(int ion, int first, int from, int count, NodeLaws laws) {
        final double[] diffusivity = laws.diffusivity;
        final double[] excess = laws.excess;
        for (int e = from, left = first * ions + ion, to = at(first, ion); e < from + count; e++, left += ions, to++) {
            final int right = left + ions;
            final double drop = sweep.drop[e] + (excess[right] - excess[left]);
            sweep.drop[e] = drop;
            sweep.diffusivity[e] = edgeDiffusivity.linearize(
                    diffusivity[left], diffusivity[right], flowsRight(sweep.left[e], sweep.right[e], drop), partials);
            byLeftDiffusivity[to] = partials[0];
            byRightDiffusivity[to] = partials[1];
        }
    }

    /** The same of an ion whose diffusivity is the same everywhere. */
    private void keep(int ion, int first, int from, int count, NodeLaws laws) {
        final double[] excess = laws.excess;
        for (int e = from, left = first * ions + ion; e < from + count; e++, left += ions) {
            sweep.drop[e] += excess[left + ions] - excess[left];
        }
        final int to = at(first, ion);
        Arrays.fill(sweep.diffusivity, from, from + count, laws.diffusivity[ion]);
        Arrays.fill(byLeftDiffusivity, to, to + count, 0.5);
        Arrays.fill(byRightDiffusivity, to, to + count, 0.5);
    }

    private void take(int ion, int first, int from, int count) {
        for (int e = from, left = first * ions + ion; e < from + count; e++, left += ions) {
            flux[left] = sweep.flux[e];
        }
        final int to = at(first, ion);
        System.arraycopy(sweep.byLeft, from, byLeft, to, count);
        System.arraycopy(sweep.byRight, from, byRight, to, count);
        System.arraycopy(sweep.byDrop, from, byDrop, to, count);
        final double[] byDiffusivity = sweep.byDiffusivity;
        for (int e = 0; e < count; e++) {
            byLeftDiffusivity[to + e] *= byDiffusivity[from + e];
        }
        for (int e = 0; e < count; e++) {
            byRightDiffusivity[to + e] *= byDiffusivity[from + e];
        }
    }

    /** Subtracts the direct derivative of the fluxes to a parameter from the rows of their cells, both ends closed. */
    void subtract(SensitivityVector vector, Level now, double[] rhs) {
        final int block = ions + 1;
        for (int i = vector.firstIon; i < vector.endIon; i++) {
            final double byPotential = charges[i] * vector.byInverseTemperature;
            for (int e = 0; e < edges; e++) {
                final int at = at(e, i);
                final int left = e * ions + i;
                final int right = left + ions;
                final double change = byLeftDiffusivity[at] * vector.diffusivity[left]
                        + byRightDiffusivity[at] * vector.diffusivity[right]
                        + byDrop[at] * (vector.excess[right] - vector.excess[left] + byPotential * now.drop[e]);
                final int row = e * block + 1 + i;
                rhs[row] -= change;
                rhs[row + block] += change;
            }
        }
    }

    /**
     * Whether an ion flows from left to right through a face at rest, \( c_L > e^{drop} c_R \). Upwinding by the flow
     * instead of the drift keeps the flux continuous: it is 0 where the direction changes.
     */
    static boolean flowsRight(double cL, double cR, double drop) {
        if (drop <= 0 == cL >= cR) {
            return drop <= 0;
        }
        // 1 + X <= exp(X) <= 1/(1 - X) decides nearly always
        if (cL <= (1 + drop) * cR) {
            return false;
        }
        return cL * (1 - drop) > cR || cL > Math.exp(drop) * cR;
    }
}
