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

    /** Density at which the step ends [1/m&sup3;]. */
    private final double completeDensity;

    private ImmobileOnset(PopulatedSed sed) {
        this.bulkDensity = sed.bulkDensity();
        this.immobileDensity = sed.immobileFraction() * bulkDensity;
        this.completeDensity = immobileDensity > 0 ? immobileDensity + WIDTH * bulkDensity : 0;
    }

    static ImmobileOnset of(PopulatedSed sed) {
        return new ImmobileOnset(sed);
    }

    boolean isImmobile(double density) {
        return immobileDensity > 0 && density <= immobileDensity;
    }

    /** Tells whether all ions above the immobile ones move freely. */
    boolean isComplete(double density) {
        return density >= completeDensity;
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
        final double slope = byDensity(density);
        return slope > 0 ? -bulkDensity * slope : 0;
    }

    private double argument(double density) {
        return immobileDensity > 0 ? Math.min(1, Math.max(0, (density - immobileDensity) / (WIDTH * bulkDensity))) : 1;
    }
}
