/**
 * Closed forms of ion transport: what a numerical solution is tested against and started from.
 *
 * <p>Two ions of equal valence at constant total density \( N \) exchange behind a front:
 * {@linkplain org.npp.core.exact.DriftLimit the drift limit} gives its foot and depth,
 * {@linkplain org.npp.core.exact.TravellingFront constant} and
 * {@linkplain org.npp.core.exact.SteadyFront composition-dependent} diffusivities its shape,
 * {@linkplain org.npp.core.exact.MultiIonWave any number of ions} a train of fronts,
 * {@linkplain org.npp.core.exact.VoltageLaw the voltage law} the electrical side. The
 * {@linkplain org.npp.core.exact.RarefactionInversion inversions} and the
 * {@linkplain org.npp.core.exact.ReplacementRelation replacement relation} go from a measured profile back to a
 * diffusivity. {@linkplain org.npp.core.exact.Interdiffusion Interdiffusion},
 * {@linkplain org.npp.core.exact.Poling poling}, the
 * {@linkplain org.npp.core.exact.GouyChapman diffuse layer} and
 * {@linkplain org.npp.core.exact.Cottrell Cottrell's law} stand for themselves.
 *
 * <p>Everything is SI; a fraction is a density over \( N \). Diffusivities are the effective ones of the
 * Nernst&ndash;Planck equation (from the conductivity, \( D_\sigma = \sigma kT/(n z^2 e^2) \)). All instances are
 * immutable; they are thread-safe as long as the functions handed to them are.
 */
@NullMarked
package org.npp.core.exact;

import org.jspecify.annotations.NullMarked;
