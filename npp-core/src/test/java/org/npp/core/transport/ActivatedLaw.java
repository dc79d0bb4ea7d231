package org.npp.core.transport;

import java.util.List;

/**
 * A law with parameters, for tests: {@code factor * exp(slope * n_0/bulk - activation * (1/T - 1/300 K))}.
 *
 * <p>Its parameters are {@code factor}, {@code slope} and {@code activation} [K]; the bulk density is none.
 */
public record ActivatedLaw(double factor, double slope, double activation, double bulk)
        implements DiffusivityLaw, ExcessPotentialLaw {

    @Override
    public double value(int ion, double[] densities, double temperature) {
        return factor * Math.exp(slope * densities[0] / bulk - activation * (1 / temperature - 1.0 / 300));
    }

    @Override
    public double linearize(int ion, double[] densities, double temperature, double[] byDensity) {
        final double value = value(ion, densities, temperature);
        java.util.Arrays.fill(byDensity, 0);
        byDensity[0] = value * slope / bulk;
        return value;
    }

    @Override
    public double byTemperature(int ion, double[] densities, double temperature) {
        return value(ion, densities, temperature) * activation / (temperature * temperature);
    }

    @Override
    public List<String> parameterNames() {
        return List.of("factor", "slope", "activation");
    }

    @Override
    public void byParameters(int ion, double[] densities, double temperature, double[] byParameter) {
        final double value = value(ion, densities, temperature);
        byParameter[0] = value / factor;
        byParameter[1] = value * densities[0] / bulk;
        byParameter[2] = -value * (1 / temperature - 1.0 / 300);
    }
}
