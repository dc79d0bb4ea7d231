package org.npp.core.mesh;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Node positions in time: at rest, or following the fronts of composition.
 *
 * <p>Fronts are found, not told: after each step every place where an ion's fraction passes half of its largest value is
 * a front, those closer than their widths being one. A cluster of nodes follows each, its position extrapolated linearly
 * to the next time, its width 1.5 over the largest slope, its share of the nodes growing and shrinking as the front is
 * born or dies; width and share change only as fronts move. Positions are continuous in time: the shorter a step, the
 * less the nodes move. Not thread-safe.
 */
public final class FrontMesh {
    /** Depth below which nodes are not spread logarithmically any more: an atomic distance [m]. */
    public static final double SURFACE_SCALE = 0.2e-9;

    /** Share of the nodes that follow fronts, all together. */
    private static final double CLUSTER_SHARE = 0.6;

    /** Most a share changes while a front moves by its width. */
    private static final double SHARE_CHANGE = 0.05;

    /** Most a width changes in a step. */
    private static final double WIDTH_CHANGE = 1.3;

    /** Half width of a cluster over the front's width. */
    private static final double WIDTH_FACTOR = 1.5;

    /** An ion whose largest fraction is below this has no front. */
    private static final double LEAST_FRACTION = 1e-3;

    /** Widths cannot fall below this share of the position: closer nodes could not be told apart [1]. */
    private static final double LEAST_RELATIVE_WIDTH = 1e-9;

    private static final int MOST_CLUSTERS = 16;

    /** What is left of the difference to the mesh a run started on when a front has moved by its width. */
    private static final double START_DECAY = 0.8;

    /** A smaller rest of that difference is given up at once. */
    private static final double LEAST_REST_WEIGHT = 1e-3;

    /** A step shorter than this share of the last one moves the nodes only part of the way. */
    private static final double SHORT_STEP = 0.2;

    private final double thickness;
    private final boolean moving;
    private final double[] positions;
    private final double[] rest;
    private final ClusteredNodes nodes;
    private List<Cluster> clusters = new ArrayList<>();
    private double restWeight;
    private double goalRestWeight;
    private double time;
    private double lastStep;

    private FrontMesh(double[] start, boolean moving) {
        rest = start;
        positions = start.clone();
        thickness = start[start.length - 1];
        this.moving = moving;
        nodes = new ClusteredNodes(thickness, SURFACE_SCALE, MOST_CLUSTERS);
    }

    /**
     * Creates nodes at rest.
     *
     * @param mesh the mesh
     * @return nodes that stay there
     */
    public static FrontMesh fixed(Mesh mesh) {
        return new FrontMesh(mesh.toArray(), false);
    }

    /**
     * Creates nodes that follow fronts, for a run that starts from a uniform sample: their first positions wait for a
     * front at the surface.
     *
     * @param thickness thickness [m]
     * @param nodeCount number of nodes
     * @return the nodes
     */
    public static FrontMesh followingFromSurface(double thickness, int nodeCount) {
        final FrontMesh mesh = new FrontMesh(Mesh.uniform(thickness, nodeCount).toArray(), true);
        mesh.clusters.add(Cluster.atRest(0, Math.min(SURFACE_SCALE, thickness), CLUSTER_SHARE));
        return mesh;
    }

    /**
     * Creates nodes that leave a given mesh gradually to follow fronts, as these move.
     *
     * @param mesh the mesh a run starts on
     * @param time time of the start [s]
     * @param fraction fractions {@code [node * ions + ion]} at the start. Not modified.
     * @param ions number of ions
     * @return the nodes
     */
    public static FrontMesh followingFrom(Mesh mesh, double time, double[] fraction, int ions) {
        final FrontMesh created = new FrontMesh(mesh.toArray(), true);
        created.restWeight = 1;
        created.time = time;
        created.lastStep = Double.POSITIVE_INFINITY;
        final List<Front> found = FrontFinder.find(created.rest, fraction, ions, LEAST_FRACTION);
        final int count = Math.min(found.size(), MOST_CLUSTERS - 1);
        for (final Front front : found.subList(0, count)) {
            created.clusters.add(Cluster.atRest(front.position(), WIDTH_FACTOR * front.width(), CLUSTER_SHARE / count));
        }
        return created;
    }

    /**
     * Creates nodes that go on from where an earlier run left them.
     *
     * @param mesh the mesh the earlier run ended with
     * @param time time of the start [s]
     * @param clusters the earlier run's clusters
     * @return the nodes
     */
    public static FrontMesh goingOn(Mesh mesh, double time, NodeClusters clusters) {
        final FrontMesh created = new FrontMesh(mesh.toArray(), true);
        created.restWeight = clusters.areComplete() ? 0 : 1;
        created.time = time;
        created.lastStep = clusters.lastStep();
        created.clusters.addAll(clusters.clusters());
        return created;
    }

    /**
     * Tells how the nodes are placed, for a later run.
     *
     * @return the clusters; empty if the nodes are at rest
     */
    public Optional<NodeClusters> clusters() {
        return moving ? Optional.of(new NodeClusters(clusters, restWeight, lastStep)) : Optional.empty();
    }

    /**
     * Returns the node positions at a time.
     *
     * @param when time [s], not before the last profile's
     * @return positions [m]; live, overwritten by the next call
     */
    public double[] positions(double when) {
        if (!moving) {
            return positions;
        }
        final double elapsed = when - time;
        final double progress = progress(elapsed);
        nodes.clear();
        for (final Cluster cluster : clusters) {
            final Cluster then = cluster.after(elapsed, progress, thickness);
            nodes.add(then.center(), then.width(), then.share());
        }
        nodes.solve(positions);
        final double weight = restWeight(progress);
        for (int k = 1; weight > 0 && k < positions.length - 1; k++) {
            positions[k] += weight * (rest[k] - positions[k]);
        }
        return positions;
    }

    private double progress(double elapsed) {
        final double full = SHORT_STEP * lastStep;
        return elapsed >= full ? 1 : elapsed / full;
    }

    private double restWeight(double progress) {
        return restWeight + progress * (goalRestWeight - restWeight);
    }

    /**
     * Learns from the profile at the end of a step.
     *
     * @param when time at the end of the step [s]
     * @param x node positions the step ended with [m]. Not modified.
     * @param fraction fractions {@code [node * ions + ion]}. Not modified.
     * @param ions number of ions
     */
    public void follow(double when, double[] x, double[] fraction, int ions) {
        if (!moving) {
            return;
        }
        final double elapsed = when - time;
        final double progress = progress(elapsed);
        restWeight = restWeight(progress);
        final List<Front> found = FrontFinder.find(x, fraction, ions, LEAST_FRACTION);
        final List<Cluster> next = new ArrayList<>();
        for (final Cluster cluster : clusters) {
            final Cluster now = cluster.after(elapsed, progress, thickness);
            final Front match = takeNearest(found, now);
            final Cluster aimed = match == null ? fade(now) : aim(now, match, elapsed);
            if (aimed.share() > 0 || aimed.goalShare() > 0) {
                next.add(aimed);
            }
        }
        for (final Front born : found) {
            if (next.size() < MOST_CLUSTERS) {
                next.add(Cluster.atRest(born.position(), WIDTH_FACTOR * born.width(), 0));
            }
        }
        time = when;
        lastStep = elapsed;
        final double way = way(next);
        clusters = shareOut(next, SHARE_CHANGE * way);
        if (!Arrays.equals(x, positions)) {
            // the step was made at rest: leave these positions gradually
            System.arraycopy(x, 0, rest, 0, x.length);
            restWeight = 1;
        }
        goalRestWeight = restWeight < LEAST_REST_WEIGHT ? 0 : restWeight * (1 - way * (1 - START_DECAY));
    }

    /** Largest way of a front in the last step, in widths of its cluster, at most 1. */
    private double way(List<Cluster> aimed) {
        double largest = 0;
        for (final Cluster cluster : aimed) {
            largest = Math.max(largest, Math.min(1, Math.abs(cluster.velocity()) * lastStep / cluster.width()));
        }
        return largest;
    }

    /** Takes the front nearest to a cluster out of a list, if it is near enough to be the one it follows. */
    private static @Nullable Front takeNearest(List<Front> found, Cluster cluster) {
        int nearest = -1;
        double distance = Double.POSITIVE_INFINITY;
        for (int i = 0; i < found.size(); i++) {
            final double d = Math.abs(found.get(i).position() - cluster.front());
            if (d < distance) {
                distance = d;
                nearest = i;
            }
        }
        final boolean same = nearest >= 0
                && distance <= 10 * (cluster.width() + found.get(nearest).width()) + 0.5 * cluster.front();
        return same ? found.remove(nearest) : null;
    }

    private static Cluster aim(Cluster cluster, Front front, double elapsed) {
        final double velocity = elapsed > 0 ? (front.position() - cluster.front()) / elapsed : 0;
        final double wanted = Math.max(LEAST_RELATIVE_WIDTH * front.position(), WIDTH_FACTOR * front.width());
        // a change that vanishes with the way of the front: widths found on few nodes jump, and short steps would feel
        // it
        final double moved = Math.abs(front.position() - cluster.front());
        final double most = Math.pow(WIDTH_CHANGE, Math.min(1, moved / cluster.width()));
        final double width = Math.min(cluster.width() * most, Math.max(cluster.width() / most, wanted));
        return new Cluster(
                cluster.center(),
                cluster.width(),
                cluster.share(),
                front.position(),
                velocity,
                width,
                cluster.goalShare());
    }

    /** A cluster whose front was not found again stays and loses its nodes, but for one that waits at the surface. */
    private static Cluster fade(Cluster cluster) {
        final boolean waiting = cluster.front() == 0;
        return new Cluster(
                cluster.center(),
                cluster.width(),
                cluster.share(),
                cluster.center(),
                0,
                cluster.width(),
                waiting ? cluster.share() : -1);
    }

    /** Lets all shares go towards equal ones, faded ones towards 0, each by at most a change. */
    private static List<Cluster> shareOut(List<Cluster> clusters, double mostChange) {
        final long living = clusters.stream().filter(c -> c.goalShare() >= 0).count();
        final List<Cluster> shared = new ArrayList<>();
        for (final Cluster cluster : clusters) {
            final double wanted = cluster.goalShare() < 0 ? 0 : CLUSTER_SHARE / living;
            final double change = Math.max(-mostChange, Math.min(mostChange, wanted - cluster.share()));
            shared.add(cluster.withGoalShare(cluster.share() + change));
        }
        return shared;
    }
}
