package org.npp.core.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.npp.core.sensitivity.Parameter;
import org.npp.core.transport.LocalLaw;

/**
 * Derivatives of all laws at all nodes to the parameters of a run, at fixed densities. Each law is asked once per node,
 * however many of its parameters count. Not thread-safe; {@link #evaluate} allocates nothing.
 */
final class ParameterLaws {
    /** Writes what one law contributes at one node. */
    private interface Contribution {
        void write(int node, double[] densities);
    }

    private final int ions;
    private final double unit;

    /** Whether no ion has an excess potential. */
    private final boolean ideal;

    private final Contribution[] contributions;
    private final SensitivityVector[] scaled;
    private final double[] scaledDensity;
    private final double[] densities;

    private ParameterLaws(Model model, SensitivityVector[] vectors) {
        ions = model.ionCount();
        unit = model.referenceDensity();
        densities = new double[ions];
        ideal = Arrays.stream(model.excessPotentials()).allMatch(Objects::isNull);
        final List<Contribution> all = new ArrayList<>();
        for (int i = 0; i < ions; i++) {
            addLaw(all, model, model.diffusivities()[i], i, false, vectors);
            final @Nullable LocalLaw excess = model.excessPotentials()[i];
            if (excess != null) {
                addLaw(all, model, excess, i, true, vectors);
            }
        }
        contributions = all.toArray(new Contribution[0]);
        final List<SensitivityVector> scaling = new ArrayList<>();
        for (final SensitivityVector vector : vectors) {
            if (vector.parameter instanceof Parameter.VirginDensity virgin && virgin.scaledLaws()) {
                scaling.add(vector);
            }
        }
        scaled = scaling.toArray(new SensitivityVector[0]);
        scaledDensity = scaling.stream()
                .mapToDouble(v -> unit * model.virginFractions()[((Parameter.VirginDensity) v.parameter).ion()])
                .toArray();
    }

    static ParameterLaws of(Model model, SensitivityVector[] vectors) {
        return new ParameterLaws(model, vectors);
    }

    private static void addLaw(
            List<Contribution> all, Model model, LocalLaw law, int ion, boolean isExcess, SensitivityVector[] vectors) {
        final int ions = model.ionCount();
        final double temperature = model.temperature();
        final List<double[]> targets = new ArrayList<>();
        final List<Integer> indices = new ArrayList<>();
        for (final SensitivityVector vector : vectors) {
            final double[] target = isExcess ? vector.excess : vector.diffusivity;
            if (vector.parameter instanceof Parameter.Temperature) {
                all.add((k, n) -> target[k * ions + ion] = law.byTemperature(ion, n, temperature));
            }
            final int index = index(vector.parameter, law, ion, isExcess);
            if (index >= 0) {
                targets.add(target);
                indices.add(index);
            }
        }
        if (!targets.isEmpty()) {
            final double[] byParameter = new double[law.parameterNames().size()];
            final double[][] into = targets.toArray(new double[0][]);
            final int[] from = indices.stream().mapToInt(Integer::intValue).toArray();
            all.add((k, n) -> {
                law.byParameters(ion, n, temperature, byParameter);
                for (int p = 0; p < from.length; p++) {
                    into[p][k * ions + ion] = byParameter[from[p]];
                }
            });
        }
    }

    /** Place of a parameter among those of a law, or -1. */
    private static int index(Parameter parameter, LocalLaw law, int ion, boolean isExcess) {
        if (!isExcess && parameter instanceof Parameter.Diffusivity own && own.ion() == ion) {
            return law.parameterNames().indexOf(own.name());
        }
        if (isExcess && parameter instanceof Parameter.ExcessPotential own && own.ion() == ion) {
            return law.parameterNames().indexOf(own.name());
        }
        return -1;
    }

    /**
     * Writes the derivatives into the vectors.
     *
     * @param fraction fractions of a level. Not modified.
     * @param laws the laws at these fractions
     */
    void evaluate(double[] fraction, NodeLaws laws) {
        final int nodes = fraction.length / ions;
        for (int k = 0; k < nodes && contributions.length > 0; k++) {
            for (int i = 0; i < ions; i++) {
                densities[i] = fraction[k * ions + i] * unit;
            }
            for (final Contribution contribution : contributions) {
                contribution.write(k, densities);
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
        for (int at = 0; at < target.length; at++) {
            final int node = at / ions;
            double sum = 0;
            for (int j = 0; j < ions; j++) {
                sum += fraction[node * ions + j] * byFraction[at * ions + j];
            }
            target[at] = sum * perDensity;
        }
    }
}
