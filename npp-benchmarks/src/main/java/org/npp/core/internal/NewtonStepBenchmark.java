package org.npp.core.internal;

import java.util.concurrent.TimeUnit;
import org.npp.core.linear.LinearSolver;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One iteration of Newton's method at the solution of a time step: assembly, factorisation, solution and update, and the
 * balance of charge and ions that ends the step. Divide by the nodes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class NewtonStepBenchmark {
    /** Number of nodes. */
    @Param({"100", "1000"})
    public int nodes = 100;

    private ExchangeStep step = ExchangeStep.of(nodes);

    private Level end = step.end();

    private NewtonSolver newton =
            NewtonSolver.ofSize(step.model, nodes, ExchangeStep.ACCURACY, LinearSolver.BLOCK_THOMAS);

    /**
     * Makes the levels of a step.
     *
     * @throws IllegalStateException if the method takes more than one iteration
     */
    @Setup
    public void makeLevels() {
        step = ExchangeStep.of(nodes);
        end = step.end();
        newton = NewtonSolver.ofSize(step.model, nodes, ExchangeStep.ACCURACY, LinearSolver.BLOCK_THOMAS);
        step();
        if (step() != NewtonSolver.Outcome.CONVERGED || newton.iterations() != 1) {
            throw new IllegalStateException("the step took " + newton.iterations() + " iterations");
        }
    }

    /**
     * Makes an iteration.
     *
     * @return how it ended
     */
    @Benchmark
    public NewtonSolver.Outcome step() {
        return newton.solve(step.old, end, step.formula);
    }
}
