package org.npp.sed;

/**
 * Filling of the sites as a function of \( c = n/N \) for every \( c \ge 0 \): exact where a material can be, continued
 * beyond so that the Fermi energy and its derivatives stay finite.
 *
 * <p>The exact filling is \( p = (1 - f_v) c \), the vacant share \( q = 1 - p \). Below \( c_0 \) and above the \( c \)
 * at which the vacant share is \( q_0 \) both are bent,
 *
 * <p>\[ \tilde c = \frac{c_0^2}{2 c_0 - c}, \qquad \tilde q = \frac{q_0^2}{2 q_0 - q}, \qquad
 * c_0 = 10^{-15}, \quad q_0 = f_v/100 \]
 *
 * <p>with one continuous derivative, strictly monotone; they end at \( c_0/2 \) for no ions at all, and approach full
 * sites slowly for any excess. Because only the filling is bent, every derivative of the Fermi energy at fixed filling
 * holds unchanged.
 */
final class BoundedFilling {
    /** \( c_0 \): below it the ions are fewer than the rounding of the bulk density. */
    static final double LEAST_FRACTION = 1e-15;

    /** \( q_0/f_v \): share of the bulk's vacancies that is left where the exact range ends. */
    static final double LEAST_VACANCIES = 0.01;

    /** Bulk density N [1/m&sup3;]. */
    private final double bulkDensity;

    /** Vacancy fraction [1]. */
    private final double fv;

    /** \( q_0 \). */
    private final double q0;

    /** Ends of the exact range [1/m&sup3;]. */
    private final double leastExact;

    private final double greatestExact;

    private BoundedFilling(double bulkDensity, double fv) {
        this.bulkDensity = bulkDensity;
        this.fv = fv;
        this.q0 = LEAST_VACANCIES * fv;
        this.leastExact = LEAST_FRACTION * bulkDensity;
        this.greatestExact = (1 - q0) / (1 - fv) * bulkDensity;
    }

    static BoundedFilling of(PopulatedSed sed) {
        return new BoundedFilling(sed.bulkDensity(), sed.vacancyFraction());
    }

    /** Energy of the shape at the bounded filling [J]. */
    double energy(SiteEnergyDistribution shape, double density) {
        final double c = density / bulkDensity;
        final double p = occupied(c);
        return p <= 0.5 ? shape.quantile(p) : shape.complementaryQuantile(vacant(vacantShare(density, c)));
    }

    /** Tells whether the filling at a density [1/m&sup3;] is the exact one. */
    boolean isExact(double density) {
        return density >= leastExact && density <= greatestExact;
    }

    /** Occupied share of the sites [1] at \( c \): bent below the exact range only. */
    double occupied(double c) {
        return (1 - fv) * (c < LEAST_FRACTION ? LEAST_FRACTION * lowRatio(c) : c);
    }

    /** Vacant share of the sites [1] where exactly it would be \( q \): bent above the exact range only; 0 only without vacancies. */
    double vacant(double q) {
        return q < q0 ? Math.max(q0 * highRatio(q), Math.min(fv, Double.MIN_NORMAL)) : q;
    }

    /** Derivative of the bounded filling to the exact one [1]: 1 in the exact range. */
    double slope(double density) {
        final double c = density / bulkDensity;
        if (c < LEAST_FRACTION) {
            return lowRatio(c) * lowRatio(c);
        }
        final double q = vacantShare(density, c);
        return q < q0 ? highRatio(q) * highRatio(q) : 1;
    }

    /** Derivative of the bounded filling to the vacancy fraction at fixed density [1]. */
    double byVacancyFraction(double density) {
        final double c = density / bulkDensity;
        if (c < LEAST_FRACTION) {
            return -LEAST_FRACTION * lowRatio(c);
        }
        final double q = vacantShare(density, c);
        if (q < q0) {
            final double r = highRatio(q);
            return -(r * r * c + 2 * r * (1 - r) * LEAST_VACANCIES);
        }
        return -c;
    }

    /** \( q = (1 - c) + f_v c \), whose first term is exact near the bulk. */
    private double vacantShare(double density, double c) {
        return (bulkDensity - density) / bulkDensity + fv * c;
    }

    /** \( \tilde c/c_0 \), between 1/2 and 1. */
    private static double lowRatio(double c) {
        return LEAST_FRACTION / (2 * LEAST_FRACTION - c);
    }

    /** \( \tilde q/q_0 \), between 0 and 1; 0 where there are no vacancies, since then {@code q < 0}. */
    private double highRatio(double q) {
        return q0 / (2 * q0 - q);
    }
}
