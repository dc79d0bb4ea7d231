package org.npp.cait.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.npp.cait.CaitResult.Warning;
import org.npp.cait.fit.FitResult.Estimate;
import org.npp.cait.fit.FitResult.Status;
import org.npp.cait.measure.MeasuredProfile;

class SedFitTest {
    /** What the profiles were made with. */
    private static final double[] TRUTH = {0.25 * Alkali.EV, 2e-21, 3e-22, 5.3e-23};

    /** Relative error of the width and of the diffusivities that a fit may have. */
    private static final double WIDTH_TOLERANCE = 0.02;

    private static final double DIFFUSIVITY_TOLERANCE = 0.05;

    private static FitResult fit(List<FitExperiment> experiments, FitParameter... parameters) throws FitException {
        return fit(experiments, Loss.LEAST_SQUARES, FitStudy.Uncertainty.COVARIANCE, parameters);
    }

    private static FitResult fit(
            List<FitExperiment> experiments, Loss loss, FitStudy.Uncertainty uncertainty, FitParameter... parameters)
            throws FitException {
        return SedFit.of(new FitStudy(List.of(parameters), experiments, loss, uncertainty))
                .run();
    }

    private static FitParameter[] farOff() {
        return new FitParameter[] {
            Alkali.fwhm(0.5),
            Alkali.diffusivity("K", 2e-20),
            Alkali.diffusivity("Rb", 3e-23),
            Alkali.diffusivity("Cs", 5.3e-22)
        };
    }

    private static FitParameter[] near() {
        return new FitParameter[] {
            Alkali.fwhm(0.24),
            Alkali.diffusivity("K", 2.2e-21),
            Alkali.diffusivity("Rb", 3.2e-22),
            Alkali.diffusivity("Cs", 5e-23)
        };
    }

    private static void assertFound(FitResult result) {
        for (int j = 0; j < TRUTH.length; j++) {
            final Estimate e = result.estimates().get(j);
            final double tolerance = j == 0 ? WIDTH_TOLERANCE : DIFFUSIVITY_TOLERANCE;
            assertEquals(
                    TRUTH[j], e.value(), tolerance * TRUTH[j], e.parameter().name());
            assertEquals(Status.DETERMINED, e.status());
        }
    }

    private static List<String> codes(FitResult result) {
        return result.warnings().stream().map(Warning::code).toList();
    }

    @Test
    void threeProfilesGiveWidthAndDiffusivitiesBackFromStartsFarOff() throws FitException {
        final FitResult result = fit(Alkali.three(1, true), farOff());
        assertFound(result);
        final Estimate width = result.estimates().get(0);
        assertTrue(width.low() <= TRUTH[0] && TRUTH[0] <= width.high(), width.toString());
        assertTrue(result.numbers().modelRuns() <= 60, result.numbers().toString());
        assertEquals(3 * 2 * 130 - 4, result.numbers().degreesOfFreedom());
        // the mean of the distribution is 776, its standard deviation 39
        assertEquals(776, result.numbers().chiSquared(), 4 * 39);
        assertEquals(List.of(), result.warnings());
    }

    @Test
    void differencesGiveTheDerivativesOfTheSolver() throws FitException {
        final FitResult solver = fit(Alkali.three(2, true), near());
        final FitResult differences = fit(Alkali.three(2, false), near());
        for (int j = 0; j < TRUTH.length; j++) {
            final Estimate a = solver.estimates().get(j);
            final Estimate b = differences.estimates().get(j);
            final double error = a.standardError().orElseThrow();
            assertEquals(a.value(), b.value(), 0.3 * error);
            assertEquals(1, b.standardError().orElseThrow() / error, 0.05);
        }
    }

    @Test
    void intervalsHoldTheTruthAboutAsOftenAsTheySay() throws FitException {
        int held = 0;
        final int fits = 8;
        for (int seed = 0; seed < fits; seed++) {
            held += held(fit(Alkali.three(100 + 10 * seed, true), near()));
        }
        // 32 intervals of 95 %; fewer than 25 would come about twice in 10,000 times if they were right
        assertTrue(held >= 25, held + " of " + fits * TRUTH.length);
    }

    @Test
    void whatTheNumericsAddIsLessThanWhatTheCountsLeaveOpen() throws FitException {
        final FitResult result = fit(Alkali.threeExpected(), near());
        for (int j = 0; j < TRUTH.length; j++) {
            final Estimate e = result.estimates().get(j);
            // with the nodes of a single run width and diffusivities are off by more than two errors
            assertEquals(TRUTH[j], e.value(), 0.6 * e.standardError().orElseThrow());
        }
    }

    private static int held(FitResult result) {
        int held = 0;
        for (int j = 0; j < TRUTH.length; j++) {
            final Estimate e = result.estimates().get(j);
            held += e.low() <= TRUTH[j] && TRUTH[j] <= e.high() ? 1 : 0;
        }
        return held;
    }

    @Test
    void profileLikelihoodAgreesWithTheCovarianceWhereTheModelIsNearlyLinear() throws FitException {
        final FitResult covariance = fit(Alkali.three(1, true), near());
        final FitResult profile =
                fit(Alkali.three(1, true), Loss.LEAST_SQUARES, FitStudy.Uncertainty.PROFILE_LIKELIHOOD, near());
        for (int j = 0; j < TRUTH.length; j++) {
            final Estimate a = covariance.estimates().get(j);
            final Estimate b = profile.estimates().get(j);
            final double width = a.high() - a.low();
            assertEquals(a.low(), b.low(), 0.1 * width);
            assertEquals(a.high(), b.high(), 0.1 * width);
        }
    }

    @Test
    void theResolutionIsFoundWithoutFurtherRuns() throws FitException {
        final FitParameter resolution =
                new FitParameter("resolution", "nm", 1e-9, 4e-9, 0, 20e-9, FitParameter.Scale.LINEAR);
        final MeasuredProfile data = Alkali.measured(Alkali.of("Cs", TRUTH[0], TRUTH[3]), 7);
        final FitResult with = fit(
                List.of(new Alkali("Cs", 1, 2, true, data)),
                Alkali.fwhm(0.24),
                Alkali.diffusivity("Cs", 5e-23),
                resolution);
        assertEquals(Alkali.RESOLUTION, with.values()[2], 0.1 * Alkali.RESOLUTION);
        assertTrue(with.numbers().modelRuns() <= 30, with.numbers().toString());
    }

    @Test
    void aParameterNothingDependsOnIsCalledSo() throws FitException {
        final MeasuredProfile data = Alkali.measured(Alkali.of("K", TRUTH[0], TRUTH[1]), 7);
        final FitResult result = fit(
                List.of(new Alkali("K", 1, -1, true, data)),
                Alkali.fwhm(0.24),
                Alkali.diffusivity("K", 2.2e-21),
                Alkali.diffusivity("Xx", 1e-20));
        final Estimate free = result.estimates().get(2);
        assertEquals(Status.NOT_IDENTIFIABLE, free.status());
        assertTrue(free.standardError().isEmpty());
        assertEquals("the data do not depend on it", free.reason());
        assertEquals(0, free.low());
        assertEquals(1, free.high());
        assertEquals(Status.DETERMINED, result.estimates().get(0).status());
        assertTrue(result.correlation(0, 2).isEmpty());
        assertEquals(1, result.correlation(1, 1).orElseThrow());
        assertTrue(codes(result).contains("ill_conditioned"));
    }

    @Test
    void aValueBeyondItsBoundEndsAtTheBound() throws FitException {
        final MeasuredProfile data = Alkali.measured(Alkali.of("K", TRUTH[0], TRUTH[1]), 7);
        final FitParameter narrow = new FitParameter(
                "Li.sed.fwhm",
                "meV",
                1e-3 * Alkali.EV,
                0.2 * Alkali.EV,
                0.05 * Alkali.EV,
                0.22 * Alkali.EV,
                FitParameter.Scale.LINEAR);
        final FitResult result =
                fit(List.of(new Alkali("K", 1, -1, true, data)), narrow, Alkali.diffusivity("K", 2e-21));
        final Estimate width = result.estimates().get(0);
        assertEquals(Status.AT_BOUND, width.status());
        assertEquals(0.22 * Alkali.EV, width.value(), 1e-12 * Alkali.EV);
        assertTrue(codes(result).contains("chi_squared_large"));
        assertTrue(codes(result).contains("residuals_in_runs"));
    }

    @Test
    void robustLossesAreNotMisledByOutliers() throws FitException {
        final List<FitExperiment> spoiled = new ArrayList<>();
        for (final FitExperiment one : Alkali.three(3, true)) {
            final Alkali own = (Alkali) one;
            spoiled.add(new Alkali(own.name(), own.own(), -1, true, withOutliers(own.profile())));
        }
        final FitResult plain = fit(spoiled, near());
        for (final Loss loss : List.of(Loss.HUBER, Loss.CAUCHY)) {
            final FitResult robust = fit(spoiled, loss, FitStudy.Uncertainty.COVARIANCE, near());
            assertFound(robust);
            assertTrue(
                    Math.abs(robust.values()[3] / TRUTH[3] - 1) < Math.abs(plain.values()[3] / TRUTH[3] - 1),
                    loss + " against " + plain.values()[3]);
        }
        assertTrue(codes(plain).contains("chi_squared_large"));
    }

    /** Every 20th value of Li is 0.03 too high. */
    private static MeasuredProfile withOutliers(MeasuredProfile data) {
        final double[][] fractions = new double[2][data.size()];
        final double[][] sigmas = new double[2][data.size()];
        for (int i = 0; i < 2; i++) {
            for (int k = 0; k < data.size(); k++) {
                fractions[i][k] = data.fraction(i, k) + (i == 0 && k % 20 == 5 ? 0.03 : 0);
                sigmas[i][k] = data.sigma(i, k);
            }
        }
        return MeasuredProfile.of(data.depths(), data.ions(), fractions, sigmas, true);
    }

    @Test
    void withoutStandardDeviationsErrorsAreThoseOfTheScatter() throws FitException {
        final MeasuredProfile data = Alkali.measured(Alkali.of("K", TRUTH[0], TRUTH[1]), 7);
        final double[][] fractions = new double[2][data.size()];
        for (int i = 0; i < 2; i++) {
            for (int k = 0; k < data.size(); k++) {
                fractions[i][k] = data.fraction(i, k);
            }
        }
        final MeasuredProfile bare = MeasuredProfile.of(data.depths(), data.ions(), fractions, new double[2][0], true);
        final FitResult result =
                fit(List.of(new Alkali("K", 1, -1, true, bare)), Alkali.fwhm(0.24), Alkali.diffusivity("K", 2.2e-21));
        assertEquals(List.of("sigma_estimated"), codes(result));
        final Estimate width = result.estimates().get(0);
        assertEquals(TRUTH[0], width.value(), 4 * width.standardError().orElseThrow());
        assertEquals(0, width.standardError().orElseThrow(), 0.05 * TRUTH[0]);
    }

    @Test
    void aFitThatBeginsAtItsEndSaysSo() throws FitException {
        final MeasuredProfile data = Alkali.measured(Alkali.of("K", TRUTH[0], TRUTH[1]), 7);
        final List<FitExperiment> one = List.of(new Alkali("K", 1, -1, true, data));
        final double[] first =
                fit(one, Alkali.fwhm(0.24), Alkali.diffusivity("K", 2.2e-21)).values();
        final double[] second = fit(one, Alkali.fwhm(first[0] / Alkali.EV), Alkali.diffusivity("K", first[1]))
                .values();
        final FitResult third = fit(one, Alkali.fwhm(second[0] / Alkali.EV), Alkali.diffusivity("K", second[1]));
        assertFalse(third.warnings().isEmpty());
        assertEquals(List.of("did_not_move"), codes(third));
    }

    @Test
    void aStartWithoutSimulationIsRefused() {
        final MeasuredProfile data = Alkali.measured(Alkali.of("K", TRUTH[0], TRUTH[1]), 7);
        final FitParameter wrong = new FitParameter("Li.sed.fwhm", "J", 1, -1, -2, 1, FitParameter.Scale.LINEAR);
        final FitException e = assertThrows(
                FitException.class,
                () -> fit(List.of(new Alkali("K", 1, -1, true, data)), wrong, Alkali.diffusivity("K", 2e-21)));
        assertEquals("the simulation fails at the start of the fit; choose other starts", e.getMessage());
    }

    @Test
    void standardErrorsOfParametersAreThoseOfTheEstimates() throws FitException {
        final FitResult result = fit(Alkali.three(1, true), near());
        final double[] errors = result.standardErrors(values -> values);
        for (int j = 0; j < errors.length; j++) {
            final double own = result.estimates().get(j).standardError().orElseThrow();
            assertEquals(own, errors[j], 1e-6 * own);
        }
    }
}
