package org.npp.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.npp.core.flux.EdgeDiffusivity;
import org.npp.core.internal.NewtonSolver;
import org.npp.core.internal.Sensitivities;
import org.npp.core.internal.TimeStepper;
import org.npp.core.mesh.Mesh;
import org.npp.core.sensitivity.Parameter;
import org.npp.core.sensitivity.ProfileSensitivity;
import org.npp.core.sensitivity.Surface;
import org.npp.core.time.Integrator;

/** Derivatives of the travelling front, started from the exact ones, against the exact ones. */
class SensitivityConvergenceTest {
    private static final ExchangeFront TANH = ExchangeFront.of(0.9, 0);
    private static final double WIDTH = TANH.width();

    /** dln w/dln D_2. */
    private static final double WIDTH_BY_FOREIGN = 1 / 0.9;

    private static final double ORDER_TOLERANCE = 0.1;

    /** Largest error of a derivative, over the largest derivative, at a tolerance of 1e-4. */
    private static final double FOLLOWED = 1e-2;

    private static final double THICKNESS = 60 * WIDTH;
    private static final double BEGIN = 30 * WIDTH;
    private static final double WAY = 4 * WIDTH;
    private static final double DURATION = WAY / ExchangeFront.VELOCITY;
    private static final Parameter FOREIGN = new Parameter.Diffusivity(1, "diffusivity");
    private static final Parameter BEAM = new Parameter.DriveFactor(Surface.FRONT);

    /** Derivative of the foreign fraction to the logarithm of a parameter. */
    private static double exact(Parameter parameter, double x, double way) {
        final double ahead = x - BEGIN - way;
        final double c = TANH.foreign(ahead);
        final double shift = parameter.equals(BEAM) ? way - ahead : WIDTH_BY_FOREIGN * ahead;
        return c * (1 - c) * shift / WIDTH;
    }

    private static double scale(Parameter parameter) {
        return parameter.equals(BEAM) ? 1 : ExchangeFront.FOREIGN_DIFFUSIVITY;
    }

    private static ProfileSensitivity start(Parameter parameter, Mesh mesh) {
        final double[][] densities = new double[2][mesh.size()];
        for (int k = 0; k < mesh.size(); k++) {
            densities[1][k] = Glass.BULK * exact(parameter, mesh.node(k), 0) / scale(parameter);
            densities[0][k] = -densities[1][k];
        }
        return ProfileSensitivity.of(parameter, new double[mesh.size()], densities, new double[mesh.size()], 0);
    }

    /** A run on nodes that follow the front, from a profile that was given on others. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theDerivativesOfAProfileAreTakenToTheNodesOfTheFront(boolean beam) {
        final Parameter parameter = beam ? BEAM : FOREIGN;
        final Mesh mesh = Mesh.uniform(THICKNESS, 401);
        final NppProblem problem = Glass.bombarded(
                        TANH.nativeLaw(), Glass.constant(ExchangeFront.FOREIGN_DIFFUSIVITY), Glass.beam(WAY, DURATION))
                .start(TANH.state(mesh, BEGIN).with(List.of(start(parameter, mesh))))
                .build();
        final SolverOptions options = SolverOptions.defaults().withTolerance(1e-4);
        final NppState end = NppSolver.of(options)
                .evolve(problem, DURATION, List.of(parameter))
                .finalState();
        final ProfileSensitivity found = end.sensitivity(parameter);
        double worst = 0;
        double largest = 0;
        for (int k = 0; k < end.mesh().size(); k++) {
            final double exact = exact(parameter, end.mesh().node(k), WAY);
            worst = Math.max(worst, Math.abs(found.density(1, k) * scale(parameter) / Glass.BULK - exact));
            largest = Math.max(largest, Math.abs(exact));
        }
        assertTrue(worst <= FOLLOWED * largest, "largest error " + worst / largest);
    }

    private static double error(Parameter parameter, int cells, int steps, boolean moving) {
        final Mesh mesh = Mesh.uniform(THICKNESS, cells + 1);
        final NppProblem problem = Glass.bombarded(
                        TANH.nativeLaw(), Glass.constant(ExchangeFront.FOREIGN_DIFFUSIVITY), Glass.beam(WAY, DURATION))
                .start(TANH.state(mesh, BEGIN).with(List.of(start(parameter, mesh))))
                .build();
        final ScaledProblem scaled = ScaledProblem.of(problem, EdgeDiffusivity.BLENDED, PoissonModel.ELECTRONEUTRAL);
        final TimeStepper stepper =
                TimeStepper.of(scaled.model(), scaled.start(), Integrator.BDF2, NewtonSolver.STRICT);
        final Sensitivities sensitivities = scaled.sensitivities(List.of(parameter));
        stepper.carry(sensitivities);
        for (int i = 1; i <= steps; i++) {
            final double time = DURATION * i / steps;
            final double[] x = moving ? stretched(mesh, time) : mesh.toArray();
            assertEquals(NewtonSolver.Outcome.CONVERGED, stepper.attempt(time, 2, x));
            stepper.accept();
        }
        final ProfileSensitivity end = sensitivities.profiles().get(0);
        double worst = 0;
        for (int k = 0; k <= cells; k++) {
            final double found = end.density(1, k) * scale(parameter) / Glass.BULK;
            worst = Math.max(
                    worst, Math.abs(found - exact(parameter, stepper.level().depth(k), WAY)));
        }
        return worst;
    }

    /** Nodes that move smoothly, those in the middle with three quarters of the front's velocity. */
    private static double[] stretched(Mesh mesh, double time) {
        final double[] x = mesh.toArray();
        for (int k = 1; k < x.length - 1; k++) {
            x[k] += 0.75 * ExchangeFront.VELOCITY * time * Math.pow(Math.sin(Math.PI * x[k] / THICKNESS), 2);
        }
        return x;
    }

    @ParameterizedTest
    @CsvSource({"false,false", "false,true", "true,false", "true,true"})
    void theErrorFallsInSecondOrderOfTheSteps(boolean beam, boolean moving) {
        final Parameter parameter = beam ? BEAM : FOREIGN;
        final double coarse = error(parameter, 120, 100, moving);
        final double medium = error(parameter, 240, 200, moving);
        final double fine = error(parameter, 480, 400, moving);
        assertEquals(2, log2(coarse / medium), ORDER_TOLERANCE);
        assertEquals(2, log2(medium / fine), ORDER_TOLERANCE);
    }

    private static double log2(double ratio) {
        return Math.log(ratio) / Math.log(2);
    }
}
