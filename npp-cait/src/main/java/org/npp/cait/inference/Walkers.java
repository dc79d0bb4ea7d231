package org.npp.cait.inference;

import java.util.Locale;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** Positions from which an ensemble of walkers may begin: scattered about a point as a normal distribution, in a box. */
public final class Walkers {
    /** Draws of one walker until it is moved into the box. */
    private static final int DRAWS = 100;

    /** No instances. */
    private Walkers() {}

    /**
     * Draws positions.
     *
     * @param center the point, in the box. Not modified.
     * @param factor matrix that makes the distribution of independent standard normal numbers, one row per coordinate.
     *     Not modified.
     * @param low lower corner of the box. Not modified.
     * @param high upper corner of the box, \( \gt \) low. Not modified.
     * @param count number of walkers
     * @param seed of the random numbers
     * @return new array, one row per walker, each strictly inside the box
     * @throws IllegalArgumentException if the box is empty
     */
    public static double[][] around(
            double[] center, double[][] factor, double[] low, double[] high, int count, long seed) {
        for (int i = 0; i < center.length; i++) {
            if (!(low[i] < high[i])) {
                throw new IllegalArgumentException(
                        String.format(Locale.ROOT, "the box of coordinate %d is empty: %s, %s", i, low[i], high[i]));
            }
        }
        final ZigguratSampler.NormalizedGaussian normal =
                ZigguratSampler.NormalizedGaussian.of(SeededRandom.of(seed, -1).provider());
        final double[][] walkers = new double[count][];
        for (int k = 0; k < count; k++) {
            double[] drawn = draw(center, factor, normal);
            for (int again = 0; again < DRAWS && !inside(drawn, low, high); again++) {
                drawn = draw(center, factor, normal);
            }
            walkers[k] = reflected(drawn, low, high);
        }
        return walkers;
    }

    private static double[] draw(double[] center, double[][] factor, ZigguratSampler.NormalizedGaussian normal) {
        final double[] drawn = center.clone();
        for (int c = 0; c < factor[0].length; c++) {
            final double z = normal.sample();
            for (int i = 0; i < drawn.length; i++) {
                drawn[i] += factor[i][c] * z;
            }
        }
        return drawn;
    }

    private static boolean inside(double[] point, double[] low, double[] high) {
        boolean inside = true;
        for (int i = 0; i < point.length; i++) {
            inside &= point[i] > low[i] && point[i] < high[i];
        }
        return inside;
    }

    /** Coordinates outside are put inside, as deep as they were out but at most to the middle. */
    private static double[] reflected(double[] point, double[] low, double[] high) {
        final double[] inside = point.clone();
        for (int i = 0; i < inside.length; i++) {
            final double half = 0.5 * (high[i] - low[i]);
            if (inside[i] <= low[i]) {
                inside[i] = low[i] + Math.min(half, Math.max(1e-6 * half, low[i] - inside[i]));
            } else if (inside[i] >= high[i]) {
                inside[i] = high[i] - Math.min(half, Math.max(1e-6 * half, inside[i] - high[i]));
            }
        }
        return inside;
    }
}
