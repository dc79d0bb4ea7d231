package org.npp.cait.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What case files can say that this version can't compute. */
final class Availability {
    /** Shapes of a site energy distribution. */
    private static final List<String> SHAPES =
            List.of("gaussian_mixture", "skew_normal", "box", "exponential", "table");

    /** Ways to fill the sites. */
    private static final String OCCUPATION = "fermi_dirac";

    /** No instances. */
    private Availability() {}

    /** Adds what is not available to the errors, so that nothing else is said about it. */
    static void check(YamlTree yaml, Errors errors) {
        if (yaml.root().has("experiments")) {
            final Pointer experiments = Pointer.ROOT.child("experiments");
            errors.addAt(
                    Pointer.ROOT,
                    experiments,
                    yaml.line(experiments),
                    "study files are not available in this version; available: case files");
        }
        if (yaml.root().get("ions") instanceof ObjectNode ions) {
            ions.properties()
                    .forEach(ion -> checkSed(
                            yaml,
                            errors,
                            ion.getValue().path("diffusivity").path("sed"),
                            Pointer.ROOT
                                    .child("ions")
                                    .child(ion.getKey())
                                    .child("diffusivity")
                                    .child("sed")));
        }
    }

    private static void checkSed(YamlTree yaml, Errors errors, JsonNode sed, Pointer pointer) {
        final String shape = sed.path("shape").asText();
        if (SHAPES.contains(shape)) {
            // the fields of that shape are unknown here: one error for the whole distribution
            errors.addAt(
                    pointer,
                    pointer.child("shape"),
                    yaml.line(pointer.child("shape")),
                    shape + " is not available in this version; available: gaussian");
        } else if (sed.path("occupation").asText().equals(OCCUPATION)) {
            final Pointer occupation = pointer.child("occupation");
            errors.add(
                    occupation,
                    yaml.line(occupation),
                    OCCUPATION + " is not available in this version; available: zero_temperature");
        }
    }
}
