package org.npp.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.npp.core.boundary.IonCondition.blocked;

import java.util.function.DoubleFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.npp.core.boundary.Boundary;
import org.npp.core.boundary.Drive;
import org.npp.core.boundary.ElectricCondition;
import org.npp.core.flux.EdgeDiffusivity;
import org.npp.core.mesh.Mesh;
import org.npp.core.transport.ConstantDiffusivity;

/**
 * A dissolved salt between closed ends, electroneutral and without current: both ions diffuse with D = 2 D_+ D_-/(D_+ +
 * D_-), c = 1 + a cos(pi x/L) exp(-pi^2 D t/L^2), and psi = (D_- - D_+)/(D_+ + D_-) ln c + const.
 */
class AmbipolarConvergenceTest {
    private static final double CATION = 9e-9;
    private static final double ANION = 1e-9;
    private static final double AMBIPOLAR = 2 * CATION * ANION / (CATION + ANION);
    private static final double LENGTH = 1e-3;
    private static final double UNIT = 1e26;
    private static final double AMPLITUDE = 0.5;

    /** Time in which the amplitude falls to 1/e [s]. */
    private static final double DECAY = LENGTH * LENGTH / (Math.PI * Math.PI * AMBIPOLAR);

    /** Observed orders are within this of theory. */
    private static final double ORDER_TOLERANCE = 0.1;

    private static double fraction(double x, double time) {
        return 1 + AMPLITUDE * Math.cos(Math.PI * x / LENGTH) * Math.exp(-time / DECAY);
    }

    private static NppState run(int cells, int steps, int order, EdgeDiffusivity edges, boolean moving) {
        final Mesh mesh = Mesh.uniform(LENGTH, cells + 1);
        final double[][] densities = new double[2][mesh.size()];
        for (int k = 0; k < mesh.size(); k++) {
            densities[0][k] = UNIT * fraction(mesh.node(k), 0);
            densities[1][k] = densities[0][k];
        }
        final NppProblem problem = NppProblem.builder()
                .temperature(Glass.TEMPERATURE)
                .permittivity(Glass.PERMITTIVITY)
                .ion(Ion.of("cation", 1, UNIT, ConstantDiffusivity.of(CATION)))
                .ion(Ion.of("anion", -1, UNIT, ConstantDiffusivity.of(ANION)))
                .start(NppState.of(0, mesh, new double[mesh.size()], densities, new double[mesh.size()], 0))
                .front(Boundary.of(ElectricCondition.potential(0), blocked(), blocked()))
                .back(Boundary.of(new ElectricCondition.SurfaceCharge(Drive.constant(0)), blocked(), blocked()))
                .build();
        final DoubleFunction<double[]> nodesAt = t -> moving ? stretched(mesh, t) : mesh.toArray();
        return EqualSteps.run(problem, edges, PoissonModel.ELECTRONEUTRAL, order, DECAY, steps, nodesAt);
    }

    /** Nodes that move smoothly, by up to a twentieth of the length. */
    private static double[] stretched(Mesh mesh, double time) {
        final double[] x = mesh.toArray();
        for (int k = 1; k < x.length - 1; k++) {
            x[k] += 0.05 * LENGTH * time / DECAY * Math.sin(2 * Math.PI * x[k] / LENGTH);
        }
        return x;
    }

    private static double densityError(NppState state) {
        double worst = 0;
        for (int k = 0; k < state.mesh().size(); k++) {
            final double exact = fraction(state.mesh().node(k), DECAY);
            worst = Math.max(worst, Math.abs(state.density(0, k) / UNIT - exact));
        }
        return worst;
    }

    private static double potentialError(NppState state) {
        final double slope = (ANION - CATION) / (ANION + CATION);
        double worst = 0;
        for (int k = 0; k < state.mesh().size(); k++) {
            final double exact = slope * Math.log(fraction(state.mesh().node(k), DECAY) / fraction(0, DECAY));
            worst = Math.max(
                    worst, Math.abs((state.potential(k) - state.potential(0)) / Glass.THERMAL_VOLTAGE - exact));
        }
        return worst;
    }

    @ParameterizedTest
    @CsvSource({"BLENDED,false", "CENTRED,false", "BLENDED,true"})
    void densitiesAndPotentialAreOfSecondOrderInTheMeshWidth(EdgeDiffusivity edges, boolean moving) {
        final NppState coarse = run(10, 800, 2, edges, moving);
        final NppState medium = run(20, 800, 2, edges, moving);
        final NppState fine = run(40, 800, 2, edges, moving);
        assertEquals(2, log2(densityError(coarse) / densityError(medium)), ORDER_TOLERANCE);
        assertEquals(2, log2(densityError(medium) / densityError(fine)), ORDER_TOLERANCE);
        assertEquals(2, log2(potentialError(coarse) / potentialError(medium)), ORDER_TOLERANCE);
        assertEquals(2, log2(potentialError(medium) / potentialError(fine)), ORDER_TOLERANCE);
    }

    @ParameterizedTest
    @CsvSource({"1,false", "2,false", "1,true", "2,true"})
    void densitiesAreOfTheOrderOfTheIntegratorInTheTimeStep(int order, boolean moving) {
        // the mesh's error is the same in all, so differences are taken to a run of many steps
        final NppState exact = run(40, 2560, 2, EdgeDiffusivity.BLENDED, moving);
        final double coarse = difference(run(40, 20, order, EdgeDiffusivity.BLENDED, moving), exact);
        final double medium = difference(run(40, 40, order, EdgeDiffusivity.BLENDED, moving), exact);
        final double fine = difference(run(40, 80, order, EdgeDiffusivity.BLENDED, moving), exact);
        assertEquals(order, log2(coarse / medium), ORDER_TOLERANCE);
        assertEquals(order, log2(medium / fine), ORDER_TOLERANCE);
    }

    private static double difference(NppState a, NppState b) {
        double worst = 0;
        for (int k = 0; k < a.mesh().size(); k++) {
            worst = Math.max(worst, Math.abs(a.density(0, k) - b.density(0, k)) / UNIT);
        }
        return worst;
    }

    private static double log2(double ratio) {
        return Math.log(ratio) / Math.log(2);
    }
}
