package org.npp.sed.shape;

import org.apache.commons.numbers.gamma.Erf;
import org.npp.sed.GaussianSed;
import org.npp.sed.internal.GaussLegendre;

/**
 * The standard skew-normal distribution, density \( 2\varphi(u)\Phi(\alpha u) \), without cancellation in either tail.
 *
 * <p>Everything comes from one positive integral: for \( x, \beta \ge 0 \)
 *
 * <p>\[ H(x, \beta) = \frac 1\pi \int_\beta^\infty \frac{e^{-x^2(1 + a^2)/2}}{1 + a^2}\,da
 * = \frac{e^{-(x^2 + b^2)/2}}{\pi} \int_0^\infty \frac{x\,e^{-b\tau - \tau^2/2}}{x^2 + (b + \tau)^2}\,d\tau,
 * \qquad b = \beta x \]
 *
 * <p>is the share below \( -x \) for \( \alpha = \beta \), and what Owen's T leaves of the normal tail,
 * \( H = Q(x) - 2T(x, \beta) \). The second form is integrated where its poles \( \tau = -b \pm ix \) are at least 1
 * away; closer, T is integrated over an interval no longer than 1 and the difference loses at most a digit.
 */
final class SkewNormal {
    /** Normal distribution. */
    private static final GaussianSed NORMAL = GaussianSed.ofStandardDeviation(1);

    /** Ends of the three pieces of the integral over tau, over the last. */
    private static final double[] PIECES = {0, 0.11, 0.4, 1};

    /** Exponent at which the integral over tau is cut: e<sup>-39</sup> is below rounding. */
    private static final double LAST_EXPONENT = 39;

    /** Below it the two forms change places. */
    private static final double NEAR = 1;

    /** Square root of a half. */
    private static final double SQRT_HALF = 0.7071067811865476;

    /** Shape parameter [1]. */
    private final double alpha;

    private SkewNormal(double alpha) {
        this.alpha = alpha;
    }

    static SkewNormal ofAlpha(double alpha) {
        return new SkewNormal(alpha);
    }

    double density(double u) {
        return 2 * NORMAL.density(u) * NORMAL.cumulative(alpha * u);
    }

    double logDensity(double u) {
        return Math.log(2) + NORMAL.logDensity(u) + NORMAL.logCumulative(alpha * u);
    }

    /** Derivative of {@link #logDensity} to u; decreases strictly. */
    double logDensityByArgument(double u) {
        return alpha * hazard(u) - u;
    }

    /** \( \varphi/\Phi \) at \( \alpha u \): the derivative of {@link #logDensity} to alpha, over u. */
    double hazard(double u) {
        return Math.exp(NORMAL.logDensity(alpha * u) - NORMAL.logCumulative(alpha * u));
    }

    /** Derivative of the quantile to alpha, at the quantile: \( -(\partial G/\partial\alpha)/g \). */
    double quantileByAlpha(double u) {
        final double b = alpha * u;
        return Math.exp(-0.5 * u * u - 0.5 * b * b - logDensity(u)) / (Math.PI * (1 + alpha * alpha));
    }

    double cumulative(double u) {
        return below(u, alpha);
    }

    double complementaryCumulative(double u) {
        return below(-u, -alpha);
    }

    double logCumulative(double u) {
        return logBelow(u, alpha);
    }

    double logComplementaryCumulative(double u) {
        return logBelow(-u, -alpha);
    }

    private static double below(double u, double alpha) {
        final double x = Math.abs(u);
        final double h = Math.exp(logTail(x, Math.abs(alpha)));
        if (u <= 0) {
            return alpha >= 0 ? h : 2 * NORMAL.complementaryCumulative(x) - h;
        }
        return alpha >= 0 ? Erf.value(x * SQRT_HALF) + h : 1 - h;
    }

    private static double logBelow(double u, double alpha) {
        if (u > 0) {
            final double above = below(-u, -alpha);
            return above < 0.5 ? Math.log1p(-above) : Math.log(below(u, alpha));
        }
        final double log = logTail(-u, Math.abs(alpha));
        if (alpha >= 0) {
            return log;
        }
        final double normal = NORMAL.logCumulative(u);
        return normal > Double.NEGATIVE_INFINITY
                ? Math.log(2) + normal + Math.log1p(-0.5 * Math.exp(log - normal))
                : normal;
    }

    /** ln H. */
    private static double logTail(double x, double beta) {
        final double b = beta * x;
        if (x * x + b * b >= NEAR) {
            return x < Double.MAX_VALUE ? Math.log(farIntegral(x, b) / Math.PI) - 0.5 * x * x - 0.5 * b * b : -x;
        }
        if (beta <= 1) {
            return Math.log(NORMAL.complementaryCumulative(x) - 2 * owen(x, beta));
        }
        return Math.log(2 * owen(b, 1 / beta) - NORMAL.complementaryCumulative(b) * Erf.value(x * SQRT_HALF));
    }

    /** \( \int_0^\infty x e^{-b\tau - \tau^2/2}/(x^2 + (b + \tau)^2)\,d\tau \). */
    private static double farIntegral(double x, double b) {
        final double end = 2 * LAST_EXPONENT / (b + Math.sqrt(b * b + 2 * LAST_EXPONENT));
        double sum = 0;
        for (int piece = 1; piece < PIECES.length; piece++) {
            final double half = 0.5 * end * (PIECES[piece] - PIECES[piece - 1]);
            final double middle = 0.5 * end * (PIECES[piece] + PIECES[piece - 1]);
            double part = 0;
            for (int k = 0; k < GaussLegendre.POINTS; k++) {
                final double tau = middle + half * GaussLegendre.node(k);
                final double c = (b + tau) / x;
                part += GaussLegendre.weight(k) * Math.exp(-tau * (b + 0.5 * tau)) / (1 + c * c);
            }
            sum += half * part;
        }
        return sum / x;
    }

    /** Owen's T(h, a) for \( 0 \le a \le 1 \), \( 0 \le h \le 1 \). */
    private static double owen(double h, double a) {
        double sum = 0;
        for (int k = 0; k < GaussLegendre.POINTS; k++) {
            final double t = 0.5 * a * (1 + GaussLegendre.node(k));
            final double square = 1 + t * t;
            sum += GaussLegendre.weight(k) * Math.exp(-0.5 * h * h * square) / square;
        }
        return 0.5 * a * sum / (2 * Math.PI);
    }
}
