package org.npp.cait.casefile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.npp.cait.onsager.DisplacementRun;
import org.npp.cait.quantity.NearestName;
import org.npp.cait.quantity.QuantityParser;
import org.npp.onsager.form.ReferenceFrame;
import org.npp.onsager.md.DisplacementSeries;
import org.npp.onsager.md.EinsteinRelation;

/**
 * Reader of displacement correlations of a molecular dynamics run: one row per block and time, columns {@code block},
 * {@code time_s}, {@code product_<ion>_<ion>_m2} for every pair and, optionally, {@code msd_<ion>_m2} for every ion.
 *
 * <p>Comment lines before the header tell {@code temperature_K}, {@code volume_m3}, {@code charge_<ion>}, and, optionally,
 * {@code particles_<ion>}, {@code dimensions} (3), {@code mass_u_<ion>} with {@code network_mass_u}. Other units in a name:
 * {@code time_ns}, {@code _ps}, {@code _fs}; {@code _nm2}, {@code _A2}; {@code volume_nm3}, {@code _A3}. Nothing is repaired:
 * what breaks a rule is refused with file, line and column.
 */
public final class DisplacementFile {
    private static final Map<String, Double> TIMES =
            units(Map.of("time_s", 1.0, "time_ns", 1e-9, "time_ps", 1e-12, "time_fs", 1e-15));
    private static final Map<String, Double> AREAS = Map.of("m2", 1.0, "nm2", 1e-18, "A2", 1e-20);
    private static final Map<String, Double> VOLUMES =
            units(Map.of("volume_m3", 1.0, "volume_nm3", 1e-27, "volume_A3", 1e-30));
    private static final String NAME = "[A-Za-z][A-Za-z0-9]*";
    private static final Pattern PRODUCT = Pattern.compile("product_(" + NAME + ")_(" + NAME + ")_(m2|nm2|A2)");
    private static final Pattern SQUARE = Pattern.compile("msd_(" + NAME + ")_(m2|nm2|A2)");

    /** Atomic mass constant [kg], CODATA 2018; only ratios of masses count. */
    private static final double ATOMIC_MASS = 1.66053906660e-27;

    private final Table table;
    private final String file;

    private DisplacementFile(Table table, String file) {
        this.table = table;
        this.file = file;
    }

    private static Map<String, Double> units(Map<String, Double> factors) {
        final Map<String, Double> ordered = new LinkedHashMap<>();
        factors.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .forEach(e -> ordered.put(e.getKey(), e.getValue()));
        return ordered;
    }

    /**
     * A run that was read, and the digest of its file.
     *
     * @param run the run
     * @param sha256 SHA-256 of the file's text, hexadecimal
     */
    public record Read(DisplacementRun run, String sha256) {}

    /**
     * Reads a run.
     *
     * @param path the file, at most 64 MB
     * @return the run
     * @throws CaseException if the file is wrong; the message gives file, line, column, rule and value
     */
    public static Read read(Path path) throws CaseException {
        final String text = FileText.read(path, FileText.TABLE_LIMIT);
        final DisplacementRun run = new DisplacementFile(Table.parse(text, path.toString(), 0), path.toString()).run();
        return new Read(run, CaseWriter.sha256(text));
    }

    private DisplacementRun run() throws CaseException {
        final int time = column(new ArrayList<>(TIMES.keySet()));
        final int block = column(List.of("block"));
        final Map<String, Integer> products = new LinkedHashMap<>();
        final Map<String, Integer> squares = new LinkedHashMap<>();
        final List<String> ions = new ArrayList<>(sort(time, block, products, squares));
        final List<Integer> columns = new ArrayList<>();
        final List<Double> factors = new ArrayList<>();
        for (int i = 0; i < ions.size(); i++) {
            for (int j = i; j < ions.size(); j++) {
                take(products, ions.get(i) + "_" + ions.get(j), "product_", columns, factors);
            }
        }
        for (final String ion : squares.isEmpty() ? List.<String>of() : ions) {
            take(squares, ion, "msd_", columns, factors);
        }
        final DisplacementSeries series = series(time, block, columns, factors);
        final EinsteinRelation box = new EinsteinRelation(volume(), positive("temperature_K"), dimensions());
        final int[] charges = new int[ions.size()];
        for (int i = 0; i < charges.length; i++) {
            charges[i] = charge("charge_" + ions.get(i));
        }
        return DisplacementRun.of(
                ions, charges, box, series, !squares.isEmpty(), forEach("particles_", ions), frame(ions, box));
    }

    /** Sorts the columns; returns the ions in the order in which they appear. */
    private Set<String> sort(int time, int block, Map<String, Integer> products, Map<String, Integer> squares)
            throws CaseException {
        final Set<String> ions = new LinkedHashSet<>();
        for (int k = 0; k < table.columns().size(); k++) {
            final String name = table.columns().get(k);
            final Matcher product = PRODUCT.matcher(name);
            final Matcher square = SQUARE.matcher(name);
            if (product.matches()) {
                ions.add(product.group(1));
                ions.add(product.group(2));
                put(products, product.group(1) + "_" + product.group(2), k);
                if (!product.group(1).equals(product.group(2))) {
                    put(products, product.group(2) + "_" + product.group(1), k);
                }
            } else if (square.matches()) {
                put(squares, square.group(1), k);
            } else if (k != time && k != block) {
                throw header(
                        name,
                        "unknown column; expected block, time_s (or _ns, _ps, _fs), product_<ion>_<ion>_m2 and"
                                + " msd_<ion>_m2 (or _nm2, _A2)");
            }
        }
        if (ions.isEmpty()) {
            throw header("", "needs columns product_<ion>_<ion>_m2 (or _nm2, _A2)");
        }
        for (final String ion : squares.keySet()) {
            if (!ions.contains(ion)) {
                throw header("msd_" + ion, "no products of " + ion + "; ions: " + String.join(", ", ions));
            }
        }
        return ions;
    }

    private void put(Map<String, Integer> columns, String key, int column) throws CaseException {
        if (columns.put(key, column) != null) {
            throw header(table.columns().get(column), "stands there twice");
        }
    }

    private void take(
            Map<String, Integer> found, String key, String prefix, List<Integer> columns, List<Double> factors)
            throws CaseException {
        final Integer column = found.get(key);
        if (column == null) {
            throw header(
                    prefix + key + "_m2", "missing column; every pair of ions has its product, or every ion its msd");
        }
        final String name = table.columns().get(column);
        columns.add(column);
        factors.add(AREAS.getOrDefault(name.substring(name.lastIndexOf('_') + 1), 1.0));
    }

    private DisplacementSeries series(int time, int block, List<Integer> columns, List<Double> factors)
            throws CaseException {
        final Map<Double, List<Integer>> blocks = new LinkedHashMap<>();
        for (int row = 0; row < table.rows().size(); row++) {
            blocks.computeIfAbsent(table.rows().get(row)[block], b -> new ArrayList<>())
                    .add(row);
        }
        if (blocks.size() < 2) {
            throw Table.error(file, 0, "block", "a run needs at least 2 blocks, whose scatter is the error: 1");
        }
        final List<Integer> first = blocks.values().iterator().next();
        if (first.size() < 2) {
            throw Table.error(file, table.lines().get(first.get(0)), "", "a block needs at least 2 times: 1");
        }
        final double[] times =
                first.stream().mapToDouble(r -> table.rows().get(r)[time]).toArray();
        final double[][][] products = new double[blocks.size()][columns.size()][times.length];
        int b = 0;
        for (final List<Integer> rows : blocks.values()) {
            checkTimes(rows, time, times);
            for (int k = 0; k < times.length; k++) {
                for (int m = 0; m < columns.size(); m++) {
                    products[b][m][k] = table.rows().get(rows.get(k))[columns.get(m)] * factors.get(m);
                }
            }
            b++;
        }
        final double unit = TIMES.getOrDefault(table.columns().get(time), 1.0);
        return DisplacementSeries.of(Arrays.stream(times).map(t -> t * unit).toArray(), products);
    }

    /** The times of a block increase, and are those of the first. */
    private void checkTimes(List<Integer> rows, int column, double[] times) throws CaseException {
        final String name = table.columns().get(column);
        for (int k = 0; k < rows.size(); k++) {
            final int line = table.lines().get(rows.get(k));
            final double t = table.rows().get(rows.get(k))[column];
            if (k > 0 && !(t > table.rows().get(rows.get(k - 1))[column])) {
                throw Table.error(file, line, name, "must increase strictly in a block: " + t);
            }
            if (k >= times.length || t != times[k]) {
                throw Table.error(file, line, name, "must be the times of the first block: " + t);
            }
        }
        if (rows.size() < times.length) {
            final int line = table.lines().get(rows.get(rows.size() - 1));
            throw Table.error(
                    file, line, name, "a block ends after " + rows.size() + " times, the first has " + times.length);
        }
    }

    private double volume() throws CaseException {
        for (final Map.Entry<String, Double> unit : VOLUMES.entrySet()) {
            if (number(unit.getKey()).isPresent()) {
                return positive(unit.getKey()) * unit.getValue();
            }
        }
        throw missing("volume_m3");
    }

    private int dimensions() throws CaseException {
        final Optional<Double> given = number("dimensions");
        if (given.isEmpty()) {
            return 3;
        }
        if (given.get() == 1 || given.get() == 2 || given.get() == 3) {
            return given.get().intValue();
        }
        throw comment("dimensions", "must be 1, 2 or 3: " + given.get());
    }

    private int charge(String key) throws CaseException {
        final double z = number(key).orElseThrow(() -> missing(key));
        if (z == Math.rint(z) && z != 0 && Math.abs(z) <= 8) {
            return (int) z;
        }
        throw comment(key, "must be a charge number, an integer from -8 to 8 but 0: " + z);
    }

    /** One positive number per ion, for all or none. */
    private double[] forEach(String prefix, List<String> ions) throws CaseException {
        final List<Double> values = new ArrayList<>();
        for (final String ion : ions) {
            if (number(prefix + ion).isPresent()) {
                values.add(positive(prefix + ion));
            }
        }
        if (!values.isEmpty() && values.size() < ions.size()) {
            for (final String ion : ions) {
                if (number(prefix + ion).isEmpty()) {
                    throw missing(prefix + ion);
                }
            }
        }
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private Optional<ReferenceFrame> frame(List<String> ions, EinsteinRelation box) throws CaseException {
        final double[] masses = forEach("mass_u_", ions);
        if (masses.length == 0) {
            return Optional.empty();
        }
        final double[] particles = forEach("particles_", ions);
        if (particles.length == 0) {
            throw missing("particles_" + ions.get(0));
        }
        final double network = positive("network_mass_u");
        for (int i = 0; i < masses.length; i++) {
            masses[i] *= ATOMIC_MASS;
            particles[i] /= box.volume();
        }
        return Optional.of(ReferenceFrame.of(masses, particles, network * ATOMIC_MASS, 1 / box.volume()));
    }

    private double positive(String key) throws CaseException {
        final double value = number(key).orElseThrow(() -> missing(key));
        if (value > 0) {
            return value;
        }
        throw comment(key, "must be > 0: " + value);
    }

    /** The number of a comment line, finite. */
    private Optional<Double> number(String key) throws CaseException {
        final Optional<String> text = table.comment(key);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(QuantityParser.parseNumber(text.get()));
        } catch (IllegalArgumentException e) {
            throw comment(key, String.valueOf(e.getMessage()));
        }
    }

    private int column(List<String> names) throws CaseException {
        final List<String> present =
                names.stream().filter(table.columns()::contains).toList();
        if (present.size() == 1) {
            return table.columns().indexOf(present.get(0));
        }
        if (present.size() > 1) {
            throw header(present.get(1), "must not stand beside " + present.get(0));
        }
        throw header(
                names.get(0),
                "missing column"
                        + NearestName.of(names.get(0), table.columns())
                                .map(near -> "; did you mean it by " + near + "?")
                                .orElse(""));
    }

    private CaseException missing(String key) {
        return Table.error(file, 0, key, "missing; a line '# " + key + ": ...' before the header tells it");
    }

    private CaseException comment(String key, String message) {
        for (int k = 0; k < table.comments().size(); k++) {
            if (table.comments().get(k).startsWith(key + ":")) {
                return Table.error(file, k + 1, key, message);
            }
        }
        return Table.error(file, 0, key, message);
    }

    /** An error of the header, which stands in the line after the comments. */
    private CaseException header(String column, String message) {
        return Table.error(file, table.comments().size() + 1, column, message);
    }
}
