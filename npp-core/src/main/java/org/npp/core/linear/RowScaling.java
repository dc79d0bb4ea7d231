package org.npp.core.linear;

/**
 * One power of two per row that brings the largest entry of the row into [1, 2). Scaling by it is exact, so that
 * partial pivoting afterwards compares rows by their content and not by their units.
 */
final class RowScaling {
    private final int blockSize;
    private final double[] factor;

    RowScaling(int nodes, int blockSize) {
        this.blockSize = blockSize;
        this.factor = new double[nodes * blockSize];
    }

    void update(BlockTridiagonalMatrix a) {
        final int last = factor.length / blockSize - 1;
        for (int row = 0; row < factor.length; row++) {
            final int k = row / blockSize;
            double largest = largest(a.diagonal(), row, 0);
            largest = k > 0 ? largest(a.lower(), row, largest) : largest;
            largest = k < last ? largest(a.upper(), row, largest) : largest;
            factor[row] = Math.scalb(1.0, -Math.getExponent(largest));
        }
    }

    private double largest(double[] blocks, int row, double start) {
        double largest = start;
        for (int j = row * blockSize; j < (row + 1) * blockSize; j++) {
            largest = Math.max(largest, Math.abs(blocks[j]));
        }
        return largest;
    }

    double factor(int row) {
        return factor[row];
    }
}
