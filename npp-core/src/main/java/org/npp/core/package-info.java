/**
 * The door of npp-core: Nernst&ndash;Planck&ndash;Poisson transport of any number of ions through one dimension.
 *
 * <p>\[ \partial_t n_i = -\partial_x J_i, \qquad
 * J_i = -D_i \left( \partial_x n_i + n_i \partial_x (z_i \psi + \mu_{ex,i}/kT) \right), \qquad
 * -\partial_x (\varepsilon\, \partial_x \varphi) = e \sum_i z_i (n_i - n_i^{\text{virgin}}), \qquad
 * \psi = e\varphi/kT \]
 *
 * <p>Describe the sample and its surfaces in an {@link org.npp.core.NppProblem}, choose
 * {@linkplain org.npp.core.SolverOptions options} if the defaults do not fit, and let an
 * {@link org.npp.core.NppSolver} evolve it into a {@link org.npp.core.Trajectory}, with the derivatives of its states to
 * {@linkplain org.npp.core.sensitivity.Parameter parameters} if asked. Everything is in SI units.
 */
@NullMarked
package org.npp.core;

import org.jspecify.annotations.NullMarked;
