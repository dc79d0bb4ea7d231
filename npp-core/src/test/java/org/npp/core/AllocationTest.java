package org.npp.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.npp.core.flux.EdgeDiffusivity;
import org.npp.core.internal.NewtonSolver;
import org.npp.core.internal.TimeStepper;
import org.npp.core.mesh.Mesh;
import org.npp.core.time.Integrator;

class AllocationTest {
    /** The code that is measured allocates in every round or in none; the compiler only in some. */
    private static final int ROUNDS = 30;

    private static final int STEPS = 10;

    /** Header and two numbers of the time formula, the one object a step makes. */
    private static final int BYTES_PER_STEP = 32;

    @ParameterizedTest
    @CsvSource({"1,BLENDED", "2,BLENDED", "2,HARMONIC"})
    void aTimeStepAllocatesItsFormulaAndNothingElse(int order, EdgeDiffusivity edges) {
        final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        final Mesh mesh = Mesh.logarithmic(1e-6, 1e-9, 100);
        final NppProblem problem = Glass.bombarded(
                        Glass.constant(1e-17), Glass.constant(2e-21), Glass.beam(100e-9, 1e4))
                .mesh(mesh)
                .build();
        final ScaledProblem scaled = ScaledProblem.of(problem, edges, PoissonModel.FULL);
        final TimeStepper stepper = TimeStepper.of(scaled.model(), scaled.start(), Integrator.BDF2, NewtonSolver.STRICT);
        final double[] positions = mesh.toArray();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            final long before = threads.getCurrentThreadAllocatedBytes();
            run(stepper, order, positions);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertEquals(STEPS * BYTES_PER_STEP, least);
    }

    private static void run(TimeStepper stepper, int order, double[] positions) {
        for (int i = 0; i < STEPS; i++) {
            final NewtonSolver.Outcome outcome = stepper.attempt(stepper.level().time() + 1, order, positions);
            if (outcome != NewtonSolver.Outcome.CONVERGED) {
                throw new IllegalStateException(outcome.name());
            }
            stepper.accept();
        }
    }
}
