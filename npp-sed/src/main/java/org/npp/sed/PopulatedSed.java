package org.npp.sed;

import java.util.Locale;

/**
 * Site energy distribution filled from the bottom by the ions of a material, with vacant and with immobile sites.
 *
 * <p>\[ n(E_F) = N_s\,G(E_F), \qquad N_s = \frac{N}{1 - f_v}, \qquad
 * E_F(n) = G^{-1}\!\left(\frac{n (1 - f_v)}{N}\right), \qquad \frac{dE_F}{dn} = \frac{1}{N_s\,g(E_F)} \]
 *
 * <p>\( N \) [1/m&sup3;] is the bulk density of the ion, \( N_s \) [1/m&sup3;] that of the sites, \( f_v \) [1] the share
 * of the sites that is vacant in the bulk, \( E_F \) [J] the Fermi energy, relative to the zero of the shape. The
 * activation energy is \( E_{act}(n) = E_{DC} - E_F(n) \), with \( E_{DC} \) the common height of the barriers. The lowest
 * \( f N \) ions, \( f \) the immobile fraction, never move.
 *
 * <p><strong>Accuracy.</strong> For a Gaussian \( E_F \) is within \( 4 \cdot 2^{-52} (s + |E_F|) \), \( s \) its
 * standard deviation, for fillings from 1e-300 to 1 &minus; 1e-16: above half filling it comes from the vacant share
 * \( (N - n)/N + f_v n/N \), which does not cancel; see {@code PopulatedSedReferenceTest}. Differences of Fermi energies
 * carry the absolute error of both. <strong>Threading.</strong> Instances are immutable and thread-safe if the shape is.
 *
 * <pre>{@code
 * double eV = PhysicalConstants.ELEMENTARY_CHARGE;
 * PopulatedSed sed = PopulatedSed.of(GaussianSed.ofFwhm(0.250 * eV), 1.41e28, 0.10, 0);
 * double barrier = sed.activationEnergyDifference(0.1 * sed.bulkDensity()) / eV; // 0.2784 eV more than in the bulk
 * }</pre>
 */
public final class PopulatedSed {
    /** The shape. */
    private final SiteEnergyDistribution shape;

    /** Bulk density N [1/m&sup3;]. */
    private final double bulkDensity;

    /** Vacancy fraction [1]. */
    private final double vacancyFraction;

    /** Immobile fraction [1]. */
    private final double immobileFraction;

    /** Fermi energy at bulk density [J]. */
    private final double bulkFermiEnergy;

    /** Energy below which the ions are immobile [J]. */
    private final double mobileEdge;

    private PopulatedSed(SiteEnergyDistribution shape, double bulkDensity, double vacancyFraction, double immobile) {
        this.shape = shape;
        this.bulkDensity = bulkDensity;
        this.vacancyFraction = vacancyFraction;
        this.immobileFraction = immobile;
        this.bulkFermiEnergy = fermiEnergy(bulkDensity);
        this.mobileEdge = fermiEnergy(immobile * bulkDensity);
    }

    /**
     * Fills a shape.
     *
     * @param shape site energy distribution
     * @param bulkDensity \( N \), bulk density of the ion [1/m&sup3;], finite, \( \gt 0 \)
     * @param vacancyFraction \( f_v \), vacant share of all sites at bulk density [1], in [0, 1); 0 only for a shape
     *     that has a greatest energy
     * @param immobileFraction \( f \), share of the bulk ions that never moves, those in the lowest sites [1], in [0, 1)
     * @return the filled distribution
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public static PopulatedSed of(
            SiteEnergyDistribution shape, double bulkDensity, double vacancyFraction, double immobileFraction) {
        if (!(bulkDensity > 0 && bulkDensity < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "bulkDensity must be finite and > 0: %s 1/m^3", bulkDensity));
        }
        checkFraction("vacancyFraction", vacancyFraction);
        checkFraction("immobileFraction", immobileFraction);
        final PopulatedSed sed = new PopulatedSed(shape, bulkDensity, vacancyFraction, immobileFraction);
        if (Math.abs(sed.bulkFermiEnergy) < Double.POSITIVE_INFINITY) {
            return sed;
        }
        throw new IllegalArgumentException(String.format(
                Locale.ROOT,
                "vacancyFraction must be > 0 for a shape without a greatest energy: %s, Fermi energy %s J",
                vacancyFraction,
                sed.bulkFermiEnergy));
    }

    /**
     * Fills a shape whose vacancies are counted per ion: the other reading of "10 % vacancies".
     *
     * <p>\( r \) vacancies to an ion are the share \( f_v = r/(1 + r) \) of all sites: a tenth of the ions is an eleventh
     * of the sites.
     *
     * @param shape site energy distribution
     * @param bulkDensity \( N \), bulk density of the ion [1/m&sup3;], finite, \( \gt 0 \)
     * @param vacanciesPerIon \( r \), vacant sites over ions at bulk density [1], finite, \( \ge 0 \); 0 only for a shape
     *     that has a greatest energy
     * @param immobileFraction \( f \), share of the bulk ions that never moves [1], in [0, 1)
     * @return the filled distribution
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public static PopulatedSed ofVacanciesPerIon(
            SiteEnergyDistribution shape, double bulkDensity, double vacanciesPerIon, double immobileFraction) {
        if (vacanciesPerIon >= 0 && vacanciesPerIon < Double.POSITIVE_INFINITY) {
            return of(shape, bulkDensity, vacanciesPerIon / (1 + vacanciesPerIon), immobileFraction);
        }
        throw new IllegalArgumentException(
                String.format(Locale.ROOT, "vacanciesPerIon must be finite and >= 0: %s", vacanciesPerIon));
    }

    private static void checkFraction(String name, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "%s must be in [0, 1): %s", name, value));
        }
    }

    /**
     * Returns the shape, whose zero all energies of this class are relative to.
     *
     * @return the site energy distribution
     */
    public SiteEnergyDistribution shape() {
        return shape;
    }

    /**
     * Returns the bulk density of the ion.
     *
     * @return \( N \) [1/m&sup3;]
     */
    public double bulkDensity() {
        return bulkDensity;
    }

    /**
     * Returns the vacant share of all sites at bulk density.
     *
     * @return \( f_v \) [1], in [0, 1)
     */
    public double vacancyFraction() {
        return vacancyFraction;
    }

    /**
     * Returns the vacant sites over the ions at bulk density.
     *
     * @return \( f_v/(1 - f_v) \) [1]
     */
    public double vacanciesPerIon() {
        return vacancyFraction / (1 - vacancyFraction);
    }

    /**
     * Returns the share of the bulk ions that never moves.
     *
     * @return \( f \) [1], in [0, 1)
     */
    public double immobileFraction() {
        return immobileFraction;
    }

    /**
     * Returns the density of the sites, occupied or not.
     *
     * @return \( N_s = N/(1 - f_v) \) [1/m&sup3;]
     */
    public double siteDensity() {
        return bulkDensity / (1 - vacancyFraction);
    }

    /**
     * Returns the Fermi energy at a density: the energy of the highest occupied site.
     *
     * @param density \( n \) [1/m&sup3;], in [0, {@link #siteDensity}]
     * @return \( E_F(n) \) [J]; at 0 and at the site density the ends of the shape, which may be infinite
     * @throws IllegalArgumentException if {@code density} is outside its range
     */
    public double fermiEnergy(double density) {
        if (!(density >= 0 && density <= siteDensity())) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "density must be in [0, site density = %s 1/m^3]: %s 1/m^3", siteDensity(), density));
        }
        final double fraction = density / bulkDensity;
        final double filling = fraction * (1 - vacancyFraction);
        if (filling <= 0.5) {
            return shape.quantile(filling);
        }
        final double vacant = (bulkDensity - density) / bulkDensity + vacancyFraction * fraction;
        return shape.complementaryQuantile(Math.max(0, vacant));
    }

    /**
     * Returns the Fermi energy at bulk density.
     *
     * @return \( E_F(N) \) [J], finite
     */
    public double bulkFermiEnergy() {
        return bulkFermiEnergy;
    }

    /**
     * Returns by how much the activation energy at a density exceeds that of the bulk.
     *
     * @param density \( n \) [1/m&sup3;], in [0, {@link #siteDensity}]
     * @return \( E_{act}(n) - E_{act}(N) = E_F(N) - E_F(n) \) [J], positive for \( n \lt N \)
     * @throws IllegalArgumentException if {@code density} is outside its range
     */
    public double activationEnergyDifference(double density) {
        return bulkFermiEnergy - fermiEnergy(density);
    }

    /**
     * Returns the derivative of the Fermi energy to the density.
     *
     * @param density \( n \) [1/m&sup3;], in [0, {@link #siteDensity}]
     * @return \( dE_F/dn = 1/(N_s\,g(E_F)) \) [J m&sup3;]; infinite where the density of sites vanishes
     * @throws IllegalArgumentException if {@code density} is outside its range
     */
    public double fermiEnergyByDensity(double density) {
        return 1 / (siteDensity() * shape.density(fermiEnergy(density)));
    }

    /**
     * Returns the part of the curve occupied at bulk density.
     *
     * @param energy \( E \) [J]
     * @return \( g(E) \) up to \( E_F(N) \), 0 above [1/J]; integrates to \( 1 - f_v \)
     */
    public double populatedDensity(double energy) {
        return energy <= bulkFermiEnergy ? shape.density(energy) : 0;
    }

    /**
     * Returns the part of the curve whose ions are mobile at bulk density.
     *
     * @param energy \( E \) [J]
     * @return \( g(E) \) above \( E_F(f N) \) up to \( E_F(N) \), 0 elsewhere [1/J]; integrates to
     *     \( (1 - f_v)(1 - f) \)
     */
    public double mobileDensity(double energy) {
        return energy > mobileEdge ? populatedDensity(energy) : 0;
    }

    /**
     * Returns the full width at half maximum of the populated part, measured on the truncated curve between its
     * outermost half-maximum points.
     *
     * @return the width [J]; for a Gaussian its own while \( f_v \lt 0.11952 \), less beyond
     * @see SiteEnergyDistribution#truncatedFwhm
     */
    public double populatedFwhm() {
        return shape.truncatedFwhm(bulkFermiEnergy);
    }

    /**
     * Returns the mean site energy of the ions at bulk density.
     *
     * @return mean of the populated part [J], to about 1e-12 of its standard deviation
     */
    public double populatedMean() {
        return populatedMean(ShapeIntegral.of(shape));
    }

    /**
     * Returns the standard deviation of the site energies of the ions at bulk density.
     *
     * @return standard deviation of the populated part [J], to about 1e-12 of itself
     */
    public double populatedStandardDeviation() {
        final ShapeIntegral integral = ShapeIntegral.of(shape);
        final double mean = populatedMean(integral);
        final double variance = integral.of(e -> (e - mean) * (e - mean), Double.NEGATIVE_INFINITY, bulkFermiEnergy);
        return Math.sqrt(variance / (1 - vacancyFraction));
    }

    /** About the Fermi energy, where most ions are, so that little cancels. */
    private double populatedMean(ShapeIntegral integral) {
        final double below = integral.of(e -> e - bulkFermiEnergy, Double.NEGATIVE_INFINITY, bulkFermiEnergy);
        return bulkFermiEnergy + below / (1 - vacancyFraction);
    }

    /**
     * Returns the width that holds the middle 80 % of the ions at bulk density.
     *
     * @return \( E_F(0.9 N) - E_F(0.1 N) \) [J]
     */
    public double populatedTenToNinetyWidth() {
        return fermiEnergy(0.9 * bulkDensity) - fermiEnergy(0.1 * bulkDensity);
    }
}
