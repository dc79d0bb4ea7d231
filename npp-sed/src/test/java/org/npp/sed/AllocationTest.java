package org.npp.sed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.npp.core.transport.LocalLaw;

class AllocationTest {
    private static final double N = 1.41e28;

    /**
     * The law allocates in every round or in none; the compiler only in some, and the error functions until the compiler
     * has seen enough of them to take their temporaries apart.
     */
    private static final int ROUNDS = 2000;

    @Test
    void lawAllocatesNothing() {
        final PopulatedSed sed = PopulatedSed.of(GaussianSed.ofFwhm(4e-20), N, 0.1, 0.01);
        assertAllocatesNothing(SedDiffusivity.of(sed, 1e-17).withBulkActivation(1e-19, 300), 2000);
    }

    @ParameterizedTest
    @EnumSource(SampleShape.class)
    void lawsOfEveryShapeAllocateNothing(SampleShape sample) {
        final PopulatedSed sed = PopulatedSed.of(sample.of(sample.parameters(), 1e-20), N, 0.1, 0.01);
        assertAllocatesNothing(
                HoppingDiffusivity.of(ZeroTemperatureFilling.of(sed), HoppingModel.SITE_BLOCKING, 1e-17), 100);
        final SedFilling warm = FermiDiracFilling.of(sed);
        assertAllocatesNothing(HoppingDiffusivity.of(warm, HoppingModel.SITE_BLOCKING, 1e-17), 10);
        assertAllocatesNothing(SedExcessPotential.of(warm), 10);
    }

    private static void assertAllocatesNothing(LocalLaw law, int points) {
        final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        final double[] n = new double[2];
        final double[] byDensity = new double[2];
        final double[] byTemperature = new double[1];
        final double[] byParameter = new double[law.parameterNames().size()];
        double sum = run(law, points, n, byDensity, byTemperature, byParameter);
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS && least > 0; round++) {
            final long before = threads.getCurrentThreadAllocatedBytes();
            sum += run(law, points, n, byDensity, byTemperature, byParameter);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertEquals(0, least, "bytes");
        assertTrue(sum > 0);
    }

    /** Densities from none to beyond the sites. */
    private static double run(
            LocalLaw law, int points, double[] n, double[] byDensity, double[] byTemperature, double[] byParameter) {
        double sum = 0;
        for (int k = 0; k < points; k++) {
            n[0] = k * (4 * N / 3 / points);
            sum += Math.abs(law.value(0, n, 300) + law.linearize(0, n, 300, byDensity) + byDensity[0]);
            sum += Math.abs(law.byTemperature(0, n, 300));
            law.byParameters(0, n, 300, byParameter);
            sum += Math.abs(byParameter[0]) + law.differentiate(0, n, 300, byDensity, byTemperature, byParameter);
        }
        return sum;
    }
}
