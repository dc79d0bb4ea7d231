package org.npp.sed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.npp.sed.internal.AdaptivePanels;
import org.npp.sed.internal.GaussLegendre;

/** What every shape has to obey. */
class ShapePropertyTest {
    private static final String SEED = "20260102";

    /** Rounding of an energy times what it moves the share by, relative; the shape's own error is below. */
    private static double tolerance(SiteEnergyDistribution shape, double energy, double share) {
        final double largest = Math.abs(energy) + shape.standardDeviation();
        return 0x1p-49 * (share + largest * shape.density(energy)) + 2e-14 * share;
    }

    @Property(tries = 600, seed = SEED)
    void cumulativeUndoesTheQuantile(
            @ForAll SampleShape sample, @ForAll @DoubleRange(min = -300, max = -1e-9) @Scale(12) double exponent) {
        final SiteEnergyDistribution shape = sample.shape();
        final double p = Math.pow(10, exponent);
        final double energy = shape.quantile(p);
        assertEquals(p, shape.cumulative(energy), tolerance(shape, energy, p));
        final double relative = tolerance(shape, energy, p) / p;
        if (relative < 0.1) {
            assertEquals(Math.log(p), shape.logCumulative(energy), 1e-15 + 2 * relative);
        }
    }

    @Property(tries = 600, seed = SEED)
    void complementaryCumulativeUndoesTheComplementaryQuantile(
            @ForAll SampleShape sample, @ForAll @DoubleRange(min = -300, max = -1e-9) @Scale(12) double exponent) {
        final SiteEnergyDistribution shape = sample.shape();
        final double q = Math.pow(10, exponent);
        final double energy = shape.complementaryQuantile(q);
        assertEquals(q, shape.complementaryCumulative(energy), tolerance(shape, energy, q));
        final double relative = tolerance(shape, energy, q) / q;
        if (relative < 0.1) {
            assertEquals(Math.log(q), shape.logComplementaryCumulative(energy), 1e-15 + 2 * relative);
        }
    }

    @Property(tries = 400, seed = SEED)
    void sharesAddUpToOneAndStayThere(
            @ForAll SampleShape sample, @ForAll @DoubleRange(min = -60, max = 60) @Scale(12) double energy) {
        final SiteEnergyDistribution shape = sample.shape();
        assertEquals(1, shape.cumulative(energy) + shape.complementaryCumulative(energy), 2e-15);
        assertTrue(shape.cumulative(energy) <= 1 && shape.complementaryCumulative(energy) <= 1);
        assertTrue(shape.density(energy) >= 0);
        if (shape.density(energy) > 1e-300) {
            assertEquals(Math.log(shape.density(energy)), shape.logDensity(energy), 1e-12);
        }
    }

    @Property(tries = 400, seed = SEED)
    void quantileIncreasesWithTheShare(
            @ForAll SampleShape sample,
            @ForAll @DoubleRange(min = -30, max = -1e-9) @Scale(12) double exponent,
            @ForAll @DoubleRange(min = 1e-6, max = 1) @Scale(12) double step) {
        final SiteEnergyDistribution shape = sample.shape();
        final double p = Math.pow(10, exponent);
        assertTrue(shape.quantile(p) >= shape.quantile(p * (1 - step)));
        assertTrue(shape.complementaryQuantile(p) <= shape.complementaryQuantile(p * (1 - step)));
    }

    @Property(tries = 400, seed = SEED)
    void everyEnergyScales(
            @ForAll SampleShape sample,
            @ForAll @DoubleRange(min = -30, max = -1e-6) @Scale(12) double exponent,
            @ForAll @IntRange(min = -80, max = 10) int power) {
        final double unit = Math.scalb(1.0, power);
        final SiteEnergyDistribution one = sample.shape();
        final SiteEnergyDistribution other = sample.of(sample.parameters(), unit);
        final double p = Math.pow(10, exponent);
        // A power of two rounds nothing; only logarithms of densities, in which quantiles are searched, see the unit.
        final double slack = 1e-14 * (Math.abs(one.quantile(p)) + one.standardDeviation());
        assertEquals(one.quantile(p), other.quantile(p) / unit, slack);
        assertEquals(one.complementaryQuantile(p), other.complementaryQuantile(p) / unit, 10 * slack);
        assertEquals(one.mean(), other.mean() / unit, 1e-15);
        assertEquals(one.standardDeviation(), other.standardDeviation() / unit, 1e-15);
        assertEquals(one.density(0.3), other.density(0.3 * unit) * unit, 1e-15);
    }

    @Property(tries = 300, seed = SEED)
    void densityIntegratesToTheCumulative(
            @ForAll SampleShape sample,
            @ForAll @DoubleRange(min = -4, max = 4) @Scale(12) double low,
            @ForAll @DoubleRange(min = 0.01, max = 1) @Scale(12) double width) {
        final SiteEnergyDistribution shape = sample.shape();
        final double high = low + width;
        final double[] kinks = shape.breakpoints();
        final double[] seeds = new double[kinks.length + 4];
        System.arraycopy(kinks, 0, seeds, 0, kinks.length);
        seeds[kinks.length] = Math.max(-20, shape.lowestEnergy());
        seeds[kinks.length + 1] = Math.min(20, shape.highestEnergy());
        seeds[kinks.length + 2] = low;
        seeds[kinks.length + 3] = high;
        final double integral =
                GaussLegendre.integrate(shape::density, AdaptivePanels.edges(shape::density, seeds), low, high);
        assertEquals(shape.cumulative(high) - shape.cumulative(low), integral, 2e-14);
    }

    @Property(tries = 300, seed = SEED)
    void quantileFollowsItsParameterDerivatives(
            @ForAll SampleShape sample, @ForAll @DoubleRange(min = 0.001, max = 0.999) @Scale(12) double p) {
        final SiteEnergyDistribution shape = sample.shape();
        final double[] parameters = sample.parameters();
        assertEquals(parameters.length, shape.parameterNames().size());
        final double energy = shape.quantile(p);
        final double[] byParameter = new double[parameters.length];
        shape.quantileByParameters(energy, byParameter);
        for (int i = 0; i < parameters.length; i++) {
            // Central differences of fourth order, whose own error is that step to the fourth.
            final double h = 1e-3 * Math.abs(parameters[i]);
            final double quotient = (8 * (moved(sample, i, h, p) - moved(sample, i, -h, p))
                            - moved(sample, i, 2 * h, p)
                            + moved(sample, i, -2 * h, p))
                    / (12 * h);
            final double scale = Math.abs(quotient) + (Math.abs(energy) + 1) * 1e-15 / h * 1e7;
            assertEquals(quotient, byParameter[i], 2e-7 * scale, () -> sample + " at " + p);
        }
    }

    private static double moved(SampleShape sample, int i, double h, double p) {
        final double[] changed = sample.parameters();
        changed[i] += h;
        return sample.of(changed, 1).quantile(p);
    }

    @Property(tries = 60, seed = SEED)
    void momentsAreThoseOfTheDensity(@ForAll SampleShape sample) {
        final SiteEnergyDistribution shape = sample.shape();
        final ShapeIntegral integral = ShapeIntegral.of(shape);
        final double[] edges = integral.edges();
        final double low = edges[0];
        final double high = edges[edges.length - 1];
        assertEquals(1, integral.of(e -> 1, low, high), 1e-12);
        assertEquals(shape.mean(), integral.of(e -> e, low, high), 1e-12);
        assertEquals(1, integral.standardMoment(2), 1e-12);
        assertEquals(shape.skewness(), integral.standardMoment(3), 1e-11);
        assertEquals(shape.excessKurtosis(), integral.standardMoment(4) - 3, 1e-11);
    }

    @Property(tries = 200, seed = SEED)
    void nothingIsHigherThanTheMode(
            @ForAll SampleShape sample, @ForAll @DoubleRange(min = -8, max = 8) @Scale(12) double energy) {
        final SiteEnergyDistribution shape = sample.shape();
        assertTrue(shape.density(energy) <= shape.density(shape.mode()) * (1 + 1e-15));
        assertTrue(shape.mode() >= shape.lowestEnergy() && shape.mode() <= shape.highestEnergy());
    }
}
