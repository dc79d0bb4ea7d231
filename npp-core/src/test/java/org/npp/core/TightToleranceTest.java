package org.npp.core;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.npp.core.mesh.Mesh;

/** Tolerances tighter than the default, and the electroneutral model, on nodes that follow the front. */
class TightToleranceTest {
    @ParameterizedTest
    @CsvSource({"FULL,101,1e-4", "ELECTRONEUTRAL,101,1e-3", "ELECTRONEUTRAL,401,1e-4"})
    void theRunEndsWithinSomeThousandSteps(PoissonModel poisson, int nodes, double tolerance) {
        final ExchangeFront front = ExchangeFront.of(0.9, 0);
        final double way = 40 * front.width();
        final double duration = way / ExchangeFront.VELOCITY;
        final NppProblem problem = Glass.bombarded(
                        front.nativeLaw(), Glass.constant(ExchangeFront.FOREIGN_DIFFUSIVITY), Glass.beam(way, duration))
                .mesh(Mesh.uniform(60 * front.width(), nodes))
                .build();
        final SolverOptions options = SolverOptions.defaults()
                .withTolerance(tolerance)
                .withPoisson(poisson)
                .withMaxSteps(3000);
        final NppState end = NppSolver.of(options).evolve(problem, duration).finalState();
        // the mesh's own error: at most 1e-3 at 101 nodes
        assertTrue(front.meanError(end, way) <= Math.max(tolerance, 100.0 / (nodes * nodes)));
    }
}
