package org.npp.core.exact;

/**
 * Ratio of diffusivities from the profile measured behind a front, by inverting the fan of the
 * {@linkplain DriftLimit drift limit}.
 *
 * <p>\[ f(c) = \int_0^c \frac{x}{vt}\,dc', \qquad \frac{D_1(c)}{D_2} = \frac{f\,(1 - c)}{c\,(1 - f)}, \]
 * with \( c(x) \) the native fraction, rising with depth from 0 at the surface up to the foot of the front, and
 * \( v = J/N \). The integral is the trapezoid sum; below the first point the profile is taken as a straight line to
 * the origin.
 *
 * <p><strong>Valid for</strong> drift that outweighs diffusion, \( D_2 \) constant. The formula is exact as the
 * front's width \( w \to 0 \); behind a front at 100 nm diffusion makes it 1&ndash;3 % wrong at \( w \) = 0.1 nm,
 * 4&ndash;9 % at 0.5, 12&ndash;22 % at 2 and 18&ndash;33 % at 4 nm: a start for a fit, not a result.
 * <strong>Accuracy.</strong> Second order in the spacing of the points; exact profiles of 200 points give the ratio within 1e-3
 * ({@code RarefactionInversionTest}).
 *
 * @see FrontInversion the front itself
 */
public final class RarefactionInversion {
    /** No instances. */
    private RarefactionInversion() {}

    /**
     * Returns the ratio of diffusivities at every measured composition.
     *
     * @param depths \( x \) [m], positive, strictly increasing, from near the surface up to the front. Not modified.
     * @param fractions \( c \) of the native ion [1], in (0, 1), strictly increasing, as many. Not modified.
     * @param vt \( Jt/N \), dose over density [m], positive; at least such that the sum stays below 1
     * @return new array with \( D_1(c)/D_2 \) [1] at each of the fractions
     */
    public static double[] diffusivityRatio(double[] depths, double[] fractions, double vt) {
        Argument.positive("vt", vt, "m");
        ProfilePoints.check(depths, fractions);
        final double[] ratio = new double[depths.length];
        double flux = 0;
        double depth = 0;
        double fraction = 0;
        for (int k = 0; k < ratio.length; k++) {
            if (!(depths[k] > depth && fractions[k] > fraction)) {
                throw new IllegalArgumentException("native fraction must rise with depth: x[" + k + "] = " + depths[k]
                        + " m, c[" + k + "] = " + fractions[k]);
            }
            flux += (fractions[k] - fraction) * (depths[k] + depth) / 2 / vt;
            depth = depths[k];
            fraction = fractions[k];
            if (!(flux < 1)) {
                throw new IllegalArgumentException("vt must exceed the integral of x dc: vt = " + vt + " m, integral "
                        + flux * vt + " m at x[" + k + "] = " + depth + " m");
            }
            ratio[k] = flux * (1 - fraction) / (fraction * (1 - flux));
        }
        return ratio;
    }
}
