package org.npp.core.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;

class ConstantCorrelationTest {
    private static final double THERMAL_ENERGY = 1.380649e-23 * 300;
    private static final double[] DENSITIES = {1e28, 3e27, 5e26};
    private static final double[] CORRELATIONS = {1, 0.3, -0.2, 0.3, 1, 0.5, -0.2, 0.5, 1};
    private static final List<DiffusivityLaw> LAWS = List.of(
            NodeFormula.exponential(2e-17, 1e-28, 2e-28, -3e-28),
            ConstantDiffusivity.of(1e-19),
            NodeFormula.exponential(4e-18, -1e-28, 1e-28, 1e-28));

    @Test
    void theDiagonalIsThatOfTheDiffusivitiesAndTheRestCorrelated() {
        final MobilityLaw law = ConstantCorrelation.of(
                List.of(ConstantDiffusivity.of(4e-18), ConstantDiffusivity.of(1e-18)), 1, -0.5, -0.5, 1);
        final double[] matrix = MobilityDerivatives.matrix(law, new double[] {1e28, 4e28}, 300);
        final double unit = 4e10 / THERMAL_ENERGY;
        assertArrayEquals(new double[] {unit, -0.5 * unit, -0.5 * unit, unit}, matrix, 1e-15 * unit);
    }

    @Test
    void derivativesAreThoseOfTheMatrix() {
        final MobilityLaw law = ConstantCorrelation.of(LAWS, CORRELATIONS);
        MobilityDerivatives.check(law, DENSITIES, 300);
        MobilityDerivatives.check(FadingCorrelation.of(law), DENSITIES, 300);
    }

    private static double[] changed(int i, int j, double share) {
        final double[] correlations = CORRELATIONS.clone();
        correlations[3 * i + j] *= 1 + share;
        correlations[3 * j + i] = correlations[3 * i + j];
        return correlations;
    }

    @Test
    void parametersAreThoseOfTheDiffusivitiesAndTheCorrelations() {
        final MobilityLaw law = ConstantCorrelation.of(LAWS, CORRELATIONS);
        assertEquals(List.of("1.diffusivity", "r.0.1", "r.0.2", "r.1.2"), law.parameterNames());
        assertEquals(law.parameterNames(), FadingCorrelation.of(law).parameterNames());
        @SuppressWarnings({"unchecked", "rawtypes"})
        final DoubleFunction<MobilityLaw>[] changed = new DoubleFunction[] {
            (DoubleFunction<MobilityLaw>) s -> ConstantCorrelation.of(
                    List.of(LAWS.get(0), ConstantDiffusivity.of(1e-19 * (1 + s)), LAWS.get(2)), CORRELATIONS),
            (DoubleFunction<MobilityLaw>) s -> ConstantCorrelation.of(LAWS, changed(0, 1, s)),
            (DoubleFunction<MobilityLaw>) s -> ConstantCorrelation.of(LAWS, changed(0, 2, s)),
            (DoubleFunction<MobilityLaw>) s -> ConstantCorrelation.of(LAWS, changed(1, 2, s))
        };
        final double[] parameters = {1e-19, 0.3, -0.2, 0.5};
        MobilityDerivatives.checkParameters(parameters, changed, DENSITIES, 300);
        @SuppressWarnings({"unchecked", "rawtypes"})
        final DoubleFunction<MobilityLaw>[] faded = new DoubleFunction[4];
        for (int p = 0; p < 4; p++) {
            final DoubleFunction<MobilityLaw> one = changed[p];
            faded[p] = s -> FadingCorrelation.of(one.apply(s));
        }
        MobilityDerivatives.checkParameters(parameters, faded, DENSITIES, 300);
    }

    @Test
    void anAbsentIonHasNoRowAndAFiniteDerivative() {
        for (final MobilityLaw law : List.of(
                ConstantCorrelation.of(LAWS, CORRELATIONS),
                FadingCorrelation.of(ConstantCorrelation.of(LAWS, CORRELATIONS)))) {
            final double[] matrix = new double[9];
            final double[] byDensity = new double[27];
            final double[] byTemperature = new double[9];
            final double[] absent = {1e28, 0, 0};
            law.linearize(absent, 300, matrix, byDensity);
            law.byTemperature(absent, 300, byTemperature);
            for (int at = 1; at < 9; at++) {
                assertEquals(0, Math.abs(matrix[at]));
                assertEquals(0, Math.abs(byTemperature[at]));
            }
            final double limit = 1e-19 / THERMAL_ENERGY;
            assertEquals(limit, byDensity[9 + 4], 1e-15 * limit);
            for (final double slope : byDensity) {
                assertTrue(Double.isFinite(slope));
            }
        }
    }

    /** L_12 = 2 r sqrt(D_1 D_2) n_1 n_2/[(n_1 + n_2) kT]. */
    @Test
    void fadingMakesTheDragOfIsotopes() {
        final double d = 3e-18;
        final DiffusivityLaw one = ConstantDiffusivity.of(d);
        final MobilityLaw law = FadingCorrelation.of(ConstantCorrelation.of(List.of(one, one), 1, 0.4, 0.4, 1));
        final double[] n = {7e27, 1e20};
        final double expected = 2 * 0.4 * d * n[0] * n[1] / (n[0] + n[1]) / THERMAL_ENERGY;
        assertEquals(expected, MobilityDerivatives.matrix(law, n, 300)[1], 1e-15 * expected);
    }

    private static void assertRefused(String message, double... correlations) {
        final List<DiffusivityLaw> two = LAWS.subList(0, 2);
        final IllegalArgumentException thrown =
                assertThrows(IllegalArgumentException.class, () -> ConstantCorrelation.of(two, correlations));
        assertEquals(message, thrown.getMessage());
    }

    @Test
    void correlationsMustBeAMatrixOfCorrelations() {
        assertRefused("correlations of 2 ions must be 4 numbers: 3", 1, 0, 0);
        assertRefused("correlations must be symmetric and 1 on the diagonal: r[1][1] = 2.0", 1, 0, 0, 2);
        assertRefused("correlations must be symmetric and 1 on the diagonal: r[0][1] = 0.1", 1, 0.1, 0.2, 1);
        assertRefused("correlations must be symmetric and 1 on the diagonal: r[0][1] = NaN", 1, Double.NaN, 0, 1);
        assertRefused("correlations must be positive semidefinite: least eigenvalue -0.5", 1, 1.5, 1.5, 1);
    }

    @Test
    void perfectCorrelationIsAllowed() {
        final double[] ones = new double[9];
        Arrays.fill(ones, 1);
        MobilityDerivatives.check(ConstantCorrelation.of(LAWS, ones), DENSITIES, 300);
    }

    @Test
    void theNumberOfIonsMustBeThatOfTheDiffusivities() {
        final MobilityLaw law = ConstantCorrelation.of(LAWS, CORRELATIONS);
        final IllegalArgumentException thrown =
                assertThrows(IllegalArgumentException.class, () -> MobilityDerivatives.matrix(law, new double[2], 300));
        assertEquals("mobility law is of 3 ions, not of 2", thrown.getMessage());
    }
}
