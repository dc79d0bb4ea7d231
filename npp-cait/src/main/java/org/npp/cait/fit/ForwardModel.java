package org.npp.cait.fit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.npp.cait.CaitCase;
import org.npp.cait.CaitResult;
import org.npp.cait.CaitSimulation;
import org.npp.cait.Stage;
import org.npp.core.sensitivity.Parameter;
import org.npp.core.sensitivity.ProfileSensitivity;

/** One experiment as the fit sees it: what its data should be, and the derivatives of that. Not thread-safe. */
final class ForwardModel {
    /** Runs that are remembered: the accepted one, trials, and neighbours for differences. */
    private static final int REMEMBERED = 8;

    /** Half the distance of runs whose difference is taken, in the parameter's coordinate. */
    private static final double RUN_STEP = 0.02;

    /** The same where only the observation changes, which has no noise. */
    private static final double OBSERVATION_STEP = 1e-4;

    /** Most time steps of a run; usual ones have some hundred. */
    private static final int MOST_STEPS = 3000;

    private final FitExperiment experiment;
    private final List<DataSeries> data;
    private final List<FitParameter> parameters;
    private final Map<List<Double>, Optional<CaitResult>> runs = new LinkedHashMap<>();
    private int count;
    private int derivatives;

    /** Whether runs bring the derivatives along that the solver has. */
    private boolean inSolver = true;

    ForwardModel(FitExperiment experiment, List<FitParameter> parameters) {
        this.experiment = experiment;
        this.data = experiment.data();
        this.parameters = parameters;
    }

    /** Leaves derivatives to differences of runs. */
    void leaveOutDerivatives() {
        inSolver = false;
    }

    int size() {
        return data.stream().mapToInt(DataSeries::size).sum();
    }

    /** Simulations so far. */
    int runs() {
        return count;
    }

    /** Derivatives that these simulations computed beside themselves. */
    int derivatives() {
        return derivatives;
    }

    FitExperiment experiment() {
        return experiment;
    }

    List<DataSeries> data() {
        return data;
    }

    /** Model values, series by series; nothing if the numerics or the case fail. */
    Optional<double[]> predictions(double[] values) {
        return run(values).map(run -> Prediction.of(run, data, experiment.observation(values)));
    }

    /** Derivatives of the model values to the coordinate of a parameter; the model values exist. */
    double[] derivative(double[] values, int parameter) {
        final Influence influence = experiment.influence(parameter);
        if (influence instanceof Influence.None) {
            return new double[size()];
        }
        if (influence instanceof Influence.InSolver own && solverSees(values)) {
            return fromSolver(values, parameter, own);
        }
        return fromDifferences(
                values, parameter, influence instanceof Influence.Measuring ? OBSERVATION_STEP : RUN_STEP);
    }

    /** The solver differentiates profiles, and the dose of a given current is known; histories are left to differences. */
    private boolean solverSees(double[] values) {
        if (!inSolver) {
            return false;
        }
        final boolean given = experiment.experiment(values).stages().stream()
                .allMatch(
                        s -> s.mode() != Stage.Mode.POTENTIAL && s.beamEnergy().isEmpty());
        return data.stream()
                .map(DataSeries::quantity)
                .allMatch(q -> q == DataSeries.Quantity.FRACTION || (q == DataSeries.Quantity.DOSE && given));
    }

    private double[] fromSolver(double[] values, int parameter, Influence.InSolver own) {
        final CaitResult run = run(values).orElseThrow();
        final ProfileSensitivity sensitivity = run.finalState().sensitivity(own.parameter());
        final double slope = parameters.get(parameter).slope(values[parameter]);
        final double factor = (own.relative() ? 1 / values[parameter] : 1) * slope;
        return Prediction.slopes(run, sensitivity, own.relative(), data, experiment.observation(values), factor);
    }

    private double[] fromDifferences(double[] values, int parameter, double step) {
        final FitParameter own = parameters.get(parameter);
        final double middle = own.coordinate(values[parameter]);
        final double low = Math.max(own.coordinate(own.min()), middle - step);
        final double high = Math.min(own.coordinate(own.max()), middle + step);
        final Optional<double[]> below = low < middle ? at(values, parameter, low) : predictions(values);
        final Optional<double[]> above = high > middle ? at(values, parameter, high) : predictions(values);
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
        return predictions(changed);
    }

    private Optional<CaitResult> run(double[] values) {
        final List<Double> key = new ArrayList<>();
        final List<Parameter> own = new ArrayList<>();
        for (int j = 0; j < values.length; j++) {
            final Influence influence = experiment.influence(j);
            if (influence instanceof Influence.InSolver solver && !own.contains(solver.parameter())) {
                own.add(solver.parameter());
            }
            if (!(influence instanceof Influence.None || influence instanceof Influence.Measuring)) {
                key.add(values[j]);
            }
        }
        final Optional<CaitResult> known = runs.get(key);
        if (known != null) {
            return known;
        }
        if (runs.size() >= REMEMBERED) {
            runs.remove(runs.keySet().iterator().next());
        }
        final Optional<CaitResult> fresh = simulate(values, own);
        runs.put(key, fresh);
        return fresh;
    }

    private Optional<CaitResult> simulate(double[] values, List<Parameter> own) {
        try {
            final CaitCase at = experiment.experiment(values);
            final List<Parameter> wanted = solverSees(values) ? own : List.of();
            count++;
            derivatives += wanted.size();
            final CaitResult result = CaitSimulation.of(at.forData()).runOnce(wanted, limit());
            return result.complete() ? Optional.of(result) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no such case: the fit steps back
        }
    }

    /** Ends a run that takes far too many steps, so that a wild trial can't hold up a fit. */
    private static BooleanSupplier limit() {
        final int[] steps = {0};
        return () -> ++steps[0] > MOST_STEPS;
    }
}
