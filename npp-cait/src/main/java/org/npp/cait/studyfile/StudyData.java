package org.npp.cait.studyfile;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.npp.cait.Stage;
import org.npp.cait.casefile.CaseException;
import org.npp.cait.casefile.CaseFile;
import org.npp.cait.casefile.HistoryFile;
import org.npp.cait.casefile.InputFile;
import org.npp.cait.casefile.ProfileFile;
import org.npp.cait.fit.DataSeries;
import org.npp.cait.fit.DataSeries.Quantity;
import org.npp.cait.measure.MeasuredProfile;

/** Reads the cases of a study and what was measured in each. Not thread-safe. */
final class StudyData {
    private final InputFile file;

    /** Greatest ratio of a value and its error, either way, that is not a slip. */
    private static final double FARTHEST = 1e9;

    /** The study's own file. */
    private final Path path;

    private final List<CaseFile> cases = new ArrayList<>();
    private final List<List<DataSeries>> data = new ArrayList<>();

    /** All that goes into the fit. */
    private final MessageDigest digest;

    private boolean synthetic;

    private StudyData(InputFile file, Path path) {
        this.file = file;
        this.path = path;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static StudyData read(InputFile file, Path path) {
        final StudyData data = new StudyData(file, path);
        data.include(path);
        final JsonNode experiments = file.root().path("experiments");
        for (int i = 0; i < experiments.size(); i++) {
            data.readCase(i);
        }
        data.checkErrors();
        return data;
    }

    List<CaseFile> cases() {
        return cases;
    }

    List<DataSeries> data(int i) {
        return data.get(i);
    }

    int size() {
        return data.stream().flatMap(List::stream).mapToInt(DataSeries::size).sum();
    }

    /** Whether a profile was made up by a program. */
    boolean synthetic() {
        return synthetic;
    }

    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private void include(Path read) {
        try {
            digest.update(Files.readAllBytes(read));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // it was read a moment ago
        }
    }

    /** Reads something that a key of an experiment names; what is wrong with it as a whole is an error of the key. */
    @FunctionalInterface
    private interface Reader<T> {
        T read(Path path) throws CaseException;
    }

    private <T> Optional<T> read(int i, String key, Reader<T> reader) {
        final String name = file.root().path("experiments").path(i).path(key).asText();
        if (name.isEmpty()) {
            return Optional.empty();
        }
        try {
            final Path place = path.resolveSibling(name);
            final T read = reader.read(place);
            include(place);
            return Optional.of(read);
        } catch (InvalidPathException e) {
            file.reject("is not a file name: " + name, "experiments", i, key);
        } catch (CaseException e) {
            file.reject(e, error -> error.line() == 0, "experiments", i, key);
        }
        return Optional.empty();
    }

    private void readCase(int i) {
        final JsonNode node = file.root().path("experiments").path(i);
        final Optional<CaseFile> read = read(i, "case", CaseFile::read);
        if (read.isEmpty()) {
            return;
        }
        digest.update(read.get().sha256().getBytes(StandardCharsets.UTF_8));
        final double duration = read.get().experiment().stages().stream()
                .mapToDouble(Stage::duration)
                .sum();
        final List<DataSeries> all = new ArrayList<>();
        read(i, "profile", place -> ProfileFile.read(place, read.get().experiment()))
                .ifPresent(profile -> all.addAll(profile(i, node, profile)));
        read(i, "current", place -> HistoryFile.read(place, "current_density_A_per_m2", duration))
                .ifPresent(h -> all.add(DataSeries.of(Quantity.CURRENT_DENSITY, h)));
        read(i, "surface_potential", place -> HistoryFile.read(place, "surface_potential_V", duration))
                .ifPresent(h -> all.add(DataSeries.of(Quantity.SURFACE_POTENTIAL, h)));
        if (node.has("dose")) {
            final double value = node.at("/dose/value").doubleValue();
            final double sigma = node.at("/dose/sigma").doubleValue();
            if (value != 0 && !(sigma >= Math.abs(value) / FARTHEST && sigma <= Math.abs(value) * FARTHEST)) {
                file.reject(
                        "must be within a factor of 1e9 of the value: "
                                + node.at("/dose/sigma").asText() + " C/m^2",
                        "experiments",
                        i,
                        "dose",
                        "sigma");
            }
            all.add(DataSeries.dose(value, sigma));
        }
        if (!node.has("profile") && all.isEmpty() && !node.has("current") && !node.has("surface_potential")) {
            file.reject("needs at least one of profile, current, surface_potential, dose", "experiments", i);
        }
        cases.add(read.get());
        data.add(List.copyOf(all));
    }

    private List<DataSeries> profile(int i, JsonNode node, MeasuredProfile profile) {
        synthetic |= profile.synthetic();
        final OptionalDouble counts =
                node.has("counts") ? OptionalDouble.of(node.path("counts").doubleValue()) : OptionalDouble.empty();
        try {
            return DataSeries.of(profile, counts);
        } catch (IllegalArgumentException e) {
            file.reject(String.valueOf(e.getMessage()), "experiments", i, "counts");
            return List.of();
        }
    }

    /** Residuals in units of their errors and bare ones don't add up. */
    private void checkErrors() {
        final boolean some = data.stream().flatMap(List::stream).anyMatch(DataSeries::hasErrors);
        for (int i = 0; i < data.size() && some; i++) {
            for (final DataSeries series : data.get(i)) {
                if (!series.hasErrors()) {
                    file.reject(
                            "needs a column " + series.name()
                                    + "_sigma, or counts, because other data of the study have" + " errors",
                            "experiments",
                            i,
                            "profile");
                }
            }
        }
    }
}
