package org.npp.benchmarks.precision;

import org.npp.cait.CaitCase;
import org.npp.cait.CaitResult;
import org.npp.cait.CaitSimulation;

/**
 * A simulation and the shortest time it took, warm.
 *
 * @param result the result
 * @param seconds the shortest time [s]
 */
record Timed(CaitResult result, double seconds) {
    private static final int LEAST_RUNS = 3;

    /**
     * Runs a case again and again.
     *
     * @param experiment the case
     * @param budget time after which no further run is begun [s]
     */
    static Timed of(CaitCase experiment, double budget) {
        final CaitSimulation simulation = CaitSimulation.of(experiment);
        final long begin = System.nanoTime();
        double best = Double.POSITIVE_INFINITY;
        CaitResult result = simulation.runOnce();
        double spent = 1e-9 * (System.nanoTime() - begin);
        if (spent > budget) {
            return new Timed(result, spent);
        }
        for (int run = 0; run < LEAST_RUNS || spent < budget; run++) {
            final long start = System.nanoTime();
            result = simulation.runOnce();
            best = Math.min(best, 1e-9 * (System.nanoTime() - start));
            spent = 1e-9 * (System.nanoTime() - begin);
        }
        return new Timed(result, best);
    }
}
