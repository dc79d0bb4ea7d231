package org.npp.onsager.md;

import java.util.Locale;
import org.npp.onsager.internal.Arguments;

/**
 * Mean products of displacements against time, one set per block of a run.
 *
 * <p>For coefficients the quantities are \( \langle \Delta R_i(t) \cdot \Delta R_j(t) \rangle \) [m&sup2;] of the summed
 * displacements \( \Delta R_i = \sum_{\alpha \in i} \Delta r_\alpha \) of all particles of a kind, in the order of
 * {@link org.npp.onsager.uncertainty.UpperTriangle}; for tracer diffusion the mean squared displacements per particle,
 * \( \langle |\Delta r_\alpha|^2 \rangle \). Coordinates must be unwrapped. At short times displacements are ballistic or
 * caged, at long ones few: the slope is taken in a window that the caller chooses where the {@linkplain #exponent exponent} is
 * 1.
 *
 * <p><strong>Accuracy.</strong> Slopes by least squares, exact for straight lines to rounding of the largest value; see
 * {@code EinsteinRelationTest}. <strong>Threading.</strong> Instances are immutable and thread-safe.
 */
public final class DisplacementSeries {
    private final double[] times;

    /** Block, quantity, time [m&sup2;]. */
    private final double[][][] products;

    private DisplacementSeries(double[] times, double[][][] products) {
        this.times = times;
        this.products = products;
    }

    /**
     * Creates the series.
     *
     * @param times \( t \) [s], at least 2, finite, increasing strictly. Not modified.
     * @param products mean product of quantity m at time k in block b at [b][m][k] [m&sup2;], B &ge; 2 blocks in the order of time,
     *     M &ge; 1 quantities, finite. Not modified.
     * @return the series
     * @throws IllegalArgumentException if an argument is not such
     */
    public static DisplacementSeries of(double[] times, double[][][] products) {
        for (int k = 0; k < times.length; k++) {
            Arguments.finite("times[" + k + "]", times[k], "s");
            if (k > 0 && !(times[k] > times[k - 1])) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "times must increase strictly: times[%d] = %s s, times[%d] = %s s",
                        k - 1,
                        times[k - 1],
                        k,
                        times[k]));
            }
        }
        final double[][][] copy = new double[products.length][][];
        for (int b = 0; b < products.length; b++) {
            copy[b] = new double[products[b].length][];
            for (int m = 0; m < products[b].length; m++) {
                if (products[b][m].length != times.length) {
                    throw new IllegalArgumentException(String.format(
                            Locale.ROOT,
                            "products must have one value per time: %d values at [%d][%d], %d times",
                            products[b][m].length,
                            b,
                            m,
                            times.length));
                }
                for (int k = 0; k < times.length; k++) {
                    Arguments.finite(Arguments.entry("products", b, m) + "[" + k + "]", products[b][m][k], "m^2");
                }
                copy[b][m] = products[b][m].clone();
            }
        }
        return new DisplacementSeries(times.clone(), copy);
    }

    /**
     * Returns the last time.
     *
     * @return the time [s]
     */
    public double lastTime() {
        return times[times.length - 1];
    }

    /**
     * Fits the slopes of all quantities in all blocks, by least squares.
     *
     * @param from begin of the window [s]
     * @param to end of the window [s]; at least 2 times lie in the window
     * @return the slopes [m&sup2;/s]
     * @throws IllegalArgumentException if the window is too narrow or there are fewer than 2 blocks
     */
    public BlockAverage slopes(double from, double to) {
        final int begin = begin(from);
        final int end = end(to);
        checkWindow(begin, end, from, to);
        final double[][] slopes = new double[products.length][];
        for (int b = 0; b < products.length; b++) {
            slopes[b] = new double[products[b].length];
            for (int m = 0; m < products[b].length; m++) {
                slopes[b][m] = slope(times, products[b][m], begin, end);
            }
        }
        return BlockAverage.of(slopes);
    }

    /**
     * Returns the exponent \( \beta \) of \( t^\beta \) in a window, the slope of the logarithms of the mean over all blocks: 1 where
     * motion is diffusive, 2 where ballistic, between 0 and 1 where caged.
     *
     * @param quantity index, 0 to M &minus; 1, of a mean square: \( i = j \)
     * @param from begin of the window [s], \( > 0 \)
     * @param to end of the window [s]; at least 2 times lie in the window
     * @return \( \beta \) [1]; NaN if a mean is not positive in the window
     * @throws IllegalArgumentException if the window is too narrow
     * @throws IndexOutOfBoundsException if there is no such quantity
     */
    public double exponent(int quantity, double from, double to) {
        final int begin = begin(Arguments.positive("from", from, "s"));
        final int end = end(to);
        checkWindow(begin, end, from, to);
        final double[] x = new double[times.length];
        final double[] y = new double[times.length];
        for (int k = begin; k < end; k++) {
            double sum = 0;
            for (double[][] block : products) {
                sum += block[quantity][k];
            }
            x[k] = Math.log(times[k]);
            y[k] = Math.log(sum / products.length);
        }
        final double exponent = slope(x, y, begin, end);
        return Double.isInfinite(exponent) ? Double.NaN : exponent;
    }

    /** Index of the first time in the window. */
    private int begin(double from) {
        int k = 0;
        while (k < times.length && times[k] < from) {
            k++;
        }
        return k;
    }

    /** Index after the last time in the window. */
    private int end(double to) {
        int k = times.length;
        while (k > 0 && times[k - 1] > to) {
            k--;
        }
        return k;
    }

    private static void checkWindow(int begin, int end, double from, double to) {
        if (!(end - begin >= 2)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "window must hold at least 2 times: %d from %s to %s s",
                    Math.max(0, end - begin),
                    from,
                    to));
        }
    }

    /** Least squares about the mean abscissa. */
    private static double slope(double[] x, double[] y, int begin, int end) {
        double mean = 0;
        for (int k = begin; k < end; k++) {
            mean += x[k] / (end - begin);
        }
        double moment = 0;
        double square = 0;
        for (int k = begin; k < end; k++) {
            moment += (x[k] - mean) * (y[k] - y[begin]);
            square += (x[k] - mean) * (x[k] - mean);
        }
        return moment / square;
    }
}
