package org.npp.benchmarks.edge;

import static org.npp.core.boundary.IonCondition.blocked;
import static org.npp.core.boundary.IonCondition.discharged;
import static org.npp.core.boundary.IonCondition.neutral;

import java.util.Arrays;
import org.npp.core.Ion;
import org.npp.core.MeshMotion;
import org.npp.core.NppProblem;
import org.npp.core.NppSolver;
import org.npp.core.NppState;
import org.npp.core.PhysicalConstants;
import org.npp.core.PoissonModel;
import org.npp.core.SolverOptions;
import org.npp.core.boundary.Boundary;
import org.npp.core.boundary.Drive;
import org.npp.core.boundary.ElectricCondition;
import org.npp.core.flux.EdgeDiffusivity;
import org.npp.core.mesh.Mesh;
import org.npp.core.transport.ConstantDiffusivity;
import org.npp.core.transport.DiffusivityLaw;

/** Native fraction over depth, linear between nodes. Immutable. */
final class Profile {
    private final double[] depth;
    private final double[] fraction;

    /** Integral of the fraction from the surface to each node [m]. */
    private final double[] integral;

    private Profile(double[] depth, double[] fraction) {
        this.depth = depth;
        this.fraction = fraction;
        integral = new double[depth.length];
        for (int k = 1; k < depth.length; k++) {
            integral[k] = integral[k - 1] + 0.5 * (fraction[k - 1] + fraction[k]) * (depth[k] - depth[k - 1]);
        }
    }

    static Profile of(double[] depth, double[] fraction) {
        return new Profile(depth.clone(), fraction.clone());
    }

    /** What the library finds at the end of a run, electroneutral. */
    static Profile of(
            DiffusivityLaw law,
            double bulk,
            double temperature,
            Exchange exchange,
            double duration,
            double thickness,
            int nodes,
            double tolerance,
            EdgeDiffusivity edges,
            MeshMotion motion) {
        final double current = PhysicalConstants.ELEMENTARY_CHARGE * bulk * exchange.velocity;
        final NppProblem problem = NppProblem.builder()
                .temperature(temperature)
                .permittivity(10 * PhysicalConstants.VACUUM_PERMITTIVITY)
                .ion(Ion.of("native", 1, bulk, law))
                .ion(Ion.of("foreign", 1, 0, ConstantDiffusivity.of(exchange.foreign)))
                .mesh(Mesh.uniform(thickness, nodes))
                .front(Boundary.of(new ElectricCondition.Attachment(1, Drive.constant(current)), blocked(), neutral()))
                .back(Boundary.of(ElectricCondition.potential(0), discharged(), blocked()))
                .build();
        final SolverOptions options = SolverOptions.defaults()
                .withPoisson(PoissonModel.ELECTRONEUTRAL)
                .withEdgeDiffusivity(edges)
                .withMeshMotion(motion)
                .withTolerance(tolerance);
        final NppState end = NppSolver.of(options).evolve(problem, duration).finalState();
        final double[] depth = end.mesh().toArray();
        final double[] fraction = end.densities(0);
        for (int k = 0; k < fraction.length; k++) {
            fraction[k] /= bulk;
        }
        return new Profile(depth, fraction);
    }

    /** Fraction at a depth [m] inside the sample. */
    double at(double x) {
        final int k = edge(x);
        return fraction[k] + (x - depth[k]) * slope(k);
    }

    /** Integral of the difference of this profile's nodes to the other's means over their cells [m]. */
    double cellDifference(Profile other) {
        double sum = 0;
        double from = 0;
        final int last = depth.length - 1;
        for (int k = 0; k <= last; k++) {
            final double to = k == last ? depth[k] : 0.5 * (depth[k] + depth[k + 1]);
            sum += Math.abs(fraction[k] * (to - from) - (other.integral(to) - other.integral(from)));
            from = to;
        }
        return sum;
    }

    private double integral(double x) {
        final int k = edge(x);
        final double s = x - depth[k];
        return integral[k] + s * (fraction[k] + 0.5 * s * slope(k));
    }

    private double slope(int k) {
        return (fraction[k + 1] - fraction[k]) / (depth[k + 1] - depth[k]);
    }

    /** Index of the edge that a depth is on. */
    private int edge(double x) {
        final int k = Arrays.binarySearch(depth, x);
        return Math.max(0, Math.min(depth.length - 2, k < 0 ? -k - 2 : k));
    }
}
