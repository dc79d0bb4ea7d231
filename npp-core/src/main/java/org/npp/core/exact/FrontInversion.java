package org.npp.core.exact;

/**
 * Diffusivity of the native ion from the measured shape of a steady front.
 *
 * <p>With \( c \) the <em>foreign</em> fraction, \( v = J/N \) and \( v_f \) the front's own speed,
 * \[ D_1(1 - c) = \frac{D_2\,c\,(v - v_f c)}{D_2\,c' + v_f\,c\,(1 - c)}
 *    = \frac{D_2\,(v - v_f c)}{(1 - c)\,(D_2\,\ell' + v_f)}, \qquad \ell = \ln\frac{c}{1 - c}. \]
 * The slope is taken from \( \ell \), by three-point differences: it is a straight line for constant diffusivities, so
 * no error of discretisation is made there.
 *
 * <p><strong>Valid for</strong> a front that has become steady; \( v_f = v \) at complete exchange,
 * \( v_f = f'(c^*)\,v \) when a foot is left behind ({@link DriftLimit#frontDepth}). The denominator cancels as
 * \( D_2/D_1 \): errors of a measured slope grow as \( D_1/D_2 \). With solutions of the full equations as data the
 * result is 1&ndash;3 % wrong for \( D_1/D_2 \lt 10 \), 8 % at 64, 30 % at 200.
 * <strong>Accuracy.</strong> Constant diffusivities to rounding times \( D_1/D_2 \), others second order in the
 * spacing ({@code FrontInversionTest}).
 *
 * @see RarefactionInversion the profile behind the front
 */
public final class FrontInversion {
    /** No instances. */
    private FrontInversion() {}

    /**
     * Returns the native diffusivity at every measured composition.
     *
     * @param depths \( x \) [m], strictly increasing, at least three. Not modified.
     * @param foreignFractions \( c \) [1], in (0, 1), as many. Not modified.
     * @param foreignDiffusivity \( D_2 \) [m&sup2;/s], positive
     * @param velocity \( v = J/N \) [m/s], positive
     * @param frontSpeed \( v_f \) [m/s], positive
     * @return new array with \( D_1 \) at the native fractions \( 1 - c \) [m&sup2;/s]; not positive where the data
     *     contradict a steady front
     */
    public static double[] nativeDiffusivity(
            double[] depths, double[] foreignFractions, double foreignDiffusivity, double velocity, double frontSpeed) {
        Argument.positive("foreign diffusivity", foreignDiffusivity, "m^2/s");
        Argument.positive("velocity", velocity, "m/s");
        Argument.positive("front speed", frontSpeed, "m/s");
        ProfilePoints.check(depths, foreignFractions);
        final int n = depths.length;
        if (n < 3) {
            throw new IllegalArgumentException("profile must have at least three points: " + n);
        }
        final double[] diffusivity = new double[n];
        for (int k = 0; k < n; k++) {
            final double c = foreignFractions[k];
            final double slope = logitSlope(depths, foreignFractions, k);
            diffusivity[k] = foreignDiffusivity
                    * (velocity - frontSpeed * c)
                    / ((1 - c) * (foreignDiffusivity * slope + frontSpeed));
        }
        return diffusivity;
    }

    /** Derivative at point k of the parabola through it and its neighbours (at the ends, the nearest three). */
    private static double logitSlope(double[] x, double[] c, int k) {
        final int m = Math.min(Math.max(k, 1), x.length - 2);
        final double left = (logit(c[m]) - logit(c[m - 1])) / (x[m] - x[m - 1]);
        final double right = (logit(c[m + 1]) - logit(c[m])) / (x[m + 1] - x[m]);
        final double curvature = (right - left) / (x[m + 1] - x[m - 1]);
        return left + curvature * (2 * x[k] - x[m - 1] - x[m]);
    }

    private static double logit(double c) {
        return Math.log(c / (1 - c));
    }
}
