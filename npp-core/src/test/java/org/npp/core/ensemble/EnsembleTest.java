package org.npp.core.ensemble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EnsembleTest {
    private static Ensemble<int[]> ofThreads(int threads) {
        return Ensemble.of(threads, () -> new int[1]);
    }

    @Test
    void resultsAreInTheOrderOfTheIndices() {
        try (Ensemble<int[]> ensemble = ofThreads(3)) {
            final EnsembleResult<Integer> result = ensemble.run(50, (own, i) -> i * i);
            assertEquals(IntStream.range(0, 50).map(i -> i * i).boxed().toList(), result.values());
            assertTrue(result.complete());
            assertEquals(List.of(), result.failures());
            assertEquals(3, ensemble.threads());
        }
    }

    @Test
    void workersRunAtTheSameTimeEachWithItsOwnWorkspace() {
        final CyclicBarrier all = new CyclicBarrier(3);
        try (Ensemble<Object> ensemble = Ensemble.of(3, Object::new)) {
            // no run passes before three have begun
            final EnsembleResult<Object> result = ensemble.run(3, (own, i) -> {
                all.await();
                return own;
            });
            assertEquals(3, result.values().stream().distinct().count());
        }
    }

    @Test
    void aFailureIsKeptWithItsIndexAndDisturbsNoOther() {
        try (Ensemble<int[]> ensemble = ofThreads(2)) {
            final EnsembleResult<Integer> result = ensemble.run(5, (own, i) -> {
                if (i == 3) {
                    throw new IOException("no file " + i);
                }
                return i;
            });
            assertEquals(List.of(0, 1, 2, 4), result.values());
            assertEquals(1, result.failures().size());
            assertEquals(3, result.failures().get(0).index());
            assertEquals("no file 3", result.failures().get(0).cause().getMessage());
            assertTrue(result.complete());
        }
    }

    @Test
    void progressIsToldOnceForEachRun() {
        final List<Integer> told = new ArrayList<>();
        try (Ensemble<int[]> ensemble = ofThreads(4)) {
            assertTrue(ensemble.run(20, (own, i) -> i, told::add, () -> false).complete());
        }
        assertEquals(IntStream.rangeClosed(1, 20).boxed().toList(), told);
    }

    @Test
    void cancelledRunsAreNotBegun() {
        final AtomicInteger begun = new AtomicInteger();
        try (Ensemble<int[]> ensemble = ofThreads(1)) {
            final EnsembleResult<Integer> result =
                    ensemble.run(10, (own, i) -> begun.incrementAndGet(), done -> {}, () -> begun.get() >= 4);
            assertEquals(4, begun.get());
            assertEquals(List.of(1, 2, 3, 4), result.values());
            assertFalse(result.complete());
            assertInstanceOf(Outcome.NotRun.class, result.outcomes().get(4));
            assertEquals(10, result.outcomes().size());
        }
    }

    @Test
    void anInterruptOfTheCallerCancelsAndIsKept() {
        final Thread caller = Thread.currentThread();
        for (final int threads : new int[] {1, 2}) {
            try (Ensemble<int[]> ensemble = ofThreads(threads)) {
                final EnsembleResult<Integer> result = ensemble.run(10, (own, i) -> {
                    caller.interrupt();
                    // until the caller, if it is another thread, has seen it
                    while (caller != Thread.currentThread() && caller.isInterrupted()) {
                        Thread.onSpinWait();
                    }
                    return i + 2;
                });
                assertTrue(Thread.interrupted());
                assertFalse(result.complete());
                assertEquals(2, result.values().get(0));
            }
        }
    }

    @Test
    void anInterruptedRunEndsTheOthers() {
        try (Ensemble<int[]> ensemble = ofThreads(2)) {
            final EnsembleResult<Integer> result = ensemble.run(50, (own, i) -> {
                throw new InterruptedException("enough");
            });
            assertEquals("enough", result.failures().get(0).cause().getMessage());
            assertFalse(result.complete());
        }
    }

    @Test
    void anErrorEndsAll() {
        final StackOverflowError error = new StackOverflowError("deep");
        try (Ensemble<int[]> ensemble = ofThreads(2)) {
            final Error thrown = assertThrows(
                    StackOverflowError.class,
                    () -> ensemble.run(10, (own, i) -> {
                        throw error;
                    }));
            assertSame(error, thrown);
            assertEquals(List.of(0, 1), ensemble.run(2, (own, i) -> i).values());
        }
    }

    @Test
    void whatTheProgressHookThrowsEndsAll() {
        try (Ensemble<int[]> ensemble = ofThreads(2)) {
            final RuntimeException thrown = assertThrows(
                    IllegalStateException.class,
                    () -> ensemble.run(
                            10,
                            (own, i) -> i,
                            done -> {
                                throw new IllegalStateException("hook");
                            },
                            () -> false));
            assertEquals("hook", thrown.getMessage());
        }
    }

    @Test
    void noRunsAreComplete() {
        try (Ensemble<int[]> ensemble = ofThreads(2)) {
            final EnsembleResult<Integer> result = ensemble.run(0, (own, i) -> i);
            assertTrue(result.complete());
            assertEquals(List.of(), result.values());
        }
    }

    @Test
    void wrongCallsAreRefused() {
        assertEquals(
                "threads of an ensemble must be >= 1: 0",
                assertThrows(IllegalArgumentException.class, () -> ofThreads(0)).getMessage());
        final Ensemble<int[]> ensemble = ofThreads(1);
        assertEquals(
                "number of runs must be >= 0: -1",
                assertThrows(IllegalArgumentException.class, () -> ensemble.run(-1, (own, i) -> i))
                        .getMessage());
        final EnsembleResult<Integer> nested = ensemble.run(
                1, (own, i) -> ensemble.run(1, (inner, k) -> k).values().get(0));
        assertEquals(
                "the ensemble is busy with other runs",
                nested.failures().get(0).cause().getMessage());
        ensemble.close();
        assertEquals(
                "the ensemble is closed",
                assertThrows(IllegalStateException.class, () -> ensemble.run(1, (own, i) -> i))
                        .getMessage());
    }
}
