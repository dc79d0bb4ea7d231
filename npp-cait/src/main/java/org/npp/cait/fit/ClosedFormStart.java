package org.npp.cait.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A start from closed forms: the least squares of {@link DriftModel}, which costs no simulation, by the best moves of one
 * parameter each on a coarse grid, and then by Levenberg&ndash;Marquardt.
 *
 * <p>Parameters that it does not see stay where they are. Not thread-safe.
 */
final class ClosedFormStart implements LeastSquaresModel {
    /** Error of the closed form in a fraction. */
    private static final double ERROR = 0.03;

    /** Half the distance of differences, in coordinates. */
    private static final double STEP = 1e-3;

    /** Changes of the logarithm of a parameter that are tried: up to three decades on a logarithmic scale. */
    private static final double[] LOG_STEPS = {0.1, 0.3, 0.6, 1.2, 2.3, 4.6, 6.9};

    /** The same on a linear scale: up to a factor of three. */
    private static final double[] LINEAR_STEPS = {0.02, 0.05, 0.1, 0.2, 0.35, 0.7, 1.1};

    /** Moves of one parameter, per parameter. */
    private static final int MOVES = 3;

    /** Gain of a move, relative, that is worth it. */
    private static final double GAIN = 0.01;

    private final FitStudy study;
    private final double[] lower;
    private final double[] upper;
    private final int size;

    /** Experiments that closed forms describe. */
    private final List<FitExperiment> described;

    private ClosedFormStart(FitStudy study, double[] from, double[] lower, double[] upper) {
        this.study = study;
        this.lower = lower;
        this.upper = upper;
        final double[] values = values(from);
        this.described =
                study.experiments().stream().filter(e -> describes(e, values)).toList();
        this.size = described.stream()
                .flatMap(e -> e.data().stream())
                .filter(s -> s.quantity() == DataSeries.Quantity.FRACTION)
                .mapToInt(DataSeries::size)
                .sum();
    }

    private static boolean describes(FitExperiment experiment, double[] values) {
        try {
            return DriftModel.describes(experiment.experiment(values));
        } catch (IllegalArgumentException e) {
            return false; // no such case
        }
    }

    /**
     * Finds a start.
     *
     * @param study the fit
     * @param from point to begin at. Not modified.
     * @param lower bounds. Not modified.
     * @param upper bounds. Not modified.
     * @return a point; empty if closed forms describe no experiment
     */
    static Optional<double[]> of(FitStudy study, double[] from, double[] lower, double[] upper) {
        final ClosedFormStart start = new ClosedFormStart(study, from, lower, upper);
        double[] point = from.clone();
        if (start.size == 0 || start.residuals(point).length == 0) {
            return Optional.empty();
        }
        double cost = start.cost(point);
        for (int move = 0; move < MOVES * point.length; move++) {
            final double[] next = start.bestMove(point);
            final double now = start.cost(next);
            if (!(now < (1 - GAIN) * cost)) {
                break;
            }
            point = next;
            cost = now;
        }
        return Optional.of(Minimizer.run(start, point, lower, upper, new Minimizer.Control(1, 1e-6, 100))
                .point());
    }

    /** The best of all moves of one parameter. */
    private double[] bestMove(double[] point) {
        double[] best = point;
        double least = cost(point);
        for (int j = 0; j < point.length; j++) {
            final boolean logarithmic = study.parameters().get(j).scale() == FitParameter.Scale.LOG;
            for (final double step : logarithmic ? LOG_STEPS : LINEAR_STEPS) {
                for (int sign = -1; sign <= 1; sign += 2) {
                    final double[] trial = point.clone();
                    final double moved = logarithmic ? point[j] + sign * step : point[j] * Math.exp(sign * step);
                    trial[j] = Math.min(upper[j], Math.max(lower[j], moved));
                    final double cost = cost(trial);
                    if (cost < least) {
                        best = trial;
                        least = cost;
                    }
                }
            }
        }
        return best;
    }

    private double cost(double[] point) {
        final double[] residuals = residuals(point);
        double sum = residuals.length == 0 ? Double.POSITIVE_INFINITY : 0;
        for (final double r : residuals) {
            sum += r * r;
        }
        return sum;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public double[] residuals(double[] point) {
        final double[] values = values(point);
        final List<Optional<double[]>> parts =
                described.parallelStream().map(e -> residuals(e, values)).toList();
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

    private double[] values(double[] point) {
        final double[] values = new double[point.length];
        for (int j = 0; j < values.length; j++) {
            final FitParameter p = study.parameters().get(j);
            values[j] = Math.min(p.max(), Math.max(p.min(), p.value(point[j])));
        }
        return values;
    }

    private static Optional<double[]> residuals(FitExperiment experiment, double[] values) {
        final Optional<double[]> model;
        try {
            model = DriftModel.fractions(
                    experiment.experiment(values), experiment.observation(values), experiment.data());
        } catch (IllegalArgumentException | IllegalStateException e) {
            return Optional.empty(); // no such case, or no drift limit of it
        }
        return model.map(fractions -> {
            int m = 0;
            for (final DataSeries series : experiment.data()) {
                if (series.quantity() == DataSeries.Quantity.FRACTION) {
                    for (int k = 0; k < series.size(); k++) {
                        fractions[m] = (fractions[m] - series.value(k)) / ERROR;
                        m++;
                    }
                }
            }
            return fractions;
        });
    }

    @Override
    public double[][] jacobian(double[] point) {
        final List<double[]> columns = new ArrayList<>();
        for (int j = 0; j < point.length; j++) {
            final double[] low = point.clone();
            final double[] high = point.clone();
            low[j] = Math.max(lower[j], point[j] - STEP);
            high[j] = Math.min(upper[j], point[j] + STEP);
            final double[] below = residuals(low);
            final double[] above = residuals(high);
            final double[] column = new double[size];
            for (int m = 0; m < size && below.length > 0 && above.length > 0; m++) {
                column[m] = (above[m] - below[m]) / (high[j] - low[j]);
            }
            columns.add(column);
        }
        final double[][] jacobian = new double[size][point.length];
        for (int m = 0; m < size; m++) {
            for (int j = 0; j < point.length; j++) {
                jacobian[m][j] = columns.get(j)[m];
            }
        }
        return jacobian;
    }
}
