package org.npp.core.internal;

import org.npp.core.flux.EdgeDiffusivity;
import org.npp.core.flux.FluxSweep;
import org.npp.core.time.TimeFormula;

/**
 * Fluxes of all ions through all faces, relative to the faces, with their derivatives; without cross fluxes.
 *
 * <p><strong>Layout.</strong> Fluxes {@code [edge * S + ion]}; derivatives {@value #PER_FLUX} by {@value #PER_FLUX} at
 * {@link #at}, with zeros before the first edge and behind the last, so that every node has an edge on either side. Not
 * thread-safe; {@link #evaluate} allocates nothing.
 */
final class EdgeFluxes {
    /** Derivatives of a flux. */
    static final int PER_FLUX = 5;

    /** Offset of the derivative to the left fraction at fixed diffusivity [m/s]. */
    static final int BY_LEFT = 0;

    /** Offset of the derivative to the right fraction at fixed diffusivity [m/s]. */
    static final int BY_RIGHT = 1;

    /** Offset of the derivative to the drop of \( z\psi + \mu_{ex}/kT \) [m/s]. */
    static final int BY_DROP = 2;

    /** Offset of the derivative to the left node's diffusivity [1/m]. */
    static final int BY_LEFT_DIFFUSIVITY = 3;

    /** Offset of the derivative to the right node's diffusivity [1/m]. */
    static final int BY_RIGHT_DIFFUSIVITY = 4;

    /** Most edges of a sweep: its arrays fit the fastest memory. */
    private static final int MOST = 96;

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

    /** Their derivatives. */
    final double[] derivative;

    private EdgeFluxes(Model model, int nodes) {
        ions = model.ionCount();
        edges = nodes - 1;
        final int sweeps = (edges + MOST - 1) / MOST;
        part = (edges + sweeps - 1) / sweeps;
        sweep = FluxSweep.ofCapacity(part);
        charges = model.charges();
        edgeDiffusivity = model.edgeDiffusivity();
        flux = new double[edges * ions];
        derivative = new double[(edges + 2) * ions * PER_FLUX];
    }

    static EdgeFluxes ofSize(Model model, int nodes) {
        return new EdgeFluxes(model, nodes);
    }

    /** Position of the derivatives of an ion's flux; the edges before the first and behind the last count, too. */
    int at(int edge, int ion) {
        return ((edge + 1) * ions + ion) * PER_FLUX;
    }

    /** Evaluates all; {@code centred} is that of the {@link FluxSweep}. */
    void evaluate(Level old, Level now, TimeFormula formula, NodeLaws laws, boolean centred) {
        for (int first = 0; first < edges; first += part) {
            final int count = Math.min(part, edges - first);
            for (int e = 0; e < count; e++) {
                sweep.step[e] = now.step[first + e];
                sweep.velocity[e] = formula.rate(now.faceShift(first + e), old.faceShift(first + e));
            }
            for (int i = 0; i < ions; i++) {
                fill(i, first, count, old, now);
                if (laws.isConstant(i)) {
                    keep(i, first, count, laws);
                } else {
                    average(i, first, count, laws);
                }
                sweep.evaluate(count, centred);
                take(i, first, count);
            }
        }
    }

    /** Fractions of an ion on both sides, and their difference. */
    private void fill(int ion, int first, int count, Level old, Level now) {
        final double[] fraction = now.fraction;
        final double[] change = now.change;
        final double[] before = old.fraction;
        for (int e = 0, left = first * ions + ion; e < count; e++, left += ions) {
            final int right = left + ions;
            sweep.left[e] = fraction[left];
            sweep.right[e] = fraction[right];
            sweep.difference[e] = (before[left] - before[right]) + (change[left] - change[right]);
            sweep.drop[e] = charges[ion] * now.drop[first + e];
        }
    }

    /** Drops of an ion, and diffusivities of its edges with the shares that either node has in them. */
    private void average(int ion, int first, int count, NodeLaws laws) {
        final double[] diffusivity = laws.diffusivity;
        final double[] excess = laws.excess;
        final int stride = PER_FLUX * ions;
        for (int e = 0, left = first * ions + ion, to = at(first, ion); e < count; e++, left += ions, to += stride) {
            final int right = left + ions;
            final double drop = sweep.drop[e] + (excess[right] - excess[left]);
            sweep.drop[e] = drop;
            sweep.diffusivity[e] = edgeDiffusivity.linearize(
                    diffusivity[left], diffusivity[right], flowsRight(sweep.left[e], sweep.right[e], drop), partials);
            derivative[to + BY_LEFT_DIFFUSIVITY] = partials[0];
            derivative[to + BY_RIGHT_DIFFUSIVITY] = partials[1];
        }
    }

    /** The same of an ion whose diffusivity is the same everywhere. */
    private void keep(int ion, int first, int count, NodeLaws laws) {
        final double[] excess = laws.excess;
        final double diffusivity = laws.diffusivity[ion];
        final int stride = PER_FLUX * ions;
        for (int e = 0, left = first * ions + ion, to = at(first, ion); e < count; e++, left += ions, to += stride) {
            sweep.drop[e] += excess[left + ions] - excess[left];
            sweep.diffusivity[e] = diffusivity;
            derivative[to + BY_LEFT_DIFFUSIVITY] = 0.5;
            derivative[to + BY_RIGHT_DIFFUSIVITY] = 0.5;
        }
    }

    private void take(int ion, int first, int count) {
        final int stride = PER_FLUX * ions;
        for (int e = 0, left = first * ions + ion, to = at(first, ion); e < count; e++, left += ions, to += stride) {
            flux[left] = sweep.flux[e];
            derivative[to + BY_LEFT] = sweep.byLeft[e];
            derivative[to + BY_RIGHT] = sweep.byRight[e];
            derivative[to + BY_DROP] = sweep.byDrop[e];
            derivative[to + BY_LEFT_DIFFUSIVITY] *= sweep.byDiffusivity[e];
            derivative[to + BY_RIGHT_DIFFUSIVITY] *= sweep.byDiffusivity[e];
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
                final double change = derivative[at + BY_LEFT_DIFFUSIVITY] * vector.diffusivity[left]
                        + derivative[at + BY_RIGHT_DIFFUSIVITY] * vector.diffusivity[right]
                        + derivative[at + BY_DROP]
                                * (vector.excess[right] - vector.excess[left] + byPotential * now.drop[e]);
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
