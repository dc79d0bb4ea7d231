package org.npp.sed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.npp.sed.shape.TableSed;

class TableSedTest {
    @Property(tries = 300, seed = "20260102")
    void densityIsNowhereNegativeAndTheShareNowhereFalls(
            @ForAll @Size(7) List<@DoubleRange(min = 0, max = 1) @Scale(6) Double> densities,
            @ForAll @DoubleRange(min = 0, max = 10) @Scale(12) double energy,
            @ForAll @DoubleRange(min = 0, max = 1) @Scale(12) double p) {
        final double[] g = densities.stream().mapToDouble(x -> x * x * x).toArray();
        g[3] += 0.1;
        final TableSed shape = TableSed.of(new double[] {0, 1, 1.5, 4, 5, 5.1, 10}, g);
        assertTrue(shape.density(energy) >= 0);
        assertTrue(shape.cumulative(energy + 0.01) >= shape.cumulative(energy));
        assertEquals(1, shape.cumulative(energy) + shape.complementaryCumulative(energy), 1e-15);
        assertEquals(p, shape.cumulative(shape.quantile(p)), 1e-14);
        assertEquals(p, shape.complementaryCumulative(shape.complementaryQuantile(p)), 1e-14);
    }

    @Test
    void pointsAreMetUpToTheirScale() {
        final double[] energies = {0, 1, 1.5, 4, 5};
        final double[] densities = {0.1, 3, 2, 7, 0.5};
        final TableSed shape = TableSed.of(energies, densities);
        final double scale = shape.density(0) / 0.1;
        for (int i = 0; i < energies.length; i++) {
            assertEquals(densities[i] * scale, shape.density(energies[i]), 1e-14);
        }
        assertEquals(0, shape.density(-0.1));
        assertEquals(0, shape.density(5.1));
        assertEquals(0, shape.cumulative(-1));
        assertEquals(1, shape.cumulative(6));
        assertEquals(1, shape.complementaryCumulative(-1));
        assertEquals(0, shape.complementaryCumulative(6));
    }

    @Test
    void straightLinesAreExact() {
        final TableSed triangle = TableSed.of(new double[] {0, 1}, new double[] {0, 2});
        assertEquals(1e-300, triangle.cumulative(1e-150), 1e-314);
        assertEquals(1e-150, triangle.quantile(1e-300), 1e-164);
        assertEquals(2.0 / 3, triangle.mean(), 1e-15);
        assertEquals(Math.sqrt(1.0 / 18), triangle.standardDeviation(), 1e-15);
        assertEquals(-2 * Math.sqrt(2) / 5, triangle.skewness(), 1e-12);
        assertEquals(-0.6, triangle.excessKurtosis(), 1e-12);
        assertEquals(1, triangle.mode());
        assertEquals(0.5, triangle.truncatedFwhm(1), 1e-9);
    }

    @Test
    void tabulatedGaussianIsTheGaussian() {
        final GaussianSed gaussian = GaussianSed.ofStandardDeviation(1);
        double before = 0;
        for (double step : new double[] {0.2, 0.1, 0.05}) {
            final int half = (int) Math.round(8 / step);
            final double[] energies = new double[2 * half + 1];
            final double[] densities = new double[2 * half + 1];
            for (int i = 0; i <= 2 * half; i++) {
                energies[i] = (i - half) * step;
                densities[i] = gaussian.density(energies[i]);
            }
            final TableSed table = TableSed.of(energies, densities);
            double density = 0;
            double share = 0;
            for (double e = -4; e <= 4; e += 0.0137) {
                density = Math.max(density, Math.abs(table.density(e) - gaussian.density(e)));
                share = Math.max(share, Math.abs(table.cumulative(e) - gaussian.cumulative(e)));
            }
            if (step == 0.1) {
                assertEquals(0, density / gaussian.density(0), 1e-4);
                assertEquals(0, share, 1e-5);
            }
            assertTrue(before == 0 || density < before / 4, "second order at least, at the maximum too");
            before = density;
        }
    }

    @Test
    void emptyEndsAreNotPartOfTheSupport() {
        final TableSed shape = TableSed.of(new double[] {0, 1, 2, 3, 4, 5}, new double[] {0, 0, 1, 1, 0, 0});
        assertEquals(1, shape.lowestEnergy());
        assertEquals(4, shape.highestEnergy());
        assertEquals(2, shape.breakpoints().length);
        assertEquals(List.of(), shape.parameterNames());
    }

    @Test
    void emptyGapIsLeapt() {
        final TableSed gap = TableSed.of(new double[] {0, 1, 2, 3, 4, 5}, new double[] {1, 1, 0, 0, 1, 1});
        assertEquals(0.5, gap.cumulative(2.5), 1e-15);
        assertTrue(gap.quantile(0.499) < 2 && gap.quantile(0.501) > 3);
        final double middle = gap.quantile(0.5);
        assertTrue(middle >= 2 - 1e-6 && middle <= 3 + 1e-6);
    }

    @Test
    void tablesOutsideTheRulesAreRefused() {
        assertRefused(
                "energies and densities must be equally many and at least 2: 1 and 1", new double[1], new double[1]);
        assertRefused(
                "energies and densities must be equally many and at least 2: 2 and 3", new double[2], new double[3]);
        assertRefused(
                "energies must increase strictly: [0] = 1.0 J, [1] = 1.0 J", new double[] {1, 1}, new double[] {1, 1});
        assertRefused("energies[1] must be finite: NaN J", new double[] {1, Double.NaN}, new double[] {1, 1});
        assertRefused("densities must be finite and >= 0: [1] = -1.0", new double[] {1, 2}, new double[] {1, -1});
        assertRefused(
                "densities must be finite and >= 0: [0] = NaN", new double[] {1, 2}, new double[] {Double.NaN, 1});
        assertRefused("densities must not all be 0", new double[] {1, 2}, new double[2]);
    }

    private static void assertRefused(String message, double[] energies, double[] densities) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> TableSed.of(energies, densities))
                        .getMessage());
    }
}
