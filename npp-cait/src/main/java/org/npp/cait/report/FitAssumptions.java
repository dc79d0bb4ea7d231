package org.npp.cait.report;

import java.util.ArrayList;
import java.util.List;
import org.npp.cait.fit.DataSeries;
import org.npp.cait.fit.FitExperiment;
import org.npp.cait.fit.FitResult;
import org.npp.cait.fit.FitStudy;

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
        items.add("Depth resolution: " + first.observation(result.values()).resolution()
                + ", at the surface with the mirror image of the profile.");
        items.add(errors(study));
        items.add(
                switch (study.loss()) {
                    case LEAST_SQUARES -> "Residuals cost their squares.";
                    case HUBER -> "Residuals beyond 1.345 errors cost less than their squares (Huber).";
                    case CAUCHY -> "Large residuals cost the logarithm of their squares (Cauchy).";
                });
        items.add(
                study.uncertainty() == FitStudy.Uncertainty.COVARIANCE
                        ? "Intervals follow from the curvature at the minimum: the model is taken as linear within them."
                        : "Intervals end where the least sum of squares over all other parameters has risen by what 95\u00a0%"
                                + " ask for.");
        items.add("Intervals and bands hold the errors of the data, not those of the model itself.");
        page.list(items);
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
