package org.npp.core.transport;

/**
 * Reduced excess chemical potential \( \mu_{ex,i}(n_1 \ldots n_S, T)/(kT) \) [1] of an ion: what its chemical potential
 * has beyond \( kT \ln n_i \).
 *
 * <p>It enters the flux beside the electric potential,
 * \( J_i = -D_i (\partial_x n_i + n_i \partial_x (z_i \psi + \mu_{ex,i}/kT)) \); zero is the ideal case.
 */
public interface ExcessPotentialLaw extends LocalLaw {}
