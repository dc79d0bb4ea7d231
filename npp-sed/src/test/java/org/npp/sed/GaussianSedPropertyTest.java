package org.npp.sed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;

class GaussianSedPropertyTest {
    private static final String SEED = "20260101";

    /** Rounding of a standardised variable moves a share by |u| phi/Phi ulp, at most u&sup2; + 1 of them. */
    private static final double ULP = 4 * 0x1p-52;

    @Property(seed = SEED)
    void cumulativeUndoesTheQuantile(@ForAll @DoubleRange(min = -300, max = -1e-9) @Scale(12) double exponent) {
        final GaussianSed shape = GaussianSed.ofFwhm(0.25);
        final double p = Math.pow(10, exponent);
        final double energy = shape.quantile(p);
        final double u = energy / shape.standardDeviation();
        assertEquals(p, shape.cumulative(energy), p * ULP * (1 + u * u));
    }

    @Property(seed = SEED)
    void complementaryCumulativeUndoesTheComplementaryQuantile(
            @ForAll @DoubleRange(min = -300, max = -0.31) @Scale(12) double exponent) {
        final GaussianSed shape = GaussianSed.ofFwhm(0.25);
        final double q = Math.pow(10, exponent);
        final double energy = shape.complementaryQuantile(q);
        final double u = energy / shape.standardDeviation();
        assertTrue(energy > 0);
        assertEquals(q, shape.complementaryCumulative(energy), q * ULP * (1 + u * u));
    }

    @Property(seed = SEED)
    void bothSharesAddUpToOne(@ForAll @DoubleRange(min = -40, max = 40) @Scale(12) double energy) {
        final GaussianSed shape = GaussianSed.ofStandardDeviation(1);
        assertEquals(1, shape.cumulative(energy) + shape.complementaryCumulative(energy), ULP);
    }

    @Property(seed = SEED)
    void quantileIncreases(
            @ForAll @DoubleRange(min = -300, max = -1e-9) @Scale(12) double exponent,
            @ForAll @DoubleRange(min = 1e-9, max = 1) @Scale(12) double step) {
        final GaussianSed shape = GaussianSed.ofFwhm(0.25);
        final double p = Math.pow(10, exponent);
        assertTrue(shape.quantile(p) > shape.quantile(p * (1 - 0.1 * step)));
    }

    @Property(seed = SEED)
    void everyEnergyScalesWithTheWidth(
            @ForAll @DoubleRange(min = 0, max = 1) @Scale(12) double p,
            @ForAll @DoubleRange(min = -9, max = 9) @Scale(12) double u,
            @ForAll @IntRange(min = -80, max = 10) int power) {
        final double scale = Math.scalb(1.0, power);
        final GaussianSed one = GaussianSed.ofFwhm(1.3);
        final GaussianSed other = GaussianSed.ofFwhm(1.3 * scale);
        // A power of two rounds nothing, so that the scaled shape must agree to the last bit.
        assertEquals(one.quantile(p) * scale, other.quantile(p));
        assertEquals(one.cumulative(u), other.cumulative(u * scale));
        assertEquals(one.density(u), other.density(u * scale) * scale);
        final double logDensity = one.logDensity(u);
        assertEquals(
                logDensity - power * Math.log(2), other.logDensity(u * scale), 1e-15 * (40 + Math.abs(logDensity)));
    }

    @Property(seed = SEED)
    void densityIntegratesToTheCumulative(
            @ForAll @DoubleRange(min = -8, max = 8) @Scale(12) double low,
            @ForAll @DoubleRange(min = 0.01, max = 1) @Scale(12) double width) {
        final GaussianSed shape = GaussianSed.ofStandardDeviation(1);
        // Gauss-Legendre with three points on 64 pieces: error below 1e-11 of the integral at |u| = 9.
        double sum = 0;
        final double h = width / 64;
        for (int k = 0; k < 64; k++) {
            final double middle = low + (k + 0.5) * h;
            final double off = 0.5 * h * Math.sqrt(0.6);
            sum += 5 * shape.density(middle - off) + 8 * shape.density(middle) + 5 * shape.density(middle + off);
        }
        final double difference = low > 0
                ? shape.complementaryCumulative(low) - shape.complementaryCumulative(low + width)
                : shape.cumulative(low + width) - shape.cumulative(low);
        assertEquals(difference, sum * h / 18, 1e-10 * difference);
    }
}
