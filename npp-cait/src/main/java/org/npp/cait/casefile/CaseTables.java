package org.npp.cait.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Puts the tables that a case names into its tree, in one form whatever they looked like. */
final class CaseTables {
    /** Names of the columns that can hold the values of a drive, besides {@code value}. */
    private static final Map<String, String[]> VALUE_COLUMNS = Map.of(
            "current_density", new String[] {"value", "current_density_A_per_m2"},
            "current", new String[] {"value", "current_A"},
            "potential", new String[] {"value", "potential_V", "surface_potential_V"});

    /** The file. */
    private final YamlTree yaml;

    /** What is wrong. */
    private final Errors errors;

    /** Directory that file names refer to. */
    private final Path directory;

    /** What should be said. */
    private final List<CaseError> warnings = new ArrayList<>();

    private CaseTables(YamlTree yaml, Errors errors, Path directory) {
        this.yaml = yaml;
        this.errors = errors;
        this.directory = directory;
    }

    /** Overwrites file names in a tree without errors; returns warnings. */
    static List<CaseError> include(YamlTree yaml, Errors errors, Path directory) {
        final CaseTables tables = new CaseTables(yaml, errors, directory);
        tables.includeAll();
        return tables.warnings;
    }

    /** Brings a table into its form. */
    private interface Form {
        String canonical(Table table, String file) throws CaseException;
    }

    private void includeAll() {
        final ObjectNode ions = (ObjectNode) yaml.root().path("ions");
        final List<String> names = new ArrayList<>();
        final List<String> natives = new ArrayList<>();
        ions.properties().forEach(ion -> {
            names.add(ion.getKey());
            if (ion.getValue().has("bulk_density")) {
                natives.add(ion.getKey());
            }
            final Pointer place = Pointer.ROOT.child("ions").child(ion.getKey()).child("diffusivity");
            final JsonNode law = ion.getValue().path("diffusivity");
            if (law.has("table")) {
                include((ObjectNode) law, "table", place.child("table"), CaseTables::diffusivity);
            }
            if (law.path("sed").has("file")) {
                include((ObjectNode) law.path("sed"), "file", place.child("sed").child("file"), CaseTables::sites);
            }
        });
        final JsonNode stages = yaml.root().path("stages");
        for (int i = 0; i < stages.size(); i++) {
            for (final String drive : CaseRules.DRIVES) {
                if (stages.path(i).path(drive) instanceof ObjectNode table) {
                    final Pointer place = Pointer.ROOT.child("stages").child(i).child(drive);
                    final double duration = stages.path(i).path("duration").doubleValue();
                    include(table, "table", place.child("table"), (t, file) -> drive(t, file, drive, place, duration));
                }
            }
        }
        if (yaml.root().has("start")) {
            final double thickness = yaml.root().at("/sample/thickness").doubleValue();
            include(
                    yaml.root(),
                    "start",
                    Pointer.ROOT.child("start"),
                    (t, file) -> StartProfile.canonical(t, file, names, natives, thickness));
        }
    }

    private void include(ObjectNode parent, String key, Pointer pointer, Form form) {
        final String text = parent.path(key).asText();
        try {
            if (text.contains("\n")) {
                final Table table = Table.parse(text, errors.file(), yaml.textLine(pointer));
                parent.put(key, form.canonical(table, errors.file()));
            } else {
                final Path file = directory.resolve(text);
                parent.put(key, form.canonical(Table.parse(read(file, pointer), file.toString(), 0), file.toString()));
            }
        } catch (InvalidPathException e) {
            errors.add(pointer, yaml.line(pointer), "is not a file name: " + text);
        } catch (CaseException e) {
            errors.addAll(e.errors());
        }
    }

    /** Errors of the file as a whole are errors of the field that names it. */
    private String read(Path file, Pointer pointer) throws CaseException {
        try {
            return FileText.read(file, FileText.TABLE_LIMIT);
        } catch (CaseException e) {
            final CaseError error = e.errors().get(0);
            throw error.line() > 0
                    ? e
                    : new CaseException(List.of(new CaseError(
                            errors.file(), yaml.line(pointer), pointer.field(), file + ": " + error.message())));
        }
    }

    private static String diffusivity(Table table, String file) throws CaseException {
        final int fraction = column(table, file, "fraction");
        final int value = column(table, file, "diffusivity_m2_per_s");
        table.requireIncreasing(fraction, file);
        table.requireNonNegative(fraction, file);
        table.requirePositive(value, file);
        if (table.rows().size() < 2) {
            throw Table.error(file, 0, "", "a diffusivity table needs at least two rows");
        }
        return Table.text(
                List.of("fraction", "diffusivity_m2_per_s"), List.of(table.column(fraction), table.column(value)));
    }

    private static String sites(Table table, String file) throws CaseException {
        final int energy = column(table, file, "energy_eV");
        final int density = column(table, file, "density", "density_per_eV");
        table.requireIncreasing(energy, file);
        table.requireNonNegative(density, file);
        if (table.rows().size() < 2) {
            throw Table.error(file, 0, "", "a site energy distribution needs at least two rows");
        }
        final double[] densities = table.column(density);
        if (Arrays.stream(densities).allMatch(g -> g == 0)) {
            throw Table.error(file, 0, table.columns().get(density), "must not be 0 in all rows");
        }
        return Table.text(List.of("energy_eV", "density"), List.of(table.column(energy), densities));
    }

    private String drive(Table table, String file, String drive, Pointer place, double duration) throws CaseException {
        final int time = column(table, file, "time_s");
        final int value = column(table, file, VALUE_COLUMNS.getOrDefault(drive, new String[] {"value"}));
        table.requireIncreasing(time, file);
        if (!drive.equals("potential")) {
            table.requireNonNegative(value, file);
        }
        final double[] times = table.column(time);
        final double end = times[times.length - 1];
        if (end < duration || times[0] > 0) {
            warnings.add(new CaseError(
                    errors.file(),
                    yaml.line(place),
                    place.field(),
                    "the table reaches from " + times[0] + " to " + end + " s, the stage from 0.0 to " + duration
                            + " s; outside the table its first and last values are kept"));
        }
        return Table.text(List.of("time_s", "value"), List.of(times, table.column(value)));
    }

    private static int column(Table table, String file, String... names) throws CaseException {
        return table.find(names)
                .orElseThrow(() -> Table.error(
                        file, 0, names[0], "missing column; columns: " + String.join(", ", table.columns())));
    }
}
