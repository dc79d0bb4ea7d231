/**
 * Fluxes through the edge between two nodes: the {@linkplain org.npp.core.flux.Bernoulli Bernoulli function}, the
 * Scharfetter&ndash;Gummel kernel, and the strategies for the diffusivity that stands for an edge.
 */
@NullMarked
package org.npp.core.flux;

import org.jspecify.annotations.NullMarked;
