package org.npp.cait.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.npp.cait.CaitResult.Warning;

/** What the user of a fit should know. */
final class Findings {
    /** Probability of a worse sum of squares, if model and errors are right, below which it is told. */
    private static final double IMPROBABLE = 1e-3;

    /** Standard deviations by which the number of runs may fall short. */
    private static final double RUNS_LIMIT = 4;

    /** Condition of the scaled derivatives from which on parameters can hardly be told apart. */
    private static final double CONDITION = 1e4;

    private final List<Warning> found = new ArrayList<>();

    List<Warning> list() {
        return found;
    }

    void converged(boolean converged) {
        if (!converged) {
            add(
                    "not_converged",
                    "the fit stopped before it converged; start from its result, or with fewer parameters");
        }
    }

    void interrupted() {
        add("interrupted", "the fit was interrupted: these are the best values it had found until then");
    }

    /** A point with a lower sum of squares than the minimum. */
    void better(List<FitParameter> parameters, double[] point) {
        final StringBuilder values = new StringBuilder();
        for (int j = 0; j < point.length; j++) {
            final FitParameter p = parameters.get(j);
            values.append(String.format(
                    Locale.ROOT,
                    "%s%s: %.4g%s",
                    j == 0 ? "" : ", ",
                    p.name(),
                    p.value(point[j]) / p.unitValue(),
                    p.unit().isEmpty() ? "" : " " + p.unit()));
        }
        add(
                "better_minimum",
                "on the way to the ends of the intervals a lower sum of squares was met: fit again from " + values);
    }

    /** Doses that disagree. */
    void dose(String experiment, double found, double flowed) {
        add(
                "dose_mismatch",
                String.format(
                        Locale.ROOT,
                        "%s: the profile holds %.4g C/m^2 of foreign ions, %.4g C/m^2 have flowed: depths, fractions,"
                                + " bulk density or current are off, and what is fitted with them; an intensity_scale, a"
                                + " depth_scale or the current can be fitted too",
                        experiment,
                        found,
                        flowed));
    }

    void chiSquared(double chiSquared, int degrees, boolean sigmasKnown) {
        if (!sigmasKnown) {
            add(
                    "sigma_estimated",
                    "not all profiles have standard deviations: errors are scaled so that chi squared equals the"
                            + " degrees of freedom, and chi squared tells nothing about the model");
        } else if (degrees > 0) {
            // what has overflowed is improbable without being computed
            final double worse = chiSquared < Double.POSITIVE_INFINITY
                    ? 1 - new ChiSquaredDistribution(degrees).cumulativeProbability(chiSquared)
                    : 0;
            if (worse < IMPROBABLE) {
                add(
                        "chi_squared_large",
                        String.format(
                                Locale.ROOT,
                                "chi squared is %.4g with %d degrees of freedom: the model does not describe the data"
                                        + " within their errors, and the errors of the parameters are too small",
                                chiSquared,
                                degrees));
            }
        }
    }

    void moved(boolean moved) {
        if (!moved) {
            add(
                    "did_not_move",
                    "the fit ended where it started; is the start the answer, or do the data not depend on it?");
        }
    }

    void identified(FitResult.Estimate estimate) {
        if (estimate.status() == FitResult.Status.NOT_IDENTIFIABLE) {
            add("not_identifiable", estimate.parameter().name() + ": " + estimate.reason());
        }
    }

    void condition(double condition) {
        if (condition > CONDITION) {
            add(
                    "ill_conditioned",
                    String.format(
                            Locale.ROOT,
                            "some parameters can hardly be told apart (condition %.1e): see their correlation",
                            condition));
        }
    }

    /** Wald and Wolfowitz's test: runs of one sign are as many as chance makes of them. */
    void runs(String experiment, String ion, double[] residuals) {
        int positive = 0;
        int runs = 1;
        for (int k = 0; k < residuals.length; k++) {
            positive += residuals[k] > 0 ? 1 : 0;
            runs += k > 0 && residuals[k] > 0 != residuals[k - 1] > 0 ? 1 : 0;
        }
        final double n = residuals.length;
        final double product = 2.0 * positive * (n - positive);
        final double expected = product / n + 1;
        final double variance = product * (product - n) / (n * n * (n - 1));
        if (variance > 0 && (expected - runs) / Math.sqrt(variance) > RUNS_LIMIT) {
            add(
                    "residuals_in_runs",
                    String.format(
                            Locale.ROOT,
                            "%s, %s: %d runs of residuals of one sign where chance makes %.0f: the model misses the"
                                    + " profile's shape",
                            experiment,
                            ion,
                            runs,
                            expected));
        }
    }

    private void add(String code, String message) {
        found.add(new Warning(code, message));
    }
}
