package org.npp.core.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.npp.core.sensitivity.Parameter;
import org.npp.core.transport.ConstantDiffusivity;
import org.npp.core.transport.DiffusivityLaw;
import org.npp.core.transport.LocalLaw;

/**
 * All laws at all nodes, with their derivatives to the densities and, at fixed densities, to the parameters of a run.
 * Each law is asked once per node for all of them. Not thread-safe; {@link #evaluate} allocates nothing.
 */
final class ParameterLaws {
    private final int ions;

    /** Whether no ion has an excess potential. */
    private final boolean ideal;

    /** Of the diffusivities that depend on the densities; null where there is none. */
    private final @Nullable LawDerivatives[] diffusivities;

    /** Of the excess potentials; null where there is none. */
    private final @Nullable LawDerivatives[] excesses;

    private final SensitivityVector[] scaled;
    private final double[] scaledDensity;

    private ParameterLaws(Model model, int nodes, SensitivityVector[] vectors) {
        ions = model.ionCount();
        ideal = Arrays.stream(model.excessPotentials()).allMatch(Objects::isNull);
        diffusivities = new @Nullable LawDerivatives[ions];
        excesses = new @Nullable LawDerivatives[ions];
        for (int i = 0; i < ions; i++) {
            final DiffusivityLaw law = model.diffusivities()[i];
            final LawDerivatives derivatives = LawDerivatives.of(model, law, i, false, vectors);
            if (law instanceof ConstantDiffusivity) {
                derivatives.write(new double[nodes * ions], new double[nodes * ions], new double[nodes * ions * ions]);
            } else {
                diffusivities[i] = derivatives;
            }
            final @Nullable LocalLaw excess = model.excessPotentials()[i];
            excesses[i] = excess == null ? null : LawDerivatives.of(model, excess, i, true, vectors);
        }
        final List<SensitivityVector> scaling = new ArrayList<>();
        for (final SensitivityVector vector : vectors) {
            if (vector.parameter instanceof Parameter.VirginDensity virgin && virgin.scaledLaws()) {
                scaling.add(vector);
            }
        }
        scaled = scaling.toArray(new SensitivityVector[0]);
        scaledDensity = scaling.stream()
                .mapToDouble(v -> model.referenceDensity()
                        * model.virginFractions()[((Parameter.VirginDensity) v.parameter).ion()])
                .toArray();
    }

    static ParameterLaws of(Model model, int nodes, SensitivityVector[] vectors) {
        return new ParameterLaws(model, nodes, vectors);
    }

    /**
     * Evaluates the laws, and writes their derivatives into the vectors.
     *
     * @param fraction fractions of a level. Not modified.
     * @param laws overwritten with the laws at these fractions
     */
    void evaluate(double[] fraction, NodeLaws laws) {
        for (int i = 0; i < ions; i++) {
            final @Nullable LawDerivatives diffusivity = diffusivities[i];
            if (diffusivity != null) {
                diffusivity.write(fraction, laws.diffusivity, laws.diffusivityByFraction);
            }
            final @Nullable LawDerivatives excess = excesses[i];
            if (excess != null) {
                excess.write(fraction, laws.excess, laws.excessByFraction);
            }
        }
        for (int s = 0; s < scaled.length; s++) {
            scale(fraction, laws.diffusivityByFraction, scaledDensity[s], scaled[s].diffusivity);
            if (!ideal) {
                scale(fraction, laws.excessByFraction, scaledDensity[s], scaled[s].excess);
            }
        }
    }

    /** Functions of densities over N change with N as if all densities fell. */
    private void scale(double[] fraction, double[] byFraction, double density, double[] target) {
        final double perDensity = -1 / density;
        for (int first = 0; first < fraction.length; first += ions) {
            for (int i = 0; i < ions; i++) {
                double sum = 0;
                for (int j = 0; j < ions; j++) {
                    sum += fraction[first + j] * byFraction[(first + i) * ions + j];
                }
                target[first + i] = sum * perDensity;
            }
        }
    }
}
