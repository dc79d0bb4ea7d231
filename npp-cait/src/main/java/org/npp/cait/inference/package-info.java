/**
 * Uncertainty by sampling: an affine-invariant ensemble sampler for posteriors with figures of its convergence, and
 * refits of synthetic data. Runs go through an {@link org.npp.core.ensemble.Ensemble}, give the same numbers whatever the
 * number of threads, and can be continued from a saved state to the same numbers.
 */
@NullMarked
package org.npp.cait.inference;

import org.jspecify.annotations.NullMarked;
