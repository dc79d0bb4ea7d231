package org.npp.cait.fit;

import java.util.function.DoubleUnaryOperator;

/**
 * Lower convex hull of the flux function \( f(c) = h/(h + 1 - c) \), \( h = c D_1/D_2 \), on a grid: its slopes are the
 * speeds of the compositions in the drift limit, its last edge is the front into the native glass.
 */
final class Hull {
    /** Points of the grid, equal in the logarithm from the least fraction on. */
    private static final int POINTS = 240;

    private static final double LEAST = 1e-5;

    /** Fractions of the corners behind the front, the last one the foot. */
    private final double[] fractions;

    /** Speeds over v at which they travel, increasing; the last one that of the front. */
    private final double[] speeds;

    private Hull(double[] fractions, double[] speeds) {
        this.fractions = fractions;
        this.speeds = speeds;
    }

    static Hull of(DoubleUnaryOperator h) {
        final double[] c = new double[POINTS + 2];
        final double[] f = new double[POINTS + 2];
        final int[] corners = new int[POINTS + 2];
        int n = 0;
        for (int k = 0; k < c.length; k++) {
            c[k] = k == 0 ? 0 : k == POINTS + 1 ? 1 : Math.pow(LEAST, 1 - (double) k / (POINTS + 1));
            final double value = k == 0 ? 0 : h.applyAsDouble(c[k]);
            f[k] = k == 0 ? 0 : value / (value + 1 - c[k]);
            while (n >= 2 && slope(c, f, corners[n - 1], k) <= slope(c, f, corners[n - 2], corners[n - 1])) {
                n--;
            }
            corners[n++] = k;
        }
        final double[] fractions = new double[n - 1];
        final double[] speeds = new double[n - 1];
        for (int k = 0; k < n - 1; k++) {
            fractions[k] = c[corners[k]];
            final double after = slope(c, f, corners[k], corners[k + 1]);
            speeds[k] = k == 0 || k == n - 2 ? after : (slope(c, f, corners[k - 1], corners[k]) + after) / 2;
        }
        return new Hull(fractions, speeds);
    }

    private static double slope(double[] c, double[] f, int i, int k) {
        return (f[k] - f[i]) / (c[k] - c[i]);
    }

    /** Native fraction that the front leaves behind. */
    double foot() {
        return fractions[fractions.length - 1];
    }

    /** Speed of the front over v. */
    double frontSpeed() {
        return speeds[speeds.length - 1];
    }

    /** Native fraction that travels at a speed, the foot from the front on. */
    double behind(double speed) {
        int k = 0;
        while (k < speeds.length && speeds[k] < speed) {
            k++;
        }
        if (k == 0) {
            return fractions[0];
        }
        if (k == speeds.length) {
            return foot();
        }
        final double share = (speed - speeds[k - 1]) / (speeds[k] - speeds[k - 1]);
        return fractions[k - 1] + share * (fractions[k] - fractions[k - 1]);
    }
}
