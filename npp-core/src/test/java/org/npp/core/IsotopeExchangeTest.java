package org.npp.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.npp.core.boundary.IonCondition.blocked;
import static org.npp.core.boundary.IonCondition.density;
import static org.npp.core.boundary.IonCondition.neutral;

import java.util.Arrays;
import java.util.function.DoubleFunction;
import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.npp.core.boundary.Boundary;
import org.npp.core.boundary.Drive;
import org.npp.core.boundary.ElectricCondition;
import org.npp.core.boundary.ElectricCondition.Attachment;
import org.npp.core.flux.EdgeDiffusivity;
import org.npp.core.mesh.Mesh;
import org.npp.core.transport.IsotopeMobility;

/** Two isotopes of one ion: they move with the current's velocity and interdiffuse with the tracer diffusivity. */
class IsotopeExchangeTest {
    private static final double TRACER = 1e-20;

    /** Start: an error function of this width, 2 sqrt(D* t). */
    private static final double WIDTH = 2e-9;

    private static final double BEGIN = WIDTH * WIDTH / (4 * TRACER);
    private static final double MIDDLE = 6 * WIDTH;
    private static final double WAY = WIDTH;
    private static final double THICKNESS = 18 * WIDTH;

    /** Observed orders are within this of theory. */
    private static final double ORDER_TOLERANCE = 0.1;

    private static NppProblem.Builder isotopes(double havenRatio) {
        return NppProblem.builder()
                .temperature(Glass.TEMPERATURE)
                .permittivity(Glass.PERMITTIVITY)
                .ion(Ion.of("Li-7", 1, Glass.BULK))
                .ion(Ion.of("Li-6", 1, 0))
                .mobility(IsotopeMobility.of(TRACER / havenRatio, TRACER));
    }

    private static NppState state(Mesh mesh, double[] foreign) {
        final double[][] densities = {new double[mesh.size()], foreign};
        for (int k = 0; k < mesh.size(); k++) {
            densities[0][k] = Glass.BULK - foreign[k];
        }
        return NppState.of(0, mesh, new double[mesh.size()], densities, new double[mesh.size()], 0);
    }

    private static double exact(double x, double time) {
        final double way = MIDDLE + WAY * time / BEGIN;
        return 0.5 * Erf.erfc((x - way) / (2 * Math.sqrt(TRACER * (BEGIN + time))));
    }

    /** Largest error after as long a time as the start is old, with a beam that brings the front on by its way. */
    private static double error(double havenRatio, int cells, boolean moving) {
        final Mesh mesh = Mesh.uniform(THICKNESS, cells + 1);
        final double[] foreign = new double[mesh.size()];
        Arrays.setAll(foreign, k -> Glass.BULK * exact(mesh.node(k), 0));
        final NppProblem problem = isotopes(havenRatio)
                .start(state(mesh, foreign))
                .front(Boundary.of(new Attachment(1, Glass.beam(WAY, BEGIN)), blocked(), neutral()))
                .back(Glass.groundedBack())
                .build();
        final DoubleFunction<double[]> nodesAt = t -> moving ? stretched(mesh, t) : mesh.toArray();
        final NppState end =
                EqualSteps.run(problem, EdgeDiffusivity.BLENDED, PoissonModel.ELECTRONEUTRAL, 2, BEGIN, 400, nodesAt);
        double worst = 0;
        for (int k = 0; k < mesh.size(); k++) {
            final double expected = exact(end.mesh().node(k), BEGIN);
            worst = Math.max(worst, Math.abs(end.density(1, k) / Glass.BULK - expected));
        }
        return worst;
    }

    /** Nodes that move smoothly, those in the middle with three quarters of the front's velocity. */
    private static double[] stretched(Mesh mesh, double time) {
        final double[] x = mesh.toArray();
        for (int k = 1; k < x.length - 1; k++) {
            x[k] += 0.75 * WAY * time / BEGIN * Math.pow(Math.sin(Math.PI * x[k] / THICKNESS), 2);
        }
        return x;
    }

    @ParameterizedTest
    @CsvSource({"0.2,false", "0.5,false", "0.5,true", "2,false", "2,true"})
    void aFrontMovesWithTheCurrentAndWidensWithTheTracerDiffusivityInSecondOrder(double havenRatio, boolean moving) {
        final double coarse = error(havenRatio, 120, moving);
        final double medium = error(havenRatio, 240, moving);
        final double fine = error(havenRatio, 480, moving);
        assertEquals(2, log2(coarse / medium), ORDER_TOLERANCE);
        assertEquals(2, log2(medium / fine), ORDER_TOLERANCE);
        assertTrue(fine < 1e-3, () -> "error " + fine);
    }

    /** erfc(x/2 sqrt(D* t)), uptake 2 N sqrt(D* t/pi): Cottrell's law, from a sample without the isotope. */
    @ParameterizedTest
    @ValueSource(doubles = {0.3, 3})
    void uptakeWithoutCurrentIsCottrellsWithTheTracerDiffusivity(double havenRatio) {
        final double unit = Math.sqrt(TRACER * BEGIN);
        final Mesh mesh = Mesh.logarithmic(16 * unit, 0.03 * unit, 641);
        final double[] foreign = new double[mesh.size()];
        foreign[0] = Glass.BULK;
        final NppProblem problem = isotopes(havenRatio)
                .start(state(mesh, foreign))
                .front(Boundary.of(ElectricCondition.potential(0), density(0), density(Glass.BULK)))
                .back(Boundary.of(new ElectricCondition.SurfaceCharge(Drive.constant(0)), blocked(), blocked()))
                .build();
        final NppState end = NppSolver.of(SolverOptions.defaults()
                        .withMeshMotion(MeshMotion.FIXED)
                        .withTolerance(1e-5))
                .evolve(problem, BEGIN)
                .finalState();
        double worst = 0;
        for (int k = 0; k < mesh.size(); k++) {
            worst = Math.max(worst, Math.abs(Erf.erfc(0.5 * mesh.node(k) / unit) - end.density(1, k) / Glass.BULK));
        }
        assertEquals(0, worst, 1e-3);

        final double uptake = 2 * unit / Math.sqrt(Math.PI);
        assertEquals(uptake, Glass.amount(end, 1), 3e-4 * uptake);
    }

    private static double log2(double ratio) {
        return Math.log(ratio) / Math.log(2);
    }
}
