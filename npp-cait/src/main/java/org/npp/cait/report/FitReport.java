package org.npp.cait.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.npp.cait.fit.FitParameter;
import org.npp.cait.fit.FitResult;
import org.npp.cait.fit.FitResult.Estimate;
import org.npp.cait.fit.FittedCurves;
import org.npp.cait.report.plot.NumberText;

/**
 * The report of a fit: one self-contained HTML page with the parameters, data and model with their residuals, the site
 * energy distribution and the diffusivities with their bands, correlations, what was assumed, and the study itself.
 *
 * <p>The page loads nothing, runs no script, follows the reader's light or dark scheme. <strong>Threading.</strong>
 * Thread-safe.
 */
public final class FitReport {
    /** Correlation from which on it is worth a look. */
    private static final double STRONG = 0.9;

    /** No instances. */
    private FitReport() {}

    /**
     * The study that was fitted.
     *
     * @param title title
     * @param synthetic whether a profile was made up by a program
     * @param yaml text of its file
     */
    public record Study(String title, boolean synthetic, String yaml) {}

    /**
     * Writes the page.
     *
     * @param result what was found
     * @param curves its curves
     * @param study the study
     * @param provenance program, study and date
     * @return the page, HTML 5 that is well-formed XML too
     */
    public static String html(FitResult result, FittedCurves curves, Study study, Provenance provenance) {
        final Html page = new Html();
        page.element("h1", "", study.title());
        page.element(
                "p",
                "kind",
                "Parameters of simulated experiments, fitted to "
                        + (study.synthetic()
                                ? "profiles of which at least one is synthetic: made by a program, with made-up noise, not"
                                        + " measured."
                                : "measured data."));
        result.warnings().forEach(w -> page.element("p", "warning", "Warning (" + w.code() + "): " + w.message()));
        page.table(parameters(result));
        page.table(keyNumbers(result, curves));
        final IonStyles styles = new IonStyles(result);
        new FitDataSection(result, styles).append(page);
        new FitSedSection(result, curves, styles).append(page);
        new FitDiffusivitySection(result, curves, styles).append(page);
        correlations(result, page);
        new FitSamplingSection(result).append(page);
        FitComparisonSection.append(result, page);
        FitAssumptions.append(result, page);
        page.section("Study").element("pre", "", study.yaml());
        page.element(
                "footer",
                "",
                "npp " + provenance.version() + ", " + provenance.date()
                        + ", SHA-256 of the study and the files it names " + provenance.caseSha256());
        return Report.page(study.title(), page);
    }

    private static List<Html.Row> parameters(FitResult result) {
        final List<Html.Row> rows = new ArrayList<>();
        for (final Estimate e : result.estimates()) {
            final FitParameter p = e.parameter();
            final String unit = p.unit().isEmpty() ? "" : "\u00a0" + unit(p);
            final double value = e.value() / p.unitValue();
            final OptionalDouble error = e.standardError();
            rows.add(new Html.Row(
                    p.name(),
                    NumberText.significant(value, 5)
                            + (error.isPresent()
                                    ? " \u00b1 " + NumberText.significant(error.getAsDouble() / p.unitValue(), 2)
                                    : "")
                            + unit,
                    switch (e.status()) {
                        case DETERMINED ->
                            "95\u00a0%: " + interval(e) + "; start "
                                    + NumberText.significant(p.start() / p.unitValue(), 4);
                        case AT_BOUND -> "at its bound; 95\u00a0%: " + interval(e);
                        case NOT_IDENTIFIABLE -> "not identifiable: " + e.reason();
                    }));
        }
        return rows;
    }

    /** The unit of a parameter as it is written in print. */
    static String unit(FitParameter p) {
        return p.unit().replace("^2", "\u00b2").replace("^3", "\u00b3");
    }

    static String interval(Estimate e) {
        final double unit = e.parameter().unitValue();
        return NumberText.significant(e.low() / unit, 5) + " to " + NumberText.significant(e.high() / unit, 5);
    }

    private static List<Html.Row> keyNumbers(FitResult result, FittedCurves curves) {
        final List<Html.Row> rows = new ArrayList<>();
        final FitResult.Numbers numbers = result.numbers();
        curves.sites()
                .ifPresent(sites -> rows.add(new Html.Row(
                        "Width of the populated distribution",
                        NumberText.significant(1e3 * sites.populatedFwhmEv(), 5) + " \u00b1 "
                                + NumberText.significant(1e3 * sites.populatedFwhmErrorEv(), 2) + "\u00a0meV",
                        "full width at half maximum of the part of " + sites.ion() + " that is filled in the bulk")));
        rows.add(new Html.Row(
                "\u03c7\u00b2",
                NumberText.significant(numbers.chiSquared(), 4),
                numbers.degreesOfFreedom() + " degrees of freedom"));
        result.comparison()
                .ifPresent(c -> rows.add(new Html.Row(
                        "BIC",
                        NumberText.significant(c.rivals().get(0).bic(), 5),
                        "AICc " + NumberText.significant(c.rivals().get(0).aicc(), 5)
                                + "; they tell something in comparison with another model only")));
        rows.add(new Html.Row(
                "Work",
                numbers.modelRuns() + " simulations",
                numbers.work().stream()
                        .map(w -> String.format(
                                Locale.ROOT,
                                "%s: %d with %d derivatives, %.2g s",
                                w.part(),
                                w.modelRuns(),
                                w.derivatives(),
                                w.seconds()))
                        .collect(Collectors.joining("; "))));
        return rows;
    }

    private static void correlations(FitResult result, Html page) {
        final int n = result.estimates().size();
        if (n < 2) {
            return;
        }
        final List<String> names =
                result.estimates().stream().map(e -> e.parameter().name()).toList();
        final List<List<String>> rows = new ArrayList<>();
        boolean strong = false;
        for (int i = 0; i < n; i++) {
            final List<String> row = new ArrayList<>();
            for (int j = 0; j <= i; j++) {
                final OptionalDouble value = result.correlation(i, j);
                row.add(
                        value.isPresent()
                                ? String.format(Locale.ROOT, "%.2f", value.getAsDouble())
                                        .replace('-', '\u2212')
                                : "none");
                strong |= i != j && Math.abs(value.orElse(0)) > STRONG;
            }
            rows.add(row);
        }
        page.section("Correlations").matrix(names, rows);
        page.paragraph(
                strong
                        ? "Parameters of a correlation near 1 or \u22121 are known as a combination, not each on its own."
                        : "No two parameters are so strongly correlated that only a combination of them is known.");
    }
}
