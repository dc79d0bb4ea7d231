/**
 * Charge attachment induced transport (CAIT): the experiment as immutable values &mdash; sample, ions, stages &mdash; and
 * its simulation. Everything here is in SI units; units belong to the files and the command line.
 */
@NullMarked
package org.npp.cait;

import org.jspecify.annotations.NullMarked;
