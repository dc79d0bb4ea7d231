package org.npp.cait.inference;

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
     * @return what was found, always as many numbers, all finite
     * @throws Exception if the fit fails, which is counted
     */
    double[] run(UniformRandomProvider random) throws Exception;
}
