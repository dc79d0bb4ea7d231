package org.npp.core.mesh;

import java.util.Arrays;
import java.util.Optional;

/**
 * Node positions in time: at rest, or following the fronts of composition.
 *
 * <p>Fronts are found, not told: after each step every place where an ion's fraction passes half of its largest value is
 * a front, those closer than their widths being one. Nodes follow each, their position continued by a parabola to the next
 * time. A front has a weight among the others that grows as it moves, from 0 where it was born, and falls when it is dead:
 * what stays where it is needs no nodes that follow. Width and weight change only as fronts move.
 * Positions are continuous in time: the shorter a step, the less the nodes move. Not thread-safe; {@link #positions} and
 * {@link #follow} allocate nothing.
 */
public final class FrontMesh {
    /** Depth below which nodes are not spread logarithmically any more: an atomic distance [m]. */
    public static final double SURFACE_SCALE = 0.2e-9;

    /** Share of the nodes that fronts have, all together. */
    private static final double FRONT_SHARE = 0.8;

    /** Part of the way to the weight wanted that is made while a front moves by its width, and in a time step at most. */
    private static final double WEIGHT_CHANGE = 0.2;

    /** Weights below this are given up. */
    private static final double LEAST_WEIGHT = 1e-3;

    /** Half width of a cluster over the front's width. */
    private static final double WIDTH_FACTOR = 2.0 / 3;

    /** Reach of the window a front is measured in, in half widths of its cluster. */
    private static final double REACH = 1.5;

    /** Least half width of a cluster that counts for its window, over the front's width as the steepest edge says. */
    private static final double LEAST_REACH = 0.1;

    /** Largest such half width: a wider window would see other fronts of the ion. */
    private static final double MOST_REACH = 2;

    /** An ion whose largest fraction is below this has no front. */
    public static final double LEAST_FRACTION = 1e-3;

    /** Half widths cannot fall below this share of the position: closer nodes could not be told apart [1]. */
    private static final double LEAST_RELATIVE_WIDTH = 1e-9;

    /** Nor below this, far below the size of an atom, at the surface [m]. */
    private static final double LEAST_WIDTH = 1e-15;

    private static final int MOST_CLUSTERS = 16;

    /** Rate at which places where the nodes rested for some steps are left, in widths of the front. */
    private static final double REST_DECAY = 0.2;

    /** A smaller rest of that difference is given up at once. */
    private static final double LEAST_REST_WEIGHT = 1e-3;

    private final double thickness;
    private final boolean moving;
    private final double[] positions;

    /** Positions as the fronts want them, without what is owed to the mesh before. */
    private final double[] wanted;

    private final double[] rest;
    private final NodeDensity density;
    private final FrontFinder finder;
    private final FrontShape shape;
    private final Cluster[] clusters = new Cluster[MOST_CLUSTERS];
    private int count;
    private double restWeight;
    private double restDecay;
    private double time;

    /** Time that positions were asked for last [s]. */
    private double asked;

    private FrontMesh(double[] start, int ions, boolean moving) {
        rest = start;
        positions = start.clone();
        wanted = start.clone();
        thickness = start[start.length - 1];
        this.moving = moving;
        density = new NodeDensity(thickness, SURFACE_SCALE, MOST_CLUSTERS);
        finder = new FrontFinder(ions, LEAST_FRACTION, MOST_CLUSTERS);
        shape = new FrontShape(ions);
        for (int j = 0; j < MOST_CLUSTERS; j++) {
            clusters[j] = new Cluster();
        }
    }

    /**
     * Creates nodes at rest.
     *
     * @param mesh the mesh
     * @return nodes that stay there
     */
    public static FrontMesh fixed(Mesh mesh) {
        return new FrontMesh(mesh.toArray(), 1, false);
    }

    /**
     * Creates nodes that follow fronts, for a run that starts from a uniform sample: their first positions wait for a
     * front at the surface.
     *
     * @param thickness thickness [m]
     * @param nodeCount number of nodes
     * @param ions number of ions
     * @return the nodes
     */
    public static FrontMesh followingFromSurface(double thickness, int nodeCount, int ions) {
        final FrontMesh mesh = new FrontMesh(Mesh.uniform(thickness, nodeCount).toArray(), ions, true);
        mesh.add(0, Math.min(SURFACE_SCALE, thickness), 1);
        return mesh;
    }

    /**
     * Creates nodes that follow the fronts of a profile: they stand about these from the begin, not where the profile
     * was given.
     *
     * @param mesh the mesh the profile is given on
     * @param time time of the start [s]
     * @param fraction fractions {@code [node * ions + ion]} at the start. Not modified.
     * @param ions number of ions
     * @param entering whether an ion enters at the surface that has no front yet: some nodes wait for it there
     * @return the nodes
     */
    public static FrontMesh followingFrom(Mesh mesh, double time, double[] fraction, int ions, boolean entering) {
        final FrontMesh created = new FrontMesh(mesh.toArray(), ions, true);
        created.time = time;
        created.finder.find(created.rest, fraction);
        final int found = Math.min(created.finder.count, MOST_CLUSTERS - 1);
        final boolean waiting = entering || found == 0;
        for (int j = 0; j < found; j++) {
            created.addFound(j, created.rest, fraction, 1);
        }
        if (waiting) {
            created.add(0, Math.min(SURFACE_SCALE, created.thickness), 1);
        }
        return created;
    }

    /**
     * Creates nodes that go on from where an earlier run left them.
     *
     * @param mesh the mesh the earlier run ended with
     * @param time time of the start [s]
     * @param earlier the earlier run's clusters
     * @param ions number of ions
     * @return the nodes
     */
    public static FrontMesh goingOn(Mesh mesh, double time, NodeClusters earlier, int ions) {
        final FrontMesh created = new FrontMesh(mesh.toArray(), ions, true);
        created.restWeight = earlier.areComplete() ? 0 : 1;
        created.time = time;
        created.count = earlier.copyInto(created.clusters);
        return created;
    }

    /** Adds a cluster for a front found, as it will be measured later on. */
    private void addFound(int found, double[] x, double[] fraction, double weight) {
        final double halfWidth = WIDTH_FACTOR * finder.width[found];
        shape.measure(x, fraction, finder.ion[found], finder.position[found], REACH * halfWidth);
        add(shape.position, suited(), weight);
    }

    /** Half width of a cluster that suits the front measured last [m]. */
    private double suited() {
        return Math.max(Math.max(LEAST_WIDTH, LEAST_RELATIVE_WIDTH * shape.position), WIDTH_FACTOR * shape.width);
    }

    private void add(double at, double halfWidth, double weight) {
        clusters[count++].rest(at, halfWidth, weight);
    }

    /**
     * Tells how the nodes are placed, for a later run.
     *
     * @return the clusters; empty if the nodes are at rest
     */
    public Optional<NodeClusters> clusters() {
        return moving ? Optional.of(new NodeClusters(clusters, count, restWeight == 0)) : Optional.empty();
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
        asked = when;
        final double elapsed = when - time;
        density.clear();
        double weights = 0;
        for (int j = 0; j < count; j++) {
            weights += clusters[j].weightAfter(elapsed);
        }
        for (int j = 0; j < count; j++) {
            final Cluster cluster = clusters[j];
            density.add(
                    cluster.centerAfter(elapsed, thickness),
                    cluster.widthAfter(elapsed, thickness),
                    FRONT_SHARE * cluster.weightAfter(elapsed) / Math.max(1, weights));
        }
        density.solve(wanted);
        final double weight = restWeight(elapsed);
        for (int k = 1; k < positions.length - 1; k++) {
            positions[k] = weight == 0 ? wanted[k] : wanted[k] + weight * (rest[k] - wanted[k]);
        }
        return positions;
    }

    private double restWeight(double elapsed) {
        return restWeight * Math.exp(-restDecay * elapsed);
    }

    /**
     * Learns from the profile at the end of a step.
     *
     * @param when time at the end of the step [s]
     * @param x node positions the step ended with [m]. Not modified.
     * @param fraction fractions {@code [node * ions + ion]}. Not modified.
     */
    public void follow(double when, double[] x, double[] fraction) {
        if (!moving) {
            return;
        }
        final double elapsed = when - time;
        restWeight = restWeight(elapsed);
        finder.find(x, fraction);
        for (int j = 0; j < count; j++) {
            final Cluster cluster = clusters[j];
            cluster.settle(elapsed, thickness);
            final int match = nearest(cluster);
            if (match >= 0) {
                if (cluster.ion >= 0 && cluster.ion != finder.ion[match]) {
                    // a wide front of another ion that begins to form about a sharp one is not that one
                    finder.prefer(x, fraction, match, cluster.ion, cluster.expected());
                }
                cluster.ion = finder.ion[match];
                aim(cluster, match, x, fraction);
                finder.remove(match);
            } else {
                // a cluster whose front was not found again stays and loses its nodes, but one that waits at the
                // surface
                cluster.alive = cluster.front() == 0;
                cluster.stop();
            }
        }
        for (int j = 0; j < finder.count && count < MOST_CLUSTERS; j++) {
            addFound(j, x, fraction, 0);
        }
        time = when;
        final double pace = pace();
        weigh(pace, elapsed);
        removeDead();
        if (asked != when || !Arrays.equals(x, positions)) {
            // the step was made at rest: leave these positions gradually
            System.arraycopy(x, 0, rest, 0, x.length);
            restWeight = 1;
        }
        restWeight = restWeight < LEAST_REST_WEIGHT ? 0 : restWeight;
        restDecay = REST_DECAY * pace;
    }

    /** Widths of their clusters that fronts move in a unit of time, the fastest of them above all [1/s]. */
    private double pace() {
        double squares = 0;
        for (int j = 0; j < count; j++) {
            squares += clusters[j].pace() * clusters[j].pace();
        }
        return Math.sqrt(squares);
    }

    /** The front nearest to where a cluster's was to be, if it is near enough to be the one it follows; else -1. */
    private int nearest(Cluster cluster) {
        int nearest = -1;
        double distance = Double.POSITIVE_INFINITY;
        for (int j = 0; j < finder.count; j++) {
            final double d = Math.abs(finder.position[j] - cluster.expected());
            if (d < distance) {
                distance = d;
                nearest = j;
            }
        }
        final boolean same =
                nearest >= 0 && distance <= 10 * (cluster.width + finder.width[nearest]) + 0.5 * cluster.front();
        return same ? nearest : -1;
    }

    private void aim(Cluster cluster, int found, double[] x, double[] fraction) {
        final double steepest = finder.width[found];
        final double halfWidth = Math.min(MOST_REACH * steepest, Math.max(LEAST_REACH * steepest, cluster.width));
        shape.measure(x, fraction, finder.ion[found], finder.position[found], REACH * halfWidth);
        cluster.aim(shape.position, suited());
    }

    /** Lets the weights of fronts grow as they themselves move, and those of dead ones fall as any front does. */
    private void weigh(double fastest, double elapsed) {
        for (int j = 0; j < count; j++) {
            final Cluster cluster = clusters[j];
            final double rate = WEIGHT_CHANGE * (cluster.alive ? cluster.pace() : fastest);
            cluster.aimWeight(cluster.alive ? 1 : 0, Math.min(rate, WEIGHT_CHANGE / elapsed));
        }
    }

    private void removeDead() {
        for (int j = count - 1; j >= 0; j--) {
            final Cluster dead = clusters[j];
            if (!dead.alive && dead.weight <= LEAST_WEIGHT) {
                count--;
                System.arraycopy(clusters, j + 1, clusters, j, count - j);
                clusters[count] = dead;
            }
        }
    }
}
