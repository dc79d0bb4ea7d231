package org.npp.core.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IsotopeMobilityTest {
    private static final double SIGMA = 2e-17;
    private static final double TRACER = 1.2e-17;
    private static final double[] DENSITIES = {1e28, 3e27, 5e26};
    private static final double THERMAL_ENERGY = 1.380649e-23 * 300;

    /** Sum of a row: n_a D_sigma/kT, its share of the conductivity. */
    @Test
    void eachIsotopeCarriesItsShareOfTheConductivity() {
        final double[] matrix = MobilityDerivatives.matrix(IsotopeMobility.of(SIGMA, TRACER), DENSITIES, 300);
        for (int i = 0; i < 3; i++) {
            final double expected = DENSITIES[i] * SIGMA / THERMAL_ENERGY;
            assertEquals(expected, matrix[3 * i] + matrix[3 * i + 1] + matrix[3 * i + 2], 1e-15 * expected);
        }
    }

    /** kT N det L/[n_1 n_2 (L_11 + L_22 + 2 L_12)] = D*. */
    @ParameterizedTest
    @CsvSource({"0.1", "1", "7"})
    void twoIsotopesInterdiffuseWithTheTracerDiffusivity(double havenRatio) {
        final double[] n = {4e27, 9e27};
        final double[] l = MobilityDerivatives.matrix(IsotopeMobility.of(TRACER / havenRatio, TRACER), n, 300);
        final double determinant = l[0] * l[3] - l[1] * l[2];
        final double found = THERMAL_ENERGY * (n[0] + n[1]) * determinant / (n[0] * n[1] * (l[0] + l[3] + 2 * l[1]));
        assertEquals(TRACER, found, 1e-13 * TRACER);
    }

    @Test
    void derivativesAreThoseOfTheMatrix() {
        MobilityDerivatives.check(IsotopeMobility.of(SIGMA, TRACER), DENSITIES, 300);
        MobilityDerivatives.check(IsotopeMobility.of(TRACER, SIGMA), new double[] {1e28}, 500);
        @SuppressWarnings({"unchecked", "rawtypes"})
        final DoubleFunction<MobilityLaw>[] changed = new DoubleFunction[] {
            (DoubleFunction<MobilityLaw>) s -> IsotopeMobility.of(SIGMA * (1 + s), TRACER),
            (DoubleFunction<MobilityLaw>) s -> IsotopeMobility.of(SIGMA, TRACER * (1 + s))
        };
        MobilityDerivatives.checkParameters(new double[] {SIGMA, TRACER}, changed, DENSITIES, 300);
        assertEquals(
                List.of("conductivityDiffusivity", "tracerDiffusivity"),
                IsotopeMobility.of(SIGMA, TRACER).parameterNames());
    }

    @Test
    void withoutIonsItIsZeroWithTheTracerDiffusivityAsItsLimit() {
        final double[] matrix = {7, 7, 7, 7};
        final double[] byDensity = new double[8];
        IsotopeMobility.of(SIGMA, TRACER).linearize(new double[2], 300, matrix, byDensity);
        assertArrayEquals(new double[4], matrix);
        final double limit = TRACER / THERMAL_ENERGY;
        assertArrayEquals(new double[] {limit, 0, 0, 0, 0, 0, 0, limit}, byDensity, 1e-15 * limit);
    }

    @ParameterizedTest
    @CsvSource({
        "0,1,conductivity diffusivity must be finite and > 0: 0.0 m^2/s",
        "1,NaN,tracer diffusivity must be finite and > 0: NaN m^2/s",
        "1,Infinity,tracer diffusivity must be finite and > 0: Infinity m^2/s"
    })
    void diffusivitiesMustBePositive(double sigma, double tracer, String message) {
        final IllegalArgumentException thrown =
                assertThrows(IllegalArgumentException.class, () -> IsotopeMobility.of(sigma, tracer));
        assertEquals(message, thrown.getMessage());
    }
}
