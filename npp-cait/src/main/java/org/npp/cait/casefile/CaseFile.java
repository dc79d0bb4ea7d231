package org.npp.cait.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.npp.cait.CaitCase;

/**
 * A case that was read from a file: the experiment, and the text of a file that holds the same experiment resolved.
 *
 * <p>The resolved text is in SI units, has all defaults and the tables and profiles that the file named, as blocks of
 * several lines; so it runs again anywhere. Reading it gives the same case and the same text: its digest names the
 * experiment, whatever units, comments or file names it was written with.
 *
 * <p><strong>Limits.</strong> A case file has at most 1 MB and a table 64 MB; a resolved case, which holds its tables,
 * has a first line that says so and at most 64 MB. <strong>Threading.</strong> Instances are immutable and thread-safe.
 *
 * <pre>{@code
 * CaseFile file = CaseFile.read(Path.of("examples/lithium-borate/k.yaml"));
 * CaitResult result = CaitSimulation.of(file.experiment()).run();
 * }</pre>
 */
public final class CaseFile {
    /** Resolved tree; never changed. */
    private final ObjectNode tree;

    /** The experiment. */
    private final CaitCase experiment;

    /** Resolved text. */
    private final String yaml;

    /** What the user should know. */
    private final List<CaseError> warnings;

    private CaseFile(ObjectNode tree, CaitCase experiment, List<CaseError> warnings) {
        this.tree = tree;
        this.experiment = experiment;
        this.yaml = CaseWriter.yaml(tree);
        this.warnings = List.copyOf(warnings);
    }

    /**
     * Reads a case and the tables it names.
     *
     * @param path case file
     * @return the case
     * @throws CaseException if the file or one that it names is wrong; it lists all errors
     */
    public static CaseFile read(Path path) throws CaseException {
        final int limit = isResolved(path) ? FileText.TABLE_LIMIT : FileText.CASE_LIMIT;
        return parse(FileText.read(path, limit), path.toString(), path.resolveSibling(""));
    }

    private static boolean isResolved(Path path) {
        if (!Files.isRegularFile(path)) {
            return false;
        }
        final byte[] mark = CaseWriter.MARK.getBytes(StandardCharsets.UTF_8);
        try (InputStream in = Files.newInputStream(path)) {
            return Arrays.equals(in.readNBytes(mark.length), mark);
        } catch (IOException e) {
            return false; // reading it will say why
        }
    }

    /**
     * Reads a case from its text.
     *
     * @param text YAML
     * @param name name of the file for messages
     * @param directory directory that the names of tables refer to
     * @return the case
     * @throws CaseException if the text or a file that it names is wrong; it lists all errors
     */
    public static CaseFile parse(String text, String name, Path directory) throws CaseException {
        final Errors errors = Errors.of(name);
        final YamlTree yaml = YamlTree.parse(text, errors);
        Availability.check(yaml, errors);
        SchemaCheck.run(yaml, errors, CaseSchema.tree());
        CaseRules.check(yaml, errors);
        errors.throwIfAny();
        final List<CaseError> warnings = CaseTables.include(yaml, errors, directory);
        errors.throwIfAny();
        return assemble(CaseWriter.resolve(yaml.root()), name, warnings);
    }

    private static CaseFile assemble(ObjectNode tree, String name, List<CaseError> warnings) throws CaseException {
        try {
            return new CaseFile(tree, CaseAssembler.assemble(tree), warnings);
        } catch (IllegalArgumentException e) {
            throw new CaseException(List.of(new CaseError(name, 0, "", String.valueOf(e.getMessage()))));
        }
    }

    /**
     * Changes the number of nodes.
     *
     * @param nodes number of mesh nodes, in [20, 100000]
     * @return the same case, solved on that many nodes
     * @throws IllegalArgumentException if there are too few or too many
     */
    public CaseFile withNodes(int nodes) {
        final int most = CaseSchema.at(Pointer.ROOT.child("numerics").child("nodes"))
                .path("maximum")
                .intValue();
        if (nodes > most) {
            throw new IllegalArgumentException("nodes must be <= " + most + ": " + nodes);
        }
        final ObjectNode changed = tree.deepCopy();
        ((ObjectNode) changed.path("numerics")).put("nodes", nodes);
        return changed(changed);
    }

    /**
     * Changes the tolerance.
     *
     * @param tolerance aim for the profile error [1], in (0, 0.5]
     * @return the same case, solved to that tolerance
     * @throws IllegalArgumentException if the tolerance is out of range
     */
    public CaseFile withTolerance(double tolerance) {
        final ObjectNode changed = tree.deepCopy();
        ((ObjectNode) changed.path("numerics")).put("tolerance", tolerance);
        return changed(changed);
    }

    /**
     * Looks up a number.
     *
     * @param path path of a field, {@code stages[0].current_density}
     * @return the number and what the schema says about it; empty if there is no number
     */
    public Optional<CaseNumber> number(String path) {
        final Optional<Pointer> pointer = Pointer.parse(path);
        final JsonNode node = pointer.map(this::find).orElse(MissingNode.getInstance());
        return node.isNumber() ? Optional.of(CaseNumber.of(node.doubleValue(), pointer.get())) : Optional.empty();
    }

    private JsonNode find(Pointer pointer) {
        JsonNode node = tree;
        for (final Object step : pointer.steps()) {
            node = step instanceof Integer index ? node.path(index) : node.path((String) step);
        }
        return node;
    }

    /**
     * Changes numbers.
     *
     * @param numbers new values [SI] by the paths of the fields, which have numbers
     * @return the experiment with them
     * @throws IllegalArgumentException if there is no such experiment
     */
    public CaitCase with(Map<String, Double> numbers) {
        final ObjectNode changed = tree.deepCopy();
        numbers.forEach((path, value) -> {
            final Pointer pointer =
                    Pointer.parse(path).orElseThrow(() -> new IllegalArgumentException("not a path: " + path));
            final Object last = pointer.steps().get(pointer.steps().size() - 1);
            JsonNode parent = changed;
            for (final Object step : pointer.steps().subList(0, pointer.steps().size() - 1)) {
                parent = step instanceof Integer index ? parent.path(index) : parent.path((String) step);
            }
            if (parent instanceof ObjectNode object) {
                object.put((String) last, value);
            }
        });
        try {
            return CaseAssembler.assemble(changed);
        } catch (CaseException e) {
            throw new IllegalStateException(e); // its tables were read before
        }
    }

    private CaseFile changed(ObjectNode changed) {
        try {
            return new CaseFile(changed, CaseAssembler.assemble(changed), warnings);
        } catch (CaseException e) {
            throw new IllegalStateException(e); // its tables were read before
        }
    }

    /**
     * Returns the experiment.
     *
     * @return the case in SI units
     */
    public CaitCase experiment() {
        return experiment;
    }

    /**
     * Returns the text of the resolved case.
     *
     * @return YAML in SI units, with all defaults and tables
     */
    public String yaml() {
        return yaml;
    }

    /**
     * Returns the digest of the resolved case.
     *
     * @return SHA-256 of the UTF-8 bytes of {@link #yaml}, in 64 hexadecimal digits
     */
    public String sha256() {
        return CaseWriter.sha256(yaml);
    }

    /**
     * Returns what is not wrong but may not be meant.
     *
     * @return warnings, in the form of errors
     */
    public List<CaseError> warnings() {
        return warnings;
    }
}
