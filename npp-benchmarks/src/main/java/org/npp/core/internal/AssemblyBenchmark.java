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

/** Residual and Jacobian of all nodes, the laws of D with their derivatives included. Divide by the nodes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class AssemblyBenchmark {
    /** Number of nodes. */
    @Param({"100", "1000"})
    public int nodes = 100;

    private ExchangeStep step = ExchangeStep.of(nodes);

    private Level end = step.end();

    private Assembly assembly = Assembly.ofSize(step.model, nodes);

    /** Makes the levels of a step. */
    @Setup
    public void makeLevels() {
        step = ExchangeStep.of(nodes);
        end = step.end();
        assembly = Assembly.ofSize(step.model, nodes);
    }

    /**
     * Assembles.
     *
     * @return a residual, so that nothing is optimised away
     */
    @Benchmark
    public double assemble() {
        assembly.assemble(step.old, end, step.formula);
        return assembly.residual[nodes];
    }
}
