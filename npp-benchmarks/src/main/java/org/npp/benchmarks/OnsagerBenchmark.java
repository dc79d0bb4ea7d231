package org.npp.benchmarks;

import java.util.concurrent.TimeUnit;
import org.npp.cait.CaitResult;
import org.npp.cait.CaitSimulation;
import org.npp.cait.onsager.AssumedLaw;
import org.npp.cait.onsager.FinalCoefficients;
import org.npp.onsager.HavenRatio;
import org.npp.onsager.OnsagerMatrix;
import org.npp.onsager.form.ConductionForm;
import org.npp.onsager.form.MaxwellStefan;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Onsager coefficients: conversions of one matrix of two ions, and all coefficients along the profiles of a run. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class OnsagerBenchmark {
    private static final double TEMPERATURE = 300;

    private static final double NETWORK = 5e28;

    private final double[] densities = {0.3 * 1.41e28, 0.7 * 1.41e28};

    private final int[] charges = {1, 1};

    private final OnsagerMatrix matrix =
            OnsagerMatrix.nernstPlanck(new double[] {1e-19, 3e-22}, densities, charges, TEMPERATURE);

    private final CaitResult result =
            CaitSimulation.of(LithiumBorate.read("rb")).runOnce();

    private final AssumedLaw law = AssumedLaw.commonHavenRatio(new HavenRatio(0.5));

    /**
     * Conductivity, transference numbers and current-free matrix of one matrix.
     *
     * @return the form
     */
    @Benchmark
    public ConductionForm toConductivity() {
        return ConductionForm.of(matrix);
    }

    /**
     * Friction coefficients of one matrix, and the matrix of these.
     *
     * @return the matrix, there and back
     */
    @Benchmark
    public OnsagerMatrix toMaxwellStefanAndBack() {
        return MaxwellStefan.of(matrix, densities, NETWORK, TEMPERATURE).matrix(charges);
    }

    /**
     * All coefficients at all nodes of a run.
     *
     * @return the coefficients
     */
    @Benchmark
    public FinalCoefficients profile() {
        return FinalCoefficients.of(result, law);
    }
}
