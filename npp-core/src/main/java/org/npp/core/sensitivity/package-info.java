/**
 * Derivatives of a run's profiles to what went into it: which {@linkplain org.npp.core.sensitivity.Parameter parameters}
 * there are, and the {@linkplain org.npp.core.sensitivity.ProfileSensitivity derivative of the profiles} to one of them.
 *
 * <p>They are computed beside the run, from the Jacobian of each accepted step: one factorisation a step, one more
 * right-hand side for each parameter.
 */
@NullMarked
package org.npp.core.sensitivity;

import org.jspecify.annotations.NullMarked;
