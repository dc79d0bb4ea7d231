package org.npp.benchmarks;

import java.util.concurrent.TimeUnit;
import org.npp.cait.CaitResult;
import org.npp.cait.CaitSimulation;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One whole simulation with default numerics, warm and without the estimate of its error, as a fit would run it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class CaitRunBenchmark {
    /** Name of the example case. */
    @Param({"k", "rb", "cs"})
    public String example = "k";

    private CaitSimulation simulation = CaitSimulation.of(LithiumBorate.read(example));

    /** Reads the case that JMH asks for. */
    @Setup
    public void read() {
        simulation = CaitSimulation.of(LithiumBorate.read(example));
    }

    /**
     * Runs the case.
     *
     * @return the result, so that nothing is optimised away
     * @throws IllegalStateException if the run did not finish: its time would mean nothing
     */
    @Benchmark
    public CaitResult simulate() {
        final CaitResult result = simulation.runOnce();
        if (!result.complete()) {
            throw new IllegalStateException(example + ": " + result.failure());
        }
        return result;
    }
}
