/**
 * The machinery behind {@code NppSolver}: the scaled model, the fields of one time level, the assembly of residual and
 * Jacobian, and Newton's method for one implicit step. Not API.
 *
 * <p><strong>Scaled quantities.</strong> Densities are fractions \( c_i = n_i/N \) of the total virgin density, the
 * potential is \( \psi = e\varphi/kT \), charges are lengths \( Q = q/(eN) \) [m] per area, fluxes velocities
 * \( J/N \) [m/s]; lengths and times stay in metres and seconds. Poisson's equation carries
 * \( \lambda^2 = \varepsilon kT/(e^2 N) \) [m&sup2;].
 *
 * <p><strong>Layout.</strong> Unknowns are node-major: \( \psi, c_1 \ldots c_S \) of node 0, then of node 1, &hellip;
 */
@NullMarked
package org.npp.core.internal;

import org.jspecify.annotations.NullMarked;
