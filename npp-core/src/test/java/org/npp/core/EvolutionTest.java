package org.npp.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.npp.core.boundary.Drive;
import org.npp.core.mesh.Mesh;
import org.npp.core.transport.NodeFormula;

/** Output times, hooks, limits and failures of a run. */
class EvolutionTest {
    private static final double TIME = 1e4;
    private static final SolverOptions OPTIONS = SolverOptions.defaults().withTolerance(1e-2);

    private static NppProblem.Builder glass() {
        return Glass.bombarded(Glass.steep(1e-17), Glass.constant(2e-21), Glass.beam(100e-9, TIME))
                .mesh(Mesh.logarithmic(1e-6, 1e-9, 81));
    }

    @Test
    void outputTimesAreHitExactly() {
        final double[] times = {1e-3, 1.1, Math.PI, 777.7777777, Math.nextDown(TIME), TIME};
        final Trajectory run = NppSolver.of(OPTIONS).evolve(glass().build(), TIME, times);
        assertEquals(times.length, run.outputs().size());
        for (int i = 0; i < times.length; i++) {
            assertEquals(times[i], run.outputs().get(i).time());
        }
        assertEquals(TIME, run.finalState().time());
    }

    @Test
    void historyBeginsAtTheStartAndHasOneEntryPerStep() {
        final Trajectory run = NppSolver.of(OPTIONS).evolve(glass().build(), TIME);
        final List<History.Entry> entries = run.history().entries();
        assertEquals(run.statistics().timeSteps() + 1, entries.size());
        assertEquals(0, entries.get(0).time());
        assertEquals(0, entries.get(0).currentDensity());
        assertTrue(entries.get(0).frontDepth().isEmpty());
        final History.Entry last = entries.get(entries.size() - 1);
        assertEquals(TIME, last.time());
        assertEquals(Glass.CHARGE_DENSITY * 100e-9 / TIME, last.currentDensity(), 1e-12 * last.currentDensity());
        assertEquals(run.finalState().surfaceCharge(), last.surfaceCharge());
        assertEquals(run.finalState().potential(0), last.surfacePotential());
        assertEquals(100e-9, last.frontDepth().orElseThrow(), 20e-9);
    }

    @Test
    void progressIsToldAfterEveryAcceptedStep() {
        final List<Progress> told = new ArrayList<>();
        final Trajectory run = NppSolver.of(OPTIONS.withProgress(told::add)).evolve(glass().build(), TIME);
        assertEquals(run.statistics().timeSteps(), told.size());
        for (int i = 0; i < told.size(); i++) {
            final double time = run.history().entries().get(i + 1).time();
            assertEquals(new Progress(time, TIME, i + 1), told.get(i));
        }
    }

    @Test
    void aCancelledRunKeepsWhatItHas() {
        final List<Progress> told = new ArrayList<>();
        final NppSolver solver = NppSolver.of(OPTIONS.withProgress(told::add).withCancelled(() -> told.size() >= 30));
        final NppProblem problem = glass().build();
        final SimulationException thrown =
                assertThrows(SimulationException.class, () -> solver.evolve(problem, TIME, 1e-3, TIME));
        final Progress last = told.get(29);
        assertEquals(Termination.CANCELLED, thrown.failure().termination());
        assertEquals(last.time(), thrown.failure().time());
        assertEquals(last.time(), thrown.partial().finalState().time());
        assertEquals(1, thrown.partial().outputs().size());
        assertEquals(31, thrown.partial().history().entries().size());
        assertEquals(Termination.CANCELLED, thrown.partial().statistics().termination());
        assertTrue(String.valueOf(thrown.getMessage()).startsWith("run stopped (CANCELLED) at t = "));
    }

    /** A measured current of many points, about one that is known exactly: the charge 1 + sin of it. */
    @Test
    void aDriveOfManyPointsTakesHardlyMoreStepsThanPoints() {
        final Trajectory coarse = underWaves(201);
        final Trajectory fine = underWaves(2001);
        assertTrue(
                fine.statistics().timeSteps() <= 1.1 * 2001,
                "steps " + fine.statistics().timeSteps());
        final double front = coarse.history()
                .entries()
                .get(coarse.statistics().timeSteps())
                .frontDepth()
                .orElseThrow();
        final double fineFront = fine.history()
                .entries()
                .get(fine.statistics().timeSteps())
                .frontDepth()
                .orElseThrow();
        assertEquals(front, fineFront, 1e-3 * front);
        assertEquals(
                coarse.finalState().potential(0),
                fine.finalState().potential(0),
                2e-3 * fine.finalState().potential(0));
    }

    private static Trajectory underWaves(int points) {
        final double[] times = new double[points];
        final double[] currents = new double[points];
        for (int i = 0; i < points; i++) {
            times[i] = TIME * i / (points - 1);
            currents[i] = Glass.CHARGE_DENSITY * 100e-9 / TIME * (1 + 0.5 * Math.sin(8 * Math.PI * i / (points - 1)));
        }
        final NppProblem problem = Glass.bombarded(
                        Glass.steep(1e-17), Glass.constant(2e-21), Drive.piecewiseLinear(times, currents))
                .mesh(Mesh.logarithmic(1e-6, 0.2e-9, 80))
                .build();
        return NppSolver.of(SolverOptions.defaults()).evolve(problem, TIME);
    }

    @Test
    void theStepLimitEndsARun() {
        final NppSolver solver = NppSolver.of(OPTIONS.withMaxSteps(12));
        final NppProblem problem = glass().build();
        final SimulationException thrown = assertThrows(SimulationException.class, () -> solver.evolve(problem, TIME));
        assertEquals(Termination.STEP_LIMIT, thrown.failure().termination());
        final RunStatistics statistics = thrown.partial().statistics();
        assertEquals(12, statistics.timeSteps() + statistics.rejectedSteps());
        assertTrue(thrown.failure().updates().isEmpty());
    }

    @ParameterizedTest
    @EnumSource(MeshMotion.class)
    void aLawThatBreaksDownIsReportedWithTimePlaceIonAndHistory(MeshMotion motion) {
        // the native diffusivity is NaN where less than half is left
        final NodeFormula broken = NodeFormula.of(n -> n[0] < 0.5 * Glass.BULK ? Double.NaN : 1e-17, (n, v, j) -> 0);
        final NppProblem problem = Glass.bombarded(broken, Glass.constant(1e-18), Glass.beam(100e-9, TIME))
                .mesh(Mesh.uniform(1e-6, 201))
                .build();
        final NppSolver solver = NppSolver.of(OPTIONS.withMeshMotion(motion));
        final SimulationException thrown = assertThrows(SimulationException.class, () -> solver.evolve(problem, TIME));
        final Failure failure = thrown.failure();
        assertEquals(Termination.NOT_FINITE, failure.termination());
        final NppState last = thrown.partial().finalState();
        assertEquals(failure.time(), last.time());
        assertTrue(failure.time() > 0 && failure.time() < TIME, "time " + failure.time());
        assertTrue(failure.timeStep() > 0);
        assertEquals(last.mesh().node(failure.node()), failure.depth());
        assertFalse(failure.updates().isEmpty());
        assertEquals(failure.message(), thrown.getMessage());
        assertTrue(String.valueOf(thrown.getMessage())
                .matches("Newton stopped after \\d+ iterations \\(NOT_FINITE\\) at"
                        + " t = [0-9.e+-]+ s, step [0-9.e+-]+ s: update NaN, tolerance [0-9.e+-]+, worst at node \\d+"
                        + " \\(x = [0-9.e+-]+ nm, \\w+\\)"));
        // what was computed is a state to start from
        final NppProblem rest = Glass.bombarded(Glass.constant(1e-17), Glass.constant(1e-18), Glass.beam(100e-9, TIME))
                .start(last)
                .build();
        final Trajectory run = NppSolver.of(OPTIONS).evolve(rest, TIME - last.time());
        final double found = Glass.CHARGE_DENSITY * Glass.amount(run.finalState(), 1)
                + run.finalState().surfaceCharge();
        assertEquals(Glass.CHARGE_DENSITY * 100e-9, found, 1e-12 * Glass.CHARGE_DENSITY * 100e-9);
    }

    @ParameterizedTest
    @EnumSource(MeshMotion.class)
    void aForeignIonThatArrivesAtABackItCannotPassEndsTheRun(MeshMotion motion) {
        // 1.5 times the native ions of the plate are to leave; the foreign one follows with a sharp front
        final NppProblem problem = Glass.bombarded(
                        Glass.constant(1e-17), Glass.constant(1e-20), Glass.beam(1.5e-6, TIME))
                .mesh(Mesh.logarithmic(1e-6, 1e-9, 81))
                .build();
        final NppSolver solver = NppSolver.of(OPTIONS.withMeshMotion(motion));
        final SimulationException thrown = assertThrows(SimulationException.class, () -> solver.evolve(problem, TIME));
        final Failure failure = thrown.failure();
        assertEquals(Termination.NEGATIVE_DENSITY, failure.termination());
        assertEquals("Li", failure.unknown());
        assertEquals(80, failure.node());
        assertEquals(TIME / 1.5, failure.time(), 1e-2 * TIME);
    }
}
