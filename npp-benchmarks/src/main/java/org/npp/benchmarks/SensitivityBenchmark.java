package org.npp.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.npp.core.NppProblem;
import org.npp.core.NppSolver;
import org.npp.core.SolverOptions;
import org.npp.core.Trajectory;
import org.npp.core.sensitivity.Parameter;
import org.npp.core.sensitivity.Surface;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A run of the Rb case with the derivatives of its profiles to some parameters; 0 is the plain run. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class SensitivityBenchmark {
    private static final int NODES = 60;

    private static final List<Parameter> ALL = List.of(
            new Parameter.Diffusivity(0, "fwhm"),
            new Parameter.Diffusivity(1, "diffusivity"),
            new Parameter.Diffusivity(0, "vacancy_fraction"),
            new Parameter.Diffusivity(0, "bulk_diffusivity"),
            new Parameter.DriveFactor(Surface.FRONT),
            new Parameter.Temperature(),
            Parameter.VirginDensity.ofScaledLaws(0),
            new Parameter.DriveOffset(Surface.FRONT));

    /** Number of parameters. */
    @Param({"0", "1", "4", "8"})
    public int parameters = 0;

    private final ExampleProblem example = ExampleProblem.of("rb");

    private final NppProblem problem = example.onNodes(NODES);

    private List<Parameter> chosen = List.of();

    /** Chooses the parameters. */
    @Setup
    public void choose() {
        chosen = ALL.subList(0, parameters);
    }

    /**
     * Runs.
     *
     * @return the run
     */
    @Benchmark
    public Trajectory run() {
        return NppSolver.of(SolverOptions.defaults()).evolve(problem, example.duration(), chosen);
    }
}
