package org.npp.sed;

/**
 * Filling from the bottom: every site below the Fermi energy is occupied, none above.
 *
 * <p>\[ \mu = E_F(n) = Q(n/N_s), \qquad \frac{\partial\mu}{\partial p} = \frac 1{g(E_F)}, \qquad
 * \Gamma_s = \frac{p}{kT\,g(E_F)} \]
 *
 * <p>It is the paper's filling and the limit of {@link FermiDiracFilling} for kT far below the width of the
 * distribution. At small densities its \( \Gamma_s \) falls below 1, which no true equilibrium has: ions of a nearly empty
 * distribution sit where sites are many, not only in the deepest ones. <strong>Threading.</strong> Immutable and
 * thread-safe.
 */
public final class ZeroTemperatureFilling implements SedFilling {
    /** The distribution. */
    private final PopulatedSed sed;

    /** Its bounded filling. */
    private final SiteShare share;

    private ZeroTemperatureFilling(PopulatedSed sed) {
        this.sed = sed;
        this.share = SiteShare.of(sed);
    }

    /**
     * Fills a distribution from the bottom.
     *
     * @param sed the populated distribution
     * @return the filling
     */
    public static ZeroTemperatureFilling of(PopulatedSed sed) {
        return new ZeroTemperatureFilling(sed);
    }

    @Override
    public PopulatedSed sed() {
        return sed;
    }

    @Override
    public double chemicalPotential(double density, double temperature) {
        return share.energy(density);
    }

    @Override
    public double chemicalPotentialByDensity(double density, double temperature) {
        return byFilling(share.energy(density), temperature) * share.byDensity(density);
    }

    @Override
    public double byFilling(double level, double temperature) {
        final double g = sed.shape().density(level);
        return g > 0 ? 1 / g : 0;
    }

    @Override
    public double byTemperature(double level, double temperature) {
        return 0;
    }

    @Override
    public void byParameters(double level, double temperature, double[] byParameter) {
        sed.shape().quantileByParameters(level, byParameter);
    }

    @Override
    public double thermodynamicExcess(double level, double temperature) {
        return sed.shape().cumulative(level) * byFilling(level, temperature) / Finite.thermalEnergy(temperature) - 1;
    }
}
