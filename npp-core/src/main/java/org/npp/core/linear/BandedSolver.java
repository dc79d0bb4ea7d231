package org.npp.core.linear;

import java.util.Arrays;

/**
 * Banded LU with partial pivoting over all rows within the band, across block borders.
 *
 * <pre>
 *   row i holds columns i - w ... i + 2w:   [ multipliers and A | A | room for exchanged rows ]
 * </pre>
 *
 * <p>with half bandwidth \( w = 2m - 1 \). Rows are first scaled by powers of two. It solves every regular matrix, also
 * those where {@link BlockThomasSolver} meets a singular block, at several times the cost.
 *
 * <p><strong>Accuracy.</strong> Row-wise backward error below 3 &epsilon; on random matrices without dominance
 * ({@code BlockTridiagonalSolverPropertyTest}, which allows 16 &epsilon;).
 *
 * <p><strong>Threading.</strong> Not thread-safe; use one instance per thread. Only {@link #ofSize} allocates.
 *
 * @see "Golub and Van Loan, Matrix Computations, 4th ed. (2013), ISBN 978-1-4214-0794-4, banded Gaussian elimination"
 */
public final class BandedSolver implements BlockTridiagonalSolver {
    private final SolverState state;
    private final RowScaling scaling;
    private final int m;

    /** Half bandwidth w. */
    private final int half;

    /** Columns held per row. */
    private final int width;

    /** Entry (i, j) of the matrix at i width + j - i + half. */
    private final double[] band;

    /** Row exchanged with row i in step i. */
    private final int[] exchange;

    private BandedSolver(int nodes, int blockSize) {
        this.state = new SolverState(nodes, blockSize);
        this.scaling = new RowScaling(nodes, blockSize);
        this.m = blockSize;
        this.half = 2 * m - 1;
        this.width = 3 * half + 1;
        this.band = new double[Math.multiplyExact(state.rows, width)];
        this.exchange = new int[state.rows];
    }

    /**
     * Allocates a solver.
     *
     * @param nodes number of block rows \( n \ge 1 \)
     * @param blockSize rows of a block \( m \), 1 &hellip; 64
     * @return the solver
     * @throws IllegalArgumentException if a size is out of range
     */
    public static BandedSolver ofSize(int nodes, int blockSize) {
        return new BandedSolver(nodes, blockSize);
    }

    @Override
    public int nodes() {
        return state.nodes;
    }

    @Override
    public int blockSize() {
        return m;
    }

    @Override
    public int factorize(BlockTridiagonalMatrix a) {
        state.beforeFactorize(a);
        load(a);
        return state.afterFactorize(eliminate());
    }

    private void load(BlockTridiagonalMatrix a) {
        Arrays.fill(band, 0);
        scaling.update(a);
        for (int i = 0; i < state.rows; i++) {
            final int k = i / m;
            loadRow(a.diagonal(), i, k * m);
            if (k > 0) {
                loadRow(a.lower(), i, (k - 1) * m);
            }
            if (k + 1 < state.nodes) {
                loadRow(a.upper(), i, (k + 1) * m);
            }
        }
    }

    /** Scales row i of a block into the columns from {@code column} on. */
    private void loadRow(double[] blocks, int i, int column) {
        final double factor = scaling.factor(i);
        final int at = at(i, column);
        for (int j = 0; j < m; j++) {
            band[at + j] = factor * blocks[i * m + j];
        }
    }

    private int at(int i, int j) {
        return i * width + j - i + half;
    }

    private int eliminate() {
        for (int c = 0; c < state.rows; c++) {
            final int end = Math.min(state.rows, c + half + 1);
            final int pivot = pivot(c, end);
            exchange[c] = pivot;
            if (pivot != c) {
                swap(c, pivot);
            }
            final double reciprocal = 1 / band[at(c, c)];
            if (!(Math.abs(reciprocal) < Double.POSITIVE_INFINITY)) {
                return c / m;
            }
            band[at(c, c)] = reciprocal;
            for (int i = c + 1; i < end; i++) {
                final double factor = band[at(i, c)] * reciprocal;
                band[at(i, c)] = factor;
                subtract(factor, at(c, c), at(i, c));
            }
        }
        return SUCCESS;
    }

    private int pivot(int c, int end) {
        int pivot = c;
        double largest = Math.abs(band[at(c, c)]);
        for (int i = c + 1; i < end; i++) {
            final double candidate = Math.abs(band[at(i, c)]);
            if (candidate > largest) {
                largest = candidate;
                pivot = i;
            }
        }
        return pivot;
    }

    private void swap(int c, int pivot) {
        final int a = at(c, c);
        final int b = at(pivot, c);
        for (int j = 0; j <= 2 * half; j++) {
            final double t = band[a + j];
            band[a + j] = band[b + j];
            band[b + j] = t;
        }
    }

    private void subtract(double factor, int from, int to) {
        for (int j = 1; j <= 2 * half; j++) {
            band[to + j] -= factor * band[from + j];
        }
    }

    @Override
    public void solve(double[] rhs, double[] x) {
        state.beforeSolve(rhs, x);
        for (int i = 0; i < state.rows; i++) {
            x[i] = scaling.factor(i) * rhs[i];
        }
        for (int c = 0; c < state.rows; c++) {
            final double t = x[exchange[c]];
            x[exchange[c]] = x[c];
            x[c] = t;
            final int end = Math.min(state.rows, c + half + 1);
            for (int i = c + 1; i < end; i++) {
                x[i] -= band[at(i, c)] * t;
            }
        }
        for (int c = state.rows - 1; c >= 0; c--) {
            final int end = Math.min(state.rows, c + 2 * half + 1);
            double sum = x[c];
            for (int j = c + 1; j < end; j++) {
                sum -= band[at(c, j)] * x[j];
            }
            x[c] = sum * band[at(c, c)];
        }
    }
}
