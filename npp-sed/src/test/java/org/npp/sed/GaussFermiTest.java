package org.npp.sed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GaussFermiTest {
    @ParameterizedTest
    @CsvSource({
        "-14, 2, 6.14218046455802e-6",
        "-7, 2, 5.86474814179945e-3",
        "0, 2, 0.5",
        "-28, 4, 2.05433859461768e-9",
        "-21, 4, 1.97344700942384e-6",
        "-14, 4, 8.02688817388749e-4",
        "-7, 4, 5.5353180783161e-2"
    })
    void publishedValuesAreMetToAllDigits(double zeta, double s, double value) {
        // Half a unit of the last of fifteen digits is 2.4e-15 at the least leading digit.
        assertEquals(value, GaussFermi.value(zeta, s), 3e-15 * value);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.7, 1, 2, 4, 8, 10, 30})
    void thermodynamicFactorIsTwoAtMinusHalfTheVariance(double s) {
        assertEquals(2, GaussFermi.thermodynamicFactor(-0.5 * s * s, s), 2e-14);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-700, -300, -200})
    void farBelowTheDistributionIonsAreDilute(double zeta) {
        final double exact = Math.exp(zeta + 8);
        assertEquals(exact, GaussFermi.value(zeta, 4), 1e-13 * exact);
        assertEquals(exact, GaussFermi.derivative(zeta, 4), 1e-13 * exact);
        assertEquals(1, GaussFermi.thermodynamicFactor(zeta, 4), 1e-13);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-40, -3, 0, 2, 30})
    void narrowDistributionIsASingleLevel(double zeta) {
        final double exact = 1 / (1 + Math.exp(-zeta));
        assertEquals(exact, GaussFermi.value(zeta, 0), 1e-15 * exact);
        assertEquals(exact, GaussFermi.value(zeta, 2e-8), 1e-14 * exact);
        final double slope = 1 / (2 + Math.exp(zeta) + Math.exp(-zeta));
        assertEquals(slope, GaussFermi.derivative(zeta, 0), 1e-15 * slope);
        assertEquals(slope, GaussFermi.derivative(zeta, 2e-8), 1e-14 * slope);
    }

    @Test
    void argumentsOutsideTheirRangeAreRefused() {
        assertEquals(
                "zeta must be finite: NaN",
                assertThrows(IllegalArgumentException.class, () -> GaussFermi.value(Double.NaN, 1))
                        .getMessage());
        for (double s : new double[] {-1, 1001, Double.NaN}) {
            assertEquals(
                    "s must be in [0, 1000.0]: " + s,
                    assertThrows(IllegalArgumentException.class, () -> GaussFermi.derivative(0, s))
                            .getMessage());
        }
    }
}
