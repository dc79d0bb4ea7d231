package org.npp.sed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.npp.core.PhysicalConstants;
import org.npp.core.transport.DiffusivityLaw;
import org.npp.core.transport.LocalLaw;
import org.npp.sed.shape.BoxSed;
import org.npp.sed.shape.ExponentialSed;
import org.npp.sed.shape.SkewNormalSed;
import org.npp.sed.shape.TableSed;

/** Arguments at the ends of their ranges. */
class ExtremeInputsTest {
    private static final double EV = PhysicalConstants.ELEMENTARY_CHARGE;
    private static final double N = 1.41e28;
    private static final double[] FRACTIONS = {0, 1e-300, 1e-16, 1e-3, 0.5, 1, 1 + 1e-15, 1.05, 2, 1e30};
    private static final double[] TEMPERATURES = {1e-300, 1, 300, 1e9};
    private static final double[] PROBABILITIES = {0, 1e-300, 1e-16, 0.5, 1 - 1e-16, 1};

    private static List<PopulatedSed> fillings(SiteEnergyDistribution shape) {
        final boolean full = Double.isFinite(shape.highestEnergy());
        final List<PopulatedSed> all = new ArrayList<>();
        for (double vacancies : new double[] {0, 1e-300, 1e-16, 0.1, 1 - 1e-12}) {
            for (double immobile : new double[] {0, 0.5, 1 - 1e-16}) {
                if (full || vacancies > 0) {
                    all.add(PopulatedSed.of(shape, N, vacancies, immobile));
                }
            }
        }
        return all;
    }

    private static void assertFinite(LocalLaw law, String name) {
        final double[] byDensity = new double[1];
        final double[] byParameter = new double[law.parameterNames().size()];
        for (double temperature : TEMPERATURES) {
            for (double c : FRACTIONS) {
                final double[] n = {c * N};
                final String where = name + ", T = " + temperature + ", c = " + c;
                final double value = law.value(0, n, temperature);
                assertTrue(Double.isFinite(value), where);
                assertTrue(value >= 0 || !(law instanceof DiffusivityLaw), where);
                assertTrue(Double.isFinite(law.linearize(0, n, temperature, byDensity)), where);
                assertTrue(Double.isFinite(byDensity[0]), () -> where + ": " + byDensity[0]);
                assertTrue(Double.isFinite(law.byTemperature(0, n, temperature)), where);
                law.byParameters(0, n, temperature, byParameter);
                assertTrue(
                        Arrays.stream(byParameter).allMatch(Double::isFinite),
                        () -> where + ": " + Arrays.toString(byParameter));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(SampleShape.class)
    void lawsOfEveryShapeAreFiniteAtAnyFillingTemperatureAndDensity(SampleShape sample) {
        for (PopulatedSed sed : fillings(sample.of(sample.parameters(), 0.1 * EV))) {
            final String name = "vacancies " + sed.vacancyFraction() + ", immobile " + sed.immobileFraction();
            final SedFilling cold = ZeroTemperatureFilling.of(sed);
            assertFinite(SedDiffusivity.of(sed, 1e-17).withBulkActivation(0.9 * EV, 300), name);
            assertFinite(SedDiffusivity.of(sed, 1e-17).exact(), name);
            assertFinite(SedExcessPotential.of(cold), name);
            for (HoppingModel model : HoppingModel.values()) {
                if (sed.vacancyFraction() > 0 || model.vacancy() == 0) {
                    final HoppingDiffusivity law = HoppingDiffusivity.of(cold, model, 1e-17);
                    assertFinite(law, name + ", " + model);
                    assertFinite(law.exact(), name + ", exact " + model);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(SampleShape.class)
    void quantilesIncreaseFromOneEndToTheOther(SampleShape sample) {
        final SiteEnergyDistribution shape = sample.of(sample.parameters(), 0.1 * EV);
        assertFalse(Double.isNaN(shape.quantile(Double.MIN_VALUE)));
        assertFalse(Double.isNaN(shape.complementaryQuantile(Double.MIN_VALUE)));
        double last = shape.lowestEnergy();
        for (double p : PROBABILITIES) {
            final double energy = shape.quantile(p);
            assertTrue(energy >= last, () -> p + ": " + energy);
            assertFalse(shape.logCumulative(energy) > 0 || Double.isNaN(shape.logCumulative(energy)));
            last = energy;
        }
        double next = shape.highestEnergy();
        for (double q : PROBABILITIES) {
            final double energy = shape.complementaryQuantile(q);
            assertTrue(energy <= next, () -> q + " above: " + energy);
            assertFalse(Double.isNaN(shape.logComplementaryCumulative(energy)));
            next = energy;
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.99, -0.5, 0.5, 0.99})
    void theMostSkewedShapesHaveTheirEndsAtInfinity(double skewness) {
        final SkewNormalSed shape = SkewNormalSed.of(0.25 * EV, skewness);
        assertEquals(Double.NEGATIVE_INFINITY, shape.logCumulative(Double.NEGATIVE_INFINITY));
        assertEquals(Double.NEGATIVE_INFINITY, shape.logComplementaryCumulative(Double.POSITIVE_INFINITY));
        for (double p : new double[] {Double.MIN_VALUE, Double.MIN_NORMAL}) {
            assertTrue(Double.isFinite(shape.quantile(p)) && Double.isFinite(shape.complementaryQuantile(p)));
        }
    }

    @Test
    void aTableThatRisesFromZeroBeginsAtItsFirstPoint() {
        final TableSed rising = TableSed.of(new double[] {0, EV}, new double[] {0, 1});
        assertEquals(0, rising.quantile(0));
        assertEquals(EV * Math.sqrt(1e-300), rising.quantile(1e-300), 1e-14 * 1e-150 * EV);
        assertEquals(EV, rising.complementaryQuantile(0));
        final TableSed falling = TableSed.of(new double[] {0, EV}, new double[] {1, 0});
        assertEquals(EV, falling.complementaryQuantile(0));
        assertEquals(0, falling.quantile(0));
    }

    /** Without vacancies, at temperatures without tables, too: the derivatives were 0/0. */
    @Test
    void fullSitesOfABoxHaveTheDerivativesOfTheirFormula() {
        final double width = 0.3 * EV;
        final HoppingDiffusivity law = HoppingDiffusivity.of(
                        ZeroTemperatureFilling.of(PopulatedSed.of(BoxSed.ofWidth(width), N, 0, 0)),
                        HoppingModel.HIGHEST_SITE,
                        1e-17)
                .exact();
        final double[] byDensity = new double[1];
        final double[] byParameter = new double[4];
        law.linearize(0, new double[] {N}, 300, byDensity);
        final double slope = 1e-17 * width / (PhysicalConstants.BOLTZMANN * 300) / N;
        assertEquals(slope, byDensity[0], 1e-12 * slope);
        law.byParameters(0, new double[] {N}, 300, byParameter);
        assertEquals(0, byParameter[1], 1e-30);
    }

    /** Where the energies of a box differ by less than their rounding, tables would make up a slope of either sign. */
    @Test
    void theSlopeOfTheFirstIonsInABoxIsThatOfTheBox() {
        final double width = 0.3 * EV;
        final SedDiffusivity law = SedDiffusivity.of(PopulatedSed.of(BoxSed.ofWidth(width), N, 0.1, 0), 1e-17);
        final double[] byDensity = new double[1];
        for (double c : new double[] {1.1e-15, 1e-12, 1e-9, 1e-6, 1e-3}) {
            final double d = law.linearize(0, new double[] {c * N}, 300, byDensity);
            final double exact = d * 0.9 * width / (PhysicalConstants.BOLTZMANN * 300) / N;
            assertEquals(exact, byDensity[0], 1e-9 * exact, "c = " + c);
        }
    }

    @Test
    void anExponentialAllButFullKeepsItsTop() {
        final PopulatedSed sed = PopulatedSed.of(ExponentialSed.ofDecay(0.1 * EV), N, 1e-16, 0);
        assertEquals(0, sed.bulkFermiEnergy(), 1e-15 * EV);
        assertTrue(sed.populatedStandardDeviation() > 0.099 * EV);
    }
}
