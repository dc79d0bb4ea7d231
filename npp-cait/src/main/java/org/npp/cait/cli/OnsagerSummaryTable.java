package org.npp.cait.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.npp.cait.CaitResult;
import org.npp.cait.onsager.FinalCoefficients;

/** The short table that an evaluation of coefficients ends with. */
final class OnsagerSummaryTable {
    /** No instances. */
    private OnsagerSummaryTable() {}

    static void print(CaitResult result, FinalCoefficients coefficients, Path directory, PrintWriter out) {
        final int last = coefficients.profile().nodes() - 1;
        out.println(result.experiment().title());
        SummaryTable.row(
                out, "time", format("%.6g s", result.finalState().time()) + (result.complete() ? "" : " (incomplete)"));
        SummaryTable.row(
                out,
                "law",
                coefficients.law().name()
                        + format(
                                ", Haven ratio %.4g (assumed)",
                                coefficients.law().havenRatio().value()));
        SummaryTable.row(
                out,
                "conductivity",
                format("%.4g S/m at the surface", coefficients.profile().conductivity(0))
                        + format(
                                ", %.4g S/m at the back", coefficients.profile().conductivity(last)));
        SummaryTable.row(
                out, "resistance", format("%.4g ohm m^2", coefficients.profile().resistance()));
        SummaryTable.row(
                out,
                "entropy production",
                format("%.4g W/(K m^3) at least", coefficients.leastEntropyProduction())
                        + format(", %.4g on average", coefficients.meanEntropyProduction()));
        SummaryTable.row(out, "results", directory + ", " + directory.resolve("onsager.csv"));
        out.flush();
    }

    private static String format(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
