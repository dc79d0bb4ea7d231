package org.npp.cait.fit;

import java.util.List;
import java.util.Optional;
import org.npp.cait.measure.MeasuredProfile;

/** Weighted residuals of all experiments as a function of the coordinates. Not thread-safe. */
final class StudyModel implements LeastSquaresModel {
    private final List<ForwardModel> experiments;
    private final List<FitParameter> parameters;
    private final Loss loss;

    /** Standard deviation of all residuals besides their own. */
    private double haze;

    StudyModel(List<FitExperiment> experiments, List<FitParameter> parameters, Loss loss) {
        this.experiments =
                experiments.stream().map(e -> new ForwardModel(e, parameters)).toList();
        this.parameters = parameters;
        this.loss = loss;
    }

    @Override
    public int size() {
        return experiments.stream().mapToInt(ForwardModel::size).sum();
    }

    /** Adds a standard deviation to that of each residual, so that far from the minimum no few points rule. */
    void haze(double sigma) {
        haze = sigma;
    }

    int runs() {
        return experiments.stream().mapToInt(ForwardModel::runs).sum();
    }

    double[] values(double[] point) {
        final double[] values = new double[point.length];
        for (int j = 0; j < point.length; j++) {
            final FitParameter p = parameters.get(j);
            values[j] = Math.min(p.max(), Math.max(p.min(), p.value(point[j])));
        }
        return values;
    }

    /** Fractions of all experiments; an empty array if one fails. */
    double[] fractions(double[] values) {
        final double[] all = new double[size()];
        int offset = 0;
        for (final ForwardModel one : experiments) {
            final Optional<double[]> fractions = one.fractions(values);
            if (fractions.isEmpty()) {
                return new double[0];
            }
            System.arraycopy(fractions.get(), 0, all, offset, one.size());
            offset += one.size();
        }
        return all;
    }

    /** Measured value and standard deviation of each residual. */
    double[][] measured() {
        final double[][] all = new double[2][size()];
        int m = 0;
        for (final ForwardModel one : experiments) {
            final MeasuredProfile data = one.experiment().data();
            for (int i = 0; i < data.ions().size(); i++) {
                for (int k = 0; k < data.size(); k++) {
                    all[0][m] = data.fraction(i, k);
                    all[1][m] = Math.hypot(data.hasSigmas() ? data.sigma(i, k) : 1, haze);
                    m++;
                }
            }
        }
        return all;
    }

    /** Residuals in units of their standard deviations, before the loss; an empty array if there are none. */
    double[] plain(double[] point) {
        final double[] model = fractions(values(point));
        final double[][] measured = measured();
        for (int m = 0; m < model.length; m++) {
            model[m] = (model[m] - measured[0][m]) / measured[1][m];
        }
        return model;
    }

    @Override
    public double[] residuals(double[] point) {
        final double[] residuals = plain(point);
        for (int m = 0; m < residuals.length; m++) {
            residuals[m] = loss.root(residuals[m]);
            if (!Double.isFinite(residuals[m])) {
                return new double[0];
            }
        }
        return residuals;
    }

    @Override
    public double[][] jacobian(double[] point) {
        final double[] values = values(point);
        final double[] plain = plain(point);
        final double[] sigma = measured()[1];
        final double[][] jacobian = new double[plain.length][point.length];
        int offset = 0;
        for (final ForwardModel one : experiments) {
            for (int j = 0; j < point.length; j++) {
                final double[] column = one.derivative(values, j);
                for (int k = 0; k < column.length; k++) {
                    final int m = offset + k;
                    final double slope = loss.slope(plain[m]) * column[k] / sigma[m];
                    jacobian[m][j] = Double.isFinite(slope) ? slope : 0;
                }
            }
            offset += one.size();
        }
        return jacobian;
    }
}
