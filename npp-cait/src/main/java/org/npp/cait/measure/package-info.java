/**
 * What a depth profiler sees: measured profiles, and the depth resolution that turns a computed profile into one.
 *
 * <p>{@link org.npp.cait.measure.DepthResolution} broadens profiles given at any nodes, exactly as far as they are linear
 * between these; {@link org.npp.cait.measure.MeasuredProfile} holds what was measured, and
 * {@link org.npp.cait.measure.SyntheticProfile} makes up a measurement from a simulation.
 */
@NullMarked
package org.npp.cait.measure;

import org.jspecify.annotations.NullMarked;
