package org.npp.cait.casefile;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/**
 * A YAML file held against a JSON Schema as strictly as a case, for other kinds of files. Not thread-safe.
 */
public final class InputFile {
    private final String text;
    private final YamlTree yaml;
    private final Errors errors;

    private InputFile(String text, YamlTree yaml, Errors errors) {
        this.text = text;
        this.yaml = yaml;
        this.errors = errors;
    }

    /**
     * Reads a file and notes what breaks the schema.
     *
     * @param path file of at most 1 MB
     * @param schema JSON Schema, with {@code x-quantity} where strings with units stand for numbers
     * @return the file, whose quantities are numbers in SI units
     * @throws CaseException if it can't be read or is no YAML
     */
    public static InputFile read(Path path, String schema) throws CaseException {
        final Errors errors = Errors.of(path.toString());
        final String text = FileText.read(path, FileText.CASE_LIMIT);
        final YamlTree yaml = YamlTree.parse(text, errors);
        try {
            SchemaCheck.run(yaml, errors, new SchemaTree(new ObjectMapper().readTree(schema)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new InputFile(text, yaml, errors);
    }

    /**
     * Tells whether a file has a key at its top.
     *
     * @param path the file
     * @param key the key
     * @return whether it can be read and has it
     */
    public static boolean has(Path path, String key) {
        try {
            return YamlTree.parse(FileText.read(path, FileText.TABLE_LIMIT), Errors.of(path.toString()))
                    .root()
                    .has(key);
        } catch (CaseException e) {
            return false; // reading it will say why
        }
    }

    /**
     * Returns the text.
     *
     * @return the whole file
     */
    public String text() {
        return text;
    }

    /**
     * Returns the tree.
     *
     * @return root, to be read only
     */
    public ObjectNode root() {
        return yaml.root();
    }

    /**
     * Returns a scalar as it was written.
     *
     * @param steps keys and indices from the root
     * @return text; empty if there is none
     */
    public String text(Object... steps) {
        return yaml.text(new Pointer(List.of(steps)));
    }

    /**
     * Notes an error.
     *
     * @param message rule and value
     * @param steps keys and indices of the field, from the root
     */
    public void reject(String message, Object... steps) {
        final Pointer pointer = new Pointer(List.of(steps));
        errors.add(pointer, yaml.line(pointer), message);
    }

    /**
     * Notes the errors of a file that this one names; what is wrong with it as a whole is an error of the field.
     *
     * @param e what is wrong
     * @param whole tells such an error
     * @param steps keys and indices of the field, from the root
     */
    public void reject(CaseException e, Predicate<CaseError> whole, Object... steps) {
        for (final CaseError error : e.errors()) {
            if (whole.test(error)) {
                reject(error.text(), steps);
            } else {
                errors.addAll(List.of(error));
            }
        }
    }

    /**
     * Ends the reading of a wrong file.
     *
     * @throws CaseException if there are errors; it lists all
     */
    public void throwIfWrong() throws CaseException {
        errors.throwIfAny();
    }
}
