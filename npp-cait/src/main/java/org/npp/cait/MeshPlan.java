package org.npp.cait;

import org.npp.core.MeshMotion;
import org.npp.core.PhysicalConstants;
import org.npp.core.mesh.FrontMesh;
import org.npp.core.mesh.Mesh;

/** Chooses the mesh of a case: how many nodes, and for a graded one how deep the fine part reaches. */
final class MeshPlan {
    /** Nodes that follow one front to a profile error of 1e-3, measured on the K, Rb and Cs reference profiles. */
    private static final int MOVING_NODES = 60;

    private static final double NODES_PER_FURTHER_ION = 2;

    /** Fine nodes of a graded mesh for the same. */
    private static final int GRADED_NODES = 400;

    /** Tolerance those numbers belong to; the error falls with the square of the number. */
    private static final double AT_TOLERANCE = 1e-3;

    private static final int MOST_NODES = 20_000;

    /**
     * Nodes for data with noise, in units of those for the tolerance. Fitted diffusivities are off by 1 to 3 % with 60
     * nodes and by 0.1 to 0.5 % with 150: a third of what 10,000 counts at bulk density leave open.
     */
    private static final double FOR_DATA = 2.5;

    /** Fine part of a graded mesh over the depth of complete exchange: fronts run ahead where ions are left behind. */
    private static final double FINE_MARGIN = 1.35;

    private static final double GROWTH = 1.15;

    /** Shallowest fine part worth having [m]. */
    private static final double LEAST_FINE_DEPTH = 1e-9;

    private MeshPlan() {}

    static Mesh of(CaitCase experiment) {
        final double thickness = experiment.sample().thickness();
        final int nodes = experiment.numerics().nodes().orElseGet(() -> nodes(experiment, 1));
        if (experiment.numerics().mesh() == MeshMotion.FOLLOW_FRONTS) {
            return Mesh.logarithmic(thickness, FrontMesh.SURFACE_SCALE, nodes);
        }
        final double fine = Math.min(thickness, Math.max(LEAST_FINE_DEPTH, FINE_MARGIN * exchangeDepth(experiment)));
        return Mesh.graded(thickness, fine, nodes, GROWTH);
    }

    /** Number of nodes for profiles that are compared with data. */
    static int nodesForData(CaitCase experiment) {
        return nodes(experiment, FOR_DATA);
    }

    private static int nodes(CaitCase experiment, double share) {
        final boolean moving = experiment.numerics().mesh() == MeshMotion.FOLLOW_FRONTS;
        final double atTolerance = moving ? MOVING_NODES * fronts(experiment) : GRADED_NODES;
        final double wanted = share
                * atTolerance
                * Math.sqrt(AT_TOLERANCE / experiment.numerics().tolerance());
        return (int) Math.max(Numerics.LEAST_NODES, Math.min(MOST_NODES, Math.round(wanted)));
    }

    /** Nodes in units of those for one ion: a further one leaves a mixed zone behind, which needs as many and more. */
    private static double fronts(CaitCase experiment) {
        final long ions = experiment.stages().stream()
                .flatMap(stage -> stage.ion().stream())
                .distinct()
                .count();
        return 1 + NODES_PER_FURTHER_ION * (Math.max(1, ions) - 1);
    }

    /**
     * Depth to which the charge of all stages would exchange the native ions completely; for a stage of given potential
     * no more than the bulk's conductivity lets through.
     */
    static double exchangeDepth(CaitCase experiment) {
        double depth = 0;
        for (final Stage stage : experiment.stages()) {
            final double integral = Math.abs(stage.drive().integral(0, stage.duration()));
            depth += stage.mode() == Stage.Mode.POTENTIAL
                    ? integral
                            * bulkConductivity(experiment)
                            / experiment.sample().thickness()
                    : integral;
        }
        return depth / (PhysicalConstants.ELEMENTARY_CHARGE * nativeCharge(experiment));
    }

    /** Sum of z n of the native ions [1/m³]. */
    private static double nativeCharge(CaitCase experiment) {
        return experiment.ions().stream()
                .mapToDouble(ion -> ion.charge() * ion.bulkDensity())
                .sum();
    }

    /** Conductivity of the virgin glass [S/m]. */
    private static double bulkConductivity(CaitCase experiment) {
        final double[] densities =
                experiment.ions().stream().mapToDouble(CaitIon::bulkDensity).toArray();
        double sum = 0;
        for (int i = 0; i < densities.length; i++) {
            final CaitIon ion = experiment.ions().get(i);
            sum += ion.charge()
                    * ion.charge()
                    * densities[i]
                    * ion.diffusivity().value(i, densities, experiment.temperature());
        }
        final double e = PhysicalConstants.ELEMENTARY_CHARGE;
        return e * e * sum / (PhysicalConstants.BOLTZMANN * experiment.temperature());
    }
}
