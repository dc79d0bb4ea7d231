package org.npp.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.npp.core.sensitivity.Parameter;
import org.npp.core.sensitivity.ProfileSensitivity;
import org.npp.core.sensitivity.Surface;
import org.npp.core.time.Integrator;

/** Derivatives against differences of fourth order of the same steps on the same nodes. */
class SensitivityTest {
    /** Of the largest derivative in the profile; what remains is Newton's tolerance 1e-12 over the relative change. */
    private static final double TOLERANCE = 1e-6;

    /** Change of a parameter over its scale: the front moves by less than 1 % of its width. */
    private static final double CHANGE = 2e-4;

    /** A derivative of less than this share of the profile's unit over the parameter's scale counts as that. */
    private static final double LEAST = 1e-2;

    /** Charge density of a front [C/m³]. */
    private static final double EXCESS_CHARGE = 1e-3 * Glass.CHARGE_DENSITY;

    /** Charge on the surface under a beam [C/m²]. */
    private static final double SURFACE_CHARGE = 2e-3;

    private static final double DURATION = 2000;

    private static final Parameter EARLIER_BEAM = new Parameter.Earlier(new Parameter.DriveFactor(Surface.FRONT));

    private static List<Parameter> parameters(Specimen.Setup setup) {
        if (setup == Specimen.Setup.BEAM_OF_THREE_IONS) {
            final List<Parameter> all = new ArrayList<>(parameters());
            all.add(Parameter.VirginDensity.ofFixedLaws(2));
            return all;
        }
        return parameters();
    }

    private static List<Parameter> parameters() {
        return List.of(
                new Parameter.Diffusivity(0, "factor"),
                new Parameter.Diffusivity(0, "slope"),
                new Parameter.Diffusivity(0, "activation"),
                new Parameter.Diffusivity(1, "diffusivity"),
                new Parameter.ExcessPotential(0, "factor"),
                new Parameter.ExcessPotential(0, "slope"),
                Parameter.VirginDensity.ofFixedLaws(0),
                Parameter.VirginDensity.ofScaledLaws(0),
                new Parameter.Temperature(),
                new Parameter.DriveFactor(Surface.FRONT),
                new Parameter.DriveOffset(Surface.FRONT),
                new Parameter.DriveOffset(Surface.BACK));
    }

    @ParameterizedTest
    @CsvSource({
        "BEAM,FOLLOW_FRONTS,BDF2,FULL",
        "BEAM,FOLLOW_FRONTS,IMPLICIT_EULER,FULL",
        "BEAM,FIXED,BDF2,FULL",
        "BEAM,FOLLOW_FRONTS,BDF2,ELECTRONEUTRAL",
        "LIMITED_BEAM,FOLLOW_FRONTS,BDF2,FULL",
        "LIMITED_BEAM,FIXED,IMPLICIT_EULER,ELECTRONEUTRAL",
        "BEAM_OF_THREE_IONS,FOLLOW_FRONTS,BDF2,FULL",
        "POTENTIAL,FOLLOW_FRONTS,BDF2,FULL",
        "SURFACE_CHARGE,FIXED,BDF2,FULL"
    })
    void everyDerivativeIsTheLimitOfDifferences(
            Specimen.Setup setup, MeshMotion motion, Integrator integrator, PoissonModel poisson) {
        final SolverOptions options = SolverOptions.defaults()
                .withTolerance(3e-2)
                .withMeshMotion(motion)
                .withIntegrator(integrator)
                .withPoisson(poisson);
        final Specimen specimen = Specimen.of(setup);
        final Recording recording = Recording.of(specimen.problem(), options, DURATION);
        assertTrue(recording.steps() > 15);
        assertEquals(motion == MeshMotion.FOLLOW_FRONTS, recording.movement() > 0.01);
        final List<Parameter> parameters = parameters(setup);
        final List<NppState[]> moved = new ArrayList<>();
        NppState state;
        do {
            moved.clear();
            state = recording.replay(specimen.problem(), parameters);
            for (final Parameter parameter : parameters) {
                moved.add(moved(
                        specimen.scale(parameter),
                        change -> recording.replay(
                                specimen.plus(parameter, change).problem(), List.of())));
            }
        } while (!recording.isSettled());
        for (int p = 0; p < parameters.size(); p++) {
            compare(parameters.get(p), state, moved.get(p), specimen.scale(parameters.get(p)));
        }
    }

    @Test
    void aRunGoesOnWithTheDerivativesOfItsStart() {
        final SolverOptions options = SolverOptions.defaults().withTolerance(3e-2);
        final Specimen first = Specimen.of(Specimen.Setup.BEAM);
        final Specimen second = Specimen.of(Specimen.Setup.POTENTIAL);
        final Recording before = Recording.of(first.problem(), options, DURATION);
        final List<Parameter> parameters = parameters();
        final List<Parameter> asked = new ArrayList<>(parameters);
        asked.add(EARLIER_BEAM);
        final NppState unchanged = before.replay(first.problem(), parameters);
        final Recording after = Recording.of(second.from(unchanged).problem(), options, DURATION);
        final List<NppState[]> moved = new ArrayList<>();
        NppState end;
        do {
            moved.clear();
            final NppState middle = before.replay(first.problem(), parameters);
            end = after.replay(second.from(middle).problem(), asked);
            for (final Parameter parameter : asked) {
                moved.add(moved(first.scale(parameter), change -> {
                    final Specimen start = first.plus(inFirstRun(parameter), change);
                    final NppState between = before.replay(start.problem(), List.of());
                    return after.replay(
                            second.plus(parameter, change).from(between).problem(), List.of());
                }));
            }
        } while (!(before.isSettled() && after.isSettled()));
        for (int p = 0; p < asked.size(); p++) {
            compare(asked.get(p), end, moved.get(p), first.scale(asked.get(p)));
        }
    }

    private static Parameter inFirstRun(Parameter parameter) {
        return parameter instanceof Parameter.Earlier earlier ? earlier.parameter() : parameter;
    }

    private static NppState[] moved(double scale, DoubleFunction<NppState> run) {
        final double step = CHANGE * scale;
        return DoubleStream.of(-2 * step, -step, step, 2 * step).mapToObj(run).toArray(NppState[]::new);
    }

    private static void compare(Parameter parameter, NppState state, NppState[] moved, double scale) {
        final ProfileSensitivity found = state.sensitivity(parameter);
        for (int i = 0; i < state.ionCount(); i++) {
            final int ion = i;
            compare(parameter, scale, Glass.BULK, moved, s -> s.densities(ion), found.densities(ion));
        }
        compare(parameter, scale, 1, moved, NppState::potentials, found.potentials());
        final double[] charge = new double[found.size()];
        Arrays.setAll(charge, found::chargeDensity);
        compare(parameter, scale, EXCESS_CHARGE, moved, SensitivityTest::chargeDensities, charge);
        final double[] surface = {found.surfaceCharge()};
        compare(parameter, scale, SURFACE_CHARGE, moved, s -> new double[] {s.surfaceCharge()}, surface);
    }

    private static double[] chargeDensities(NppState state) {
        final double[] charge = new double[state.mesh().size()];
        Arrays.setAll(charge, state::chargeDensity);
        return charge;
    }

    private static void compare(
            Parameter parameter,
            double scale,
            double unit,
            NppState[] moved,
            Function<NppState, double[]> profile,
            double[] found) {
        final double[][] values = Arrays.stream(moved).map(profile).toArray(double[][]::new);
        final double[] expected = new double[found.length];
        double largest = LEAST * unit / scale;
        for (int k = 0; k < found.length; k++) {
            final double near = values[2][k] - values[1][k];
            final double far = values[3][k] - values[0][k];
            expected[k] = (8 * near - far) / (12 * CHANGE * scale);
            largest = Math.max(largest, Math.abs(expected[k]));
        }
        assertArrayEquals(expected, found, TOLERANCE * largest, parameter.toString());
    }
}
