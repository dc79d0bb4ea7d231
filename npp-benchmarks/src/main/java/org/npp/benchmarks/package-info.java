/**
 * Benchmarks of the whole: how long a run takes, and the picture of what it gives.
 *
 * <p>{@link org.npp.benchmarks.CaitRunBenchmark} times the three example cases with JMH, {@link
 * org.npp.benchmarks.DrawProfiles} draws their profiles, and
 * {@code edge} holds the study of edge fluxes. Nothing here is published; figures are in {@code results}.
 */
@NullMarked
package org.npp.benchmarks;

import org.jspecify.annotations.NullMarked;
