package org.npp.sed;

import static org.npp.core.PhysicalConstants.BOLTZMANN;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
 * \( p N_s \), in the logarithm too, so that all values are finite. <strong>Threading.</strong> Thread-safe; nothing is
 * allocated while the temperature stays the same.
 */
public final class SedExcessPotential implements ExcessPotentialLaw {
    /** The filling. */
    private final SedFilling filling;

    /** Shares of the sites. */
    private final SiteShare share;

    /** The filling's level at bulk density. */
    private final BulkLevel bulk;

    /** Names of the parameters. */
    private final List<String> names;

    private SedExcessPotential(SedFilling filling, List<String> names) {
        this.filling = filling;
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
        return new SedExcessPotential(filling, List.copyOf(names));
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
        return value(n, filling.chemicalPotential(n, temperature), temperature);
    }

    @Override
    public double linearize(int ion, double[] densities, double temperature, double[] byDensity) {
        Arrays.fill(byDensity, 0);
        final double n = densities[ion];
        final double level = filling.chemicalPotential(n, temperature);
        final double byFilling = bounded(filling.thermodynamicExcess(level, temperature) / share.occupied(n));
        byDensity[ion] = bounded(byFilling * share.byDensity(n));
        return value(n, level, temperature);
    }

    @Override
    public double byTemperature(int ion, double[] densities, double temperature) {
        final double level = filling.chemicalPotential(densities[ion], temperature);
        final BulkLevel.State reference = bulk.at(temperature);
        final double shift = filling.byTemperature(level, temperature) - reference.byTemperature;
        return bounded((shift - (level - reference.level) / temperature) / thermalEnergy(temperature));
    }

    @Override
    public List<String> parameterNames() {
        return names;
    }

    @Override
    public void byParameters(int ion, double[] densities, double temperature, double[] byParameter) {
        final double n = densities[ion];
        final double kT = thermalEnergy(temperature);
        final double level = filling.chemicalPotential(n, temperature);
        final BulkLevel.State reference = bulk.at(temperature);
        filling.byParameters(level, temperature, byParameter);
        final int last = names.size() - 1;
        for (int i = 0; i < last; i++) {
            byParameter[i] = bounded((byParameter[i] - reference.byParameter(i)) / kT);
        }
        final double byFilling = bounded(filling.thermodynamicExcess(level, temperature) / share.occupied(n));
        final double byBulk = reference.excess / (1 - filling.sed().vacancyFraction());
        byParameter[last] = bounded(bounded(byFilling * share.byVacancyFraction(n)) + bounded(byBulk));
    }

    private double value(double density, double level, double temperature) {
        final double gain = level - bulk.at(temperature).level;
        final double dilution =
                Math.log(share.occupied(density) / (1 - filling.sed().vacancyFraction()));
        return bounded(gain / thermalEnergy(temperature)) - dilution;
    }

    private static double thermalEnergy(double temperature) {
        return Math.max(BOLTZMANN * temperature, Double.MIN_NORMAL);
    }

    /** An overflow replaced by the greatest number of its sign. */
    private static double bounded(double value) {
        return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, value));
    }
}
