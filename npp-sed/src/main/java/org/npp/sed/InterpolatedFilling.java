package org.npp.sed;

import static org.npp.core.PhysicalConstants.BOLTZMANN;

/**
 * Fermi energy, or the level at one temperature, at the {@linkplain BoundedFilling bounded filling}, above that of the bulk,
 * from tables: 8 polynomials of degree 7 to a factor of two in the share of occupied, above half filling in that of vacant
 * sites.
 *
 * <p><strong>Accuracy.</strong> The Fermi energy within \( 2 \cdot 10^{-11} kT_{300} \), \( T_{300} \) = 300 K, a level
 * at temperature within \( 2 \cdot 10^{-11} kT \), the derivative within 1e-9 relative (measured 6e-11 for Gaussians);
 * see {@link QuantilePiece}, {@code InterpolatedFillingTest}, and for the proof with Gaussians {@code QuantileTableTest} and
 * {@code LevelRemainderTest}. Both are continuous and the energy is
 * increasing, to rounding. Where the tables end or do not reach this accuracy, both come from the shape itself.
 * <strong>Size.</strong> At most 128 kB, filled as it is used; a run uses about 8 kB. <strong>Threading.</strong>
 * Thread-safe. Nothing is allocated but when a factor of two is met for the first time.
 */
final class InterpolatedFilling {
    /** Factors of two below half filling: to the least fraction, bent. */
    private static final int LOWER_BINADES = 50;

    /** Factors of two in the vacant share below a half. */
    private static final int UPPER_BINADES = 12;

    /** Largest error of a level at temperature, over kT [1]. */
    private static final double RELATIVE_TOLERANCE = 1e-11;

    /** The bent filling. */
    private final BoundedFilling filling;

    /** Bulk density [1/m&sup3;]. */
    private final double bulkDensity;

    /** Its inverse [m&sup3;]. */
    private final double inverseBulk;

    /** Vacancy fraction [1]. */
    private final double fv;

    /** Energy against occupied sites. */
    private final QuantileTable lower;

    /** Energy against vacant sites. */
    private final QuantileTable upper;

    /** Fermi energy of the bulk as interpolated [J]. */
    private final double bulkEnergy;

    private InterpolatedFilling(PopulatedSed sed, QuantileTable lower, QuantileTable upper) {
        this.filling = BoundedFilling.of(sed);
        this.bulkDensity = sed.bulkDensity();
        this.inverseBulk = 1 / bulkDensity;
        this.fv = sed.vacancyFraction();
        this.lower = lower;
        this.upper = upper;
        this.bulkEnergy = gain(bulkDensity);
    }

    /** Filled from the bottom. */
    static InterpolatedFilling of(PopulatedSed sed) {
        return new InterpolatedFilling(
                sed,
                QuantileTable.ofLower(sed.shape(), LOWER_BINADES),
                QuantileTable.ofUpper(sed.shape(), UPPER_BINADES));
    }

    /** Filled at a temperature [K]. */
    static InterpolatedFilling of(FermiDiracFilling filling, double temperature) {
        final double tolerance = RELATIVE_TOLERANCE * BOLTZMANN * temperature;
        return new InterpolatedFilling(
                filling.sed(),
                QuantileTable.of(new LevelTail(filling, temperature, false), LOWER_BINADES, tolerance),
                QuantileTable.of(new LevelTail(filling, temperature, true), UPPER_BINADES, tolerance));
    }

    /** \( E_F(n) - E_F(N) \) or \( \mu(n) - \mu(N) \) [J], exactly 0 at the bulk density. */
    double gain(double density) {
        final double c = density * inverseBulk;
        final double p = filling.occupied(c);
        if (p < 0.5) {
            return energy(lower, p) - bulkEnergy;
        }
        return energy(upper, filling.vacant(vacantShare(density, c))) - bulkEnergy;
    }

    /**
     * {@link #gain} with its derivative.
     *
     * @param byDensity entry {@code ion} is overwritten with \( dE_F/dn \) [J m&sup3;], 0 where there are no sites
     */
    double linearize(double density, double[] byDensity, int ion) {
        final double c = density * inverseBulk;
        final double p = filling.occupied(c);
        final double perSite = (1 - fv) * inverseBulk;
        if (p < 0.5) {
            final double bent = c < BoundedFilling.LEAST_FRACTION ? filling.slope(density) : 1;
            return linearize(lower, p, perSite * bent, byDensity, ion);
        }
        final double q = vacantShare(density, c);
        final double bentQ = filling.vacant(q);
        final double bent = q < bentQ ? filling.slope(density) : 1;
        return linearize(upper, bentQ, -perSite * bent, byDensity, ion);
    }

    private double linearize(QuantileTable table, double share, double shareByDensity, double[] byDensity, int ion) {
        final QuantilePiece piece = table.at(share);
        final double energy = piece.value(share);
        if (Double.isNaN(energy)) {
            final double exact = table.value(share);
            final double slope = table.slope(share, exact);
            byDensity[ion] = Double.isInfinite(slope) ? 0 : shareByDensity * slope;
            return exact - bulkEnergy;
        }
        byDensity[ion] = shareByDensity * piece.slope(share);
        return energy - bulkEnergy;
    }

    private static double energy(QuantileTable table, double share) {
        final double energy = table.at(share).value(share);
        return Double.isNaN(energy) ? table.value(share) : energy;
    }

    private double vacantShare(double density, double c) {
        return (bulkDensity - density) * inverseBulk + fv * c;
    }
}
