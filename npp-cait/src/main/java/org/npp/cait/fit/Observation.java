package org.npp.cait.fit;

/**
 * What an instrument makes of a profile: a linear map from the values at the nodes of a simulation to those at the
 * measured depths.
 *
 * <p><strong>Threading.</strong> Implementations are immutable and thread-safe.
 */
@FunctionalInterface
public interface Observation {
    /**
     * Returns the map for a mesh.
     *
     * @param nodes depths of the nodes [m], strictly increasing from 0. Not modified.
     * @return one row per measured depth, one weight [1] per node in it
     */
    double[][] weights(double[] nodes);
}
