package org.npp.sed;

/** The bounded filling of a populated distribution as the shares of occupied and of vacant sites, each without cancellation. */
final class SiteShare {
    /** The distribution. */
    private final PopulatedSed sed;

    /** The bent filling. */
    private final BoundedFilling filling;

    private SiteShare(PopulatedSed sed) {
        this.sed = sed;
        this.filling = BoundedFilling.of(sed);
    }

    static SiteShare of(PopulatedSed sed) {
        return new SiteShare(sed);
    }

    /** Occupied share [1] at a density [1/m&sup3;]. */
    double occupied(double density) {
        final double p = filling.occupied(density / sed.bulkDensity());
        return p <= 0.5 ? p : 1 - vacant(density);
    }

    /** Vacant share [1] at a density [1/m&sup3;]. */
    double vacant(double density) {
        final double c = density / sed.bulkDensity();
        final double p = filling.occupied(c);
        return p <= 0.5
                ? 1 - p
                : filling.vacant((sed.bulkDensity() - density) / sed.bulkDensity() + sed.vacancyFraction() * c);
    }

    /** \( \ln(p/p_N) \) [1], \( p_N \) the occupied share in the bulk. */
    double logGain(double density) {
        return filling.isExact(density)
                ? Math.log(density / sed.bulkDensity())
                : Math.log(occupied(density) / (1 - sed.vacancyFraction()));
    }

    /** Derivative of {@link #logGain} to the density [m&sup3;]. */
    double logGainByDensity(double density) {
        return filling.isExact(density) ? 1 / density : byDensity(density) / occupied(density);
    }

    /** Energy [J] of the highest occupied site if the sites are filled from the bottom. */
    double energy(double density) {
        return filling.energy(sed.shape(), density);
    }

    /** Derivative of the occupied share to the density [m&sup3;]. */
    double byDensity(double density) {
        return filling.slope(density) / sed.siteDensity();
    }

    /** Derivative of the occupied share to the vacancy fraction at fixed density [1]. */
    double byVacancyFraction(double density) {
        return filling.byVacancyFraction(density);
    }
}
