package org.npp.cait.fit;

import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.math3.special.Erf;

/**
 * Profiles at measured depths through a Gaussian depth resolution:
 * \( \bar c(d) = \int_0^L c(x)\,G(x - d)\,dx / \int_0^L G(x - d)\,dx \) with \( G \) normal of the given full width at
 * half maximum [m] and \( c \) linear between the nodes, whose integrals are exact.
 *
 * <p>The denominator is the network's signal, broadened the same way, to which fractions are normalised; so a constant
 * stays constant up to the surface. At width 0 the profile is interpolated.
 *
 * <p><strong>Accuracy.</strong> 1e-12 of the largest value ({@code GaussianResolutionTest}).
 * <strong>Threading.</strong> Instances are immutable and thread-safe.
 */
public final class GaussianResolution implements Observation {
    /** Full width at half maximum over standard deviation. */
    private static final double FWHM_PER_SIGMA = 2 * Math.sqrt(2 * Math.log(2));

    /** Reach of the Gaussian in standard deviations; what is beyond is below 1e-16. */
    private static final double REACH = 8.5;

    private final double[] depths;
    private final double sigma;
    private final double factor;

    private GaussianResolution(double[] depths, double sigma, double factor) {
        this.depths = depths;
        this.sigma = sigma;
        this.factor = factor;
    }

    /**
     * Creates the map.
     *
     * @param depths measured depths [m]. Not modified.
     * @param fwhm full width at half maximum [m], finite, \( \ge 0 \)
     * @return the map
     * @throws IllegalArgumentException if the width is out of range
     */
    public static GaussianResolution of(double[] depths, double fwhm) {
        return of(depths, fwhm, 1, 1);
    }

    /**
     * Creates the map of a measurement whose scales are a little wrong.
     *
     * @param depths measured depths [m]. Not modified.
     * @param fwhm full width at half maximum [m], finite, \( \ge 0 \)
     * @param depthScale true over measured depth [1], finite, \( > 0 \)
     * @param intensityScale measured over true fraction [1], finite, \( > 0 \)
     * @return the map
     * @throws IllegalArgumentException if a number is out of range
     */
    public static GaussianResolution of(double[] depths, double fwhm, double depthScale, double intensityScale) {
        if (!(fwhm >= 0 && fwhm < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "depth resolution must be finite and >= 0: %s m", fwhm));
        }
        requirePositive("depth scale", depthScale);
        requirePositive("intensity scale", intensityScale);
        final double[] scaled = depths.clone();
        for (int m = 0; m < scaled.length; m++) {
            scaled[m] *= depthScale;
        }
        return new GaussianResolution(scaled, fwhm / FWHM_PER_SIGMA, intensityScale);
    }

    private static void requirePositive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%s must be finite and > 0: %s", name, value));
        }
    }

    @Override
    public double[][] weights(double[] nodes) {
        final double[][] rows = new double[depths.length][nodes.length];
        for (int m = 0; m < rows.length; m++) {
            final double d = Math.min(nodes[nodes.length - 1], Math.max(nodes[0], depths[m]));
            final double sum = sigma > 0 ? smear(nodes, d, rows[m]) : 0;
            if (sum > 0) {
                scale(rows[m], factor / sum);
            } else {
                interpolate(nodes, d, rows[m]);
                scale(rows[m], factor);
            }
        }
        return rows;
    }

    private double smear(double[] nodes, double d, double[] row) {
        int k = Math.max(0, position(nodes, d - REACH * sigma));
        double sum = 0;
        double from = (nodes[k] - d) / sigma;
        for (; k < nodes.length - 1 && from < REACH; k++) {
            final double to = (nodes[k + 1] - d) / sigma;
            final double mass = 0.5 * Erf.erf(from / Math.sqrt(2), to / Math.sqrt(2));
            // share of the right node: the mean of the segment's own coordinate
            final double right = Math.min(mass, Math.max(0, (normal(from) - normal(to) - from * mass) / (to - from)));
            row[k] += mass - right;
            row[k + 1] += right;
            sum += mass;
            from = to;
        }
        return sum;
    }

    private static double normal(double u) {
        return Math.exp(-0.5 * u * u) / Math.sqrt(2 * Math.PI);
    }

    private static void interpolate(double[] nodes, double d, double[] row) {
        final int k = Math.max(0, position(nodes, d));
        final double right = (d - nodes[k]) / (nodes[k + 1] - nodes[k]);
        row[k] = 1 - right;
        row[k + 1] = right;
    }

    /** Index of the segment a depth is in. */
    private static int position(double[] nodes, double d) {
        final int found = Arrays.binarySearch(nodes, d);
        return Math.min(nodes.length - 2, found >= 0 ? found : -found - 2);
    }

    private static void scale(double[] row, double by) {
        for (int k = 0; k < row.length; k++) {
            row[k] *= by;
        }
    }
}
