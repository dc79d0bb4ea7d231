package org.npp.benchmarks;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.npp.core.PhysicalConstants;
import org.npp.core.transport.LocalLaw;
import org.npp.sed.FermiDiracFilling;
import org.npp.sed.GaussianSed;
import org.npp.sed.PopulatedSed;
import org.npp.sed.SedDiffusivity;
import org.npp.sed.SedExcessPotential;
import org.npp.sed.SedFilling;
import org.npp.sed.ZeroTemperatureFilling;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Diffusivity or activity of a site energy distribution and its derivative at one node, over the densities of a profile; and
 * what making the law costs.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SedDiffusivityBenchmark {
    private static final int NODES = 120;

    private static final double BULK = 1.41e28;

    private static final double FWHM = 0.25 * PhysicalConstants.ELEMENTARY_CHARGE;

    /** The law. */
    @Param({"interpolated", "exact"})
    public String law = "interpolated";

    /** What is computed; activities with sites filled at temperature or from the bottom. */
    @Param({"diffusivity", "activity", "activity_zero_temperature"})
    public String property = "diffusivity";

    private final double[] densities = new double[NODES];

    private final double[] density = new double[1];

    private final double[] byDensity = new double[1];

    private LocalLaw evaluated = fresh("diffusivity", "interpolated");

    /** Makes the law and a profile: half of its densities near the bulk's, half in a tail of six decades. */
    @Setup
    public void profile() {
        evaluated = fresh(property, law);
        final SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < NODES; i++) {
            densities[i] = BULK * (i % 2 == 0 ? Math.pow(10, -6 * random.nextDouble()) : 1.02 * random.nextDouble());
        }
        Arrays.sort(densities);
    }

    /**
     * Value and derivative at every node.
     *
     * @return their sum, so that nothing is optimised away
     */
    @Benchmark
    @OperationsPerInvocation(NODES)
    public double linearize() {
        double sum = 0;
        for (double n : densities) {
            density[0] = n;
            sum += evaluated.linearize(0, density, 300, byDensity) + BULK * byDensity[0];
        }
        return sum;
    }

    /**
     * A new law and its first use at every node, which tabulates what the profile needs; not per node.
     *
     * @return a sum
     */
    @Benchmark
    public double makeAndLinearizeOnce() {
        evaluated = fresh(property, law);
        return linearize();
    }

    private static LocalLaw fresh(String property, String law) {
        final PopulatedSed sed = PopulatedSed.of(GaussianSed.ofFwhm(FWHM), BULK, 0.1, 0);
        final boolean exact = "exact".equals(law);
        if ("diffusivity".equals(property)) {
            final SedDiffusivity made = SedDiffusivity.of(sed, 1e-17);
            return exact ? made.exact() : made;
        }
        final SedFilling filling =
                "activity".equals(property) ? FermiDiracFilling.of(sed) : ZeroTemperatureFilling.of(sed);
        final SedExcessPotential made = SedExcessPotential.of(filling);
        return exact ? made.exact() : made;
    }
}
