package org.npp.core.linear;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;

/** Dense elimination with partial pivoting in 60-digit arithmetic; the matrix entries are taken as exact. */
final class ExactSolution {
    private static final MathContext DIGITS = new MathContext(60);

    private ExactSolution() {}

    static double[] of(BlockTridiagonalMatrix a, double[] rhs) {
        final int n = rhs.length;
        final BigDecimal[][] rows = rows(a, rhs);
        for (int c = 0; c < n; c++) {
            int pivot = c;
            for (int i = c + 1; i < n; i++) {
                pivot = rows[i][c].abs().compareTo(rows[pivot][c].abs()) > 0 ? i : pivot;
            }
            final BigDecimal[] exchanged = rows[c];
            rows[c] = rows[pivot];
            rows[pivot] = exchanged;
            for (int i = c + 1; i < n; i++) {
                if (rows[i][c].signum() != 0) {
                    subtract(rows[c], rows[i], c);
                }
            }
        }
        return substitute(rows);
    }

    private static void subtract(BigDecimal[] from, BigDecimal[] to, int c) {
        final BigDecimal factor = to[c].divide(from[c], DIGITS);
        for (int j = c; j < to.length; j++) {
            if (from[j].signum() != 0) {
                to[j] = to[j].subtract(factor.multiply(from[j], DIGITS), DIGITS);
            }
        }
    }

    private static double[] substitute(BigDecimal[][] rows) {
        final int n = rows.length;
        final BigDecimal[] x = new BigDecimal[n];
        for (int i = n - 1; i >= 0; i--) {
            BigDecimal sum = rows[i][n];
            for (int j = i + 1; j < n; j++) {
                sum = sum.subtract(rows[i][j].multiply(x[j], DIGITS), DIGITS);
            }
            x[i] = sum.divide(rows[i][i], DIGITS);
        }
        return Arrays.stream(x).mapToDouble(BigDecimal::doubleValue).toArray();
    }

    private static BigDecimal[][] rows(BlockTridiagonalMatrix a, double[] rhs) {
        final int m = a.blockSize();
        final BigDecimal[][] rows = new BigDecimal[rhs.length][rhs.length + 1];
        for (int i = 0; i < rhs.length; i++) {
            final int k = i / m;
            Arrays.fill(rows[i], BigDecimal.ZERO);
            rows[i][rhs.length] = new BigDecimal(rhs[i]);
            for (int j = 0; j < m; j++) {
                final int at = a.index(k, i % m, j);
                rows[i][k * m + j] = new BigDecimal(a.diagonal()[at]);
                if (k > 0) {
                    rows[i][(k - 1) * m + j] = new BigDecimal(a.lower()[at]);
                }
                if (k + 1 < a.nodes()) {
                    rows[i][(k + 1) * m + j] = new BigDecimal(a.upper()[at]);
                }
            }
        }
        return rows;
    }
}
