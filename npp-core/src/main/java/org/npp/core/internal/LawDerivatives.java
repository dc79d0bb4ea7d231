package org.npp.core.internal;

import java.util.ArrayList;
import java.util.List;
import org.npp.core.sensitivity.Parameter;
import org.npp.core.transport.LocalLaw;

/**
 * One law at all nodes, with its derivatives to the densities and to those parameters of a run that it depends on. Not
 * thread-safe; {@link #write} allocates nothing.
 */
final class LawDerivatives {
    private static final double[] NONE = {};

    private final LocalLaw law;
    private final int ion;
    private final int ions;
    private final double unit;
    private final double temperature;
    private final double[] densities;
    private final double[] byDensity;
    private final double[] byTemperature;
    private final double[] byParameter;

    /** Where derivatives to temperature go. */
    private final double[][] temperatureTargets;

    /** Where derivatives to parameters go, and which of the law's they are. */
    private final double[][] targets;

    private final int[] index;

    private LawDerivatives(
            Model model, LocalLaw law, int ion, List<double[]> byTemperature, List<double[]> byParameter, int[] index) {
        this.law = law;
        this.ion = ion;
        ions = model.ionCount();
        unit = model.referenceDensity();
        temperature = model.temperature();
        densities = new double[ions];
        byDensity = new double[ions];
        temperatureTargets = byTemperature.toArray(new double[0][]);
        targets = byParameter.toArray(new double[0][]);
        this.index = index;
        this.byTemperature = temperatureTargets.length > 0 ? new double[1] : NONE;
        this.byParameter = targets.length > 0 ? new double[law.parameterNames().size()] : NONE;
    }

    /**
     * Creates the derivatives of a law.
     *
     * @param model the model
     * @param law the law
     * @param ion its ion
     * @param isExcess whether it is an excess potential, not a diffusivity
     * @param vectors the parameters
     * @return the derivatives
     */
    static LawDerivatives of(Model model, LocalLaw law, int ion, boolean isExcess, SensitivityVector[] vectors) {
        final List<double[]> byTemperature = new ArrayList<>();
        final List<double[]> byParameter = new ArrayList<>();
        final List<Integer> indices = new ArrayList<>();
        for (final SensitivityVector vector : vectors) {
            final double[] target = isExcess ? vector.excess : vector.diffusivity;
            if (vector.parameter instanceof Parameter.Temperature) {
                byTemperature.add(target);
            }
            final int place = place(vector.parameter, law, ion, isExcess);
            if (place >= 0) {
                byParameter.add(target);
                indices.add(place);
            }
        }
        final int[] index = indices.stream().mapToInt(Integer::intValue).toArray();
        return new LawDerivatives(model, law, ion, byTemperature, byParameter, index);
    }

    /** Place of a parameter among those of a law, or -1. */
    private static int place(Parameter parameter, LocalLaw law, int ion, boolean isExcess) {
        if (!isExcess && parameter instanceof Parameter.Diffusivity own && own.ion() == ion) {
            return law.parameterNames().indexOf(own.name());
        }
        if (isExcess && parameter instanceof Parameter.ExcessPotential own && own.ion() == ion) {
            return law.parameterNames().indexOf(own.name());
        }
        return -1;
    }

    /**
     * Writes the law and its derivatives to the fractions, and into the vectors those to their parameters.
     *
     * @param fraction fractions of a level {@code [node * S + ion]}. Not modified.
     * @param values its values {@code [node * S + ion]}. Those of the ion are overwritten.
     * @param byFraction derivatives {@code [(node * S + ion) * S + toIon]}. Those of the ion are overwritten.
     */
    void write(double[] fraction, double[] values, double[] byFraction) {
        for (int at = ion, first = 0; first < fraction.length; at += ions, first += ions) {
            for (int i = 0; i < ions; i++) {
                densities[i] = fraction[first + i] * unit;
            }
            values[at] = law.differentiate(ion, densities, temperature, byDensity, byTemperature, byParameter);
            for (int j = 0; j < ions; j++) {
                byFraction[at * ions + j] = byDensity[j] * unit;
            }
            for (final double[] target : temperatureTargets) {
                target[at] = byTemperature[0];
            }
            for (int p = 0; p < index.length; p++) {
                targets[p][at] = byParameter[index[p]];
            }
        }
    }
}
