package org.npp.sed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.npp.core.PhysicalConstants;
import org.npp.sed.shape.BoxSed;

class SedExcessPotentialTest {
    private static final double EV = PhysicalConstants.ELEMENTARY_CHARGE;
    private static final double K = PhysicalConstants.BOLTZMANN;
    private static final double N = 1.41e28;
    private static final PopulatedSed GLASS = PopulatedSed.of(GaussianSed.ofFwhm(0.25 * EV), N, 0.1, 0);
    private static final SedExcessPotential LAW = SedExcessPotential.of(FermiDiracFilling.of(GLASS));

    @ParameterizedTest
    @CsvSource({"1, 23.068, 5e-4", "0.8, 9.5787, 5e-5", "0.2, 3.0771, 5e-5", "0.03, 1.9638, 5e-5"})
    void fluxCarriesTheTabulatedThermodynamicFactor(double fraction, double factor, double lastDigit) {
        final double[] byDensity = {1, 1};
        LAW.linearize(1, new double[] {5, fraction * N}, 300, byDensity);
        assertEquals(factor, 1 + fraction * N * byDensity[1], lastDigit);
        assertEquals(0, byDensity[0]);
    }

    @Test
    void potentialIsThatOfTheIonsLessTheIdealPart() {
        // mu at c = 0.2 and 1 as tabulated, in meV.
        final double exact = (-105.956 - 148.477) * 1e-3 * EV / (K * 300) - Math.log(0.2);
        assertEquals(exact, LAW.value(0, new double[] {0.2 * N}, 300), 4e-5);
        assertEquals(0, LAW.value(0, new double[] {N}, 300), 1e-15);
    }

    @Test
    void sitesOfOneEnergyExcludeEachOther() {
        // A box of 1e-4 kT is the lattice gas: mu_ex/kT = -ln(1 - p).
        final PopulatedSed sed = PopulatedSed.of(BoxSed.ofWidth(1e-4 * K * 300), N, 0.1, 0);
        final SedExcessPotential law = SedExcessPotential.of(FermiDiracFilling.of(sed));
        for (double c : new double[] {1e-6, 0.5, 1.1}) {
            assertEquals(-Math.log((1 - 0.9 * c) / 0.1), law.value(0, new double[] {c * N}, 300), 1e-8);
        }
    }

    @Test
    void diluteIonsAreIdeal() {
        final double[] byDensity = new double[1];
        final double limit = LAW.value(0, new double[] {1e-14 * N}, 300);
        assertEquals(limit, LAW.linearize(0, new double[] {0}, 300, byDensity), 1e-6);
        assertTrue(byDensity[0] > 0 && byDensity[0] * N < 1e9);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.MIN_VALUE, 1e-3, 300, 1e6, 1e300})
    void everythingIsFiniteAtAnyTemperatureAndDensity(double temperature) {
        for (SedFilling filling : List.of(ZeroTemperatureFilling.of(GLASS), LAW.filling())) {
            final SedExcessPotential law = SedExcessPotential.of(filling);
            final double[] byDensity = new double[1];
            final double[] byParameter = new double[2];
            for (double c : new double[] {0, 1e-300, 1e-15, 0.5, 1, 1.1, 1.2, 10, 1e200}) {
                final double[] n = {c * N};
                assertTrue(Double.isFinite(law.linearize(0, n, temperature, byDensity)));
                assertTrue(Double.isFinite(byDensity[0]));
                assertTrue(Double.isFinite(law.byTemperature(0, n, temperature)));
                law.byParameters(0, n, temperature, byParameter);
                assertTrue(Double.isFinite(byParameter[0]) && Double.isFinite(byParameter[1]));
            }
        }
    }

    @Test
    void parametersAreTheShapesAndTheVacancies() {
        assertEquals(List.of("fwhm", "vacancy_fraction"), LAW.parameterNames());
    }
}
