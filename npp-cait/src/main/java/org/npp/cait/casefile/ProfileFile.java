package org.npp.cait.casefile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.npp.cait.CaitCase;
import org.npp.cait.CaitIon;
import org.npp.cait.measure.MeasuredProfile;

/**
 * Reader of measured profiles: {@code depth_m,<ion>_fraction...[,<ion>_sigma...]}, with {@code depth_nm} as well.
 *
 * <p>Nothing is repaired: what breaks a rule is refused with file, line and column. Other columns are refused too, so
 * that a misspelled one is not overlooked; {@code potential_V} and {@code charge_density_C_per_m3}, which a computed
 * profile has, are passed over.
 */
public final class ProfileFile {
    private static final String FRACTION = "_fraction";
    private static final String SIGMA = "_sigma";
    private static final double NANOMETRE = 1e-9;

    /** Size of an atom [m]. */
    private static final double ATOM = 1e-10;

    /** Greatest fraction, with an intensity that is wrong by a factor of some. */
    private static final double MOST = 10;

    /** Standard error of a fraction below which it is none: no instrument counts so many ions. */
    private static final double LEAST_SIGMA = 1e-9;

    private static final String SIGMA_RULE = "must be the standard error of a fraction, in [1e-9, 10]";

    /** Part of an ion that must have been replaced for a front to be there. */
    private static final double SEEN = 0.1;

    /** Fraction in the middle of a front. */
    private static final double HALF = 0.5;

    /** Columns of a computed profile that no measurement has. */
    private static final List<String> COMPUTED = List.of("potential_V", "charge_density_C_per_m3");

    /** First comment of a profile that a program made up. */
    public static final String SYNTHETIC = "synthetic";

    private final Table table;
    private final String file;

    private ProfileFile(Table table, String file) {
        this.table = table;
        this.file = file;
    }

    /**
     * Reads a profile of ions of a case.
     *
     * @param path the file, at most 64 MB
     * @param experiment the case
     * @return the profile
     * @throws CaseException if the file is wrong; the message gives file, line, column, rule and value
     */
    public static MeasuredProfile read(Path path, CaitCase experiment) throws CaseException {
        final String text = FileText.read(path, FileText.TABLE_LIMIT);
        return new ProfileFile(Table.parse(text, path.toString(), 0), path.toString()).profile(experiment);
    }

    private MeasuredProfile profile(CaitCase experiment) throws CaseException {
        final List<String> known = experiment.ions().stream().map(CaitIon::name).toList();
        final int depth = depthColumn(known);
        checkColumns(known);
        table.requireIncreasing(depth, file);
        table.requireNonNegative(depth, file);
        final int rows = table.rows().size();
        if (rows < MeasuredProfile.LEAST_POINTS) {
            throw Table.error(
                    file,
                    0,
                    "",
                    "a measured profile needs at least " + MeasuredProfile.LEAST_POINTS + " rows: " + rows);
        }
        final List<String> ions = new ArrayList<>();
        final List<double[]> fractions = new ArrayList<>();
        final List<double[]> sigmas = new ArrayList<>();
        for (final String ion : known) {
            final Optional<Integer> fraction = table.find(ion + FRACTION);
            final Optional<Integer> sigma = table.find(ion + SIGMA);
            if (fraction.isPresent()) {
                ions.add(ion);
                fractions.add(table.column(fraction.get()));
                table.requireAtMost(fraction.get(), MOST, "must be a fraction, not a percentage or a count", file);
                if (sigma.isPresent()) {
                    table.requirePositive(sigma.get(), file);
                    table.requireWithin(sigma.get(), LEAST_SIGMA, MOST, SIGMA_RULE, file);
                }
                sigmas.add(sigma.map(table::column).orElseGet(() -> new double[0]));
            } else if (sigma.isPresent()) {
                throw error(ion + SIGMA, "has no column " + ion + FRACTION + " beside it");
            }
        }
        if (ions.isEmpty()) {
            throw error("", "needs a fraction of at least one ion; " + expected(known));
        }
        checkDepths(depth, experiment.sample().thickness());
        if (experiment.stages().stream().anyMatch(s -> s.ion().isPresent())) {
            for (final CaitIon ion : experiment.ions()) {
                checkEnd(ion, experiment);
            }
        }
        final boolean synthetic = table.comments().stream().anyMatch(c -> c.startsWith(SYNTHETIC));
        return MeasuredProfile.of(
                depths(depth), ions, fractions.toArray(new double[0][]), sigmas.toArray(new double[0][]), synthetic);
    }

    /** Depths of the wrong unit are beyond the sample, or all of them within an atom. */
    private void checkDepths(int column, double thickness) throws CaseException {
        final double unit = table.columns().get(column).equals("depth_nm") ? NANOMETRE : 1;
        table.requireAtMost(
                column, thickness / unit, "must be within the sample, which is " + thickness + " m thick", file);
        final int last = table.rows().size() - 1;
        final double end = table.rows().get(last)[column];
        if (!(end * unit > ATOM)) {
            throw Table.error(
                    file,
                    table.lines().get(last),
                    table.columns().get(column),
                    "the deepest depth must be more than " + ATOM + " m, an atom: " + end);
        }
    }

    /** A profile ends in the glass that the ions have not reached. */
    private void checkEnd(CaitIon ion, CaitCase experiment) throws CaseException {
        final Optional<Integer> column = table.find(ion.name() + FRACTION);
        final int last = table.rows().size() - 1;
        if (column.isPresent()) {
            final double end = table.rows().get(last)[column.get()];
            final boolean beyond = ion.isNative() ? end >= HALF : end <= HALF;
            if (!beyond) {
                throw Table.error(
                        file,
                        table.lines().get(last),
                        ion.name() + FRACTION,
                        "the profile must reach through the front: its last fraction of " + ion.name() + " must be "
                                + (ion.isNative() ? ">= " : "<= ") + HALF + ": " + end);
            }
            final DoubleStream all = Arrays.stream(table.column(column.get()));
            final double extreme = (ion.isNative() ? all.min() : all.max()).orElseThrow();
            final boolean front = ion.isNative() ? extreme <= 1 - SEEN : extreme >= SEEN;
            if (!front && driven(experiment, ion)) {
                throw Table.error(
                        file,
                        table.lines().get(0),
                        ion.name() + FRACTION,
                        "the profile must show a front: " + (ion.isNative() ? "its least" : "its greatest")
                                + " fraction of " + ion.name() + " must be "
                                + (ion.isNative() ? "<= " + (1 - SEEN) : ">= " + SEEN) + ": " + extreme);
            }
        }
    }

    /** Whether the beam brings an ion, or drives a native one out; of several natives one may stay. */
    private static boolean driven(CaitCase experiment, CaitIon ion) {
        return ion.isNative()
                ? experiment.ions().stream().filter(CaitIon::isNative).count() == 1
                : experiment.stages().stream()
                        .anyMatch(s -> s.ion().filter(ion.name()::equals).isPresent());
    }

    private double[] depths(int column) {
        final double[] depths = table.column(column);
        if (table.columns().get(column).equals("depth_nm")) {
            for (int k = 0; k < depths.length; k++) {
                depths[k] *= NANOMETRE;
            }
        }
        return depths;
    }

    private int depthColumn(List<String> known) throws CaseException {
        if (table.find("depth_m").isPresent() && table.find("depth_nm").isPresent()) {
            throw error("depth_nm", "must not stand beside depth_m");
        }
        return table.find("depth_m", "depth_nm")
                .orElseThrow(() -> error("", "has no column of the depth; " + expected(known)));
    }

    private void checkColumns(List<String> known) throws CaseException {
        for (final String column : table.columns()) {
            final String ion = column.replaceAll("(" + FRACTION + "|" + SIGMA + ")$", "");
            final boolean quantity = !ion.equals(column) && known.contains(ion);
            if (!quantity && !column.startsWith("depth_") && !COMPUTED.contains(column)) {
                throw error(column, "unknown column; " + expected(known));
            }
            if (column.startsWith("depth_") && !column.equals("depth_m") && !column.equals("depth_nm")) {
                throw error(column, "unknown unit of the depth; " + expected(known));
            }
        }
    }

    /** An error of the header, which stands in the line after the comments. */
    private CaseException error(String column, String message) {
        return Table.error(file, table.comments().size() + 1, column, message);
    }

    private static String expected(List<String> known) {
        return "expected depth_m or depth_nm and, for at least one ion, <ion>_fraction, with <ion>_sigma if known; ions: "
                + String.join(", ", known);
    }
}
