package org.npp.core.linear;

import org.ejml.data.DMatrixRMaj;
import org.ejml.data.DMatrixSparseCSC;
import org.ejml.interfaces.linsol.LinearSolverSparse;
import org.ejml.sparse.FillReducing;
import org.ejml.sparse.csc.decomposition.lu.LuUpLooking_DSCC;
import org.ejml.sparse.csc.factory.LinearSolverFactory_DSCC;

/**
 * Sparse LU with partial pivoting over all rows, from EJML, in the natural order of the unknowns.
 *
 * <p>Rows are first scaled by powers of two. The pattern holds every entry of every block, zeros included.
 *
 * <p><strong>Threading.</strong> Not thread-safe; use one instance per thread. A factorisation may allocate.
 */
public final class SparseSolver implements BlockTridiagonalSolver {
    private final SolverState state;
    private final RowScaling scaling;
    private final DMatrixSparseCSC matrix;
    private final DMatrixRMaj vector;
    private final LinearSolverSparse<DMatrixSparseCSC, DMatrixRMaj> solver =
            LinearSolverFactory_DSCC.lu(FillReducing.NONE);

    private SparseSolver(int nodes, int blockSize) {
        this.state = new SolverState(nodes, blockSize);
        this.scaling = new RowScaling(nodes, blockSize);
        final int entries = Math.multiplyExact(3 * nodes - 2, blockSize * blockSize);
        this.matrix = new DMatrixSparseCSC(state.rows, state.rows, entries);
        this.vector = new DMatrixRMaj(state.rows, 1);
    }

    /**
     * Allocates a solver.
     *
     * @param nodes number of block rows \( n \ge 1 \)
     * @param blockSize rows of a block \( m \), 1 &hellip; 64
     * @return the solver
     * @throws IllegalArgumentException if a size is out of range
     */
    public static SparseSolver ofSize(int nodes, int blockSize) {
        return new SparseSolver(nodes, blockSize);
    }

    @Override
    public int nodes() {
        return state.nodes;
    }

    @Override
    public int blockSize() {
        return state.blockSize;
    }

    @Override
    public int factorize(BlockTridiagonalMatrix a) {
        state.beforeFactorize(a);
        scaling.update(a);
        load(a);
        return state.afterFactorize(solver.setA(matrix) ? SUCCESS : columnsDone() / state.blockSize);
    }

    /** Writes the columns of the matrix one after the other, rows in increasing order. */
    private void load(BlockTridiagonalMatrix a) {
        final int m = state.blockSize;
        matrix.nz_length = 0;
        for (int k = 0; k < state.nodes; k++) {
            for (int j = 0; j < m; j++) {
                if (k > 0) {
                    appendColumn(a.upper(), k - 1, j);
                }
                appendColumn(a.diagonal(), k, j);
                if (k + 1 < state.nodes) {
                    appendColumn(a.lower(), k + 1, j);
                }
                matrix.col_idx[k * m + j + 1] = matrix.nz_length;
            }
        }
        matrix.indicesSorted = true;
    }

    /** Appends column j of the block of block row k. */
    private void appendColumn(double[] blocks, int k, int j) {
        final int m = state.blockSize;
        for (int row = k * m; row < (k + 1) * m; row++) {
            matrix.nz_rows[matrix.nz_length] = row;
            matrix.nz_values[matrix.nz_length] = scaling.factor(row) * blocks[row * m + j];
            matrix.nz_length++;
        }
    }

    /** Number of pivots found before the decomposition gave up. */
    private int columnsDone() {
        final LuUpLooking_DSCC decomposition = solver.getDecomposition();
        int done = 0;
        for (final int column : decomposition.getPinv()) {
            done += column < 0 ? 0 : 1;
        }
        return done;
    }

    @Override
    public void solve(double[] rhs, double[] x) {
        state.beforeSolve(rhs, x);
        for (int i = 0; i < state.rows; i++) {
            vector.data[i] = scaling.factor(i) * rhs[i];
        }
        solver.solve(vector, vector);
        System.arraycopy(vector.data, 0, x, 0, state.rows);
    }
}
