package org.npp.core.transport;

import java.util.List;

/** A law written in two lambdas, for tests: usable as a diffusivity and as an excess potential. */
public final class NodeFormula implements DiffusivityLaw, ExcessPotentialLaw {
    private final Value value;
    private final Derivative derivative;

    private NodeFormula(Value value, Derivative derivative) {
        this.value = value;
        this.derivative = derivative;
    }

    /** Value at given number densities. */
    @FunctionalInterface
    public interface Value {
        double at(double[] densities);
    }

    /** Derivative of a value to one of the number densities. */
    @FunctionalInterface
    public interface Derivative {
        double at(double[] densities, double value, int ion);
    }

    public static NodeFormula of(Value value, Derivative derivative) {
        return new NodeFormula(value, derivative);
    }

    /** exp of a linear form: {@code factor * exp(sum slopes[j] n_j)}. */
    public static NodeFormula exponential(double factor, double... slopes) {
        return of(n -> factor * Math.exp(linear(slopes, n)), (n, v, j) -> v * slopes[j]);
    }

    /** A linear form with a quadratic part: {@code s + s^2/2, s = sum slopes[j] n_j}. */
    public static NodeFormula quadratic(double... slopes) {
        return of(
                n -> linear(slopes, n) * (1 + 0.5 * linear(slopes, n)),
                (n, v, j) -> slopes[j] * (1 + linear(slopes, n)));
    }

    /** Diffusivity whose inverse is linear in the density of one ion: {@code 1/(a + b (1 - n/bulk))}. */
    public static NodeFormula linearResistance(int ion, double bulk, double a, double b) {
        return of(n -> 1 / (a + b * (1 - n[ion] / bulk)), (n, v, j) -> j == ion ? v * v * b / bulk : 0);
    }

    private static double linear(double[] slopes, double[] densities) {
        double sum = 0;
        for (int j = 0; j < slopes.length; j++) {
            sum += slopes[j] * densities[j];
        }
        return sum;
    }

    @Override
    public double value(int ion, double[] densities, double temperature) {
        return value.at(densities);
    }

    @Override
    public double linearize(int ion, double[] densities, double temperature, double[] byDensity) {
        final double result = value.at(densities);
        for (int j = 0; j < byDensity.length; j++) {
            byDensity[j] = derivative.at(densities, result, j);
        }
        return result;
    }

    @Override
    public double byTemperature(int ion, double[] densities, double temperature) {
        return 0;
    }

    @Override
    public List<String> parameterNames() {
        return List.of();
    }

    @Override
    public void byParameters(int ion, double[] densities, double temperature, double[] byParameter) {}
}
