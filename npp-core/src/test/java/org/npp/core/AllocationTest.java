package org.npp.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.npp.core.boundary.IonCondition.blocked;
import static org.npp.core.boundary.IonCondition.neutral;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.npp.core.boundary.Boundary;
import org.npp.core.boundary.ElectricCondition.Attachment;
import org.npp.core.flux.EdgeDiffusivity;
import org.npp.core.internal.NewtonSolver;
import org.npp.core.internal.TimeStepper;
import org.npp.core.mesh.Mesh;
import org.npp.core.time.Integrator;
import org.npp.core.transport.ConstantCorrelation;
import org.npp.core.transport.DiffusivityLaw;
import org.npp.core.transport.FadingCorrelation;

class AllocationTest {
    /** The code that is measured allocates in every round or in none; the compiler only in some. */
    private static final int ROUNDS = 30;

    private static final int STEPS = 10;

    @ParameterizedTest
    @CsvSource({"1,CENTRED", "2,CENTRED", "2,HARMONIC"})
    void aTimeStepAllocatesNothing(int order, EdgeDiffusivity edges) {
        final NppProblem problem = Glass.bombarded(
                        Glass.constant(1e-17), Glass.constant(2e-21), Glass.beam(100e-9, 1e4))
                .mesh(Mesh.logarithmic(1e-6, 1e-9, 100))
                .build();
        assertEquals(0, leastBytes(problem, order, edges));
    }

    private static long leastBytes(NppProblem problem, int order, EdgeDiffusivity edges) {
        final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        final ScaledProblem scaled = ScaledProblem.of(problem, edges, PoissonModel.FULL);
        final TimeStepper stepper =
                TimeStepper.of(scaled.model(), scaled.start(), Integrator.BDF2, NewtonSolver.STRICT);
        final double[] positions = problem.mesh().toArray();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            final long before = threads.getCurrentThreadAllocatedBytes();
            run(stepper, order, positions);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }

    /** From the search for fronts and the motion of the nodes to the history: all that a run does between two steps. */
    @Test
    void aRunAllocatesNothingBetweenItsSteps() {
        final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        final NppProblem problem = Glass.bombarded(
                        Glass.constant(1e-17), Glass.constant(2e-21), Glass.beam(100e-9, 1e4))
                .mesh(Mesh.logarithmic(1e-6, 1e-9, 100))
                .build();
        final long[] allocated = new long[1000];
        final int[] steps = new int[1];
        final NppSolver solver = NppSolver.of(SolverOptions.defaults().withCancelled(() -> {
            allocated[steps[0]++] = threads.getCurrentThreadAllocatedBytes();
            return false;
        }));
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            steps[0] = 0;
            solver.evolve(problem, 1e4);
            least = Math.min(least, allocated[steps[0] - 1] - allocated[2]);
        }
        assertTrue(steps[0] > 30);
        assertEquals(0, least);
    }

    @Test
    void aTimeStepWithAMobilityMatrixAllocatesNothingMore() {
        final DiffusivityLaw one = Glass.constant(1e-17);
        final DiffusivityLaw other = Glass.constant(2e-21);
        final NppProblem problem = NppProblem.builder()
                .temperature(Glass.TEMPERATURE)
                .permittivity(Glass.PERMITTIVITY)
                .ion(Ion.of("Li", 1, Glass.BULK))
                .ion(Ion.of("K", 1, 0))
                .mobility(FadingCorrelation.of(ConstantCorrelation.of(List.of(one, other), 1, 0.3, 0.3, 1)))
                .mesh(Mesh.logarithmic(1e-6, 1e-9, 100))
                .front(Boundary.of(new Attachment(1, Glass.beam(100e-9, 1e4)), blocked(), neutral()))
                .back(Glass.groundedBack())
                .build();
        assertEquals(0, leastBytes(problem, 2, EdgeDiffusivity.BLENDED));
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
