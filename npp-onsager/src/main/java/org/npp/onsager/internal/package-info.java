/**
 * What every room of this module needs and no user does: the rules of arguments, the constants of the SI, the door check of
 * matrices and the inverse of definite ones. Not API.
 */
@NullMarked
package org.npp.onsager.internal;

import org.jspecify.annotations.NullMarked;
