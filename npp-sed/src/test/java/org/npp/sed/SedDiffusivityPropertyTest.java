package org.npp.sed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.npp.core.PhysicalConstants;

class SedDiffusivityPropertyTest {
    private static final String SEED = "20260101";

    private static final double EV = PhysicalConstants.ELEMENTARY_CHARGE;
    private static final double N = 1.41e28;

    /** Relative step of the central differences; their own error is about its square times 1e3. */
    private static final double STEP = 1e-5;

    /** What rounding and step leave of a central difference, relative to D over the stepped quantity. */
    private static final double QUOTIENT = 2e-7;

    /** Relative error of D, which the quotient magnifies by D/h. */
    private static final double ROUNDING = 1e-14;

    /** What the tables leave of the law, relative. */
    private static final double INTERPOLATED = 1e-9;

    /** Fractions in the exact range and far into both continuations. */
    @Provide
    Arbitrary<Double> fractions() {
        return Arbitraries.oneOf(
                Arbitraries.doubles().between(-17, -12).ofScale(12).map(x -> Math.pow(10, x)),
                Arbitraries.doubles().between(-12, 0).ofScale(12).map(x -> Math.pow(10, x)),
                Arbitraries.doubles().between(1, 1.25).ofScale(12),
                Arbitraries.doubles().between(1.25, 20).ofScale(12));
    }

    @Property(seed = SEED)
    void densityDerivativeMatchesCentralDifferences(
            @ForAll("fractions") double c, @ForAll @DoubleRange(min = 250, max = 2000) @Scale(12) double temperature) {
        final double[] byDensity = new double[1];
        final SedDiffusivity law = law(0.25 * EV, 0.1, 1e-17, 0);
        // What sets the scale of changes: the density, its floor in the bent range, near the full sites the vacancies.
        final double change = Math.min(Math.max(c, 1e-15), Math.max(1e-3, Math.abs(1 / 0.9 - c)));
        final double h = STEP * N * change;
        final double d = law.linearize(0, new double[] {c * N}, temperature, byDensity);
        final double quotient = (value(law, c * N + h, temperature) - value(law, c * N - h, temperature)) / (2 * h);
        assertEquals(quotient, byDensity[0], QUOTIENT * quotient + ROUNDING * d / h);
    }

    @Property(seed = SEED)
    void temperatureDerivativeMatchesCentralDifferences(
            @ForAll("fractions") double c, @ForAll @DoubleRange(min = 250, max = 2000) @Scale(12) double temperature) {
        final SedDiffusivity law = law(0.25 * EV, 0.1, 1e-17, 0.8 * EV);
        final double h = STEP * temperature;
        final double[] n = {c * N};
        final double quotient = (law.value(0, n, temperature + h) - law.value(0, n, temperature - h)) / (2 * h);
        assertEquals(quotient, law.byTemperature(0, n, temperature), QUOTIENT * scale(law, n, temperature));
    }

    @Property(seed = SEED)
    void parameterDerivativesMatchCentralDifferences(
            @ForAll("fractions") double c,
            @ForAll @DoubleRange(min = 250, max = 2000) @Scale(12) double temperature,
            @ForAll @DoubleRange(min = 0.05, max = 0.4) @Scale(12) double fwhm,
            @ForAll @DoubleRange(min = 0.05, max = 0.4) @Scale(12) double vacancies) {
        final double[] p = {fwhm * EV, vacancies, 1e-17, 0.8 * EV};
        final double[] byParameter = new double[5];
        final SedDiffusivity law = law(p[0], p[1], p[2], p[3]);
        final double[] n = {c * N};
        law.byParameters(0, n, temperature, byParameter);
        final int[] position = {0, 1, 3, 4};
        for (int i = 0; i < p.length; i++) {
            final double[] high = p.clone();
            final double[] low = p.clone();
            final double h = 0.1 * STEP * p[i];
            high[i] += h;
            low[i] -= h;
            final double quotient = (law(high[0], high[1], high[2], high[3]).value(0, n, temperature)
                            - law(low[0], low[1], low[2], low[3]).value(0, n, temperature))
                    / (2 * h);
            final double tolerance = QUOTIENT * scale(law, n, temperature) * temperature / p[i];
            assertEquals(quotient, byParameter[position[i]], tolerance, "parameter " + i);
        }
        assertEquals(0, byParameter[2], "the immobile fraction matters only where it ends");
    }

    @Property(seed = SEED)
    void allDerivativesInOneCallAreThoseOfTheExactLaw(
            @ForAll("fractions") double c,
            @ForAll @DoubleRange(min = 250, max = 2000) @Scale(12) double temperature,
            @ForAll @DoubleRange(min = 0, max = 0.05) @Scale(12) double immobile) {
        final double[] n = {c * N};
        final PopulatedSed sed = PopulatedSed.of(GaussianSed.ofFwhm(0.25 * EV), N, 0.1, immobile);
        final SedDiffusivity law = SedDiffusivity.of(sed, 1e-17).withBulkActivation(0.8 * EV, 300);
        final double[] byDensity = new double[1];
        final double[] byTemperature = new double[1];
        final double[] byParameter = new double[5];
        final double d = law.differentiate(0, n, temperature, byDensity, byTemperature, byParameter);
        final double[] exactByDensity = new double[1];
        final double[] exactByParameter = new double[5];
        assertEquals(law.exact().linearize(0, n, temperature, exactByDensity), d, INTERPOLATED * d);
        assertEquals(exactByDensity[0], byDensity[0], INTERPOLATED * byDensity[0]);
        final double scale = scale(law, n, temperature);
        assertEquals(law.exact().byTemperature(0, n, temperature), byTemperature[0], INTERPOLATED * scale);
        law.exact().byParameters(0, n, temperature, exactByParameter);
        final double[] sizes = {0.25 * EV, 0.1, 1, 1e-17, 0.8 * EV};
        for (int i = 0; i < sizes.length; i++) {
            final double tolerance = INTERPOLATED * (scale * temperature / sizes[i] + Math.abs(exactByParameter[i]));
            assertEquals(exactByParameter[i], byParameter[i], tolerance, "parameter " + i);
        }
        final double[] none = {};
        assertEquals(d, law.differentiate(0, n, temperature, byDensity, none, none));
    }

    @Property(seed = SEED)
    void diffusivityIncreasesWithTheDensityEverywhere(
            @ForAll("fractions") double c,
            @ForAll @DoubleRange(min = 1e-6, max = 1) @Scale(12) double step,
            @ForAll @DoubleRange(min = 100, max = 2000) @Scale(12) double temperature) {
        final SedDiffusivity law = law(0.25 * EV, 0.1, 1e-17, 0);
        assertTrue(value(law, c * N * (1 + step), temperature) > value(law, c * N, temperature));
    }

    @Property(seed = SEED)
    void onlyTheWidthInUnitsOfTheThermalEnergyCounts(
            @ForAll @DoubleRange(min = 1e-12, max = 1.1) @Scale(12) double c,
            @ForAll @DoubleRange(min = 0.25, max = 8) @Scale(12) double scale) {
        final double one = value(law(0.25 * EV, 0.1, 1e-17, 0).exact(), c * N, 300);
        final double other = value(law(0.25 * EV * scale, 0.1, 1e-17, 0).exact(), c * N, 300 * scale);
        assertEquals(one, other, 1e-13 * one);
    }

    private static SedDiffusivity law(double fwhm, double vacancies, double bulk, double activation) {
        final SedDiffusivity law = SedDiffusivity.of(PopulatedSed.of(GaussianSed.ofFwhm(fwhm), N, vacancies, 0), bulk);
        return activation > 0 ? law.withBulkActivation(activation, 300) : law;
    }

    private static double value(SedDiffusivity law, double density, double temperature) {
        return law.value(0, new double[] {density}, temperature);
    }

    /** D/T times the sum of the exponent's terms: what a relative step changes at most, per relative step. */
    private static double scale(SedDiffusivity law, double[] n, double temperature) {
        final double d = law.value(0, n, temperature);
        return d / temperature * (1 + 2 * EV / (PhysicalConstants.BOLTZMANN * temperature));
    }
}
