package org.npp.cait.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Rules between fields, which a schema can't say, or not in words. What breaks the schema is skipped here. */
final class CaseRules {
    /** Keys of a stage of which one drives it. */
    static final List<String> DRIVES = List.of("current_density", "current", "potential");

    /** Keys of a stage: mean and standard deviation of the energy of the beam's ions. */
    private static final String ENERGY = "beam_energy";

    private static final String SPREAD = "beam_energy_spread";

    /** Names of ions. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*");

    /** The file. */
    private final YamlTree yaml;

    /** What is wrong. */
    private final Errors errors;

    private CaseRules(YamlTree yaml, Errors errors) {
        this.yaml = yaml;
        this.errors = errors;
    }

    static void check(YamlTree yaml, Errors errors) {
        final CaseRules rules = new CaseRules(yaml, errors);
        rules.checkIons();
        SedRules.check(yaml, errors);
        SharedSitesRules.check(yaml, errors);
        rules.checkStages();
        rules.checkOutput();
    }

    private void checkIons() {
        final JsonNode ions = yaml.root().path("ions");
        if (!ions.isObject() || ions.isEmpty()) {
            return;
        }
        final Pointer pointer = Pointer.ROOT.child("ions");
        ions.fieldNames().forEachRemaining(name -> {
            if (!NAME.matcher(name).matches()) {
                add(
                        pointer.child(name),
                        "the name of an ion must be a letter, then letters and digits: '" + name + "'");
            }
        });
        if (ions.findValue("bulk_density") == null) {
            add(pointer, "at least one ion must be native, with a bulk_density");
        }
    }

    private void checkStages() {
        final JsonNode stages = yaml.root().path("stages");
        for (int i = 0; i < stages.size(); i++) {
            if (stages.path(i).isObject()) {
                checkStage(stages.path(i), Pointer.ROOT.child("stages").child(i));
            }
        }
    }

    private void checkStage(JsonNode stage, Pointer pointer) {
        final List<String> drives = DRIVES.stream().filter(stage::has).toList();
        if (drives.size() > 1) {
            add(
                    pointer,
                    "must have exactly one of " + String.join(", ", DRIVES) + ": has " + String.join(", ", drives));
        } else if (drives.isEmpty() && stage.has("ion")) {
            add(pointer, "an ion needs exactly one of " + String.join(", ", DRIVES));
        } else if (!drives.isEmpty() && !stage.has("ion")) {
            add(pointer.child("ion"), pointer, "missing; " + drives.get(0) + " needs an ion");
        }
        if (stage.has("current") && !yaml.root().path("sample").has("area")) {
            add(pointer.child("current"), "needs sample.area");
        }
        checkBeam(stage, pointer, drives);
        final JsonNode ions = yaml.root().path("ions");
        if (stage.path("ion").isTextual()
                && ions.isObject()
                && !ions.has(stage.path("ion").asText())) {
            final List<String> names = new ArrayList<>();
            ions.fieldNames().forEachRemaining(names::add);
            final String name = stage.path("ion").asText();
            add(pointer.child("ion"), "no ion named " + name + "; ions: " + String.join(", ", names));
        }
    }

    private void checkBeam(JsonNode stage, Pointer pointer, List<String> drives) {
        for (final String key : List.of(ENERGY, SPREAD)) {
            if (stage.has(key) && (drives.isEmpty() || drives.contains("potential"))) {
                add(pointer.child(key), "needs a beam: current_density or current");
                return;
            }
        }
        if (stage.has(ENERGY) != stage.has(SPREAD)) {
            final String given = stage.has(ENERGY) ? ENERGY : SPREAD;
            final String missing = stage.has(ENERGY) ? SPREAD : ENERGY;
            add(pointer.child(missing), pointer.child(given), "missing; " + given + " needs it");
        } else if (stage.path(ENERGY).isDouble()
                && stage.path(SPREAD).isDouble()
                && !(stage.path(SPREAD).doubleValue() < stage.path(ENERGY).doubleValue())) {
            add(
                    pointer.child(SPREAD),
                    "must be below beam_energy, " + yaml.text(pointer.child(ENERGY)) + ": "
                            + yaml.text(pointer.child(SPREAD)));
        }
    }

    private void checkOutput() {
        double end = 0;
        for (final JsonNode stage : yaml.root().path("stages")) {
            if (!stage.path("duration").isDouble()) {
                return;
            }
            end += stage.path("duration").doubleValue();
        }
        final JsonNode times = yaml.root().path("output").path("times");
        final Pointer pointer = Pointer.ROOT.child("output").child("times");
        double last = 0;
        for (int i = 0; i < times.size(); i++) {
            final Pointer place = pointer.child(i);
            if (!times.path(i).isDouble()) {
                continue;
            }
            final double time = times.path(i).doubleValue();
            if (!(time > last)) {
                add(place, "must increase strictly: " + yaml.text(place) + " after " + last + " s");
            } else if (!(time <= end)) {
                add(place, "must be within the stages, <= " + end + " s: " + yaml.text(place));
            }
            last = time;
        }
    }

    private void add(Pointer field, String message) {
        add(field, field, message);
    }

    private void add(Pointer field, Pointer place, String message) {
        errors.add(field, yaml.line(place), message);
    }
}
