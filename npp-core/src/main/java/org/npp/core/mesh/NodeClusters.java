package org.npp.core.mesh;

/**
 * How the nodes of a mesh were placed about its fronts, so that a later run can go on where an earlier one ended.
 *
 * <p>Opaque: made and read by {@link FrontMesh}. Instances are immutable and thread-safe.
 */
public final class NodeClusters {
    /** The clusters as they are, and what they follow. */
    private final Cluster[] clusters;

    /** Whether the clusters alone say where the nodes are. */
    private final boolean complete;

    NodeClusters(Cluster[] from, int count, boolean complete) {
        clusters = new Cluster[count];
        for (int j = 0; j < count; j++) {
            clusters[j] = new Cluster();
            clusters[j].copy(from[j]);
        }
        this.complete = complete;
    }

    /** Copies the clusters; returns how many there are. */
    int copyInto(Cluster[] target) {
        for (int j = 0; j < clusters.length; j++) {
            target[j].copy(clusters[j]);
        }
        return clusters.length;
    }

    /** Whether the clusters alone say where the nodes are. */
    boolean areComplete() {
        return complete;
    }
}
