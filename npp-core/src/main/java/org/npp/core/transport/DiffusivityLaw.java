package org.npp.core.transport;

/**
 * Diffusivity \( D_i(n_1 \ldots n_S, T) \) [m&sup2;/s] of an ion: the effective (conductivity) diffusion coefficient
 * \( D_\sigma = \sigma_i kT / (n_i z_i^2 e^2) \) of the Nernst&ndash;Planck flux
 * \( J_i = -D_i (\partial_x n_i + z_i n_i \partial_x \psi) \), neither the tracer nor the chemical one.
 *
 * <p><strong>Valid for</strong> values \( \ge 0 \); zero means the ion does not move at that composition.
 *
 * @see ConstantDiffusivity
 */
public interface DiffusivityLaw extends LocalLaw {}
