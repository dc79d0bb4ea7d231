package org.npp.cait.measure;

/**
 * Depth-resolution function: the signal that a thin layer gives, against depth, of unit area and mean 0.
 *
 * <p>Measured at depth \( d \) is \( m(d) = \int p(|x|)\,K(d - x)\,dx \): the profile \( p \) is continued beyond the surface
 * by its mirror image, so what is measured averages the sample that exists. A uniform profile stays uniform. A symmetric
 * \( K \) keeps the dose \( \int p\,dx \) exactly; an asymmetric one changes it by
 * \( \int p(x)\,[P(u \gt x) - P(u \lt -x)]\,dx \), which is 0 where \( p \) is uniform within reach of the surface. The mean
 * of \( K \) is 0, so a front stays where it is.
 *
 * <p>Between its nodes the profile is linear, below the last one it is constant. With the jumps \( \kappa_i \) of its slope,
 * those of the mirror image included,
 * \[ m(d) = p(d) + \sum_i \kappa_i\,B(d - x_i), \qquad B'' = K - \delta, \]
 * is exact; \( B \) vanishes quickly, so only near nodes are summed. <strong>Accuracy.</strong> 1e-12 of the greatest
 * fraction ({@code DepthResolutionTest}, against quadrature). <strong>Threading.</strong> Instances are immutable and
 * thread-safe.
 *
 * <pre>{@code
 * DepthResolution resolution = GaussianResolution.of(3e-9);
 * double[] seen = new double[depths.length];
 * resolution.apply(state.mesh().toArray(), state.densities(1), depths, seen);
 * }</pre>
 */
public sealed interface DepthResolution permits GaussianResolution, ExponentialResolution {
    /**
     * Returns what a kink of slope 1 adds to a profile, \( B(u) \).
     *
     * @param u depth minus depth of the kink [m]
     * @return \( B \ge 0 \) up to rounding [m]
     */
    double kinkResponse(double u);

    /**
     * Returns the depth above which a layer leaves no signal: how far its signal reaches towards the surface.
     *
     * @return distance [m], \( \ge 0 \)
     */
    double leadingReach();

    /**
     * Returns how far the signal of a layer reaches beyond it.
     *
     * @return distance [m], \( \ge 0 \)
     */
    double trailingReach();

    /**
     * Broadens a profile.
     *
     * @param nodes depths of the nodes [m], the first 0, strictly increasing. Not modified.
     * @param values values there, of any unit, as many. Not modified.
     * @param depths where to measure [m], \( \ge 0 \), in any order. Not modified.
     * @param out overwritten with the measured values, as many as {@code depths}
     * @throws IllegalArgumentException if lengths differ or a depth is not \( \ge 0 \)
     */
    default void apply(double[] nodes, double[] values, double[] depths, double[] out) {
        Broadening.check(nodes, values, depths, out.length);
        Broadening.apply(this, nodes, values, depths, out);
    }
}
