package org.npp.sed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;

class PopulatedSedPropertyTest {
    private static final String SEED = "20260101";

    private static final double N = 1.41e28;

    /** Energy range beyond which a normal density of deviation 1 holds nothing. */
    private static final double FAR = 39;

    @Property(tries = 100, seed = SEED)
    void populatedAndMobilePartsHoldTheIonsOfTheBulk(
            @ForAll @DoubleRange(min = 1e-6, max = 0.95) @Scale(12) double vacancies,
            @ForAll @DoubleRange(min = 0, max = 0.95) @Scale(12) double immobile) {
        final PopulatedSed sed = PopulatedSed.of(GaussianSed.ofStandardDeviation(1), N, vacancies, immobile);
        final double top = sed.bulkFermiEnergy();
        final double edge = Math.max(-FAR, sed.fermiEnergy(immobile * N));
        double below = 0;
        double mobile = 0;
        for (int k = 0; k < 2000; k++) {
            below += gauss(sed, -FAR, edge, k, false);
            mobile += gauss(sed, edge, top, k, true);
        }
        assertEquals(N * (1 - immobile), mobile * sed.siteDensity(), 1e-9 * N);
        assertEquals(N * immobile, below * sed.siteDensity(), 1e-9 * N);
    }

    /** Two-point Gauss rule on the k-th of 2000 pieces. */
    private static double gauss(PopulatedSed sed, double low, double high, int k, boolean mobile) {
        final double h = (high - low) / 2000;
        final double middle = low + (k + 0.5) * h;
        final double off = 0.5 * h / Math.sqrt(3);
        return 0.5
                * h
                * (mobile
                        ? sed.mobileDensity(middle - off) + sed.mobileDensity(middle + off)
                        : sed.populatedDensity(middle - off) + sed.populatedDensity(middle + off));
    }

    @Property(seed = SEED)
    void fermiEnergyIncreasesWithTheDensity(
            @ForAll @DoubleRange(min = -20, max = 0) @Scale(12) double exponent,
            @ForAll @DoubleRange(min = 1e-9, max = 1) @Scale(12) double step,
            @ForAll @DoubleRange(min = 1e-3, max = 0.9) @Scale(12) double vacancies) {
        final PopulatedSed sed = PopulatedSed.of(GaussianSed.ofFwhm(1), N, vacancies, 0);
        final double high = sed.siteDensity() * Math.pow(10, exponent);
        assertTrue(sed.fermiEnergy(high) > sed.fermiEnergy(high * (1 - step)));
    }

    @Property(seed = SEED)
    void fermiEnergyFollowsItsDerivative(
            @ForAll @DoubleRange(min = -6, max = 0.04) @Scale(12) double exponent,
            @ForAll @DoubleRange(min = 0.1, max = 0.9) @Scale(12) double vacancies) {
        final PopulatedSed sed = PopulatedSed.of(GaussianSed.ofFwhm(1), N, vacancies, 0);
        final double n = N * Math.pow(10, exponent);
        final double h = 1e-4 * Math.min(n, sed.siteDensity() - n);
        final double quotient = (sed.fermiEnergy(n + h) - sed.fermiEnergy(n - h)) / (2 * h);
        // The quotient's own error: h&sup2;/6 times a third derivative of at most 2/n&sup2; or its mirror image.
        assertEquals(quotient, sed.fermiEnergyByDensity(n), 1e-7 * quotient);
    }

    @Property(seed = SEED)
    void onlyTheShareOfTheSitesCounts(
            @ForAll @DoubleRange(min = 1e-9, max = 1) @Scale(12) double fraction,
            @ForAll @IntRange(min = -60, max = 60) int power) {
        final double scale = Math.scalb(1.0, power);
        final PopulatedSed one = PopulatedSed.of(GaussianSed.ofFwhm(1), N, 0.1, 0);
        final PopulatedSed other = PopulatedSed.of(GaussianSed.ofFwhm(4), N * scale, 0.1, 0);
        assertEquals(4 * one.fermiEnergy(fraction * N), other.fermiEnergy(fraction * N * scale));
        assertEquals(4 * one.populatedFwhm(), other.populatedFwhm());
    }
}
