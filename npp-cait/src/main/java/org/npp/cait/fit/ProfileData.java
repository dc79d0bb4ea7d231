package org.npp.cait.fit;

import java.util.List;

/**
 * A measured depth profile.
 *
 * <p><strong>Threading.</strong> Instances are immutable and thread-safe.
 */
public final class ProfileData {
    private final double[] depths;
    private final List<String> ions;
    private final double[][] fractions;
    private final double[][] sigmas;

    private ProfileData(double[] depths, List<String> ions, double[][] fractions, double[][] sigmas) {
        this.depths = depths;
        this.ions = ions;
        this.fractions = fractions;
        this.sigmas = sigmas;
    }

    /**
     * Creates a profile.
     *
     * @param depths depths [m]. Not modified.
     * @param ions names of the ions
     * @param fractions fractions [1], {@code fractions[ion][depth]}. Not modified.
     * @param sigmas their standard deviations [1], each \( > 0 \); no rows if unknown. Not modified.
     * @return the profile
     * @throws IllegalArgumentException if the lengths differ or a number is out of range
     */
    public static ProfileData of(double[] depths, List<String> ions, double[][] fractions, double[][] sigmas) {
        if (fractions.length != ions.size() || !(sigmas.length == 0 || sigmas.length == ions.size())) {
            throw new IllegalArgumentException("a profile needs one row of fractions, and of sigmas if any, per ion");
        }
        for (final double[] row : fractions) {
            check("fractions", row, depths.length, Double.NEGATIVE_INFINITY);
        }
        for (final double[] row : sigmas) {
            check("sigmas", row, depths.length, 0);
        }
        return new ProfileData(depths.clone(), List.copyOf(ions), copy(fractions), copy(sigmas));
    }

    private static void check(String name, double[] row, int length, double above) {
        if (row.length != length) {
            throw new IllegalArgumentException(
                    name + " must have one value per depth: " + row.length + " values, " + length + " depths");
        }
        for (final double value : row) {
            if (!(value > above && value < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        name + " must be finite" + (above == 0 ? " and > 0: " : ": ") + value);
            }
        }
    }

    private static double[][] copy(double[][] rows) {
        final double[][] copy = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            copy[i] = rows[i].clone();
        }
        return copy;
    }

    /**
     * Returns the names of the ions.
     *
     * @return unmodifiable list
     */
    public List<String> ions() {
        return ions;
    }

    /**
     * Returns the number of depths.
     *
     * @return number of depths
     */
    public int size() {
        return depths.length;
    }

    /**
     * Copies the depths.
     *
     * @return new array [m]
     */
    public double[] depths() {
        return depths.clone();
    }

    /**
     * Returns a measured fraction.
     *
     * @param ion index in {@link #ions}
     * @param point index of the depth
     * @return fraction [1]
     */
    public double fraction(int ion, int point) {
        return fractions[ion][point];
    }

    /**
     * Tells whether the standard deviations are known.
     *
     * @return whether there are any
     */
    public boolean hasSigmas() {
        return sigmas.length > 0;
    }

    /**
     * Returns a standard deviation.
     *
     * @param ion index in {@link #ions}
     * @param point index of the depth
     * @return standard deviation [1]; 1 if unknown
     */
    public double sigma(int ion, int point) {
        return hasSigmas() ? sigmas[ion][point] : 1;
    }
}
