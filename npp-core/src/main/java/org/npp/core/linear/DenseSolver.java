package org.npp.core.linear;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.lu.LUDecompositionAlt_DDRM;
import org.ejml.dense.row.linsol.lu.LinearSolverLu_DDRM;

/**
 * Dense LU with partial pivoting over all rows, from EJML: the oracle the other variants are checked against.
 *
 * <p>Rows are first scaled by powers of two. Memory grows as \( (nm)^2 \) and time as \( (nm)^3 \); meant for small
 * systems and tests.
 *
 * <p><strong>Threading.</strong> Not thread-safe; use one instance per thread.
 */
public final class DenseSolver implements BlockTridiagonalSolver {
    private final SolverState state;
    private final RowScaling scaling;
    private final DMatrixRMaj matrix;
    private final DMatrixRMaj vector;
    private final LUDecompositionAlt_DDRM decomposition = new LUDecompositionAlt_DDRM();
    private final LinearSolverLu_DDRM solver = new LinearSolverLu_DDRM(decomposition);

    private DenseSolver(int nodes, int blockSize) {
        this.state = new SolverState(nodes, blockSize);
        this.scaling = new RowScaling(nodes, blockSize);
        Math.multiplyExact(state.rows, state.rows);
        this.matrix = new DMatrixRMaj(state.rows, state.rows);
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
    public static DenseSolver ofSize(int nodes, int blockSize) {
        return new DenseSolver(nodes, blockSize);
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
        matrix.zero();
        for (int i = 0; i < state.rows; i++) {
            final int k = i / state.blockSize;
            loadRow(a.diagonal(), i, k);
            if (k > 0) {
                loadRow(a.lower(), i, k - 1);
            }
            if (k + 1 < state.nodes) {
                loadRow(a.upper(), i, k + 1);
            }
        }
        solver.setA(matrix);
        return state.afterFactorize(firstSingular());
    }

    private void loadRow(double[] blocks, int i, int blockColumn) {
        final int m = state.blockSize;
        for (int j = 0; j < m; j++) {
            matrix.unsafe_set(i, blockColumn * m + j, scaling.factor(i) * blocks[i * m + j]);
        }
    }

    /** The decomposition goes on past a zero pivot, so the pivots are looked through afterwards. */
    private int firstSingular() {
        for (int i = 0; i < state.rows; i++) {
            if (!(Math.abs(1 / decomposition.getLU().unsafe_get(i, i)) < Double.POSITIVE_INFINITY)) {
                return i / state.blockSize;
            }
        }
        return SUCCESS;
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
