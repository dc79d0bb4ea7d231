package org.npp.sed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.npp.core.PhysicalConstants;

class PopulatedSedTest {
    private static final double EV = PhysicalConstants.ELEMENTARY_CHARGE;
    private static final double MEV = 1e-3 * EV;
    private static final double N = 1.41e28;

    /** The paper's glass: 250 meV, a tenth of the sites vacant. */
    private static final PopulatedSed GLASS = PopulatedSed.of(GaussianSed.ofFwhm(0.25 * EV), N, 0.1, 0);

    /** sqrt(2 ln 2), half the full width at half maximum of the standard normal density. */
    private static final double KAPPA = 1.1774100225154747;

    @ParameterizedTest
    @CsvSource({
        "0.9, 42.85",
        "0.8, 74.18",
        "0.6, 125.39",
        "0.5, 149.40",
        "0.4, 174.11",
        "0.3, 201.12",
        "0.2, 233.24",
        "0.15, 253.16",
        "0.1, 278.40",
        "0.07, 298.50",
        "0.05, 316.05",
        "0.03, 340.62",
        "0.01, 387.20"
    })
    void activationEnergyRisesAsTabulated(double fraction, double difference) {
        assertEquals(difference, GLASS.activationEnergyDifference(fraction * N) / MEV, 0.005);
    }

    @Test
    void aTenthOfTheIonsLeftNeedsZeroPointTwentyEightElectronvoltsMore() {
        assertEquals(0.28, GLASS.activationEnergyDifference(0.1 * N) / EV, 0.005);
        assertEquals(0, GLASS.activationEnergyDifference(N));
    }

    @Test
    void tenPercentVacanciesLeaveThePopulatedWidthOfTwoHundredFiftyMillielectronvolts() {
        assertEquals(250, GLASS.populatedFwhm() / MEV, 250 * 1e-15);
    }

    @ParameterizedTest
    @CsvSource({
        // Exact to all digits given, from 40-digit quantiles; the bends are at 0.11952 and 0.5.
        "0.119, 2.3548200450309494",
        "0.12, 2.3523968145815647",
        "0.2, 2.0190312560883889",
        "0.5, 1.1774100225154747",
        "0.8, 0.60565920294265075",
        "0.9, 0.45875552697375932",
        "0.999, 0.21670435291762077"
    })
    void populatedWidthShrinksOnceTheCutReachesTheHalfMaximum(double vacancies, double width) {
        final PopulatedSed sed = PopulatedSed.of(GaussianSed.ofStandardDeviation(1), N, vacancies, 0);
        assertEquals(width, sed.populatedFwhm(), 1e-14);
    }

    @Test
    void cutSitsAtTheHalfMaximumForTheStatedVacancyFraction() {
        final PopulatedSed sed = PopulatedSed.of(GaussianSed.ofStandardDeviation(1), N, 0.11952, 0);
        assertEquals(KAPPA, sed.bulkFermiEnergy(), 3e-5);
    }

    @Test
    void sitesOutnumberTheIonsByTheVacancies() {
        assertEquals(N, GLASS.siteDensity() * 0.9, N * 1e-15);
        assertEquals(GaussianSed.ofFwhm(0.25 * EV).complementaryQuantile(0.1), GLASS.bulkFermiEnergy());
    }

    @Test
    void fermiEnergyReachesTheEndsOfTheShape() {
        assertEquals(Double.NEGATIVE_INFINITY, GLASS.fermiEnergy(0));
        assertEquals(Double.POSITIVE_INFINITY, GLASS.fermiEnergy(GLASS.siteDensity()));
    }

    @Test
    void shapeWithAGreatestEnergyMayBeFull() {
        final PopulatedSed full = PopulatedSed.of(UserShape.box(2 * EV), N, 0, 0);
        assertEquals(2 * EV, full.bulkFermiEnergy());
        assertEquals(1.5 * EV, full.activationEnergyDifference(0.25 * N), 1e-15 * EV);
        assertEquals(2 * EV / N, full.fermiEnergyByDensity(0.3 * N), 1e-15 * EV / N);
        assertEquals(2, full.populatedFwhm() / EV, 2e-9);
    }

    @Test
    void occupiedAndMobilePartsEndWhereTheyShould() {
        final PopulatedSed sed = PopulatedSed.of(UserShape.box(1), N, 0.25, 0.5);
        assertEquals(0.75, sed.bulkFermiEnergy());
        assertEquals(1, sed.populatedDensity(0.375));
        assertEquals(0, sed.mobileDensity(0.375));
        assertEquals(1, sed.mobileDensity(0.376));
        assertEquals(1, sed.mobileDensity(0.75));
        assertEquals(0, sed.populatedDensity(0.76));
        assertEquals(0, sed.mobileDensity(0.76));
    }

    @Test
    void accessorsReturnWhatWasGiven() {
        final GaussianSed shape = GaussianSed.ofFwhm(EV);
        final PopulatedSed sed = PopulatedSed.of(shape, N, 0.2, 0.03);
        assertTrue(sed.shape() == shape);
        assertEquals(N, sed.bulkDensity());
        assertEquals(0.2, sed.vacancyFraction());
        assertEquals(0.03, sed.immobileFraction());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void bulkDensityThatIsNotPositiveAndFiniteIsRefused(double density) {
        assertRefused("bulkDensity must be finite and > 0: " + density + " 1/m^3", density, 0.1, 0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1, Double.NaN})
    void fractionOutsideItsRangeIsRefused(double fraction) {
        assertRefused("vacancyFraction must be in [0, 1): " + fraction, N, fraction, 0);
        assertRefused("immobileFraction must be in [0, 1): " + fraction, N, 0.1, fraction);
    }

    @Test
    void gaussianWithoutVacanciesIsRefused() {
        assertRefused(
                "vacancyFraction must be > 0 for a shape without a greatest energy: 0.0, Fermi energy Infinity J",
                N,
                0,
                0);
    }

    @Test
    void moreIonsThanSitesAreRefused() {
        final PopulatedSed sed = PopulatedSed.of(UserShape.box(1), 3, 0.25, 0);
        for (double density : new double[] {-1, 4.5, Double.NaN}) {
            assertEquals(
                    "density must be in [0, site density = 4.0 1/m^3]: " + density + " 1/m^3",
                    assertThrows(IllegalArgumentException.class, () -> sed.fermiEnergy(density))
                            .getMessage());
        }
    }

    private static void assertRefused(String message, double density, double vacancies, double immobile) {
        final GaussianSed shape = GaussianSed.ofFwhm(EV);
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> PopulatedSed.of(shape, density, vacancies, immobile))
                        .getMessage());
    }
}
