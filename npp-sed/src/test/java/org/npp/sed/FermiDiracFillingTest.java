package org.npp.sed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.npp.core.PhysicalConstants;
import org.npp.sed.shape.BoxSed;

class FermiDiracFillingTest {
    private static final double EV = PhysicalConstants.ELEMENTARY_CHARGE;
    private static final double MEV = 1e-3 * EV;
    private static final double K = PhysicalConstants.BOLTZMANN;
    private static final double N = 1.41e28;
    private static final PopulatedSed GLASS = PopulatedSed.of(GaussianSed.ofFwhm(0.25 * EV), N, 0.1, 0);
    private static final FermiDiracFilling FILLING = FermiDiracFilling.of(GLASS);

    @ParameterizedTest
    @CsvSource({
        "1, 148.477, 23.068, 5e-4",
        "0.8, 67.429, 9.5787, 5e-5",
        "0.5, -14.533, 5.0862, 5e-5",
        "0.2, -105.956, 3.0771, 5e-5",
        "0.1, -155.363, 2.4944, 5e-5",
        "0.03, -223.784, 1.9638, 5e-5"
    })
    void chemicalPotentialAndThermodynamicFactorAreAsTabulated(
            double fraction, double level, double factor, double lastDigit) {
        assertEquals(level, FILLING.chemicalPotential(fraction * N, 300) / MEV, 5e-4);
        assertEquals(factor, FILLING.thermodynamicFactor(fraction * N, 300), lastDigit);
    }

    @ParameterizedTest
    @ValueSource(doubles = {40, 100, 300, 1000, 3000})
    void agreesWithTheGaussFermiIntegral(double temperature) {
        final double s = GLASS.shape().standardDeviation() / (K * temperature);
        for (double zeta = -60; zeta <= 60; zeta += 7) {
            final double p = GaussFermi.value(zeta, s);
            final double level = zeta * K * temperature;
            assertEquals(p, FILLING.filling(level, temperature), 1e-12 * p);
            final double slope = K * temperature / FILLING.byFilling(level, temperature);
            assertEquals(GaussFermi.derivative(zeta, s), slope, 1e-12 * slope);
            final double factor = GaussFermi.thermodynamicFactor(zeta, s);
            assertEquals(factor, 1 + FILLING.thermodynamicExcess(level, temperature), 1e-12 * factor);
        }
    }

    @Test
    void thermodynamicFactorIsTwoWhereTheLevelIsHalfTheVarianceOverKtBelowTheCentre() {
        final double s = GLASS.shape().standardDeviation();
        for (double temperature : new double[] {100, 300, 900}) {
            final double level = -0.5 * s * s / (K * temperature);
            assertEquals(2, 1 + FILLING.thermodynamicExcess(level, temperature), 1e-12);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-300, 1e-200, 1e-100, 1e-30})
    void nextToNoIonsAreAnIdealDiluteSolution(double p) {
        final double s = GLASS.shape().standardDeviation() / (K * 300);
        final double level = FILLING.chemicalPotentialAtFilling(p, 300) / (K * 300);
        assertEquals(Math.log(p) - 0.5 * s * s, level, 1e-12 * Math.abs(level));
    }

    /** n/N_s = (kT/w) ln[(1 + e^(mu/kT))/(1 + e^((mu - w)/kT))], solved for mu by hand. */
    @ParameterizedTest
    @CsvSource({"0.1, 0.05", "0.1, 0.5", "1, 0.3", "7, 0.9", "30, 0.01", "30, 0.999"})
    void boxHasAClosedForm(double widthOverKt, double p) {
        final double kT = K * 300;
        final FermiDiracFilling box =
                FermiDiracFilling.of(PopulatedSed.of(BoxSed.ofWidth(widthOverKt * kT), N, 0.01, 0));
        final double exact = Math.log(Math.expm1(p * widthOverKt) / -Math.expm1(-(1 - p) * widthOverKt));
        assertEquals(exact, box.chemicalPotentialAtFilling(p, 300) / kT, 1e-13 * (1 + Math.abs(exact) + widthOverKt));
        final double factor =
                p * widthOverKt * (1 / -Math.expm1(-p * widthOverKt) + 1 / Math.expm1((1 - p) * widthOverKt));
        assertEquals(factor, box.thermodynamicFactor(p * box.sed().siteDensity(), 300), 1e-12 * factor);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.3, 0.9, 1})
    void coldSitesAreFilledFromTheBottom(double fraction) {
        final ZeroTemperatureFilling cold = ZeroTemperatureFilling.of(GLASS);
        final double s = GLASS.shape().standardDeviation();
        final double exact = cold.chemicalPotential(fraction * N, 1);
        double before = Double.POSITIVE_INFINITY;
        for (double temperature : new double[] {100, 10, 1}) {
            // The Sommerfeld expansion's first term is (pi kT)^2/6 times (ln g)'.
            final double error = Math.abs(FILLING.chemicalPotential(fraction * N, temperature) - exact);
            final double term = Math.pow(Math.PI * K * temperature, 2) / 6 * Math.abs(exact) / (s * s);
            assertEquals(term, error, 0.3 * term + 1e-13 * s);
            assertTrue(error < before);
            before = error;
        }
        assertEquals(exact, FILLING.chemicalPotential(fraction * N, 1e-3), 1e-9 * s);
        assertEquals(exact, FILLING.chemicalPotential(fraction * N, 1e-300), 1e-9 * s);
        assertEquals(0, FILLING.byTemperature(exact, 1e-300));
        final double slope = cold.chemicalPotentialByDensity(fraction * N, 1);
        assertEquals(slope, FILLING.chemicalPotentialByDensity(fraction * N, 0.1), 1e-6 * slope);
    }

    @Test
    void everyChemicalPotentialIsFinite() {
        for (double temperature : new double[] {Double.MIN_VALUE, 1e-3, 300, 1e6, 1e300}) {
            for (double c : new double[] {0, 1e-300, 1e-15, 0.5, 1, 1.1, 1.2, 10, 1e200}) {
                final double level = FILLING.chemicalPotential(c * N, temperature);
                assertTrue(Double.isFinite(level), () -> "T = " + temperature + ", c = " + c + ": " + level);
                assertTrue(FILLING.thermodynamicExcess(level, temperature) >= 0);
            }
        }
    }

    @Test
    void argumentsOutsideTheirRangeAreRefused() {
        final PopulatedSed full = PopulatedSed.of(BoxSed.ofWidth(EV), N, 0, 0);
        assertEquals(
                "vacancyFraction must be > 0 for occupation at temperature: 0.0",
                assertThrows(IllegalArgumentException.class, () -> FermiDiracFilling.of(full))
                        .getMessage());
        for (double p : new double[] {0, 1, Double.NaN}) {
            assertEquals(
                    "filling must be in (0, 1): " + p,
                    assertThrows(IllegalArgumentException.class, () -> FILLING.chemicalPotentialAtFilling(p, 300))
                            .getMessage());
        }
        assertTrue(FILLING.sed() == GLASS);
    }
}
