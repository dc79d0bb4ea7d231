/**
 * Direct inversion: the native ion's diffusivity, and the sites behind it, straight from a measured depth profile, without
 * simulating anything.
 *
 * <p>{@link org.npp.cait.inversion.DirectInversion} is the door; {@link org.npp.cait.inversion.InvertedProfile} is what it
 * gives. Where each formula holds is part of the result.
 */
@NullMarked
package org.npp.cait.inversion;

import org.jspecify.annotations.NullMarked;
