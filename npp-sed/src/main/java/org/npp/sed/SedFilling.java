package org.npp.sed;

/**
 * How the sites of a {@linkplain PopulatedSed populated distribution} are filled: the chemical potential of the ions as
 * a function of their density and the temperature, with its derivatives.
 *
 * <p>\[ n = N_s \int g(E)\,f(E; \mu, T)\,dE \quad\Leftrightarrow\quad \mu = \mu(n, T), \qquad
 * \Gamma_s = \frac{n}{kT}\,\frac{\partial\mu}{\partial n} \]
 *
 * <p>with \( p = n/N_s \) [1] the filling. The {@linkplain ZeroTemperatureFilling filling at zero temperature} fills every
 * site below the Fermi energy and none above, the {@linkplain FermiDiracFilling filling at temperature} by Fermi and
 * Dirac's distribution, at most one ion to a site. \( \Gamma_s \) is the thermodynamic factor on fixed sites; the
 * Nernst&ndash;Planck equation carries it only with a {@linkplain SedExcessPotential matching activity model}.
 *
 * <p><strong>Layout.</strong> The derivatives other than that to density take the chemical potential itself as the place,
 * as {@link SiteEnergyDistribution#quantileByParameters} takes the energy: it is solved for once.
 * <strong>Range.</strong> Exact for \( 10^{-15} N \le n \) up to the density at which 99 % of the bulk's vacancies are
 * filled; outside, the filling is bent as in {@link SedDiffusivity}, so that all values are finite for every
 * \( n \ge 0 \). <strong>Threading.</strong> Implementations are thread-safe, and their numerical methods allocate nothing
 * once a thread has called them, if so does the shape.
 */
public sealed interface SedFilling permits ZeroTemperatureFilling, FermiDiracFilling {

    /**
     * Returns the distribution that is filled.
     *
     * @return the populated distribution
     */
    PopulatedSed sed();

    /**
     * Returns the chemical potential of the ions, relative to the zero of the shape.
     *
     * @param density \( n \) [1/m&sup3;], \( \ge 0 \)
     * @param temperature \( T \) [K], \( \gt 0 \)
     * @return \( \mu(n, T) \) [J], finite
     */
    double chemicalPotential(double density, double temperature);

    /**
     * Returns the derivative of the chemical potential to density.
     *
     * @param density \( n \) [1/m&sup3;], \( \ge 0 \)
     * @param temperature \( T \) [K], \( \gt 0 \)
     * @return \( \partial\mu/\partial n \) [J m&sup3;]; 0 in a gap of a distribution filled at zero temperature
     */
    double chemicalPotentialByDensity(double density, double temperature);

    /**
     * Returns the derivative of the chemical potential to the filling.
     *
     * @param level chemical potential \( \mu \) [J]
     * @param temperature \( T \) [K], \( \gt 0 \)
     * @return \( \partial\mu/\partial p \) [J]
     */
    double byFilling(double level, double temperature);

    /**
     * Returns the derivative of the chemical potential to temperature at fixed filling.
     *
     * @param level chemical potential \( \mu \) [J]
     * @param temperature \( T \) [K], \( \gt 0 \)
     * @return \( \partial\mu/\partial T \) [J/K]
     */
    double byTemperature(double level, double temperature);

    /**
     * Writes the derivatives of the chemical potential to the shape's parameters at fixed filling.
     *
     * @param level chemical potential \( \mu \) [J]
     * @param temperature \( T \) [K], \( \gt 0 \)
     * @param byParameter length at least the number of the shape's parameters; its leading entries are overwritten with
     *     the derivatives [J / unit of the parameter]
     */
    void byParameters(double level, double temperature, double[] byParameter);

    /**
     * Returns what the thermodynamic factor has beyond that of an ideal dilute solution.
     *
     * @param level chemical potential \( \mu \) [J]
     * @param temperature \( T \) [K], \( \gt 0 \)
     * @return \( \Gamma_s - 1 \) [1], at occupation by Fermi and Dirac \( \ge 0 \) and without cancellation
     */
    double thermodynamicExcess(double level, double temperature);

    /**
     * Returns the thermodynamic factor on fixed sites.
     *
     * @param density \( n \) [1/m&sup3;], \( \ge 0 \)
     * @param temperature \( T \) [K], \( \gt 0 \)
     * @return \( \Gamma_s = (n/kT)\,\partial\mu/\partial n \) [1], of the bent filling outside the exact range
     */
    default double thermodynamicFactor(double density, double temperature) {
        return 1 + thermodynamicExcess(chemicalPotential(density, temperature), temperature);
    }
}
