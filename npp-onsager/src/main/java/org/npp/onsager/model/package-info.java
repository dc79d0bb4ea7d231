/**
 * Named models and closed forms: what an Onsager matrix becomes when the ions are few, alike or bound to each other, each with
 * its assumptions.
 *
 * <p>{@linkplain org.npp.onsager.model.TwoIonExchange Two ions} that exchange at fixed total density and the
 * {@linkplain org.npp.onsager.model.BinarySalt binary salt} are exact: three coefficients, three measurements. The
 * {@linkplain org.npp.onsager.model.IsotopeModel isotopes} of one ion are a limit that every theory must reach, the
 * {@linkplain org.npp.onsager.model.ManningModel common Haven ratio} one way to leave it. The
 * {@linkplain org.npp.onsager.model.CaitModel evaluation used with charge attachment experiments} is a special and not always
 * consistent case.
 */
@NullMarked
package org.npp.onsager.model;

import org.jspecify.annotations.NullMarked;
