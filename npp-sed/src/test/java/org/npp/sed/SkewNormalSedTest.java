package org.npp.sed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.npp.sed.shape.SkewNormalSed;

class SkewNormalSedTest {
    @Property(seed = "20260102")
    void withoutSkewnessItIsTheGaussian(
            @ForAll @DoubleRange(min = -30, max = 30) @Scale(12) double energy,
            @ForAll @DoubleRange(min = 1e-300, max = 1) @Scale(305) double p) {
        final GaussianSed gaussian = GaussianSed.ofFwhm(1.7);
        final SkewNormalSed shape = SkewNormalSed.of(1.7, 0);
        final double u = energy / gaussian.standardDeviation();
        final double rounding = 4 * 0x1p-52 * (1 + u * u);
        assertEquals(gaussian.density(energy), shape.density(energy), gaussian.density(energy) * rounding);
        assertEquals(gaussian.cumulative(energy), shape.cumulative(energy), gaussian.cumulative(energy) * rounding);
        final double exact = gaussian.quantile(p);
        assertEquals(exact, shape.quantile(p), 8 * 0x1p-52 * (1 + Math.abs(exact)));
    }

    @Property(tries = 200, seed = "20260102")
    void oppositeSkewnessIsTheMirrorImage(
            @ForAll @DoubleRange(min = -0.99, max = 0.99) @Scale(12) double skewness,
            @ForAll @DoubleRange(min = -9, max = 9) @Scale(12) double energy) {
        final SkewNormalSed right = SkewNormalSed.of(1.7, skewness);
        final SkewNormalSed left = SkewNormalSed.of(1.7, -skewness);
        assertEquals(right.density(energy), left.density(-energy));
        assertEquals(right.cumulative(energy), left.complementaryCumulative(-energy));
        assertEquals(right.mode(), -left.mode(), 1e-15);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.99, -0.5, -1e-9, 0, 1e-3, 0.7, 0.99})
    void curveIsAsWideAsAskedFor(double skewness) {
        final SkewNormalSed shape = SkewNormalSed.of(1.7, skewness);
        // The numerical search knows nothing of the root the scale comes from.
        assertEquals(1.7, shape.truncatedFwhm(shape.complementaryQuantile(1e-12)), 1.7e-9);
        assertEquals(1.7, shape.fwhm());
    }

    @Test
    void nearlyExtremeSkewnessIsTheHalfNormal() {
        final SkewNormalSed shape = SkewNormalSed.of(1, 0.99);
        assertTrue(shape.alpha() > 25);
        // Half-normal: mean omega sqrt(2/pi), all but a share atan(1/alpha)/pi above the location.
        final double location = -shape.scale() * Math.sqrt(2 / Math.PI) * shape.alpha() / Math.hypot(1, shape.alpha());
        assertEquals(Math.atan2(1, shape.alpha()) / Math.PI, shape.cumulative(location), 1e-14);
    }

    @Test
    void derivativeToTheSkewnessHasItsLimit() {
        final SkewNormalSed none = SkewNormalSed.of(1.7, 0);
        final SkewNormalSed little = SkewNormalSed.of(1.7, 1e-9);
        final double[] limit = new double[2];
        final double[] near = new double[2];
        for (double energy : new double[] {-3, -0.5, 0, 1, 4}) {
            none.quantileByParameters(energy, limit);
            little.quantileByParameters(energy, near);
            assertEquals(limit[1], near[1], 0.01 * (1 + energy * energy));
            assertEquals(limit[0], near[0]);
        }
    }

    @Test
    void farTailsKeepTheirLogarithm() {
        final SkewNormalSed shape = SkewNormalSed.of(2, 0.8);
        final double a = shape.alpha();
        final double u = -1e3;
        final double energy = shape.scale() * (u - Math.sqrt(2 / Math.PI) * a / Math.hypot(1, a));
        assertEquals(0, shape.cumulative(energy));
        // Leading terms of the tail: g/|(ln g)'| with Mills' ratio for the smaller factor.
        final double leading = -0.5 * u * u * (1 + a * a) - Math.log(Math.PI * a * (1 + a * a) * u * u);
        assertEquals(leading, shape.logCumulative(energy), 1e-5);
        assertEquals(Double.NEGATIVE_INFINITY, shape.logCumulative(Double.NEGATIVE_INFINITY));
        assertEquals(0, shape.logCumulative(Double.POSITIVE_INFINITY), Double.MIN_NORMAL);
        final double heavy = shape.scale() * 1e3;
        assertTrue(shape.logComplementaryCumulative(heavy) > -6e5 && shape.logComplementaryCumulative(heavy) < -4e5);
    }

    @Test
    void endsAreUnbounded() {
        final SkewNormalSed shape = SkewNormalSed.of(2, -0.8);
        assertEquals(Double.NEGATIVE_INFINITY, shape.lowestEnergy());
        assertEquals(Double.POSITIVE_INFINITY, shape.highestEnergy());
        assertEquals(Double.POSITIVE_INFINITY, shape.quantile(1));
        assertEquals(Double.NEGATIVE_INFINITY, shape.complementaryQuantile(1));
    }

    @Test
    void argumentsOutsideTheirRangeAreRefused() {
        for (double skewness : new double[] {-0.991, 1, Double.NaN}) {
            assertEquals(
                    "skewness must be in [-0.99, 0.99]: " + skewness,
                    assertThrows(IllegalArgumentException.class, () -> SkewNormalSed.of(1, skewness))
                            .getMessage());
        }
        assertEquals(
                "fwhm must be finite and > 0: 0.0 J",
                assertThrows(IllegalArgumentException.class, () -> SkewNormalSed.of(0, 0))
                        .getMessage());
    }
}
