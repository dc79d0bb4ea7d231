package org.npp.cait.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.npp.cait.CaitCase;
import org.npp.cait.CaitIon;
import org.npp.cait.fit.FitResult.Estimate;
import org.npp.cait.fit.FitResult.Status;
import org.npp.core.sensitivity.Parameter;
import org.npp.sed.SedDiffusivity;

class IdentifiabilityTest {
    private static final double[] TRUTH = {0.25 * Alkali.EV, 2e-21, 3e-22, 5.3e-23};

    private static final List<FitParameter> PARAMETERS = List.of(
            Alkali.fwhm(0.25),
            Alkali.diffusivity("K", 2e-21),
            Alkali.diffusivity("Rb", 3e-22),
            Alkali.diffusivity("Cs", 5.3e-23));

    private static FitStudy study(String... names) {
        final List<FitExperiment> chosen = Alkali.three(5, true).stream()
                .filter(e -> List.of(names).contains(e.name()))
                .toList();
        return new FitStudy(PARAMETERS, chosen, Loss.LEAST_SQUARES, FitStudy.Uncertainty.COVARIANCE);
    }

    private static Identifiability analysis(String... names) {
        return Identifiability.of(study(names), TRUTH, 1).orElseThrow();
    }

    /** The rarefaction behind the front, from x = 20 nm to its foot, as published for the three cases. */
    @ParameterizedTest
    @CsvSource({"K, 0.0763, 0.1504", "Rb, 0.0315, 0.0701", "Cs, 0.0119, 0.0300"})
    void aProfileDeterminesTheDiffusivityBehindItsFrontAndNotInTheBulk(String ion, double low, double foot) {
        final Identifiability found = analysis(ion);
        assertEquals("Li", found.ion());
        assertTrue(
                found.constrained(low) && found.constrained(foot),
                found.ranges().toString());
        assertTrue(found.constrained(Math.sqrt(low * foot)));
        assertFalse(found.constrained(0.5) || found.constrained(1) || found.constrained(0.001));
        // in the bulk nothing is known
        assertEquals(Math.log(10), found.standardError(1), 0.05);
        assertEquals(1, found.ranges().size());
        assertEquals(found.standardError(0.0005), found.standardError(0.001));
        assertFalse(found.constrained(0.0005));
    }

    @Test
    void threeProfilesDetermineWhatEachOfThemDoes() {
        final Identifiability all = analysis("K", "Rb", "Cs");
        for (final String ion : List.of("K", "Rb", "Cs")) {
            final Identifiability one = analysis(ion);
            for (double c = 0.004; c < 0.6; c *= 1.3) {
                assertTrue(all.standardError(c) <= 1.02 * one.standardError(c), ion + " at " + c);
            }
        }
        assertEquals(1, all.ranges().size());
        assertTrue(all.shapes(0));
        assertFalse(all.shapes(1));
    }

    /** From the rows of one experiment in the derivatives of all, the same as from a study of it alone. */
    @Test
    void eachForeignIonHasItsPartOfTheWhole() {
        final List<Identifiability.Part> parts = analysis("K", "Rb", "Cs").parts();
        assertEquals(
                List.of("K\u2019s profile", "Rb\u2019s profile", "Cs\u2019s profile"),
                parts.stream().map(Identifiability.Part::source).toList());
        for (final Identifiability.Part part : parts) {
            final Identifiability.Range own =
                    analysis(part.foreignIon()).ranges().get(0);
            assertEquals(1, part.ranges().size());
            // ends lie on a grid of 40 a decade
            assertEquals(own.low(), part.ranges().get(0).low(), 0.07 * own.low(), part.toString());
            assertEquals(own.high(), part.ranges().get(0).high(), 0.07 * own.high(), part.toString());
        }
    }

    /** Change of the sum of squares without noise when D is raised by a third in a part of the range. */
    private static double rise(double fraction) {
        final FitStudy study = study("K");
        final double[] nodes = {
            Math.log(fraction) - 0.3, Math.log(fraction), Math.log(fraction) + 0.3, Math.log(fraction) + 0.6
        };
        final FitExperiment nodal = new NodalExperiment(study.experiments().get(0), TRUTH, new int[0], "Li", nodes);
        final List<FitParameter> parameters = new ArrayList<>();
        for (int k = 0; k < nodes.length; k++) {
            parameters.add(new FitParameter("n" + k, "", 1, 0, -0.5, 0.5, FitParameter.Scale.LINEAR));
        }
        final StudyModel model = new StudyModel(List.of(nodal), parameters, Loss.LEAST_SQUARES);
        final double[] plain = model.plain(new double[4]);
        final double[] changed = model.plain(new double[] {0, 0.3, 0, 0});
        double sum = 0;
        for (int m = 0; m < plain.length; m++) {
            sum += (changed[m] - plain[m]) * (changed[m] - plain[m]);
        }
        return sum;
    }

    @Test
    void simulationsWithAnotherDiffusivityTellWhatTheDataSee() {
        assertTrue(rise(0.1) > 100, "rise " + rise(0.1));
        assertTrue(rise(0.15) > 100, "rise " + rise(0.15));
        assertTrue(rise(0.7) < 1, "rise " + rise(0.7));
        assertTrue(rise(0.015) < 1, "rise " + rise(0.015));
    }

    @Test
    void derivativesOfTheNodalLawAreItsDifferences() {
        final double[] nodes = {Math.log(0.01), Math.log(0.1), Math.log(1)};
        final double[] logarithms = {0.3, -0.2, 0.1};
        final CaitCase experiment = Alkali.of("K", 0.25 * Alkali.EV, 2e-21);
        final CaitIon li = experiment.ions().get(0);
        final double bulk = experiment.bulkDensity();
        final NodalDiffusivity law = NodalDiffusivity.of(li.diffusivity(), bulk, nodes, logarithms);
        assertEquals(List.of("node 0", "node 1", "node 2"), law.parameterNames());
        for (final double fraction : new double[] {0.003, 0.02, 0.3, 0.99, 1.02}) {
            final double[] densities = {fraction * bulk, (1 - Math.min(1, fraction)) * bulk};
            final double[] by = new double[2];
            final double value = law.linearize(0, densities, 300, by);
            assertEquals(value, law.value(0, densities, 300));
            final double step = 1e-6 * densities[0];
            final double above = law.value(0, new double[] {densities[0] + step, densities[1]}, 300);
            final double below = law.value(0, new double[] {densities[0] - step, densities[1]}, 300);
            assertEquals((above - below) / (2 * step), by[0], 1e-4 * Math.abs(by[0]));
            assertEquals(0, by[1]);
            final double[] byParameter = new double[3];
            law.byParameters(0, densities, 300, byParameter);
            for (int k = 0; k < 3; k++) {
                final double[] more = logarithms.clone();
                more[k] += 1e-6;
                final double[] less = logarithms.clone();
                less[k] -= 1e-6;
                final double difference = (NodalDiffusivity.of(li.diffusivity(), bulk, nodes, more)
                                        .value(0, densities, 300)
                                - NodalDiffusivity.of(li.diffusivity(), bulk, nodes, less)
                                        .value(0, densities, 300))
                        / 2e-6;
                assertEquals(difference, byParameter[k], 1e-8 * value);
            }
            final double warmer = law.value(0, densities, 300.01) - law.value(0, densities, 299.99);
            assertEquals(warmer / 0.02, law.byTemperature(0, densities, 300), 1e-5 * value);
        }
    }

    /** Alkali with the bulk diffusivity of Li as the last parameter. */
    private record WithBulk(Alkali own, int bulk) implements FitExperiment {
        @Override
        public String name() {
            return own.name();
        }

        @Override
        public CaitCase experiment(double[] values) {
            final CaitCase fixed = own.experiment(values);
            final List<CaitIon> ions = new ArrayList<>(fixed.ions());
            final SedDiffusivity law = (SedDiffusivity) ions.get(0).diffusivity();
            ions.set(0, CaitIon.ofNative("Li", 1, fixed.bulkDensity(), SedDiffusivity.of(law.sed(), values[bulk])));
            return CaitCase.of(fixed.title(), fixed.temperature(), fixed.sample(), ions, fixed.stages());
        }

        @Override
        public Observation observation(double[] values) {
            return own.observation(values);
        }

        @Override
        public Influence influence(int parameter) {
            return parameter == bulk
                    ? new Influence.InSolver(new Parameter.Diffusivity(0, "bulk_diffusivity"), false)
                    : own.influence(parameter);
        }

        @Override
        public List<DataSeries> data() {
            return own.data();
        }
    }

    private static FitResult withBulk(String... names) throws FitException {
        final List<FitParameter> parameters = new ArrayList<>(PARAMETERS);
        parameters.add(new FitParameter("Li.sed.bulk_diffusivity", "m^2/s", 1, 1e-17, 0, 1, FitParameter.Scale.LOG));
        final List<FitExperiment> experiments = study(names).experiments().stream()
                .<FitExperiment>map(e -> new WithBulk((Alkali) e, 4))
                .toList();
        return SedFit.of(new FitStudy(parameters, experiments, Loss.LEAST_SQUARES, FitStudy.Uncertainty.COVARIANCE))
                .run();
    }

    @Test
    void caesiumAloneDoesNotIdentifyTheBulkDiffusivityAndSaysWhy() throws FitException {
        final Estimate bulk = withBulk("Cs").estimates().get(4);
        assertEquals(Status.NOT_IDENTIFIABLE, bulk.status());
        assertTrue(bulk.standardError().isEmpty());
        assertEquals(0, bulk.low());
        assertEquals(1, bulk.high());
        assertTrue(
                bulk.reason()
                        .matches("the data fix the diffusivity of Li at fractions 0\\.00\\d+ to 0\\.03\\d* only; from"
                                + " there to the bulk leads nothing but the assumed shape of its site energies"),
                bulk.reason());
    }

    @Test
    void threeIonsPutTheShapeToTheTestAndIdentifyTheBulkDiffusivity() throws FitException {
        final Estimate bulk = withBulk("K", "Rb", "Cs").estimates().get(4);
        assertEquals(Status.DETERMINED, bulk.status());
        assertEquals("", bulk.reason());
        assertEquals(1e-17, bulk.value(), 4 * bulk.standardError().orElseThrow());
    }

    @Test
    void aFitResultCarriesItsAnalysis() throws FitException {
        final FitResult result = SedFit.of(study("Rb")).run();
        assertTrue(result.identifiability().orElseThrow().constrained(0.06));
        final Estimate potassium = result.estimates().get(1);
        assertEquals(Status.NOT_IDENTIFIABLE, potassium.status());
        assertEquals("the data do not depend on it", potassium.reason());
        assertTrue(Arrays.stream(result.values()).allMatch(Double::isFinite));
    }
}
