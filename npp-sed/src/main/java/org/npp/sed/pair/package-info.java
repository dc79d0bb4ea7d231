/**
 * Two kinds of ions and the sites they can occupy: on the same sites, each with its own site energies, or each on sites of
 * its own.
 *
 * <p>\[ f_i = \frac{e^{-(E_i - \mu_i)/kT}}{1 + \sum_k e^{-(E_k - \mu_k)/kT}}, \qquad n_i = N_s \langle f_i \rangle, \qquad
 * \frac{\partial n_i}{\partial \mu_j} = \frac{N_s}{kT} \langle f_i \delta_{ij} - f_i f_j \rangle \]
 *
 * <p>Both models are {@linkplain org.npp.sed.pair.PairOccupation one interface}, and with it either drives a transport
 * problem: through a {@linkplain org.npp.sed.pair.PairDiffusivity diffusivity} and an
 * {@linkplain org.npp.sed.pair.PairExcessPotential excess chemical potential} that depend on both densities.
 */
@NullMarked
package org.npp.sed.pair;

import org.jspecify.annotations.NullMarked;
