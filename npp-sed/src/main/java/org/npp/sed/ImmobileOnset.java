package org.npp.sed;

/**
 * Share of the diffusivity that is left above the immobile ions: 0 up to \( n = fN \), then a smooth step,
 * \( 3t^2 - 2t^3 \) over the next 0.001 N, since a jump would leave a transport problem without a solution in the usual
 * sense; 1 everywhere without immobile ions.
 */
final class ImmobileOnset {
    /** Width of the step over the bulk density [1]. */
    private static final double WIDTH = 1e-3;

    /** Bulk density [1/m&sup3;]. */
    private final double bulkDensity;

    /** Density of the immobile ions [1/m&sup3;]. */
    private final double immobileDensity;

    private ImmobileOnset(PopulatedSed sed) {
        this.bulkDensity = sed.bulkDensity();
        this.immobileDensity = sed.immobileFraction() * bulkDensity;
    }

    static ImmobileOnset of(PopulatedSed sed) {
        return new ImmobileOnset(sed);
    }

    boolean isImmobile(double density) {
        return immobileDensity > 0 && density <= immobileDensity;
    }

    double value(double density) {
        final double t = argument(density);
        return t * t * (3 - 2 * t);
    }

    /** Derivative to the density [m&sup3;]. */
    double byDensity(double density) {
        final double t = argument(density);
        return 6 * t * (1 - t) / (WIDTH * bulkDensity);
    }

    /** Derivative to the immobile fraction [1]. */
    double byImmobileFraction(double density) {
        return -bulkDensity * byDensity(density);
    }

    private double argument(double density) {
        return immobileDensity > 0 ? Math.min(1, Math.max(0, (density - immobileDensity) / (WIDTH * bulkDensity))) : 1;
    }
}
