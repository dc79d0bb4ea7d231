package org.npp.cait.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The way of an ensemble of walkers: their positions and the logarithms of the density there, step by step, with the
 * start as step 0.
 *
 * <p><strong>Threading.</strong> Instances are immutable and thread-safe.
 */
public final class Chain {
    private final int walkers;
    private final int dimension;

    /** Row by row: all coordinates of walker 0, of walker 1 &hellip; */
    private final List<double[]> positions;

    private final List<double[]> logDensities;

    private Chain(int walkers, int dimension, List<double[]> positions, List<double[]> logDensities) {
        this.walkers = walkers;
        this.dimension = dimension;
        this.positions = positions;
        this.logDensities = logDensities;
    }

    /**
     * Creates a chain.
     *
     * @param walkers number of walkers, \( \ge 1 \)
     * @param dimension number of coordinates, \( \ge 1 \)
     * @param positions one array per step: all coordinates of walker 0, then of walker 1 and so on. Not modified.
     * @param logDensities one array per step, one value per walker. Not modified.
     * @return the chain
     * @throws IllegalArgumentException if there is no step or a length differs
     */
    public static Chain of(int walkers, int dimension, List<double[]> positions, List<double[]> logDensities) {
        boolean fits = !positions.isEmpty() && positions.size() == logDensities.size();
        for (int s = 0; fits && s < positions.size(); s++) {
            fits = positions.get(s).length == walkers * dimension && logDensities.get(s).length == walkers;
        }
        if (!fits || walkers < 1 || dimension < 1) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "each step of a chain must have %d positions of %d coordinates and as many log densities",
                    walkers,
                    dimension));
        }
        return new Chain(walkers, dimension, copy(positions), copy(logDensities));
    }

    private static List<double[]> copy(List<double[]> rows) {
        final List<double[]> copies = new ArrayList<>();
        rows.forEach(row -> copies.add(row.clone()));
        return copies;
    }

    /**
     * Returns the number of steps after the start.
     *
     * @return number of steps; positions have the indices 0 to this number
     */
    public int steps() {
        return positions.size() - 1;
    }

    /**
     * Returns the number of walkers.
     *
     * @return number of walkers
     */
    public int walkers() {
        return walkers;
    }

    /**
     * Returns the number of coordinates.
     *
     * @return number of coordinates
     */
    public int dimension() {
        return dimension;
    }

    /**
     * Returns a coordinate.
     *
     * @param step step, 0 for the start
     * @param walker index of the walker
     * @param coordinate index of the coordinate
     * @return coordinate
     */
    public double position(int step, int walker, int coordinate) {
        return positions.get(step)[walker * dimension + coordinate];
    }

    /**
     * Returns the logarithm of the density at a position.
     *
     * @param step step, 0 for the start
     * @param walker index of the walker
     * @return logarithm of the density
     */
    public double logDensity(int step, int walker) {
        return logDensities.get(step)[walker];
    }

    /**
     * Copies the series of one coordinate of one walker.
     *
     * @param walker index of the walker
     * @param coordinate index of the coordinate
     * @param from first step
     * @return new array, one value per step
     */
    public double[] series(int walker, int coordinate, int from) {
        final double[] series = new double[positions.size() - from];
        for (int s = 0; s < series.length; s++) {
            series[s] = position(from + s, walker, coordinate);
        }
        return series;
    }

    /**
     * Copies all values of one coordinate.
     *
     * @param coordinate index of the coordinate
     * @param from first step
     * @return new array, step by step
     */
    public double[] samples(int coordinate, int from) {
        final double[] samples = new double[(positions.size() - from) * walkers];
        for (int m = 0; m < samples.length; m++) {
            samples[m] = position(from + m / walkers, m % walkers, coordinate);
        }
        return samples;
    }
}
