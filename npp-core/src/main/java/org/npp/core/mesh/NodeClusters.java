package org.npp.core.mesh;

import java.util.List;

/**
 * How the nodes of a mesh were placed about its fronts, so that a later run can go on where an earlier one ended.
 *
 * <p>Opaque: made and read by {@link FrontMesh}. Instances are immutable and thread-safe.
 */
public final class NodeClusters {
    /** The clusters as they are, and what they follow. */
    private final List<Cluster> clusters;

    /** Share of the nodes' places that is still owed to the mesh before [1]. */
    private final double restWeight;

    /** Last time step [s]. */
    private final double lastStep;

    NodeClusters(List<Cluster> clusters, double restWeight, double lastStep) {
        this.clusters = List.copyOf(clusters);
        this.restWeight = restWeight;
        this.lastStep = lastStep;
    }

    List<Cluster> clusters() {
        return clusters;
    }

    /** Whether the clusters alone say where the nodes are. */
    boolean areComplete() {
        return restWeight == 0;
    }

    double lastStep() {
        return lastStep;
    }
}
