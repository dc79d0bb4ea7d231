package org.npp.sed;

import static org.npp.core.PhysicalConstants.BOLTZMANN;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.npp.core.transport.ExcessPotentialLaw;

/**
 * Activity of ions in a site energy distribution: the excess chemical potential that gives their flux the thermodynamic
 * factor \( \Gamma_s \).
 *
 * <p>\[ \frac{\mu_{ex}(n, T)}{kT} = \frac{\mu(n, T) - \mu(N, T)}{kT} - \ln\frac nN, \qquad
 * \frac{\partial}{\partial n}\frac{\mu_{ex}}{kT} = \frac{\Gamma_s - 1}{n} \]
 *
 * <p>with \( \mu \) [J] the chemical potential of a {@linkplain SedFilling filling}. It is taken relative to the bulk, a
 * constant at one temperature that moves nothing. Used beside a diffusivity \( D \) the chemical diffusion coefficient is
 * \( D\,\Gamma_s \), while migration still goes with \( D \); the paper's equations and the reference cases carry no such
 * factor, so this is chosen by name. Filled at zero temperature \( \Gamma_s \) falls below 1 at small densities; use
 * {@link FermiDiracFilling} where dilute ions matter.
 *
 * <p><strong>Parameters</strong>: those of the shape, then {@code vacancy_fraction} [1] at fixed bulk density.
 * <strong>Range.</strong> As {@link SedFilling}: outside the exact range \( n \) is replaced by the bent
 * \( p N_s \), in the logarithm too, so that all values are finite.
 *
 * <p><strong>Accuracy.</strong> {@link #value} and {@link #linearize} interpolate \( \mu(n) \) at the temperature of the
 * call with a continuous derivative: from 10 K on the activity coefficient \( e^{\mu_{ex}/kT} \) is within 2e-11 of the law,
 * relative (filled from the bottom, \( 2 \cdot 10^{-11} \cdot 300\,\mathrm{K}/T \)), and the thermodynamic factor of
 * the derivative, which is that of the interpolated potential, within 1e-9 relative, or of 1 where it is below 1; see {@code InterpolatedPotentialTest}, and
 * {@code QuantileTableTest} and {@code LevelRemainderTest} for the proof of both bounds with a Gaussian. Elsewhere, below 10 K
 * and in the {@linkplain #exact exact} law the accuracy is that of the filling. <strong>Cost.</strong> Tables are filled as
 * they are used, as in {@link HoppingDiffusivity}; then a value with its derivative takes about 20 ns.
 * <strong>Threading.</strong> Thread-safe; nothing is allocated while the temperature stays the same and no new factor of
 * two in the occupied sites is met.
 *
 * <pre>{@code
 * PopulatedSed sed = PopulatedSed.of(GaussianSed.ofFwhm(0.250 * eV), 1.41e28, 0.10, 0);
 * Ion lithium = Ion.of("Li", 1, 1.41e28, SedDiffusivity.of(sed, 1e-17))
 *         .withExcessPotential(SedExcessPotential.of(FermiDiracFilling.of(sed)));
 * }</pre>
 */
public final class SedExcessPotential implements ExcessPotentialLaw {
    /** Least temperature for which tables are used [K], as in {@link SedDiffusivity}. */
    private static final double COLDEST = 10;

    /** The filling. */
    private final SedFilling filling;

    /** Shares of the sites. */
    private final SiteShare share;

    /** The filling's level at bulk density. */
    private final BulkLevel bulk;

    /** Tables of the level; null in the exact law. */
    private final @Nullable LevelTables tables;

    /** Names of the parameters. */
    private final List<String> names;

    private SedExcessPotential(SedFilling filling, @Nullable LevelTables tables, List<String> names) {
        this.filling = filling;
        this.tables = tables;
        this.share = SiteShare.of(filling.sed());
        this.bulk = BulkLevel.of(filling);
        this.names = names;
    }

    /**
     * Creates the law.
     *
     * @param filling filling of the ion's site energy distribution
     * @return the law
     */
    public static SedExcessPotential of(SedFilling filling) {
        final List<String> names = new ArrayList<>(filling.sed().shape().parameterNames());
        names.add("vacancy_fraction");
        return new SedExcessPotential(filling, LevelTables.of(filling), List.copyOf(names));
    }

    /**
     * Returns this law without interpolation: every chemical potential is solved for.
     *
     * @return the same law, to the accuracy of its filling; at temperature a value takes some ten microseconds
     */
    public SedExcessPotential exact() {
        return new SedExcessPotential(filling, null, names);
    }

    /**
     * Returns the filling.
     *
     * @return the filling
     */
    public SedFilling filling() {
        return filling;
    }

    @Override
    public double value(int ion, double[] densities, double temperature) {
        final double n = densities[ion];
        final double gain = tables != null && temperature >= COLDEST
                ? tables.at(temperature).gain(n)
                : filling.chemicalPotential(n, temperature) - bulk.at(temperature).level;
        return potential(n, gain, temperature);
    }

    @Override
    public double linearize(int ion, double[] densities, double temperature, double[] byDensity) {
        Arrays.fill(byDensity, 0);
        final double n = densities[ion];
        if (tables != null && temperature >= COLDEST) {
            final double gain = tables.at(temperature).linearize(n, byDensity, ion);
            byDensity[ion] = byDensity[ion] / (BOLTZMANN * temperature) - share.logGainByDensity(n);
            return potential(n, gain, temperature);
        }
        final double level = filling.chemicalPotential(n, temperature);
        final double byFilling = Finite.bounded(filling.thermodynamicExcess(level, temperature) / share.occupied(n));
        byDensity[ion] = Finite.bounded(byFilling * share.byDensity(n));
        return potential(n, level - bulk.at(temperature).level, temperature);
    }

    @Override
    public double byTemperature(int ion, double[] densities, double temperature) {
        final double level = filling.chemicalPotential(densities[ion], temperature);
        final BulkLevel.State reference = bulk.at(temperature);
        final double shift = filling.byTemperature(level, temperature) - reference.byTemperature;
        return Finite.bounded((shift - (level - reference.level) / temperature) / Finite.thermalEnergy(temperature));
    }

    @Override
    public List<String> parameterNames() {
        return names;
    }

    @Override
    public void byParameters(int ion, double[] densities, double temperature, double[] byParameter) {
        final double n = densities[ion];
        final double kT = Finite.thermalEnergy(temperature);
        final double level = filling.chemicalPotential(n, temperature);
        final BulkLevel.State reference = bulk.at(temperature);
        filling.byParameters(level, temperature, byParameter);
        final int last = names.size() - 1;
        for (int i = 0; i < last; i++) {
            byParameter[i] = Finite.bounded((byParameter[i] - reference.byParameter(i)) / kT);
        }
        final double byFilling = Finite.bounded(filling.thermodynamicExcess(level, temperature) / share.occupied(n));
        final double byBulk = reference.excess / (1 - filling.sed().vacancyFraction());
        byParameter[last] =
                Finite.bounded(Finite.bounded(byFilling * share.byVacancyFraction(n)) + Finite.bounded(byBulk));
    }

    /** The potential where the level is above that of the bulk by a gain [J]. */
    private double potential(double density, double gain, double temperature) {
        return Finite.bounded(gain / Finite.thermalEnergy(temperature)) - share.logGain(density);
    }
}
