package org.npp.core.flux;

/**
 * How much of the upwinding of a Scharfetter&ndash;Gummel flux may be left out on one edge, with the derivatives.
 *
 * <p>The flux is \( (D/h)[M\,(c_L - c_R) - X (c_L + c_R)/2] \) with \( M = \tfrac X2 \coth \tfrac X2 \): central differences
 * with a diffusion larger by \( M - 1 \), the upwinding. What is left out of it, with \( q = \ln(c_L/c_R) \), is
 * \[ E = \frac{\kappa}{1 + (q/\theta)^4}\,(M - 1)\left(1 - \frac qX\right), \qquad \kappa = 0.8,\ \theta = 0.2. \]
 * The first factor leaves the flux as it is where the density changes by more than about \( e^\theta \) along the edge, so
 * that fronts stay safe; the last one where the edge is in equilibrium, \( q = X \), so that a flux that was 0 stays 0. On
 * resolved profiles E is of second order in the length of the edge, and so is the change of the flux.
 *
 * <p>Not thread-safe: an instance holds the last result. {@link #evaluate} allocates nothing.
 */
final class Centring {
    /** Share of the upwinding that goes: the rest damps what central differences would let oscillate. */
    private static final double SHARE = 0.8;

    /** Logarithm of the ratio of densities at which half of that share goes: the best of 0.2 to 1 in the study. */
    private static final double PER_RANGE = 1 / 0.2;

    /** Below this argument (M - 1)/X and its derivative are taken from their series, to 1e-12. */
    private static final double SERIES_LIMIT = 1e-2;

    /** The part left out, E. */
    double value;

    /** Derivative of E to X. */
    double byArgument;

    /** Derivative of E to q. */
    double byLogRatio;

    /** Reciprocal of the left density. */
    double perLeft;

    /** Reciprocal of the right density. */
    double perRight;

    /**
     * Computes the part left out.
     *
     * @param x argument X of the flux
     * @param bernoulli evaluated at X
     * @param left density at L, positive
     * @param right density at R, positive
     */
    void evaluate(double x, BernoulliKernel bernoulli, double left, double right) {
        perLeft = 1 / left;
        perRight = 1 / right;
        final double q = LogRatio.of(left, right);
        final double r = q * PER_RANGE;
        final double r3 = r * r * r;
        final double t = 1 / (1 + r3 * r);
        final double share = SHARE * t;
        final double shareSlope = -4 * PER_RANGE * r3 * t * share;
        final double excess = bernoulli.mean() - 1;
        final double excessSlope = bernoulli.derivative() + 0.5;
        final boolean small = Math.abs(x) < SERIES_LIMIT;
        final double perX = 1 / x;
        final double ratio = small ? x * (1.0 / 12 - x * x * (1.0 / 720)) : excess * perX;
        final double ratioSlope = small ? 1.0 / 12 - x * x * (1.0 / 240) : (excessSlope - ratio) * perX;
        value = share * (excess - q * ratio);
        byArgument = share * (excessSlope - q * ratioSlope);
        byLogRatio = shareSlope * (excess - q * ratio) - share * ratio;
    }
}
