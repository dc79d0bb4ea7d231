package org.npp.benchmarks;

import java.util.concurrent.TimeUnit;
import org.npp.core.NppProblem;
import org.npp.core.NppSolver;
import org.npp.core.NppState;
import org.npp.core.SolverOptions;
import org.npp.core.ensemble.Ensemble;
import org.npp.core.ensemble.EnsembleResult;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Forty runs of the Rb case over the workers of an ensemble: efficiency is the ratio of times over that of threads. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class EnsembleBenchmark {
    private static final int RUNS = 40;

    private static final int NODES = 60;

    /** Number of workers. */
    @Param({"1", "2"})
    public int threads = 1;

    private final ExampleProblem example = ExampleProblem.of("rb");

    private final NppProblem problem = example.onNodes(NODES);

    private Ensemble<NppSolver> ensemble = workers(1);

    /** Starts the workers. */
    @Setup
    public void start() {
        ensemble.close();
        ensemble = workers(threads);
    }

    /** Ends them. */
    @TearDown
    public void end() {
        ensemble.close();
    }

    /**
     * Runs all.
     *
     * @return the states at the end
     */
    @Benchmark
    public EnsembleResult<NppState> run() {
        return ensemble.run(
                RUNS, (solver, i) -> solver.evolve(problem, example.duration()).finalState());
    }

    private static Ensemble<NppSolver> workers(int threads) {
        return Ensemble.of(threads, () -> NppSolver.of(SolverOptions.defaults()));
    }
}
