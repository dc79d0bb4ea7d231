/**
 * Fits parameters of {@linkplain org.npp.cait.CaitCase cases} to measured depth profiles, several at once: site energy
 * distributions, diffusivities, drives, depth resolution. Weighted least squares, or robust losses, by
 * Levenberg&ndash;Marquardt with derivatives that the solver computes beside the profiles; each parameter comes with its
 * error, interval and a word on whether the data determine it.
 */
@NullMarked
package org.npp.cait.fit;

import org.jspecify.annotations.NullMarked;
