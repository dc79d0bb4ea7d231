package org.npp.sed.pair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.npp.core.PhysicalConstants;

class PairOccupationPropertyTest {
    private static final String SEED = "20260102";
    private static final int TRIES = 60;
    private static final double EV = PhysicalConstants.ELEMENTARY_CHARGE;
    private static final double KT = PhysicalConstants.BOLTZMANN * 300;
    private static final double SITES = 1.5e28;

    /** Relative step of the central differences. */
    private static final double STEP = 1e-4;

    /** What step and rounding leave of a central difference, relative to the size of the terms. */
    private static final double QUOTIENT = 1e-6;

    @Property(seed = SEED, tries = TRIES)
    void densitiesByPotentialAreSymmetricAndPositiveSemidefinite(
            @ForAll @DoubleRange(min = 0, max = 0.3) @Scale(6) double width0,
            @ForAll @DoubleRange(min = 0, max = 0.3) @Scale(6) double width1,
            @ForAll @DoubleRange(min = -1, max = 1) @Scale(6) double correlation,
            @ForAll @DoubleRange(min = -20, max = 10) @Scale(6) double zeta0,
            @ForAll @DoubleRange(min = -20, max = 10) @Scale(6) double zeta1) {
        final SharedSites sites = SharedSites.of(SITES, width0 * EV, width1 * EV, correlation);
        final double[] n = new double[2];
        final double[] m = new double[4];
        sites.densities(new double[] {zeta0 * KT, zeta1 * KT}, 300, n, m);
        assertEquals(m[1], m[2]);
        assertTrue(m[0] >= 0 && m[3] >= 0 && m[1] <= 0);
        // As a sum of positive terms of the two diagonals over the common part, it can not lose its sign.
        assertTrue(m[0] + m[1] >= 0 && m[3] + m[2] >= 0);
        assertTrue(n[0] + n[1] <= SITES * (1 + 1e-12));
    }

    @Property(seed = SEED, tries = TRIES)
    void excessesInvertTheDensities(
            @ForAll @DoubleRange(min = 0, max = 0.3) @Scale(6) double width0,
            @ForAll @DoubleRange(min = 0, max = 0.3) @Scale(6) double width1,
            @ForAll @DoubleRange(min = -1, max = 1) @Scale(6) double correlation,
            @ForAll @DoubleRange(min = 1e-6, max = 0.95) @Scale(6) double total,
            @ForAll @DoubleRange(min = 1e-6, max = 0.999) @Scale(6) double part) {
        final SharedSites sites = SharedSites.of(SITES, width0 * EV, width1 * EV, correlation);
        final double n0 = total * part * SITES;
        final double n1 = total * (1 - part) * SITES;
        final double zeta0 = sites.excess(0, n0, n1, 300) + Math.log(n0 / SITES);
        final double zeta1 = sites.excess(1, n0, n1, 300) + Math.log(n1 / SITES);
        final double[] n = new double[2];
        final double[] m = new double[4];
        sites.densities(new double[] {zeta0 * KT, zeta1 * KT}, 300, n, m);
        assertEquals(n0, n[0], 1e-10 * n0);
        assertEquals(n1, n[1], 1e-10 * n1);
        final double symmetric = sites.excessByDensity(0, 1, n0, n1, 300);
        assertEquals(symmetric, sites.excessByDensity(1, 0, n0, n1, 300), 1e-8 * symmetric);
        assertTrue(symmetric >= 0, "each ion pushes the other up");
    }

    @Property(seed = SEED, tries = TRIES)
    void derivativesMatchCentralDifferences(
            @ForAll @DoubleRange(min = 0.02, max = 0.25) @Scale(6) double width0,
            @ForAll @DoubleRange(min = 0.02, max = 0.25) @Scale(6) double width1,
            @ForAll @DoubleRange(min = -0.9, max = 0.9) @Scale(6) double correlation,
            @ForAll @DoubleRange(min = 1e-3, max = 1.05) @Scale(6) double total,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) @Scale(6) double part,
            @ForAll @DoubleRange(min = 250, max = 800) @Scale(6) double temperature) {
        final double[] p = {width0 * EV, width1 * EV, correlation, SITES};
        final double[] n = {total * part * SITES, total * (1 - part) * SITES};
        final PairOccupation sites = SharedSites.of(p[3], p[0], p[1], p[2]);
        for (int i = 0; i < 2; i++) {
            // Near full sites densities count by the vacancies they leave.
            final double room = Math.max(1e-3, Math.abs(1 - total));
            final double scale = 10 + 1 / room;
            for (int j = 0; j < 2; j++) {
                final double h = STEP * Math.min(n[j], room * SITES) * 0.1;
                final double[] up = n.clone();
                final double[] down = n.clone();
                up[j] += h;
                down[j] -= h;
                final double quotient =
                        (sites.excess(i, up[0], up[1], temperature) - sites.excess(i, down[0], down[1], temperature))
                                / (2 * h);
                final double slope = sites.excessByDensity(i, j, n[0], n[1], temperature);
                assertEquals(quotient, slope, 20 * QUOTIENT * (Math.abs(slope) + 1e-11 / h / QUOTIENT), "density " + j);
            }
            final double h = STEP * temperature;
            final double byTemperature =
                    (sites.excess(i, n[0], n[1], temperature + h) - sites.excess(i, n[0], n[1], temperature - h))
                            / (2 * h);
            assertEquals(
                    byTemperature,
                    sites.excessByTemperature(i, n[0], n[1], temperature),
                    QUOTIENT * scale * scale / temperature,
                    "temperature");
            for (int k = 0; k < p.length; k++) {
                final double step = k == 3 ? 0.01 * STEP * p[k] * room : STEP * (k == 2 ? 0.1 : p[k]);
                final double quotient =
                        (excess(p, k, step, i, n, temperature) - excess(p, k, -step, i, n, temperature)) / (2 * step);
                final double slope = sites.excessByParameter(i, k, n[0], n[1], temperature);
                final double unit = k == 2 ? 1 : p[k];
                assertEquals(
                        quotient, slope, (QUOTIENT * scale * scale + 1e-11 * unit / step) / unit, "parameter " + k);
            }
        }
    }

    private static double excess(double[] p, int moved, double step, int ion, double[] n, double temperature) {
        final double[] q = p.clone();
        q[moved] += step;
        return SharedSites.of(q[3], q[0], q[1], q[2]).excess(ion, n[0], n[1], temperature);
    }
}
