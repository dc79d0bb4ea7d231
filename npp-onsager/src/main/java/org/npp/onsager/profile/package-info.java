/**
 * Coefficients along a depth profile: from densities and diffusion coefficients at every depth, through a
 * {@linkplain org.npp.onsager.profile.LocalLaw local law}, to \( L_{ij}(x) \), conductivity, transference numbers, tracer
 * diffusion, Haven ratio and diffusion potential; in an electric potential also to
 * {@linkplain org.npp.onsager.profile.DrivenProfile fluxes and entropy production}.
 */
@NullMarked
package org.npp.onsager.profile;

import org.jspecify.annotations.NullMarked;
