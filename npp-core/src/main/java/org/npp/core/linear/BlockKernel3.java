package org.npp.core.linear;

/**
 * {@link BlockKernel} for 3 &times; 3 blocks, written out without loops over rows so that the block stays in registers.
 *
 * <p>Pivots are chosen relative to the sums of magnitudes of their rows, so that scaling the rows of the matrix changes
 * neither the order nor, for powers of two, a bit of the solution.
 */
final class BlockKernel3 implements BlockKernel {
    /** Doubles per block, 9 each: factors of D, C, G. Factors: multipliers, upper part, reciprocal pivots. */
    private static final int STRIDE = 27;

    /** Offset of C, whose rows are in pivot order. */
    private static final int C = 9;

    /** Offset of G. */
    private static final int G = 18;

    private final double[] f;

    /** Original row of each pivot row, two bits each, the first pivot in the lowest. */
    private final int[] order;

    BlockKernel3(int nodes) {
        this.f = new double[Math.multiplyExact(nodes, STRIDE)];
        this.order = new int[nodes];
    }

    @Override
    public boolean eliminate(int k, int neighbour, double[] diagonal, int at, double[] toward, double[] away) {
        double a00 = diagonal[at];
        double a01 = diagonal[at + 1];
        double a02 = diagonal[at + 2];
        double a10 = diagonal[at + 3];
        double a11 = diagonal[at + 4];
        double a12 = diagonal[at + 5];
        double a20 = diagonal[at + 6];
        double a21 = diagonal[at + 7];
        double a22 = diagonal[at + 8];
        final int b = 9 * k;
        if (neighbour >= 0) {
            final int g = STRIDE * neighbour + G;
            final double g00 = f[g];
            final double g01 = f[g + 1];
            final double g02 = f[g + 2];
            final double g10 = f[g + 3];
            final double g11 = f[g + 4];
            final double g12 = f[g + 5];
            final double g20 = f[g + 6];
            final double g21 = f[g + 7];
            final double g22 = f[g + 8];
            final double c00 = toward[b];
            final double c01 = toward[b + 1];
            final double c02 = toward[b + 2];
            a00 -= c00 * g00 + c01 * g10 + c02 * g20;
            a01 -= c00 * g01 + c01 * g11 + c02 * g21;
            a02 -= c00 * g02 + c01 * g12 + c02 * g22;
            final double c10 = toward[b + 3];
            final double c11 = toward[b + 4];
            final double c12 = toward[b + 5];
            a10 -= c10 * g00 + c11 * g10 + c12 * g20;
            a11 -= c10 * g01 + c11 * g11 + c12 * g21;
            a12 -= c10 * g02 + c11 * g12 + c12 * g22;
            final double c20 = toward[b + 6];
            final double c21 = toward[b + 7];
            final double c22 = toward[b + 8];
            a20 -= c20 * g00 + c21 * g10 + c22 * g20;
            a21 -= c20 * g01 + c21 * g11 + c22 * g21;
            a22 -= c20 * g02 + c21 * g12 + c22 * g22;
        }
        double n0 = Math.abs(a00) + Math.abs(a01) + Math.abs(a02);
        double n1 = Math.abs(a10) + Math.abs(a11) + Math.abs(a12);
        double n2 = Math.abs(a20) + Math.abs(a21) + Math.abs(a22);
        int p0 = 0;
        int p1 = 1;
        int p2 = 2;
        if (Math.abs(a10) * n0 > Math.abs(a00) * n1) {
            double t = a00;
            a00 = a10;
            a10 = t;
            t = a01;
            a01 = a11;
            a11 = t;
            t = a02;
            a02 = a12;
            a12 = t;
            t = n0;
            n0 = n1;
            n1 = t;
            final int p = p0;
            p0 = p1;
            p1 = p;
        }
        if (Math.abs(a20) * n0 > Math.abs(a00) * n2) {
            double t = a00;
            a00 = a20;
            a20 = t;
            t = a01;
            a01 = a21;
            a21 = t;
            t = a02;
            a02 = a22;
            a22 = t;
            t = n0;
            n0 = n2;
            n2 = t;
            final int p = p0;
            p0 = p2;
            p2 = p;
        }
        final double r0 = 1 / a00;
        double l10 = a10 * r0;
        a11 -= l10 * a01;
        a12 -= l10 * a02;
        double l20 = a20 * r0;
        a21 -= l20 * a01;
        a22 -= l20 * a02;
        if (Math.abs(a21) * n1 > Math.abs(a11) * n2) {
            double t = a11;
            a11 = a21;
            a21 = t;
            t = a12;
            a12 = a22;
            a22 = t;
            t = l10;
            l10 = l20;
            l20 = t;
            final int p = p1;
            p1 = p2;
            p2 = p;
        }
        final double r1 = 1 / a11;
        final double l21 = a21 * r1;
        a22 -= l21 * a12;
        final double r2 = 1 / a22;
        final int h = STRIDE * k;
        f[h] = l10;
        f[h + 1] = l20;
        f[h + 2] = l21;
        f[h + 3] = a01;
        f[h + 4] = a02;
        f[h + 5] = a12;
        f[h + 6] = r0;
        f[h + 7] = r1;
        f[h + 8] = r2;
        order[k] = p0 | p1 << 2 | p2 << 4;
        final int b0 = b + 3 * p0;
        final int b1 = b + 3 * p1;
        final int b2 = b + 3 * p2;
        for (int j = 0; j < 3; j++) {
            f[h + 9 + j] = toward[b0 + j];
            f[h + 12 + j] = toward[b1 + j];
            f[h + 15 + j] = toward[b2 + j];
            final double y0 = away[b0 + j];
            final double y1 = away[b1 + j] - l10 * y0;
            final double y2 = away[b2 + j] - l20 * y0 - l21 * y1;
            final double z2 = y2 * r2;
            final double z1 = (y1 - a12 * z2) * r1;
            final double z0 = (y0 - a01 * z1 - a02 * z2) * r0;
            f[h + 18 + j] = z0;
            f[h + 21 + j] = z1;
            f[h + 24 + j] = z2;
        }
        return Math.abs(r0) < Double.POSITIVE_INFINITY
                && Math.abs(r1) < Double.POSITIVE_INFINITY
                && Math.abs(r2) < Double.POSITIVE_INFINITY;
    }

    @Override
    public void forward(int k, int neighbour, double[] x) {
        final int h = STRIDE * k;
        final int at = 3 * k;
        final int p = order[k];
        double y0 = x[at + (p & 3)];
        double y1 = x[at + (p >> 2 & 3)];
        double y2 = x[at + (p >> 4)];
        if (neighbour >= 0) {
            final int from = 3 * neighbour;
            final int c = h + C;
            final double x0 = x[from];
            final double x1 = x[from + 1];
            final double x2 = x[from + 2];
            y0 -= f[c] * x0 + f[c + 1] * x1 + f[c + 2] * x2;
            y1 -= f[c + 3] * x0 + f[c + 4] * x1 + f[c + 5] * x2;
            y2 -= f[c + 6] * x0 + f[c + 7] * x1 + f[c + 8] * x2;
        }
        y1 -= f[h] * y0;
        y2 -= f[h + 1] * y0 + f[h + 2] * y1;
        y2 = y2 * f[h + 8];
        y1 = (y1 - f[h + 5] * y2) * f[h + 7];
        y0 = (y0 - f[h + 3] * y1 - f[h + 4] * y2) * f[h + 6];
        x[at] = y0;
        x[at + 1] = y1;
        x[at + 2] = y2;
    }

    @Override
    public void backward(int k, int neighbour, double[] x) {
        final int g = STRIDE * k + G;
        final int at = 3 * k;
        final int from = 3 * neighbour;
        final double x0 = x[from];
        final double x1 = x[from + 1];
        final double x2 = x[from + 2];
        x[at] -= f[g] * x0 + f[g + 1] * x1 + f[g + 2] * x2;
        x[at + 1] -= f[g + 3] * x0 + f[g + 4] * x1 + f[g + 5] * x2;
        x[at + 2] -= f[g + 6] * x0 + f[g + 7] * x1 + f[g + 8] * x2;
    }

    @Override
    public double coupling(int k, int i, int j) {
        return f[STRIDE * k + G + 3 * i + j];
    }
}
