/**
 * Shapes of site energy distributions beside the {@linkplain org.npp.sed.GaussianSed Gaussian}: the
 * {@linkplain org.npp.sed.shape.GaussianMixtureSed mixture of Gaussians}, the
 * {@linkplain org.npp.sed.shape.SkewNormalSed skew-normal}, the {@linkplain org.npp.sed.shape.BoxSed box}, the
 * {@linkplain org.npp.sed.shape.ExponentialSed exponential tail}, the {@linkplain org.npp.sed.shape.TableSed table} and
 * {@linkplain org.npp.sed.shape.DensitySed any density} a user writes down.
 *
 * <p>All implement {@link org.npp.sed.SiteEnergyDistribution}; each states where its energies count from. Energies are
 * in joules; only their differences enter a diffusivity.
 */
@NullMarked
package org.npp.sed.shape;

import org.jspecify.annotations.NullMarked;
