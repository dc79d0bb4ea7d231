/**
 * Site energy distributions: from the energies of the sites an ion can occupy to its diffusivity.
 *
 * <p>\[ n(E_F) = N_s \int_{-\infty}^{E_F} g(E)\,dE, \qquad N_s = \frac{N}{1 - f_v}, \qquad
 * D(n) = D(N)\, \exp\frac{E_F(n) - E_F(N)}{kT}, \qquad \frac{dD}{dn} = \frac{D}{kT\,N_s\,g(E_F)} \]
 *
 * <p>A {@linkplain org.npp.sed.SiteEnergyDistribution shape} \( g \) [1/J], for instance the
 * {@linkplain org.npp.sed.GaussianSed Gaussian}, says how site energies are spread. A
 * {@linkplain org.npp.sed.PopulatedSed populated distribution} fills it from the bottom with the ions of a material of
 * bulk density \( N \) [1/m&sup3;] in which the share \( f_v \) of the sites is vacant: the energy of the last ion is
 * the Fermi energy \( E_F \) [J], and what an ion needs to move is \( E_{act}(n) = E_{DC} - E_F(n) \). A
 * {@linkplain org.npp.sed.SedDiffusivity diffusivity} turns that into the law \( D(n, T) \) the transport equations ask
 * for, with sites filled from the bottom.
 *
 * <p>At temperature sites fill by {@linkplain org.npp.sed.FermiDiracFilling Fermi and Dirac's occupation}, for a Gaussian
 * the {@linkplain org.npp.sed.GaussFermi Gauss&ndash;Fermi integral}; either {@linkplain org.npp.sed.SedFilling filling}
 * gives a diffusivity by one of three {@linkplain org.npp.sed.HoppingModel models of the jump}
 * ({@link org.npp.sed.HoppingDiffusivity}) and an {@linkplain org.npp.sed.SedExcessPotential activity}. More shapes are in
 * {@link org.npp.sed.shape}.
 *
 * <p>The way back, from a diffusivity to the sites: {@link org.npp.sed.InvertedDiffusivity} for a known function,
 * {@link org.npp.sed.MeasuredDiffusivity} for points with errors. Two kinds of ions on the same sites, or each on its own, are
 * in {@link org.npp.sed.pair}.
 *
 * <p>Energies are in joules, relative to a zero that each shape states; only differences enter a diffusivity. All
 * instances are immutable and thread-safe.
 */
@NullMarked
package org.npp.sed;

import org.jspecify.annotations.NullMarked;
