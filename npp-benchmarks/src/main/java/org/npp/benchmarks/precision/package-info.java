/**
 * Error against time: {@link org.npp.benchmarks.precision.WorkPrecisionStudy} over all combinations of methods, and
 * {@link org.npp.benchmarks.precision.WarmRun}, the default, for comparison with other codes. Errors are those to profiles of
 * another code.
 */
@NullMarked
package org.npp.benchmarks.precision;

import org.jspecify.annotations.NullMarked;
