/**
 * Onsager coefficients of ions in a solid at rest, and the scalars that are read off them.
 *
 * <p>The {@linkplain org.npp.onsager.OnsagerMatrix Onsager matrix} in the network's frame is the common form; it knows no
 * model, and coefficients that break its rules by their errors come to it by a
 * {@linkplain org.npp.onsager.SemidefiniteProjection projection} that tells what it changed. Around it stand, each in a room
 * of its own and with the way there and back, other {@code form}s of the same coefficients, named {@code model}s, error bars
 * ({@code uncertainty}), simulations ({@code md}) and depth profiles ({@code profile}). Every diffusion coefficient says in
 * its name which one it is: conductivity, tracer or chemical.
 *
 * <p>Ions are numbered from 0. All quantities are in SI units and per particle; molar coefficients are named so.
 */
@NullMarked
package org.npp.onsager;

import org.jspecify.annotations.NullMarked;
