package org.npp.sed.internal;

import java.util.function.DoubleUnaryOperator;

/**
 * The 16-point Gauss&ndash;Legendre rule, exact for polynomials up to degree 31.
 *
 * <p>On a piece of half length \( L \) the error of an analytic integrand falls as \( \rho^{-32} \),
 * \( \rho = b + \sqrt{b^2 + 1} \), where \( bL \) is the distance of the nearest singularity above the middle.
 */
public final class GaussLegendre {
    /** Number of points. */
    public static final int POINTS = 16;

    /** Positive nodes on [-1, 1], increasing; from the roots of the Legendre polynomial at 60 digits. */
    private static final double[] NODES = {
        0.09501250983763744, 0.2816035507792589, 0.45801677765722737, 0.6178762444026438,
        0.755404408355003, 0.8656312023878318, 0.9445750230732326, 0.9894009349916499
    };

    /** Their weights. */
    private static final double[] WEIGHTS = {
        0.1894506104550685, 0.18260341504492358, 0.16915651939500254, 0.14959598881657674,
        0.12462897125553388, 0.09515851168249279, 0.062253523938647894, 0.027152459411754096
    };

    /** No instances. */
    private GaussLegendre() {}

    /**
     * Returns a node of the rule on [-1, 1].
     *
     * @param k index, 0 to {@link #POINTS} - 1
     * @return the node [1]
     */
    public static double node(int k) {
        return k < 8 ? -NODES[7 - k] : NODES[k - 8];
    }

    /**
     * Returns a weight of the rule on [-1, 1]; all add up to 2.
     *
     * @param k index, 0 to {@link #POINTS} - 1
     * @return the weight [1]
     */
    public static double weight(int k) {
        return k < 8 ? WEIGHTS[7 - k] : WEIGHTS[k - 8];
    }

    /**
     * Integrates a function over one piece.
     *
     * @param f integrand
     * @param low lower end
     * @param high upper end
     * @return the integral by one application of the rule
     */
    public static double integrate(DoubleUnaryOperator f, double low, double high) {
        final double half = 0.5 * (high - low);
        final double middle = low + half;
        double sum = 0;
        for (int k = 0; k < 8; k++) {
            final double off = half * NODES[k];
            sum += WEIGHTS[k] * (f.applyAsDouble(middle - off) + f.applyAsDouble(middle + off));
        }
        return half * sum;
    }

    /**
     * Integrates a function over consecutive pieces.
     *
     * @param f integrand
     * @param edges ends of the pieces, increasing. Not modified.
     * @param low the integral begins here, not below the first edge
     * @param high and ends here, not above the last edge
     * @return the sum of the rule over all pieces
     */
    public static double integrate(DoubleUnaryOperator f, double[] edges, double low, double high) {
        double sum = 0;
        for (int k = 1; k < edges.length; k++) {
            final double a = Math.max(low, edges[k - 1]);
            final double b = Math.min(high, edges[k]);
            if (b > a) {
                sum += integrate(f, a, b);
            }
        }
        return sum;
    }
}
