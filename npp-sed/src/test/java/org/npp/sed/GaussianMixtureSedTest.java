package org.npp.sed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.npp.sed.shape.GaussianMixtureSed;
import org.npp.sed.shape.GaussianMixtureSed.Component;

class GaussianMixtureSedTest {
    private static final GaussianMixtureSed TWO =
            GaussianMixtureSed.of(List.of(new Component(3, -1, 1), new Component(1, 3, 2)));

    @Property(seed = "20260102")
    void mixtureOfOneIsItself(
            @ForAll @DoubleRange(min = -30, max = 30) @Scale(12) double energy,
            @ForAll @DoubleRange(min = 0, max = 1) @Scale(12) double p) {
        final GaussianSed gaussian = GaussianSed.ofFwhm(1.7);
        final GaussianMixtureSed one = GaussianMixtureSed.of(List.of(new Component(0.3, 0, 1.7)));
        assertEquals(gaussian.density(energy), one.density(energy));
        assertEquals(gaussian.cumulative(energy), one.cumulative(energy));
        assertEquals(gaussian.complementaryCumulative(energy), one.complementaryCumulative(energy));
        assertEquals(gaussian.quantile(p), one.quantile(p), Double.MIN_NORMAL + 2e-15 * Math.abs(gaussian.quantile(p)));
        assertEquals(gaussian.logDensity(energy), one.logDensity(energy));
        assertEquals(gaussian.logCumulative(energy), one.logCumulative(energy), Double.MIN_NORMAL);
    }

    @Property(tries = 200, seed = "20260102")
    void equalComponentsAreOne(@ForAll @DoubleRange(min = -9, max = 9) @Scale(12) double energy) {
        final GaussianMixtureSed once = GaussianMixtureSed.of(List.of(new Component(1, 0.5, 1.7)));
        final GaussianMixtureSed twice =
                GaussianMixtureSed.of(List.of(new Component(1, 0.5, 1.7), new Component(3, 0.5, 1.7)));
        assertEquals(once.cumulative(energy), twice.cumulative(energy), 2e-16);
        assertEquals(once.density(energy), twice.density(energy), 2e-16);
        assertEquals(once.mode(), twice.mode(), 1e-15);
    }

    @Test
    void momentsAreThoseOfTheParts() {
        final double s1 = GaussianSed.ofFwhm(1).standardDeviation();
        final double s2 = GaussianSed.ofFwhm(2).standardDeviation();
        assertEquals(0, TWO.mean());
        assertEquals(Math.sqrt(0.75 * (1 + s1 * s1) + 0.25 * (9 + s2 * s2)), TWO.standardDeviation(), 1e-15);
    }

    @Test
    void parametersCarryTheirComponent() {
        assertEquals(
                List.of(
                        "components[0].weight",
                        "components[0].center",
                        "components[0].fwhm",
                        "components[1].weight",
                        "components[1].center",
                        "components[1].fwhm"),
                TWO.parameterNames());
    }

    @Test
    void endsAreUnbounded() {
        assertEquals(Double.NEGATIVE_INFINITY, TWO.lowestEnergy());
        assertEquals(Double.POSITIVE_INFINITY, TWO.highestEnergy());
        assertEquals(Double.NEGATIVE_INFINITY, TWO.logCumulative(Double.NEGATIVE_INFINITY));
        assertEquals(Double.NEGATIVE_INFINITY, TWO.logDensity(Double.POSITIVE_INFINITY));
        final double[] byParameter = new double[6];
        TWO.quantileByParameters(1e3, byParameter);
        assertEquals(0, byParameter[0]);
    }

    /** Errors over 2^-52 of the value and of what the rounding of the standardised energy is worth. */
    @Test
    void valuesAgreeWithFortyDigits() throws IOException {
        final UlpError shares = new UlpError();
        final UlpError quantiles = new UlpError();
        for (String[] row : ReferenceTable.rows("mixture.csv")) {
            final GaussianMixtureSed shape = mixture(Integer.parseInt(row[0]));
            final double energy = Double.parseDouble(row[1]);
            final double steepness = 1 + 30 * energy * energy;
            for (int k = 0; k < 3; k++) {
                final double computed = switch (k) {
                    case 0 -> shape.density(energy);
                    case 1 -> shape.cumulative(energy);
                    default -> shape.complementaryCumulative(energy);
                };
                shares.add(computed, row[3 + k], Math.abs(Double.parseDouble(row[3 + k])) * 0x1p-52 * steepness);
            }
            final double p = Double.parseDouble(row[2]);
            quantiles.add(shape.quantile(p), row[6], unit(shape, row[6]));
            quantiles.add(shape.complementaryQuantile(p), row[7], unit(shape, row[7]));
        }
        assertWithin(shares, 1.5, 0.3);
        assertWithin(quantiles, 4, 0.8);
    }

    private static double unit(GaussianMixtureSed shape, String exact) {
        return 0x1p-52 * (Math.abs(Double.parseDouble(exact)) + shape.standardDeviation());
    }

    private static GaussianMixtureSed mixture(int index) {
        return GaussianMixtureSed.of(
                switch (index) {
                    case 0 -> List.of(new Component(1, 0, 1), new Component(1, 2, 0.5));
                    case 1 -> List.of(new Component(0.9, -1, 1), new Component(0.1, 3, 0.25));
                    default -> List.of(new Component(2, 0, 1), new Component(1, 0.5, 3), new Component(1e-3, 6, 0.2));
                });
    }

    private static void assertWithin(UlpError error, double max, double rms) {
        assertEquals(0, error.max(), max, "largest error");
        assertEquals(0, error.rms(), rms, "root mean square error");
    }

    @Test
    void argumentsOutsideTheirRangeAreRefused() {
        assertRefused("components must not be empty", () -> GaussianMixtureSed.of(List.of()));
        assertRefused("weight must be finite and > 0: 0.0 1", () -> new Component(0, 0, 1));
        assertRefused("center must be finite: NaN J", () -> new Component(1, Double.NaN, 1));
        assertRefused("fwhm must be finite and > 0: -1.0 J", () -> new Component(1, 0, -1));
        final Component huge = new Component(Double.MAX_VALUE, 0, 1);
        assertRefused(
                "sum of weights must be finite and > 0: Infinity 1", () -> GaussianMixtureSed.of(List.of(huge, huge)));
        assertRefused("probability must be in [0, 1]: NaN", () -> TWO.quantile(Double.NaN));
        assertRefused("probability must be in [0, 1]: 1.5", () -> TWO.complementaryQuantile(1.5));
    }

    private static void assertRefused(String message, org.junit.jupiter.api.function.Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
