/**
 * Quadrature behind the site energy distributions: the {@linkplain org.npp.sed.internal.GaussLegendre rule} and the
 * {@linkplain org.npp.sed.internal.AdaptivePanels pieces} it is applied to, and the refusal of arguments. Not API.
 */
@NullMarked
package org.npp.sed.internal;

import org.jspecify.annotations.NullMarked;
