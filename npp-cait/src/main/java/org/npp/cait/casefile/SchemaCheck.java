package org.npp.cait.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.npp.cait.quantity.NearestName;
import org.npp.cait.quantity.QuantityKind;
import org.npp.cait.quantity.QuantityParser;

/** Turns the quantities of a tree into numbers, then holds it against the schema. */
final class SchemaCheck {
    /** The file. */
    private final YamlTree yaml;

    /** What is wrong. */
    private final Errors errors;

    /** Keys that were misspelled. */
    private final Set<Pointer> meant = new HashSet<>();

    /** The schema. */
    private final SchemaTree tree;

    private SchemaCheck(YamlTree yaml, Errors errors, SchemaTree tree) {
        this.tree = tree;
        this.yaml = yaml;
        this.errors = errors;
    }

    /** Overwrites quantities with numbers and adds what breaks the schema to the errors. */
    static void run(YamlTree yaml, Errors errors, SchemaTree tree) {
        final SchemaCheck check = new SchemaCheck(yaml, errors, tree);
        check.resolve(yaml.root(), tree.root(), Pointer.ROOT);
        final List<Error> found = new ArrayList<>(tree.validate(yaml.root()));
        found.sort(Comparator.comparing(e -> !e.getKeyword().equals("additionalProperties")));
        found.forEach(check::report);
    }

    private JsonNode resolve(JsonNode node, JsonNode schema, Pointer pointer) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(e -> e.setValue(resolved(e.getValue(), schema, pointer, e.getKey())));
        } else if (node instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                list.set(i, resolved(list.get(i), schema, pointer, i));
            }
        } else if (node.isTextual()) {
            return text(node, schema, pointer);
        } else if (CaseSchema.allows(schema, "number")) {
            return node.isNumber() ? DoubleNode.valueOf(node.doubleValue()) : node;
        } else if (CaseSchema.allows(schema, "string") && !node.isNull() && !CaseSchema.allows(schema, "integer")) {
            return TextNode.valueOf(yaml.text(pointer)); // a title may be 2024
        }
        return node;
    }

    private JsonNode resolved(JsonNode node, JsonNode schema, Pointer parent, Object step) {
        return resolve(node, tree.child(schema, step), parent.child(step));
    }

    private JsonNode text(JsonNode node, JsonNode schema, Pointer pointer) {
        final Optional<QuantityKind> kind = CaseSchema.quantity(schema);
        final boolean number = CaseSchema.allows(schema, "number") || CaseSchema.allows(schema, "integer");
        final String text = node.asText();
        if (!number || (CaseSchema.allows(schema, "string") && kind.isEmpty())) {
            return node;
        }
        try {
            if (text.strip().matches("[-+]?0[0-9]+(?:\\.[0-9]*)?")) {
                throw new IllegalArgumentException("a number must not begin with 0: " + text);
            }
            if (kind.isPresent()) {
                return DoubleNode.valueOf(QuantityParser.parse(text, kind.get()));
            }
            QuantityParser.parseNumber(text);
            throw new IllegalArgumentException("must be a number without quotes: '" + text + "'");
        } catch (IllegalArgumentException e) {
            errors.add(pointer, yaml.line(pointer), String.valueOf(e.getMessage()));
            return node;
        }
    }

    private void report(Error error) {
        final String rule = error.getEvaluationPath().toString();
        final boolean ofShape = rule.contains("/allOf") && !error.getKeyword().equals("required");
        if (ofShape || rule.contains("/oneOf") || rule.contains("/propertyNames")) {
            return; // CaseRules and SedRules say it in words
        }
        final Pointer pointer = pointer(error.getInstanceLocation());
        final JsonNode schema = tree.at(pointer);
        switch (error.getKeyword()) {
            case "additionalProperties" -> unknownKey(pointer.child(error.getProperty()), error.getProperty(), schema);
            case "required" -> {
                final Pointer key = pointer.child(error.getProperty());
                if (!errors.has(pointer) && !meant.contains(key)) {
                    errors.add(key, yaml.line(pointer), "missing");
                }
            }
            case "pattern" -> add(pointer, "must be auto or an integer" + value(pointer));
            case "enum" -> {
                final List<String> allowed = texts(schema.path("enum"));
                final String written = yaml.text(pointer);
                add(
                        pointer,
                        "must be " + (allowed.size() == 1 ? "" : "one of ") + String.join(", ", allowed)
                                + value(pointer)
                                + NearestName.of(written, allowed)
                                        .map(n -> "; did you mean " + n + "?")
                                        .orElse(""));
            }
            case "type" ->
                add(
                        pointer,
                        error.getInstanceNode().isNull()
                                ? "must not be empty"
                                : "must be " + types(schema) + value(pointer));
            case "minItems", "minLength" -> add(pointer, "must not be empty");
            case "minProperties", "maxProperties" -> properties(pointer, schema, error);
            case "maxItems" -> add(pointer, "must have at most " + bound(error) + " entries");
            case "minimum" -> add(pointer, "must be >= " + bound(error) + value(pointer));
            case "maximum" -> add(pointer, "must be <= " + bound(error) + value(pointer));
            case "exclusiveMinimum" -> add(pointer, "must be > " + bound(error) + value(pointer));
            case "exclusiveMaximum" -> add(pointer, "must be < " + bound(error) + value(pointer));
            default -> add(pointer, error.getMessage() + value(pointer));
        }
    }

    /** A misspelled key is not missing, too. */
    private void unknownKey(Pointer key, String name, JsonNode schema) {
        final Pointer parent = key.parent().orElse(Pointer.ROOT);
        NearestName.of(name, keys(schema)).ifPresent(nearest -> meant.add(parent.child(nearest)));
        add(key, "unknown key" + NearestName.hint(name, keys(schema)));
    }

    private void properties(Pointer pointer, JsonNode schema, Error error) {
        if (schema.path("properties").isMissingNode()) {
            add(
                    pointer,
                    error.getKeyword().startsWith("min")
                            ? "must not be empty"
                            : "must have at most " + bound(error) + " entries");
        } else {
            add(pointer, "must have exactly one of " + String.join(", ", keys(schema)));
        }
    }

    private void add(Pointer pointer, String message) {
        errors.add(pointer, yaml.line(pointer), message);
    }

    private String value(Pointer pointer) {
        final String text = yaml.text(pointer);
        return text.isEmpty() ? "" : ": " + text;
    }

    private static String bound(Error error) {
        return String.valueOf(error.getArguments()[0]);
    }

    private static String types(JsonNode schema) {
        final List<String> names = new ArrayList<>();
        final boolean quantity = CaseSchema.quantity(schema).isPresent();
        for (final String type :
                schema.path("type").isTextual() ? List.of(schema.path("type").asText()) : texts(schema.path("type"))) {
            switch (type) {
                case "number" -> names.add("a number");
                case "integer" -> names.add("an integer");
                case "string" -> names.add(quantity ? "a string of number and unit" : "a text");
                case "array" -> names.add("a list");
                default ->
                    names.add("a mapping"
                            + (schema.path("properties").isMissingNode()
                                    ? ""
                                    : " of " + String.join(", ", keys(schema))));
            }
        }
        return String.join(" or ", names);
    }

    private static List<String> keys(JsonNode schema) {
        final List<String> keys = new ArrayList<>();
        schema.path("properties").fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static Pointer pointer(NodePath path) {
        Pointer pointer = Pointer.ROOT;
        for (int i = 0; i < path.getNameCount(); i++) {
            pointer = pointer.child(path.getElement(i));
        }
        return pointer;
    }
}
