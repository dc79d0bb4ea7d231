package org.npp.core.internal;

import org.jspecify.annotations.Nullable;
import org.npp.core.transport.ConstantDiffusivity;
import org.npp.core.transport.ExcessPotentialLaw;
import org.npp.core.transport.LocalLaw;
import org.npp.core.transport.MobilityLaw;

/**
 * Diffusivities and excess chemical potentials of all ions at all nodes, with their derivatives to the fractions. Where
 * the problem has a mobility law, the diffusivities are its diagonal, and its correlations are here too.
 *
 * <p><strong>Layout.</strong> Values {@code [node * S + ion]}, derivatives {@code [(node * S + ion) * S + toIon]}. Not
 * thread-safe; {@link #evaluate} allocates nothing.
 */
final class NodeLaws {
    private final Model model;
    private final int ions;

    /** Diffusivities [m&sup2;/s]. */
    final double[] diffusivity;

    /** Derivatives of the diffusivities to the fractions [m&sup2;/s]. */
    final double[] diffusivityByFraction;

    /** Excess potentials over kT [1]; stays 0 where ideal. */
    final double[] excess;

    /** Derivatives of the excess potentials to the fractions [1]. */
    final double[] excessByFraction;

    /** Correlations {@code [(node * S + ion) * S + withIon]} [1]; empty without a mobility law. */
    final double[] correlation;

    /** Derivatives of the correlations to the fractions [1]; empty without a mobility law. */
    final double[] correlationByFraction;

    private final @Nullable NodeMobility mobility;

    /** Which diffusivities are evaluated once and for all. */
    private final boolean[] constant;

    private final double[] densities;
    private final double[] byDensity;

    private NodeLaws(Model model, int nodes) {
        this.model = model;
        ions = model.ionCount();
        diffusivity = new double[nodes * ions];
        diffusivityByFraction = new double[nodes * ions * ions];
        excess = new double[nodes * ions];
        excessByFraction = new double[nodes * ions * ions];
        final @Nullable MobilityLaw law = model.mobility();
        mobility = law == null ? null : NodeMobility.of(law, model);
        correlation = new double[law == null ? 0 : nodes * ions * ions];
        correlationByFraction = new double[correlation.length * ions];
        densities = new double[ions];
        byDensity = new double[ions];
        constant = new boolean[ions];
        for (int i = 0; i < ions; i++) {
            constant[i] = law == null && model.diffusivities()[i] instanceof ConstantDiffusivity;
            if (constant[i]) {
                evaluate(model.diffusivities()[i], i, new double[nodes * ions], diffusivity, diffusivityByFraction);
            }
        }
    }

    static NodeLaws ofSize(Model model, int nodes) {
        return new NodeLaws(model, nodes);
    }

    /** Evaluates all laws at given fractions. */
    void evaluate(double[] fraction) {
        if (mobility != null) {
            evaluate(mobility, fraction);
        }
        for (int i = 0; i < ions; i++) {
            if (mobility == null && !isConstant(i)) {
                evaluate(model.diffusivities()[i], i, fraction, diffusivity, diffusivityByFraction);
            }
            final @Nullable ExcessPotentialLaw law = model.excessPotentials()[i];
            if (law != null) {
                evaluate(law, i, fraction, excess, excessByFraction);
            }
        }
    }

    /** Whether an ion's diffusivity is the same everywhere, whatever the fractions. */
    boolean isConstant(int ion) {
        return constant[ion];
    }

    private void evaluate(LocalLaw law, int ion, double[] fraction, double[] values, double[] byFraction) {
        final double unit = model.referenceDensity();
        for (int at = ion, first = 0; first < fraction.length; at += ions, first += ions) {
            for (int i = 0; i < ions; i++) {
                densities[i] = fraction[first + i] * unit;
            }
            values[at] = law.linearize(ion, densities, model.temperature(), byDensity);
            for (int j = 0; j < ions; j++) {
                byFraction[at * ions + j] = byDensity[j] * unit;
            }
        }
    }

    private void evaluate(NodeMobility law, double[] fraction) {
        final double unit = model.referenceDensity();
        for (int k = 0; k * ions < fraction.length; k++) {
            for (int i = 0; i < ions; i++) {
                densities[i] = fraction[k * ions + i] * unit;
            }
            law.evaluate(densities);
            takeApart(law, k, unit);
        }
    }

    private void takeApart(NodeMobility from, int node, double unit) {
        for (int i = 0; i < ions; i++) {
            final int at = node * ions + i;
            diffusivity[at] = from.diffusivity(i);
            for (int j = 0; j < ions; j++) {
                final int pair = at * ions + j;
                diffusivityByFraction[pair] = from.diffusivityBy(i, j) * unit;
                correlation[pair] = i == j ? 1 : from.correlation(i, j);
                for (int k = 0; i != j && k < ions; k++) {
                    correlationByFraction[pair * ions + k] = from.correlationBy(i, j, k) * unit;
                }
            }
        }
    }
}
