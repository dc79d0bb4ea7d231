package org.npp.core.flux;

import java.util.Arrays;

/**
 * How much of the upwinding of Scharfetter&ndash;Gummel fluxes may be left out on many edges, with the derivatives.
 *
 * <p>The flux is \( (D/h)[M\,(c_L - c_R) - X (c_L + c_R)/2] \) with \( M = \tfrac X2 \coth \tfrac X2 \): central differences
 * with a diffusion larger by \( M - 1 \), the upwinding. What is left out of it, with \( q = \ln(c_L/c_R) \), is
 * \[ E = \frac{\kappa}{1 + (q/\theta)^4}\,(M - 1)\left(1 - \frac qX\right), \qquad \kappa = 0.8,\ \theta = 0.2, \]
 * and nothing for \( |q| \gt 70 \).
 * The first factor leaves the flux as it is where the density changes by more than about \( e^\theta \) along the edge, so
 * that fronts stay safe; the last one where the edge is in equilibrium, \( q = X \), so that a flux that was 0 stays 0. On
 * resolved profiles E is of second order in the length of the edge, and so is the change of the flux.
 *
 * <p>Short loops over plain arrays, without branches but for the logarithms, which compile to vector instructions. Not
 * thread-safe; {@link #evaluate} allocates nothing.
 */
final class CentringSweep {
    /** Share of the upwinding that goes: the rest damps what central differences would let oscillate. */
    private static final double SHARE = 0.8;

    /** Logarithm of the ratio of densities at which half of that share goes: the best of 0.2 to 1 in the study. */
    private static final double PER_RANGE = 1 / 0.2;

    /**
     * Logarithm of the ratio beyond which nothing is left out. It would be less than 1e-10 of the flux, but its derivative,
     * over the smaller of the densities, so large that the linear solver loses all digits.
     */
    private static final double END = 70;

    /** From this to its reciprocal a product of two densities and their sum has a reciprocal, and has lost no bits. */
    private static final double LEAST_PRODUCT = 1e-280;

    /** In the place of an infinite logarithm: its fourth power is infinite, so that the share is 0, its third is not. */
    private static final double ABSENT = 1e100;

    /** The part left out, E. */
    final double[] value;

    /** Derivative of E to X. */
    final double[] byArgument;

    /** Derivative of E to the left density, at a fixed right one. */
    final double[] byLeft;

    /** Derivative of E to the right density. */
    final double[] byRight;

    private final double[] product;
    private final double[] u;
    private final double[] q;
    private final double[] share;
    private final double[] shareSlope;

    CentringSweep(int capacity) {
        value = new double[capacity];
        byArgument = new double[capacity];
        byLeft = new double[capacity];
        byRight = new double[capacity];
        product = new double[capacity];
        u = new double[capacity];
        q = new double[capacity];
        share = new double[capacity];
        shareSlope = new double[capacity];
    }

    /** Leaves nothing out. */
    void clear(int count) {
        Arrays.fill(value, 0, count, 0);
        Arrays.fill(byArgument, 0, count, 0);
        Arrays.fill(byLeft, 0, count, 0);
        Arrays.fill(byRight, 0, count, 0);
    }

    /**
     * Computes the parts left out.
     *
     * @param count number of edges
     * @param left densities at L. Not modified.
     * @param right densities at R. Not modified.
     * @param bernoulli evaluated at the arguments X of the fluxes
     */
    void evaluate(int count, double[] left, double[] right, BernoulliSweep bernoulli) {
        reciprocals(count, left, right, product, byLeft, byRight, u);
        logarithms(count, u, q);
        for (int k = 0; k < count; k++) {
            if (!(Math.abs(u[k]) < LogRatio.SERIES_LIMIT && isRegular(product[k]))) {
                farApart(k, left[k], right[k]);
            }
        }
        shares(count, q, share, shareSlope);
        parts(count, q, share, bernoulli, value, byArgument);
        slopes(count, q, share, shareSlope, bernoulli, byLeft, byRight);
    }

    /** 1/l and 1/r in the place of the derivatives, and (l - r)/(l + r), with one division for three. */
    private static void reciprocals(
            int count,
            double[] left,
            double[] right,
            double[] product,
            double[] perLeft,
            double[] perRight,
            double[] u) {
        for (int k = 0; k < count; k++) {
            final double sum = left[k] + right[k];
            final double both = left[k] * right[k];
            final double reciprocal = 1 / (both * sum);
            product[k] = both * sum;
            perLeft[k] = right[k] * sum * reciprocal;
            perRight[k] = left[k] * sum * reciprocal;
            u[k] = (left[k] - right[k]) * (both * reciprocal);
        }
    }

    private static void logarithms(int count, double[] u, double[] q) {
        for (int k = 0; k < count; k++) {
            q[k] = LogRatio.series(u[k]);
        }
    }

    private static boolean isRegular(double product) {
        return product > LEAST_PRODUCT && product < 1 / LEAST_PRODUCT;
    }

    private void farApart(int k, double left, double right) {
        if (isRegular(product[k])) {
            q[k] = Math.log(left * byRight[k]);
        } else if (left > 0 && right > 0) {
            byLeft[k] = 1 / left;
            byRight[k] = 1 / right;
            q[k] = LogRatio.of(left, right);
        } else {
            q[k] = ABSENT;
        }
        if (Math.abs(q[k]) > END) {
            byLeft[k] = 0;
            byRight[k] = 0;
            q[k] = ABSENT;
        }
    }

    private static void shares(int count, double[] q, double[] share, double[] shareSlope) {
        for (int k = 0; k < count; k++) {
            final double r = q[k] * PER_RANGE;
            final double r3 = r * r * r;
            final double t = 1 / (1 + r3 * r);
            share[k] = SHARE * t;
            shareSlope[k] = -4 * SHARE * PER_RANGE * r3 * t * t;
        }
    }

    private static void parts(
            int count, double[] q, double[] share, BernoulliSweep bernoulli, double[] value, double[] byArgument) {
        final double[] excess = bernoulli.excess;
        final double[] ratio = bernoulli.ratio;
        final double[] derivative = bernoulli.derivative;
        final double[] ratioSlope = bernoulli.ratioSlope;
        for (int k = 0; k < count; k++) {
            value[k] = share[k] * (excess[k] - q[k] * ratio[k]);
            byArgument[k] = share[k] * (derivative[k] + 0.5 - q[k] * ratioSlope[k]);
        }
    }

    /** Derivatives through q, from the reciprocals of the densities. */
    private static void slopes(
            int count,
            double[] q,
            double[] share,
            double[] shareSlope,
            BernoulliSweep bernoulli,
            double[] byLeft,
            double[] byRight) {
        final double[] excess = bernoulli.excess;
        final double[] ratio = bernoulli.ratio;
        for (int k = 0; k < count; k++) {
            shareSlope[k] = shareSlope[k] * (excess[k] - q[k] * ratio[k]) - share[k] * ratio[k];
        }
        for (int k = 0; k < count; k++) {
            byLeft[k] = shareSlope[k] * byLeft[k];
        }
        for (int k = 0; k < count; k++) {
            byRight[k] = -shareSlope[k] * byRight[k];
        }
    }
}
