package org.npp.core.mesh;

/**
 * Node positions from a density of nodes: a share that is even in \( \ln(1 + x/x_0) \), and per front a Lorentzian
 * cluster about it and a zone behind it.
 *
 * <p>Node \( k \) of \( 0 \ldots K \) solves \( Q(x_k) = k/K \) for the cumulative density
 *
 * <p>\[ Q(x) = \Bigl(1 - \sum_j W_j\Bigr) \frac{\ln(1 + x/x_0)}{\ln(1 + L/x_0)} + \sum_j W_j \left[
 * (1 - \zeta) \frac{A_j(x) - A_j(0)}{A_j(L) - A_j(0)} + \zeta \frac{Z_j(x)}{Z_j(L)} \right] \]
 *
 * <p>\[ A_j(x) = \arctan\frac{x - s_j}{\gamma_j}, \qquad Z_j(x) = \frac{x}{(1 + (x/s_j)^4)^{1/4}} \]
 *
 * <p>The zone is even from the surface to the front: what the front leaves behind spreads over it. Only the positions
 * \( s_j \), widths \( \gamma_j \) and shares \( W_j \) change, so that the nodes move smoothly. Not thread-safe;
 * {@link #solve} allocates nothing.
 */
final class NodeDensity {
    /** Share of a front's nodes that its zone has \( \zeta \) [1]. */
    private static final double ZONE_SHARE = 0.5;

    /** A miss this small, in units of the share of a node, is mended by one more update: convergence is cubic. */
    private static final double LAST_MISS = 0.05;

    /** Largest correction of Newton's update by the curvature; where more is asked for, it is of no use. */
    private static final double MOST_CURVED = 0.5;

    private static final int MAX_ITERATIONS = 100;

    /** Nodes up to about twice as many are all solved for. */
    private static final int ENOUGH = 1000;

    /** Part of a cubic between two nodes in units of its least slope, up to which nodes are placed along it. */
    private static final double NEAR = 0.05;

    private final double thickness;
    private final double surfaceScale;
    private final double logRange;
    private final double[] position;
    private final double[] perWidth;
    private final double[] offset;
    private final double[] factor;
    private final double[] perZone;
    private final double[] zoneFactor;
    private int fronts;
    private double evenShare;

    /** The even share over the range of the logarithm. */
    private double even;

    /** Share of a node. */
    private double perNode;

    private double value;
    private double slope;
    private double curvature;

    NodeDensity(double thickness, double surfaceScale, int mostFronts) {
        this.thickness = thickness;
        this.surfaceScale = surfaceScale;
        logRange = Math.log1p(thickness / surfaceScale);
        position = new double[mostFronts];
        perWidth = new double[mostFronts];
        offset = new double[mostFronts];
        factor = new double[mostFronts];
        perZone = new double[mostFronts];
        zoneFactor = new double[mostFronts];
    }

    /** Removes all fronts. */
    void clear() {
        fronts = 0;
        evenShare = 1;
    }

    /** Adds the nodes of a front. */
    void add(double at, double halfWidth, double share) {
        position[fronts] = at;
        perWidth[fronts] = 1 / halfWidth;
        offset[fronts] = Math.atan(-at / halfWidth);
        factor[fronts] = (1 - ZONE_SHARE) * share / (Math.atan((thickness - at) / halfWidth) - offset[fronts]);
        perZone[fronts] = 1 / Math.max(at, surfaceScale);
        final double t = thickness * perZone[fronts];
        zoneFactor[fronts] = ZONE_SHARE * share / (t / fourthRoot(t));
        evenShare -= share;
        fronts++;
    }

    private static double fourthRoot(double t) {
        final double t2 = t * t;
        return Math.sqrt(Math.sqrt(1 + t2 * t2));
    }

    /**
     * Computes the positions of all nodes; the ends are 0 and the thickness.
     *
     * <p>Of very many nodes, some are solved for, and the others put between them where the density hardly changes.
     *
     * @param nodes increasing positions near the ones wanted [m]. Overwritten.
     */
    void solve(double[] nodes) {
        final int last = nodes.length - 1;
        final int stride = Math.max(1, last / ENOUGH);
        even = evenShare / logRange;
        perNode = 1.0 / last;
        nodes[0] = 0;
        evaluate(0);
        double spacingBefore = perNode / slope;
        double before = 0;
        double stretch = 1;
        for (int left = 0, k = stride; left < last; left = k, k = Math.min(last, k + stride)) {
            // spaced as before, but for what the space of the neighbours has become
            final double space = nodes[k] - before;
            final double perSpace = 1 / space;
            before = nodes[k];
            nodes[k] = k == last
                    ? end()
                    : Math.max(apart(nodes[left], k - left), invert(k, nodes[left], nodes[left] + stretch * space));
            stretch = (nodes[k] - nodes[left]) * perSpace;
            final double spacing = perNode / slope;
            if (k - left > 1) {
                fill(nodes, left, k, spacingBefore, spacing);
            }
            spacingBefore = spacing;
        }
    }

    private double end() {
        evaluate(thickness);
        return thickness;
    }

    /** Places the nodes between two that are placed, by Hermite's cubic from their spacings where that is nearly straight. */
    private void fill(double[] nodes, int left, int right, double leftSpacing, double rightSpacing) {
        final int count = right - left;
        final double length = nodes[right] - nodes[left];
        final double begin = count * leftSpacing;
        final double end = count * rightSpacing;
        final double cubic = begin + end - 2 * length;
        final boolean near = Math.abs(cubic) <= NEAR * Math.min(begin, end);
        for (int k = left + 1; k < right; k++) {
            final double t = (double) (k - left) / count;
            final double x = nodes[left] + t * (begin + t * (length - begin - cubic + t * cubic));
            final double placed = near ? x : invert(k, nodes[k - 1], x);
            nodes[k] = Math.max(apart(nodes[k - 1], 1), Math.min(apart(nodes[right], k - right), placed));
        }
    }

    /** A place that so many numbers are apart from another, about: nodes increase where more can't be told apart. */
    private static double apart(double x, int numbers) {
        return x + numbers * Math.ulp(x);
    }

    /** Halley's method within a shrinking bracket, in which the cumulative density increases. */
    private double invert(int node, double leftNeighbour, double guess) {
        final double target = node * perNode;
        final double accuracy = LAST_MISS * perNode;
        double low = leftNeighbour;
        double high = thickness;
        double x = guess;
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
            final double square = slope * slope;
            final double curved = 0.5 * miss * curvature;
            final double next = x - miss * slope / (Math.abs(curved) < MOST_CURVED * square ? square - curved : square);
            if (Math.abs(miss) <= accuracy) {
                final double found = next > low && next < high ? next : x;
                slope += curvature * (found - x);
                return found;
            }
            x = next;
        }
        return high;
    }

    /** The cumulative density with its first two derivatives. */
    private void evaluate(double x) {
        final double perScale = 1 / (surfaceScale + x);
        value = even * Math.log(1 + x / surfaceScale);
        slope = even * perScale;
        curvature = -slope * perScale;
        for (int j = 0; j < fronts; j++) {
            final double u = (x - position[j]) * perWidth[j];
            final double bell = 1 / (1 + u * u);
            final double cluster = factor[j] * perWidth[j] * bell;
            final double t = x * perZone[j];
            final double t3 = t * t * t;
            final double root4 = 1 + t3 * t;
            final double perRoot4 = 1 / root4;
            final double perRoot = 1 / Math.sqrt(Math.sqrt(root4));
            final double zoned = zoneFactor[j] * perZone[j] * perRoot4 * perRoot;
            value += factor[j] * (Math.atan(u) - offset[j]) + zoneFactor[j] * t * perRoot;
            slope += cluster + zoned;
            curvature -= 2 * cluster * bell * u * perWidth[j] + 5 * zoned * t3 * perZone[j] * perRoot4;
        }
    }
}
