package org.npp.cait.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.npp.cait.fit.FitResult.Estimate;
import org.npp.cait.fit.FitResult.Status;
import org.npp.cait.inference.Checkpoint;
import org.npp.cait.measure.MeasuredProfile;

/** Sampled errors against those of the curvature, for a model that is nearly linear where the data allow. */
class SampledFitTest {
    private static FitResult potassium(FitParameter... more) throws FitException {
        final List<FitExperiment> one = Alkali.three(5, true).subList(0, 1);
        final List<FitParameter> all =
                new java.util.ArrayList<>(List.of(Alkali.fwhm(0.25), Alkali.diffusivity("K", 2e-21)));
        all.addAll(List.of(more));
        return SedFit.of(new FitStudy(all, one, Loss.LEAST_SQUARES, FitStudy.Uncertainty.COVARIANCE))
                .run();
    }

    private static FitResult sampled(FitResult result, SamplingPlan plan) {
        return SampledFit.of(result, plan, 2).run(Optional.empty(), (p, c) -> {}, () -> false);
    }

    /** Standard errors and intervals agree within a share that the number of samples allows. */
    private static void assertAgree(FitResult curvature, FitResult sampled, double tolerance) {
        for (int j = 0; j < 2; j++) {
            final Estimate a = curvature.estimates().get(j);
            final Estimate b = sampled.estimates().get(j);
            final double error = a.standardError().orElseThrow();
            assertEquals(1, b.standardError().orElseThrow() / error, tolerance, b.toString());
            assertEquals((a.low() - a.value()) / error, (b.low() - a.value()) / error, 3 * tolerance);
            assertEquals((a.high() - a.value()) / error, (b.high() - a.value()) / error, 3 * tolerance);
            assertEquals(Status.DETERMINED, b.status());
            assertEquals(a.value(), b.value());
        }
    }

    @Test
    void refitsOfDrawnDataScatterAsTheCurvatureSays() throws FitException {
        final FitResult result = potassium();
        // 60 samples know a standard deviation to 9 %; three times that
        assertAgree(result, sampled(result, new SamplingPlan.Refits(60, 1)), 0.28);
    }

    @Test
    void thePosteriorIsAsWideAsTheCurvatureSays() throws FitException {
        final FitResult result = potassium();
        final FitResult sampled = sampled(result, new SamplingPlan.Walk(8, 120, 2));
        // 720 positions, some 40 of them independent
        assertAgree(result, sampled, 0.35);
        final SamplingFigures figures = sampled.sampling().orElseThrow();
        assertEquals(120, figures.done());
        final double acceptance = figures.acceptance().orElseThrow();
        assertTrue(acceptance > 0.4 && acceptance < 0.85, "acceptance " + acceptance);
        final FitWork sampling = sampled.numbers().work().stream()
                .filter(work -> work.part().equals("sampling"))
                .findFirst()
                .orElseThrow();
        assertTrue(sampling.modelRuns() > 8 * 100, sampling.toString());
        assertEquals(0, sampling.derivatives());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aParameterNothingDependsOnIsNotIdentifiable(boolean walk) throws FitException {
        final FitResult result = potassium(Alkali.diffusivity("Xx", 1e-20));
        final FitResult sampled =
                sampled(result, walk ? new SamplingPlan.Walk(0, 140, 2) : new SamplingPlan.Refits(20, 1));
        final Estimate free = sampled.estimates().get(2);
        assertEquals(Status.NOT_IDENTIFIABLE, free.status(), free.toString());
        assertTrue(free.standardError().isEmpty());
        assertEquals(
                walk ? "its samples fill its bounds, or three decades" : "the data do not depend on it", free.reason());
    }

    @Test
    void tooFewSamplesLeaveTheResultAsItWas() throws FitException {
        final FitResult result = potassium();
        for (final SamplingPlan plan : List.of(new SamplingPlan.Walk(8, 100, 1), new SamplingPlan.Refits(100, 1))) {
            final int[] asked = {0};
            final FitResult few =
                    SampledFit.of(result, plan, 1).run(Optional.empty(), (p, c) -> {}, () -> ++asked[0] > 12);
            assertEquals(result.estimates(), few.estimates());
            final String last = few.warnings().get(few.warnings().size() - 1).message();
            assertTrue(last.matches("interrupted at \\d+ of 100; --resume continues"), last);
        }
    }

    @Test
    void aCheckpointOfAnotherSamplingIsRefused() throws FitException {
        final FitResult result = potassium();
        final Checkpoint refits = new Checkpoint.Refits(new TreeMap<>());
        final SampledFit walk = SampledFit.of(result, new SamplingPlan.Walk(8, 20, 1), 1);
        assertEquals(
                "the checkpoint is not one of this posterior",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> walk.run(Optional.of(refits), (p, c) -> {}, () -> false))
                        .getMessage());
        assertTrue(walk.checkpoint().isEmpty());
        walk.run(Optional.empty(), (p, c) -> {}, () -> false);
        final SampledFit bootstrap = SampledFit.of(result, new SamplingPlan.Refits(20, 1), 1);
        assertEquals(
                "the checkpoint is not one of a bootstrap",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> bootstrap.run(walk.checkpoint(), (p, c) -> {}, () -> false))
                        .getMessage());
    }

    @Test
    void plansOutOfRangeAreRefused() {
        assertEquals(
                "samples must be >= 20: 19",
                assertThrows(IllegalArgumentException.class, () -> new SamplingPlan.Refits(19, 1))
                        .getMessage());
        assertEquals(
                "steps must be >= 20: 19",
                assertThrows(IllegalArgumentException.class, () -> new SamplingPlan.Walk(8, 19, 1))
                        .getMessage());
        assertEquals(
                "walkers must be an even number >= 0: 7",
                assertThrows(IllegalArgumentException.class, () -> new SamplingPlan.Walk(7, 20, 1))
                        .getMessage());
    }

    @Test
    void drawnDataHaveTheErrorsOfTheMeasurement() {
        final int size = 20_000;
        final double[] depths = new double[size];
        final double[] model = new double[size + 1];
        final double[] zeros = new double[size];
        final double[] sigmas = new double[size];
        for (int k = 0; k < size; k++) {
            depths[k] = 1e-9 * (k + 1);
            model[k + 1] = 0.03;
            sigmas[k] = 0.2;
        }
        final MeasuredProfile with =
                MeasuredProfile.of(depths, List.of("K"), new double[][] {zeros}, new double[][] {sigmas}, false);
        final MeasuredProfile without =
                MeasuredProfile.of(depths, List.of("K"), new double[][] {zeros}, new double[][] {{}}, false);
        // 100 counts at fraction 1: three expected
        assertScatter(DataSeries.of(without, java.util.OptionalDouble.of(100)).get(0), model, Math.sqrt(3) / 100);
        assertScatter(DataSeries.of(with, java.util.OptionalDouble.empty()).get(0), model, 0.2);
        assertScatter(DataSeries.of(without, java.util.OptionalDouble.empty()).get(0), model, 0.7);
    }

    private static void assertScatter(DataSeries series, double[] model, double deviation) {
        final DataSeries drawn = series.drawn(model, 1, 0.7, RandomSource.XO_SHI_RO_256_PP.create(9L));
        double mean = 0;
        double square = 0;
        for (int k = 0; k < drawn.size(); k++) {
            mean += drawn.value(k) / drawn.size();
            square += (drawn.value(k) - 0.03) * (drawn.value(k) - 0.03) / drawn.size();
        }
        assertEquals(0.03, mean, 4 * deviation / Math.sqrt(drawn.size()));
        assertEquals(deviation, Math.sqrt(square), 0.03 * deviation);
        assertEquals(0, series.value(0));
    }
}
