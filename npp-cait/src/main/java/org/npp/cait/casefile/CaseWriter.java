package org.npp.cait.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Writes a tree as a resolved case: SI units, keys in the order of the schema, defaults filled in, tables included. */
final class CaseWriter {
    /** First line of a resolved case; such a file may be as large as a table. */
    static final String MARK = "# npp resolved case: SI units, all defaults, tables included";

    /** No instances. */
    private CaseWriter() {}

    /** Copies a tree without errors, in the order of the schema and with its defaults. */
    static ObjectNode resolve(ObjectNode root) {
        final ObjectNode whole = root.deepCopy();
        for (final JsonNode ion : whole.path("ions")) {
            if (!ion.has("back_electrode")) {
                ((ObjectNode) ion).put("back_electrode", ion.has("bulk_density") ? "discharged" : "blocked");
            }
        }
        return (ObjectNode) resolve(whole, CaseSchema.root());
    }

    private static JsonNode resolve(JsonNode node, JsonNode schema) {
        if (node instanceof ArrayNode list) {
            final ArrayNode copy = list.arrayNode();
            for (int i = 0; i < list.size(); i++) {
                copy.add(resolve(list.path(i), CaseSchema.child(schema, i)));
            }
            return copy;
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        final ObjectNode copy = object.objectNode();
        schema.path("properties").fieldNames().forEachRemaining(key -> {
            final JsonNode child = CaseSchema.child(schema, key);
            final JsonNode value = object.has(key) ? object.path(key) : child.path("default");
            if (!value.isMissingNode()) {
                copy.set(key, resolve(value, child));
            }
        });
        object.properties().forEach(e -> {
            if (!copy.has(e.getKey())) {
                copy.set(e.getKey(), resolve(e.getValue(), CaseSchema.child(schema, e.getKey())));
            }
        });
        return copy;
    }

    static String yaml(ObjectNode resolved) {
        final YAMLFactory factory = YAMLFactory.builder()
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .disable(YAMLGenerator.Feature.SPLIT_LINES)
                .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                .enable(YAMLGenerator.Feature.LITERAL_BLOCK_STYLE)
                .build();
        try {
            return MARK + "\n" + new YAMLMapper(factory).writeValueAsString(resolved);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String sha256(String yaml) {
        try {
            final MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(yaml.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
