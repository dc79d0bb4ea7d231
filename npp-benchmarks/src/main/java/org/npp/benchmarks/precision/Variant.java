package org.npp.benchmarks.precision;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.npp.cait.Numerics;
import org.npp.core.MeshMotion;
import org.npp.core.PoissonModel;
import org.npp.core.flux.EdgeDiffusivity;
import org.npp.core.time.Integrator;

/**
 * A combination of methods.
 *
 * @param edges flux of an edge
 * @param mesh whether nodes follow the front
 * @param integrator integrator
 * @param poisson Poisson's equation or neutrality
 */
record Variant(EdgeDiffusivity edges, MeshMotion mesh, Integrator integrator, PoissonModel poisson) {
    private static final List<EdgeDiffusivity> EDGES = List.of(
            EdgeDiffusivity.CENTRED, EdgeDiffusivity.BLENDED, EdgeDiffusivity.HARMONIC_BLENDED, EdgeDiffusivity.UPWIND);

    private static final int[] FOLLOWING_NODES = {40, 80, 160, 320};
    private static final double[] FOLLOWING_TOLERANCES = {4e-3, 1e-3, 2.5e-4, 6e-5};
    private static final int[] FIXED_NODES = {150, 300, 600};
    private static final double[] FIXED_TOLERANCES = {2e-3, 1e-3, 5e-4};

    /** All combinations, the default first. */
    static List<Variant> all() {
        final List<Variant> all = new ArrayList<>();
        for (final MeshMotion mesh : List.of(MeshMotion.FOLLOW_FRONTS, MeshMotion.FIXED)) {
            for (final EdgeDiffusivity edges : EDGES) {
                for (final Integrator integrator : Integrator.values()) {
                    for (final PoissonModel poisson : PoissonModel.values()) {
                        all.add(new Variant(edges, mesh, integrator, poisson));
                    }
                }
            }
        }
        return all;
    }

    /** Numerics from coarse to fine: the finer, the more nodes and the smaller the tolerance. */
    List<Numerics> levels() {
        final boolean following = mesh == MeshMotion.FOLLOW_FRONTS;
        final int[] nodes = following ? FOLLOWING_NODES : FIXED_NODES;
        final double[] tolerances = following ? FOLLOWING_TOLERANCES : FIXED_TOLERANCES;
        final List<Numerics> levels = new ArrayList<>();
        for (int i = 0; i < nodes.length; i++) {
            levels.add(new Numerics(tolerances[i], OptionalInt.of(nodes[i]), mesh, edges, poisson, integrator));
        }
        return levels;
    }

    /** Its name, in the words of the options. */
    String title() {
        return String.format("%s, %s, %s, %s", word(edges), word(mesh), word(integrator), word(poisson));
    }

    static String word(Enum<?> option) {
        return option.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
