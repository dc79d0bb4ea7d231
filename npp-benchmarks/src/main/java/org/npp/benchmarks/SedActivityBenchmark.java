package org.npp.benchmarks;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.npp.core.PhysicalConstants;
import org.npp.sed.FermiDiracFilling;
import org.npp.sed.GaussianSed;
import org.npp.sed.PopulatedSed;
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

/** Activity and its derivative at one node, over the densities of a profile; and what making the law costs. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SedActivityBenchmark {
    private static final int NODES = 120;

    private static final double BULK = 1.41e28;

    private static final double FWHM = 0.25 * PhysicalConstants.ELEMENTARY_CHARGE;

    /** The law. */
    @Param({"interpolated", "exact"})
    public String law = "interpolated";

    /** How sites are filled. */
    @Param({"fermi_dirac", "zero_temperature"})
    public String occupation = "fermi_dirac";

    private final double[] densities = new double[NODES];

    private final double[] density = new double[1];

    private final double[] byDensity = new double[1];

    private SedExcessPotential potential = fresh("fermi_dirac", "interpolated");

    /** Makes the law and a profile: half of its densities near the bulk's, half in a tail of six decades. */
    @Setup
    public void profile() {
        potential = fresh(occupation, law);
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
            sum += potential.linearize(0, density, 300, byDensity) + BULK * byDensity[0];
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
        potential = fresh(occupation, law);
        return linearize();
    }

    private static SedExcessPotential fresh(String occupation, String law) {
        final PopulatedSed sed = PopulatedSed.of(GaussianSed.ofFwhm(FWHM), BULK, 0.1, 0);
        final SedFilling filling =
                "fermi_dirac".equals(occupation) ? FermiDiracFilling.of(sed) : ZeroTemperatureFilling.of(sed);
        final SedExcessPotential made = SedExcessPotential.of(filling);
        return "exact".equals(law) ? made.exact() : made;
    }
}
