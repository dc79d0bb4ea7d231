package org.npp.cait.studyfile;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.npp.cait.casefile.CaseException;
import org.npp.cait.casefile.CaseFile;
import org.npp.cait.casefile.InputFile;
import org.npp.cait.fit.FitExperiment;
import org.npp.cait.fit.FitStudy;
import org.npp.cait.fit.Loss;

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
    private final String title;
    private final String yaml;
    private final String sha256;
    private final boolean synthetic;
    private final FitStudy study;

    private StudyFile(String title, String yaml, String sha256, boolean synthetic, FitStudy study) {
        this.title = title;
        this.yaml = yaml;
        this.sha256 = sha256;
        this.synthetic = synthetic;
        this.study = study;
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
        final InputFile file = InputFile.read(path, StudySchema.text());
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
        final String method = file.root().at("/uncertainty/method").asText("covariance");
        return new StudyFile(
                file.root().path("title").asText(),
                file.text(),
                data.sha256(),
                data.synthetic(),
                new FitStudy(
                        parameters.stream().map(StudyParameter::number).toList(),
                        all,
                        Loss.valueOf(loss.toUpperCase(Locale.ROOT)),
                        FitStudy.Uncertainty.valueOf(method.toUpperCase(Locale.ROOT)),
                        file.root().path("starts").asInt(1)));
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
}
