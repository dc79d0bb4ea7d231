/**
 * Small-signal impedance: what {@code NppSolver.impedance} returns, the complex resistance of the sample to a small
 * alternating current on top of a given state, frequency by frequency. Everything is SI; angular frequencies, not
 * frequencies.
 */
@NullMarked
package org.npp.core.impedance;

import org.jspecify.annotations.NullMarked;
