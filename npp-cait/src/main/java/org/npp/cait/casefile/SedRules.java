package org.npp.cait.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rules of a site energy distribution that depend on its shape, in words. What breaks the schema is skipped here. */
final class SedRules {
    /** Shapes with sites of any energy, however high: they can't be full. */
    private static final Set<String> UNBOUNDED = Set.of("gaussian", "gaussian_mixture", "skew_normal");

    /** Key of the vacant share. */
    private static final String VACANCIES = "vacancy_fraction";

    /** How far the sum of the weights may be from 1, for weights such as 0.333. */
    private static final double ROUNDING = 1.0001e-3;

    /** The file. */
    private final YamlTree yaml;

    /** What is wrong. */
    private final Errors errors;

    /** Fields of each shape that not all have, from the schema. */
    private final Map<String, List<String>> own = new LinkedHashMap<>();

    private SedRules(YamlTree yaml, Errors errors) {
        this.yaml = yaml;
        this.errors = errors;
        for (final JsonNode rule : CaseSchema.root().at("/$defs/sed/allOf")) {
            final JsonNode shape = rule.at("/if/properties/shape/const");
            if (shape.isTextual()) {
                final List<String> keys = new ArrayList<>();
                rule.at("/then/required").forEach(key -> keys.add(key.asText()));
                own.put(shape.asText(), keys);
            }
        }
    }

    static void check(YamlTree yaml, Errors errors) {
        final SedRules rules = new SedRules(yaml, errors);
        yaml.root()
                .path("ions")
                .properties()
                .forEach(ion -> rules.checkSed(
                        ion.getValue().path("diffusivity").path("sed"),
                        Pointer.ROOT
                                .child("ions")
                                .child(ion.getKey())
                                .child("diffusivity")
                                .child("sed")));
    }

    private void checkSed(JsonNode sed, Pointer pointer) {
        final String shape = sed.path("shape").asText();
        final List<String> fields = own.getOrDefault(shape, List.of());
        if (fields.isEmpty()) {
            return;
        }
        own.values().stream()
                .flatMap(List::stream)
                .distinct()
                .filter(key -> sed.has(key) && !fields.contains(key))
                .forEach(key -> add(
                        pointer.child(key), "is not a field of " + shape + ", which has " + String.join(", ", fields)));
        checkVacancies(sed, pointer.child(VACANCIES), shape);
        if (shape.equals("gaussian_mixture") && sed.path("components").isArray()) {
            checkWeights(sed.path("components"), pointer.child("components"));
        }
    }

    private void checkVacancies(JsonNode sed, Pointer pointer, String shape) {
        if (!sed.path(VACANCIES).isNumber() || sed.path(VACANCIES).doubleValue() != 0) {
            return;
        }
        final String value = ": " + yaml.text(pointer);
        if (UNBOUNDED.contains(shape)) {
            add(pointer, "must be > 0 for " + shape + ", which has no greatest energy" + value);
        } else if (sed.path("occupation").asText().equals("fermi_dirac")) {
            add(pointer, "must be > 0 for fermi_dirac: full sites have no chemical potential" + value);
        }
    }

    /** A fit may vary one weight alone; what a user writes down is meant to be the whole. */
    private void checkWeights(JsonNode components, Pointer pointer) {
        double sum = 0;
        for (final JsonNode component : components) {
            if (!component.path("weight").isNumber()) {
                return;
            }
            sum += component.path("weight").doubleValue();
        }
        if (!components.isEmpty() && !(Math.abs(sum - 1) <= ROUNDING)) {
            add(pointer, "weights must sum to 1: " + (float) sum);
        }
    }

    private void add(Pointer field, String message) {
        errors.add(field, yaml.line(field), message);
    }
}
