package org.npp.core.linear;

/** The variants under test, for parameterised tests. */
enum SolverVariant {
    BLOCK_THOMAS {
        @Override
        BlockTridiagonalSolver ofSize(int nodes, int blockSize) {
            return BlockThomasSolver.ofSize(nodes, blockSize);
        }
    },
    BANDED {
        @Override
        BlockTridiagonalSolver ofSize(int nodes, int blockSize) {
            return BandedSolver.ofSize(nodes, blockSize);
        }
    },
    SPARSE {
        @Override
        BlockTridiagonalSolver ofSize(int nodes, int blockSize) {
            return SparseSolver.ofSize(nodes, blockSize);
        }
    },
    DENSE {
        @Override
        BlockTridiagonalSolver ofSize(int nodes, int blockSize) {
            return DenseSolver.ofSize(nodes, blockSize);
        }
    };

    abstract BlockTridiagonalSolver ofSize(int nodes, int blockSize);

    /** Factorises, solves, and fails if the matrix is reported singular. */
    double[] solve(BlockTridiagonalMatrix a, double[] rhs) {
        final BlockTridiagonalSolver solver = ofSize(a.nodes(), a.blockSize());
        final int status = solver.factorize(a);
        if (status != BlockTridiagonalSolver.SUCCESS) {
            throw new AssertionError(this + " reports block " + status + " of " + a.nodes() + " singular");
        }
        final double[] x = new double[rhs.length];
        solver.solve(rhs, x);
        return x;
    }
}
