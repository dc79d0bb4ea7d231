package org.npp.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.npp.core.boundary.IonCondition.blocked;
import static org.npp.core.boundary.IonCondition.discharged;
import static org.npp.core.boundary.IonCondition.neutral;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.npp.core.boundary.Boundary;
import org.npp.core.boundary.Drive;
import org.npp.core.boundary.ElectricCondition;
import org.npp.core.boundary.ElectricCondition.Attachment;
import org.npp.core.flux.EdgeDiffusivity;
import org.npp.core.mesh.Mesh;
import org.npp.core.time.Integrator;

/** What a run must keep, whatever its options: ions, charge, positivity. */
class ConservationTest {
    private static final double THICKNESS = 1e-6;
    private static final double DEPTH = 100e-9;
    private static final double TIME = 1e4;
    private static final double BULK_DIFFUSIVITY = 1e-17;

    /** Found and dose are sums of a few hundred terms. */
    private static final double DOSE_TOLERANCE = 1e-12;

    private static void check(Trajectory run) {
        final RunStatistics statistics = run.statistics();
        assertTrue(statistics.ionBalanceError() <= 1e-10, "ions " + statistics);
        assertTrue(statistics.currentUniformityError() <= 1e-9, "current " + statistics);
        assertTrue(statistics.minDensityFraction() >= 0, "density " + statistics);
        assertEquals(Termination.COMPLETED, statistics.termination());
    }

    /** e z int n dx + sigma_s = int j dt. */
    private static void checkDose(NppState start, NppState end, int ion, int charge, double dose) {
        final double found = charge * Glass.CHARGE_DENSITY * (Glass.amount(end, ion) - Glass.amount(start, ion))
                + end.surfaceCharge()
                - start.surfaceCharge();
        assertEquals(dose, found, DOSE_TOLERANCE * dose);
    }

    private static NppState virgin(Mesh mesh) {
        final double[][] densities = new double[2][mesh.size()];
        Arrays.fill(densities[0], Glass.BULK);
        return NppState.of(0, mesh, new double[mesh.size()], densities, new double[mesh.size()], 0);
    }

    static Stream<Arguments> variants() {
        final List<Arguments> variants = new ArrayList<>();
        for (final MeshMotion motion : MeshMotion.values()) {
            for (final Integrator integrator : Integrator.values()) {
                for (final EdgeDiffusivity edges : EdgeDiffusivity.values()) {
                    variants.add(Arguments.of(motion, integrator, edges));
                }
            }
        }
        return variants.stream();
    }

    @ParameterizedTest
    @MethodSource("variants")
    void ionsAndChargeAreKeptByEveryVariant(MeshMotion motion, Integrator integrator, EdgeDiffusivity edges) {
        final Mesh mesh = Mesh.logarithmic(THICKNESS, 5e-9, 121);
        final NppProblem problem = Glass.bombarded(
                        Glass.steep(BULK_DIFFUSIVITY), Glass.constant(2e-21), Glass.beam(DEPTH, TIME))
                .mesh(mesh)
                .build();
        final Trajectory run = NppSolver.of(SolverOptions.defaults()
                        .withTolerance(1e-2)
                        .withMeshMotion(motion)
                        .withIntegrator(integrator)
                        .withEdgeDiffusivity(edges))
                .evolve(problem, TIME);
        check(run);
        checkDose(virgin(mesh), run.finalState(), 1, 1, Glass.CHARGE_DENSITY * DEPTH);
    }

    /** sigma_s -> eps (kT/ze) J_M/(N D_M). */
    @ParameterizedTest
    @ValueSource(doubles = {2e-21, 3e-22, 5.3e-23})
    void theSurfaceChargeEndsAtTheFieldThatDrivesTheForeignIon(double foreign) {
        final Mesh mesh = Mesh.logarithmic(THICKNESS, 1e-9, 301);
        final NppProblem problem = Glass.bombarded(
                        Glass.steep(BULK_DIFFUSIVITY), Glass.constant(foreign), Glass.beam(DEPTH, TIME))
                .mesh(mesh)
                .build();
        final NppState end =
                NppSolver.of(SolverOptions.defaults()).evolve(problem, TIME).finalState();
        final double expected = Glass.PERMITTIVITY * Glass.THERMAL_VOLTAGE * (DEPTH / TIME) / foreign;
        assertEquals(expected, end.surfaceCharge(), 0.015 * expected);
    }

    @Test
    void aPiecewiseLinearBeamBringsExactlyItsCharge() {
        final double top = Glass.CHARGE_DENSITY * DEPTH / TIME;
        final Drive pulses = Drive.piecewiseLinear(
                new double[] {0, 0.1 * TIME, 0.4 * TIME, 0.5 * TIME, 0.7 * TIME, TIME},
                new double[] {0.1 * top, top, top, 0.1 * top, 2 * top, 0.2 * top});
        final Mesh mesh = Mesh.logarithmic(THICKNESS, 5e-9, 121);
        final NppProblem problem = Glass.bombarded(Glass.steep(BULK_DIFFUSIVITY), Glass.constant(2e-21), pulses)
                .mesh(mesh)
                .build();
        final double dose = top * TIME * (0.055 + 0.3 + 0.055 + 0.21 + 0.33);
        for (final Integrator integrator : Integrator.values()) {
            final Trajectory run = NppSolver.of(
                            SolverOptions.defaults().withTolerance(1e-2).withIntegrator(integrator))
                    .evolve(problem, TIME);
            assertTrue(run.statistics().ionBalanceError() <= 1e-10);
            assertTrue(run.statistics().minDensityFraction() >= 0);
            checkDose(virgin(mesh), run.finalState(), 1, 1, dose);
            final List<History.Entry> entries = run.history().entries();
            assertEquals(dose, entries.get(entries.size() - 1).charge(), DOSE_TOLERANCE * dose);
            for (final double kink : pulses.kinks()) {
                assertTrue(entries.stream().anyMatch(e -> e.time() == kink), "kink " + kink);
            }
        }
    }

    @Test
    void aRunThatStartsFromAFinalStateGoesOnWithItsChargeAndIons() {
        final Mesh mesh = Mesh.logarithmic(THICKNESS, 5e-9, 161);
        final NppProblem first = Glass.bombarded(
                        Glass.steep(BULK_DIFFUSIVITY), Glass.constant(2e-21), Glass.beam(DEPTH, TIME))
                .mesh(mesh)
                .build();
        final NppSolver solver = NppSolver.of(SolverOptions.defaults());
        final NppState middle = solver.evolve(first, 0.5 * TIME).finalState();
        final NppProblem second = Glass.bombarded(
                        Glass.steep(BULK_DIFFUSIVITY), Glass.constant(2e-21), Glass.beam(DEPTH, TIME))
                .start(middle)
                .build();
        final Trajectory rest = solver.evolve(second, 0.5 * TIME);
        check(rest);
        assertEquals(TIME, rest.finalState().time());
        checkDose(middle, rest.finalState(), 1, 1, 0.5 * Glass.CHARGE_DENSITY * DEPTH);
        final NppState whole = solver.evolve(first, TIME).finalState();
        final double wholeFront = depthOfHalf(whole);
        assertEquals(wholeFront, depthOfHalf(rest.finalState()), 2e-3 * wholeFront);
    }

    private static double depthOfHalf(NppState state) {
        int k = 0;
        while (state.density(0, k) < 0.5 * Glass.BULK) {
            k++;
        }
        final double left = state.density(0, k - 1) / Glass.BULK - 0.5;
        final double right = state.density(0, k) / Glass.BULK - 0.5;
        final Mesh mesh = state.mesh();
        return mesh.node(k - 1) + left / (left - right) * (mesh.node(k) - mesh.node(k - 1));
    }

    @Test
    void severalIonsOfOtherChargesAreKept() {
        final double calcium = 0.1 * Glass.BULK;
        final NppProblem problem = NppProblem.builder()
                .temperature(Glass.TEMPERATURE)
                .permittivity(Glass.PERMITTIVITY)
                .ion(Ion.of("Li", 1, 0.5 * Glass.BULK, Glass.constant(1e-17)))
                .ion(Ion.of("Na", 1, 0.3 * Glass.BULK, Glass.constant(1e-18)))
                .ion(Ion.of("Ca", 2, calcium, Glass.constant(1e-20)))
                .ion(Ion.of("Cs", 1, 0, Glass.constant(1e-20)))
                .mesh(Mesh.logarithmic(THICKNESS, 5e-9, 161))
                .front(Boundary.of(
                        new Attachment(3, Glass.beam(DEPTH, TIME)), blocked(), blocked(), blocked(), neutral()))
                .back(Boundary.of(ElectricCondition.potential(0), discharged(), discharged(), blocked(), blocked()))
                .build();
        final Trajectory run =
                NppSolver.of(SolverOptions.defaults().withTolerance(1e-2)).evolve(problem, TIME);
        check(run);
        final NppState end = run.finalState();
        final double dose = Glass.CHARGE_DENSITY * DEPTH;
        assertEquals(dose, Glass.CHARGE_DENSITY * Glass.amount(end, 3) + end.surfaceCharge(), DOSE_TOLERANCE * dose);
        assertEquals(0.1 * THICKNESS, Glass.amount(end, 2), DOSE_TOLERANCE * THICKNESS);
    }

    @Test
    void chargePassedIsWhatTheCurrentIntegratesToAtAPotentialFront() {
        final Mesh mesh = Mesh.logarithmic(THICKNESS, 5e-9, 121);
        final NppProblem problem = Glass.poled(Glass.steep(BULK_DIFFUSIVITY), Glass.constant(2e-21), 1)
                .mesh(mesh)
                .build();
        final Trajectory run =
                NppSolver.of(SolverOptions.defaults().withTolerance(1e-2)).evolve(problem, TIME);
        check(run);
        final List<History.Entry> entries = run.history().entries();
        double charge = 0;
        for (int i = 1; i < entries.size(); i++) {
            charge += entries.get(i).currentDensity()
                    * (entries.get(i).time() - entries.get(i - 1).time());
        }
        final NppState end = run.finalState();
        assertEquals(charge, entries.get(entries.size() - 1).charge(), DOSE_TOLERANCE * charge);
        checkDose(virgin(mesh), end, 1, 1, charge);
    }
}
