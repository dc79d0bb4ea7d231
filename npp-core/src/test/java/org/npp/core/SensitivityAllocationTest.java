package org.npp.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.npp.core.internal.NewtonSolver;
import org.npp.core.internal.TimeStepper;
import org.npp.core.sensitivity.Parameter;
import org.npp.core.sensitivity.Surface;
import org.npp.core.time.Integrator;

class SensitivityAllocationTest {
    /** The code that is measured allocates in every round or in none; the compiler only in some. */
    private static final int ROUNDS = 30;

    private static final int STEPS = 10;

    @Test
    void derivativesAllocateNothingInAStep() {
        final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        final TimeStepper plain = stepper(List.of());
        final TimeStepper carrying = stepper(List.of(
                new Parameter.Diffusivity(0, "factor"),
                new Parameter.Diffusivity(0, "slope"),
                new Parameter.Diffusivity(1, "diffusivity"),
                new Parameter.ExcessPotential(0, "activation"),
                Parameter.VirginDensity.ofScaledLaws(0),
                new Parameter.Temperature(),
                new Parameter.DriveFactor(Surface.FRONT),
                new Parameter.DriveOffset(Surface.BACK)));
        assertEquals(least(plain, threads), least(carrying, threads));
    }

    private static TimeStepper stepper(List<Parameter> parameters) {
        final ScaledProblem scaled = ScaledProblem.of(
                Specimen.of(Specimen.Setup.BEAM).problem(),
                SolverOptions.defaults().edgeDiffusivity(),
                PoissonModel.FULL);
        final TimeStepper stepper =
                TimeStepper.of(scaled.model(), scaled.start(), Integrator.BDF2, NewtonSolver.STRICT);
        if (!parameters.isEmpty()) {
            stepper.carry(scaled.sensitivities(parameters));
        }
        return stepper;
    }

    private static long least(TimeStepper stepper, ThreadMXBean threads) {
        final double[] positions = stepper.level().positions().clone();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            final long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < STEPS; i++) {
                final double end = stepper.level().time() + 0.1;
                if (stepper.attempt(end, 2, positions) != NewtonSolver.Outcome.CONVERGED) {
                    throw new IllegalStateException("step to " + end + " s");
                }
                stepper.accept();
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }
}
