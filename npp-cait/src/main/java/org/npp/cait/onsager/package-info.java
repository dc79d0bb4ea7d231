/**
 * Onsager and related coefficients of a finished run: its final profile through a law that is
 * {@linkplain org.npp.cait.onsager.AssumedLaw assumed}, because no run and no single experiment fixes cross coefficients.
 */
@NullMarked
package org.npp.cait.onsager;

import org.jspecify.annotations.NullMarked;
