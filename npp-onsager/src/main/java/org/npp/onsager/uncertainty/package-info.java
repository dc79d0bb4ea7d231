/**
 * Error bars: the covariance of measured values carried through a conversion by its analytic Jacobian.
 *
 * <p>An {@linkplain org.npp.onsager.uncertainty.Estimate estimate} holds values and their covariance, a
 * {@linkplain org.npp.onsager.uncertainty.Conversion conversion} gives new values and the derivatives; conversions chain. The
 * forms and models of this module offer theirs; those of the matrix itself are in
 * {@link org.npp.onsager.uncertainty.MatrixConversions}. A matrix travels as its
 * {@linkplain org.npp.onsager.uncertainty.UpperTriangle upper triangle}, so that each coefficient counts once.
 */
@NullMarked
package org.npp.onsager.uncertainty;

import org.jspecify.annotations.NullMarked;
