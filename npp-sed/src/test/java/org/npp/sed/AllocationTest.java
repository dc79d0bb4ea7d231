package org.npp.sed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class AllocationTest {
    private static final double N = 1.41e28;

    /** The law allocates in every round or in none; the compiler only in some. */
    private static final int ROUNDS = 30;

    @Test
    void lawAllocatesNothing() {
        final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        final PopulatedSed sed = PopulatedSed.of(GaussianSed.ofFwhm(4e-20), N, 0.1, 0.01);
        final SedDiffusivity law = SedDiffusivity.of(sed, 1e-17).withBulkActivation(1e-19, 300);
        final double[] n = new double[2];
        final double[] byDensity = new double[2];
        final double[] byParameter = new double[5];
        double sum = run(law, n, byDensity, byParameter);
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            final long before = threads.getCurrentThreadAllocatedBytes();
            sum += run(law, n, byDensity, byParameter);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertEquals(0, least, "bytes");
        assertTrue(sum > 0);
    }

    /** Densities from none to beyond the sites. */
    private static double run(SedDiffusivity law, double[] n, double[] byDensity, double[] byParameter) {
        double sum = 0;
        for (int k = 0; k < 2000; k++) {
            n[0] = k * (N / 1500);
            sum += law.value(0, n, 300) + law.linearize(0, n, 300, byDensity) + byDensity[0];
            sum += Math.abs(law.byTemperature(0, n, 300));
            law.byParameters(0, n, 300, byParameter);
            sum += Math.abs(byParameter[0]);
        }
        return sum;
    }
}
