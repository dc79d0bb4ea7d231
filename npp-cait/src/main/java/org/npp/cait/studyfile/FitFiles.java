package org.npp.cait.studyfile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.npp.cait.CaitCase;
import org.npp.cait.CaitIon;
import org.npp.cait.fit.FitExperiment;
import org.npp.cait.fit.FitParameter;
import org.npp.cait.fit.FitResult;
import org.npp.cait.fit.FitResult.Estimate;
import org.npp.cait.measure.MeasuredProfile;
import org.npp.core.PhysicalConstants;
import org.npp.sed.PopulatedSed;

/** The files that tell what a fit found: {@code sed.csv, diffusivity.csv, profiles.csv, fit.json}. */
public final class FitFiles {
    /** No instances. */
    private FitFiles() {}

    /**
     * Writes all files.
     *
     * @param result what was found
     * @param version of the program
     * @return text by file name, {@code fit.json} last
     */
    public static Map<String, String> texts(FitResult result, String version) {
        final Map<String, String> files = new LinkedHashMap<>();
        final CurveTables curves = new CurveTables(result, version);
        curves.sed().ifPresent(text -> files.put("sed.csv", text));
        files.put("diffusivity.csv", curves.diffusivity());
        files.put("profiles.csv", profiles(result, version));
        files.put("fit.json", json(result, version).toPrettyString() + "\n");
        return files;
    }

    /** One row per residual. */
    private static String profiles(FitResult result, String version) {
        final StringBuilder text = new StringBuilder("# npp " + version + "\r\n")
                .append("experiment,depth_m,ion,measured,sigma,model,residual\r\n");
        int m = 0;
        for (final FitExperiment experiment : result.study().experiments()) {
            final MeasuredProfile data = experiment.data();
            final double[] depths = data.depths();
            for (int i = 0; i < data.ions().size(); i++) {
                for (int k = 0; k < data.size(); k++) {
                    final double model = result.model(m++);
                    final double sigma = data.hasSigmas() ? data.sigma(i, k) : 1;
                    text.append(quoted(experiment.name()))
                            .append(',')
                            .append(depths[k])
                            .append(',');
                    text.append(data.ions().get(i))
                            .append(',')
                            .append(data.fraction(i, k))
                            .append(',');
                    text.append(data.hasSigmas() ? String.valueOf(sigma) : "")
                            .append(',')
                            .append(model);
                    text.append(',')
                            .append((model - data.fraction(i, k)) / sigma)
                            .append("\r\n");
                }
            }
        }
        return text.toString();
    }

    private static String quoted(String name) {
        return name.matches("[^\",\r\n]*") ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    /**
     * Summarises a fit as in {@code fit.json}.
     *
     * @param result what was found
     * @param version of the program
     * @return a new object
     */
    public static ObjectNode json(FitResult result, String version) {
        final ObjectNode json = JsonNodeFactory.instance.objectNode().put("version", version);
        final ObjectNode parameters = json.putObject("parameters");
        result.estimates().forEach(e -> parameters.set(e.parameter().name(), estimate(e)));
        final FitResult.Numbers numbers = result.numbers();
        json.put("chi_squared", numbers.chiSquared());
        json.put("degrees_of_freedom", numbers.degreesOfFreedom());
        json.put("model_runs", numbers.modelRuns());
        json.put("seconds", numbers.seconds());
        width(result, json);
        final ObjectNode correlation = json.putObject("correlation");
        final ArrayNode paths = correlation.putArray("paths");
        final ArrayNode matrix = correlation.putArray("matrix");
        for (int i = 0; i < result.estimates().size(); i++) {
            paths.add(result.estimates().get(i).parameter().name());
            final ArrayNode row = matrix.addArray();
            for (int j = 0; j < result.estimates().size(); j++) {
                final OptionalDouble value = result.correlation(i, j);
                row.add(value.isPresent() ? (Double) value.getAsDouble() : null);
            }
        }
        final ArrayNode warnings = json.putArray("warnings");
        result.warnings()
                .forEach(w -> warnings.addObject().put("code", w.code()).put("message", w.message()));
        return json;
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
        return node.put("status", e.status().name().toLowerCase(Locale.ROOT));
    }

    /** Width of the populated part of the distribution of the first ion that has one, by propagation of errors. */
    private static void width(FitResult result, ObjectNode json) {
        final FitExperiment first = result.study().experiments().get(0);
        final CaitCase experiment = first.experiment(result.values());
        for (int i = 0; i < experiment.ions().size(); i++) {
            final int ion = i;
            final CaitIon own = experiment.ions().get(i);
            if (own.sed().isPresent()) {
                final double error = result.standardErrors(values -> new double[] {
                    fwhm(first.experiment(values).ions().get(ion).sed().orElseThrow())
                })[0];
                final ObjectNode width = json.putObject("populated_fwhm_eV");
                width.put("value", fwhm(own.sed().orElseThrow())).put("standard_error", error);
                return;
            }
        }
        json.putNull("populated_fwhm_eV");
    }

    private static double fwhm(PopulatedSed sed) {
        return sed.populatedFwhm() / PhysicalConstants.ELEMENTARY_CHARGE;
    }
}
