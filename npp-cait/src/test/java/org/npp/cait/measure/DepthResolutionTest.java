package org.npp.cait.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DepthResolutionTest {
    /** What the sums of some hundred responses keep of double precision. */
    private static final double ROUNDING = 1e-12;

    private static final double[] NODES = {0, 0.3e-9, 1e-9, 2.5e-9, 6e-9, 7e-9, 7.2e-9, 7.3e-9, 20e-9, 500e-6};
    private static final double[] VALUES = {0.9, 0.95, 0.9, 0.85, 0.8, 0.6, 0.2, 0.05, 0.01, 0};

    static Stream<DepthResolution> resolutions() {
        return Stream.of(
                GaussianResolution.of(3e-9),
                ExponentialResolution.of(1e-9, 0.4e-9, 1.5e-9),
                ExponentialResolution.of(1e-9, 1.5e-9, 0.4e-9),
                ExponentialResolution.of(0.5e-9, 0, 2e-9),
                ExponentialResolution.of(2e-9, 0.05e-9, 0.1e-9));
    }

    private static double[] applied(DepthResolution resolution, double[] x, double[] p, double... depths) {
        final double[] out = new double[depths.length];
        resolution.apply(x, p, depths, out);
        return out;
    }

    @ParameterizedTest
    @MethodSource("resolutions")
    void aUniformProfileStaysUniform(DepthResolution resolution) {
        final double[] depths = {0, 0.1e-9, 1e-9, 5e-9, 30e-9, 1e-6};
        final double[] ones = new double[NODES.length];
        Arrays.fill(ones, 1);
        assertArrayEquals(new double[] {1, 1, 1, 1, 1, 1}, applied(resolution, NODES, ones, depths), ROUNDING);
    }

    /** Kernel as its definition has it, without closed forms: exponentials convolved with the Gaussian by quadrature. */
    private static DoubleUnaryOperator kernel(DepthResolution resolution) {
        if (resolution instanceof GaussianResolution g) {
            final double s = g.fwhm() / (2 * Math.sqrt(2 * Math.log(2)));
            return u -> Math.exp(-u * u / (2 * s * s)) / (s * Math.sqrt(2 * Math.PI));
        }
        final ExponentialResolution e = (ExponentialResolution) resolution;
        final double s = e.gaussianFwhm() / (2 * Math.sqrt(2 * Math.log(2)));
        final double l = e.leadingDecay();
        final double t = e.trailingDecay();
        return u -> {
            final double v = u + t - l;
            return simpson(
                    z -> {
                        final double y = v - s * z;
                        final double decay = y > 0 ? t : l;
                        return decay == 0
                                ? 0
                                : Math.exp(-Math.abs(y) / decay - z * z / 2) / ((l + t) * Math.sqrt(2 * Math.PI));
                    },
                    -9,
                    9,
                    Math.max(-9, Math.min(9, v / s)),
                    1000);
        };
    }

    /** Simpson's rule on both sides of a kink. */
    private static double simpson(DoubleUnaryOperator f, double from, double to, double kink, int n) {
        return simpson(f, from, kink, n) + simpson(f, kink, to, n);
    }

    private static double simpson(DoubleUnaryOperator f, double from, double to, int n) {
        final double h = (to - from) / n;
        double sum = 0;
        for (int k = 0; k < n; k++) {
            // a hair inside, so that a jump at an end is taken from the right side
            final double a = from + h * (k + 1e-9);
            final double b = from + h * (k + 1 - 1e-9);
            sum += (f.applyAsDouble(a) + 4 * f.applyAsDouble((a + b) / 2) + f.applyAsDouble(b)) * h / 6;
        }
        return sum;
    }

    private static double profile(double x) {
        final double d = Math.abs(x);
        int i = 1;
        while (i < NODES.length - 1 && NODES[i] < d) {
            i++;
        }
        return VALUES[i - 1] + (VALUES[i] - VALUES[i - 1]) * (d - NODES[i - 1]) / (NODES[i] - NODES[i - 1]);
    }

    @ParameterizedTest
    @MethodSource("resolutions")
    void whatIsMeasuredIsTheConvolutionWithTheMirroredProfile(DepthResolution resolution) {
        final DoubleUnaryOperator kernel = kernel(resolution);
        for (final double d : new double[] {0, 0.5e-9, 3e-9, 7.1e-9, 12e-9}) {
            // pieces between kinks of profile and kernel, each by Simpson's rule
            final double[] kinks = Stream.concat(
                            Arrays.stream(NODES).limit(9).boxed().flatMap(x -> Stream.of(x, -x)),
                            Stream.of(d, d - 40e-9, d + 40e-9))
                    .mapToDouble(Double::doubleValue)
                    .sorted()
                    .distinct()
                    .filter(x -> Math.abs(x - d) <= 40e-9)
                    .toArray();
            double sum = 0;
            for (int k = 1; k < kinks.length; k++) {
                sum += simpson(x -> profile(x) * kernel.applyAsDouble(d - x), kinks[k - 1], kinks[k], 60);
            }
            // the quadrature's own error
            assertEquals(sum, applied(resolution, NODES, VALUES, d)[0], 2e-6, resolution + " at " + d);
        }
    }

    @ParameterizedTest
    @MethodSource("resolutions")
    void theDoseIsKeptWhereTheProfileIsUniformNearTheSurface(DepthResolution resolution) {
        final double[] x = {0, 100e-9, 110e-9, 300e-9};
        final double[] p = {1, 1, 0, 0};
        final int n = 6000;
        final double[] depths = new double[n];
        for (int k = 0; k < n; k++) {
            depths[k] = (k + 0.5) * 300e-9 / n;
        }
        final double[] seen = applied(resolution, x, p, depths);
        // the midpoint rule of a smooth function
        assertEquals(105e-9, Arrays.stream(seen).sum() * 300e-9 / n, 1e-8 * 105e-9);
    }

    @Test
    void aGaussianKeepsTheDoseOfAnyProfile() {
        final int n = 6000;
        final double[] depths = new double[n];
        for (int k = 0; k < n; k++) {
            depths[k] = (k + 0.5) * 60e-9 / n;
        }
        final double[] x = {0, 1e-9, 5e-9, 60e-9};
        final double[] p = {1, 0.3, 0, 0};
        final double dose = 0.65e-9 + 0.6e-9;
        final double[] seen = applied(GaussianResolution.of(3e-9), x, p, depths);
        assertEquals(dose, Arrays.stream(seen).sum() * 60e-9 / n, 1e-8 * dose);
    }

    /** A step within 1e-14 m, so 1e-5 of the width: the measured front is the integral of the kernel, 16 to 84 % two s apart. */
    @Test
    void aSharpStepIsSeenAsTheNormalDistribution() {
        final double s = 3e-9 / (2 * Math.sqrt(2 * Math.log(2)));
        final double[] x = {0, 50e-9, 50e-9 + 1e-14, 200e-9};
        final double[] p = {0, 0, 1, 1};
        final double[] seen = applied(GaussianResolution.of(3e-9), x, p, 50e-9 - s, 50e-9, 50e-9 + s);
        assertArrayEquals(new double[] {0.15865525393145707, 0.5, 0.8413447460685429}, seen, 1e-5);
    }

    @Test
    void withoutDecaysTheExponentialFunctionIsTheGaussian() {
        final double[] depths = {0, 2e-9, 7e-9, 9e-9};
        final ExponentialResolution none = ExponentialResolution.of(2e-9, 0, 0);
        assertArrayEquals(
                applied(GaussianResolution.of(2e-9), NODES, VALUES, depths),
                applied(none, NODES, VALUES, depths),
                ROUNDING);
    }

    @Test
    void withoutWidthTheProfileIsSeenAsItIs() {
        final double[] depths = {0, 2e-9, 6.5e-9, 7.2e-9, 1e-3};
        assertArrayEquals(
                new double[] {0.9, 0.85 + 0.05 / 3, 0.7, 0.2, 0},
                applied(GaussianResolution.of(0), NODES, VALUES, depths),
                ROUNDING);
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of(0.0, 1.0, 1.0, "gaussian_fwhm must be finite and > 0: 0.0 m"),
                Arguments.of(Double.NaN, 1.0, 1.0, "gaussian_fwhm must be finite and > 0: NaN m"),
                Arguments.of(1.0, -1.0, 1.0, "leading_decay must be finite and >= 0: -1.0 m"),
                Arguments.of(1.0, 1.0, Double.POSITIVE_INFINITY, "trailing_decay must be finite and >= 0: Infinity m"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void widthsThatAreNoneAreRefused(double fwhm, double leading, double trailing, String message) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> ExponentialResolution.of(fwhm, leading, trailing))
                        .getMessage());
    }

    @Test
    void placesThatAreNoneAreRefused() {
        final GaussianResolution g = GaussianResolution.of(1);
        assertEquals(
                "gaussian_fwhm must be finite and >= 0: -1.0 m",
                assertThrows(IllegalArgumentException.class, () -> GaussianResolution.of(-1))
                        .getMessage());
        assertEquals(
                "nodes must begin at the surface, 0: 1.0 m",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> applied(g, new double[] {1, 2}, new double[] {1, 1}, 1))
                        .getMessage());
        assertEquals(
                "depths must be finite and >= 0: -1.0 m",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> applied(g, new double[] {0, 2}, new double[] {1, 1}, -1))
                        .getMessage());
        assertEquals(
                "lengths must fit: 2 nodes (at least 2), 3 values, 1 depths, 1 outputs",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> applied(g, new double[] {0, 2}, new double[] {1, 1, 1}, 1))
                        .getMessage());
    }
}
