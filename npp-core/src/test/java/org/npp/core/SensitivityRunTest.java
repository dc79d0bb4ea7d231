package org.npp.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.npp.core.mesh.Mesh;
import org.npp.core.sensitivity.Parameter;
import org.npp.core.sensitivity.ProfileSensitivity;
import org.npp.core.sensitivity.Surface;

/** What the solver hands out of a run with parameters. */
class SensitivityRunTest {
    private static final double DURATION = 1000;
    private static final Parameter FOREIGN = new Parameter.Diffusivity(1, "diffusivity");
    private static final Parameter BEAM = new Parameter.DriveFactor(Surface.FRONT);

    private static NppProblem problem(double foreign, double factor) {
        return Glass.bombarded(Glass.steep(1e-17), Glass.constant(foreign), Glass.beam(factor * 30e-9, DURATION))
                .mesh(Mesh.uniform(1e-6, 201))
                .build();
    }

    @Test
    void theRunItselfIsTheSameDigitForDigit() {
        final NppSolver solver = NppSolver.of(SolverOptions.defaults());
        final Trajectory plain = solver.evolve(problem(2e-21, 1), DURATION, 300);
        final Trajectory run = solver.evolve(problem(2e-21, 1), DURATION, List.of(FOREIGN, BEAM), 300);
        assertEquals(plain.history(), run.history());
        assertArrayEquals(plain.finalState().densities(1), run.finalState().densities(1));
        assertArrayEquals(plain.finalState().potentials(), run.finalState().potentials());
        assertEquals(List.of(), plain.finalState().sensitivities());
        assertEquals(2, run.outputs().get(0).sensitivities().size());
    }

    @Test
    void theFirstStateOfADifferentRunIsPredicted() {
        final NppSolver solver = NppSolver.of(SolverOptions.defaults().withTolerance(1e-4));
        for (final Parameter parameter : List.of(FOREIGN, BEAM)) {
            final boolean beam = parameter == BEAM;
            final double scale = beam ? 1 : 2e-21;
            final ProfileSensitivity found = solver.evolve(problem(2e-21, 1), DURATION, List.of(parameter))
                    .finalState()
                    .sensitivity(parameter);
            final double h = 0.02;
            final double[] at = new double[2];
            for (int i = 0; i < 2; i++) {
                final double f = 1 + (2 * i - 1) * h;
                at[i] = solver.evolve(beam ? problem(2e-21, f) : problem(2e-21 * f, 1), DURATION)
                        .finalState()
                        .potential(0);
            }
            System.out.println(parameter + " " + found.potential(0) * scale + " " + (at[1] - at[0]) / (2 * h));
        }
        assertTrue(true);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 | x
            """)
    void dummy(int i, String s) {
        assertThrows(IllegalStateException.class, () -> {
            throw new IllegalStateException(s + i);
        });
    }
}
