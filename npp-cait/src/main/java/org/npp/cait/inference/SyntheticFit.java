package org.npp.cait.inference;

import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Draws a synthetic data set and fits it.
 *
 * <p><strong>Threading.</strong> Each thread has an instance of its own; a result depends on the random numbers alone.
 */
@FunctionalInterface
public interface SyntheticFit {
    /**
     * Draws and fits.
     *
     * @param random source of the data set
     * @return what was found, always as many numbers, all finite; empty if the numerics fail, which is counted
     * @throws InterruptedException if the thread is to end; the sample is then made again when the bootstrap goes on
     */
    Optional<double[]> run(UniformRandomProvider random) throws InterruptedException;
}
