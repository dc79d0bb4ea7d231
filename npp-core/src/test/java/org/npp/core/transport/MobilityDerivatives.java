package org.npp.core.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.function.DoubleFunction;

/** Derivatives of a mobility law against differences of fourth order, and its symmetry. */
final class MobilityDerivatives {
    private static final double STEP = 1e-3;

    /** Of the largest entry: h^4 f'''''/30 and the rounding 1e-16/h of the differences. */
    private static final double TOLERANCE = 1e-10;

    private MobilityDerivatives() {}

    static double[] matrix(MobilityLaw law, double[] densities, double temperature) {
        final int size = densities.length;
        final double[] matrix = new double[size * size];
        law.linearize(densities, temperature, matrix, new double[size * size * size]);
        return matrix;
    }

    /** Compares the derivatives to densities and temperature. */
    static void check(MobilityLaw law, double[] densities, double temperature) {
        final int size = densities.length;
        final double[] matrix = new double[size * size];
        final double[] byDensity = new double[size * size * size];
        law.linearize(densities, temperature, matrix, byDensity);
        for (int k = 0; k < size; k++) {
            final int to = k;
            final double[] block = Arrays.copyOfRange(byDensity, k * size * size, (k + 1) * size * size);
            compare(block, densities[k], s -> {
                final double[] shifted = densities.clone();
                shifted[to] *= 1 + s;
                return matrix(law, shifted, temperature);
            });
        }
        final double[] byTemperature = new double[size * size];
        law.byTemperature(densities, temperature, byTemperature);
        compare(byTemperature, temperature, s -> matrix(law, densities, temperature * (1 + s)));
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                assertEquals(matrix[i * size + j], matrix[j * size + i], 1e-15 * Math.abs(matrix[i * size + j]));
            }
        }
    }

    /** Compares the derivatives to parameters; the law is made from relative changes of them. */
    static void checkParameters(
            double[] parameters, DoubleFunction<MobilityLaw>[] changed, double[] densities, double temperature) {
        final int square = densities.length * densities.length;
        final MobilityLaw law = changed[0].apply(0);
        assertEquals(parameters.length, law.parameterNames().size());
        final double[] found = new double[parameters.length * square];
        law.byParameters(densities, temperature, found);
        for (int p = 0; p < parameters.length; p++) {
            final DoubleFunction<MobilityLaw> one = changed[p];
            compare(
                    Arrays.copyOfRange(found, p * square, (p + 1) * square),
                    parameters[p],
                    s -> matrix(one.apply(s), densities, temperature));
        }
    }

    private static void compare(double[] found, double unit, DoubleFunction<double[]> f) {
        final double[] up = f.apply(STEP);
        final double[] down = f.apply(-STEP);
        final double[] farUp = f.apply(2 * STEP);
        final double[] farDown = f.apply(-2 * STEP);
        double scale = 0;
        for (final double entry : up) {
            scale = Math.max(scale, Math.abs(entry));
        }
        for (int at = 0; at < found.length; at++) {
            final double slope = (8 * (up[at] - down[at]) - (farUp[at] - farDown[at])) / (12 * STEP);
            assertEquals(slope, found[at] * unit, TOLERANCE * scale, "entry " + at);
        }
    }
}
