package org.npp.sed;

import static org.npp.core.PhysicalConstants.BOLTZMANN;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.npp.core.transport.DiffusivityLaw;

/**
 * Diffusivity of an ion in a populated site energy distribution: it moves from the highest occupied site.
 *
 * <p>\[ D(n, T) = D_N(T)\,\exp\frac{E_F(n) - E_F(N)}{kT}, \qquad
 * D_N(T) = D_N \exp\left[-\frac{E_a}{k}\left(\frac 1T - \frac 1{T_0}\right)\right] \]
 *
 * <p>\[ \frac{\partial D}{\partial n} = \frac{D}{kT\,N_s\,g(E_F)}, \qquad
 * \frac{\partial D}{\partial T} = \frac{D}{kT^2}\,\bigl[E_a + E_F(N) - E_F(n)\bigr], \qquad
 * \frac{\partial D}{\partial\theta} = \frac{D}{kT}\left[\frac{\partial E_F(n)}{\partial\theta}
 * - \frac{\partial E_F(N)}{\partial\theta}\right] \]
 *
 * <p>with \( n \) [1/m&sup3;] the ion's own density, \( E_F \) [J] the Fermi energy of the
 * {@linkplain PopulatedSed populated distribution}, \( D_N \) [m&sup2;/s] the bulk diffusivity and \( E_a \) [J] its
 * activation energy about \( T_0 \) [K]. Without a {@linkplain #withBulkActivation bulk activation energy} \( D_N \) does
 * not depend on temperature. \( D \) is the effective (conductivity) diffusion coefficient.
 *
 * <p><strong>Immobile fraction.</strong> \( D = 0 \) with all derivatives for \( n \le f N \) if \( f \gt 0 \). A jump
 * there would leave a transport problem without a solution in the usual sense, so \( D \) rises to its value over the next
 * 0.001 N, by \( 3t^2 - 2t^3 \).
 * <strong>Range.</strong> Exact for \( 10^{-15} N \le n \) up to the density at which 99 % of the bulk's vacancies are
 * filled, \( n = 1.11 N \) for \( f_v = 0.1 \). Outside, the filling is bent with a continuous derivative:
 * at \( n = 0 \) it ends at that of \( 5 \cdot 10^{-16} N \), so that \( D \) is tiny there, not zero, and
 * \( \partial D/\partial n \), unbounded in the exact law, is finite; above, \( D \) goes on growing, ever more slowly,
 * for any \( n \). All derivatives are those of the law so continued. \( kT \) is kept from underflowing, the exponent
 * from exceeding 600, and \( \partial D/\partial n \) is 0 where \( g(E_F) \) is.
 *
 * <p><strong>Parameters</strong>, in this order: those of the shape (for a Gaussian {@code fwhm} [J]),
 * {@code vacancy_fraction} [1] at fixed bulk density, {@code immobile_fraction} [1] (its derivative is zero but on
 * the rise above \( n = fN \)), {@code bulk_diffusivity} [m&sup2;/s] and, if set, {@code bulk_activation_energy} [J].
 *
 * <p><strong>Accuracy.</strong> {@link #value} and {@link #linearize} interpolate \( E_F(n) \) with a continuous
 * derivative; from 10 K on \( D \) is within \( 2 \cdot 10^{-11} \cdot 300\,\mathrm{K}/T \) of the law, relative, and
 * \( \partial D/\partial n \), the derivative of the interpolated \( D \) to rounding, within 1e-9 + that: for a
 * Gaussian 1e-12 and 6e-11 at 300 K; see {@code InterpolatedFillingTest} and {@code QuantileTableTest}. Where
 * interpolation does not reach this (kinks, gaps, below 10 K) both are computed from the shape, as is everything else but
 * what {@link #differentiate} gives, and everything of the {@linkplain #exact exact} law: with a Gaussian, relative
 * \( 2 \cdot 10^{-15} (1 + |x|) \) for \( D \) and \( 4 \cdot 10^{-15} (1 + |x|) \) for \( \partial D/\partial n \), \( x \) the exponent; the other
 * derivatives are differences of two terms and carry an error of this size relative to the terms; see
 * {@code SedDiffusivityReferenceTest}. <strong>Threading.</strong> Instances are immutable but for tables filled on
 * demand, and thread-safe; the numerical methods allocate nothing, but for at most 1 kB when a factor of two in the share
 * of occupied or of vacant sites is met for the first time. Both hold if they do for the shape.
 *
 * <pre>{@code
 * double eV = PhysicalConstants.ELEMENTARY_CHARGE;
 * PopulatedSed sed = PopulatedSed.of(GaussianSed.ofFwhm(0.250 * eV), 1.41e28, 0.10, 0);
 * DiffusivityLaw law = SedDiffusivity.of(sed, 1e-17).withBulkActivation(0.9 * eV, 300);
 * double d = law.value(0, new double[] {0.2 * 1.41e28}, 300); // 3.92 decades below 1e-17 m^2/s
 * }</pre>
 *
 * @see "Gunawan, Sch&auml;fer, Weitzel, Phys. Chem. Chem. Phys. (2024), eqn 2"
 */
public final class SedDiffusivity implements DiffusivityLaw {
    /** Least temperature for which the error of the tables, about 2e-11 kT at 300 K, is within 1e-9 kT [K]. */
    private static final double COLDEST = 10;

    /** The populated distribution. */
    private final PopulatedSed sed;

    /** Filling as a function of density. */
    private final BoundedFilling filling;

    /** The same from tables; null in the exact law. */
    private final @Nullable InterpolatedFilling tables;

    /** Bulk diffusivity. */
    private final ActivatedBulk bulk;

    /** Step above the immobile ions. */
    private final ImmobileOnset onset;

    /** Derivatives of the bulk Fermi energy to the shape's parameters. */
    private final double[] bulkByShape;

    /** 1/g at the bulk's Fermi energy [J]. */
    private final double bulkByFilling;

    /** Sites per ion in the bulk, \( N_s/N \). */
    private final double sitesPerIon;

    /** Names of the parameters. */
    private final List<String> names;

    private SedDiffusivity(PopulatedSed sed, @Nullable InterpolatedFilling tables, ActivatedBulk bulk) {
        this.sed = sed;
        this.filling = BoundedFilling.of(sed);
        this.tables = tables;
        this.bulk = bulk;
        this.onset = ImmobileOnset.of(sed);
        this.bulkByShape = new double[sed.shape().parameterNames().size()];
        sed.shape().quantileByParameters(sed.bulkFermiEnergy(), bulkByShape);
        this.bulkByFilling = energyByFilling(sed, sed.bulkFermiEnergy());
        this.sitesPerIon = sed.siteDensity() / sed.bulkDensity();
        this.names = bulk.parameterNames(sed.shape());
    }

    /**
     * Creates the law with a bulk diffusivity that does not depend on temperature.
     *
     * @param sed populated site energy distribution of the ion
     * @param bulkDiffusivity \( D_N \), diffusivity at bulk density [m&sup2;/s], finite, \( \gt 0 \)
     * @return the law
     * @throws IllegalArgumentException if {@code bulkDiffusivity} is not positive and finite
     */
    public static SedDiffusivity of(PopulatedSed sed, double bulkDiffusivity) {
        return new SedDiffusivity(sed, InterpolatedFilling.of(sed), ActivatedBulk.of(bulkDiffusivity));
    }

    /**
     * Returns this law with a thermally activated bulk diffusivity.
     *
     * @param bulkActivationEnergy \( E_a \), activation energy at bulk density [J], finite, \( \ge 0 \)
     * @param referenceTemperature \( T_0 \), temperature at which the bulk diffusivity is that of this law [K], finite,
     *     \( \gt 0 \)
     * @return the activated law
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public SedDiffusivity withBulkActivation(double bulkActivationEnergy, double referenceTemperature) {
        return new SedDiffusivity(sed, tables, bulk.withActivation(bulkActivationEnergy, referenceTemperature));
    }

    /**
     * Returns this law without interpolation: every Fermi energy is computed from the shape.
     *
     * @return the same law, exact to rounding; a value with its derivative takes about three times as long
     */
    public SedDiffusivity exact() {
        return new SedDiffusivity(sed, null, bulk);
    }

    /**
     * Returns the populated site energy distribution.
     *
     * @return the distribution
     */
    public PopulatedSed sed() {
        return sed;
    }

    /**
     * Returns the diffusivity at bulk density, at the reference temperature if it is activated.
     *
     * @return \( D_N \) [m&sup2;/s]
     */
    public double bulkDiffusivity() {
        return bulk.diffusivity();
    }

    /**
     * Returns the activation energy at a density: absolute if the law has a bulk activation energy, else relative to the
     * bulk.
     *
     * @param density \( n \) [1/m&sup3;], in [0, site density]
     * @return \( E_a + E_F(N) - E_F(n) \) [J], \( E_a = 0 \) without one; what immobile ions would need, too
     * @throws IllegalArgumentException if {@code density} is outside its range
     */
    public double activationEnergy(double density) {
        return bulk.energy() + sed.activationEnergyDifference(density);
    }

    @Override
    public double value(int ion, double[] densities, double temperature) {
        final double n = densities[ion];
        if (onset.isImmobile(n)) {
            return 0;
        }
        if (tables != null && temperature >= COLDEST) {
            final double x = bulk.reducedExponent(tables.gain(n), 1 / (BOLTZMANN * temperature));
            return onset.value(n) * bulk.at(x);
        }
        return onset.value(n) * bulk.at(exponent(energy(n), temperature));
    }

    @Override
    public double linearize(int ion, double[] densities, double temperature, double[] byDensity) {
        Arrays.fill(byDensity, 0);
        final double n = densities[ion];
        if (onset.isImmobile(n)) {
            return 0;
        }
        return tables != null && temperature >= COLDEST
                ? linearizeFromTables(tables, n, temperature, byDensity, ion)
                : linearizeFromShape(n, temperature, byDensity, ion);
    }

    private double linearizeFromTables(
            InterpolatedFilling fermi, double n, double temperature, double[] byDensity, int ion) {
        final double beta = 1 / (BOLTZMANN * temperature);
        final double x = bulk.reducedExponent(fermi.linearize(n, byDensity, ion), beta);
        final double d = bulk.at(x);
        final double byFilling = x < ActivatedBulk.MAX_EXPONENT ? Finite.bounded(d * beta * byDensity[ion]) : 0;
        if (onset.isComplete(n)) {
            byDensity[ion] = byFilling;
            return d;
        }
        byDensity[ion] = Finite.bounded(onset.value(n) * byFilling + d * onset.byDensity(n));
        return onset.value(n) * d;
    }

    private double linearizeFromShape(double n, double temperature, double[] byDensity, int ion) {
        final double energy = energy(n);
        final double x = exponent(energy, temperature);
        final double d = bulk.at(x);
        final double slope = ActivatedBulk.byGain(x, d, temperature);
        final double mobile = onset.value(n);
        final double byFilling =
                slope > 0 ? slope / sed.siteDensity() * filling.slope(n) * energyByFilling(sed, energy) : 0;
        byDensity[ion] = Finite.bounded(mobile * byFilling + d * onset.byDensity(n));
        return mobile * d;
    }

    @Override
    public double byTemperature(int ion, double[] densities, double temperature) {
        final double n = densities[ion];
        if (onset.isImmobile(n)) {
            return 0;
        }
        final double energy = interpolatedEnergy(n);
        final double x = exponent(energy, temperature);
        final double needed = bulk.energy() + (sed.bulkFermiEnergy() - energy);
        final double slope = ActivatedBulk.byGain(x, bulk.at(x), temperature);
        return Finite.bounded(onset.value(n) * slope * Finite.bounded(needed / temperature));
    }

    @Override
    public List<String> parameterNames() {
        return names;
    }

    @Override
    public void byParameters(int ion, double[] densities, double temperature, double[] byParameter) {
        Arrays.fill(byParameter, 0);
        final double n = densities[ion];
        if (onset.isImmobile(n)) {
            return;
        }
        final double energy = interpolatedEnergy(n);
        final double x = exponent(energy, temperature);
        final double unscaled = bulk.at(x);
        final double share = onset.value(n);
        final double d = share * unscaled;
        final double slope = share * ActivatedBulk.byGain(x, unscaled, temperature);
        final int shapeParameters = bulkByShape.length;
        byParameter[shapeParameters + 1] = Finite.bounded(unscaled * onset.byImmobileFraction(n));
        byParameter[shapeParameters + 2] = d / bulk.diffusivity();
        if (!(slope > 0)) {
            return;
        }
        sed.shape().quantileByParameters(energy, byParameter);
        for (int i = 0; i < shapeParameters; i++) {
            byParameter[i] = Finite.bounded(slope * (byParameter[i] - bulkByShape[i]));
        }
        final double byVacancies = filling.byVacancyFraction(n) * energyByFilling(sed, energy) + bulkByFilling;
        byParameter[shapeParameters] = Finite.bounded(slope * byVacancies);
        if (bulk.isActivated()) {
            byParameter[shapeParameters + 3] = Finite.bounded(slope * bulk.gainByEnergy(temperature));
        }
    }

    @Override
    public double differentiate(
            int ion,
            double[] densities,
            double temperature,
            double[] byDensity,
            double[] byTemperature,
            double[] byParameter) {
        final double n = densities[ion];
        if (tables == null || temperature < COLDEST || !filling.isExact(n) || !onset.isComplete(n)) {
            return DiffusivityLaw.super.differentiate(
                    ion, densities, temperature, byDensity, byTemperature, byParameter);
        }
        Arrays.fill(byDensity, 0);
        final double beta = 1 / (BOLTZMANN * temperature);
        final double gain = tables.linearize(n, byDensity, ion);
        final double energyByDensity = byDensity[ion];
        final double x = bulk.reducedExponent(gain, beta);
        final double d = bulk.at(x);
        final double slope = x < ActivatedBulk.MAX_EXPONENT ? d * beta : 0;
        byDensity[ion] = Finite.bounded(slope * energyByDensity);
        if (byTemperature.length > 0) {
            byTemperature[0] = Finite.bounded(slope * ((bulk.energy() - gain) / temperature));
        }
        if (byParameter.length > 0) {
            final int shapeParameters = bulkByShape.length;
            sed.shape().quantileByParameters(gain + sed.bulkFermiEnergy(), byParameter);
            for (int i = 0; i < shapeParameters; i++) {
                byParameter[i] = Finite.bounded(slope * (byParameter[i] - bulkByShape[i]));
            }
            byParameter[shapeParameters] = Finite.bounded(slope * (bulkByFilling - n * sitesPerIon * energyByDensity));
            byParameter[shapeParameters + 1] = 0;
            byParameter[shapeParameters + 2] = d / bulk.diffusivity();
            if (bulk.isActivated()) {
                byParameter[shapeParameters + 3] = Finite.bounded(slope * bulk.gainByEnergy(temperature));
            }
        }
        return d;
    }

    /** Fermi energy [J] at the bounded filling, finite. */
    private double energy(double density) {
        return filling.energy(sed.shape(), density);
    }

    /** The same from the tables, if there are any. */
    private double interpolatedEnergy(double density) {
        return tables == null ? energy(density) : tables.gain(density) + sed.bulkFermiEnergy();
    }

    /** ln(D / D_N(T_0)) [1]. */
    private double exponent(double energy, double temperature) {
        return bulk.exponent(energy - sed.bulkFermiEnergy(), temperature);
    }

    /** 1/g [J], and 0 where there are no sites: a jump has no useful derivative. */
    private static double energyByFilling(PopulatedSed sed, double energy) {
        final double g = sed.shape().density(energy);
        return g > 0 ? 1 / g : 0;
    }
}
