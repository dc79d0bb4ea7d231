package org.npp.core.mesh;

import java.util.Arrays;
import java.util.Locale;

/**
 * Strictly increasing node positions from the front surface at 0 to the back of the sample.
 *
 * <p>Finite volumes are node-centred: cell \( k \) reaches from the midpoint with its left to the midpoint with its
 * right neighbour, the first and last cells are half ones. <strong>Threading.</strong> Instances are immutable and
 * thread-safe.
 */
public final class Mesh {
    /** Node positions [m]. */
    private final double[] nodes;

    private Mesh(double[] nodes) {
        this.nodes = nodes;
    }

    /**
     * Creates a mesh from its nodes.
     *
     * @param nodes positions [m], at least 2, the first 0, strictly increasing, finite. Not modified.
     * @return the mesh
     * @throws IllegalArgumentException if a rule is broken; the message names the node
     */
    public static Mesh of(double[] nodes) {
        if (nodes.length < 2) {
            throw new IllegalArgumentException("mesh needs at least 2 nodes: " + nodes.length);
        }
        if (nodes[0] != 0) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "mesh must begin at the surface: x[0] = %s m, not 0", nodes[0]));
        }
        for (int k = 1; k < nodes.length; k++) {
            if (!(nodes[k] > nodes[k - 1] && nodes[k] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "mesh nodes must increase strictly: x[%d] = %s m, x[%d] = %s m",
                        k - 1,
                        nodes[k - 1],
                        k,
                        nodes[k]));
            }
        }
        return new Mesh(nodes.clone());
    }

    /**
     * Creates a mesh of equal steps.
     *
     * @param thickness depth of the last node [m], \( > 0 \)
     * @param nodes number of nodes, \( \ge 2 \)
     * @return the mesh
     * @throws IllegalArgumentException if a rule is broken
     */
    public static Mesh uniform(double thickness, int nodes) {
        final int last = checkedLast(thickness, nodes);
        final double[] x = new double[nodes];
        for (int k = 1; k <= last; k++) {
            x[k] = thickness * k / last;
        }
        return of(x);
    }

    /**
     * Creates a mesh whose steps grow with depth, \( x_k = x_0 [(1 + L/x_0)^{k/K} - 1] \): equal in
     * \( \ln(1 + x/x_0) \).
     *
     * @param thickness depth of the last node \( L \) [m], \( > 0 \)
     * @param surfaceScale depth \( x_0 \) below which steps are about equal [m], \( > 0 \)
     * @param nodes number of nodes \( K + 1 \ge 2 \)
     * @return the mesh
     * @throws IllegalArgumentException if a rule is broken
     */
    public static Mesh logarithmic(double thickness, double surfaceScale, int nodes) {
        final int last = checkedLast(thickness, nodes);
        if (!(surfaceScale > 0)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "surface scale must be > 0: %s m", surfaceScale));
        }
        final double range = Math.log1p(thickness / surfaceScale);
        final double[] x = new double[nodes];
        for (int k = 1; k < last; k++) {
            x[k] = surfaceScale * Math.expm1(range * k / last);
        }
        x[last] = thickness;
        return of(x);
    }

    /**
     * Creates a mesh of equal steps down to a depth and of geometrically growing ones below it.
     *
     * @param thickness depth of the last node [m], \( > 0 \)
     * @param fineDepth depth down to which steps are equal [m], in (0, thickness]
     * @param fineNodes number of equal steps, \( \ge 1 \)
     * @param growth ratio of neighbouring steps below the fine depth, \( > 1 \)
     * @return the mesh
     * @throws IllegalArgumentException if a rule is broken
     */
    public static Mesh graded(double thickness, double fineDepth, int fineNodes, double growth) {
        if (!(fineDepth > 0 && fineDepth <= thickness && thickness < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "fine depth must be in (0, thickness]: %s m of %s m", fineDepth, thickness));
        }
        if (!(fineNodes >= 1 && growth > 1)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "fine nodes must be >= 1 and growth > 1: %d, %s", fineNodes, growth));
        }
        final double step = fineDepth / fineNodes;
        final double rest = thickness - fineDepth;
        // steps step·g, step·g², … : the least m with step·g(g^m − 1)/(g − 1) >= rest, then shrunk to fit exactly
        final int coarse =
                rest <= 0 ? 0 : (int) Math.ceil(Math.log1p(rest * (growth - 1) / (step * growth)) / Math.log(growth));
        final double[] x = new double[fineNodes + coarse + 1];
        for (int k = 1; k <= fineNodes; k++) {
            x[k] = fineDepth * k / fineNodes;
        }
        final double total = coarse == 0 ? 1 : growth * (Math.pow(growth, coarse) - 1) / (growth - 1);
        double sum = 0;
        double next = growth;
        for (int k = 1; k <= coarse; k++) {
            sum += next;
            next *= growth;
            x[fineNodes + k] = fineDepth + rest * (sum / total);
        }
        x[x.length - 1] = thickness;
        return of(x);
    }

    private static int checkedLast(double thickness, int nodes) {
        if (!(thickness > 0 && thickness < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "thickness must be finite and > 0: %s m", thickness));
        }
        if (nodes < 2) {
            throw new IllegalArgumentException("mesh needs at least 2 nodes: " + nodes);
        }
        return nodes - 1;
    }

    /**
     * Returns the number of nodes.
     *
     * @return number of nodes, \( \ge 2 \)
     */
    public int size() {
        return nodes.length;
    }

    /**
     * Returns the position of a node.
     *
     * @param node index, 0 at the front surface
     * @return depth [m]
     */
    public double node(int node) {
        return nodes[node];
    }

    /**
     * Returns the depth of the last node.
     *
     * @return thickness of the sample [m]
     */
    public double thickness() {
        return nodes[nodes.length - 1];
    }

    /**
     * Copies all positions.
     *
     * @return a new array of length {@link #size} [m]
     */
    public double[] toArray() {
        return nodes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Mesh mesh && Arrays.equals(nodes, mesh.nodes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(nodes);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "Mesh[%d nodes, %s m]", nodes.length, thickness());
    }
}
