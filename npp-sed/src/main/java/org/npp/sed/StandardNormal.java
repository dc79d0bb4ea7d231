package org.npp.sed;

import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.Erfcx;
import org.apache.commons.numbers.gamma.InverseErfc;

/**
 * The standard normal distribution to a few ulp in both tails, down to the smallest normal number.
 *
 * <p>The argument is a sum \( u + \delta \) with \( |\delta| \) at most an ulp of \( u \): at \( u = -37 \) the half ulp
 * lost in rounding \( E/s \) alone would change the density by 1400 &times; 2<sup>-53</sup>.
 */
final class StandardNormal {
    /** \( 1/\sqrt{2\pi} \). */
    private static final double PEAK = 0.3989422804014327;

    /** \( \sqrt{1/2} \). */
    private static final double SQRT_HALF = 0.7071067811865476;

    /** \( \sqrt 2 \). */
    private static final double SQRT_TWO = 1.4142135623730951;

    /** Beyond it both density and tail are below the smallest subnormal number. */
    private static final double UNDERFLOW = 40;

    /** Below it erfc(x) would magnify the rounding of its argument by 2x&sup2;; erfcx does not. */
    private static final double TAIL = -1;

    /** Below it the logarithm of the tail is that of the exponential alone, to rounding and for -infinity. */
    private static final double FAR = -1e9;

    /** No instances. */
    private StandardNormal() {}

    /** Density at {@code u + du}. */
    static double density(double u, double du) {
        return Math.abs(u) >= UNDERFLOW ? 0 : PEAK * halfSquareExponential(u, du);
    }

    /** Probability of a value at or below {@code u + du}. */
    static double cumulative(double u, double du) {
        if (Math.abs(u) >= UNDERFLOW) {
            return u < 0 ? 0 : 1;
        }
        if (u < TAIL) {
            // du changes erfcx itself by less than half an ulp; all that counts is in the exponential.
            return 0.5 * Erfcx.value(-u * SQRT_HALF) * halfSquareExponential(u, du);
        }
        // Here du is worth less than half an ulp.
        return 0.5 * Erfc.value(-u * SQRT_HALF);
    }

    /** Logarithm of {@link #cumulative}, finite where that underflows. */
    static double logCumulative(double u, double du) {
        if (u < FAR) {
            return -0.5 * u * u;
        }
        if (u < TAIL) {
            return Math.log(0.5 * Erfcx.value(-u * SQRT_HALF)) - 0.5 * u * u - u * du;
        }
        return Math.log1p(-cumulative(-u, -du));
    }

    /** Inverse of {@link #cumulative}; NaN outside [0, 1]. The upper tail is {@code -quantile(q)}. */
    static double quantile(double p) {
        return 0 - SQRT_TWO * InverseErfc.value(2 * p);
    }

    /** \( e^{-(u + \delta)^2/2} \), the square split into its rounded value and the exact rest. */
    private static double halfSquareExponential(double u, double du) {
        final double square = u * u;
        final double rest = 0.5 * Math.fma(u, u, -square) + u * du;
        final double e = Math.exp(-0.5 * square);
        return e - e * rest;
    }
}
