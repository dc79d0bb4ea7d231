package org.npp.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.npp.core.flux.EdgeDiffusivity;
import org.npp.core.mesh.Mesh;
import org.npp.core.time.Integrator;

/** The solver against the exact travelling front. */
class TravellingWaveConvergenceTest {
    private static final ExchangeFront TANH = ExchangeFront.of(0.9, 0);
    private static final ExchangeFront BENT = ExchangeFront.of(0.9, 0.3);

    /** Observed orders are within this of theory. */
    private static final double ORDER_TOLERANCE = 0.1;

    private static final double THICKNESS = 60 * TANH.width();
    private static final double BEGIN = 30 * TANH.width();

    /** Way of the front in a run. */
    private static final double WAY = 4 * TANH.width();

    private static final double DURATION = WAY / ExchangeFront.VELOCITY;

    private static NppProblem problem(ExchangeFront front, Mesh mesh) {
        return Glass.bombarded(
                        front.nativeLaw(), Glass.constant(ExchangeFront.FOREIGN_DIFFUSIVITY), Glass.beam(WAY, DURATION))
                .start(front.state(mesh, BEGIN))
                .build();
    }

    private static double spatialError(ExchangeFront front, EdgeDiffusivity edges, int cells, boolean moving) {
        final Mesh mesh = Mesh.uniform(THICKNESS, cells + 1);
        final DoubleFunction<double[]> nodesAt = t -> moving ? stretched(mesh, t) : mesh.toArray();
        final NppState end =
                EqualSteps.run(problem(front, mesh), edges, PoissonModel.ELECTRONEUTRAL, 2, DURATION, 1000, nodesAt);
        return front.error(end, BEGIN + WAY);
    }

    /** Nodes that move smoothly, those in the middle with three quarters of the front's velocity. */
    private static double[] stretched(Mesh mesh, double time) {
        final double[] x = mesh.toArray();
        for (int k = 1; k < x.length - 1; k++) {
            x[k] += 0.75 * ExchangeFront.VELOCITY * time * Math.pow(Math.sin(Math.PI * x[k] / THICKNESS), 2);
        }
        return x;
    }

    @ParameterizedTest
    @CsvSource({
        "BLENDED,2,false",
        "ARITHMETIC,2,false",
        "HARMONIC,2,false",
        "HARMONIC_BLENDED,2,false",
        "CENTRED,2,false",
        "LOGARITHMIC,2,false",
        "UPWIND,1,false",
        "BLENDED,2,true",
        "UPWIND,1,true"
    })
    void theErrorFallsWithTheOrderOfTheEdgeDiffusivity(EdgeDiffusivity edges, int order, boolean moving) {
        final double coarse = spatialError(BENT, edges, 240, moving);
        final double medium = spatialError(BENT, edges, 480, moving);
        final double fine = spatialError(BENT, edges, 960, moving);
        assertEquals(order, log2(coarse / medium), ORDER_TOLERANCE);
        assertEquals(order, log2(medium / fine), ORDER_TOLERANCE);
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void theTanhProfileIsReachedInSecondOrder(boolean moving) {
        final double coarse = spatialError(TANH, EdgeDiffusivity.BLENDED, 120, moving);
        final double medium = spatialError(TANH, EdgeDiffusivity.BLENDED, 240, moving);
        final double fine = spatialError(TANH, EdgeDiffusivity.BLENDED, 480, moving);
        assertEquals(2, log2(coarse / medium), ORDER_TOLERANCE);
        assertEquals(2, log2(medium / fine), ORDER_TOLERANCE);
    }

    @ParameterizedTest
    @CsvSource({"1,false", "2,false", "1,true", "2,true"})
    void theErrorInTimeFallsWithTheOrderOfTheIntegrator(int order, boolean moving) {
        final Mesh mesh = Mesh.uniform(THICKNESS, 481);
        final DoubleFunction<double[]> nodesAt = t -> moving ? stretched(mesh, t) : mesh.toArray();
        final NppState[] ends = new NppState[4];
        for (int i = 0; i < ends.length; i++) {
            ends[i] = EqualSteps.run(
                    problem(TANH, mesh),
                    EdgeDiffusivity.BLENDED,
                    PoissonModel.ELECTRONEUTRAL,
                    order,
                    DURATION,
                    80 << i,
                    nodesAt);
        }
        assertEquals(order, log2(difference(ends[0], ends[1]) / difference(ends[1], ends[2])), ORDER_TOLERANCE);
        assertEquals(order, log2(difference(ends[1], ends[2]) / difference(ends[2], ends[3])), ORDER_TOLERANCE);
    }

    @ParameterizedTest
    @CsvSource({"ELECTRONEUTRAL,false", "ELECTRONEUTRAL,true", "FULL,false", "FULL,true"})
    void theErrorInTimeOfTrapezoidsAndBdf2InTurnsFallsInSecondOrder(PoissonModel poisson, boolean moving) {
        final Mesh mesh = Mesh.uniform(THICKNESS, 481);
        final DoubleFunction<double[]> nodesAt = t -> moving ? stretched(mesh, t) : mesh.toArray();
        final NppState[] ends = new NppState[4];
        for (int i = 0; i < ends.length; i++) {
            ends[i] = EqualSteps.runPairs(problem(TANH, mesh), poisson, DURATION, 40 << i, nodesAt);
        }
        assertEquals(2, log2(difference(ends[0], ends[1]) / difference(ends[1], ends[2])), 0.15);
        assertEquals(2, log2(difference(ends[1], ends[2]) / difference(ends[2], ends[3])), ORDER_TOLERANCE);
    }

    private static double difference(NppState a, NppState b) {
        double worst = 0;
        for (int k = 0; k < a.mesh().size(); k++) {
            worst = Math.max(worst, Math.abs(a.density(1, k) - b.density(1, k)) / Glass.BULK);
        }
        return worst;
    }

    @Test
    void theLeastChargeOfFullPoissonIsAQuarterOfTheSquaredDebyeLength() {
        final double debyeSquared = Glass.PERMITTIVITY * Glass.THERMAL_VOLTAGE / Glass.CHARGE_DENSITY;
        final double expected = -0.25 * debyeSquared / (TANH.width() * TANH.width());
        final Mesh mesh = Mesh.uniform(THICKNESS, 961);
        final NppState end = EqualSteps.run(
                problem(TANH, mesh), EdgeDiffusivity.BLENDED, PoissonModel.FULL, 2, DURATION, 400, t -> mesh.toArray());
        double least = 0;
        for (int k = 0; k < mesh.size(); k++) {
            least = Math.min(least, end.chargeDensity(k) / Glass.CHARGE_DENSITY);
        }
        assertEquals(expected, least, 5e-3 * Math.abs(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "FOLLOW_FRONTS,BDF2,1e-2",
        "FOLLOW_FRONTS,BDF2,1e-3",
        "FOLLOW_FRONTS,IMPLICIT_EULER,1e-3",
        "FOLLOW_FRONTS,TR_BDF2,1e-2",
        "FOLLOW_FRONTS,TR_BDF2,1e-3",
        "FIXED,TR_BDF2,1e-2",
        "FIXED,TR_BDF2,1e-3",
        "FIXED,BDF2,1e-2",
        "FIXED,BDF2,1e-3"
    })
    void theMeanErrorFromTheVirginSampleStaysBelowTheTolerance(
            MeshMotion motion, Integrator integrator, double tolerance) {
        final double way = 40 * TANH.width();
        final double duration = way / ExchangeFront.VELOCITY;
        final NppProblem problem = Glass.bombarded(
                        TANH.nativeLaw(), Glass.constant(ExchangeFront.FOREIGN_DIFFUSIVITY), Glass.beam(way, duration))
                .mesh(Mesh.uniform(THICKNESS, 401))
                .build();
        final SolverOptions options = SolverOptions.defaults()
                .withTolerance(tolerance)
                .withIntegrator(integrator)
                .withMeshMotion(motion);
        final Trajectory run = NppSolver.of(options).evolve(problem, duration);
        assertTrue(TANH.meanError(run.finalState(), way) <= tolerance);
    }

    private static double log2(double ratio) {
        return Math.log(ratio) / Math.log(2);
    }
}
