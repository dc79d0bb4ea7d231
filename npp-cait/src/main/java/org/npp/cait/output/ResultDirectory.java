package org.npp.cait.output;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.npp.cait.CaitResult;
import org.npp.cait.onsager.FinalCoefficients;
import org.npp.cait.report.Provenance;
import org.npp.cait.report.Report;
import org.npp.core.NppState;

/**
 * The directory that takes the files of a simulation: {@code profile.csv}, {@code profile_1.csv} &hellip; for the output
 * times, {@code history.csv}, {@code report.html}, {@code case.yaml} and {@code summary.json}; or those of an evaluation of
 * coefficients: {@code onsager.csv} and {@code summary.json}.
 *
 * <p>Files are written completely into a hidden directory beside, then moved into place. <strong>A new directory</strong>
 * appears with all its files by one rename, or not at all. <strong>An existing one</strong> is refused, unless it is to be
 * overwritten and holds an earlier result of the same command (its {@code summary.json}) or nothing: then each file of the names above is
 * replaced by one rename, {@code summary.json} last; profiles of output times that no longer exist are removed, and
 * files of other names stay. So neither a user's own {@code case.yaml} nor anything else that npp did not write is lost.
 * What is left behind by an interrupt is removed on the way out.
 *
 * <p><strong>Threading.</strong> Not thread-safe.
 */
public final class ResultDirectory {
    /** File that marks a directory as one of results. */
    private static final String SUMMARY = "summary.json";

    /** Profiles at output times. */
    private static final Pattern OUTPUT_PROFILE = Pattern.compile("profile_[1-9][0-9]*\\.csv");

    /** Whose files a directory holds. */
    public enum Kind {
        /** A simulation's. */
        SIMULATE,
        /** An evaluation of coefficients. */
        ONSAGER,
        /** A direct inversion. */
        INVERT,
        /** A fit. */
        FIT;

        private String command() {
            return "npp " + name().toLowerCase(Locale.ROOT);
        }
    }

    private final Path out;

    private final Kind kind;

    /** Whether it existed when it was prepared. */
    private final boolean existed;

    private final Clock clock;

    private ResultDirectory(Path out, Kind kind, boolean existed, Clock clock) {
        this.out = out;
        this.kind = kind;
        this.existed = existed;
        this.clock = clock;
    }

    /**
     * Checks before a run that its files can be written; changes nothing.
     *
     * @param out the directory
     * @param kind whose files it is to hold
     * @param force whether to overwrite an earlier result
     * @return the directory, to be written
     * @throws OutputException if it can't be written; the message tells why
     */
    public static ResultDirectory prepare(Path out, Kind kind, boolean force) throws OutputException {
        return prepare(out, kind, force, Clock.systemUTC());
    }

    /**
     * Checks before a run that its files can be written; changes nothing.
     *
     * @param out the directory
     * @param kind whose files it is to hold
     * @param force whether to overwrite an earlier result
     * @param clock tells the date in the files
     * @return the directory, to be written
     * @throws OutputException if it can't be written; the message tells why
     */
    public static ResultDirectory prepare(Path out, Kind kind, boolean force, Clock clock) throws OutputException {
        final Path place = out.toAbsolutePath().normalize();
        final boolean exists = Files.exists(place);
        if (exists) {
            checkExisting(out, kind, force);
        } else {
            Path parent = place.getParent();
            while (parent != null && !Files.exists(parent)) {
                parent = parent.getParent();
            }
            if (parent == null || !Files.isDirectory(parent)) {
                throw new OutputException("cannot create " + out + ": " + parent + " is a file, not a directory");
            }
            checkWritable(out, parent);
        }
        return new ResultDirectory(place, kind, exists, clock);
    }

    private static void checkExisting(Path out, Kind kind, boolean force) throws OutputException {
        if (!Files.isDirectory(out)) {
            throw new OutputException("cannot create directory " + out + ": a file of that name exists");
        }
        if (!force) {
            throw new OutputException(out + " exists; use --force to overwrite the results in it");
        }
        checkWritable(out, out);
        final Optional<Kind> held = held(out);
        if (held.filter(k -> k != kind).isPresent()) {
            throw new OutputException(
                    out + " holds the results of " + held.get().command() + ": not overwritten by those" + " of "
                            + kind.command() + ", even with --force; choose another directory");
        }
        if (held.isEmpty() && !isEmpty(out)) {
            throw new OutputException(out + " holds files but no results of npp (no " + SUMMARY
                    + " of a simulation): not overwritten, even with --force; choose another directory");
        }
    }

    private static void checkWritable(Path out, Path directory) throws OutputException {
        if (!Files.isWritable(directory)) {
            throw new OutputException("cannot write " + out + ": no permission to write in " + directory);
        }
    }

    private static boolean isEmpty(Path directory) throws OutputException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.findAny().isEmpty();
        } catch (IOException e) {
            throw new OutputException("cannot read " + directory + ": " + e.getMessage(), e);
        }
    }

    /** Whose results a directory holds; empty if nobody's. */
    private static Optional<Kind> held(Path directory) {
        return isFit(directory) ? Optional.of(Kind.FIT) : summarized(directory);
    }

    private static boolean isFit(Path directory) {
        try {
            return new ObjectMapper()
                    .readTree(directory.resolve("fit.json").toFile())
                    .has("chi_squared");
        } catch (IOException e) {
            return false; // missing or not JSON: not ours
        }
    }

    private static Optional<Kind> summarized(Path directory) {
        try {
            final JsonNode json =
                    new ObjectMapper().readTree(directory.resolve(SUMMARY).toFile());
            if (json.path(DisplacementFiles.DIGEST).isTextual()) {
                return Optional.of(Kind.ONSAGER);
            }
            if (!json.path("case_sha256").isTextual()) {
                return Optional.empty();
            }
            if (json.has("inversion")) {
                return Optional.of(Kind.INVERT);
            }
            return json.has("time_steps")
                    ? Optional.of(json.has(Summary.LAW) ? Kind.ONSAGER : Kind.SIMULATE)
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // missing or not JSON: not ours
        }
    }

    /**
     * Writes all files.
     *
     * @param result the run, complete or not
     * @param caseYaml the resolved case
     * @param caseSha256 its SHA-256, hexadecimal
     * @throws OutputException if a file can't be written; a new directory has not appeared then
     */
    public void write(CaitResult result, String caseYaml, String caseSha256) throws OutputException {
        write(files(result, caseYaml, Provenance.of(caseSha256, clock)));
    }

    /**
     * Writes the coefficients of a run.
     *
     * @param result the run, complete or not
     * @param coefficients those of its final profile
     * @param caseSha256 SHA-256 of the resolved case, hexadecimal
     * @throws OutputException if a file can't be written; a new directory has not appeared then
     */
    public void write(CaitResult result, FinalCoefficients coefficients, String caseSha256) throws OutputException {
        final Provenance provenance = Provenance.of(caseSha256, clock);
        final double time = result.finalState().time();
        final Map<String, Staging.Content> files = new LinkedHashMap<>();
        files.put("onsager.csv", w -> OnsagerTable.write(w, coefficients, time, provenance));
        files.put(
                SUMMARY,
                w -> w.write(Summary.of(result, coefficients, caseSha256).toPrettyString() + "\n"));
        write(files);
    }

    private static Map<String, Staging.Content> files(CaitResult result, String caseYaml, Provenance provenance) {
        final Map<String, Staging.Content> files = new LinkedHashMap<>();
        files.put("profile.csv", w -> ProfileTable.write(w, result.experiment(), result.finalState(), provenance));
        int number = 0;
        for (final NppState state : result.outputs()) {
            number++;
            files.put("profile_" + number + ".csv", w -> ProfileTable.write(w, result.experiment(), state, provenance));
        }
        files.put("history.csv", w -> HistoryTable.write(w, result.history(), provenance));
        files.put("report.html", w -> w.write(Report.html(result, caseYaml, provenance)));
        files.put("case.yaml", w -> w.write(caseYaml));
        files.put(
                SUMMARY,
                w -> w.write(Summary.of(result, provenance.caseSha256()).toPrettyString() + "\n"));
        return files;
    }

    /** Writes files of any content, the last one last. */
    void write(Map<String, Staging.Content> files) throws OutputException {
        final boolean exists = Files.exists(out);
        if (exists && !existed) {
            throw new OutputException(out + " appeared during the run; results not written");
        }
        final Path parent = out.getParent();
        try (Staging staging = Staging.in(exists || parent == null ? out : parent)) {
            staging.write(files);
            if (exists) {
                for (final String name : files.keySet()) {
                    move(staging.directory().resolve(name), out.resolve(name));
                }
                if (kind == Kind.SIMULATE) {
                    removeStale(files);
                }
            } else {
                move(staging.directory(), out);
            }
            staging.keepParents();
        } catch (IOException e) {
            throw new OutputException("cannot write results to " + out + ": " + reason(e), e);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    private void removeStale(Map<String, Staging.Content> files) throws IOException {
        final List<Path> stale = new ArrayList<>();
        try (Stream<Path> present = Files.list(out)) {
            present.filter(p ->
                            OUTPUT_PROFILE.matcher(p.getFileName().toString()).matches())
                    .filter(p -> !files.containsKey(p.getFileName().toString()))
                    .forEach(stale::add);
        }
        for (final Path file : stale) {
            Files.delete(file);
        }
    }

    private static String reason(IOException e) {
        final String message = e.getMessage() == null ? "" : ": " + e.getMessage();
        return e.getClass().getSimpleName().replace("Exception", "") + message;
    }
}
