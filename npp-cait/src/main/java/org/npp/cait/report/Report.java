package org.npp.cait.report;

import static org.npp.cait.report.plot.Markup.escape;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.npp.cait.CaitResult;
import org.npp.cait.report.plot.Chart;
import org.npp.cait.report.plot.NumberText;
import org.npp.core.History;

/**
 * The report of a run: one self-contained HTML page with depth profile, site energy distribution, diffusivities, current
 * and potential against time, conservation figures, what was assumed, and the case itself.
 *
 * <p>The page loads nothing, runs no script, follows the reader's light or dark scheme and prints in grey. All of it is
 * computed; it says so. <strong>Threading.</strong> Thread-safe.
 */
public final class Report {
    /** No instances. */
    private Report() {}

    /**
     * Writes the page.
     *
     * @param result the run
     * @param caseYaml the resolved case, shown as it is
     * @param provenance program, case and date
     * @return the page, HTML 5 that is well-formed XML too
     */
    public static String html(CaitResult result, String caseYaml, Provenance provenance) {
        final Html page = new Html();
        page.element("h1", "", result.experiment().title());
        page.element(
                "p",
                "kind",
                "Simulation of charge attachment induced transport. Everything on this page is computed from the case at"
                        + " its end; no measured data are shown.");
        if (!result.complete()) {
            page.element(
                    "p",
                    "alert",
                    "Incomplete: "
                            + result.failure().map(f -> f.message()).orElse("")
                            + ". What follows is the state reached until then.");
        }
        result.warnings().forEach(w -> page.element("p", "warning", "Warning (" + w.code() + "): " + w.message()));
        page.table(keyNumbers(result));
        new DepthSection(result).append(page);
        new SedSection(result).append(page);
        new DiffusivitySection(result).append(page);
        new HistorySection(result).append(page);
        new ConservationSection(result).append(page);
        new AssumptionSection(result.experiment()).append(page);
        page.section("Case").element("pre", "", caseYaml);
        page.element(
                "footer",
                "",
                "npp " + provenance.version() + ", " + provenance.date() + ", SHA-256 of the case "
                        + provenance.caseSha256());
        return page(result.experiment().title(), page);
    }

    /** The whole document. */
    static String page(String title, Html page) {
        return """
                <!DOCTYPE html>
                <html lang="en" xmlns="http://www.w3.org/1999/xhtml">
                <head>
                <meta charset="UTF-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <meta name="generator" content="npp"/>
                """
                + "<title>" + escape(title) + "</title>\n<style>\n" + styleSheet()
                + Chart.styleSheet() + "</style>\n</head>\n<body>\n<main>\n" + page.text()
                + "</main>\n</body>\n</html>\n";
    }

    private static List<Html.Row> keyNumbers(CaitResult result) {
        final List<Html.Row> rows = new ArrayList<>();
        final ExchangeZone zone = ExchangeZone.of(result);
        final Scale depth = Scale.ofDepth(zone.depthShown());
        final String natives = IonText.natives(result.experiment().ions());
        final double time = result.finalState().time();
        rows.add(new Html.Row(
                "Time", Scale.ofTime(time).text(time, 5), NumberText.significant(time, 8) + "\u00a0s since the start"));
        final List<History.Entry> entries = result.history().entries();
        if (!entries.isEmpty()) {
            final double charge = entries.get(entries.size() - 1).charge();
            rows.add(new Html.Row(
                    "Charge passed", Scale.of(Math.abs(charge), "C/m\u00b2").text(charge, 5), ""));
        }
        rows.add(new Html.Row(
                "Depth of the front",
                zone.frontDepth().isPresent() ? depth.text(zone.frontDepth().getAsDouble(), 5) : "none",
                "deepest place where " + natives + " is down to one half"));
        if (zone.plateauDepth().isPresent()) {
            final double place = zone.plateauDepth().getAsDouble();
            rows.add(new Html.Row(
                    natives + " left behind the front",
                    NumberText.significant(100 * zone.nativeFraction(place), 4) + "\u00a0%",
                    "where the profile is flattest, " + depth.text(place, 3) + " deep"));
        }
        final double potential = result.finalState().potential(0);
        rows.add(new Html.Row(
                "Surface potential", Scale.of(Math.abs(potential), "V").text(potential, 5), "back electrode 0\u00a0V"));
        final double surface = result.finalState().surfaceCharge();
        rows.add(new Html.Row(
                "Charge on the surface",
                Scale.of(Math.abs(surface), "C/m\u00b2").text(surface, 4),
                ""));
        return rows;
    }

    private static String styleSheet() {
        try (InputStream in = Objects.requireNonNull(Report.class.getResourceAsStream("report.css"), "report.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
