package org.npp.cait.fit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.npp.cait.CaitCase;
import org.npp.cait.CaitIon;
import org.npp.cait.CaitResult;
import org.npp.cait.CaitSimulation;
import org.npp.core.NppState;
import org.npp.core.sensitivity.ProfileSensitivity;

/** One experiment as the fit sees it: fractions at the measured depths and their derivatives. Not thread-safe. */
final class ForwardModel {
    /** Runs that are remembered: the accepted one, trials, and neighbours for differences. */
    private static final int REMEMBERED = 8;

    /** Half the distance of runs whose difference is taken, in the parameter's coordinate. */
    private static final double RUN_STEP = 0.01;

    /** The same where only the observation changes, which has no noise. */
    private static final double OBSERVATION_STEP = 1e-4;

    private final FitExperiment experiment;
    private final List<FitParameter> parameters;
    private final Map<List<Double>, Optional<Run>> runs = new LinkedHashMap<>();
    private int count;

    ForwardModel(FitExperiment experiment, List<FitParameter> parameters) {
        this.experiment = experiment;
        this.parameters = parameters;
    }

    /** A finished simulation. */
    private record Run(CaitCase experiment, NppState state) {}

    int size() {
        return experiment.data().ions().size() * experiment.data().size();
    }

    int runs() {
        return count;
    }

    FitExperiment experiment() {
        return experiment;
    }

    /** Fractions at the measured depths, ion by ion; nothing if the numerics or the case fail. */
    Optional<double[]> fractions(double[] values) {
        return run(values).map(run -> {
            final double factor = 1 / run.experiment().bulkDensity();
            return observe(run, values, ion -> run.state().densities(ion), factor);
        });
    }

    private double[] observe(Run run, double[] values, IntFunction<double[]> profile, double factor) {
        final Observation observation = experiment.observation(values);
        final double[] nodes = run.state().mesh().toArray();
        final double[] depths = experiment.data().depths();
        final double[] all = new double[size()];
        for (int i = 0; i < experiment.data().ions().size(); i++) {
            final double[] seen = observation.apply(nodes, profile.apply(index(run, i)), depths);
            for (int k = 0; k < seen.length; k++) {
                all[i * seen.length + k] = factor * seen[k];
            }
        }
        return all;
    }

    private int index(Run run, int ion) {
        final String name = experiment.data().ions().get(ion);
        final List<CaitIon> ions = run.experiment().ions();
        for (int i = 0; i < ions.size(); i++) {
            if (ions.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException(experiment.name() + ": the case has no ion " + name);
    }

    /** Derivatives of the fractions to the coordinate of a parameter; the fractions exist. */
    double[] derivative(double[] values, int parameter) {
        final Influence influence = experiment.influence(parameter);
        if (influence instanceof Influence.None) {
            return new double[size()];
        }
        return influence instanceof Influence.InSolver own
                ? fromSolver(values, parameter, own)
                : fromDifferences(
                        values, parameter, influence instanceof Influence.Measuring ? OBSERVATION_STEP : RUN_STEP);
    }

    private double[] fromSolver(double[] values, int parameter, Influence.InSolver own) {
        final Run run = run(values).orElseThrow();
        final ProfileSensitivity sensitivity = run.state().sensitivity(own.parameter());
        final double slope = parameters.get(parameter).slope(values[parameter]);
        final double factor = (own.relative() ? 1 / values[parameter] : 1)
                * slope
                / run.experiment().bulkDensity();
        return observe(run, values, ion -> sensitivity.densities(ion), factor);
    }

    private double[] fromDifferences(double[] values, int parameter, double step) {
        final FitParameter own = parameters.get(parameter);
        final double middle = own.coordinate(values[parameter]);
        final double low = Math.max(own.coordinate(own.min()), middle - step);
        final double high = Math.min(own.coordinate(own.max()), middle + step);
        final Optional<double[]> below = low < middle ? at(values, parameter, low) : fractions(values);
        final Optional<double[]> above = high > middle ? at(values, parameter, high) : fractions(values);
        final double[] slope = new double[size()];
        if (below.isPresent() && above.isPresent()) {
            for (int m = 0; m < slope.length; m++) {
                slope[m] = (above.get()[m] - below.get()[m]) / (high - low);
            }
        }
        return slope;
    }

    private Optional<double[]> at(double[] values, int parameter, double coordinate) {
        final double[] changed = values.clone();
        changed[parameter] = parameters.get(parameter).value(coordinate);
        return fractions(changed);
    }

    private Optional<Run> run(double[] values) {
        final List<Double> key = new ArrayList<>();
        final List<org.npp.core.sensitivity.Parameter> own = new ArrayList<>();
        for (int j = 0; j < values.length; j++) {
            final Influence influence = experiment.influence(j);
            if (influence instanceof Influence.InSolver solver && !own.contains(solver.parameter())) {
                own.add(solver.parameter());
            }
            if (!(influence instanceof Influence.None || influence instanceof Influence.Measuring)) {
                key.add(values[j]);
            }
        }
        final Optional<Run> known = runs.get(key);
        if (known != null) {
            return known;
        }
        if (runs.size() >= REMEMBERED) {
            runs.remove(runs.keySet().iterator().next());
        }
        final Optional<Run> fresh = simulate(values, own);
        runs.put(key, fresh);
        return fresh;
    }

    private Optional<Run> simulate(double[] values, List<org.npp.core.sensitivity.Parameter> own) {
        count++;
        try {
            final CaitCase at = experiment.experiment(values);
            final CaitResult result = CaitSimulation.of(at).runOnce(own);
            return result.complete() ? Optional.of(new Run(at, result.finalState())) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no such case: the fit steps back
        }
    }
}
