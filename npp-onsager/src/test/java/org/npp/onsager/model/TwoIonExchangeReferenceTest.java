package org.npp.onsager.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.npp.onsager.OnsagerMatrix;

final class TwoIonExchangeReferenceTest {
    private static final double ULP = Math.ulp(1.0);

    /** n1, n2, z, T, D1, D2, D, gamma; L11, L12, L22, sigma, t1. */
    static Stream<double[]> rows() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(TwoIonExchangeReferenceTest.class.getResourceAsStream("two-ion-exchange.csv"))) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                            .lines()
                            .filter(line -> !line.startsWith("#") && !line.startsWith("n1"))
                            .map(line -> Arrays.stream(line.split(",", -1))
                                    .mapToDouble(Double::parseDouble)
                                    .toArray())
                            .toList()
                            .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void coefficientsAgreeWithExactArithmetic(double[] row) {
        final OnsagerMatrix l = exchange(row).matrix(row[4], row[5], row[6]);
        final double first = row[0] * row[4];
        final double second = row[1] * row[5];
        assertEntries(row, l, 6 * ULP * (Math.abs(first) + Math.abs(second)) / (first + second));
    }

    @ParameterizedTest
    @MethodSource("isotopes")
    void coefficientsOfIsotopesAgreeWithExactArithmetic(double[] row) {
        final IsotopeModel ion = new IsotopeModel(row[4], row[6], (int) row[2], row[3]);
        assertEntries(row, ion.matrix(row[0], row[1]), 4 * ULP);
    }

    /** Rows of an ideal mixture of ions that conduct alike. */
    static Stream<double[]> isotopes() throws IOException {
        return rows().filter(row -> row[4] == row[5] && row[7] == 1);
    }

    /** The cross coefficient is a difference of two parts; the larger one is its scale. */
    private static void assertEntries(double[] row, OnsagerMatrix l, double tolerance) {
        final double conducting = (row[8] + row[9]) * (row[10] + row[9]) / (row[8] + row[10] + 2 * row[9]);
        final double scale = Math.max(Math.abs(conducting), Math.abs(conducting - row[9]));
        assertEquals(row[8], l.entry(0, 0), tolerance * row[8]);
        assertEquals(row[9], l.entry(0, 1), tolerance * scale);
        assertEquals(row[9], l.entry(1, 0), tolerance * scale);
        assertEquals(row[10], l.entry(1, 1), tolerance * row[10]);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void conductivityAndTransferenceAgreeWithExactArithmetic(double[] row) {
        final OnsagerMatrix l = exchange(row).matrix(row[4], row[5], row[6]);
        final double condition = (row[8] + row[10] + 2 * Math.abs(row[9])) / (row[8] + row[10] + 2 * row[9]);
        assertEquals(row[11], l.conductivity(), 16 * ULP * condition * row[11]);
        assertEquals(row[12], l.transferenceNumber(0), 16 * ULP * condition);
    }

    private static TwoIonExchange exchange(double[] row) {
        return new TwoIonExchange(row[0], row[1], (int) row[2], row[3], row[7]);
    }
}
