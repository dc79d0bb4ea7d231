package org.npp.core.linear;

import org.jspecify.annotations.Nullable;

/**
 * Block elimination from both ends to the middle, without pivoting across blocks.
 *
 * <p>From the first node down and from the last node up, with \( c \) the middle node,
 *
 * <p>\[ \hat D_k = D_k - L_k G_{k-1}, \quad G_k = \hat D_k^{-1} U_k \quad (k \lt c), \qquad
 * \hat D_k = D_k - U_k G_{k+1}, \quad G_k = \hat D_k^{-1} L_k \quad (k \gt c), \]
 * \[ \hat D_c = D_c - L_c G_{c-1} - U_c G_{c+1}, \]
 *
 * <p>then back from the middle to both ends. It is the block Thomas algorithm run on two independent halves: same number
 * of operations, but the two chains of dependent divisions overlap in the processor. {@link #factorizeAndSolve} carries
 * the right-hand side along with the elimination.
 *
 * <p><strong>Valid for</strong> matrices whose \( \hat D_k \) are regular: block diagonally dominant ones, and Jacobians
 * of Nernst&ndash;Planck&ndash;Poisson problems. Inside a block, rows are exchanged (partial pivoting relative to the row
 * sum), so the order of the unknowns and the scaling of the rows are free. Where a regular matrix has a singular
 * \( \hat D_k \), {@link #factorize} says so and {@link BandedSolver} still solves.
 *
 * <p><strong>Accuracy.</strong> Row-wise backward error 1.5 &epsilon; on Nernst&ndash;Planck&ndash;Poisson matrices with cells
 * from 1e-11 to 1e-5 m, and a forward error like that of the variants that pivot across blocks
 * ({@code NernstPlanckPoissonMatrixTest}, which allows 4 &epsilon;). Without any dominance (entries all random) 7e-14 was
 * seen. Products of four entries of a block must neither overflow nor underflow: magnitudes within 1e-75 &hellip; 1e75.
 *
 * <p><strong>Threading.</strong> Not thread-safe; use one instance per thread. Only {@link #ofSize} allocates.
 *
 * @see <a href="https://doi.org/10.1137/1.9780898718027">Higham, Accuracy and Stability of Numerical Algorithms, ch. 13
 *      (2002)</a>
 */
public final class BlockThomasSolver implements BlockTridiagonalSolver {
    private final SolverState state;
    private final int m;
    private final BlockKernel kernel;

    /** Node the two eliminations meet at. */
    private final int middle;

    /** Couplings of the middle node to the node after it. */
    private final double[] middleUpper;

    /** Diagonal block of the middle node after elimination of the node after it. */
    private final double[] middleDiagonal;

    private BlockThomasSolver(int nodes, int blockSize) {
        this.state = new SolverState(nodes, blockSize);
        this.m = blockSize;
        this.kernel = kernel(nodes, blockSize);
        this.middle = nodes / 2;
        this.middleUpper = new double[m * m];
        this.middleDiagonal = new double[m * m];
    }

    private static BlockKernel kernel(int nodes, int blockSize) {
        return switch (blockSize) {
            case 2 -> new BlockKernel2(nodes);
            case 3 -> new BlockKernel3(nodes);
            case 4 -> new BlockKernel4(nodes);
            case 5 -> new BlockKernel5(nodes);
            default -> new GeneralBlockKernel(nodes, blockSize);
        };
    }

    /**
     * Allocates a solver. Block sizes 2 to 5 have kernels of their own.
     *
     * @param nodes number of block rows \( n \ge 1 \)
     * @param blockSize rows of a block \( m \), 1 &hellip; 64
     * @return the solver
     * @throws IllegalArgumentException if a size is out of range
     */
    public static BlockThomasSolver ofSize(int nodes, int blockSize) {
        return new BlockThomasSolver(nodes, blockSize);
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
        return state.afterFactorize(eliminate(a, null));
    }

    @Override
    public int factorizeAndSolve(BlockTridiagonalMatrix a, double[] rhs, double[] x) {
        state.beforeFactorize(a);
        state.requireLengths(rhs, x);
        if (x != rhs) {
            System.arraycopy(rhs, 0, x, 0, state.rows);
        }
        final int singular = state.afterFactorize(eliminate(a, x));
        if (singular == SUCCESS) {
            substituteBack(x);
        }
        return singular;
    }

    /** Eliminates the blocks, and carries a right-hand side along if there is one. */
    private int eliminate(BlockTridiagonalMatrix a, double @Nullable [] x) {
        final double[] lower = a.lower();
        final double[] diagonal = a.diagonal();
        final double[] upper = a.upper();
        final int last = state.nodes - 1;
        final int size = m * m;
        for (int k = 0, j = last; k < middle; k++, j--) {
            if (!eliminate(k, k - 1, diagonal, k * size, lower, upper, x)) {
                return k;
            }
            if (j > middle && !eliminate(j, after(j), diagonal, j * size, upper, lower, x)) {
                return j;
            }
        }
        System.arraycopy(diagonal, middle * size, middleDiagonal, 0, size);
        if (middle < last) {
            System.arraycopy(upper, middle * size, middleUpper, 0, size);
            reduceMiddle();
        }
        if (x != null && middle < last) {
            subtractMiddleUpper(x);
        }
        return eliminate(middle, middle - 1, middleDiagonal, 0, lower, upper, x) ? SUCCESS : middle;
    }

    private boolean eliminate(
            int k, int neighbour, double[] diagonal, int at, double[] toward, double[] away, double @Nullable [] x) {
        return x == null
                ? kernel.eliminate(k, neighbour, diagonal, at, toward, away)
                : kernel.eliminateAndForward(k, neighbour, diagonal, at, toward, away, x);
    }

    /** The node after {@code j}, or none after the last. */
    private int after(int j) {
        return j + 1 < state.nodes ? j + 1 : BlockKernel.NONE;
    }

    private void reduceMiddle() {
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < m; j++) {
                double sum = middleDiagonal[i * m + j];
                for (int l = 0; l < m; l++) {
                    sum -= middleUpper[i * m + l] * kernel.coupling(middle + 1, l, j);
                }
                middleDiagonal[i * m + j] = sum;
            }
        }
    }

    @Override
    public void solve(double[] rhs, double[] x) {
        state.beforeSolve(rhs, x);
        if (x != rhs) {
            System.arraycopy(rhs, 0, x, 0, state.rows);
        }
        final int last = state.nodes - 1;
        for (int k = 0, j = last; k < middle; k++, j--) {
            kernel.forward(k, k - 1, x);
            if (j > middle) {
                kernel.forward(j, after(j), x);
            }
        }
        turn(x);
        substituteBack(x);
    }

    /** In pairs, so that the factors are read once for two. */
    @Override
    public void solveAll(double[][] columns) {
        int c = 0;
        for (; c + 1 < columns.length; c += 2) {
            solvePair(columns[c], columns[c + 1]);
        }
        if (c < columns.length) {
            solve(columns[c], columns[c]);
        }
    }

    private void solvePair(double[] x, double[] y) {
        state.beforeSolve(x, y);
        final int last = state.nodes - 1;
        for (int k = 0, j = last; k < middle; k++, j--) {
            kernel.forwardPair(k, k - 1, x, y);
            if (j > middle) {
                kernel.forwardPair(j, after(j), x, y);
            }
        }
        turn(x);
        turn(y);
        for (int k = middle - 1, j = last - k; k >= 0; k--, j++) {
            kernel.backwardPair(k, k + 1, x, y);
            if (j > middle) {
                kernel.backwardPair(j, j - 1, x, y);
            }
        }
    }

    /** Solves at the middle, where both eliminations meet. */
    private void turn(double[] x) {
        if (middle < state.nodes - 1) {
            subtractMiddleUpper(x);
        }
        kernel.forward(middle, middle - 1, x);
    }

    private void substituteBack(double[] x) {
        final int last = state.nodes - 1;
        for (int k = middle - 1, j = last - k; k >= 0; k--, j++) {
            kernel.backward(k, k + 1, x);
            if (j > middle) {
                kernel.backward(j, j - 1, x);
            }
        }
    }

    private void subtractMiddleUpper(double[] x) {
        for (int i = 0; i < m; i++) {
            double sum = 0;
            for (int l = 0; l < m; l++) {
                sum += middleUpper[i * m + l] * x[(middle + 1) * m + l];
            }
            x[middle * m + i] -= sum;
        }
    }
}
