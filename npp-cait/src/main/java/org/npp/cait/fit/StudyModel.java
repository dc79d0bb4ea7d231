package org.npp.cait.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Weighted residuals of all experiments as a function of the coordinates. Not thread-safe. */
final class StudyModel implements LeastSquaresModel {
    private final List<ForwardModel> experiments;
    private final List<FitParameter> parameters;
    private final Loss loss;
    private final int size;

    /** Standard deviation of all fractions besides their own. */
    private double haze;

    /** Told after each evaluation. */
    private Consumer<FitProgress> watch = progress -> {};

    private int evaluations;

    private double least = Double.NaN;

    /** Asked before each evaluation. */
    private BooleanSupplier cancelled = () -> false;

    StudyModel(List<FitExperiment> experiments, List<FitParameter> parameters, Loss loss) {
        this.experiments =
                experiments.stream().map(e -> new ForwardModel(e, parameters)).toList();
        this.parameters = parameters;
        this.loss = loss;
        this.size = this.experiments.stream().mapToInt(ForwardModel::size).sum();
    }

    @Override
    public int size() {
        return size;
    }

    /** Adds a standard deviation to that of each fraction, so that far from the minimum no few points rule. */
    void haze(double sigma) {
        haze = sigma;
    }

    /** Leaves out the derivatives that runs bring along: nobody will ask for the Jacobian. */
    void leaveOutDerivatives() {
        experiments.forEach(ForwardModel::leaveOutDerivatives);
    }

    /** Tells somebody each evaluation, and the least sum of squares without haze. */
    void watchedBy(Consumer<FitProgress> consumer) {
        watch = consumer;
    }

    /** Lets evaluations end with a {@link CancellationException} once they should. */
    void cancelledBy(BooleanSupplier supplier) {
        cancelled = supplier;
    }

    int runs() {
        return experiments.stream().mapToInt(ForwardModel::runs).sum();
    }

    /** What was done since a time [ns]. */
    FitWork work(String part, long begin) {
        return new FitWork(part, runs(), derivatives(), 1e-9 * (System.nanoTime() - begin));
    }

    int derivatives() {
        return experiments.stream().mapToInt(ForwardModel::derivatives).sum();
    }

    double[] values(double[] point) {
        final double[] values = new double[point.length];
        for (int j = 0; j < point.length; j++) {
            final FitParameter p = parameters.get(j);
            values[j] = Math.min(p.max(), Math.max(p.min(), p.value(point[j])));
        }
        return values;
    }

    /** Model values of all experiments; an empty array if one fails. */
    double[] predictions(double[] values) {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException();
        }
        // experiments know nothing of each other, so their runs may be at the same time
        final List<Optional<double[]>> parts =
                experiments.parallelStream().map(e -> e.predictions(values)).toList();
        final double[] all = new double[size];
        int offset = 0;
        for (final Optional<double[]> part : parts) {
            if (part.isEmpty()) {
                return new double[0];
            }
            System.arraycopy(part.get(), 0, all, offset, part.get().length);
            offset += part.get().length;
        }
        return all;
    }

    /** Residuals in units of their standard deviations, before the loss; an empty array if there are none. */
    double[] plain(double[] point) {
        final double[] model = predictions(values(point));
        if (model.length > 0) {
            eachValue((series, k, m) -> model[m] = residual(series, k, model[m]));
        }
        return model;
    }

    /** Does something with a value, at an index among all. */
    @FunctionalInterface
    private interface Visitor {
        void visit(DataSeries series, int k, int m);
    }

    private void eachValue(Visitor visitor) {
        int m = 0;
        for (final ForwardModel one : experiments) {
            for (final DataSeries series : one.data()) {
                for (int k = 0; k < series.size(); k++) {
                    visitor.visit(series, k, m++);
                }
            }
        }
    }

    private double hazy(DataSeries series, int k) {
        return Math.hypot(series.error(k), haze);
    }

    private boolean hazes(DataSeries series) {
        return haze > 0 && series.quantity() == DataSeries.Quantity.FRACTION;
    }

    private double residual(DataSeries series, int k, double model) {
        return hazes(series) ? (model - series.value(k)) / hazy(series, k) : series.residual(k, model);
    }

    private double slope(DataSeries series, int k, double model) {
        return hazes(series) ? 1 / hazy(series, k) : series.slope(k, model);
    }

    @Override
    public double[] residuals(double[] point) {
        final double[] residuals = plain(point);
        double sum = 0;
        for (int m = 0; m < residuals.length; m++) {
            residuals[m] = loss.root(residuals[m]);
            sum += residuals[m] * residuals[m];
        }
        evaluations++;
        final boolean finite = residuals.length > 0 && sum < Double.POSITIVE_INFINITY;
        if (haze == 0 && finite && !(least <= sum)) {
            least = sum;
        }
        watch.accept(new FitProgress("fit", evaluations, 0, least));
        return finite ? residuals : new double[0];
    }

    @Override
    public double[][] jacobian(double[] point) {
        final double[] values = values(point);
        final double[] model = predictions(values);
        final double[] weights = new double[size];
        eachValue(
                (series, k, m) -> weights[m] = loss.slope(residual(series, k, model[m])) * slope(series, k, model[m]));
        final List<double[][]> parts = experiments.parallelStream()
                .map(one -> columns(one, values, point.length))
                .toList();
        final double[][] jacobian = new double[size][point.length];
        int offset = 0;
        for (final double[][] columns : parts) {
            for (int j = 0; j < point.length; j++) {
                for (int k = 0; k < columns[j].length; k++) {
                    final double slope = weights[offset + k] * columns[j][k];
                    jacobian[offset + k][j] = Double.isFinite(slope) ? slope : 0;
                }
            }
            offset += columns[0].length;
        }
        return jacobian;
    }

    private static double[][] columns(ForwardModel one, double[] values, int n) {
        final List<double[]> columns = new ArrayList<>();
        for (int j = 0; j < n; j++) {
            columns.add(one.derivative(values, j));
        }
        return columns.toArray(new double[0][]);
    }
}
