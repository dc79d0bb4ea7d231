package org.npp.cait.output;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.npp.cait.CaitResult;
import org.npp.cait.onsager.SimulatedCoefficients;
import org.npp.cait.report.Provenance;
import org.npp.onsager.OnsagerMatrix;

/**
 * Files of the coefficients of a molecular dynamics run: {@code onsager.csv},
 * {@code quantity,value,standard_error,unit,nearest}, one row per coefficient, and {@code summary.json}.
 *
 * <p>{@code nearest} is the entry of the nearest matrix that obeys the second law, empty for what is no entry of L. A number
 * that JSON can't hold is {@code null}.
 */
public final class DisplacementFiles {
    /** Key that only these summaries have. */
    static final String DIGEST = "displacements_sha256";

    /** No instances. */
    private DisplacementFiles() {}

    /**
     * Writes the files.
     *
     * @param directory where to
     * @param coefficients what to write
     * @param sha256 SHA-256 of the file with the displacements, hexadecimal
     * @throws OutputException if a file can't be written; a new directory has not appeared then
     */
    public static void write(ResultDirectory directory, SimulatedCoefficients coefficients, String sha256)
            throws OutputException {
        final Map<String, Staging.Content> files = new LinkedHashMap<>();
        files.put("onsager.csv", w -> table(w, coefficients, sha256));
        files.put("summary.json", w -> w.write(summary(coefficients, sha256).toPrettyString() + "\n"));
        directory.write(files);
    }

    private static void table(Writer out, SimulatedCoefficients coefficients, String sha256) throws IOException {
        final CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180);
        final String[] comments = {
            "npp " + Provenance.programVersion(),
            DIGEST + ": " + sha256,
            "from_s: " + coefficients.from(),
            "to_s: " + coefficients.to(),
            "blocks: " + coefficients.blocks(),
            "frame: " + frame(coefficients)
        };
        for (final String comment : comments) {
            out.append("# ").append(comment).append("\r\n");
        }
        printer.printRecord("quantity", "value", "standard_error", "unit", "nearest");
        for (final SimulatedCoefficients.Coefficient c : coefficients.coefficients()) {
            printer.printRecord(
                    c.name(),
                    c.value(),
                    c.standardError(),
                    c.unit(),
                    nearest(coefficients, c.name()).map(String::valueOf).orElse(""));
        }
    }

    private static Optional<Double> nearest(SimulatedCoefficients coefficients, String name) {
        final OnsagerMatrix matrix = coefficients.nearest().matrix();
        for (int i = 0; i < matrix.size(); i++) {
            for (int j = i; j < matrix.size(); j++) {
                if (name.equals("L_" + coefficients.ions().get(i) + "_"
                        + coefficients.ions().get(j))) {
                    return Optional.of(matrix.entry(i, j));
                }
            }
        }
        return Optional.empty();
    }

    private static String frame(SimulatedCoefficients coefficients) {
        return coefficients.networkFrame() ? "network" : "as_given";
    }

    /**
     * Summarises the coefficients.
     *
     * @param coefficients the coefficients
     * @param sha256 SHA-256 of the file with the displacements, hexadecimal
     * @return a new object
     */
    public static ObjectNode summary(SimulatedCoefficients coefficients, String sha256) {
        final ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("version", Provenance.programVersion());
        json.put(DIGEST, sha256);
        json.put("blocks", coefficients.blocks());
        json.put("from_s", coefficients.from());
        json.put("to_s", coefficients.to());
        json.put("frame", frame(coefficients));
        final ObjectNode exponents = json.putObject("exponents");
        for (int i = 0; i < coefficients.ions().size(); i++) {
            put(exponents, coefficients.ions().get(i), coefficients.exponents().get(i));
        }
        final ObjectNode values = json.putObject("coefficients");
        for (final SimulatedCoefficients.Coefficient c : coefficients.coefficients()) {
            final ObjectNode value = values.putObject(c.name());
            put(value, "value", c.value());
            put(value, "standard_error", c.standardError());
            value.put("unit", c.unit());
        }
        put(json, "least_eigenvalue", coefficients.nearest().leastEigenvalue());
        put(json, "change_to_nearest", coefficients.nearest().change());
        final ArrayNode warnings = json.putArray("warnings");
        for (final CaitResult.Warning warning : coefficients.warnings()) {
            warnings.addObject().put("code", warning.code()).put("message", warning.message());
        }
        return json;
    }

    private static void put(ObjectNode json, String key, double value) {
        if (Double.isFinite(value)) {
            json.put(key, value);
        } else {
            json.putNull(key);
        }
    }
}
