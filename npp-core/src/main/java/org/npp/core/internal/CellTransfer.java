package org.npp.core.internal;

/**
 * Puts the contents of cells into the cells of another mesh of the same sample: what a profile starts with is kept, ion
 * for ion and charge for charge.
 *
 * <p>In each cell a field is linear, \( c(x) = c_k + \theta_k s_k (x - \bar x_k) \), with \( \bar x_k \) the middle of the
 * cell, and \( s_k \) the slope between the neighbours; at the surfaces it is constant. The share \( \theta_k \in [0, 1] \)
 * is the largest for which no ion's fraction is negative anywhere, and the same for all ions, so that what is neutral stays
 * neutral. New cells receive the integrals of these pieces. Second order where the profile is smooth, exact for straight
 * ones. Not thread-safe.
 */
final class CellTransfer {
    private final double[] nodes;
    private final double[] faces;
    private final double[] newNodes;
    private final double[] newFaces;
    private final double[] share;

    private CellTransfer(double[] nodes, double[] newNodes) {
        this.nodes = nodes;
        this.newNodes = newNodes.clone();
        faces = faces(nodes);
        newFaces = faces(newNodes);
        share = new double[nodes.length];
    }

    /**
     * Prepares a transfer.
     *
     * @param from the level whose fractions are to stay positive. Not modified.
     * @param newNodes node positions of the other mesh [m], from 0 to the same thickness. Not modified.
     */
    static CellTransfer of(Level from, double[] newNodes) {
        final CellTransfer transfer = new CellTransfer(from.x.clone(), newNodes);
        for (int k = 1; k < transfer.nodes.length - 1; k++) {
            double most = 1;
            for (int i = 0; i < from.ions; i++) {
                final double reach = 0.5
                        * Math.abs(transfer.slope(from.fraction, from.ions, i, k))
                        * (transfer.faces[k + 1] - transfer.faces[k]);
                final double fraction = from.fraction(i, k);
                most = reach > fraction ? Math.min(most, fraction / reach) : most;
            }
            transfer.share[k] = most;
        }
        return transfer;
    }

    /** Cell k reaches from face k to face k + 1. */
    private static double[] faces(double[] nodes) {
        final double[] faces = new double[nodes.length + 1];
        faces[0] = nodes[0];
        for (int k = 1; k < nodes.length; k++) {
            faces[k] = 0.5 * (nodes[k - 1] + nodes[k]);
        }
        faces[nodes.length] = nodes[nodes.length - 1];
        return faces;
    }

    private double slope(double[] field, int stride, int offset, int k) {
        return (field[(k + 1) * stride + offset] - field[(k - 1) * stride + offset]) / (nodes[k + 1] - nodes[k - 1]);
    }

    /**
     * Puts a level onto the new nodes, at rest.
     *
     * @param level the level the transfer was prepared for. Overwritten.
     * @param debyeSquared square of the Debye length [m&sup2;]
     */
    void apply(Level level, double debyeSquared) {
        for (int i = 0; i < level.ions; i++) {
            apply(level.fraction, level.ions, i);
        }
        for (int k = 0; k < level.charge.length; k++) {
            level.charge[k] /= level.volume[k];
        }
        apply(level.charge, 1, 0);
        interpolate(level.psi, 1, 0);
        level.place(newNodes);
        double displacement = level.surfaceCharge;
        for (int k = 0; k < level.charge.length; k++) {
            level.charge[k] *= level.volume[k];
            displacement += level.charge[k];
            if (k < level.drop.length) {
                // the field is that of the charges where it has any, else there would be a current in the first step
                level.drop[k] = debyeSquared > 0
                        ? -displacement * level.step[k] / debyeSquared
                        : level.psi[k + 1] - level.psi[k];
            }
        }
    }

    /**
     * Transfers one field.
     *
     * @param field means of the old cells, of every node the entry {@code [node * stride + offset]}. Overwritten with
     *     those of the new cells.
     * @param stride entries per node
     * @param offset index of the field among them
     */
    void apply(double[] field, int stride, int offset) {
        final int cells = nodes.length;
        final double[] mean = new double[cells];
        int old = 0;
        for (int k = 0; k < cells; k++) {
            double amount = 0;
            double left = newFaces[k];
            while (old < cells - 1 && faces[old + 1] <= newFaces[k + 1]) {
                amount += amount(field, stride, offset, old, left, faces[old + 1]);
                left = faces[++old];
            }
            amount += amount(field, stride, offset, old, left, newFaces[k + 1]);
            mean[k] = amount / (newFaces[k + 1] - newFaces[k]);
        }
        put(mean, field, stride, offset);
    }

    /**
     * Takes a field that is linear between the nodes to the new ones.
     *
     * @param field values at the old nodes, of every node the entry {@code [node * stride + offset]}. Overwritten with
     *     those at the new ones.
     * @param stride entries per node
     * @param offset index of the field among them
     */
    void interpolate(double[] field, int stride, int offset) {
        final double[] values = new double[newNodes.length];
        int edge = 0;
        for (int k = 0; k < newNodes.length; k++) {
            while (edge < nodes.length - 2 && nodes[edge + 1] < newNodes[k]) {
                edge++;
            }
            final double along = (newNodes[k] - nodes[edge]) / (nodes[edge + 1] - nodes[edge]);
            final double left = field[edge * stride + offset];
            values[k] = left + along * (field[(edge + 1) * stride + offset] - left);
        }
        put(values, field, stride, offset);
    }

    private static void put(double[] values, double[] field, int stride, int offset) {
        for (int k = 0; k < values.length; k++) {
            field[k * stride + offset] = values[k];
        }
    }

    /** Integral over a part of an old cell. */
    private double amount(double[] field, int stride, int offset, int k, double from, double to) {
        final double mean = field[k * stride + offset];
        if (share[k] == 0) {
            return mean * (to - from);
        }
        final double beyond = 0.5 * (from + to) - 0.5 * (faces[k] + faces[k + 1]);
        return (mean + share[k] * slope(field, stride, offset, k) * beyond) * (to - from);
    }
}
