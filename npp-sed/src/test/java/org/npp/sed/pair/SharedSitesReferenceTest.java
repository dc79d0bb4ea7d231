package org.npp.sed.pair;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.npp.core.PhysicalConstants;
import org.npp.sed.GaussianSed;

/** Against averages by Gauss-Legendre quadrature at 34 digits. */
class SharedSitesReferenceTest {
    private static final double T = 300;
    private static final double KT = PhysicalConstants.BOLTZMANN * T;
    private static final double SITES = 1.5e28;

    /** Full width over standard deviation. */
    private static final double WIDTH = 1 / GaussianSed.ofFwhm(1).standardDeviation();

    /** Relative error of a density and of its derivatives. */
    private static final double RELATIVE = 1e-11;

    /** Error of an excess. */
    private static final double EXCESS = 1e-11;

    @Test
    void densitiesAndTheirDerivativesAgree() throws IOException {
        final double[] n = new double[2];
        final double[] slope = new double[4];
        for (double[] row : rows()) {
            sites(row).densities(new double[] {row[3] * KT, row[4] * KT}, T, n, slope);
            final double unit = SITES / KT;
            assertClose(SITES * row[5], n[0]);
            assertClose(SITES * row[6], n[1]);
            assertClose(unit * (row[5] - row[7]), slope[0]);
            assertClose(-unit * row[8], slope[1]);
            assertClose(-unit * row[8], slope[2]);
            assertClose(unit * (row[6] - row[9]), slope[3]);
        }
    }

    @Test
    void excessesAndTheirDerivativesAreThoseOfTheInverse() throws IOException {
        for (double[] row : rows()) {
            final double n0 = SITES * row[5];
            final double n1 = SITES * row[6];
            final SharedSites sites = sites(row);
            assertEquals(row[3] - Math.log(row[5]), sites.excess(0, n0, n1, T), EXCESS);
            assertEquals(row[4] - Math.log(row[6]), sites.excess(1, n0, n1, T), EXCESS);
            final double m00 = row[5] - row[7];
            final double m11 = row[6] - row[9];
            final double determinant = m00 * m11 - row[8] * row[8];
            final double[] byShare = {
                m11 / determinant - 1 / row[5], row[8] / determinant, m00 / determinant - 1 / row[6]
            };
            for (int i = 0; i < 2; i++) {
                for (int j = 0; j < 2; j++) {
                    final double expected = byShare[i + j];
                    // The inverse of the table's matrix and the difference lose digits; the code's own form does not.
                    final double lost = (m00 + m11)
                            * (m00 + m11)
                            / determinant
                            * (1 + 1 / Math.min(row[5], row[6]) / Math.max(1, Math.abs(expected)));
                    final double tolerance = (1e-10 + 1e-15 * lost) * Math.max(1, Math.abs(expected));
                    assertEquals(expected, SITES * sites.excessByDensity(i, j, n0, n1, T), tolerance);
                }
            }
        }
    }

    /** Gauss-Fermi integrals of other codes: reduced width, reduced potential, share. */
    @Test
    void oneIonAloneFillsAsTheGaussFermiIntegralSays() {
        final double[][] table = {
            {2, -14, 6.14218046455802e-6},
            {2, -7, 5.86474814179945e-3},
            {2, 0, 0.5},
            {4, -28, 2.05433859461768e-9},
            {4, -21, 1.97344700942384e-6},
            {4, -14, 8.02688817388749e-4},
            {4, -7, 5.5353180783161e-2}
        };
        final double[] n = new double[2];
        for (double[] row : table) {
            final SharedSites sites = SharedSites.of(1, row[0] * KT * WIDTH, 3 * KT, 0.3);
            sites.densities(new double[] {row[1] * KT, Double.NEGATIVE_INFINITY}, T, n, new double[4]);
            assertEquals(row[2], n[0], 1e-12 * row[2]);
            assertEquals(0, n[1]);
            assertEquals(row[1] - Math.log(row[2]), sites.excess(0, row[2], 0, T), EXCESS);
        }
    }

    private static SharedSites sites(double[] row) {
        return SharedSites.of(SITES, row[0] * KT * WIDTH, row[1] * KT * WIDTH, row[2]);
    }

    private static void assertClose(double expected, double actual) {
        assertEquals(expected, actual, RELATIVE * Math.abs(expected));
    }

    private static List<double[]> rows() throws IOException {
        final InputStream in =
                Objects.requireNonNull(SharedSitesReferenceTest.class.getResourceAsStream("shared-sites.csv"));
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(SharedSitesReferenceTest::numbers)
                    .toList();
        }
    }

    private static double[] numbers(String line) {
        final String[] cells = line.split(",", -1);
        final double[] numbers = new double[cells.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Double.parseDouble(cells[i]);
        }
        return numbers;
    }
}
