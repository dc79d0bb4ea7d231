package org.npp.sed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.npp.core.PhysicalConstants;
import org.npp.core.transport.ConstantDiffusivity;

class InvertedDiffusivityTest {
    private static final double EV = PhysicalConstants.ELEMENTARY_CHARGE;
    private static final double KT = PhysicalConstants.BOLTZMANN * 300;
    private static final double N = 1.41e28;

    /** From the distribution to the diffusivity and back. */
    private static final double ROUND_TRIP = 1e-6;

    /** Where g falls below it, relative to its maximum, nothing is promised. */
    private static final double POPULATED = 1e-6;

    @ParameterizedTest
    @CsvSource({"0.25, 0.1", "0.1, 0.3", "0.4, 0.02", "0.6, 0.5"})
    void gaussianComesBackFromItsDiffusivity(double fwhm, double vacancies) {
        final GaussianSed shape = GaussianSed.ofFwhm(fwhm * EV);
        final PopulatedSed sed = PopulatedSed.of(shape, N, vacancies, 0);
        final SedDiffusivity law = SedDiffusivity.of(sed, 1e-17);
        final DoubleUnaryOperator function = n -> law.exact().value(0, new double[] {n}, 300);
        final InvertedDiffusivity fromLaw = InvertedDiffusivity.of(law, N, 300);
        final InvertedDiffusivity fromFunction = InvertedDiffusivity.of(function, N, 300, 1e-12 * N, N);
        final double least = POPULATED * shape.density(0);
        int compared = 0;
        for (double c = 1; c > 1e-10; c *= 0.93) {
            final double energy = sed.fermiEnergy(c * N);
            if (shape.density(energy) > least) {
                final double g = sed.siteDensity() * shape.density(energy);
                assertEquals(g, fromLaw.sitesPerEnergy(c * N), ROUND_TRIP * g, "law, c = " + c);
                assertEquals(g, fromFunction.sitesPerEnergy(c * N), ROUND_TRIP * g, "function, c = " + c);
                final double gain = energy - sed.bulkFermiEnergy();
                assertEquals(gain, fromLaw.fermiEnergy(c * N), ROUND_TRIP * KT);
                assertEquals(gain, fromFunction.fermiEnergy(c * N), ROUND_TRIP * KT);
                compared++;
            }
        }
        assertTrue(compared > 150, "places " + compared);
    }

    /** D proportional to a power of n belongs to exponentially distributed sites, of decay energy power times kT. */
    @Test
    void powerLawIsAnExponentialDistribution() {
        final InvertedDiffusivity sites = InvertedDiffusivity.of(n -> 1e-17 * Math.pow(n / N, 4), N, 300, 1e-9 * N, N);
        for (double c : new double[] {1, 0.5, 1e-3, 1e-9}) {
            assertEquals(c * N / (4 * KT), sites.sitesPerEnergy(c * N), 1e-10 * c * N / KT);
            assertEquals(4 * KT * Math.log(c), sites.fermiEnergy(c * N), 1e-12 * EV);
        }
    }

    @Test
    void fallsAndPlateausAreReportedWithTheirPlace() {
        // Falls between 0.3 and 0.5 N, flat between 0.7 and 0.8 N.
        final DoubleUnaryOperator diffusivity = n -> {
            final double c = n / N;
            final double up = c < 0.3 ? c : (c < 0.5 ? 0.6 - c : c - 0.4);
            return 1e-17 * (c < 0.7 ? up : 0.3 + Math.max(0, c - 0.8));
        };
        final InvertedDiffusivity sites = InvertedDiffusivity.of(diffusivity, N, 300, 0.1 * N, N);
        final List<DiffusivityFall> falls = sites.falls(0.1 * N, N, 2001);
        assertEquals(2, falls.size());
        final double spacing = 2e-3;
        assertEquals(0.3, falls.get(0).fromDensity() / N, spacing);
        assertEquals(0.5, falls.get(0).toDensity() / N, spacing);
        assertEquals(Math.log(3), falls.get(0).logarithmicDrop(), 0.02);
        assertEquals(0.7, falls.get(1).fromDensity() / N, spacing);
        assertEquals(0.8, falls.get(1).toDensity() / N, spacing);
        assertEquals(0, falls.get(1).logarithmicDrop());
        assertEquals(0, falls.get(1).standardError());
        final String message =
                String.valueOf(assertThrows(IllegalArgumentException.class, () -> sites.sitesPerEnergy(0.4 * N))
                        .getMessage());
        assertTrue(
                message.matches(
                        "diffusivity must increase: d ln D/d ln n = -(2\\.0|1\\.9)\\d+ at density 5.64E27 1/m\\^3"),
                message);
        assertEquals(List.of(), sites.falls(0.1 * N, 0.29 * N, 100));
    }

    @Test
    void constantDiffusivityHasNoSites() {
        final InvertedDiffusivity sites = InvertedDiffusivity.of(ConstantDiffusivity.of(1e-20), N, 300);
        assertEquals(0, sites.fermiEnergy(0.1 * N));
        assertEquals(
                "diffusivity must increase: d ln D/d ln n = 0.0 at density 1.41E28 1/m^3",
                assertThrows(IllegalArgumentException.class, () -> sites.sitesPerEnergy(N))
                        .getMessage());
    }

    @Test
    void argumentsOutOfRangeAreRefused() {
        assertRefused("bulkDensity must be finite and > 0: 0.0 1/m^3", 0, 300, 1, 2);
        assertRefused("temperature must be finite and > 0: NaN K", 1, Double.NaN, 1, 2);
        assertRefused("least must be finite and > 0: -1.0 1/m^3", 1, 300, -1, 2);
        assertRefused("greatest must be finite and 1 % above least: 1.0, 1.0 1/m^3", 1, 300, 1, 1);
        assertRefused("diffusivity must be finite and > 0: -1.0 m^2/s at 1.0 1/m^3", 1, 300, 1, 2);
        final InvertedDiffusivity sites = InvertedDiffusivity.of(n -> n, 1, 300, 1, 2);
        assertEquals(
                "greatest must be > least, places >= 2: 2.0, 1.0 1/m^3, 1",
                assertThrows(IllegalArgumentException.class, () -> sites.falls(1, 2, 1))
                        .getMessage());
    }

    private static void assertRefused(String message, double bulk, double temperature, double least, double greatest) {
        assertEquals(
                message,
                assertThrows(
                                IllegalArgumentException.class,
                                () -> InvertedDiffusivity.of(n -> -1, bulk, temperature, least, greatest))
                        .getMessage());
    }
}
