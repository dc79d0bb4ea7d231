package org.npp.cait.output;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.npp.cait.inference.Chain;
import org.npp.cait.inference.Checkpoint;
import org.npp.cait.inference.SamplerState;

/**
 * The file {@code checkpoint.json} beside the results of a fit that was interrupted: where its sampling stands, every
 * number to its last bit, and the hash of the study it belongs to.
 */
public final class CheckpointFile {
    /** Name of the file. */
    public static final String NAME = "checkpoint.json";

    private static final String HASH = "study_sha256";
    private static final String SAMPLES = "samples";
    private static final String POSITIONS = "positions";
    private static final String LOG_DENSITIES = "log_densities";

    /** No instances. */
    private CheckpointFile() {}

    /**
     * Returns the content of the file.
     *
     * @param checkpoint where the sampling stands; empty if it has not begun
     * @param sha256 hash of the study
     * @return JSON text
     */
    public static String text(Optional<Checkpoint> checkpoint, String sha256) {
        final ObjectNode json = JsonNodeFactory.instance.objectNode().put(HASH, sha256);
        if (checkpoint.isPresent() && checkpoint.get() instanceof Checkpoint.Refits refits) {
            final ObjectNode samples = json.putObject(SAMPLES);
            refits.results().forEach((index, found) -> add(samples.putArray(String.valueOf(index)), found));
        } else if (checkpoint.isPresent() && checkpoint.get() instanceof Checkpoint.Walk walk) {
            final Chain chain = walk.state().chain();
            json.put("walkers", chain.walkers()).put("dimension", chain.dimension());
            json.put("accepted", walk.state().accepted());
            json.put("random", walk.state().random());
            final ArrayNode positions = json.putArray(POSITIONS);
            final ArrayNode logDensities = json.putArray(LOG_DENSITIES);
            for (int s = 0; s <= chain.steps(); s++) {
                final ArrayNode row = positions.addArray();
                final ArrayNode logs = logDensities.addArray();
                for (int k = 0; k < chain.walkers(); k++) {
                    logs.add(chain.logDensity(s, k));
                    for (int i = 0; i < chain.dimension(); i++) {
                        row.add(chain.position(s, k, i));
                    }
                }
            }
        }
        return json + "\n";
    }

    private static void add(ArrayNode array, double[] values) {
        for (final double value : values) {
            array.add(value);
        }
    }

    /**
     * Reads the file.
     *
     * @param directory the directory it is in
     * @param sha256 hash of the study that is to be continued
     * @return where its sampling stands; empty if it had not begun
     * @throws OutputException if there is none, it can't be read, or the study has changed
     */
    public static Optional<Checkpoint> read(Path directory, String sha256) throws OutputException {
        final Path file = directory.resolve(NAME);
        if (!Files.exists(file)) {
            throw new OutputException(
                    "nothing to resume: " + file + " does not exist; without --resume the fit begins");
        }
        final JsonNode json;
        try {
            json = new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new OutputException("cannot read " + file + ": " + e.getMessage(), e);
        }
        if (!json.path(HASH).asText().equals(sha256)) {
            throw new OutputException("cannot resume " + directory
                    + ": the study, or a file that it names, has changed since; use --force to begin anew");
        }
        try {
            return checkpoint(json);
        } catch (IllegalArgumentException e) {
            throw new OutputException("cannot resume: " + file + " is damaged: " + e.getMessage(), new IOException(e));
        }
    }

    private static Optional<Checkpoint> checkpoint(JsonNode json) {
        if (json.has(SAMPLES)) {
            final SortedMap<Integer, double[]> results = new TreeMap<>();
            for (final Map.Entry<String, JsonNode> entry : json.path(SAMPLES).properties()) {
                results.put(Integer.parseInt(entry.getKey()), numbers(entry.getValue()));
            }
            return Optional.of(new Checkpoint.Refits(results));
        }
        if (!json.has(POSITIONS)) {
            return Optional.empty();
        }
        final Chain chain = Chain.of(
                json.path("walkers").asInt(),
                json.path("dimension").asInt(),
                rows(json.path(POSITIONS)),
                rows(json.path(LOG_DENSITIES)));
        return Optional.of(new Checkpoint.Walk(new SamplerState(
                chain, json.path("accepted").asLong(), json.path("random").asText())));
    }

    private static List<double[]> rows(JsonNode array) {
        final List<double[]> rows = new ArrayList<>();
        array.forEach(row -> rows.add(numbers(row)));
        return rows;
    }

    private static double[] numbers(JsonNode array) {
        final double[] numbers = new double[array.size()];
        for (int k = 0; k < numbers.length; k++) {
            numbers[k] = array.path(k).asDouble();
        }
        return numbers;
    }
}
