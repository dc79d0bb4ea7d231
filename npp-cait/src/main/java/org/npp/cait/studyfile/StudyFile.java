package org.npp.cait.studyfile;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.npp.cait.casefile.CaseException;
import org.npp.cait.casefile.CaseFile;
import org.npp.cait.casefile.InputFile;
import org.npp.cait.casefile.ProfileFile;
import org.npp.cait.fit.FitExperiment;
import org.npp.cait.fit.FitStudy;
import org.npp.cait.fit.Loss;
import org.npp.cait.measure.MeasuredProfile;

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
    private final FitStudy study;

    private StudyFile(String title, FitStudy study) {
        this.title = title;
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
        final List<CaseFile> cases = new ArrayList<>();
        final List<MeasuredProfile> profiles = new ArrayList<>();
        final JsonNode experiments = file.root().path("experiments");
        for (int i = 0; i < experiments.size(); i++) {
            readExperiment(file, path, i, cases, profiles);
        }
        file.throwIfWrong();
        final List<StudyParameter> parameters = ParameterReader.read(file, cases);
        file.throwIfWrong();
        final List<Double> resolution = resolution(file.root());
        final List<FitExperiment> all = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            final String name = experiments.path(i).path("case").asText();
            all.add(new StudyExperiment(name, i, cases.get(i), profiles.get(i), resolution, parameters));
        }
        final String loss = file.root().path("loss").asText("least_squares");
        final String method = file.root().at("/uncertainty/method").asText("covariance");
        return new StudyFile(
                file.root().path("title").asText(),
                new FitStudy(
                        parameters.stream().map(StudyParameter::number).toList(),
                        all,
                        Loss.valueOf(loss.toUpperCase(Locale.ROOT)),
                        FitStudy.Uncertainty.valueOf(method.toUpperCase(Locale.ROOT))));
    }

    /** Widths of the depth resolution as written, 0 where there are none. */
    private static List<Double> resolution(JsonNode root) {
        return StudyParameter.WIDTHS.stream()
                .map(width -> root.path("depth_resolution").path(width).asDouble())
                .toList();
    }

    private static void readExperiment(
            InputFile file, Path path, int i, List<CaseFile> cases, List<MeasuredProfile> profiles) {
        final JsonNode experiment = file.root().path("experiments").path(i);
        String key = "case";
        try {
            final Path place = path.resolveSibling(experiment.path(key).asText());
            final CaseFile read = CaseFile.read(place);
            key = "profile";
            final Path measured = path.resolveSibling(experiment.path(key).asText());
            profiles.add(ProfileFile.read(measured, read.experiment()));
            cases.add(read);
        } catch (InvalidPathException e) {
            file.reject("is not a file name: " + experiment.path(key).asText(), "experiments", i, key);
        } catch (CaseException e) {
            file.reject(e, error -> error.line() == 0, "experiments", i, key);
        }
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
     * Returns what to fit.
     *
     * @return the study
     */
    public FitStudy study() {
        return study;
    }
}
