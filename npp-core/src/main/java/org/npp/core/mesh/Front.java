package org.npp.core.mesh;

/**
 * A front of composition as the mesh sees it.
 *
 * @param position depth at the time of the last profile [m]
 * @param velocity velocity [m/s]
 * @param width half width of the cluster of nodes that follows it [m]
 * @param share share of all nodes in that cluster [1]
 * @param time time of the last profile [s]
 */
record Front(double position, double velocity, double width, double share, double time) {

    /** Position extrapolated to a time, kept within the sample. */
    double positionAt(double when, double thickness) {
        final double at = velocity == 0 ? position : position + velocity * (when - time);
        return Math.min(thickness, Math.max(0, at));
    }
}
