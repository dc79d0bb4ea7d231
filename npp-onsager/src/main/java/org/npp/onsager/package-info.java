/**
 * Onsager coefficients of ions in a solid at rest, and their relation to what is measured: conductivity, transference
 * numbers, tracer and chemical diffusion coefficients.
 *
 * <p>The {@linkplain org.npp.onsager.OnsagerMatrix Onsager matrix} in the network's frame is the common form; it knows
 * no model. Every model and every other set of coefficients converts to it or from it and stands beside it:
 * the {@linkplain org.npp.onsager.IsotopeModel isotopes} of one ion, {@linkplain org.npp.onsager.TwoIonExchange two ions}
 * that exchange at fixed total density, and the {@linkplain org.npp.onsager.CaitModel evaluation used with charge
 * attachment experiments}, which is a special and not always consistent case. Every diffusion coefficient says in its
 * name which one it is: conductivity, tracer or chemical.
 *
 * <p>Ions are numbered from 0. All quantities are in SI units and per particle; molar coefficients are named so.
 */
@NullMarked
package org.npp.onsager;

import org.jspecify.annotations.NullMarked;
