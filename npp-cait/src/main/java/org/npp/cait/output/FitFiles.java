package org.npp.cait.output;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.npp.cait.fit.DataSeries;
import org.npp.cait.fit.FitExperiment;
import org.npp.cait.fit.FitParameter;
import org.npp.cait.fit.FitResult;
import org.npp.cait.fit.FitResult.Estimate;
import org.npp.cait.fit.FittedCurves;
import org.npp.cait.fit.Identifiability;
import org.npp.cait.fit.ModelComparison;
import org.npp.cait.fit.SamplingFigures;
import org.npp.cait.report.FitReport;
import org.npp.cait.report.Provenance;
import org.npp.cait.studyfile.StudyFile;

/**
 * The files that tell what a fit found: {@code sed.csv}, {@code diffusivity.csv}, {@code profiles.csv},
 * {@code histories.csv} where something was measured against time, {@code report.html} and {@code fit.json}.
 */
public final class FitFiles {
    /** No instances. */
    private FitFiles() {}

    /**
     * Writes the files.
     *
     * @param directory where to
     * @param result what was found
     * @param study the study
     * @param checkpoint content of {@code checkpoint.json} of a fit that is not at its end; empty for one that is
     * @throws OutputException if a file can't be written
     */
    public static void write(ResultDirectory directory, FitResult result, StudyFile study, Optional<String> checkpoint)
            throws OutputException {
        final Provenance provenance = Provenance.of(study.sha256(), Clock.systemUTC());
        final FittedCurves curves = FittedCurves.of(result);
        final Map<String, Staging.Content> files = new LinkedHashMap<>();
        curves.sites().ifPresent(sites -> files.put("sed.csv", w -> FitCurves.sed(w, sites, provenance)));
        files.put("diffusivity.csv", w -> FitCurves.diffusivity(w, curves, provenance));
        files.put("profiles.csv", w -> data(w, result, true, provenance));
        if (result.study().experiments().stream()
                .flatMap(e -> e.data().stream())
                .anyMatch(s -> !isProfile(s))) {
            files.put("histories.csv", w -> data(w, result, false, provenance));
        }
        final FitReport.Study told = new FitReport.Study(study.title(), study.synthetic(), study.yaml());
        files.put("report.html", w -> w.write(FitReport.html(result, curves, told, provenance)));
        checkpoint.ifPresent(text -> files.put(CheckpointFile.NAME, w -> w.write(text)));
        files.put(
                "fit.json",
                w -> w.write(json(result, curves, study.sha256())
                                .put("complete", checkpoint.isEmpty() && complete(result))
                                .toPrettyString()
                        + "\n"));
        directory.write(files);
    }

    private static boolean isProfile(DataSeries series) {
        return series.quantity() == DataSeries.Quantity.FRACTION;
    }

    /** One row per residual, of profiles or of all else. */
    private static void data(Writer out, FitResult result, boolean profiles, Provenance provenance) throws IOException {
        final CsvTable table = new CsvTable(out, provenance);
        table.header(List.of(
                "experiment",
                profiles ? "depth_m" : "time_s",
                profiles ? "ion" : "quantity",
                "measured",
                "sigma",
                "model",
                "residual"));
        int m = 0;
        for (final FitExperiment experiment : result.study().experiments()) {
            for (final DataSeries series : experiment.data()) {
                for (int k = 0; k < series.size(); k++, m++) {
                    if (isProfile(series) == profiles) {
                        table.cells(
                                experiment.name(),
                                series.quantity() == DataSeries.Quantity.DOSE ? "" : series.place(k),
                                series.name(),
                                series.value(k),
                                series.hasErrors() ? series.error(k) : "",
                                result.model(m),
                                result.residual(m));
                    }
                }
            }
        }
    }

    /**
     * Summarises a fit as in {@code fit.json}.
     *
     * @param result what was found
     * @param curves its curves
     * @param sha256 SHA-256 of the study and all files it names, hexadecimal
     * @return a new object
     */
    public static ObjectNode json(FitResult result, FittedCurves curves, String sha256) {
        final ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("version", Provenance.programVersion())
                .put("study_sha256", sha256);
        final ObjectNode parameters = json.putObject("parameters");
        result.estimates().forEach(e -> parameters.set(e.parameter().name(), estimate(e)));
        final FitResult.Numbers numbers = result.numbers();
        json.put("chi_squared", numbers.chiSquared());
        json.put("degrees_of_freedom", numbers.degreesOfFreedom());
        json.put("model_runs", numbers.modelRuns());
        json.put("model_derivatives", numbers.derivatives());
        final ObjectNode work = json.putObject("work");
        numbers.work()
                .forEach(w -> work.putObject(w.part())
                        .put("model_runs", w.modelRuns())
                        .put("derivatives", w.derivatives())
                        .put("seconds", w.seconds()));
        json.put("seconds", numbers.seconds());
        curves.sites()
                .ifPresentOrElse(
                        sites -> {
                            final double reach = numbers.quantile() * sites.populatedFwhmErrorEv();
                            final ObjectNode width = json.putObject("populated_fwhm_eV");
                            width.put("value", sites.populatedFwhmEv());
                            width.put("standard_error", sites.populatedFwhmErrorEv());
                            width.putArray("interval_95")
                                    .add(Math.max(0, sites.populatedFwhmEv() - reach))
                                    .add(sites.populatedFwhmEv() + reach);
                        },
                        () -> json.putNull("populated_fwhm_eV"));
        correlation(result, json.putObject("correlation"));
        result.identifiability().ifPresent(analysis -> constrained(analysis, json.putObject("constrained")));
        result.comparison().ifPresent(c -> comparison(c, json));
        result.sampling().ifPresent(figures -> sampling(figures, json.putObject("sampling")));
        final ArrayNode warnings = json.putArray("warnings");
        result.warnings()
                .forEach(w -> warnings.addObject().put("code", w.code()).put("message", w.message()));
        json.put("complete", complete(result));
        return json;
    }

    private static boolean complete(FitResult result) {
        return result.warnings().stream().noneMatch(w -> w.code().equals("interrupted"));
    }

    /** The criteria of the fit, and the models it was compared with. */
    private static void comparison(ModelComparison comparison, ObjectNode json) {
        json.put("bic", finite(comparison.rivals().get(0).bic()));
        json.put("aicc", finite(comparison.rivals().get(0).aicc()));
        if (comparison.rivals().size() > 1) {
            final ObjectNode node = json.putObject("comparison");
            node.put(
                    "preferred", comparison.rivals().get(comparison.preferred()).name());
            final ArrayNode models = node.putArray("models");
            for (final ModelComparison.Rival rival : comparison.rivals()) {
                final ObjectNode model = models.addObject().put("title", rival.name());
                model.put("parameters", rival.result().estimates().size());
                model.put("chi_squared", rival.result().numbers().chiSquared());
                model.put("bic", finite(rival.bic())).put("aicc", finite(rival.aicc()));
                model.put("decision", rival.decision().name().toLowerCase(Locale.ROOT));
                rival.test()
                        .ifPresent(test -> model.putObject("test")
                                .put("fall", test.fall())
                                .put("draws", test.draws())
                                .put("as_much", test.asMuch()));
            }
        }
    }

    /** Too few data for a criterion make it infinite, which JSON does not know. */
    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }

    /** Fractions at which the data determine the diffusivity without its assumed shape. */
    private static void constrained(Identifiability analysis, ObjectNode json) {
        final ArrayNode ranges = json.put("ion", analysis.ion()).putArray("fractions");
        analysis.ranges().forEach(r -> ranges.addArray().add(r.low()).add(r.high()));
    }

    private static void sampling(SamplingFigures figures, ObjectNode json) {
        json.put("method", figures.method());
        json.put("done", figures.done()).put("wanted", figures.wanted());
        json.put("failed", figures.failed()).put("walkers", figures.walkers());
        figures.acceptance().ifPresent(share -> json.put("acceptance", share));
        final ArrayNode times = json.putArray("autocorrelation_times");
        figures.autocorrelationTimes().forEach(t -> times.add(Double.isFinite(t) ? t : null));
        final ArrayNode rHats = json.putArray("r_hat");
        figures.rHats().forEach(r -> rHats.add(Double.isFinite(r) ? r : null));
    }

    private static void correlation(FitResult result, ObjectNode json) {
        final ArrayNode paths = json.putArray("paths");
        final ArrayNode matrix = json.putArray("matrix");
        for (int i = 0; i < result.estimates().size(); i++) {
            paths.add(result.estimates().get(i).parameter().name());
            final ArrayNode row = matrix.addArray();
            for (int j = 0; j < result.estimates().size(); j++) {
                final OptionalDouble value = result.correlation(i, j);
                row.add(value.isPresent() ? (Double) value.getAsDouble() : null);
            }
        }
    }

    private static ObjectNode estimate(Estimate e) {
        final FitParameter p = e.parameter();
        final ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("value", e.value() / p.unitValue());
        node.put("unit", p.unit());
        node.put(
                "standard_error",
                e.standardError().isPresent() ? (Double) (e.standardError().getAsDouble() / p.unitValue()) : null);
        final ArrayNode interval = node.putArray("interval_95");
        for (final double end : new double[] {e.low(), e.high()}) {
            interval.add(Double.isFinite(end) ? (Double) (end / p.unitValue()) : null);
        }
        node.put("status", e.status().name().toLowerCase(Locale.ROOT));
        if (!e.reason().isEmpty()) {
            node.put("reason", e.reason());
        }
        return node;
    }
}
