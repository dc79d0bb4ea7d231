package org.npp.core.linear;

/**
 * {@link BlockKernel} for 2 &times; 2 blocks, written out without loops over rows so that the block stays in registers.
 *
 * <p>Pivots are chosen relative to the sums of magnitudes of their rows, so that scaling the rows of the matrix changes
 * neither the order nor, for powers of two, a bit of the solution.
 */
final class BlockKernel2 implements BlockKernel {
    /** Doubles per block, 4 each: factors of D, C, G. Factors: multipliers, upper part, reciprocal pivots. */
    private static final int STRIDE = 12;

    /** Offset of C, whose rows are in pivot order. */
    private static final int C = 4;

    /** Offset of G. */
    private static final int G = 8;

    private final double[] f;

    /** Original row of each pivot row, two bits each, the first pivot in the lowest. */
    private final int[] order;

    BlockKernel2(int nodes) {
        this.f = new double[Math.multiplyExact(nodes, STRIDE)];
        this.order = new int[nodes];
    }

    @Override
    public boolean eliminate(int k, int neighbour, double[] diagonal, int at, double[] toward, double[] away) {
        double a00 = diagonal[at];
        double a01 = diagonal[at + 1];
        double a10 = diagonal[at + 2];
        double a11 = diagonal[at + 3];
        final int b = 4 * k;
        if (neighbour >= 0) {
            final int g = STRIDE * neighbour + G;
            final double g00 = f[g];
            final double g01 = f[g + 1];
            final double g10 = f[g + 2];
            final double g11 = f[g + 3];
            final double c00 = toward[b];
            final double c01 = toward[b + 1];
            a00 -= c00 * g00 + c01 * g10;
            a01 -= c00 * g01 + c01 * g11;
            final double c10 = toward[b + 2];
            final double c11 = toward[b + 3];
            a10 -= c10 * g00 + c11 * g10;
            a11 -= c10 * g01 + c11 * g11;
        }
        final double n0 = Math.abs(a00) + Math.abs(a01);
        final double n1 = Math.abs(a10) + Math.abs(a11);
        int p0 = 0;
        int p1 = 1;
        if (Math.abs(a10) * n0 > Math.abs(a00) * n1) {
            double t = a00;
            a00 = a10;
            a10 = t;
            t = a01;
            a01 = a11;
            a11 = t;
            final int p = p0;
            p0 = p1;
            p1 = p;
        }
        final double r0 = 1 / a00;
        final double l10 = a10 * r0;
        a11 -= l10 * a01;
        final double r1 = 1 / a11;
        final int h = STRIDE * k;
        f[h] = l10;
        f[h + 1] = a01;
        f[h + 2] = r0;
        f[h + 3] = r1;
        order[k] = p0 | p1 << 2;
        final int b0 = b + 2 * p0;
        final int b1 = b + 2 * p1;
        for (int j = 0; j < 2; j++) {
            f[h + 4 + j] = toward[b0 + j];
            f[h + 6 + j] = toward[b1 + j];
            final double y0 = away[b0 + j];
            final double y1 = away[b1 + j] - l10 * y0;
            final double z1 = y1 * r1;
            final double z0 = (y0 - a01 * z1) * r0;
            f[h + 8 + j] = z0;
            f[h + 10 + j] = z1;
        }
        return Math.abs(r0) < Double.POSITIVE_INFINITY && Math.abs(r1) < Double.POSITIVE_INFINITY;
    }

    @Override
    public void forward(int k, int neighbour, double[] x) {
        final int h = STRIDE * k;
        final int at = 2 * k;
        final int p = order[k];
        double y0 = x[at + (p & 3)];
        double y1 = x[at + (p >> 2)];
        if (neighbour >= 0) {
            final int from = 2 * neighbour;
            final int c = h + C;
            final double x0 = x[from];
            final double x1 = x[from + 1];
            y0 -= f[c] * x0 + f[c + 1] * x1;
            y1 -= f[c + 2] * x0 + f[c + 3] * x1;
        }
        y1 -= f[h] * y0;
        y1 = y1 * f[h + 3];
        y0 = (y0 - f[h + 1] * y1) * f[h + 2];
        x[at] = y0;
        x[at + 1] = y1;
    }

    @Override
    public void backward(int k, int neighbour, double[] x) {
        final int g = STRIDE * k + G;
        final int at = 2 * k;
        final int from = 2 * neighbour;
        final double x0 = x[from];
        final double x1 = x[from + 1];
        x[at] -= f[g] * x0 + f[g + 1] * x1;
        x[at + 1] -= f[g + 2] * x0 + f[g + 3] * x1;
    }

    @Override
    public double coupling(int k, int i, int j) {
        return f[STRIDE * k + G + 2 * i + j];
    }
}
