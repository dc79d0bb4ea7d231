package org.npp.cait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.npp.core.History;
import org.npp.core.NppState;
import org.npp.core.PhysicalConstants;
import org.npp.core.Termination;
import org.npp.core.boundary.BeamEnergy;
import org.npp.core.boundary.Drive;
import org.npp.core.transport.ConstantDiffusivity;
import org.npp.sed.GaussianSed;
import org.npp.sed.PopulatedSed;
import org.npp.sed.SedDiffusivity;

/** Stages: joined, split, at rest, at a potential, interrupted. */
class CaitSimulationTest {
    private static final double BULK = 1.41e28;
    private static final double CURRENT = 1.12953452697e-3;
    private static final double DURATION = 2e5;
    private static final double CHARGE = CURRENT * DURATION;

    private static CaitIon lithium() {
        final PopulatedSed sed =
                PopulatedSed.of(GaussianSed.ofFwhm(0.25 * PhysicalConstants.ELEMENTARY_CHARGE), BULK, 0.10, 0);
        return CaitIon.ofNative("Li", 1, BULK, SedDiffusivity.of(sed, 1e-17));
    }

    private static CaitIon foreign(String name, double diffusivity) {
        return CaitIon.ofForeign(name, 1, ConstantDiffusivity.of(diffusivity));
    }

    private static CaitCase experiment(List<Stage> stages) {
        return CaitCase.of(
                "stages",
                300,
                Sample.of(0.5e-3, 10),
                List.of(lithium(), foreign("K", 2.0e-21), foreign("Cs", 5.3e-23)),
                stages);
    }

    /** Charge of the ions of one kind [C/m²]. */
    private static double charge(NppState state, int ion) {
        final int last = state.mesh().size() - 1;
        double sum = 0;
        for (int k = 0; k <= last; k++) {
            final double right = state.mesh().node(Math.min(last, k + 1));
            final double left = state.mesh().node(Math.max(0, k - 1));
            sum += 0.5 * (right - left) * state.density(ion, k);
        }
        return PhysicalConstants.ELEMENTARY_CHARGE * sum;
    }

    @ParameterizedTest
    @CsvSource({"K, k", "Cs, cs"})
    void aRunInTwoStagesEndsWhereTheReferenceDoes(String ion, String reference) throws Exception {
        final Stage half = Stage.attachment(ion, CURRENT, DURATION / 2);
        final CaitResult result =
                CaitSimulation.of(experiment(List.of(half, half))).runOnce();
        assertTrue(result.complete());
        assertEquals(DURATION, result.finalState().time());
        final double distance = ReferenceProfile.of(result.finalState()).distance(ReferenceProfile.read(reference));
        assertTrue(distance <= 1e-3, () -> "L1 = " + distance);
        final List<History.Entry> history = result.history().entries();
        assertEquals(CHARGE, history.get(history.size() - 1).charge(), 1e-12 * CHARGE);
        for (int i = 1; i < history.size(); i++) {
            assertTrue(history.get(i).time() > history.get(i - 1).time());
        }
    }

    @Test
    void aSlowerIonFollowsTheFasterOneWithItsOwnCharge() {
        final CaitResult result = CaitSimulation.of(experiment(List.of(
                        Stage.attachment("K", CURRENT, DURATION / 2), Stage.attachment("Cs", CURRENT, DURATION / 2))))
                .run();
        assertEquals(List.of(), result.warnings());
        final NppState end = result.finalState();
        assertEquals(CHARGE, charge(end, 1) + charge(end, 2) + end.surfaceCharge(), 1e-9 * CHARGE);
        assertEquals(CHARGE / 2, charge(end, 2), 0.02 * CHARGE);
        assertTrue(result.profileError().orElseThrow() < 3e-3);
        assertTrue(end.density(2, 0) > 0.9 * BULK);
    }

    @Test
    void aRestLetsNothingThroughAndTakesInWhatIsOnTheSurface() {
        final CaitResult result = CaitSimulation.of(
                        experiment(List.of(Stage.attachment("K", CURRENT, 1e5), Stage.rest(1e5))))
                .runOnce();
        final NppState end = result.finalState();
        assertEquals(CHARGE / 2, charge(end, 1) + end.surfaceCharge(), 1e-10 * CHARGE);
        assertTrue(end.surfaceCharge() < 1e-4, () -> end.surfaceCharge() + " C/m^2");
        final List<History.Entry> history = result.history().entries();
        assertEquals(0, history.get(history.size() - 1).currentDensity());
    }

    @Test
    void aRestOfVirginGlassChangesNothing() {
        final CaitResult result =
                CaitSimulation.of(experiment(List.of(Stage.rest(1e3)))).run();
        assertTrue(result.complete());
        assertTrue(result.profileError().isEmpty());
        assertEquals(BULK, result.finalState().density(0, 0), 1e-9 * BULK);
        assertEquals(0, result.finalState().surfaceCharge(), 1e-15);
    }

    /** At constant potential the current is the charge of the ions that came in, whatever the path. */
    @Test
    void aPotentialDrivesAsMuchChargeAsItSays() {
        final CaitResult result = CaitSimulation.of(experiment(List.of(Stage.potential("K", 1.2, 1e5))))
                .runOnce();
        final NppState end = result.finalState();
        assertEquals(1.2, end.potential(0), 1e-12);
        final List<History.Entry> history = result.history().entries();
        final double passed = history.get(history.size() - 1).charge();
        assertEquals(passed, charge(end, 1) + end.surfaceCharge(), 1e-9 * passed);
        assertTrue(passed > 0.1 * CHARGE && passed < CHARGE);
    }

    /** The glass charges up to the beam's energy; from then on it takes in what it conducts at that voltage. */
    @Test
    void aBeamOfLittleEnergyIsRepelledAndItsHistoryHasTheCurrentThatAttached() {
        final BeamEnergy beam =
                new BeamEnergy(0.9 * PhysicalConstants.ELEMENTARY_CHARGE, 0.02 * PhysicalConstants.ELEMENTARY_CHARGE);
        final Stage limited = Stage.attachment("K", CURRENT, DURATION).withBeamEnergy(beam);
        final CaitResult result =
                CaitSimulation.of(experiment(List.of(limited, Stage.rest(1e4)))).runOnce();
        assertTrue(result.complete());
        final List<History.Entry> history = result.history().entries();
        final double attached = history.get(history.size() - 1).charge();
        assertEquals(
                attached, charge(result.finalState(), 1) + result.finalState().surfaceCharge(), 1e-9 * attached);
        assertTrue(attached > 0.5 * CHARGE && attached < 0.95 * CHARGE, () -> attached + " C/m^2");
        for (int i = 1; i < history.size(); i++) {
            final History.Entry entry = history.get(i);
            if (entry.time() <= DURATION && entry.time() > 0.2 * DURATION) {
                final double barrier = PhysicalConstants.ELEMENTARY_CHARGE * entry.surfacePotential();
                final double share =
                        1 / (1 + Math.exp((barrier - beam.energy()) / beam.spread() * Math.PI / Math.sqrt(3)));
                // the current is a mean over its step
                assertEquals(share * CURRENT, entry.currentDensity(), 0.05 * CURRENT);
            } else if (entry.time() > DURATION) {
                assertEquals(0, entry.currentDensity());
            }
        }
    }

    @Test
    void aTableOfCurrentCountsFromItsStage() {
        final Stage ramp = new Stage(
                Optional.of("K"),
                Stage.Mode.CURRENT_DENSITY,
                Drive.piecewiseLinear(new double[] {0, 5e4, 1e5}, new double[] {0, 2 * CURRENT, 0}),
                1e5,
                OptionalDouble.empty());
        final CaitResult result =
                CaitSimulation.of(experiment(List.of(ramp, ramp))).runOnce();
        final NppState end = result.finalState();
        assertEquals(CHARGE, charge(end, 1) + end.surfaceCharge(), 1e-9 * CHARGE);
    }

    @Test
    void profilesAreKeptAtTheOutputTimesOfAllStages() {
        final CaitCase plain = experiment(
                List.of(Stage.attachment("K", CURRENT, 1e4), Stage.rest(1e3), Stage.attachment("Cs", CURRENT, 1e4)));
        final List<Double> times = List.of(5e3, 1e4, 1.05e4, 2.1e4);
        final CaitCase kept = new CaitCase(
                plain.title(),
                plain.temperature(),
                plain.sample(),
                plain.ions(),
                plain.stages(),
                plain.start(),
                times,
                plain.numerics());
        final List<Double> found = new ArrayList<>();
        CaitSimulation.of(kept).runOnce().outputs().forEach(state -> found.add(state.time()));
        assertEquals(times, found);
    }

    @Test
    void aCancelledRunKeepsWhatItHas() {
        final int[] steps = {0};
        final CaitResult result = CaitSimulation.of(
                        experiment(List.of(Stage.attachment("K", CURRENT, 1e5), Stage.rest(1e5))))
                .run(progress -> steps[0] = progress.step(), () -> steps[0] >= 20);
        assertFalse(result.complete());
        assertEquals(Termination.CANCELLED, result.failure().orElseThrow().termination());
        assertEquals(20, result.statistics().timeSteps());
        assertTrue(result.profileError().isEmpty());
    }
}
