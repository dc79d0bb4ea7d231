/**
 * The laws of transport a user plugs in: {@linkplain org.npp.core.transport.DiffusivityLaw diffusivity},
 * {@linkplain org.npp.core.transport.ExcessPotentialLaw excess chemical potential} and
 * {@linkplain org.npp.core.transport.MobilityLaw mobility matrix}, each a function of all number densities and the
 * temperature, with its derivatives to densities, temperature and the law's own parameters.
 *
 * <p>Laws are immutable and thread-safe; the solver calls them once per node and Newton iteration and hands them arrays
 * it owns, so that nothing is allocated.
 */
@NullMarked
package org.npp.core.transport;

import org.jspecify.annotations.NullMarked;
