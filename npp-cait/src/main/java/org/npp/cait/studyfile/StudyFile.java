package org.npp.cait.studyfile;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.npp.cait.casefile.CaseException;
import org.npp.cait.casefile.CaseFile;
import org.npp.cait.casefile.InputFile;
import org.npp.cait.fit.FitExperiment;
import org.npp.cait.fit.FitStudy;
import org.npp.cait.fit.Loss;
import org.npp.cait.fit.ModelComparison;
import org.npp.cait.fit.SamplingPlan;

/**
 * A study that was read from a file, with the cases and profiles it names.
 *
 * <p><strong>Threading.</strong> Instances are immutable and thread-safe.
 *
 * <pre>{@code
 * FitResult result = SedFit.of(StudyFile.read(Path.of("study.yaml")).study()).run();
 * }</pre>
 */
public final class StudyFile {
    private static final String COMPARE = "compare";

    /** Methods that have a field. */
    private static final SortedMap<String, List<String>> OWNERS = new TreeMap<>(Map.of(
            "samples", List.of("bootstrap"),
            "walkers", List.of("mcmc"),
            "steps", List.of("mcmc"),
            "seed", List.of("bootstrap", "mcmc")));

    private final String title;
    private final String yaml;
    private final String sha256;
    private final boolean synthetic;
    private final FitStudy study;
    private final Optional<SamplingPlan> plan;
    private final List<StudyFile> rivals;

    private StudyFile(
            String title,
            String yaml,
            String sha256,
            boolean synthetic,
            FitStudy study,
            Optional<SamplingPlan> plan,
            List<StudyFile> rivals) {
        this.title = title;
        this.yaml = yaml;
        this.sha256 = sha256;
        this.synthetic = synthetic;
        this.study = study;
        this.plan = plan;
        this.rivals = List.copyOf(rivals);
    }

    /**
     * Tells whether a file is a study rather than a case.
     *
     * @param path the file
     * @return whether it has experiments
     */
    public static boolean isStudy(Path path) {
        return InputFile.has(path, "experiments");
    }

    /**
     * Reads a study.
     *
     * @param path the file
     * @return the study
     * @throws CaseException if it or a file that it names is wrong; it lists all errors
     */
    public static StudyFile read(Path path) throws CaseException {
        return read(path, true);
    }

    private static StudyFile read(Path path, boolean mayCompare) throws CaseException {
        final InputFile file = InputFile.read(path, StudySchema.text());
        file.throwIfWrong();
        if (file.root().has(COMPARE) && !mayCompare) {
            file.reject("a study that another one is compared with can't compare itself", COMPARE);
        }
        file.throwIfWrong();
        final StudyData data = StudyData.read(file, path);
        file.throwIfWrong();
        final List<CaseFile> cases = data.cases();
        final List<StudyParameter> parameters = ParameterReader.read(file, cases);
        file.throwIfWrong();
        if (data.size() <= parameters.size()) {
            file.reject(
                    "must be fewer than the measured values, which are " + data.size() + ": " + parameters.size(),
                    "parameters");
        }
        file.throwIfWrong();
        final List<Double> resolution = resolution(file.root());
        final List<FitExperiment> all = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            final String name =
                    file.root().path("experiments").path(i).path("case").asText();
            all.add(new StudyExperiment(name, i, cases.get(i), data.data(i), resolution, parameters));
        }
        final String loss = file.root().path("loss").asText("least_squares");
        final Optional<SamplingPlan> plan = plan(file, parameters.size());
        file.throwIfWrong();
        final boolean profile = file.root().at("/uncertainty/method").asText().equals("profile_likelihood");
        final FitStudy study = new FitStudy(
                parameters.stream().map(StudyParameter::number).toList(),
                all,
                Loss.valueOf(loss.toUpperCase(Locale.ROOT)),
                profile ? FitStudy.Uncertainty.PROFILE_LIKELIHOOD : FitStudy.Uncertainty.COVARIANCE,
                file.root().path("starts").asInt(1));
        final List<StudyFile> rivals = rivals(file, path, study);
        file.throwIfWrong();
        return new StudyFile(
                file.root().path("title").asText(),
                file.text(),
                hash(data.sha256(), rivals),
                data.synthetic(),
                study,
                plan,
                rivals);
    }

    /** The studies this one is compared with. */
    private static List<StudyFile> rivals(InputFile file, Path path, FitStudy study) {
        final List<StudyFile> rivals = new ArrayList<>();
        for (int i = 0; i < file.root().path(COMPARE).size(); i++) {
            final String name = file.root().path(COMPARE).path(i).asText();
            try {
                final StudyFile rival = read(path.resolveSibling(name), false);
                if (!ModelComparison.sameData(study, rival.study())) {
                    file.reject("must have the same experiments and profiles as this study: " + name, COMPARE, i);
                }
                rivals.add(rival);
            } catch (InvalidPathException e) {
                file.reject("is not a file name: " + name, COMPARE, i);
            } catch (CaseException e) {
                file.reject(e, error -> error.line() == 0, COMPARE, i);
            }
        }
        return rivals;
    }

    private static String hash(String own, List<StudyFile> rivals) {
        if (rivals.isEmpty()) {
            return own;
        }
        try {
            final MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(own.getBytes(StandardCharsets.UTF_8));
            rivals.forEach(r -> digest.update(r.sha256().getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How intervals are sampled; what belongs to another method is refused. */
    private static Optional<SamplingPlan> plan(InputFile file, int parameters) {
        final JsonNode own = file.root().path("uncertainty");
        final String method = own.path("method").asText("covariance");
        OWNERS.forEach((field, owners) -> {
            if (own.has(field) && !owners.contains(method)) {
                file.reject(
                        "belongs to method " + String.join(" or ", owners) + ", not " + method, "uncertainty", field);
            }
        });
        final long seed = own.path("seed").asLong(1);
        if (method.equals("bootstrap")) {
            return Optional.of(new SamplingPlan.Refits(own.path("samples").asInt(200), seed));
        }
        if (!method.equals("mcmc")) {
            return Optional.empty();
        }
        final int walkers = own.path("walkers").asInt(0);
        if (walkers > 0 && walkers < 2 * parameters) {
            file.reject(
                    "must be at least twice the parameters, " + 2 * parameters + ": " + walkers,
                    "uncertainty",
                    "walkers");
        }
        return Optional.of(new SamplingPlan.Walk(walkers, own.path("steps").asInt(1000), seed));
    }

    /** Widths of the depth resolution as written, 0 where there are none. */
    private static List<Double> resolution(JsonNode root) {
        return StudyParameter.WIDTHS.stream()
                .map(width -> root.path("depth_resolution").path(width).asDouble())
                .toList();
    }

    /**
     * Returns the title.
     *
     * @return title
     */
    public String title() {
        return title;
    }

    /**
     * Returns the hash of the study and of all files it names.
     *
     * @return SHA-256, hexadecimal
     */
    public String sha256() {
        return sha256;
    }

    /**
     * Returns the text of the file.
     *
     * @return YAML
     */
    public String yaml() {
        return yaml;
    }

    /**
     * Tells whether a profile was made up by a program.
     *
     * @return whether the file of one says so
     */
    public boolean synthetic() {
        return synthetic;
    }

    /**
     * Returns what to fit.
     *
     * @return the study
     */
    public FitStudy study() {
        return study;
    }

    /**
     * Returns how intervals are sampled.
     *
     * @return the plan; empty if they come from the curvature or the profile likelihood
     */
    public Optional<SamplingPlan> plan() {
        return plan;
    }

    /**
     * Returns the studies this one is compared with.
     *
     * @return unmodifiable list, of other models of the same data
     */
    public List<StudyFile> rivals() {
        return rivals;
    }
}
