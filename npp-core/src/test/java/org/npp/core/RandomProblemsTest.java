package org.npp.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random problems with a solution, solved with default options: nearly all finish, the others tell why, and whatever
 * comes out is positive, finite and keeps the ions.
 *
 * <p>The build takes the first {@value #SAMPLE}. All {@value #ALL} run with {@code mvn -Pstudies -pl npp-core test}.
 */
class RandomProblemsTest {
    private static final int SAMPLE = 200;
    private static final int ALL = 10_000;

    /** Share of the problems that may fail; of all {@value #ALL} one was seen to. */
    private static final double MAY_FAIL = 0.01;

    /** Ions found less ions entered, over those passed. */
    private static final double ION_BALANCE = 1e-9;

    /** Difference of the current between faces, over its largest part. */
    private static final double UNIFORMITY = 1e-9;

    /** Accepted and rejected steps; about five seconds of four ions on 120 nodes. */
    private static final int MOST_STEPS = 12_000;

    private static final NppSolver SOLVER =
            NppSolver.of(SolverOptions.defaults().withMaxSteps(MOST_STEPS));

    @Test
    void aSampleFinishesOrTellsWhy() {
        checkAll(SAMPLE);
    }

    @Test
    @Tag("study")
    void allFinishOrTellWhy() {
        checkAll(ALL);
    }

    @Test
    void theSameSeedDrawsTheSameProblem() {
        assertEquals(RandomProblem.of(7).summary(), RandomProblem.of(7).summary());
        assertFalse(RandomProblem.of(7).summary().equals(RandomProblem.of(8).summary()));
    }

    /** In these the rounding of a single update would leave a millionth of the current between faces. */
    @ParameterizedTest
    @ValueSource(longs = {1900, 6109})
    void aStepIsIteratedUntilTheCurrentIsTheSameAtAllFaces(long seed) {
        final RandomProblem drawn = RandomProblem.of(seed);
        final RunStatistics statistics =
                SOLVER.evolve(drawn.problem(), drawn.duration()).statistics();
        assertTrue(statistics.currentUniformityError() <= UNIFORMITY, drawn.summary());
    }

    private static void checkAll(int count) {
        final List<String> failures = LongStream.range(0, count)
                .parallel()
                .mapToObj(RandomProblem::of)
                .map(RandomProblemsTest::check)
                .filter(failure -> !failure.isEmpty())
                .toList();
        assertTrue(
                failures.size() <= MAY_FAIL * count,
                () -> failures.size() + " of " + count + " failed:\n" + String.join("\n", failures));
    }

    /** Solves a problem and checks what comes out; returns how it failed, empty if it did not. */
    private static String check(RandomProblem drawn) {
        try {
            final Trajectory run = SOLVER.evolve(drawn.problem(), drawn.duration());
            assertEquals(Termination.COMPLETED, run.statistics().termination(), drawn.summary());
            assertEquals(drawn.duration(), run.finalState().time(), drawn.summary());
            checkState(drawn, run);
            return "";
        } catch (SimulationException thrown) {
            checkReport(drawn, thrown);
            checkState(drawn, thrown.partial());
            return drawn.summary() + ": " + thrown.getMessage();
        }
    }

    private static void checkState(RandomProblem drawn, Trajectory run) {
        final NppState state = run.finalState();
        final List<Double> numbers = new ArrayList<>();
        numbers.add(state.surfaceCharge());
        for (int k = 0; k < state.mesh().size(); k++) {
            numbers.add(state.potential(k));
            numbers.add(state.chargeDensity(k));
            for (int i = 0; i < state.ionCount(); i++) {
                numbers.add(state.density(i, k));
            }
        }
        assertTrue(numbers.stream().allMatch(Double::isFinite), drawn.summary());
        final RunStatistics statistics = run.statistics();
        assertTrue(statistics.minDensityFraction() >= 0, drawn.summary());
        assertTrue(
                statistics.ionBalanceError() <= ION_BALANCE,
                () -> "ion balance " + statistics.ionBalanceError() + ": " + drawn.summary());
        assertTrue(statistics.timeSteps() + statistics.rejectedSteps() <= MOST_STEPS + 2, drawn.summary());
    }

    private static void checkReport(RandomProblem drawn, SimulationException thrown) {
        final Failure failure = thrown.failure();
        final NppState last = thrown.partial().finalState();
        assertEquals(last.time(), failure.time(), drawn.summary());
        assertTrue(failure.time() >= 0 && failure.time() < drawn.duration(), drawn.summary());
        assertTrue(failure.timeStep() > 0, drawn.summary());
        assertEquals(last.mesh().node(failure.node()), failure.depth(), drawn.summary());
        assertTrue(
                failure.unknown().equals("potential")
                        || drawn.problem().ions().stream()
                                .anyMatch(ion -> ion.name().equals(failure.unknown())),
                drawn.summary());
        assertTrue(
                failure.termination() == Termination.STEP_LIMIT
                        || !failure.updates().isEmpty(),
                drawn.summary());
        assertTrue(failure.message().contains(failure.termination().name()), drawn.summary());
    }
}
