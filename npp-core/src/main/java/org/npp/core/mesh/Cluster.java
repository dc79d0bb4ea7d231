package org.npp.core.mesh;

/**
 * A cluster of nodes that follows a front: where it is, and where it wants to be after a step as long as the last.
 *
 * @param center position at the last time [m]
 * @param width half width at the last time [m]
 * @param share share of all nodes at the last time [1]
 * @param front position of the front at the last time [m]
 * @param velocity velocity of the front [m/s]
 * @param goalWidth half width wanted [m]
 * @param goalShare share wanted [1]
 */
record Cluster(
        double center, double width, double share, double front, double velocity, double goalWidth, double goalShare) {

    /** A cluster at rest. */
    static Cluster atRest(double center, double width, double share) {
        return new Cluster(center, width, share, center, 0, width, share);
    }

    /**
     * The cluster some time later; it moves continuously, so that a short step moves the nodes little.
     *
     * @param elapsed time since the last one [s]
     * @param progress how much of the way to the goal that is [1], in [0, 1]
     * @param thickness thickness of the sample [m]
     */
    Cluster after(double elapsed, double progress, double thickness) {
        final double ahead = velocity == 0 ? front : front + velocity * elapsed;
        final double at = Math.min(thickness, Math.max(0, center + progress * (ahead - center)));
        final double nextWidth = width == goalWidth ? width : width * Math.pow(goalWidth / width, progress);
        return new Cluster(
                at, nextWidth, share + progress * (goalShare - share), front, velocity, goalWidth, goalShare);
    }

    /** The cluster with a new share to go for. */
    Cluster withGoalShare(double wanted) {
        return new Cluster(center, width, share, front, velocity, goalWidth, wanted);
    }
}
