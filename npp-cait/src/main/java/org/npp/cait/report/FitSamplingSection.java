package org.npp.cait.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.npp.cait.fit.FitParameter;
import org.npp.cait.fit.FitResult;
import org.npp.cait.fit.FitResult.Estimate;
import org.npp.cait.fit.FitResult.Status;
import org.npp.cait.fit.Marginal;
import org.npp.cait.fit.SamplingFigures;
import org.npp.cait.report.plot.Axis;
import org.npp.cait.report.plot.Chart;
import org.npp.cait.report.plot.NumberText;
import org.npp.cait.report.plot.Series;

/** How a bootstrap or a chain went, and the distribution of each parameter that it found. */
final class FitSamplingSection {
    /** Steps over autocorrelation time, and R-hat, from which on a chain counts as converged. */
    private static final int LENGTH = 50;

    private static final double R_HAT = 1.05;

    /** Points of a smooth curve. */
    private static final int POINTS = 200;

    private final FitResult result;

    FitSamplingSection(FitResult result) {
        this.result = result;
    }

    void append(Html page) {
        result.sampling().ifPresent(figures -> {
            page.section("Sampling");
            if (figures.method().equals("bootstrap")) {
                page.table(bootstrap(figures));
            } else {
                page.table(chain(figures));
                convergence(page, figures);
            }
            if (figures.marginals().isEmpty()) {
                page.paragraph("There are too few samples to tell intervals by them; those above are still the fit's.");
            }
            figures.marginals().forEach(marginal -> distribution(page, marginal));
        });
    }

    private static String done(SamplingFigures figures) {
        return figures.done() + (figures.done() < figures.wanted() ? " of " + figures.wanted() + ", interrupted" : "");
    }

    private static List<Html.Row> bootstrap(SamplingFigures figures) {
        return List.of(
                new Html.Row(
                        "Method",
                        "parametric bootstrap",
                        "fits of data drawn from the fitted model with the errors of the measurement"),
                new Html.Row("Data sets", done(figures), ""),
                new Html.Row(
                        "Fits that failed",
                        String.valueOf(figures.failed()),
                        figures.failed() == 0 ? "" : "left out: the intervals are those of the others"));
    }

    private List<Html.Row> chain(SamplingFigures figures) {
        final double share = figures.acceptance().orElse(Double.NaN);
        return List.of(
                new Html.Row(
                        "Method",
                        "MCMC",
                        "the posterior, by an ensemble of " + figures.walkers() + " walkers (stretch moves)"),
                new Html.Row("Steps", done(figures), "of each walker; the first quarter is left out"),
                new Html.Row(
                        "Moves accepted",
                        NumberText.significant(100 * share, 3) + "\u00a0%",
                        share >= 0.2 && share <= 0.7
                                ? "as it should be, 20 to 70\u00a0%"
                                : "20 to 70\u00a0% would be good"),
                new Html.Row("Converged", converged(figures), ""));
    }

    private static int counted(SamplingFigures figures) {
        return figures.done() - figures.done() / SamplingFigures.BURN_IN;
    }

    private static String converged(SamplingFigures figures) {
        if (figures.rHats().isEmpty()) {
            return "too short to tell";
        }
        boolean all = true;
        for (int j = 0; j < figures.rHats().size(); j++) {
            all &= reached(figures, j);
        }
        return all ? "yes" : "no, not in all parameters: ask for more steps";
    }

    private static boolean reached(SamplingFigures figures, int j) {
        return figures.rHats().get(j) < R_HAT
                && counted(figures) >= LENGTH * figures.autocorrelationTimes().get(j);
    }

    private void convergence(Html page, SamplingFigures figures) {
        final List<List<String>> rows = new ArrayList<>();
        for (int j = 0; j < figures.rHats().size(); j++) {
            final double time = figures.autocorrelationTimes().get(j);
            rows.add(List.of(
                    result.estimates().get(j).parameter().name(),
                    NumberText.significant(time, 3),
                    NumberText.significant(counted(figures) / time, 3),
                    NumberText.significant(counted(figures) * figures.walkers() / time, 3),
                    String.format(Locale.ROOT, "%.3f", figures.rHats().get(j)),
                    reached(figures, j) ? "yes" : "no"));
        }
        if (!rows.isEmpty()) {
            page.grid(
                    List.of(
                            "",
                            "Autocorrelation time (steps)",
                            "Steps over it",
                            "Independent samples",
                            "R\u0302",
                            "Converged"),
                    rows);
            page.paragraph("A parameter counts as converged when the steps are at least " + LENGTH
                    + " autocorrelation times and split R\u0302, the scatter between the halves of the walkers over that"
                    + " within them, is below " + R_HAT + ".");
        }
    }

    private void distribution(Html page, Marginal marginal) {
        final FitParameter p = marginal.parameter();
        final Estimate estimate = result.estimates().stream()
                .filter(e -> e.parameter().equals(p))
                .findFirst()
                .orElseThrow();
        final int bins = marginal.bins();
        final double[] x = new double[2 * bins];
        final double[] y = new double[2 * bins];
        double top = 0;
        for (int b = 0; b < bins; b++) {
            x[2 * b] = marginal.edge(b);
            x[2 * b + 1] = marginal.edge(b + 1);
            y[2 * b] = marginal.density(b);
            y[2 * b + 1] = marginal.density(b);
            top = Math.max(top, marginal.density(b));
        }
        final double best = estimate.value() / p.unitValue();
        final double low = Math.min(best, marginal.edge(0));
        final double high = Math.max(best, marginal.edge(bins));
        final double room = 0.04 * (high - low);
        final double[] smooth = new double[POINTS];
        final double[] normal = new double[POINTS];
        for (int k = 0; k < POINTS; k++) {
            smooth[k] = low + (high - low) * k / (POINTS - 1);
            normal[k] = marginal.normal(smooth[k]);
            top = Double.isFinite(normal[k]) ? Math.max(top, normal[k]) : top;
        }
        final String unit = p.unit().isEmpty() ? "" : " (" + FitReport.unit(p) + ")";
        final String perUnit = p.unit().isEmpty() ? "" : " (per " + FitReport.unit(p) + ")";
        Chart chart = Chart.of(
                        Axis.linear(p.name() + unit, low - room, high + room),
                        Axis.linear("Density" + perUnit, 0, 1.12 * top))
                .title(p.name())
                .size(720, 230)
                .with(Series.area("", x, y).style(0))
                .with(Series.line("samples", x, y).style(0))
                .with(Series.line("curvature", smooth, normal).style(1))
                .marker(best, "best");
        final boolean found = estimate.status() != Status.NOT_IDENTIFIABLE;
        if (found) {
            chart = chart.marker(estimate.low() / p.unitValue(), "2.5\u00a0%")
                    .marker(estimate.high() / p.unitValue(), "97.5\u00a0%");
        }
        page.figure(
                chart,
                "Samples of " + p.name() + ", whatever the other parameters are"
                        + (found
                                ? "; the middle 95\u00a0%: " + FitReport.interval(estimate) + "\u00a0"
                                        + FitReport.unit(p)
                                : "")
                        + ". The other curve is the normal distribution by the curvature at the minimum: where the two agree,"
                        + " the covariance would have done.");
    }
}
