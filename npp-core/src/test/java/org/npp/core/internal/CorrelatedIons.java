package org.npp.core.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.npp.core.transport.ConstantCorrelation;
import org.npp.core.transport.DiffusivityLaw;
import org.npp.core.transport.IsotopeMobility;
import org.npp.core.transport.MobilityLaw;
import org.npp.core.transport.NodeFormula;

/** Mobility laws for models in units of their own, where kT is not that of the temperature. */
final class CorrelatedIons {
    private static final double BOLTZMANN = 1.380649e-23;

    private CorrelatedIons() {}

    /** What a law's diffusivities must be, for those of the model to be 1. */
    private static double unit(Model model) {
        return BOLTZMANN * model.temperature() / model.thermalEnergy();
    }

    /** Given diffusivities and random correlations. */
    static MobilityLaw of(List<DiffusivityLaw> diffusivities, Model model, Random random) {
        final double unit = unit(model);
        final List<DiffusivityLaw> scaled = new ArrayList<>();
        for (int i = 0; i < diffusivities.size(); i++) {
            final DiffusivityLaw law = diffusivities.get(i);
            final int ion = i;
            scaled.add(NodeFormula.of(n -> unit * law.value(ion, n, model.temperature()), (n, v, j) -> {
                final double[] slopes = new double[n.length];
                law.linearize(ion, n, model.temperature(), slopes);
                return unit * slopes[j];
            }));
        }
        return ConstantCorrelation.of(scaled, randomCorrelations(diffusivities.size(), random));
    }

    /** Isotopes of a given Haven ratio and tracer diffusivity 1. */
    static MobilityLaw isotopes(double havenRatio, Model model) {
        return IsotopeMobility.of(unit(model) / havenRatio, unit(model));
    }

    /** Products of random unit vectors in as many dimensions as there are ions. */
    static double[] randomCorrelations(int ions, Random random) {
        final double[][] vectors = new double[ions][];
        for (int i = 0; i < ions; i++) {
            final double[] vector = random.doubles(ions, -1, 1).toArray();
            double square = 0;
            for (final double x : vector) {
                square += x * x;
            }
            for (int k = 0; k < ions; k++) {
                vector[k] /= Math.sqrt(square);
            }
            vectors[i] = vector;
        }
        final double[] matrix = new double[ions * ions];
        for (int i = 0; i < ions; i++) {
            for (int j = 0; j < ions; j++) {
                double product = 0;
                for (int k = 0; k < ions; k++) {
                    product += vectors[i][k] * vectors[j][k];
                }
                matrix[i * ions + j] = i == j ? 1 : product;
            }
        }
        return matrix;
    }
}
