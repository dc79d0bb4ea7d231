package org.npp.core.linear;

/** Variants of the {@linkplain BlockTridiagonalSolver solver} to choose from. */
public enum LinearSolver {
    /** {@link BlockThomasSolver}: the fastest, and as exact as the others; the default. */
    BLOCK_THOMAS {
        @Override
        public BlockTridiagonalSolver ofSize(int nodes, int blockSize) {
            return BlockThomasSolver.ofSize(nodes, blockSize);
        }
    },
    /** {@link BandedSolver}, which pivots across blocks. */
    BANDED {
        @Override
        public BlockTridiagonalSolver ofSize(int nodes, int blockSize) {
            return BandedSolver.ofSize(nodes, blockSize);
        }
    },
    /** {@link SparseSolver}, EJML's. */
    SPARSE {
        @Override
        public BlockTridiagonalSolver ofSize(int nodes, int blockSize) {
            return SparseSolver.ofSize(nodes, blockSize);
        }
    },
    /** {@link DenseSolver}, EJML's; for few nodes only. */
    DENSE {
        @Override
        public BlockTridiagonalSolver ofSize(int nodes, int blockSize) {
            return DenseSolver.ofSize(nodes, blockSize);
        }
    };

    /**
     * Allocates a solver.
     *
     * @param nodes number of block rows \( n \ge 1 \)
     * @param blockSize rows of a block \( m \), 1 &hellip; 64
     * @return the solver
     * @throws IllegalArgumentException if a size is out of range
     */
    public abstract BlockTridiagonalSolver ofSize(int nodes, int blockSize);
}
