package org.npp.core.mesh;

import java.util.ArrayList;
import java.util.List;

/**
 * Node positions in time: at rest, or following the fronts of composition.
 *
 * <p>Fronts are found, not told: after each step every place where an ion's fraction passes half of its largest value is
 * a front, those closer than their widths being one. Its position is extrapolated linearly to the next time; its width,
 * 1.5 over the largest slope, changes by at most 30 % a step; its share of the nodes grows and shrinks gradually as it
 * is born or dies. Not thread-safe.
 */
public final class FrontMesh {
    /** Depth below which nodes are not spread logarithmically any more: an atomic distance [m]. */
    public static final double SURFACE_SCALE = 0.2e-9;

    /** Share of the nodes that follow fronts, all together. */
    private static final double CLUSTER_SHARE = 0.6;

    /** Most a share changes in a step. */
    private static final double SHARE_CHANGE = 0.05;

    /** Most a width changes in a step. */
    private static final double WIDTH_CHANGE = 1.3;

    /** Width of the cluster of nodes over the front's own, largest change over largest slope. */
    private static final double WIDTH_FACTOR = 1.5;

    /** An ion whose largest fraction is below this has no front. */
    private static final double LEAST_FRACTION = 1e-3;

    /** Widths cannot fall below this share of the position: closer nodes could not be told apart [1]. */
    private static final double LEAST_RELATIVE_WIDTH = 1e-9;

    private static final int MOST_FRONTS = 16;

    /** What is left after each step of the difference to the mesh the run started on. */
    private static final double START_DECAY = 0.8;

    private final double[] start;
    private final double[] positions;
    private final boolean moving;
    private final ClusteredNodes nodes;
    private final List<Front> fronts = new ArrayList<>();
    private double startWeight;

    private FrontMesh(Mesh mesh, boolean moving) {
        start = mesh.toArray();
        positions = mesh.toArray();
        this.moving = moving;
        nodes = new ClusteredNodes(mesh.thickness(), SURFACE_SCALE, MOST_FRONTS);
    }

    /**
     * Creates nodes at rest.
     *
     * @param mesh the mesh
     * @return nodes that stay there
     */
    public static FrontMesh fixed(Mesh mesh) {
        return new FrontMesh(mesh, false);
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
        final FrontMesh mesh = new FrontMesh(Mesh.uniform(thickness, nodeCount), true);
        mesh.fronts.add(new Front(0, 0, SURFACE_SCALE, CLUSTER_SHARE, Double.NEGATIVE_INFINITY));
        return mesh;
    }

    /**
     * Creates nodes that leave a given mesh gradually to follow fronts.
     *
     * @param mesh the mesh a run starts on
     * @param time time of the start [s]
     * @param fraction fractions {@code [node * ions + ion]} at the start. Not modified.
     * @param ions number of ions
     * @return the nodes
     */
    public static FrontMesh followingFrom(Mesh mesh, double time, double[] fraction, int ions) {
        final FrontMesh created = new FrontMesh(mesh, true);
        created.startWeight = 1;
        for (final Front found : FrontFinder.find(created.start, fraction, ions, LEAST_FRACTION)) {
            if (created.fronts.size() < MOST_FRONTS - 1) {
                created.fronts.add(new Front(found.position(), 0, WIDTH_FACTOR * found.width(), CLUSTER_SHARE, time));
            }
        }
        created.shareOut(CLUSTER_SHARE);
        return created;
    }

    /**
     * Returns the node positions at a time.
     *
     * @param time time [s]
     * @return positions [m]; live, overwritten by the next call
     */
    public double[] positions(double time) {
        if (!moving) {
            return positions;
        }
        final double thickness = start[start.length - 1];
        nodes.clear();
        for (final Front front : fronts) {
            nodes.add(front.positionAt(time, thickness), front.width(), front.share());
        }
        nodes.solve(positions);
        for (int k = 1; startWeight > 0 && k < positions.length - 1; k++) {
            positions[k] += startWeight * (start[k] - positions[k]);
        }
        return positions;
    }

    /**
     * Learns from the profile at the end of a step.
     *
     * @param time time [s]
     * @param x node positions [m]. Not modified.
     * @param fraction fractions {@code [node * ions + ion]}. Not modified.
     * @param ions number of ions
     */
    public void follow(double time, double[] x, double[] fraction, int ions) {
        if (!moving) {
            return;
        }
        startWeight = startWeight < 1e-3 ? 0 : START_DECAY * startWeight;
        final List<Front> found = FrontFinder.find(x, fraction, ions, LEAST_FRACTION);
        for (int j = 0; j < fronts.size(); j++) {
            final Front front = fronts.get(j);
            final Front match = takeNearest(found, front.position(), front.width());
            fronts.set(j, match == null ? fade(front, time) : update(front, match, time));
        }
        fronts.removeIf(front -> front.share() <= 0);
        for (final Front born : found) {
            if (fronts.size() < MOST_FRONTS) {
                fronts.add(new Front(born.position(), 0, WIDTH_FACTOR * born.width(), 0, time));
            }
        }
        shareOut(SHARE_CHANGE);
    }

    /** Takes the front nearest to a position out of a list, if it is near enough to be the same. */
    private static @org.jspecify.annotations.Nullable Front takeNearest(
            List<Front> found, double position, double width) {
        int nearest = -1;
        double distance = Double.POSITIVE_INFINITY;
        for (int i = 0; i < found.size(); i++) {
            final double d = Math.abs(found.get(i).position() - position);
            if (d < distance) {
                distance = d;
                nearest = i;
            }
        }
        final boolean same =
                nearest >= 0 && distance <= 10 * (width + found.get(nearest).width()) + 0.5 * position;
        return same ? found.remove(nearest) : null;
    }

    private static Front update(Front front, Front match, double time) {
        final double elapsed = time - front.time();
        final double velocity =
                elapsed > 0 && elapsed < Double.POSITIVE_INFINITY ? (match.position() - front.position()) / elapsed : 0;
        final double wanted = WIDTH_FACTOR * match.width();
        final double width = Math.max(
                LEAST_RELATIVE_WIDTH * match.position(),
                Math.min(front.width() * WIDTH_CHANGE, Math.max(front.width() / WIDTH_CHANGE, wanted)));
        return new Front(match.position(), velocity, width, front.share(), time);
    }

    /** A front that was not found again stays and loses its nodes. */
    private static Front fade(Front front, double time) {
        final boolean waiting = front.time() == Double.NEGATIVE_INFINITY;
        return waiting ? front : new Front(front.position(), 0, front.width(), front.share() - 2 * SHARE_CHANGE, time);
    }

    /** Moves all shares towards equal ones, each by at most a step. */
    private void shareOut(double mostChange) {
        final double equal = CLUSTER_SHARE / Math.max(1, fronts.size());
        for (int j = 0; j < fronts.size(); j++) {
            final Front front = fronts.get(j);
            final double change = Math.max(-mostChange, Math.min(mostChange, equal - front.share()));
            fronts.set(
                    j,
                    new Front(front.position(), front.velocity(), front.width(), front.share() + change, front.time()));
        }
    }
}
