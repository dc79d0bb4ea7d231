/** Memory: {@link org.npp.benchmarks.memory.PeakMemory}, what a simulation adds to a Java that does nothing. */
@NullMarked
package org.npp.benchmarks.memory;

import org.jspecify.annotations.NullMarked;
