package org.npp.cait.studyfile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.npp.cait.CaitCase;
import org.npp.cait.casefile.CaseFile;
import org.npp.cait.fit.DataSeries;
import org.npp.cait.fit.FitExperiment;
import org.npp.cait.fit.Influence;
import org.npp.cait.fit.Observation;
import org.npp.cait.measure.DepthResolution;
import org.npp.cait.measure.ExponentialResolution;
import org.npp.cait.measure.GaussianResolution;
import org.npp.core.sensitivity.Parameter;
import org.npp.core.sensitivity.Surface;

/**
 * A case file with a measured profile.
 *
 * @param name file of the case as the study names it
 * @param index index in the study
 * @param file the case
 * @param data what was measured
 * @param resolution widths of the depth resolution [m], where they are not fitted
 * @param parameters all parameters of the study
 */
record StudyExperiment(
        String name,
        int index,
        CaseFile file,
        List<DataSeries> data,
        List<Double> resolution,
        List<StudyParameter> parameters)
        implements FitExperiment {
    /** Path of a number of a diffusivity law. */
    private static final Pattern LAW = Pattern.compile("ions\\.(\\w+)\\.diffusivity(?:\\.sed\\.([\\w.\\[\\]]+))?");

    @Override
    public CaitCase experiment(double[] values) {
        final Map<String, Double> numbers = new HashMap<>();
        for (int j = 0; j < values.length; j++) {
            final StudyParameter p = parameters.get(j);
            if (acts(p) && !p.measuring()) {
                numbers.put(p.path(), values[j]);
            }
        }
        return file.with(numbers);
    }

    private boolean acts(StudyParameter p) {
        return p.concerns(index) && (p.measuring() || file.number(p.path()).isPresent());
    }

    @Override
    public Observation observation(double[] values) {
        return new Observation(
                resolution(values),
                measuring(values, StudyParameter.DEPTH_SCALE, 1),
                measuring(values, StudyParameter.INTENSITY_SCALE, 1));
    }

    private DepthResolution resolution(double[] values) {
        final double[] widths = new double[resolution.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = measuring(values, StudyParameter.RESOLUTION + StudyParameter.WIDTHS.get(i), resolution.get(i));
        }
        return widths[1] == 0 && widths[2] == 0
                ? GaussianResolution.of(widths[0])
                : ExponentialResolution.of(widths[0], widths[1], widths[2]);
    }

    private double measuring(double[] values, String path, double fixed) {
        for (int j = 0; j < values.length; j++) {
            if (parameters.get(j).path().equals(path) && acts(parameters.get(j))) {
                return values[j];
            }
        }
        return fixed;
    }

    @Override
    public Influence influence(int parameter) {
        final StudyParameter p = parameters.get(parameter);
        if (!acts(p)) {
            return new Influence.None();
        }
        return p.measuring() ? new Influence.Measuring() : simulated(p.path());
    }

    private Influence simulated(String path) {
        final CaitCase experiment = file.experiment();
        final Matcher law = LAW.matcher(path);
        if (law.matches()) {
            final String name = law.group(2) == null ? "diffusivity" : law.group(2);
            for (int i = 0; i < experiment.ions().size(); i++) {
                final boolean own = experiment.ions().get(i).name().equals(law.group(1));
                if (own
                        && experiment
                                .ions()
                                .get(i)
                                .diffusivity()
                                .parameterNames()
                                .contains(name)) {
                    return new Influence.InSolver(new Parameter.Diffusivity(i, name), false);
                }
            }
        }
        if (path.equals("stages[0].current_density") && experiment.stages().size() == 1) {
            return new Influence.InSolver(new Parameter.DriveFactor(Surface.FRONT), true);
        }
        // a bulk activation energy counts from the temperature of the case: the bulk diffusivity is kept
        final boolean oneTemperature =
                experiment.stages().stream().allMatch(s -> s.temperature().isEmpty());
        final boolean activated = experiment.ions().stream()
                .anyMatch(i -> i.diffusivity().parameterNames().contains("bulk_activation_energy"));
        return path.equals("temperature") && oneTemperature && !activated
                ? new Influence.InSolver(new Parameter.Temperature(), false)
                : new Influence.Simulation();
    }
}
