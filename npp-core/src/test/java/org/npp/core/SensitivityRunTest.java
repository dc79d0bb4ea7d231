package org.npp.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.npp.core.mesh.Mesh;
import org.npp.core.sensitivity.Parameter;
import org.npp.core.sensitivity.ProfileSensitivity;
import org.npp.core.sensitivity.Surface;
import org.npp.core.time.Integrator;
import org.npp.core.transport.NodeFormula;

/** What the solver takes and hands out in a run with parameters. */
class SensitivityRunTest {
    private static final double DURATION = 1000;
    private static final double FOREIGN_DIFFUSIVITY = 2e-21;
    private static final Parameter FOREIGN = new Parameter.Diffusivity(1, "diffusivity");
    private static final Parameter BEAM = new Parameter.DriveFactor(Surface.FRONT);

    /** Tolerance of the runs that are predicted: each has steps and a mesh of its own. */
    private static final double TOLERANCE = 1e-4;

    /** Of a quantity, in the difference of two runs. */
    private static final double REMESHED = TOLERANCE;

    private static final double CHANGE = 0.02;

    private static NppProblem problem(double foreignFactor, double beamFactor) {
        return Glass.bombarded(
                        Glass.steep(1e-17),
                        Glass.constant(foreignFactor * FOREIGN_DIFFUSIVITY),
                        Glass.beam(beamFactor * 30e-9, DURATION))
                .mesh(Mesh.uniform(1e-6, 201))
                .build();
    }

    @Test
    void anIntegratorWithoutDerivativesIsRefused() {
        final NppSolver solver = NppSolver.of(SolverOptions.defaults().withIntegrator(Integrator.TR_BDF2));
        final IllegalArgumentException thrown = assertThrows(
                IllegalArgumentException.class, () -> solver.evolve(problem(1, 1), DURATION, List.of(FOREIGN)));
        assertEquals("derivatives to parameters need BDF2 or implicit Euler: TR_BDF2", thrown.getMessage());
    }

    @Test
    void theRunItselfIsTheSameDigitForDigit() {
        final NppSolver solver = NppSolver.of(SolverOptions.defaults());
        final Trajectory plain = solver.evolve(problem(1, 1), DURATION, 300);
        final Trajectory run = solver.evolve(problem(1, 1), DURATION, List.of(FOREIGN, BEAM), 300);
        assertEquals(plain.history(), run.history());
        assertArrayEquals(plain.finalState().densities(1), run.finalState().densities(1));
        assertArrayEquals(plain.finalState().potentials(), run.finalState().potentials());
        assertEquals(plain.statistics().ionBalanceError(), run.statistics().ionBalanceError());
    }

    @Test
    void everyStateHasTheDerivativesAskedFor() {
        final Trajectory run = NppSolver.of(SolverOptions.defaults())
                .evolve(problem(1, 1), DURATION, List.of(FOREIGN, BEAM), 300, 600);
        for (final NppState state : run.outputs()) {
            final List<Parameter> parameters = state.sensitivities().stream()
                    .map(ProfileSensitivity::parameter)
                    .toList();
            assertEquals(List.of(FOREIGN, BEAM), parameters);
            assertEquals(state.mesh().size(), state.sensitivity(BEAM).size());
        }
        final NppState end = run.finalState();
        final IllegalArgumentException none =
                assertThrows(IllegalArgumentException.class, () -> end.sensitivity(new Parameter.Temperature()));
        assertEquals("state has no derivative to Temperature[]", none.getMessage());
    }

    @Test
    void runsWithMeshesAndStepsOfTheirOwnArePredicted() {
        final NppSolver solver = NppSolver.of(SolverOptions.defaults().withTolerance(TOLERANCE));
        final NppState base =
                solver.evolve(problem(1, 1), DURATION, List.of(FOREIGN, BEAM)).finalState();
        final double[] changes = {-CHANGE, CHANGE};
        final NppState[] byForeign = Arrays.stream(changes)
                .mapToObj(h -> solver.evolve(problem(1 + h, 1), DURATION).finalState())
                .toArray(NppState[]::new);
        final NppState[] byBeam = Arrays.stream(changes)
                .mapToObj(h -> solver.evolve(problem(1, 1 + h), DURATION).finalState())
                .toArray(NppState[]::new);
        compare(base, base.sensitivity(FOREIGN), FOREIGN_DIFFUSIVITY, byForeign);
        compare(base, base.sensitivity(BEAM), 1, byBeam);
    }

    private static void compare(NppState base, ProfileSensitivity found, double scale, NppState[] runs) {
        final double change = 2 * CHANGE * scale;
        final double volts = runs[1].potential(0) - runs[0].potential(0);
        assertEquals(volts, change * found.potential(0), REMESHED * base.potential(0));
        final Mesh mesh = base.mesh();
        final double depth = meanDepth(base);
        final double byParameter = (moment(mesh, found.densities(1), 1) - depth * moment(mesh, found.densities(1), 0))
                / moment(mesh, base.densities(1), 0);
        assertEquals(meanDepth(runs[1]) - meanDepth(runs[0]), change * byParameter, REMESHED * depth);
    }

    private static double meanDepth(NppState state) {
        return moment(state.mesh(), state.densities(1), 1) / moment(state.mesh(), state.densities(1), 0);
    }

    private static double moment(Mesh mesh, double[] profile, int power) {
        double sum = 0;
        for (int k = 1; k < profile.length; k++) {
            final double left = profile[k - 1] * Math.pow(mesh.node(k - 1), power);
            final double right = profile[k] * Math.pow(mesh.node(k), power);
            sum += 0.5 * (left + right) * (mesh.node(k) - mesh.node(k - 1));
        }
        return sum;
    }

    @Test
    void aGivenProfileDoesNotDependOnTheVirginSample() {
        final NppSolver solver = NppSolver.of(SolverOptions.defaults());
        final NppState start = solver.evolve(problem(1, 1), DURATION).finalState();
        final Parameter density = Parameter.VirginDensity.ofFixedLaws(0);
        final NppProblem next = Glass.bombarded(
                        Glass.steep(1e-17), Glass.constant(FOREIGN_DIFFUSIVITY), Glass.beam(30e-9, DURATION))
                .start(start)
                .build();
        final NppState end = solver.evolve(next, DURATION, List.of(density)).finalState();
        for (final double one : end.sensitivity(density).densities(0)) {
            assertTrue(one == 0);
        }
    }

    static Stream<Arguments> wrongParameters() {
        final Parameter name = new Parameter.Diffusivity(1, "fwhm");
        final Parameter ion = new Parameter.Diffusivity(2, "diffusivity");
        final Parameter ideal = new Parameter.ExcessPotential(0, "slope");
        final Parameter excess = new Parameter.ExcessPotential(1, "strength");
        final Parameter foreign = Parameter.VirginDensity.ofScaledLaws(1);
        return Stream.of(
                Arguments.of(List.of(name), "Diffusivity[ion=1, name=fwhm]: the law's parameters are [diffusivity]"),
                Arguments.of(List.of(ion), "Diffusivity[ion=2, name=diffusivity]: the problem has 2 ions"),
                Arguments.of(List.of(ideal), "ExcessPotential[ion=0, name=slope]: the ion has no excess potential"),
                Arguments.of(List.of(excess), "ExcessPotential[ion=1, name=strength]: the law's parameters are []"),
                Arguments.of(
                        List.of(foreign),
                        "VirginDensity[ion=1, scaledLaws=true]: the virgin density must be > 0 to scale laws by it"),
                Arguments.of(List.of(BEAM, BEAM), "parameters must differ: DriveFactor[surface=FRONT] twice"));
    }

    @ParameterizedTest
    @MethodSource("wrongParameters")
    void aParameterTheProblemDoesNotHaveIsNamed(List<Parameter> parameters, String message) {
        final NppProblem problem = NppProblem.builder()
                .temperature(Glass.TEMPERATURE)
                .permittivity(Glass.PERMITTIVITY)
                .ion(Ion.of("Li", 1, Glass.BULK, Glass.constant(1e-17)))
                .ion(new Ion("K", 1, 0, Glass.constant(1e-20), Optional.of(NodeFormula.quadratic(0, 0))))
                .mesh(Mesh.uniform(1e-6, 11))
                .front(problem(1, 1).front())
                .back(Glass.groundedBack())
                .build();
        final NppSolver solver = NppSolver.of(SolverOptions.defaults());
        final IllegalArgumentException thrown =
                assertThrows(IllegalArgumentException.class, () -> solver.evolve(problem, DURATION, parameters));
        assertEquals(message, thrown.getMessage());
    }
}
