package org.npp.core;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.npp.core.boundary.IonCondition.blocked;
import static org.npp.core.boundary.IonCondition.discharged;
import static org.npp.core.boundary.IonCondition.neutral;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.npp.core.boundary.Boundary;
import org.npp.core.boundary.ElectricCondition;
import org.npp.core.boundary.ElectricCondition.Attachment;
import org.npp.core.exact.MultiIonWave;
import org.npp.core.mesh.Mesh;
import org.npp.core.transport.ConstantDiffusivity;

/** Three ions one behind the other, two fronts, against the exact wave. */
class MultiIonRunTest {
    private static final double VELOCITY = 1e-11;
    private static final double[] DIFFUSIVITIES = {1e-18, 1e-19, 2e-20};

    /** Depth of the deeper front at the start [m]; the other is 50 nm behind. */
    private static final double BEGIN = 100e-9;

    private static final double WAY = 40e-9;
    private static final MultiIonWave WAVE =
            MultiIonWave.ofInterfaces(DIFFUSIVITIES, new double[] {0, -50e-9}, VELOCITY);

    private static NppState start(Mesh mesh) {
        final double[][] densities = new double[3][mesh.size()];
        for (int k = 0; k < mesh.size(); k++) {
            for (int i = 0; i < 3; i++) {
                densities[i][k] = Glass.BULK * WAVE.fraction(i, mesh.node(k) - BEGIN);
            }
        }
        return NppState.of(0, mesh, new double[mesh.size()], densities, new double[mesh.size()], 0);
    }

    private static double error(NppState state, double depth) {
        double worst = 0;
        for (int k = 0; k < state.mesh().size(); k++) {
            for (int i = 0; i < 3; i++) {
                final double exact = WAVE.fraction(i, state.mesh().node(k) - depth);
                worst = Math.max(worst, Math.abs(state.density(i, k) / Glass.BULK - exact));
            }
        }
        return worst;
    }

    /** With default options, and what a smaller tolerance gains. */
    @ParameterizedTest
    @CsvSource({
        "ELECTRONEUTRAL,1e-3,201,1e-3",
        "FULL,1e-3,201,1e-3",
        "FULL,1e-3,161,1e-3",
        "FULL,1e-3,801,1e-3",
        "FULL,1e-4,401,4e-4"
    })
    void bothFrontsMoveAsTheWave(PoissonModel poisson, double tolerance, int nodes, double bound) {
        final Mesh mesh = Mesh.uniform(300e-9, nodes);
        final double duration = WAY / VELOCITY;
        final NppProblem problem = NppProblem.builder()
                .temperature(Glass.TEMPERATURE)
                .permittivity(Glass.PERMITTIVITY)
                .ion(Ion.of("Li", 1, Glass.BULK, ConstantDiffusivity.of(DIFFUSIVITIES[0])))
                .ion(Ion.of("Na", 1, 0, ConstantDiffusivity.of(DIFFUSIVITIES[1])))
                .ion(Ion.of("K", 1, 0, ConstantDiffusivity.of(DIFFUSIVITIES[2])))
                .start(start(mesh))
                .front(Boundary.of(new Attachment(2, Glass.beam(WAY, duration)), blocked(), blocked(), neutral()))
                .back(Boundary.of(ElectricCondition.potential(0), discharged(), blocked(), blocked()))
                .build();
        final SolverOptions options =
                SolverOptions.defaults().withPoisson(poisson).withTolerance(tolerance);
        final NppState end = NppSolver.of(options).evolve(problem, duration).finalState();
        final double found = error(end, BEGIN + WAY);
        assertTrue(found <= bound, "largest error of a fraction " + found);
    }
}
