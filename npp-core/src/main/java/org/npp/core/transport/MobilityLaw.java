package org.npp.core.transport;

import java.util.List;

/**
 * Full mobility matrix \( L_{ij}(n_1 \ldots n_S, T) \) [1/(J m s)] of the fluxes
 * \( J_i = -\sum_j L_{ij} \partial_x \bar\mu_j \), the network at rest.
 *
 * <p><strong>Layout.</strong> Matrices are row-major, \( L_{ij} \) at {@code i * S + j}; derivative blocks follow each
 * other, \( \partial L_{ij} / \partial p_k \) at {@code (k * S + i) * S + j}.
 *
 * <p><strong>Contract.</strong> Symmetric, positive semidefinite, finite; row and column of an ion at zero density are
 * zero. <strong>Threading.</strong> Implementations are immutable and thread-safe and allocate nothing in their
 * numerical methods.
 *
 * @see ConstantCorrelation
 * @see FadingCorrelation
 * @see IsotopeMobility
 */
public interface MobilityLaw {

    /**
     * Writes the matrix and its derivatives to all densities.
     *
     * @param densities number densities of all S ions [1/m&sup3;], each \( \ge 0 \). Not modified.
     * @param temperature temperature [K], \( > 0 \)
     * @param mobility length S&sup2;. Overwritten with L [1/(J m s)].
     * @param byDensity length S&sup3;. Overwritten with the derivatives to the densities [m&sup2;/(J s)].
     */
    void linearize(double[] densities, double temperature, double[] mobility, double[] byDensity);

    /**
     * Writes the derivative to temperature at fixed densities.
     *
     * @param densities number densities of all S ions [1/m&sup3;], each \( \ge 0 \). Not modified.
     * @param temperature temperature [K], \( > 0 \)
     * @param byTemperature length S&sup2;. Overwritten with \( \partial L / \partial T \) [1/(J m s K)].
     */
    void byTemperature(double[] densities, double temperature, double[] byTemperature);

    /**
     * Names the law's own parameters, in the order of {@link #byParameters}.
     *
     * @return unmodifiable list of names, with their units documented by the implementing class; may be empty
     */
    List<String> parameterNames();

    /**
     * Writes the derivatives to the law's own parameters, at fixed densities and temperature.
     *
     * @param densities number densities of all S ions [1/m&sup3;], each \( \ge 0 \). Not modified.
     * @param temperature temperature [K], \( > 0 \)
     * @param byParameter length P S&sup2; for P parameters. Overwritten with the derivatives
     *     [1/(J m s) / unit of the parameter].
     */
    void byParameters(double[] densities, double temperature, double[] byParameter);
}
