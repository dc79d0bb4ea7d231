package org.npp.cait.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MeasuredProfileTest {
    private static double[] rising(int n) {
        final double[] x = new double[n];
        for (int k = 0; k < n; k++) {
            x[k] = k;
        }
        return x;
    }

    static Stream<Arguments> wrong() {
        final double[] ten = rising(10);
        final double[] none = {};
        final double[] twice = rising(10);
        twice[4] = 3;
        final double[] nan = rising(10);
        nan[2] = Double.NaN;
        final double[] ones = new double[10];
        Arrays.fill(ones, 1);
        final double[] zero = ones.clone();
        zero[3] = 0;
        final double[] negative = ones.clone();
        negative[2] = -1;
        return Stream.of(
                Arguments.of(rising(9), ten, none, "measured profile needs at least 10 depths: 9"),
                Arguments.of(twice, ten, none, "depths must be >= 0 and increase strictly: x[4] = 3.0 m"),
                Arguments.of(ten, nan, none, "K_fraction must be finite: NaN at 2"),
                Arguments.of(ten, ten, negative, "K_sigma must be finite and > 0: -1.0 at 2"),
                Arguments.of(ten, ten, zero, "K_sigma must be finite and > 0: 0.0 at 3"),
                Arguments.of(ten, rising(9), none, "K_fraction must have one value per depth: 9"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void numbersThatBreakARuleAreRefused(double[] x, double[] c, double[] sigma, String message) {
        assertEquals(
                message,
                assertThrows(
                                IllegalArgumentException.class,
                                () -> MeasuredProfile.of(
                                        x, List.of("K"), new double[][] {c}, new double[][] {sigma}, false))
                        .getMessage());
        assertEquals(
                "ions, fractions and sigmas must be as many: 1, 0, 0",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> MeasuredProfile.of(
                                        rising(10), List.of("K"), new double[0][], new double[0][], false))
                        .getMessage());
    }

    static Stream<Arguments> wrongCounting() {
        return Stream.of(
                Arguments.of(0.5, 1e-9, "counts must be in [1, 1e8]: 0.5"),
                Arguments.of(Double.NaN, 1e-9, "counts must be in [1, 1e8]: NaN"),
                Arguments.of(1e4, 0.0, "spacing must be finite and > 0: 0.0 m"));
    }

    @ParameterizedTest
    @MethodSource("wrongCounting")
    void countingThatIsNoneIsRefused(double counts, double spacing, String message) {
        assertEquals(
                message,
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new SyntheticProfile(GaussianResolution.of(0), counts, spacing, 1))
                        .getMessage());
    }
}
