package org.npp.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.npp.core.boundary.IonCondition.blocked;
import static org.npp.core.boundary.IonCondition.density;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.npp.core.boundary.Boundary;
import org.npp.core.boundary.Drive;
import org.npp.core.boundary.ElectricCondition;
import org.npp.core.mesh.Mesh;

/** Diffusion of two ions without current. */
class InterdiffusionTest {
    private static final SolverOptions FIXED = SolverOptions.defaults().withMeshMotion(MeshMotion.FIXED);

    private static double[] filled(Mesh mesh, double density) {
        final double[] densities = new double[mesh.size()];
        Arrays.fill(densities, density);
        return densities;
    }

    private static NppState uncharged(Mesh mesh, double[]... densities) {
        return NppState.of(0, mesh, new double[mesh.size()], densities, new double[mesh.size()], 0);
    }

    /** Interdiffusion without current, c(0) = 1: the foreign fraction at eta = x/sqrt(D_2 t). */
    @ParameterizedTest
    @CsvSource({
        "1,0.72367361,0.47950012,0.15729921",
        "0.5,0.81280634,0.60811291,0.24298833",
        "0.1,0.93570113,0.83687053,0.51173196",
        "2,0.61269541,0.35059750,0.09581440"
    })
    void interdiffusionWithoutCurrentIsSelfSimilar(double ratio, double atHalf, double atOne, double atTwo) {
        final double foreign = 1e-20;
        final double time = 1e4;
        final double unit = Math.sqrt(foreign * time);
        final Mesh mesh = Mesh.uniform(20 * unit, 801);
        final double[] nativeStart = filled(mesh, Glass.BULK);
        final double[] foreignStart = new double[mesh.size()];
        nativeStart[0] = 0;
        foreignStart[0] = Glass.BULK;
        final NppProblem problem = Glass.ofIons(Glass.constant(foreign / ratio), Glass.constant(foreign))
                .start(uncharged(mesh, nativeStart, foreignStart))
                .front(Boundary.of(ElectricCondition.potential(0), density(0), density(Glass.BULK)))
                .back(Boundary.of(new ElectricCondition.SurfaceCharge(Drive.constant(0)), blocked(), blocked()))
                .build();
        final NppState end =
                NppSolver.of(FIXED.withTolerance(1e-5)).evolve(problem, time).finalState();
        assertEquals(atHalf, end.density(1, 20) / Glass.BULK, 1e-3);
        assertEquals(atOne, end.density(1, 40) / Glass.BULK, 1e-3);
        assertEquals(atTwo, end.density(1, 80) / Glass.BULK, 1e-3);
    }
}
