package org.npp.sed.pair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.npp.core.PhysicalConstants;

class PairOccupationTest {
    private static final double EV = PhysicalConstants.ELEMENTARY_CHARGE;
    private static final double KT = PhysicalConstants.BOLTZMANN * 300;
    private static final double N = 1.41e28;
    private static final double SITES = N / 0.9;

    /** Error of an excess. */
    private static final double EXCESS = 1e-11;

    /** Langmuir: X = -ln(1 - theta), for both ions, whatever the correlation. */
    @ParameterizedTest
    @CsvSource({"0, 0", "0.2, 0", "0.2, 0.5", "0.01, 0.98", "1e-12, 0.9"})
    void withoutWidthsTheIsothermIsLangmuirs(double theta0, double theta1) {
        final SharedSites sites = SharedSites.of(SITES, 0, 0, 0.5);
        final double vacant = 1 - theta0 - theta1;
        for (int i = 0; i < 2; i++) {
            assertEquals(-Math.log(vacant), sites.excess(i, theta0 * SITES, theta1 * SITES, 300), EXCESS);
            for (int j = 0; j < 2; j++) {
                final double slope = sites.excessByDensity(i, j, theta0 * SITES, theta1 * SITES, 300);
                assertEquals(1 / vacant, SITES * slope, 1e-10 / vacant);
            }
        }
    }

    /** With equal energies only the sum counts: both excesses are that of one ion at the total density. */
    @Test
    void ionsThatSeeTheSameEnergiesAreOneIon() {
        final SharedSites same = SharedSites.of(SITES, 0.25 * EV, 0.25 * EV, 1);
        final double total = 0.8 * N;
        final double alone = same.excess(0, total, 0, 300);
        for (double part : new double[] {0, 1e-9, 0.3, 0.7, 1}) {
            assertEquals(alone, same.excess(0, part * total, (1 - part) * total, 300), EXCESS);
            assertEquals(alone, same.excess(1, part * total, (1 - part) * total, 300), EXCESS);
        }
    }

    /** One ion's chemical potential at 300 K and a width of 250 meV, in meV, as tabulated for finite temperature. */
    @ParameterizedTest
    @CsvSource({"1, 148.477", "0.8, 67.429", "0.5, -14.533", "0.2, -105.956", "0.1, -155.363", "0.03, -223.784"})
    void oneIonAloneHasTheChemicalPotentialOfASingleDistribution(double c, double potential) {
        final SharedSites shared = SharedSites.of(SITES, 0.1 * EV, 0.25 * EV, -0.4);
        final SeparateSites separate = SeparateSites.of(SITES, 0.1 * EV, SITES, 0.25 * EV);
        final double mu = 1e-3 * potential * EV / KT;
        assertEquals(mu, shared.excess(1, 0, c * N, 300) + Math.log(0.9 * c), 3e-5);
        assertEquals(mu, separate.excess(1, 0.7 * N, c * N, 300) + Math.log(0.9 * c), 3e-5);
        assertEquals(
                shared.excess(1, 0, c * N, 300), separate.excess(1, 0.7 * N, c * N, 300), EXCESS, "limit of no other");
    }

    @Test
    void separateIonsDoNotFeelEachOther() {
        final SeparateSites sites = SeparateSites.of(SITES, 0.25 * EV, 2 * SITES, 0.1 * EV);
        final double[] n = new double[2];
        final double[] slope = new double[4];
        sites.densities(new double[] {0.1 * EV, -0.05 * EV}, 300, n, slope);
        assertEquals(0, slope[1]);
        assertEquals(0, slope[2]);
        for (int i = 0; i < 2; i++) {
            assertEquals(0, sites.excessByDensity(i, 1 - i, n[0], n[1], 300));
            final double sitesOfIon = (1 + i) * SITES;
            final double mu = sites.excess(i, n[0], n[1], 300) + Math.log(n[i] / sitesOfIon);
            assertEquals((i == 0 ? 0.1 : -0.05) * EV / KT, mu, EXCESS);
            final double inverse = sites.excessByDensity(i, i, n[0], n[1], 300) + 1 / n[i];
            assertEquals(1 / (KT * slope[3 * i]), inverse, 1e-9 * inverse);
        }
    }

    @Test
    void zeroDensityIsTheLimitOfSmallOnes() {
        final SharedSites sites = SharedSites.of(SITES, 0.25 * EV, 0.2 * EV, 0.5);
        final double tiny = 1e-25 * N;
        for (int i = 0; i < 2; i++) {
            assertEquals(sites.excess(i, 0, 0.9 * N, 300), sites.excess(i, tiny, 0.9 * N, 300), EXCESS);
            assertEquals(sites.excess(i, 0, 0, 300), sites.excess(i, tiny, tiny, 300), EXCESS);
            for (int j = 0; j < 2; j++) {
                final double slope = sites.excessByDensity(i, j, 0, 0.9 * N, 300);
                assertEquals(slope, sites.excessByDensity(i, j, tiny, 0.9 * N, 300), 1e-9 * slope);
            }
        }
        final double s = 0.25 * EV / 2.3548200450309493 / KT;
        assertEquals(-0.5 * s * s, sites.excess(0, 0, 0, 300), EXCESS, "Boltzmann");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.MIN_VALUE, 1e-300, 1, 50, 300, 1e6, 1e300})
    void everythingIsFiniteAtAnyTemperatureAndDensity(double temperature) {
        final PairOccupation sites = SharedSites.of(SITES, 0.05 * EV, 0.02 * EV, 1);
        final PairOccupation separate = SeparateSites.of(SITES, 0.05 * EV, SITES, 0);
        for (double c : new double[] {0, Double.MIN_VALUE / N, 1e-300, 0.5, 1, 1.109, 1.2, 1e200}) {
            for (double other : new double[] {0, 1e-5, 1}) {
                assertFinite(sites, c * N, other * N, temperature);
                assertFinite(separate, other * N, c * N, temperature);
            }
        }
    }

    private static void assertFinite(PairOccupation sites, double first, double second, double temperature) {
        final String where = "n = " + first + ", " + second + ", T = " + temperature;
        for (int i = 0; i < 2; i++) {
            assertTrue(Double.isFinite(sites.excess(i, first, second, temperature)), where);
            assertTrue(Double.isFinite(sites.excessByTemperature(i, first, second, temperature)), where);
            for (int k = 0; k < sites.parameterNames().size(); k++) {
                assertTrue(Double.isFinite(sites.excessByParameter(i, k, first, second, temperature)), where);
            }
            for (int j = 0; j < 2; j++) {
                final double slope = sites.excessByDensity(i, j, first, second, temperature);
                assertTrue(Double.isFinite(slope), where);
            }
        }
    }

    @Test
    void coldSitesAreThoseOfTheLeastTemperature() {
        final SharedSites sites = SharedSites.of(SITES, 0.25 * EV, 0.1 * EV, 0);
        final double coldest = 0.25 * EV / 2.3548200450309493 / (10 * PhysicalConstants.BOLTZMANN);
        assertEquals(
                sites.excess(0, 0.5 * N, 0.1 * N, coldest), sites.excess(0, 0.5 * N, 0.1 * N, 0.5 * coldest), EXCESS);
        assertEquals(0, sites.excessByTemperature(0, 0.5 * N, 0.1 * N, 0.5 * coldest));
    }

    @Test
    void parametersAreNamed() {
        assertEquals(
                List.of("first_fwhm", "second_fwhm", "correlation", "site_density"),
                SharedSites.of(SITES, 0, 0, 0).parameterNames());
        assertEquals(
                List.of("first_fwhm", "first_site_density", "second_fwhm", "second_site_density"),
                SeparateSites.of(SITES, 0, SITES, 0).parameterNames());
        assertEquals(SITES, SharedSites.of(SITES, 0, 0, 0).siteDensity());
    }

    @Test
    void argumentsOutOfRangeAreRefused() {
        assertRefused("siteDensity must be finite and > 0: 0.0 1/m^3", 0, 1, 1, 0);
        assertRefused("firstFwhm must be finite and >= 0: -1.0 J", 1, -1, 1, 0);
        assertRefused("secondFwhm must be finite and >= 0: NaN J", 1, 1, Double.NaN, 0);
        assertRefused("correlation must be in [-1, 1]: 1.5", 1, 1, 1, 1.5);
    }

    private static void assertRefused(String message, double sites, double first, double second, double correlation) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> SharedSites.of(sites, first, second, correlation))
                        .getMessage());
    }
}
