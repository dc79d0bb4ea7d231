package org.npp.core.internal;

import org.npp.core.flux.ScharfetterGummelFlux;
import org.npp.core.time.TimeFormula;

/**
 * Derivatives of all fluxes to what parameters change: the diffusivities of the two nodes, and the drop. Not
 * thread-safe; {@link #evaluate} and {@link #subtract} allocate nothing.
 */
final class FluxPartials {
    private final Model model;
    private final int ions;

    /** {@code [edge * S + ion]}: to the diffusivity of the left node [1/m]. */
    private final double[] byLeft;

    /** To that of the right node [1/m]. */
    private final double[] byRight;

    /** To the drop of \( z \psi + \mu_{ex}/kT \) [m/s]. */
    private final double[] byDrop;

    private final double[] partials = new double[2];

    private FluxPartials(Model model, int nodes) {
        this.model = model;
        ions = model.ionCount();
        byLeft = new double[(nodes - 1) * ions];
        byRight = new double[byLeft.length];
        byDrop = new double[byLeft.length];
    }

    static FluxPartials ofSize(Model model, int nodes) {
        return new FluxPartials(model, nodes);
    }

    /** Evaluates all at an accepted level. */
    void evaluate(Level old, Level now, TimeFormula formula, NodeLaws laws, ScharfetterGummelFlux kernel) {
        for (int e = 0; e < now.drop.length; e++) {
            final double velocity = formula.rate(now.faceShift(e), old.faceShift(e));
            for (int i = 0; i < ions; i++) {
                final int left = e * ions + i;
                final int right = left + ions;
                final double drop = model.charges()[i] * now.drop[e] + (laws.excess[right] - laws.excess[left]);
                final double diffusivity = model.edgeDiffusivity()
                        .linearize(
                                laws.diffusivity[left],
                                laws.diffusivity[right],
                                Assembly.flowsRight(now, left, right, drop),
                                partials);
                final double difference =
                        (old.fraction[left] - old.fraction[right]) + (now.change[left] - now.change[right]);
                kernel.evaluate(
                        diffusivity, now.step[e], drop, velocity, now.fraction[left], now.fraction[right], difference);
                byLeft[left] = kernel.byDiffusivity() * partials[0];
                byRight[left] = kernel.byDiffusivity() * partials[1];
                byDrop[left] = kernel.byDrop();
            }
        }
    }

    /** Subtracts the direct derivative of the fluxes to a parameter from the rows of their cells, both ends closed. */
    void subtract(SensitivityVector vector, Level now, double[] rhs) {
        final int block = ions + 1;
        for (int i = vector.firstIon; i < vector.endIon; i++) {
            final double byPotential = model.charges()[i] * vector.byInverseTemperature;
            for (int e = 0; e < now.drop.length; e++) {
                final int left = e * ions + i;
                final int right = left + ions;
                final double change = byLeft[left] * vector.diffusivity[left]
                        + byRight[left] * vector.diffusivity[right]
                        + byDrop[left] * (vector.excess[right] - vector.excess[left] + byPotential * now.drop[e]);
                final int row = e * block + 1 + i;
                rhs[row] -= change;
                rhs[row + block] += change;
            }
        }
    }
}
