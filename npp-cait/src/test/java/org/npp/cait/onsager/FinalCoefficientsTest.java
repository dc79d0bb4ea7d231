package org.npp.cait.onsager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.npp.cait.CaitCase;
import org.npp.cait.CaitIon;
import org.npp.cait.CaitResult;
import org.npp.cait.CaitSimulation;
import org.npp.cait.Numerics;
import org.npp.cait.Sample;
import org.npp.cait.Stage;
import org.npp.cait.casefile.CaseFile;
import org.npp.cait.report.ReferenceRun;
import org.npp.core.NppState;
import org.npp.core.PhysicalConstants;
import org.npp.core.boundary.Drive;
import org.npp.core.mesh.Mesh;
import org.npp.core.transport.ConstantDiffusivity;
import org.npp.onsager.HavenRatio;

class FinalCoefficientsTest {
    private static final double THERMAL = PhysicalConstants.BOLTZMANN * 300;
    private static final double CURRENT = 1.12953452697e-3;

    private static CaitCase example(String name) throws Exception {
        return CaseFile.read(Path.of("../examples/lithium-borate/" + name + ".yaml"))
                .experiment();
    }

    /** The surface potential of the run, which no coefficient was made from, is ohmic and diffusion voltage. */
    @ParameterizedTest
    @ValueSource(strings = {"k", "rb", "cs"})
    void resistanceAndDiffusionPotentialMakeUpTheSurfacePotential(String name) throws Exception {
        final CaitResult run = CaitSimulation.of(example(name)).runOnce();
        for (final AssumedLaw law : List.of(
                AssumedLaw.independent(), AssumedLaw.commonHavenRatio(new HavenRatio(0.4)), AssumedLaw.cait())) {
            final FinalCoefficients coefficients = FinalCoefficients.of(run, law);
            final double[] diffusion = coefficients.profile().diffusionPotential();
            final double voltage = CURRENT * coefficients.profile().resistance() - diffusion[diffusion.length - 1];
            assertEquals(run.finalState().potential(0), voltage, 3e-4 * voltage);
        }
    }

    /** Chemical free energy of the sample per area, the bulk as the reference [J/m&sup2;]. */
    private static double freeEnergy(CaitResult run, NppState state) {
        double sum = 0;
        for (int k = 1; k < state.mesh().size(); k++) {
            final double step = state.mesh().node(k) - state.mesh().node(k - 1);
            sum += 0.5 * step * (mixing(run, state, k - 1) + mixing(run, state, k));
        }
        return THERMAL * sum;
    }

    private static double mixing(CaitResult run, NppState state, int k) {
        double sum = 0;
        for (int i = 0; i < 2; i++) {
            final double n = state.density(i, k);
            sum += n > 0 ? n * (Math.log(n / run.experiment().bulkDensity()) - 1) : 0;
        }
        return sum + run.experiment().bulkDensity();
    }

    /** Power of the ions that enter, less what the sample stores, from two later and earlier profiles. */
    @Test
    void theEntropyProductionIsThePowerThatIsNotStored() throws Exception {
        final CaitCase k = example("k");
        final double time = 2e5;
        final double window = 5e3;
        final Numerics usual = k.numerics();
        final Numerics fine = new Numerics(
                1e-4, usual.nodes(), usual.mesh(), usual.edgeDiffusivity(), usual.poisson(), usual.integrator());
        final CaitResult run = CaitSimulation.of(new CaitCase(
                        k.title(),
                        300,
                        k.sample(),
                        k.ions(),
                        List.of(Stage.attachment("K", CURRENT, time + window)),
                        Optional.empty(),
                        List.of(time - window, time),
                        fine))
                .runOnce();
        final NppState middle = run.outputs().get(1);
        final double stored = (freeEnergy(run, run.finalState())
                        - freeEnergy(run, run.outputs().get(0)))
                / (2 * window);
        final double entering = THERMAL
                        / PhysicalConstants.ELEMENTARY_CHARGE
                        * Math.log(middle.density(1, 0) / run.experiment().bulkDensity())
                + middle.potential(0);
        final CaitResult atMiddle = new CaitResult(
                run.experiment(),
                List.of(),
                middle,
                run.history(),
                run.statistics(),
                run.profileError(),
                List.of(),
                Optional.empty());
        final FinalCoefficients coefficients = FinalCoefficients.of(atMiddle, AssumedLaw.independent());
        final double dissipated = 300 * coefficients.meanEntropyProduction() * 0.5e-3;
        assertEquals(CURRENT * entering - stored, dissipated, 1e-4 * dissipated);
        assertTrue(Math.abs(stored) > 1e-3 * dissipated, "or the store would not be tested");
        assertTrue(coefficients.leastEntropyProduction() > 0);
    }

    private static CaitResult withState(CaitCase experiment, NppState state) {
        final CaitResult k = ReferenceRun.potassium();
        return new CaitResult(
                experiment,
                List.of(),
                state,
                k.history(),
                k.statistics(),
                OptionalDouble.empty(),
                List.of(),
                Optional.empty());
    }

    /** Lithium alone, in two stages of different temperatures. */
    private static CaitResult heated(double time, double diffusivity) {
        final CaitIon lithium = CaitIon.ofNative("Li", 1, 1e28, ConstantDiffusivity.of(diffusivity));
        final Stage cold = Stage.attachment("Li", 1e-3, 10);
        final Stage hot = new Stage(
                Optional.of("Li"), Stage.Mode.CURRENT_DENSITY, Drive.constant(1e-3), 10, OptionalDouble.of(400));
        final CaitCase experiment =
                CaitCase.of("heated", 300, Sample.of(1e-6, 10), List.of(lithium), List.of(cold, hot, cold));
        final double[] zero = new double[3];
        return withState(
                experiment,
                NppState.of(time, Mesh.uniform(1e-6, 3), zero, new double[][] {{1e28, 1e28, 1e28}}, zero, 0));
    }

    @ParameterizedTest
    @CsvSource({"0, 300", "10, 300", "10.5, 400", "20, 400", "25, 300", "30, 300", "30.000001, 300"})
    void theTemperatureIsThatOfTheStageTheRunEndedIn(double time, double temperature) {
        final FinalCoefficients found = FinalCoefficients.of(heated(time, 1e-17), AssumedLaw.independent());
        assertEquals(temperature, found.temperature());
        final double e = PhysicalConstants.ELEMENTARY_CHARGE;
        final double sigma = 1e28 * e * e * 1e-17 / (PhysicalConstants.BOLTZMANN * temperature);
        assertEquals(sigma, found.profile().conductivity(1), 1e-14 * sigma);
        assertEquals(1e-6 / sigma, found.profile().resistance(), 1e-14 * 1e-6 / sigma);
        assertEquals(0, found.meanEntropyProduction());
        assertEquals(List.of("Li"), found.ions());
    }

    @Test
    void theLawsDifferInTracerDiffusionAndAreTold() {
        final CaitResult run = ReferenceRun.potassium();
        for (final AssumedLaw law : List.of(
                AssumedLaw.independent(), AssumedLaw.commonHavenRatio(new HavenRatio(0.4)), AssumedLaw.cait())) {
            final FinalCoefficients found = FinalCoefficients.of(run, law);
            assertEquals(law.havenRatio().value(), found.profile().havenRatio(7), 1e-14);
            assertEquals(2e-21 * law.havenRatio().value(), found.profile().tracerDiffusivity(1, 7), 1e-34);
        }
        assertEquals(
                List.of(), FinalCoefficients.of(run, AssumedLaw.independent()).warnings());
        assertEquals(
                List.of("law_contradicts_itself"),
                FinalCoefficients.of(run, AssumedLaw.cait()).warnings().stream()
                        .map(CaitResult.Warning::code)
                        .toList());
    }

    @Test
    void whereNothingConductsIsTold() {
        final CaitCase experiment = heated(0, 1e-17).experiment();
        final double[] zero = new double[3];
        final FinalCoefficients found = FinalCoefficients.of(
                withState(
                        experiment,
                        NppState.of(0, Mesh.uniform(1e-6, 3), zero, new double[][] {{1e28, 0, 1e28}}, zero, 0)),
                AssumedLaw.independent());
        assertEquals(
                List.of(new CaitResult.Warning(
                        "not_conducting",
                        "nothing conducts at node 1 (x = 5.00000e-07 m): transference numbers and Haven ratio are"
                                + " undefined there, and the resistance is infinite")),
                found.warnings());
        assertEquals(Double.POSITIVE_INFINITY, found.profile().resistance());
    }
}
