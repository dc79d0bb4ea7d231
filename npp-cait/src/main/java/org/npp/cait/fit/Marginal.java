package org.npp.cait.fit;

import java.util.Arrays;

/**
 * Distribution of one parameter in a sampling, in bins of equal width, and the one by the curvature at the minimum.
 *
 * <p><strong>Threading.</strong> Instances are immutable and thread-safe.
 */
public final class Marginal {
    /** Most bins. */
    private static final int MOST = 40;

    private final FitParameter parameter;
    private final double low;
    private final double width;
    private final double[] densities;
    private final double best;
    private final double error;

    private Marginal(FitParameter parameter, double low, double width, double[] densities, double best, double error) {
        this.parameter = parameter;
        this.low = low;
        this.width = width;
        this.densities = densities;
        this.best = best;
        this.error = error;
    }

    /**
     * Sorts samples into bins, about as many as the square root of their number.
     *
     * @param parameter the parameter
     * @param samples its coordinates, at least one. Not modified.
     * @param best coordinate of the best value
     * @param error standard error of the coordinate by the curvature; NaN if there is none
     * @return the distribution
     */
    static Marginal of(FitParameter parameter, double[] samples, double best, double error) {
        final double unit = parameter.unitValue();
        final double[] values =
                Arrays.stream(samples).map(c -> parameter.value(c) / unit).toArray();
        final double low = Arrays.stream(values).min().orElseThrow();
        final double high = Arrays.stream(values).max().orElseThrow();
        final int bins = high > low ? (int) Math.max(1, Math.min(MOST, Math.sqrt(values.length))) : 1;
        final double width = high > low ? (high - low) / bins : Math.max(Math.abs(high), Double.MIN_NORMAL) * 1e-6;
        final double[] densities = new double[bins];
        for (final double value : values) {
            final int bin = (int) Math.min(bins - 1, Math.floor((value - low) / width));
            densities[bin] += 1 / (values.length * width);
        }
        return new Marginal(parameter, low, width, densities, best, error);
    }

    /**
     * Returns the parameter.
     *
     * @return the parameter
     */
    public FitParameter parameter() {
        return parameter;
    }

    /**
     * Returns the number of bins.
     *
     * @return number, at least 1
     */
    public int bins() {
        return densities.length;
    }

    /**
     * Returns the lower edge of a bin.
     *
     * @param bin number of the bin; the number of bins for the upper end
     * @return value in the unit of the parameter
     */
    public double edge(int bin) {
        return low + bin * width;
    }

    /**
     * Returns the density in a bin.
     *
     * @param bin number of the bin
     * @return share of the samples over the width of the bin
     */
    public double density(int bin) {
        return densities[bin];
    }

    /**
     * Returns the density that the curvature at the minimum gives: normal in the coordinate of the parameter.
     *
     * @param value value in the unit of the parameter
     * @return density per unit; NaN if the curvature gives none
     */
    public double normal(double value) {
        final double si = value * parameter.unitValue();
        final double distance = (parameter.coordinate(si) - best) / error;
        final double perCoordinate = Math.exp(-0.5 * distance * distance) / (error * Math.sqrt(2 * Math.PI));
        return perCoordinate * parameter.unitValue() / parameter.slope(si);
    }
}
