package org.npp.cait.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;

/**
 * A JSON Schema to walk through.
 *
 * @param root its root
 */
record SchemaTree(JsonNode root) {
    /** Schema of a value in an object or list; missing if there is none. */
    JsonNode child(JsonNode schema, Object step) {
        if (step instanceof Integer) {
            return target(schema.path("items"));
        }
        final JsonNode named = schema.path("properties").path((String) step);
        return target(named.isMissingNode() ? schema.path("additionalProperties") : named);
    }

    /** Schema at a place of the document; missing if there is none. */
    JsonNode at(Pointer pointer) {
        JsonNode schema = root;
        for (final Object step : pointer.steps()) {
            schema = child(schema, step);
        }
        return schema;
    }

    private JsonNode target(JsonNode schema) {
        final String reference = schema.path("$ref").asText();
        return reference.isEmpty() ? schema : root.at(reference.substring(1));
    }

    List<Error> validate(JsonNode document) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(root)
                .validate(document);
    }
}
