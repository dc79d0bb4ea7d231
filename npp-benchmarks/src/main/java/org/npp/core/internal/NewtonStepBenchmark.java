package org.npp.core.internal;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Newton's method for one time step, stopped by its accuracy after one or after two iterations: the difference is an
 * iteration, the rest what a step costs once. Divide by the nodes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class NewtonStepBenchmark {
    /** Any update is small enough. */
    private static final double ANY = 1e9;

    /** The second update is small enough, the first not. */
    private static final double SECOND = 1e-5;

    /** Number of nodes. */
    @Param({"80", "1000"})
    public int nodes = 80;

    /** Number of iterations. */
    @Param({"1", "2"})
    public int iterations = 1;

    private ExchangeStep step = ExchangeStep.of(nodes, SECOND);

    /**
     * Makes the levels of a step.
     *
     * @throws IllegalStateException if the method takes another number of iterations
     */
    @Setup
    public void makeLevels() {
        step = ExchangeStep.of(nodes, iterations == 1 ? ANY : SECOND);
        if (step() != NewtonSolver.Outcome.CONVERGED || step.iterations() != iterations) {
            throw new IllegalStateException("the step took " + step.iterations() + " iterations");
        }
    }

    /**
     * Solves the step from the guess that the steps before give.
     *
     * @return how it ended
     */
    @Benchmark
    public NewtonSolver.Outcome step() {
        return step.solve();
    }
}
