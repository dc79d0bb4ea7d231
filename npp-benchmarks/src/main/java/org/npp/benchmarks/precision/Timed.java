package org.npp.benchmarks.precision;

import java.util.function.Supplier;

/**
 * What a run gave, and the shortest time it took, warm.
 *
 * @param result the result
 * @param seconds the shortest time [s]
 * @param <T> type of the result
 */
record Timed<T>(T result, double seconds) {
    private static final int LEAST_RUNS = 3;

    /**
     * Runs something again and again.
     *
     * @param run the run
     * @param budget time after which no further run is begun [s]
     * @param <T> type of its result
     */
    static <T> Timed<T> of(Supplier<T> run, double budget) {
        final long begin = System.nanoTime();
        double best = Double.POSITIVE_INFINITY;
        T result = run.get();
        double spent = 1e-9 * (System.nanoTime() - begin);
        if (spent > budget) {
            return new Timed<>(result, spent);
        }
        for (int i = 0; i < LEAST_RUNS || spent < budget; i++) {
            final long start = System.nanoTime();
            result = run.get();
            best = Math.min(best, 1e-9 * (System.nanoTime() - start));
            spent = 1e-9 * (System.nanoTime() - begin);
        }
        return new Timed<>(result, best);
    }
}
