package org.npp.sed;

import static org.npp.core.PhysicalConstants.BOLTZMANN;

import java.util.Arrays;
import java.util.Locale;

/**
 * Filling at temperature: each site holds at most one ion and is occupied with Fermi and Dirac's probability.
 *
 * <p>\[ p = \int \frac{g(E)\,dE}{1 + e^{(E - \mu)/kT}}, \qquad \frac{\partial p}{\partial\mu} = \frac{\langle 1 \rangle}{kT},
 * \qquad \frac{\partial\mu}{\partial T} = -\frac{\langle E - \mu \rangle}{T \langle 1 \rangle}, \qquad
 * \frac{\partial\mu}{\partial\theta} = \frac{\langle \partial Q/\partial\theta \rangle}{\langle 1 \rangle}, \qquad
 * \Gamma_s - 1 = \frac{\int g f^2\,dE}{\langle 1 \rangle} \]
 *
 * <p>with \( f \) the occupation and \( \langle x \rangle = \int x\,g f (1 - f)\,dE \). The averages need no more of a
 * shape than its density and the derivatives of its quantile, so they serve every shape. \( \mu \) comes from Newton's
 * method on \( \ln(p/(1 - p)) \), whose slope to \( \mu/kT \) is between 0 and 1.
 *
 * <p><strong>Accuracy.</strong> Integrals relative 1e-14 by Gauss&ndash;Legendre pieces no longer than 3 kT on
 * which the density is resolved, for kT from 1e-3 to 100 standard deviations of the distribution and fillings from 1e-300 up;
 * \( \mu \) within 1e-12 kT plus rounding of the energies; see {@code FermiDiracFillingReferenceTest}. Below 1e-8
 * standard deviations kT is taken as that, which is filling from the bottom. <strong>Cost.</strong> A few hundred values of
 * the density for each of about five integrals: some ten microseconds for a Gaussian, a hundred for a mixture or a skew-normal. <strong>Threading.</strong> Thread-safe; each thread
 * that calls gets a work array once.
 *
 * @see GaussFermi
 */
public final class FermiDiracFilling implements SedFilling {
    /** Least kT over the standard deviation of the shape [1]. */
    private static final double COLDEST = 1e-8;

    /** Bound on the steps to a chemical potential; bisection alone needs fewer. */
    private static final int MAX_STEPS = 200;

    /** Error of the logarithm that one more step of Newton's takes below rounding. */
    private static final double LAST = 3e-7;

    /** The distribution. */
    private final PopulatedSed sed;

    /** Its bounded filling. */
    private final SiteShare share;

    /** Integrals over its sites. */
    private final FermiIntegral integral;

    /** Least kT [J]. */
    private final double coldest;

    private FermiDiracFilling(PopulatedSed sed) {
        this.sed = sed;
        this.share = SiteShare.of(sed);
        this.integral = FermiIntegral.of(sed.shape());
        this.coldest = COLDEST * sed.shape().standardDeviation();
    }

    /**
     * Fills a distribution by Fermi and Dirac's occupation.
     *
     * @param sed the populated distribution, its vacancy fraction \( \gt 0 \)
     * @return the filling
     * @throws IllegalArgumentException if there are no vacancies: full sites have no finite chemical potential
     */
    public static FermiDiracFilling of(PopulatedSed sed) {
        if (sed.vacancyFraction() > 0) {
            return new FermiDiracFilling(sed);
        }
        throw new IllegalArgumentException(String.format(
                Locale.ROOT, "vacancyFraction must be > 0 for occupation at temperature: %s", sed.vacancyFraction()));
    }

    @Override
    public PopulatedSed sed() {
        return sed;
    }

    /**
     * Returns the chemical potential at an exact filling.
     *
     * @param filling \( p \), occupied share of the sites [1], in (0, 1); 1e-300 keeps all digits
     * @param temperature \( T \) [K], \( \gt 0 \)
     * @return \( \mu \) [J]
     * @throws IllegalArgumentException if {@code filling} is outside its range
     */
    public double chemicalPotentialAtFilling(double filling, double temperature) {
        if (filling > 0 && filling < 1) {
            return level(filling, 1 - filling, temperature);
        }
        throw new IllegalArgumentException(String.format(Locale.ROOT, "filling must be in (0, 1): %s", filling));
    }

    /** Level [J] at which p of the sites are occupied and q vacant. */
    double level(double p, double q, double temperature) {
        final double guess = p <= 0.5 ? sed.shape().quantile(p) : sed.shape().complementaryQuantile(q);
        return solve(p, q, guess, thermalEnergy(temperature));
    }

    /**
     * Returns the filling at a chemical potential.
     *
     * @param level \( \mu \) [J], finite
     * @param temperature \( T \) [K], \( \gt 0 \)
     * @return \( p \), occupied share of the sites [1]
     */
    public double filling(double level, double temperature) {
        final double[] sums = integral.sums();
        integral.integrate(level, thermalEnergy(temperature), sums);
        return sums[FermiIntegral.OCCUPIED];
    }

    @Override
    public double chemicalPotential(double density, double temperature) {
        return solve(share.occupied(density), share.vacant(density), share.energy(density), thermalEnergy(temperature));
    }

    @Override
    public double chemicalPotentialByDensity(double density, double temperature) {
        return byFilling(chemicalPotential(density, temperature), temperature) * share.byDensity(density);
    }

    @Override
    public double byFilling(double level, double temperature) {
        final double[] sums = integral.sums();
        final double kT = thermalEnergy(temperature);
        integral.integrate(level, kT, sums);
        return kT / sums[FermiIntegral.PARTLY];
    }

    @Override
    public double byTemperature(double level, double temperature) {
        final double[] sums = integral.sums();
        final double kT = thermalEnergy(temperature);
        integral.integrate(level, kT, sums);
        return kT > coldest ? -BOLTZMANN * (sums[FermiIntegral.DISTANCE] / sums[FermiIntegral.PARTLY]) : 0;
    }

    @Override
    public void byParameters(double level, double temperature, double[] byParameter) {
        final int parameters = sed.shape().parameterNames().size();
        Arrays.fill(byParameter, 0, parameters, 0);
        final double[] sums = integral.sums();
        integral.integrate(level, thermalEnergy(temperature), sums, byParameter);
        for (int i = 0; i < parameters; i++) {
            byParameter[i] /= sums[FermiIntegral.PARTLY];
        }
    }

    @Override
    public double thermodynamicExcess(double level, double temperature) {
        final double[] sums = integral.sums();
        integral.integrate(level, thermalEnergy(temperature), sums);
        return sums[FermiIntegral.PAIR] / sums[FermiIntegral.PARTLY];
    }

    private double thermalEnergy(double temperature) {
        return Math.max(BOLTZMANN * temperature, coldest);
    }

    /** The level at which p of the sites are occupied and q vacant, from a first guess [J]. */
    private double solve(double p, double q, double guess, double kT) {
        final double target = Math.log(p) - Math.log(q);
        final double[] sums = integral.sums();
        // All sites at the lowest energy would need the first, all at the highest the second.
        double low = integral.lowest() + kT * target;
        double high = integral.highest() + kT * target;
        double level = Math.min(high, Math.max(low, guess));
        for (int k = 0; k < MAX_STEPS; k++) {
            integral.integrate(level, kT, sums);
            final double occupied = sums[FermiIntegral.OCCUPIED];
            final double vacant = sums[FermiIntegral.VACANT];
            final double missing = target - (Math.log(occupied) - Math.log(vacant));
            final double step = kT * missing * (occupied * vacant / sums[FermiIntegral.PARTLY]);
            final double next = level + step;
            if (Math.abs(missing) <= LAST && Math.abs(step) < Double.POSITIVE_INFINITY) {
                return next;
            }
            if (missing > 0) {
                low = level;
            } else {
                high = level;
            }
            final double middle = low + 0.5 * (high - low);
            if (middle <= low || middle >= high) {
                return level;
            }
            level = next > low && next < high ? next : middle;
        }
        return level;
    }
}
