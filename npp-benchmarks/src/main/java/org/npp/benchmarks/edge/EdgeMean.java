package org.npp.benchmarks.edge;

import org.npp.core.flux.EdgeDiffusivity;

/** Diffusivity of the native ion that stands for an edge on which it drifts from left to right. */
@FunctionalInterface
interface EdgeMean {
    /**
     * Returns the mean.
     *
     * @param left diffusivity at the left node [m&sup2;/s]
     * @param right diffusivity at the right node [m&sup2;/s]
     * @param drop scaled potential, right minus left [1]
     */
    double of(double left, double right, double drop);

    /** A strategy of the library. */
    static EdgeMean of(EdgeDiffusivity strategy) {
        final double[] partials = new double[2];
        return (left, right, drop) -> strategy.linearize(left, right, true, partials);
    }

    /**
     * A smooth mean where the diffusivity changes little across the edge, upwind where it changes by more than a factor
     * exp(theta).
     *
     * @param smooth the mean of small changes
     * @param theta logarithm of the ratio at which the change is half made
     */
    static EdgeMean blended(EdgeMean smooth, double theta) {
        return (left, right, drop) -> {
            if (!(left > 0 && right > 0)) {
                return left;
            }
            final double q = Math.log(left / right) / theta;
            final double q2 = q * q;
            return left + (smooth.of(left, right, drop) - left) / (1 + q2 * q2);
        };
    }

    /**
     * Resistance weighted by the drift, \( 1/D = w/D_L + (1 - w)/D_R \): exact to first order in the change of a resistance
     * that is linear along the edge. \( w \) is the mean of \( 1 - x/h \) under \( e^{\Delta x/h} \).
     */
    static double driftWeighted(double left, double right, double drop) {
        final double w = Math.abs(drop) < 1e-3 ? 0.5 - drop / 12 : 1 / -Math.expm1(-drop) - 1 / drop;
        // for drop -> +inf the right node counts
        final double weightLeft = Math.abs(drop) < 1e-3 ? w : 1 - w;
        return left * right / (weightLeft * right + (1 - weightLeft) * left);
    }
}
