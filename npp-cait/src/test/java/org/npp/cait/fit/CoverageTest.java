package org.npp.cait.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.npp.cait.fit.FitResult.Estimate;

/**
 * How often the intervals of the joint fit of three ions hold the truth, over 200 synthetic data sets. Runs with
 * {@code mvn -Pstudies -pl npp-cait -am test}; the figures are in {@code docs/fit-uncertainty.md}.
 */
@Tag("study")
class CoverageTest {
    private static final double[] TRUTH = {0.25 * Alkali.EV, 2e-21, 3e-22, 5.3e-23};
    private static final int STUDIES = Integer.getInteger("npp.coverage", 200);

    /** Standard errors of the intervals: 68.27 and 95 % of normal errors. */
    private static final double[] QUANTILES = {1, 1.959963984540054};

    private static final double[] SHARES = {0.68, 0.95};
    private static final double[] TOLERANCES = {0.07, 0.04};

    private static final List<FitParameter> PARAMETERS = List.of(
            Alkali.fwhm(0.24),
            Alkali.diffusivity("K", 2.2e-21),
            Alkali.diffusivity("Rb", 3.2e-22),
            Alkali.diffusivity("Cs", 5e-23));

    /** Intervals that hold the truth, by [method][quantile][parameter]. */
    private final int[][][] held = new int[2][QUANTILES.length][TRUTH.length];

    @Test
    void intervalsHoldTheTruthAsOftenAsTheySay() throws FitException {
        for (int s = 0; s < STUDIES; s++) {
            count(Alkali.three(5000 + 10L * s, true));
        }
        for (int method = 0; method < 2; method++) {
            for (int q = 0; q < QUANTILES.length; q++) {
                for (final int count : held[method][q]) {
                    assertEquals(
                            SHARES[q],
                            (double) count / STUDIES,
                            TOLERANCES[q],
                            () -> "held of " + STUDIES + " [covariance, profile][68 %, 95 %][fwhm, K, Rb, Cs]: "
                                    + Arrays.deepToString(held));
                }
            }
        }
    }

    private void count(List<FitExperiment> experiments) throws FitException {
        final FitResult result = SedFit.of(
                        new FitStudy(PARAMETERS, experiments, Loss.LEAST_SQUARES, FitStudy.Uncertainty.COVARIANCE))
                .run();
        final double[] best = new double[TRUTH.length];
        for (int j = 0; j < best.length; j++) {
            best[j] = PARAMETERS.get(j).coordinate(result.values()[j]);
        }
        final StudyModel model = new StudyModel(experiments, PARAMETERS, Loss.LEAST_SQUARES);
        final double cost = Arrays.stream(model.residuals(best)).map(r -> r * r).sum();
        final Covariance covariance = Covariance.of(model.jacobian(best), 1e-5);
        final double[] lower =
                PARAMETERS.stream().mapToDouble(p -> p.coordinate(p.min())).toArray();
        final double[] upper =
                PARAMETERS.stream().mapToDouble(p -> p.coordinate(p.max())).toArray();
        final LikelihoodProfile profile = new LikelihoodProfile(model, lower, upper, best, cost, covariance);
        for (int q = 0; q < QUANTILES.length; q++) {
            final Intervals intervals = new Intervals(PARAMETERS, best, covariance, QUANTILES[q]);
            note(held[0][q], intervals.ofCovariance());
            note(held[1][q], intervals.ofProfile(profile, QUANTILES[q] * QUANTILES[q]));
        }
    }

    private static void note(int[] held, List<Estimate> estimates) {
        for (int j = 0; j < held.length; j++) {
            held[j] += estimates.get(j).low() <= TRUTH[j]
                            && TRUTH[j] <= estimates.get(j).high()
                    ? 1
                    : 0;
        }
    }
}
