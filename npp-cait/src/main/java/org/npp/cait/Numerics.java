package org.npp.cait;

import java.util.Locale;
import java.util.OptionalInt;
import org.npp.core.MeshMotion;
import org.npp.core.PoissonModel;
import org.npp.core.flux.EdgeDiffusivity;
import org.npp.core.time.Integrator;

/**
 * How a case is solved; {@link #defaults} fit every case.
 *
 * @param tolerance aim for the profile error L1, \( \int |c - c_{exact}| dx \) over the depth of exchange [1], in
 *     (0, 0.5]; sets step and node control
 * @param nodes number of mesh nodes, \( \ge 20 \); empty chooses it from the tolerance
 * @param mesh whether nodes follow the fronts or stay on a graded mesh
 * @param edgeDiffusivity diffusivity that stands for an edge
 * @param poisson how the potential is tied to the charge
 * @param integrator formula of the time derivative
 */
public record Numerics(
        double tolerance,
        OptionalInt nodes,
        MeshMotion mesh,
        EdgeDiffusivity edgeDiffusivity,
        PoissonModel poisson,
        Integrator integrator) {

    /** Fewest nodes that can carry a front. */
    public static final int LEAST_NODES = 20;

    /**
     * Checks the numbers.
     *
     * @param tolerance aim for the profile error L1, \( \int |c - c_{exact}| dx \) over the depth of exchange [1], in
     *     (0, 0.5]; sets step and node control
     * @param nodes number of mesh nodes, \( \ge 20 \); empty chooses it from the tolerance
     * @param mesh whether nodes follow the fronts or stay on a graded mesh
     * @param edgeDiffusivity diffusivity that stands for an edge
     * @param poisson how the potential is tied to the charge
     * @param integrator formula of the time derivative
     * @throws IllegalArgumentException if one is out of range
     */
    public Numerics {
        if (!(tolerance > 0 && tolerance <= 0.5)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "tolerance must be in (0, 0.5]: %s", tolerance));
        }
        if (nodes.isPresent() && nodes.getAsInt() < LEAST_NODES) {
            throw new IllegalArgumentException("nodes must be >= " + LEAST_NODES + ": " + nodes.getAsInt());
        }
    }

    /**
     * Returns the defaults: tolerance 1e-3, nodes chosen from it, a moving mesh, blended edges, full Poisson, BDF2.
     *
     * @return the defaults
     */
    public static Numerics defaults() {
        return new Numerics(
                1e-3,
                OptionalInt.empty(),
                MeshMotion.FOLLOW_FRONTS,
                EdgeDiffusivity.CENTRED,
                PoissonModel.FULL,
                Integrator.BDF2);
    }

    /**
     * Changes the number of nodes.
     *
     * @param number number of mesh nodes, \( \ge 20 \)
     * @return the same numerics, with that many nodes
     * @throws IllegalArgumentException if it is out of range
     */
    public Numerics withNodes(int number) {
        return new Numerics(tolerance, OptionalInt.of(number), mesh, edgeDiffusivity, poisson, integrator);
    }
}
