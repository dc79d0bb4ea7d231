package org.npp.core.flux;

/**
 * The diffusivity that stands for an edge whose two nodes have different ones.
 *
 * <p>The choice decides the answer where a front is thinner than the mesh: with the {@link #ARITHMETIC} or
 * {@link #LOGARITHMIC} mean, the plateau behind it can come out ten times too low. With \( q = \ln(D_L/D_R) \):
 *
 * <table>
 * <caption>Strategies</caption>
 * <tr><th>name</th><th>value</th><th>front resolved</th><th>front thinner than the mesh</th></tr>
 * <tr><td>blended</td><td>\( D_{up} + (\bar D - D_{up})/(1 + q^4) \)</td><td>second order</td><td>safe</td></tr>
 * <tr><td>centred</td><td>as blended, fluxes less upwinded</td><td>second order, less error behind the front</td>
 * <td>safe</td></tr>
 * <tr><td>harmonic blended</td><td>\( D_{up} + (D_h - D_{up})/(1 + (q/2.5)^4) \), \( D_h \) harmonic</td><td>second
 * order</td><td>safe</td></tr>
 * <tr><td>upwind</td><td>\( D_{up} \), of the node the ion comes from</td><td>first order</td><td>safe</td></tr>
 * <tr><td>arithmetic</td><td>\( \bar D = (D_L + D_R)/2 \)</td><td>second order</td><td>wrong</td></tr>
 * <tr><td>harmonic</td><td>\( 2 D_L D_R/(D_L + D_R) \)</td><td>second order</td><td>safe</td></tr>
 * <tr><td>logarithmic</td><td>\( \sqrt{D_L D_R} \), the mean in \( \ln D \)</td><td>second order</td><td>wrong</td></tr>
 * </table>
 *
 * <p>All give a flux that is continuous where the flow changes its direction, being 0 there. <strong>Threading.</strong>
 * Constants are immutable; {@link #linearize} allocates nothing.
 */
public enum EdgeDiffusivity {
    /** Arithmetic where the diffusivity changes little across the edge, upwind where it changes much; the default. */
    BLENDED {
        @Override
        public double linearize(double left, double right, boolean fromLeft, double[] partials) {
            if (left == right && left > 0) {
                partials[0] = 0.5;
                partials[1] = 0.5;
                return left;
            }
            final double upwind = UPWIND.linearize(left, right, fromLeft, partials);
            if (!(left > 0 && right > 0)) {
                return upwind;
            }
            final double q = LogRatio.of(left, right);
            final double q3 = q * q * q;
            final double share = 1 / (1 + q3 * q);
            final double excess = 0.5 * (left + right) - upwind;
            final double slope = -4 * q3 * share * share * excess;
            partials[0] += (0.5 - partials[0]) * share + slope / left;
            partials[1] += (0.5 - partials[1]) * share - slope / right;
            return upwind + excess * share;
        }
    },
    /**
     * The blended diffusivity, with fluxes of which most of the upwinding is left out where a density changes little along
     * the edge, {@link ScharfetterGummelFlux#centred}.
     */
    CENTRED {
        @Override
        public double linearize(double left, double right, boolean fromLeft, double[] partials) {
            return BLENDED.linearize(left, right, fromLeft, partials);
        }

        @Override
        public boolean isCentred() {
            return true;
        }
    },
    /** Harmonic where the diffusivity changes by less than a factor of about 12 across the edge, upwind beyond. */
    HARMONIC_BLENDED {
        @Override
        public double linearize(double left, double right, boolean fromLeft, double[] partials) {
            final double harmonic = HARMONIC.linearize(left, right, fromLeft, partials);
            if (!(left > 0 && right > 0)) {
                return UPWIND.linearize(left, right, fromLeft, partials);
            }
            final double q = LogRatio.of(left, right) / HARMONIC_RANGE;
            final double q3 = q * q * q;
            final double share = 1 / (1 + q3 * q);
            final double upwind = fromLeft ? left : right;
            final double excess = harmonic - upwind;
            final double slope = -4 * q3 * share * share * excess / HARMONIC_RANGE;
            partials[0] = (fromLeft ? 1 - share : 0) + share * partials[0] + slope / left;
            partials[1] = (fromLeft ? 0 : 1 - share) + share * partials[1] - slope / right;
            return upwind + excess * share;
        }
    },
    /** The diffusivity of the node the ion comes from. */
    UPWIND {
        @Override
        public double linearize(double left, double right, boolean fromLeft, double[] partials) {
            partials[0] = fromLeft ? 1 : 0;
            partials[1] = fromLeft ? 0 : 1;
            return fromLeft ? left : right;
        }
    },
    /** The arithmetic mean. */
    ARITHMETIC {
        @Override
        public double linearize(double left, double right, boolean fromLeft, double[] partials) {
            partials[0] = 0.5;
            partials[1] = 0.5;
            return 0.5 * (left + right);
        }
    },
    /** The harmonic mean; 0 if either is 0. */
    HARMONIC {
        @Override
        public double linearize(double left, double right, boolean fromLeft, double[] partials) {
            final double sum = left + right;
            final double shareLeft = sum > 0 ? left / sum : 0.5;
            final double shareRight = sum > 0 ? right / sum : 0.5;
            partials[0] = 2 * shareRight * shareRight;
            partials[1] = 2 * shareLeft * shareLeft;
            return 2 * shareLeft * right;
        }
    },
    /** The geometric mean, the mean in the logarithm; 0 if either is 0. */
    LOGARITHMIC {
        @Override
        public double linearize(double left, double right, boolean fromLeft, double[] partials) {
            final double mean = Math.sqrt(left) * Math.sqrt(right);
            partials[0] = left > 0 ? 0.5 * mean / left : 0;
            partials[1] = right > 0 ? 0.5 * mean / right : 0;
            return mean;
        }
    };

    /** Logarithm of the ratio at which the harmonic blend is half upwind, the best of 1 to 3 in the study of edge fluxes. */
    private static final double HARMONIC_RANGE = 2.5;

    /**
     * Returns the value for an edge and writes its two derivatives.
     *
     * @param left diffusivity at the left node [m&sup2;/s], \( \ge 0 \)
     * @param right diffusivity at the right node [m&sup2;/s], \( \ge 0 \)
     * @param fromLeft whether the ion flows from left to right
     * @param partials length 2. Overwritten with the derivatives to {@code left} and {@code right} [1].
     * @return diffusivity of the edge [m&sup2;/s]
     */
    public abstract double linearize(double left, double right, boolean fromLeft, double[] partials);

    /**
     * Tells which fluxes go along such edges.
     *
     * @return whether most of their upwinding is left out, as by {@link ScharfetterGummelFlux#centred}
     */
    public boolean isCentred() {
        return false;
    }
}
