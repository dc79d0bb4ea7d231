package org.npp.cait.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.npp.cait.Numerics;
import org.npp.cait.quantity.QuantityKind;
import org.npp.cait.quantity.QuantityParser;

class CaseSchemaTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Every schema of a quantity. */
    private static List<JsonNode> quantities() {
        final List<JsonNode> found = new ArrayList<>();
        collect(CaseSchema.root(), found);
        return found;
    }

    private static void collect(JsonNode node, List<JsonNode> found) {
        if (node.has("x-quantity")) {
            found.add(node);
        }
        node.forEach(child -> collect(child, found));
    }

    private static QuantityKind kind(JsonNode schema) {
        return CaseSchema.quantity(schema).orElseThrow();
    }

    @Test
    void theSchemaIsValidAgainstItsMetaschema() throws Exception {
        final List<Error> errors = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"))
                .validate(JSON.readTree(CaseSchema.text()));
        assertEquals(List.of(), errors);
    }

    @Test
    void everyKindOfQuantityIsUsed() {
        final Set<QuantityKind> used = EnumSet.noneOf(QuantityKind.class);
        quantities().forEach(q -> used.add(kind(q)));
        // only studies have doses
        used.add(QuantityKind.DOSE);
        assertEquals(EnumSet.allOf(QuantityKind.class), used);
    }

    @Test
    void patternsAcceptTheUnitsThatTheParserKnowsAndNoOthers() {
        for (final JsonNode schema : quantities()) {
            final String pattern = schema.path("pattern").asText();
            for (final QuantityKind kind : QuantityKind.values()) {
                for (final String symbol : QuantityParser.symbolsOf(kind)) {
                    assertEquals(
                            kind == kind(schema),
                            " -1.5e3".concat(symbol).matches(pattern),
                            () -> symbol + " against " + pattern);
                }
            }
            assertFalse("300".matches(pattern));
            assertFalse("NaN m".matches(pattern));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"10 \u00b5m", "10 \u03bcm", "10um", "1. cm", ".5 mm", "+1E5 nm"})
    void patternsAcceptTheSpellingsThatTheParserKnows(String text) {
        final JsonNode length = CaseSchema.at(Pointer.ROOT.child("sample").child("thickness"));
        assertTrue(text.matches(length.path("pattern").asText()));
        assertTrue(QuantityParser.parse(text, QuantityKind.LENGTH) > 0);
    }

    /** What an editor does: the file as it is written, quantities as strings. */
    private static List<Error> validateAsAnEditor(JsonNode document) throws Exception {
        final Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(JSON.readTree(CaseSchema.text()));
        return schema.validate(document);
    }

    @ParameterizedTest
    @ValueSource(strings = {"k", "rb", "cs"})
    void anEditorAcceptsTheExamplesAndTheirResolvedForms(String name) throws Exception {
        final File file = new File("../examples/lithium-borate/" + name + ".yaml");
        assertEquals(List.of(), validateAsAnEditor(new YAMLMapper().readTree(file)));
        assertEquals(
                List.of(),
                validateAsAnEditor(
                        new YAMLMapper().readTree(CaseFile.read(file.toPath()).yaml())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{duration: 1}",
                "{ion: K, potential: 1 V, duration: 1}",
                "{ion: K, current: {table: a.csv}, duration: 1}",
                "{ion: K, current_density: 1, duration: 1, beam_energy: 1 eV, beam_energy_spread: 10 meV}",
            })
    void anEditorAcceptsTheStagesThatTheReaderAccepts(String stage) throws Exception {
        assertEquals(List.of(), validateAsAnEditor(withStage(stage)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ion: K, duration: 1}",
                "{potential: 1 V, duration: 1}",
                "{ion: K, potential: 1 V, current: 1, duration: 1}",
                "{ion: K, potential: {table: a.csv, x: 1}, duration: 1}",
                "{ion: K, current_density: 1, duration: 1, beam_energy: 1 eV}",
                "{ion: K, current: 1, duration: 1, beam_energy_spread: 1 eV}",
                "{ion: K, potential: 1, duration: 1, beam_energy: 1 eV, beam_energy_spread: 10 meV}",
                "{duration: 1, beam_energy: 1 eV, beam_energy_spread: 10 meV}",
            })
    void anEditorRefusesTheStagesThatTheReaderRefuses(String stage) throws Exception {
        assertFalse(validateAsAnEditor(withStage(stage)).isEmpty());
    }

    private static JsonNode withStage(String stage) throws Exception {
        final ObjectNode document = (ObjectNode) new YAMLMapper().readTree(CaseText.VALID);
        document.putArray("stages").add(new YAMLMapper().readTree(stage));
        return document;
    }

    @Test
    void theDefaultsAreThoseOfTheLibrary() throws CaseException {
        assertEquals(
                Numerics.defaults(),
                CaseFile.parse(CaseText.VALID, "k.yaml", Path.of(""))
                        .experiment()
                        .numerics());
    }
}
