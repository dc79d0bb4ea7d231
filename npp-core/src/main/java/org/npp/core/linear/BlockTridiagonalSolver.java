package org.npp.core.linear;

/**
 * Direct solver of block-tridiagonal systems \( A x = b \): factorise once, solve for any number of right-hand sides.
 *
 * <p><strong>Contract.</strong> The factors belong to the solver: {@link #factorize} does not modify the matrix, and the
 * matrix may be refilled while the factors are in use. {@link #factorize} reports a singular matrix by its return value
 * and throws only for a matrix of the wrong size. The result does not depend on the scaling of the rows of \( A \):
 * every variant picks its pivots relative to the size of the row they stand in.
 *
 * <pre>{@code
 * BlockTridiagonalSolver solver = BlockThomasSolver.ofSize(nodes, 3);
 * int singular = solver.factorize(jacobian);
 * if (singular == BlockTridiagonalSolver.SUCCESS) {
 *     solver.solve(residual, step);
 * }
 * }</pre>
 *
 * <p><strong>Threading.</strong> Instances own their workspace and are not thread-safe; use one instance per thread.
 */
public sealed interface BlockTridiagonalSolver permits BlockThomasSolver, BandedSolver, SparseSolver, DenseSolver {
    /** Returned by {@link #factorize} when every pivot was found. */
    int SUCCESS = -1;

    /**
     * Returns the number of block rows of the systems this instance solves.
     *
     * @return \( n \)
     */
    int nodes();

    /**
     * Returns the number of rows of a block.
     *
     * @return \( m \)
     */
    int blockSize();

    /**
     * Factorises a matrix and replaces the factors of the one before.
     *
     * @param a matrix of this solver's sizes. Not modified.
     * @return {@link #SUCCESS}, or the index of the block at which no finite, non-zero pivot was left; the first such
     *     block in the order of elimination, which is not the same in all variants
     * @throws IllegalArgumentException if the sizes differ
     */
    int factorize(BlockTridiagonalMatrix a);

    /**
     * Solves with the factors of the last {@link #factorize}.
     *
     * @param rhs right-hand side of length \( nm \), node-major. Not modified, unless it is {@code x}.
     * @param x vector of length \( nm \), may be {@code rhs}. Overwritten with the solution.
     * @throws IllegalArgumentException if a length is wrong
     * @throws IllegalStateException if the last {@link #factorize} failed, or there was none
     */
    void solve(double[] rhs, double[] x);

    /**
     * Solves for several right-hand sides with the factors of the last {@link #factorize}. The same as {@link #solve} for
     * each; a variant that can do them side by side, in less time than one after the other, does.
     *
     * @param columns right-hand sides of length \( nm \), node-major. Overwritten with the solutions.
     * @throws IllegalArgumentException if a length is wrong
     * @throws IllegalStateException if the last {@link #factorize} failed, or there was none
     */
    default void solveAll(double[][] columns) {
        for (final double[] column : columns) {
            solve(column, column);
        }
    }

    /**
     * Factorises a matrix and solves with its factors, which stay for more right-hand sides. The same as
     * {@link #factorize} and, if that succeeds, {@link #solve}; a variant that can do both in one sweep does.
     *
     * @param a matrix of this solver's sizes. Not modified.
     * @param rhs right-hand side of length \( nm \), node-major. Not modified, unless it is {@code x}.
     * @param x vector of length \( nm \), may be {@code rhs}. Overwritten with the solution; of no use if there is none.
     * @return {@link #SUCCESS}, or the block that {@link #factorize} would return
     * @throws IllegalArgumentException if the sizes differ or a length is wrong
     */
    default int factorizeAndSolve(BlockTridiagonalMatrix a, double[] rhs, double[] x) {
        final int singular = factorize(a);
        if (singular == SUCCESS) {
            solve(rhs, x);
        }
        return singular;
    }
}
