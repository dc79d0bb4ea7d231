package org.npp.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailureTest {
    @Test
    void aFailedIterationIsToldWithItsPlace() {
        final List<Double> residuals = new ArrayList<>(List.of(1.0, 3.2e-7));
        final Failure failure =
                new Failure(Termination.NEWTON_STAGNATION, 3.1e4, 0.25, 17, 104.2e-9, "Li", residuals, 1e-10);
        residuals.clear();
        assertEquals(
                "Newton stopped after 2 iterations (NEWTON_STAGNATION) at t = 31000.0 s, step 0.250 s:"
                        + " update 3.20e-07, tolerance 1.00e-10, worst at node 17 (x = 104.200 nm, Li)",
                failure.message());
    }

    @Test
    void anIonThatIsUsedUpIsToldWithItsPlace() {
        final Failure failure =
                new Failure(Termination.NEGATIVE_DENSITY, 3.1e4, 2.5e-9, 80, 1e-6, "Li", List.of(1.0, 0.5), 1e-5);
        assertEquals(
                "run stopped (NEGATIVE_DENSITY) at t = 31000.0 s: Li is used up at node 80 (x = 1000.00 nm), where the"
                        + " conditions ask for more of it; the same with steps down to 2.50e-09 s",
                failure.message());
    }

    @Test
    void aRunThatWasEndedIsToldWithoutAPlace() {
        final Failure failure = new Failure(Termination.CANCELLED, 12.5, 1, 0, 0, "potential", List.of(), 1e-12);
        assertEquals("run stopped (CANCELLED) at t = 12.5000 s", failure.message());
    }
}
