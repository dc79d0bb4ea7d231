package org.npp.cait.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.npp.cait.CaitResult;
import org.npp.core.History;
import org.npp.core.RunStatistics;

/** The short table that a run ends with. */
final class SummaryTable {
    /** No instances. */
    private SummaryTable() {}

    static void print(CaitResult result, Path directory, PrintWriter out) {
        final List<History.Entry> history = result.history().entries();
        out.println(result.experiment().title());
        if (!history.isEmpty()) {
            final History.Entry last = history.get(history.size() - 1);
            row(
                    out,
                    "time",
                    String.format(Locale.ROOT, "%.6g s", last.time()) + (result.complete() ? "" : " (incomplete)"));
            row(
                    out,
                    "front depth",
                    last.frontDepth().isPresent()
                            ? String.format(
                                    Locale.ROOT, "%.4g nm", last.frontDepth().getAsDouble() * 1e9)
                            : "none");
            row(out, "surface potential", String.format(Locale.ROOT, "%.6g V", last.surfacePotential()));
        }
        final RunStatistics cost = result.statistics();
        row(
                out,
                "steps",
                String.format(
                        Locale.ROOT,
                        "%d (%d rejected, %d Newton iterations) on %d nodes in %.3g s",
                        cost.timeSteps(),
                        cost.rejectedSteps(),
                        cost.newtonIterations(),
                        cost.nodes(),
                        cost.seconds()));
        row(
                out,
                "conservation",
                String.format(
                        Locale.ROOT,
                        "ions %.1e, current %.1e (relative)",
                        cost.ionBalanceError(),
                        cost.currentUniformityError()));
        result.profileError()
                .ifPresent(e -> row(out, "profile error", String.format(Locale.ROOT, "%.1e (estimated)", e)));
        row(out, "results", directory + ", begin with " + directory.resolve("report.html"));
        out.flush();
    }

    static void row(PrintWriter out, String name, String value) {
        out.println(String.format(Locale.ROOT, "  %-18s %s", name, value));
    }
}
