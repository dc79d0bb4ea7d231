package org.npp.cait.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.npp.cait.fit.DataSeries;
import org.npp.cait.fit.FitExperiment;
import org.npp.cait.fit.FitResult;
import org.npp.cait.fit.FitStudy;
import org.npp.cait.fit.SamplingFigures;
import org.npp.cait.measure.DepthResolution;
import org.npp.cait.measure.ExponentialResolution;
import org.npp.cait.measure.GaussianResolution;

/** What a fit took for granted, beside what its cases assume. */
final class FitAssumptions {
    /** No instances. */
    private FitAssumptions() {}

    static void append(FitResult result, Html page) {
        final FitStudy study = result.study();
        final FitExperiment first = study.experiments().get(0);
        new AssumptionSection(first.experiment(result.values())).append(page);
        final List<String> items = new ArrayList<>();
        items.add("The list above is that of " + first.name()
                + ", with the fitted values; the other cases are part of the study. Every number that is not in the table"
                + " of parameters is that of the cases and was not fitted.");
        items.add("Depth resolution: "
                + resolution(first.observation(result.values()).resolution())
                + ", at the surface with the mirror image of the profile.");
        items.add(errors(study));
        items.add(
                switch (study.loss()) {
                    case LEAST_SQUARES -> "Residuals cost their squares.";
                    case HUBER -> "Residuals beyond 1.345 errors cost less than their squares (Huber).";
                    case CAUCHY -> "Large residuals cost the logarithm of their squares (Cauchy).";
                });
        items.add(result.sampling()
                .map(FitAssumptions::sampledIntervals)
                .orElse(
                        study.uncertainty() == FitStudy.Uncertainty.COVARIANCE
                                ? "Intervals follow from the curvature at the minimum: the model is taken as linear within them."
                                : "Intervals end where the least sum of squares over all other parameters has risen by what"
                                        + " 95\u00a0% ask for."));
        items.add("Intervals and bands hold the errors of the data, not those of the model itself.");
        page.list(items);
    }

    private static String resolution(DepthResolution resolution) {
        if (resolution instanceof ExponentialResolution rough) {
            return String.format(
                    Locale.ROOT,
                    "a Gaussian %.3g nm wide at half maximum with a decay over %.3g nm before and %.3g nm behind",
                    1e9 * rough.gaussianFwhm(),
                    1e9 * rough.leadingDecay(),
                    1e9 * rough.trailingDecay());
        }
        final double width = 1e9 * ((GaussianResolution) resolution).fwhm();
        return width == 0 ? "none" : String.format(Locale.ROOT, "a Gaussian %.3g nm wide at half maximum", width);
    }

    private static String sampledIntervals(SamplingFigures figures) {
        return figures.method().equals("bootstrap")
                ? String.format(
                        Locale.ROOT,
                        "Intervals hold the middle 95\u00a0%% of %d fits to data drawn from the fitted model, once there are"
                                + " enough.",
                        figures.done() - figures.failed())
                : String.format(
                        Locale.ROOT,
                        "Intervals hold the middle 95\u00a0%% of the posterior: %d walkers, %d steps, all values within the bounds"
                                + " alike before, on the scale of each parameter; once there are enough.",
                        figures.walkers(),
                        figures.done());
    }

    private static String errors(FitStudy study) {
        final List<DataSeries> all =
                study.experiments().stream().flatMap(e -> e.data().stream()).toList();
        if (!all.stream().allMatch(DataSeries::hasErrors)) {
            return "The errors of the data are not known: all are taken as equal, of the size that the residuals have.";
        }
        return all.stream().anyMatch(DataSeries::isCounted)
                ? "Counts scatter by Poisson\u2019s law about what the model expects; other errors are as given, normal and"
                        + " independent."
                : "The errors of the data are as given, normal and independent.";
    }
}
