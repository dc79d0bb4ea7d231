package org.npp.cait.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.npp.cait.CaitCase;

/** Data drawn from the best fit of a model with the errors of the measurement, and fits of them. Immutable, thread-safe. */
final class DrawnData {
    private static final double TOLERANCE = 1e-6;
    private static final double FIRST_STEP = 0.3;
    private static final int EVALUATIONS = 40;

    private final FitResult result;
    private final double[] model;

    private DrawnData(FitResult result, double[] model) {
        this.result = result;
        this.model = model;
    }

    static DrawnData of(FitResult result) {
        return new DrawnData(result, model(result, result.study().experiments()).predictions(result.values()));
    }

    private static StudyModel model(FitResult result, List<FitExperiment> experiments) {
        return new StudyModel(
                experiments, result.study().parameters(), result.study().loss());
    }

    /** Draws all series, experiment by experiment. */
    List<List<DataSeries>> draw(UniformRandomProvider random) {
        final List<List<DataSeries>> all = new ArrayList<>();
        int offset = 0;
        for (final FitExperiment experiment : result.study().experiments()) {
            final List<DataSeries> drawn = new ArrayList<>();
            for (final DataSeries series : experiment.data()) {
                drawn.add(series.drawn(model, offset, Math.sqrt(result.variance()), random));
                offset += series.size();
            }
            all.add(List.copyOf(drawn));
        }
        return all;
    }

    /**
     * Fits a model to drawn data, from its best values.
     *
     * @param result the fit of the model
     * @param data the data
     * @param count told what it took
     * @return the minimum; empty if there is no model at the best values, or the fit does not converge
     */
    static Optional<Minimizer> fit(FitResult result, List<List<DataSeries>> data, WorkCount count) {
        final List<FitExperiment> experiments = new ArrayList<>();
        for (int i = 0; i < data.size(); i++) {
            experiments.add(new Redrawn(result.study().experiments().get(i), data.get(i)));
        }
        final StudyModel own = model(result, experiments);
        final SampleSpace space = SampleSpace.of(result);
        final double[] best = space.best();
        if (own.residuals(best).length == 0) {
            count.ended(own);
            return Optional.empty();
        }
        final Minimizer minimum = Minimizer.run(
                own, best, space.low(), space.high(), new Minimizer.Control(FIRST_STEP, TOLERANCE, EVALUATIONS));
        count.ended(own);
        return Optional.of(minimum).filter(Minimizer::converged);
    }

    /** An experiment with other data. */
    private record Redrawn(FitExperiment original, List<DataSeries> data) implements FitExperiment {
        @Override
        public String name() {
            return original.name();
        }

        @Override
        public CaitCase experiment(double[] values) {
            return original.experiment(values);
        }

        @Override
        public Observation observation(double[] values) {
            return original.observation(values);
        }

        @Override
        public Influence influence(int parameter) {
            return original.influence(parameter);
        }
    }
}
