package org.npp.sed.pair;

import java.util.List;

/**
 * Equilibrium of two kinds of ions, 0 and 1, with the sites of a material at a temperature.
 *
 * <p>The excess is what a chemical potential has beyond an ideal one, \( X_i = \mu_i/kT - \ln(n_i/N_s) \) [1], \( N_s \) the
 * density of the ion's sites and \( \mu_i \) relative to the mean energy of a site for this ion. It is finite at zero density,
 * as are its derivatives.
 *
 * <p><strong>Contract.</strong> Finite for every density \( \ge 0 \) and temperature \( > 0 \).
 * <strong>Threading.</strong> Implementations are thread-safe; the functions of densities allocate nothing but when a
 * thread first calls them or at a new temperature, and answer at once what is asked at the densities they were last
 * asked for.
 *
 * @see SharedSites
 * @see SeparateSites
 */
public interface PairOccupation {

    /**
     * Returns the densities at given chemical potentials.
     *
     * @param potentials \( \mu_0, \mu_1 \) [J]; \( -\infty \) for no ion. Not modified.
     * @param temperature \( T \) [K], \( > 0 \)
     * @param densities overwritten with \( n_0, n_1 \) [1/m&sup3;]
     * @param byPotential overwritten with \( \partial n_i/\partial \mu_j \) [1/(J m&sup3;)], row-major [i][j]; symmetric and
     *     positive semidefinite
     */
    void densities(double[] potentials, double temperature, double[] densities, double[] byPotential);

    /**
     * Returns the excess of an ion.
     *
     * @param ion 0 or 1
     * @param first \( n_0 \) [1/m&sup3;], \( \ge 0 \)
     * @param second \( n_1 \) [1/m&sup3;], \( \ge 0 \)
     * @param temperature \( T \) [K], \( > 0 \)
     * @return \( X_i \) [1]
     */
    double excess(int ion, double first, double second, double temperature);

    /**
     * Returns the derivative of an excess to a density.
     *
     * @param ion 0 or 1
     * @param other the ion whose density is meant, 0 or 1
     * @param first \( n_0 \) [1/m&sup3;], \( \ge 0 \)
     * @param second \( n_1 \) [1/m&sup3;], \( \ge 0 \)
     * @param temperature \( T \) [K], \( > 0 \)
     * @return \( \partial X_i/\partial n_j \) [m&sup3;]; symmetric in i and j
     */
    double excessByDensity(int ion, int other, double first, double second, double temperature);

    /**
     * Returns the derivative of an excess to temperature at fixed densities.
     *
     * @param ion 0 or 1
     * @param first \( n_0 \) [1/m&sup3;], \( \ge 0 \)
     * @param second \( n_1 \) [1/m&sup3;], \( \ge 0 \)
     * @param temperature \( T \) [K], \( > 0 \)
     * @return \( \partial X_i/\partial T \) [1/K]
     */
    double excessByTemperature(int ion, double first, double second, double temperature);

    /**
     * Names the model's parameters, in the order of {@link #excessByParameter}.
     *
     * @return unmodifiable list of names, with their units documented by the implementing class
     */
    List<String> parameterNames();

    /**
     * Returns the derivative of an excess to one of the model's parameters at fixed densities.
     *
     * @param ion 0 or 1
     * @param parameter index in {@link #parameterNames}
     * @param first \( n_0 \) [1/m&sup3;], \( \ge 0 \)
     * @param second \( n_1 \) [1/m&sup3;], \( \ge 0 \)
     * @param temperature \( T \) [K], \( > 0 \)
     * @return the derivative [1 / unit of the parameter]
     */
    double excessByParameter(int ion, int parameter, double first, double second, double temperature);
}
