package org.npp.core.linear;

/** {@link BlockKernel} for blocks of any size. */
final class GeneralBlockKernel implements BlockKernel {
    private final int m;

    /** Doubles per block, m&sup2; each: LU with reciprocal pivots, row-permuted C, G. */
    private final int stride;

    private final double[] f;

    /** Original row of each pivot row, m per block. */
    private final int[] order;

    /** Sum of magnitudes of each row of the block at hand, in pivot order. */
    private final double[] norm;

    /** One part of a vector. */
    private final double[] part;

    GeneralBlockKernel(int nodes, int blockSize) {
        this.m = blockSize;
        this.stride = 3 * m * m;
        this.f = new double[Math.multiplyExact(nodes, stride)];
        this.order = new int[nodes * m];
        this.norm = new double[m];
        this.part = new double[m];
    }

    @Override
    public boolean eliminate(int k, int neighbour, double[] diagonal, int at, double[] toward, double[] away) {
        final int lu = stride * k;
        System.arraycopy(diagonal, at, f, lu, m * m);
        if (neighbour >= 0) {
            reduce(lu, stride * neighbour + 2 * m * m, toward, m * m * k);
        }
        final boolean regular = factorize(k, lu);
        for (int i = 0; i < m; i++) {
            final int from = (m * k + order[m * k + i]) * m;
            System.arraycopy(toward, from, f, lu + (m + i) * m, m);
            System.arraycopy(away, from, f, lu + (2 * m + i) * m, m);
        }
        substitute(lu, lu + 2 * m * m);
        return regular;
    }

    /** Subtracts C G from the block at {@code lu}. */
    private void reduce(int lu, int g, double[] toward, int c) {
        for (int i = 0; i < m; i++) {
            for (int l = 0; l < m; l++) {
                subtractRow(toward[c + i * m + l], g + l * m, lu + i * m, 0);
            }
        }
    }

    /** Row at {@code to} minus {@code factor} times row at {@code from}, from column {@code first} on. */
    private void subtractRow(double factor, int from, int to, int first) {
        for (int j = first; j < m; j++) {
            f[to + j] -= factor * f[from + j];
        }
    }

    /** LU of the block at {@code lu} in place; pivots are chosen relative to the sums of their rows. */
    private boolean factorize(int k, int lu) {
        for (int i = 0; i < m; i++) {
            order[m * k + i] = i;
            norm[i] = 0;
            for (int j = 0; j < m; j++) {
                norm[i] += Math.abs(f[lu + i * m + j]);
            }
        }
        boolean regular = true;
        for (int c = 0; c < m; c++) {
            int pivot = c;
            for (int i = c + 1; i < m; i++) {
                if (Math.abs(f[lu + i * m + c]) * norm[pivot] > Math.abs(f[lu + pivot * m + c]) * norm[i]) {
                    pivot = i;
                }
            }
            swap(k, lu, c, pivot);
            final double reciprocal = 1 / f[lu + c * m + c];
            regular &= Math.abs(reciprocal) < Double.POSITIVE_INFINITY;
            f[lu + c * m + c] = reciprocal;
            for (int i = c + 1; i < m; i++) {
                final double factor = f[lu + i * m + c] * reciprocal;
                f[lu + i * m + c] = factor;
                subtractRow(factor, lu + c * m, lu + i * m, c + 1);
            }
        }
        return regular;
    }

    private void swap(int k, int lu, int a, int b) {
        if (a == b) {
            return;
        }
        for (int j = 0; j < m; j++) {
            final double t = f[lu + a * m + j];
            f[lu + a * m + j] = f[lu + b * m + j];
            f[lu + b * m + j] = t;
        }
        final double t = norm[a];
        norm[a] = norm[b];
        norm[b] = t;
        final int p = order[m * k + a];
        order[m * k + a] = order[m * k + b];
        order[m * k + b] = p;
    }

    /** Solves with the block at {@code lu} for the m columns of the row-permuted block at {@code g}. */
    private void substitute(int lu, int g) {
        for (int i = 1; i < m; i++) {
            for (int l = 0; l < i; l++) {
                subtractRow(f[lu + i * m + l], g + l * m, g + i * m, 0);
            }
        }
        for (int i = m - 1; i >= 0; i--) {
            for (int l = i + 1; l < m; l++) {
                subtractRow(f[lu + i * m + l], g + l * m, g + i * m, 0);
            }
            final double reciprocal = f[lu + i * m + i];
            for (int j = 0; j < m; j++) {
                f[g + i * m + j] *= reciprocal;
            }
        }
    }

    @Override
    public void forward(int k, int neighbour, double[] x) {
        final int lu = stride * k;
        for (int i = 0; i < m; i++) {
            double sum = x[m * k + order[m * k + i]];
            if (neighbour >= 0) {
                sum -= dot(lu + (m + i) * m, x, m * neighbour);
            }
            for (int l = 0; l < i; l++) {
                sum -= f[lu + i * m + l] * part[l];
            }
            part[i] = sum;
        }
        for (int i = m - 1; i >= 0; i--) {
            double sum = part[i];
            for (int l = i + 1; l < m; l++) {
                sum -= f[lu + i * m + l] * part[l];
            }
            part[i] = sum * f[lu + i * m + i];
            x[m * k + i] = part[i];
        }
    }

    @Override
    public void backward(int k, int neighbour, double[] x) {
        for (int i = 0; i < m; i++) {
            x[m * k + i] -= dot(stride * k + (2 * m + i) * m, x, m * neighbour);
        }
    }

    private double dot(int row, double[] x, int at) {
        double sum = 0;
        for (int j = 0; j < m; j++) {
            sum += f[row + j] * x[at + j];
        }
        return sum;
    }

    @Override
    public double coupling(int k, int i, int j) {
        return f[stride * k + (2 * m + i) * m + j];
    }
}
