package org.npp.core.internal;

import org.npp.core.flux.EdgeDiffusivity;
import org.npp.core.flux.ScharfetterGummelFlux;
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

    private final int ions;
    private final int edges;
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

    /** Evaluates all. */
    void evaluate(Level old, Level now, TimeFormula formula, NodeLaws laws, ScharfetterGummelFlux kernel) {
        for (int i = 0; i < ions; i++) {
            evaluate(i, old, now, formula, laws, kernel);
        }
    }

    /** One ion through all faces: diffusivities first, since shorter loops overlap better in the processor. */
    private void evaluate(
            int ion, Level old, Level now, TimeFormula formula, NodeLaws laws, ScharfetterGummelFlux kernel) {
        final double[] diffusivity = laws.diffusivity;
        final double[] excess = laws.excess;
        final double[] fraction = now.fraction;
        final double[] change = now.change;
        final double[] before = old.fraction;
        final int charge = charges[ion];
        final int stride = PER_FLUX * ions;
        for (int e = 0, left = ion, to = at(0, ion); e < edges; e++, left += ions, to += stride) {
            final int right = left + ions;
            final double drop = charge * now.drop[e] + (excess[right] - excess[left]);
            derivative[to + BY_DROP] = drop;
            derivative[to + BY_LEFT] = edgeDiffusivity.linearize(
                    diffusivity[left], diffusivity[right], flowsRight(fraction[left], fraction[right], drop), partials);
            derivative[to + BY_LEFT_DIFFUSIVITY] = partials[0];
            derivative[to + BY_RIGHT_DIFFUSIVITY] = partials[1];
        }
        for (int e = 0, left = ion, to = at(0, ion); e < edges; e++, left += ions, to += stride) {
            final int right = left + ions;
            final double velocity = formula.rate(now.faceShift(e), old.faceShift(e));
            final double difference = (before[left] - before[right]) + (change[left] - change[right]);
            kernel.evaluate(
                    derivative[to + BY_LEFT],
                    now.step[e],
                    derivative[to + BY_DROP],
                    velocity,
                    fraction[left],
                    fraction[right],
                    difference);
            flux[left] = kernel.flux();
            derivative[to + BY_LEFT] = kernel.byLeft();
            derivative[to + BY_RIGHT] = kernel.byRight();
            derivative[to + BY_DROP] = kernel.byDrop();
            derivative[to + BY_LEFT_DIFFUSIVITY] *= kernel.byDiffusivity();
            derivative[to + BY_RIGHT_DIFFUSIVITY] *= kernel.byDiffusivity();
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
