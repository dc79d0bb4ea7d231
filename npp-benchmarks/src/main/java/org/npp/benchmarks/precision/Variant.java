package org.npp.benchmarks.precision;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.npp.core.MeshMotion;
import org.npp.core.PoissonModel;
import org.npp.core.SolverOptions;
import org.npp.core.flux.EdgeDiffusivity;
import org.npp.core.linear.LinearSolver;
import org.npp.core.mesh.FrontMesh;
import org.npp.core.mesh.Mesh;
import org.npp.core.time.Integrator;

/**
 * A combination of methods.
 *
 * @param edges flux of an edge
 * @param mesh whether nodes follow the front
 * @param integrator integrator
 * @param poisson Poisson's equation or neutrality
 * @param linear solver of the linear systems
 */
record Variant(
        EdgeDiffusivity edges, MeshMotion mesh, Integrator integrator, PoissonModel poisson, LinearSolver linear) {
    /** The default. */
    static final Variant DEFAULT = new Variant(
            EdgeDiffusivity.CENTRED,
            MeshMotion.FOLLOW_FRONTS,
            Integrator.BDF2,
            PoissonModel.FULL,
            LinearSolver.BLOCK_THOMAS);

    private static final List<EdgeDiffusivity> EDGES = List.of(
            EdgeDiffusivity.CENTRED, EdgeDiffusivity.BLENDED, EdgeDiffusivity.HARMONIC_BLENDED, EdgeDiffusivity.UPWIND);

    private static final int[] FOLLOWING_NODES = {30, 60, 120, 240};
    private static final double[] FOLLOWING_TOLERANCES = {4e-3, 1e-3, 2.5e-4, 6e-5};
    private static final int[] FIXED_NODES = {150, 300, 600};
    private static final double[] FIXED_TOLERANCES = {2e-3, 1e-3, 5e-4};

    /** Most nodes with dense matrices: the time of a run grows with the cube, half a second here. */
    private static final int MOST_DENSE = 120;

    /** Fine part and growth of the fixed mesh, as in cases with a fixed mesh [m]. */
    private static final double FINE = 135e-9;

    private static final double GROWTH = 1.15;

    /** A size: the finer, the more nodes and the smaller the tolerance. */
    record Size(int nodes, double tolerance) {}

    /**
     * The default with every linear solver, then all combinations of the rest with the default one: the linear solver
     * changes the profiles by rounding only, and its time per node and iteration is the same in all combinations.
     */
    static List<Variant> all() {
        final List<Variant> all = new ArrayList<>();
        for (final LinearSolver linear : LinearSolver.values()) {
            all.add(DEFAULT.with(linear));
        }
        for (final MeshMotion mesh : List.of(MeshMotion.FOLLOW_FRONTS, MeshMotion.FIXED)) {
            for (final EdgeDiffusivity edges : EDGES) {
                for (final Integrator integrator : Integrator.values()) {
                    for (final PoissonModel poisson : PoissonModel.values()) {
                        final Variant variant = new Variant(edges, mesh, integrator, poisson, DEFAULT.linear);
                        if (!variant.equals(DEFAULT)) {
                            all.add(variant);
                        }
                    }
                }
            }
        }
        return all;
    }

    Variant with(LinearSolver other) {
        return new Variant(edges, mesh, integrator, poisson, other);
    }

    /** Sizes from coarse to fine. */
    List<Size> sizes() {
        final boolean following = mesh == MeshMotion.FOLLOW_FRONTS;
        final int[] nodes = following ? FOLLOWING_NODES : FIXED_NODES;
        final double[] tolerances = following ? FOLLOWING_TOLERANCES : FIXED_TOLERANCES;
        final List<Size> sizes = new ArrayList<>();
        for (int i = 0; i < nodes.length; i++) {
            if (linear != LinearSolver.DENSE || nodes[i] <= MOST_DENSE) {
                sizes.add(new Size(nodes[i], tolerances[i]));
            }
        }
        return sizes;
    }

    /** The nodes of a sample [m]. */
    Mesh mesh(double thickness, Size size) {
        return mesh == MeshMotion.FOLLOW_FRONTS
                ? Mesh.logarithmic(thickness, FrontMesh.SURFACE_SCALE, size.nodes())
                : Mesh.graded(thickness, FINE, size.nodes(), GROWTH);
    }

    SolverOptions options(Size size) {
        return SolverOptions.defaults()
                .withTolerance(size.tolerance())
                .withEdgeDiffusivity(edges)
                .withMeshMotion(mesh)
                .withIntegrator(integrator)
                .withPoisson(poisson)
                .withLinearSolver(linear);
    }

    /** Its name, in the words of the options. */
    String title() {
        return String.format(
                "%s, %s, %s, %s, %s", word(edges), word(mesh), word(integrator), word(poisson), word(linear));
    }

    static String word(Enum<?> option) {
        return option.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
