package org.npp.cait.measure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Fractions of ions measured against depth, with their errors where they are known.
 *
 * <p><strong>Threading.</strong> Instances are immutable and thread-safe.
 */
public final class MeasuredProfile {
    /** Least number of depths. */
    public static final int LEAST_POINTS = 10;

    private final double[] depths;
    private final List<String> ions;
    private final double[][] fractions;

    /** One row per ion, empty where the errors are not known. */
    private final double[][] sigmas;

    private final boolean synthetic;

    private MeasuredProfile(
            double[] depths, List<String> ions, double[][] fractions, double[][] sigmas, boolean synthetic) {
        this.depths = depths;
        this.ions = ions;
        this.fractions = fractions;
        this.sigmas = sigmas;
        this.synthetic = synthetic;
    }

    /**
     * Creates a profile.
     *
     * @param depths depths [m], at least {@link #LEAST_POINTS}, \( \ge 0 \), strictly increasing. Not modified.
     * @param ions names of the ions, at least one
     * @param fractions fractions {@code [ion][depth]} [1], finite; noise may make them negative. Not modified.
     * @param sigmas standard errors {@code [ion][depth]} [1], finite, \( \gt 0 \); a row of length 0 where they are not
     *     known. Not modified.
     * @param synthetic whether the profile was made up by a program
     * @return the profile
     * @throws IllegalArgumentException if a rule is broken; the message names the place
     */
    public static MeasuredProfile of(
            double[] depths, List<String> ions, double[][] fractions, double[][] sigmas, boolean synthetic) {
        if (depths.length < LEAST_POINTS) {
            throw new IllegalArgumentException(
                    "measured profile needs at least " + LEAST_POINTS + " depths: " + depths.length);
        }
        if (ions.isEmpty() || fractions.length != ions.size() || sigmas.length != ions.size()) {
            throw new IllegalArgumentException("ions, fractions and sigmas must be as many: " + ions.size() + ", "
                    + fractions.length + ", " + sigmas.length);
        }
        double last = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < depths.length; k++) {
            if (!(depths[k] >= 0 && depths[k] > last && depths[k] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT, "depths must be >= 0 and increase strictly: x[%d] = %s m", k, depths[k]));
            }
            last = depths[k];
        }
        final double[][] values = new double[ions.size()][];
        final double[][] errors = new double[ions.size()][];
        for (int i = 0; i < values.length; i++) {
            values[i] = checked(ions.get(i) + "_fraction", fractions[i], depths.length, Double.NEGATIVE_INFINITY);
            errors[i] = sigmas[i].length == 0
                    ? new double[0]
                    : checked(ions.get(i) + "_sigma", sigmas[i], depths.length, 0);
        }
        return new MeasuredProfile(depths.clone(), List.copyOf(ions), values, errors, synthetic);
    }

    private static double[] checked(String name, double[] values, int length, double above) {
        if (values.length != length) {
            throw new IllegalArgumentException(name + " must have one value per depth: " + values.length);
        }
        for (int k = 0; k < length; k++) {
            if (!(values[k] > above && Math.abs(values[k]) < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "%s must be finite%s: %s at %s",
                        name,
                        above == 0 ? " and > 0" : "",
                        values[k],
                        k));
            }
        }
        return values.clone();
    }

    /**
     * Copies the depths.
     *
     * @return new array of depths [m], strictly increasing
     */
    public double[] depths() {
        return depths.clone();
    }

    /**
     * Returns the names of the ions.
     *
     * @return names in the order of the columns, unmodifiable
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
     * Returns a fraction.
     *
     * @param ion index in {@link #ions}
     * @param point index of the depth
     * @return fraction [1]
     */
    public double fraction(int ion, int point) {
        return fractions[ion][point];
    }

    /**
     * Copies the fractions of an ion.
     *
     * @param ion index in {@link #ions}
     * @return new array of fractions [1]
     */
    public double[] fractions(int ion) {
        return fractions[ion].clone();
    }

    /**
     * Tells whether the errors of an ion are known.
     *
     * @param ion index in {@link #ions}
     * @return whether {@link #sigmas} has values
     */
    public boolean hasSigmas(int ion) {
        return sigmas[ion].length > 0;
    }

    /**
     * Copies the errors of an ion.
     *
     * @param ion index in {@link #ions}
     * @return new array of standard errors [1]; empty if they are not known
     */
    public double[] sigmas(int ion) {
        return sigmas[ion].clone();
    }

    /**
     * Tells whether the errors of all ions are known.
     *
     * @return whether they are
     */
    public boolean hasSigmas() {
        return Arrays.stream(sigmas).allMatch(row -> row.length > 0);
    }

    /**
     * Returns the standard error of a fraction.
     *
     * @param ion index in {@link #ions}, with known errors
     * @param point index of the depth
     * @return standard error [1], \( \gt 0 \)
     */
    public double sigma(int ion, int point) {
        return sigmas[ion][point];
    }

    /**
     * Tells whether the profile was made up by a program.
     *
     * @return whether its file says so
     */
    public boolean synthetic() {
        return synthetic;
    }
}
