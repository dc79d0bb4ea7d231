package org.npp.core.linear;

import java.util.Arrays;
import java.util.Locale;

/**
 * Square block-tridiagonal matrix of \( n \) block rows and \( m \times m \) blocks, stored without its zeros.
 *
 * <pre>
 *   node     0    1    2    3
 *     0    [ D0   U0             ]      Dk  diagonal block of node k
 *     1    [ L1   D1   U1        ]      Lk  lower block, couples node k to node k - 1
 *     2    [      L2   D2   U2   ]      Uk  upper block, couples node k to node k + 1
 *     3    [           L3   D3   ]
 * </pre>
 *
 * <p><strong>Layout.</strong> Unknowns are node-major: unknown \( i \) of node \( k \) is entry \( k m + i \) of a
 * vector. The three arrays hold one row-major block per node, entry (row i, column j) of block k at
 * {@code (k*m + i)*m + j}, see {@link #index}. The blocks {@code L0} and {@code U(n-1)} exist in the arrays and are
 * ignored.
 *
 * <p><strong>Threading.</strong> Not thread-safe; use one instance per thread.
 */
public final class BlockTridiagonalMatrix {
    private final int nodes;
    private final int blockSize;
    private final double[] lower;
    private final double[] diagonal;
    private final double[] upper;

    private BlockTridiagonalMatrix(int nodes, int blockSize) {
        this.nodes = nodes;
        this.blockSize = blockSize;
        final int length = Math.multiplyExact(nodes, blockSize * blockSize);
        this.lower = new double[length];
        this.diagonal = new double[length];
        this.upper = new double[length];
    }

    /**
     * Creates the zero matrix.
     *
     * @param nodes number of block rows \( n \ge 1 \)
     * @param blockSize rows of a block \( m \), 1 &hellip; 64
     * @return a matrix of \( nm \) rows
     * @throws IllegalArgumentException if a size is out of range
     */
    public static BlockTridiagonalMatrix ofSize(int nodes, int blockSize) {
        requireSize(nodes, blockSize);
        return new BlockTridiagonalMatrix(nodes, blockSize);
    }

    /**
     * Returns the number of block rows.
     *
     * @return \( n \)
     */
    public int nodes() {
        return nodes;
    }

    /**
     * Returns the number of rows of a block.
     *
     * @return \( m \)
     */
    public int blockSize() {
        return blockSize;
    }

    /**
     * Returns the position of an entry in {@link #lower}, {@link #diagonal} and {@link #upper}.
     *
     * @param node block row \( k \)
     * @param row row \( i \) within the block
     * @param column column \( j \) within the block
     * @return {@code (k*m + i)*m + j}; arguments are not checked
     */
    public int index(int node, int row, int column) {
        return (node * blockSize + row) * blockSize + column;
    }

    /**
     * Returns the blocks that couple each node to the one before it.
     *
     * @return the live array of length \( n m^2 \), for the assembling kernel to write into
     */
    public double[] lower() {
        return lower;
    }

    /**
     * Returns the diagonal blocks.
     *
     * @return the live array of length \( n m^2 \), for the assembling kernel to write into
     */
    public double[] diagonal() {
        return diagonal;
    }

    /**
     * Returns the blocks that couple each node to the one after it.
     *
     * @return the live array of length \( n m^2 \), for the assembling kernel to write into
     */
    public double[] upper() {
        return upper;
    }

    /** Sets every entry to zero. */
    public void clear() {
        Arrays.fill(lower, 0);
        Arrays.fill(diagonal, 0);
        Arrays.fill(upper, 0);
    }

    /**
     * Computes \( y = A x \).
     *
     * @param x vector of length \( nm \). Not modified.
     * @param y vector of length \( nm \), another array than {@code x}. Overwritten with the product.
     * @throws IllegalArgumentException if a length is wrong or {@code y} is {@code x}
     */
    public void multiply(double[] x, double[] y) {
        requireLength("x", x);
        requireLength("y", y);
        if (x == y) {
            throw new IllegalArgumentException("x and y must be different arrays");
        }
        final int m = blockSize;
        for (int k = 0; k < nodes; k++) {
            for (int i = k * m; i < (k + 1) * m; i++) {
                double sum = k > 0 ? dot(lower, i, x, (k - 1) * m) : 0;
                sum += dot(diagonal, i, x, k * m);
                if (k + 1 < nodes) {
                    sum += dot(upper, i, x, (k + 1) * m);
                }
                y[i] = sum;
            }
        }
    }

    /** Product of one row of a block with the part of {@code x} that starts at {@code at}. */
    private double dot(double[] blocks, int row, double[] x, int at) {
        double sum = 0;
        for (int j = 0; j < blockSize; j++) {
            sum += blocks[row * blockSize + j] * x[at + j];
        }
        return sum;
    }

    /** Checks the sizes of a system. */
    static void requireSize(int nodes, int blockSize) {
        if (nodes < 1) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "nodes must be >= 1: %d", nodes));
        }
        if (blockSize < 1 || blockSize > 64) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "blockSize must be in 1 ... 64: %d", blockSize));
        }
    }

    /** Checks that this matrix has the sizes a solver was made for. */
    void requireSameSize(int expectedNodes, int expectedBlockSize) {
        if (nodes != expectedNodes || blockSize != expectedBlockSize) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "matrix must have %d nodes and block size %d: %d nodes, block size %d",
                    expectedNodes,
                    expectedBlockSize,
                    nodes,
                    blockSize));
        }
    }

    private void requireLength(String name, double[] vector) {
        requireLength(name, vector, nodes * blockSize);
    }

    /** Checks the length of a vector. */
    static void requireLength(String name, double[] vector, int length) {
        if (vector.length != length) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%s must have length %d: %d", name, length, vector.length));
        }
    }
}
