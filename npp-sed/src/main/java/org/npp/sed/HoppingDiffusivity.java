package org.npp.sed;

import static org.npp.core.PhysicalConstants.BOLTZMANN;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.npp.core.transport.DiffusivityLaw;

/**
 * Diffusivity of an ion in a populated site energy distribution for any {@linkplain SedFilling filling} and any
 * {@linkplain HoppingModel model of the jump}.
 *
 * <p>\[ \ln\frac{D(n, T)}{D_N} = h(p) - h(p_N) - \frac{E_a}{k}\left(\frac 1T - \frac 1{T_0}\right), \qquad
 * h(p) = \frac{\mu(p, T)}{kT} - a \ln p + b \ln(1 - p) \]
 *
 * <p>with \( p = n/N_s \) [1] the filling, bent outside the exact range as in {@link SedDiffusivity}, and \( p_N \) that of
 * the bulk. \( D_N \) [m&sup2;/s] is the bulk diffusivity and \( E_a \) [J] the activation energy of the bulk about
 * \( T_0 \) [K]; without one \( D_N \) does not depend on temperature. \( D \) is the effective (conductivity) diffusion
 * coefficient. {@link HoppingModel#HIGHEST_SITE} with {@link ZeroTemperatureFilling} is {@link SedDiffusivity}.
 *
 * <p><strong>Immobile fraction.</strong> \( D = 0 \) for \( n \le fN \) if \( f \gt 0 \), and rises smoothly over the next
 * 0.001 N, as in {@link SedDiffusivity}. <strong>Parameters</strong>, in this order: those of the shape,
 * {@code vacancy_fraction} [1] at fixed bulk density, {@code immobile_fraction} [1], {@code bulk_diffusivity}
 * [m&sup2;/s] and, if set, {@code bulk_activation_energy} [J].
 *
 * <p><strong>Accuracy.</strong> {@link #value} and {@link #linearize} interpolate \( \mu(n) \) at the temperature of the
 * call with a continuous derivative: from 10 K on \( D \) is within 2e-11 of the law, relative (filled from the bottom,
 * \( 2 \cdot 10^{-11} \cdot 300\,\mathrm{K}/T \)), and \( \partial D/\partial n \), the derivative of the
 * interpolated \( D \), within 1e-9 of \( D/n \) times the thermodynamic factor; see {@code LevelTablesTest}.
 * Elsewhere, below 10 K and in the {@linkplain #exact exact} law that of the filling's chemical potential over kT; see
 * {@code FermiDiracFillingReferenceTest}. <strong>Cost.</strong> The tables are filled as they are used and made anew when
 * the temperature changes: with {@link FermiDiracFilling} a factor of two in the occupied sites takes a few milliseconds when
 * it is first met, then a value some tens of nanoseconds. <strong>Threading.</strong> Thread-safe; nothing is allocated while
 * the temperature stays the same and no new factor of two is met.
 *
 * <pre>{@code
 * PopulatedSed sed = PopulatedSed.of(GaussianSed.ofFwhm(0.250 * eV), 1.41e28, 0.10, 0);
 * DiffusivityLaw law = HoppingDiffusivity.of(FermiDiracFilling.of(sed), HoppingModel.SITE_BLOCKING, 1e-17);
 * }</pre>
 *
 * @see "Gunawan, Sch&auml;fer, Weitzel, Phys. Chem. Chem. Phys. (2024), eqn 2"
 */
public final class HoppingDiffusivity implements DiffusivityLaw {
    /** Least temperature for which tables are used [K], as in {@link SedDiffusivity}. */
    private static final double COLDEST = 10;

    /** The filling. */
    private final SedFilling filling;

    /** The model. */
    private final HoppingModel model;

    /** Shares of the sites. */
    private final SiteShare share;

    /** The filling's level at bulk density. */
    private final BulkLevel bulk;

    /** Tables of the level; null in the exact law. */
    private final @Nullable LevelTables tables;

    /** Step above the immobile ions. */
    private final ImmobileOnset onset;

    /** Bulk diffusivity. */
    private final ActivatedBulk bulkDiffusivity;

    /** Number of the shape's parameters. */
    private final int shapeParameters;

    /** Names of the parameters. */
    private final List<String> names;

    private HoppingDiffusivity(
            SedFilling filling, @Nullable LevelTables tables, HoppingModel model, ActivatedBulk bulkDiffusivity) {
        this.filling = filling;
        this.tables = tables;
        this.model = model;
        this.share = SiteShare.of(filling.sed());
        this.bulk = BulkLevel.of(filling);
        this.onset = ImmobileOnset.of(filling.sed());
        this.bulkDiffusivity = bulkDiffusivity;
        this.shapeParameters = filling.sed().shape().parameterNames().size();
        this.names = bulkDiffusivity.parameterNames(filling.sed().shape());
    }

    /**
     * Creates the law with a bulk diffusivity that does not depend on temperature.
     *
     * @param filling filling of the ion's site energy distribution
     * @param model what the conductivity is proportional to; {@link HoppingModel#SITE_BLOCKING} needs vacancies
     * @param bulkDiffusivity \( D_N \), diffusivity at bulk density [m&sup2;/s], finite, \( \gt 0 \)
     * @return the law
     * @throws IllegalArgumentException if {@code bulkDiffusivity} is not positive and finite, or there are no vacancies
     *     for a model that needs some
     */
    public static HoppingDiffusivity of(SedFilling filling, HoppingModel model, double bulkDiffusivity) {
        final ActivatedBulk activated = ActivatedBulk.of(bulkDiffusivity);
        if (model.vacancy() > 0 && !(filling.sed().vacancyFraction() > 0)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "vacancyFraction must be > 0 for %s: %s",
                    model,
                    filling.sed().vacancyFraction()));
        }
        return new HoppingDiffusivity(filling, LevelTables.of(filling), model, activated);
    }

    /**
     * Returns this law with a thermally activated bulk diffusivity.
     *
     * @param bulkActivationEnergy \( E_a \), activation energy at bulk density [J], finite, \( \ge 0 \)
     * @param reference \( T_0 \), temperature at which the bulk diffusivity is that of this law [K], finite, \( \gt 0 \)
     * @return the activated law
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public HoppingDiffusivity withBulkActivation(double bulkActivationEnergy, double reference) {
        return new HoppingDiffusivity(
                filling, tables, model, bulkDiffusivity.withActivation(bulkActivationEnergy, reference));
    }

    /**
     * Returns this law without interpolation: every chemical potential is solved for.
     *
     * @return the same law, to the accuracy of its filling; at temperature a value takes some ten microseconds
     */
    public HoppingDiffusivity exact() {
        return new HoppingDiffusivity(filling, null, model, bulkDiffusivity);
    }

    /**
     * Returns the filling.
     *
     * @return the filling
     */
    public SedFilling filling() {
        return filling;
    }

    /**
     * Returns the model.
     *
     * @return the model
     */
    public HoppingModel model() {
        return model;
    }

    /**
     * Returns the activation energy a measurement of \( \ln(\sigma T) \) against \( 1/T \) shows at a density.
     *
     * <p>\[ E_A = -k\,\frac{\partial \ln(\sigma T)}{\partial(1/T)} = E_a
     * + \left(\mu_N - T\,\frac{\partial\mu_N}{\partial T}\right) - \left(\mu - T\,\frac{\partial\mu}{\partial T}\right) \]
     *
     * <p>Filled at zero temperature it is what {@link SedDiffusivity#activationEnergy} says; at temperature the level's own
     * shift with temperature counts.
     *
     * @param density \( n \) [1/m&sup3;], \( \ge 0 \)
     * @param temperature \( T \) [K], \( \gt 0 \)
     * @return \( E_A \) [J]; relative to the bulk's if the law has no bulk activation energy
     */
    public double arrheniusEnergy(double density, double temperature) {
        final double level = filling.chemicalPotential(density, temperature);
        final BulkLevel.State reference = bulk.at(temperature);
        return bulkDiffusivity.energy()
                + (reference.level - level)
                + temperature * (filling.byTemperature(level, temperature) - reference.byTemperature);
    }

    @Override
    public double value(int ion, double[] densities, double temperature) {
        final double n = densities[ion];
        if (onset.isImmobile(n)) {
            return 0;
        }
        final double gain = tables != null && temperature >= COLDEST
                ? tables.at(temperature).gain(n)
                : filling.chemicalPotential(n, temperature) - bulk.at(temperature).level;
        return onset.value(n) * bulkDiffusivity.at(exponent(n, gain, temperature));
    }

    @Override
    public double linearize(int ion, double[] densities, double temperature, double[] byDensity) {
        Arrays.fill(byDensity, 0);
        final double n = densities[ion];
        if (onset.isImmobile(n)) {
            return 0;
        }
        final double x;
        final double steepness;
        if (tables != null && temperature >= COLDEST) {
            x = exponent(n, tables.at(temperature).linearize(n, byDensity, ion), temperature);
            steepness = byDensity[ion] / (BOLTZMANN * temperature) + correctionByFilling(n) * share.byDensity(n);
        } else {
            final double level = filling.chemicalPotential(n, temperature);
            x = exponent(n, level - bulk.at(temperature).level, temperature);
            steepness = byFilling(n, level, temperature) * share.byDensity(n);
        }
        final double d = bulkDiffusivity.at(x);
        final double byLevel = x < ActivatedBulk.MAX_EXPONENT && d > 0 ? Finite.bounded(d * steepness) : 0;
        byDensity[ion] = Finite.bounded(onset.value(n) * byLevel + d * onset.byDensity(n));
        return onset.value(n) * d;
    }

    @Override
    public double byTemperature(int ion, double[] densities, double temperature) {
        final double n = densities[ion];
        if (onset.isImmobile(n)) {
            return 0;
        }
        final double level = filling.chemicalPotential(n, temperature);
        final double x = exponent(n, level - bulk.at(temperature).level, temperature);
        final double slope = ActivatedBulk.byGain(x, bulkDiffusivity.at(x), temperature);
        return Finite.bounded(onset.value(n) * slope * Finite.bounded(arrheniusEnergy(n, temperature) / temperature));
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
        final double level = filling.chemicalPotential(n, temperature);
        final double x = exponent(n, level - bulk.at(temperature).level, temperature);
        final double unscaled = bulkDiffusivity.at(x);
        final double d = onset.value(n) * unscaled;
        byParameter[shapeParameters + 1] = Finite.bounded(unscaled * onset.byImmobileFraction(n));
        byParameter[shapeParameters + 2] = d / bulkDiffusivity.diffusivity();
        if (!(x < ActivatedBulk.MAX_EXPONENT && d > 0)) {
            return;
        }
        final BulkLevel.State reference = bulk.at(temperature);
        final double slope = Finite.bounded(d / Finite.thermalEnergy(temperature));
        filling.byParameters(level, temperature, byParameter);
        for (int i = 0; i < shapeParameters; i++) {
            byParameter[i] = Finite.bounded(slope * (byParameter[i] - reference.byParameter(i)));
        }
        final double own = Finite.bounded(byFilling(n, level, temperature) * share.byVacancyFraction(n));
        final double byVacancies = own + Finite.bounded(bulkByFilling(reference));
        byParameter[shapeParameters] = Finite.bounded(d * byVacancies);
        if (bulkDiffusivity.isActivated()) {
            byParameter[shapeParameters + 3] = Finite.bounded(slope * bulkDiffusivity.gainByEnergy(temperature));
        }
    }

    /** ln(D/D_N(T_0)) [1] from the level above that of the bulk [J]. */
    private double exponent(double density, double gain, double temperature) {
        final double bulkVacant = filling.sed().vacancyFraction();
        double x = bulkDiffusivity.exponent(gain, temperature);
        if (model.dilution() > 0) {
            x -= model.dilution() * Math.log(share.occupied(density) / (1 - bulkVacant));
        }
        if (model.vacancy() > 0) {
            x += model.vacancy() * Math.log(share.vacant(density) / bulkVacant);
        }
        return x;
    }

    /** Derivative of the exponent to the filling, h'(p) [1]. */
    private double byFilling(double density, double level, double temperature) {
        final double excess = filling.thermodynamicExcess(level, temperature);
        final double own = (excess + (1 - model.dilution())) / share.occupied(density);
        return Finite.bounded(model.vacancy() > 0 ? own - model.vacancy() / share.vacant(density) : own);
    }

    /** h'(p) without the level's part [1]. */
    private double correctionByFilling(double density) {
        final double diluted = model.dilution() > 0 ? -model.dilution() / share.occupied(density) : 0;
        return model.vacancy() > 0 ? diluted - model.vacancy() / share.vacant(density) : diluted;
    }

    /** h'(p) at bulk density [1]. */
    private double bulkByFilling(BulkLevel.State reference) {
        final double vacant = filling.sed().vacancyFraction();
        final double own = (reference.excess + (1 - model.dilution())) / (1 - vacant);
        return model.vacancy() > 0 ? own - model.vacancy() / vacant : own;
    }
}
