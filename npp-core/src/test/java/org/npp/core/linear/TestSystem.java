package org.npp.core.linear;

import java.util.Arrays;
import java.util.Random;

/** Random systems and error measures. */
final class TestSystem {
    private TestSystem() {}

    /** Entries uniform in [-1, 1]; {@code dominance} is added to the diagonal with a random sign per row. */
    static BlockTridiagonalMatrix random(int nodes, int m, double dominance, Random random) {
        final BlockTridiagonalMatrix a = BlockTridiagonalMatrix.ofSize(nodes, m);
        fill(a.lower(), random);
        fill(a.diagonal(), random);
        fill(a.upper(), random);
        for (int k = 0; k < nodes; k++) {
            for (int i = 0; i < m; i++) {
                a.diagonal()[a.index(k, i, i)] += random.nextBoolean() ? dominance : -dominance;
            }
        }
        return a;
    }

    /** Diagonally dominant by rows and, up to the factor 3 of it, by columns. */
    static BlockTridiagonalMatrix dominant(int nodes, int m, Random random) {
        return random(nodes, m, 4.0 * m, random);
    }

    static double[] vector(int length, Random random) {
        final double[] v = new double[length];
        fill(v, random);
        return v;
    }

    private static void fill(double[] v, Random random) {
        for (int i = 0; i < v.length; i++) {
            v[i] = 2 * random.nextDouble() - 1;
        }
    }

    /** Factorises, solves, and fails if the matrix is reported singular. */
    static double[] solve(LinearSolver variant, BlockTridiagonalMatrix a, double[] rhs) {
        final BlockTridiagonalSolver solver = variant.ofSize(a.nodes(), a.blockSize());
        final int status = solver.factorize(a);
        if (status != BlockTridiagonalSolver.SUCCESS) {
            throw new AssertionError(variant + " reports block " + status + " of " + a.nodes() + " singular");
        }
        final double[] x = new double[rhs.length];
        solver.solve(rhs, x);
        return x;
    }

    /** Largest difference relative to the largest entry of {@code expected}. */
    static double difference(double[] expected, double[] actual) {
        double largest = 0;
        double difference = 0;
        for (int i = 0; i < expected.length; i++) {
            largest = Math.max(largest, Math.abs(expected[i]));
            difference = Math.max(difference, Math.abs(actual[i] - expected[i]));
        }
        return difference / largest;
    }

    /**
     * Row-wise backward error \( \max_i |b - A x|_i / (\|A_i\|_1 \|x\|_\infty + |b_i|) \): the smallest change of the rows,
     * each relative to its own size, that makes {@code x} exact.
     */
    static double backwardError(BlockTridiagonalMatrix a, double[] x, double[] b) {
        final double[] residual = new double[x.length];
        a.multiply(x, residual);
        final BlockTridiagonalMatrix magnitudes = magnitudes(a);
        double largest = 0;
        for (final double v : x) {
            largest = Math.max(largest, Math.abs(v));
        }
        final double[] bound = new double[x.length];
        Arrays.fill(bound, largest);
        final double[] scale = new double[x.length];
        magnitudes.multiply(bound, scale);
        double error = 0;
        for (int i = 0; i < x.length; i++) {
            final double r = Math.abs(b[i] - residual[i]);
            error = Math.max(error, r == 0 ? 0 : r / (scale[i] + Math.abs(b[i])));
        }
        return error;
    }

    private static BlockTridiagonalMatrix magnitudes(BlockTridiagonalMatrix a) {
        final BlockTridiagonalMatrix magnitudes = BlockTridiagonalMatrix.ofSize(a.nodes(), a.blockSize());
        for (int i = 0; i < a.diagonal().length; i++) {
            magnitudes.lower()[i] = Math.abs(a.lower()[i]);
            magnitudes.diagonal()[i] = Math.abs(a.diagonal()[i]);
            magnitudes.upper()[i] = Math.abs(a.upper()[i]);
        }
        return magnitudes;
    }

    /** Multiplies each row by a power of two between 2^-60 and 2^60. */
    static void scaleRows(BlockTridiagonalMatrix a, double[] rhs, Random random) {
        final int m = a.blockSize();
        for (int row = 0; row < rhs.length; row++) {
            final int exponent = random.nextInt(121) - 60;
            rhs[row] = Math.scalb(rhs[row], exponent);
            for (int j = row * m; j < (row + 1) * m; j++) {
                a.lower()[j] = Math.scalb(a.lower()[j], exponent);
                a.diagonal()[j] = Math.scalb(a.diagonal()[j], exponent);
                a.upper()[j] = Math.scalb(a.upper()[j], exponent);
            }
        }
    }
}
