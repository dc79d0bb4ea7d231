/**
 * Quantities as people write them, {@code 300 K} or {@code 10 µm}, turned into numbers in SI units. The unit is looked up
 * in a table of this house's symbols, the conversion is exact decimal arithmetic, rounded once.
 */
@NullMarked
package org.npp.cait.quantity;

import org.jspecify.annotations.NullMarked;
