package org.npp.cait.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.npp.cait.quantity.QuantityKind;

/**
 * The JSON Schema of case files (draft 2020-12): keys, types, ranges in SI units, defaults.
 *
 * <p>The schema accepts a file as people write it, so that editors can use it. The reader turns every string that the
 * schema marks with {@code x-quantity} into a number first, so that ranges hold for quantities with units, too.
 */
public final class CaseSchema {
    /** The schema as a tree; read on first use. */
    private static final class Tree {
        /** Root. */
        static final ObjectNode ROOT = read();

        private static ObjectNode read() {
            try {
                return (ObjectNode) new ObjectMapper().readTree(text());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** No instances. */
    private CaseSchema() {}

    /**
     * Returns the schema.
     *
     * @return JSON text
     */
    public static String text() {
        try (InputStream in = Objects.requireNonNull(CaseSchema.class.getResourceAsStream("case.schema.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode root() {
        return Tree.ROOT;
    }

    /** Schema of a value in an object or list; missing if there is none. */
    static JsonNode child(JsonNode schema, Object step) {
        return tree().child(schema, step);
    }

    /** Schema at a place of the document; missing if there is none. */
    static JsonNode at(Pointer pointer) {
        return tree().at(pointer);
    }

    static SchemaTree tree() {
        return new SchemaTree(Tree.ROOT);
    }

    static Optional<QuantityKind> quantity(JsonNode schema) {
        final JsonNode kind = schema.path("x-quantity");
        return kind.isMissingNode() ? Optional.empty() : Optional.of(QuantityKind.valueOf(kind.asText()));
    }

    /** Tells whether the schema allows a JSON type. */
    static boolean allows(JsonNode schema, String type) {
        final JsonNode types = schema.path("type");
        if (types.isTextual()) {
            return types.asText().equals(type);
        }
        for (final JsonNode one : types) {
            if (one.asText().equals(type)) {
                return true;
            }
        }
        return false;
    }
}
