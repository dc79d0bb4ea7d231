package org.npp.sed;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * A density as a user would bring it: functions and no closed form of a width. Its cumulative is inverted by bisection
 * between the ends where it is not given.
 */
record UserShape(
        DoubleUnaryOperator g,
        DoubleUnaryOperator cdf,
        DoubleUnaryOperator inverse,
        double mean,
        double standardDeviation,
        double mode)
        implements SiteEnergyDistribution {

    /** Equal density between 0 and the width. */
    static UserShape box(double width) {
        return new UserShape(
                e -> e >= 0 && e <= width ? 1 / width : 0,
                e -> Math.min(1, Math.max(0, e / width)),
                p -> p * width,
                0.5 * width,
                width / Math.sqrt(12),
                0.5 * width);
    }

    /** Rising exponentially up to its greatest energy, 0. */
    static UserShape exponential(double decay) {
        return new UserShape(
                e -> e <= 0 ? Math.exp(e / decay) / decay : 0,
                e -> Math.min(1, Math.exp(e / decay)),
                p -> decay * Math.log(p),
                -decay,
                decay,
                0);
    }

    /** Weight w on a normal density about 0 with deviation 1, the rest on one about m with deviation s. */
    static UserShape bimodal(double w, double m, double s) {
        final GaussianSed first = GaussianSed.ofStandardDeviation(1);
        final GaussianSed second = GaussianSed.ofStandardDeviation(s);
        final DoubleUnaryOperator g = e -> w * first.density(e) + (1 - w) * second.density(e - m);
        final DoubleUnaryOperator cdf = e -> w * first.cumulative(e) + (1 - w) * second.cumulative(e - m);
        final double mean = (1 - w) * m;
        final double variance = w * (1 + mean * mean) + (1 - w) * (s * s + (m - mean) * (m - mean));
        return new UserShape(g, cdf, p -> bisect(cdf, p), mean, Math.sqrt(variance), w > (1 - w) / s ? 0 : m);
    }

    private static double bisect(DoubleUnaryOperator cdf, double p) {
        if (p == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        double low = -45;
        double high = 45;
        for (int k = 0; k < 80; k++) {
            final double middle = 0.5 * (low + high);
            if (cdf.applyAsDouble(middle) < p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    @Override
    public double density(double energy) {
        return g.applyAsDouble(energy);
    }

    @Override
    public double logDensity(double energy) {
        return Math.log(density(energy));
    }

    @Override
    public double cumulative(double energy) {
        return cdf.applyAsDouble(energy);
    }

    @Override
    public double complementaryCumulative(double energy) {
        return 1 - cumulative(energy);
    }

    @Override
    public double quantile(double probability) {
        return inverse.applyAsDouble(probability);
    }

    @Override
    public double complementaryQuantile(double probability) {
        return inverse.applyAsDouble(1 - probability);
    }

    @Override
    public List<String> parameterNames() {
        return List.of();
    }

    @Override
    public void quantileByParameters(double energy, double[] byParameter) {
        // It has none.
    }
}
