package org.npp.sed;

import java.util.function.DoubleUnaryOperator;
import org.npp.sed.internal.AdaptivePanels;
import org.npp.sed.internal.GaussLegendre;

/**
 * Integrals over the density of any shape, from the energy below which a share of 1e-300 of the sites lies to that above
 * which it does.
 */
final class ShapeIntegral {
    /** Share of the sites cut off at either end; the greater ones where a shape has no such quantile. */
    private static final double[] CUTS = {1e-300, 1e-30, 1e-15};

    /** Number of equal shares at whose ends the density is cut, so that no part of it is overlooked. */
    private static final int SHARES = 32;

    /** The shape. */
    private final SiteEnergyDistribution shape;

    /** Ends of the pieces [J]. */
    private final double[] edges;

    private ShapeIntegral(SiteEnergyDistribution shape, double[] edges) {
        this.shape = shape;
        this.edges = edges;
    }

    static ShapeIntegral of(SiteEnergyDistribution shape) {
        final double[] breaks = shape.breakpoints();
        final double[] seeds = new double[SHARES + 1 + breaks.length];
        for (int k = 1; k < SHARES; k++) {
            seeds[k] = shape.quantile((double) k / SHARES);
        }
        seeds[0] = finite(shape::quantile);
        seeds[SHARES] = finite(shape::complementaryQuantile);
        System.arraycopy(breaks, 0, seeds, SHARES + 1, breaks.length);
        return new ShapeIntegral(shape, AdaptivePanels.edges(shape::density, seeds));
    }

    private static double finite(DoubleUnaryOperator quantile) {
        double end = Double.NaN;
        for (int k = 0; k < CUTS.length && !(Math.abs(end) < Double.POSITIVE_INFINITY); k++) {
            end = quantile.applyAsDouble(CUTS[k]);
        }
        return end;
    }

    /** Ends of the pieces [J], increasing strictly; the instance's own array. */
    double[] edges() {
        return edges;
    }

    /** \( \int_{low}^{high} f g\,dE \). */
    double of(DoubleUnaryOperator f, double low, double high) {
        return GaussLegendre.integrate(e -> f.applyAsDouble(e) * shape.density(e), edges, low, high);
    }

    /** Central moment over the power of the standard deviation [1]. */
    double standardMoment(int order) {
        final double mean = shape.mean();
        final double s = shape.standardDeviation();
        return of(e -> Math.pow((e - mean) / s, order), edges[0], edges[edges.length - 1]);
    }
}
