package org.npp.core.linear;

/** Sizes of a solver, and whether it holds factors; checks what enters at the door. */
final class SolverState {
    final int nodes;
    final int blockSize;

    /** Rows of the whole system. */
    final int rows;

    private boolean factorized;

    SolverState(int nodes, int blockSize) {
        BlockTridiagonalMatrix.requireSize(nodes, blockSize);
        this.nodes = nodes;
        this.blockSize = blockSize;
        this.rows = Math.multiplyExact(nodes, blockSize);
    }

    /** To be called before the factors are overwritten. */
    void beforeFactorize(BlockTridiagonalMatrix a) {
        a.requireSameSize(nodes, blockSize);
        factorized = false;
    }

    /** Remembers and passes on the outcome of a factorisation. */
    int afterFactorize(int singularBlock) {
        factorized = singularBlock == BlockTridiagonalSolver.SUCCESS;
        return singularBlock;
    }

    void requireLengths(double[] rhs, double[] x) {
        BlockTridiagonalMatrix.requireLength("rhs", rhs, rows);
        BlockTridiagonalMatrix.requireLength("x", x, rows);
    }

    void beforeSolve(double[] rhs, double[] x) {
        requireLengths(rhs, x);
        if (!factorized) {
            throw new IllegalStateException("solve needs the factors of a successful factorize");
        }
    }
}
