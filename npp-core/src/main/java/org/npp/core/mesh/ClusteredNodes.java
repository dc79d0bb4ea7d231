package org.npp.core.mesh;

/**
 * Node positions from a density of nodes: a share that is even in \( \ln(1 + x/x_0) \), and a Lorentzian cluster per
 * front.
 *
 * <p>Node \( k \) of \( 0 \ldots K \) solves \( Q(x_k) = k/K \) for the cumulative density
 *
 * <p>\[ Q(x) = \Bigl(1 - \sum_j W_j\Bigr) \frac{\ln(1 + x/x_0)}{\ln(1 + L/x_0)} + \sum_j W_j
 * \frac{A_j(x) - A_j(0)}{A_j(L) - A_j(0)}, \qquad A_j(x) = \arctan\frac{x - s_j}{\gamma_j} \]
 *
 * <p>Only the positions \( s_j \) and widths \( \gamma_j \) move, so that the nodes move smoothly. Not thread-safe;
 * {@link #solve} allocates nothing.
 */
final class ClusteredNodes {
    /** Relative accuracy of a position; far below the distance of two nodes. */
    private static final double ACCURACY = 1e-9;

    private static final int MAX_ITERATIONS = 100;

    private final double thickness;
    private final double surfaceScale;
    private final double logRange;
    private final double[] position;
    private final double[] width;
    private final double[] share;
    private final double[] offset;
    private final double[] factor;
    private int clusters;
    private double evenShare;

    private double value;
    private double slope;

    ClusteredNodes(double thickness, double surfaceScale, int mostClusters) {
        this.thickness = thickness;
        this.surfaceScale = surfaceScale;
        logRange = Math.log1p(thickness / surfaceScale);
        position = new double[mostClusters];
        width = new double[mostClusters];
        share = new double[mostClusters];
        offset = new double[mostClusters];
        factor = new double[mostClusters];
    }

    /** Removes all clusters. */
    void clear() {
        clusters = 0;
        evenShare = 1;
    }

    /** Adds a cluster. */
    void add(double at, double halfWidth, double nodeShare) {
        position[clusters] = at;
        width[clusters] = halfWidth;
        share[clusters] = nodeShare;
        offset[clusters] = Math.atan(-at / halfWidth);
        factor[clusters] = nodeShare / (Math.atan((thickness - at) / halfWidth) - offset[clusters]);
        evenShare -= nodeShare;
        clusters++;
    }

    /** Writes the positions of all nodes; the ends are 0 and the thickness. */
    void solve(double[] out) {
        final int last = out.length - 1;
        out[0] = 0;
        out[last] = thickness;
        double x = 0;
        for (int k = 1; k < last; k++) {
            x = invert((double) k / last, x);
            out[k] = x;
        }
    }

    /** Newton's method within a shrinking bracket, in which the cumulative density increases. */
    private double invert(double target, double leftNeighbour) {
        double low = leftNeighbour;
        double high = thickness;
        evaluate(low);
        double x = low + (target - value) / slope;
        for (int i = 0; i < MAX_ITERATIONS; i++) {
            if (!(x > low && x < high)) {
                // far tail: halve in the logarithmic scale, where the even share is linear
                x = Math.sqrt((low + surfaceScale) * (high + surfaceScale)) - surfaceScale;
            }
            evaluate(x);
            final double miss = value - target;
            if (miss < 0) {
                low = x;
            } else {
                high = x;
            }
            final double update = miss / slope;
            x -= update;
            if (Math.abs(update) <= ACCURACY * (x - leftNeighbour)) {
                return x;
            }
        }
        return x;
    }

    private void evaluate(double x) {
        value = evenShare * Math.log1p(x / surfaceScale) / logRange;
        slope = evenShare / ((surfaceScale + x) * logRange);
        for (int j = 0; j < clusters; j++) {
            final double u = (x - position[j]) / width[j];
            value += factor[j] * (Math.atan(u) - offset[j]);
            slope += factor[j] / (width[j] * (1 + u * u));
        }
    }
}
