package org.npp.core.flux;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/** Rows of bernoulli.csv. */
record BernoulliTable(double x, BigDecimal value, BigDecimal derivative, BigDecimal mean) {
    static List<BernoulliTable> rows() throws IOException {
        try (InputStream stream = Objects.requireNonNull(BernoulliTable.class.getResourceAsStream("bernoulli.csv"));
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("x"))
                    .map(BernoulliTable::parse)
                    .toList();
        }
    }

    private static BernoulliTable parse(String line) {
        final List<String> cells = List.of(line.split(",", -1));
        return new BernoulliTable(
                Double.parseDouble(cells.get(0)),
                new BigDecimal(cells.get(1)),
                new BigDecimal(cells.get(2)),
                new BigDecimal(cells.get(3)));
    }

    /** Error of a result in units of the last place of the exact value rounded to double. */
    static double ulps(double actual, BigDecimal exact) {
        final BigDecimal ulp = new BigDecimal(Math.ulp(exact.doubleValue()));
        return new BigDecimal(actual)
                .subtract(exact)
                .divide(ulp, MathContext.DECIMAL64)
                .abs()
                .doubleValue();
    }

    /** Largest error over a list of rows; fails the caller's assertion with infinity if there are none. */
    static double worst(List<BernoulliTable> rows, ToDoubleFunction<BernoulliTable> error) {
        return rows.stream().mapToDouble(error).max().orElse(Double.POSITIVE_INFINITY);
    }
}
