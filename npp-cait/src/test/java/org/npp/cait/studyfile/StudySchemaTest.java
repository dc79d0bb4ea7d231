package org.npp.cait.studyfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.npp.cait.quantity.QuantityKind;
import org.npp.cait.quantity.QuantityParser;

class StudySchemaTest {
    private static JsonNode schema() throws Exception {
        return new ObjectMapper().readTree(StudySchema.text());
    }

    @Test
    void theSchemaIsValidAgainstItsMetaschema() throws Exception {
        final List<Error> errors = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"))
                .validate(schema());
        assertEquals(List.of(), errors);
    }

    @Test
    void patternsAcceptTheUnitsThatTheParserKnowsAndNoOthers() throws Exception {
        final List<JsonNode> quantities = schema().findParents("x-quantity");
        assertTrue(quantities.size() >= 5);
        for (final JsonNode one : quantities) {
            final String pattern = one.path("pattern").asText();
            for (final QuantityKind kind : QuantityKind.values()) {
                for (final String symbol : QuantityParser.symbolsOf(kind)) {
                    assertEquals(
                            kind.name().equals(one.path("x-quantity").asText()),
                            " -1.5e3".concat(symbol).matches(pattern),
                            () -> symbol + " against " + pattern);
                }
            }
        }
    }
}
