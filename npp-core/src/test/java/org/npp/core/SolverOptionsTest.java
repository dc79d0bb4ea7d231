package org.npp.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.npp.core.flux.EdgeDiffusivity;
import org.npp.core.linear.LinearSolver;
import org.npp.core.time.Integrator;

class SolverOptionsTest {
    private static final SolverOptions DEFAULTS = SolverOptions.defaults();

    @Test
    void defaultsAreAsDocumented() {
        assertEquals(1e-3, DEFAULTS.tolerance());
        assertEquals(Integrator.BDF2, DEFAULTS.integrator());
        assertEquals(MeshMotion.FOLLOW_FRONTS, DEFAULTS.meshMotion());
        assertEquals(EdgeDiffusivity.CENTRED, DEFAULTS.edgeDiffusivity());
        assertEquals(PoissonModel.FULL, DEFAULTS.poisson());
        assertEquals(LinearSolver.BLOCK_THOMAS, DEFAULTS.linearSolver());
        assertEquals(1_000_000, DEFAULTS.maxSteps());
        assertFalse(DEFAULTS.cancelled().getAsBoolean());
        assertFalse(DEFAULTS.denseOutput());
    }

    @Test
    void eachChangeChangesOneOption() {
        final Consumer<Progress> progress = p -> {};
        final BooleanSupplier cancelled = () -> true;
        final SolverOptions changed = DEFAULTS.withTolerance(0.5)
                .withIntegrator(Integrator.IMPLICIT_EULER)
                .withMeshMotion(MeshMotion.FIXED)
                .withEdgeDiffusivity(EdgeDiffusivity.UPWIND)
                .withPoisson(PoissonModel.ELECTRONEUTRAL)
                .withLinearSolver(LinearSolver.BANDED)
                .withMaxSteps(1)
                .withProgress(progress)
                .withCancelled(cancelled)
                .withDenseOutput(true);
        assertEquals(
                new SolverOptions(
                        0.5,
                        Integrator.IMPLICIT_EULER,
                        MeshMotion.FIXED,
                        EdgeDiffusivity.UPWIND,
                        PoissonModel.ELECTRONEUTRAL,
                        LinearSolver.BANDED,
                        1,
                        progress,
                        cancelled,
                        true),
                changed);
        assertSame(progress, changed.withTolerance(0.1).progress());
    }

    @ParameterizedTest
    @CsvSource({"0,0.0", "-1,-1.0", "0.51,0.51", "NaN,NaN"})
    void theToleranceIsAFraction(double value, String text) {
        final IllegalArgumentException thrown =
                assertThrows(IllegalArgumentException.class, () -> DEFAULTS.withTolerance(value));
        assertEquals("tolerance must be in (0, 0.5]: " + text, thrown.getMessage());
    }

    @Test
    void atLeastOneStepIsNeeded() {
        final IllegalArgumentException thrown =
                assertThrows(IllegalArgumentException.class, () -> DEFAULTS.withMaxSteps(0));
        assertEquals("maxSteps must be >= 1: 0", thrown.getMessage());
    }
}
