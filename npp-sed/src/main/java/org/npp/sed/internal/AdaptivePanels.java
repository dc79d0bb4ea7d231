package org.npp.sed.internal;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Cuts an interval into pieces on each of which a density is resolved by {@link GaussLegendre}, every piece to its own
 * relative accuracy, so that any smooth weight may be put on the density later, a steep one too.
 *
 * <p>A piece is halved while the rule on it and on its halves differ by more than {@value #ACCURACY} of their value; the
 * halves are what is kept, and neighbours are joined again where that costs less than {@value #JOINT_ACCURACY}. A jump is closed in on by at most {@value #DEPTH} halvings.
 */
public final class AdaptivePanels {
    /** Relative accuracy asked of a piece. */
    private static final double ACCURACY = 1e-12;

    /** The same for joining two, which is about what rounding leaves. */
    private static final double JOINT_ACCURACY = 1e-14;

    /** Bound on the halvings of one of the given pieces. */
    private static final int DEPTH = 40;

    /** Density to resolve. */
    private final DoubleUnaryOperator density;

    /** Ends of the accepted pieces, the first {@link #size} of them. */
    private double[] edges = new double[64];

    /** Number of accepted ends. */
    private int size;

    private AdaptivePanels(DoubleUnaryOperator density) {
        this.density = density;
    }

    /**
     * Returns the ends of the pieces.
     *
     * @param density density to resolve
     * @param seeds at least two places, in any order: the interval's ends and where it is to be cut at any rate, for
     *     instance where the density jumps. Not modified.
     * @return ends, increasing strictly; a new array
     */
    public static double[] edges(DoubleUnaryOperator density, double[] seeds) {
        final double[] sorted = seeds.clone();
        Arrays.sort(sorted);
        final AdaptivePanels panels = new AdaptivePanels(density);
        panels.add(sorted[0]);
        for (int k = 1; k < sorted.length; k++) {
            final double low = panels.edges[panels.size - 1];
            if (sorted[k] > low) {
                panels.refine(low, sorted[k], GaussLegendre.integrate(density, low, sorted[k]), DEPTH);
            }
        }
        panels.merge();
        return Arrays.copyOf(panels.edges, panels.size);
    }

    /** Joins neighbours, from the left, as long as the rule resolves both at once: few pieces serve integrals best. */
    private void merge() {
        int last = 0;
        for (int k = 1; k + 1 < size; k++) {
            final double left = GaussLegendre.integrate(density, edges[last], edges[k]);
            final double right = GaussLegendre.integrate(density, edges[k], edges[k + 1]);
            if (!resolved(GaussLegendre.integrate(density, edges[last], edges[k + 1]), left, right, JOINT_ACCURACY)) {
                edges[++last] = edges[k];
            }
        }
        edges[++last] = edges[size - 1];
        size = last + 1;
    }

    private static boolean resolved(double whole, double left, double right, double accuracy) {
        return Math.abs(left + right - whole) <= accuracy * Math.min(left, right);
    }

    private void refine(double low, double high, double whole, int depth) {
        final double middle = low + 0.5 * (high - low);
        if (!(middle > low && middle < high)) {
            add(high);
            return;
        }
        final double left = GaussLegendre.integrate(density, low, middle);
        final double right = GaussLegendre.integrate(density, middle, high);
        if (resolved(whole, left, right, ACCURACY) || depth == 0 || left + right == 0) {
            add(middle);
            add(high);
            return;
        }
        refine(low, middle, left, depth - 1);
        refine(middle, high, right, depth - 1);
    }

    private void add(double edge) {
        if (size == edges.length) {
            edges = Arrays.copyOf(edges, 2 * size);
        }
        edges[size++] = edge;
    }
}
