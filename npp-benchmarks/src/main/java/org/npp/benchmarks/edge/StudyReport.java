package org.npp.benchmarks.edge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.npp.benchmarks.edge.EdgeFluxStudy.Run;
import org.npp.cait.report.plot.Axis;
import org.npp.cait.report.plot.Chart;
import org.npp.cait.report.plot.Series;

/** Tables and picture of the study. */
final class StudyReport {
    /** Fluxes that are drawn: those that say most. */
    private static final List<String> DRAWN =
            List.of("blended", "upwind", "arithmetic", "harmonic blended", "local, both ions", "local, limited");

    private static final int WIDTH = 420;
    private static final int HEIGHT = 440;

    private final List<StudyCase> cases;
    private final List<Variant> variants;
    private final List<Run> runs;

    StudyReport(List<StudyCase> cases, List<Variant> variants, List<Run> runs) {
        this.cases = cases;
        this.variants = variants;
        this.runs = runs;
    }

    /** All runs, one a line. */
    String csv() {
        final StringBuilder out = new StringBuilder(
                "case,front_width_m,flux,mesh,mesh_width_m,nodes,l1_error,plateau_excess_over_drift_limit\n");
        for (final StudyCase exchange : cases) {
            line(out, exchange, "reference", "following", "", 800, 0, exchange.plateauExcess(exchange.reference()));
        }
        for (final Run run : runs) {
            final boolean equal = run.nodes() == 0;
            final String width = equal ? String.format(Locale.ROOT, "%.4g", run.width()) : "";
            final int nodes = equal ? (int) Math.round(StudyCase.THICKNESS / run.width()) + 1 : run.nodes();
            final String name = variants.get(run.variant()).name();
            line(
                    out,
                    cases.get(run.exchange()),
                    name,
                    equal ? "equal" : "following",
                    width,
                    nodes,
                    run.error(),
                    run.plateau());
        }
        return out.toString();
    }

    private static void line(
            StringBuilder out,
            StudyCase exchange,
            String flux,
            String mesh,
            String width,
            int nodes,
            double error,
            double plateau) {
        out.append(String.format(
                Locale.ROOT,
                "%s,%.3g,\"%s\",%s,%s,%d,%.3e,%.3e%n",
                exchange.name(),
                exchange.frontWidth(),
                flux,
                mesh,
                width,
                nodes,
                error,
                plateau));
    }

    /** L1 error against mesh width, a chart for each case. */
    String svg() {
        final List<Chart> charts = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            final StudyCase exchange = cases.get(i);
            Chart chart = Chart.of(Axis.log("Mesh width (nm)", 0.1, 10), Axis.log("L1 error", 2e-5, 0.2))
                    .title(String.format(
                            Locale.ROOT, "%s, front %.1f nm", exchange.name(), 1e9 * exchange.frontWidth()))
                    .size(WIDTH, HEIGHT)
                    .marker(1e9 * exchange.frontWidth(), "front");
            for (int s = 0; s < DRAWN.size(); s++) {
                chart = chart.with(series(i, DRAWN.get(s)).style(s));
            }
            charts.add(chart);
        }
        return Chart.row(charts);
    }

    private Series series(int exchange, String name) {
        final List<Run> shown = runs.stream()
                .filter(run -> run.exchange() == exchange && run.nodes() == 0)
                .filter(run -> variants.get(run.variant()).name().equals(name))
                .toList();
        return Series.line(
                name,
                shown.stream().mapToDouble(run -> 1e9 * run.width()).toArray(),
                shown.stream().mapToDouble(Run::error).toArray());
    }

    /** Markdown tables. */
    String tables() {
        final StringBuilder out = new StringBuilder();
        out.append("| flux | what it is |\n|---|---|\n");
        for (final Variant variant : variants) {
            out.append("| ")
                    .append(variant.name())
                    .append(" | ")
                    .append(variant.meaning())
                    .append(" |\n");
        }
        for (int i = 0; i < cases.size(); i++) {
            final StudyCase exchange = cases.get(i);
            out.append(String.format(
                    Locale.ROOT,
                    "%n### %s: front %.2g nm; plateau of the reference %+.2f %%%n%n",
                    exchange.name(),
                    1e9 * exchange.frontWidth(),
                    100 * exchange.plateauExcess(exchange.reference())));
            table(out, i, false);
        }
        for (int i = 0; i < cases.size(); i++) {
            out.append(String.format(
                    Locale.ROOT,
                    "%n### %s: nodes that follow the front%n%n",
                    cases.get(i).name()));
            table(out, i, true);
        }
        return out.toString();
    }

    private void table(StringBuilder out, int exchange, boolean following) {
        final List<Run> all = runs.stream()
                .filter(run -> run.exchange() == exchange && run.nodes() > 0 == following)
                .toList();
        final List<Run> columns = all.stream().filter(run -> run.variant() == 0).toList();
        out.append("| flux |");
        for (final Run column : columns) {
            out.append(
                    following
                            ? " " + column.nodes() + " nodes |"
                            : String.format(Locale.ROOT, " %.4g nm |", 1e9 * column.width()));
        }
        out.append("\n|---|").append("---|".repeat(columns.size())).append('\n');
        for (int j = 0; j < variants.size(); j++) {
            final int variant = j;
            final List<Run> row =
                    all.stream().filter(run -> run.variant() == variant).toList();
            if (row.isEmpty()) {
                continue;
            }
            out.append("| ").append(variants.get(j).name()).append(" |");
            for (final Run column : columns) {
                out.append(row.stream()
                        .filter(run -> run.width() == column.width() && run.nodes() == column.nodes())
                        .map(StudyReport::cell)
                        .findFirst()
                        .orElse(" |"));
            }
            out.append('\n');
        }
    }

    private static String cell(Run run) {
        return Double.isNaN(run.error())
                ? " no solution |"
                : String.format(Locale.ROOT, " %.1e, %+.1f %% |", run.error(), 100 * run.plateau());
    }
}
