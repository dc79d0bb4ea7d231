package org.npp.core.linear;

/**
 * {@link BlockKernel} for 4 &times; 4 blocks, written out without loops over rows so that the block stays in registers.
 *
 * <p>Pivots are chosen relative to the sums of magnitudes of their rows, so that scaling the rows of the matrix changes
 * neither the order nor, for powers of two, a bit of the solution.
 */
final class BlockKernel4 implements BlockKernel {
    /** Doubles per block, 16 each: factors of D, C, G. Factors: multipliers, upper part, reciprocal pivots. */
    private static final int STRIDE = 48;

    /** Offset of C, whose rows are in pivot order. */
    private static final int C = 16;

    /** Offset of G. */
    private static final int G = 32;

    private final double[] f;

    /** Original row of each pivot row, two bits each, the first pivot in the lowest. */
    private final int[] order;

    BlockKernel4(int nodes) {
        this.f = new double[Math.multiplyExact(nodes, STRIDE)];
        this.order = new int[nodes];
    }

    @Override
    public boolean eliminate(int k, int neighbour, double[] diagonal, int at, double[] toward, double[] away) {
        double a00 = diagonal[at];
        double a01 = diagonal[at + 1];
        double a02 = diagonal[at + 2];
        double a03 = diagonal[at + 3];
        double a10 = diagonal[at + 4];
        double a11 = diagonal[at + 5];
        double a12 = diagonal[at + 6];
        double a13 = diagonal[at + 7];
        double a20 = diagonal[at + 8];
        double a21 = diagonal[at + 9];
        double a22 = diagonal[at + 10];
        double a23 = diagonal[at + 11];
        double a30 = diagonal[at + 12];
        double a31 = diagonal[at + 13];
        double a32 = diagonal[at + 14];
        double a33 = diagonal[at + 15];
        final int b = 16 * k;
        if (neighbour >= 0) {
            final int g = STRIDE * neighbour + G;
            final double g00 = f[g];
            final double g01 = f[g + 1];
            final double g02 = f[g + 2];
            final double g03 = f[g + 3];
            final double g10 = f[g + 4];
            final double g11 = f[g + 5];
            final double g12 = f[g + 6];
            final double g13 = f[g + 7];
            final double g20 = f[g + 8];
            final double g21 = f[g + 9];
            final double g22 = f[g + 10];
            final double g23 = f[g + 11];
            final double g30 = f[g + 12];
            final double g31 = f[g + 13];
            final double g32 = f[g + 14];
            final double g33 = f[g + 15];
            final double c00 = toward[b];
            final double c01 = toward[b + 1];
            final double c02 = toward[b + 2];
            final double c03 = toward[b + 3];
            a00 -= c00 * g00 + c01 * g10 + c02 * g20 + c03 * g30;
            a01 -= c00 * g01 + c01 * g11 + c02 * g21 + c03 * g31;
            a02 -= c00 * g02 + c01 * g12 + c02 * g22 + c03 * g32;
            a03 -= c00 * g03 + c01 * g13 + c02 * g23 + c03 * g33;
            final double c10 = toward[b + 4];
            final double c11 = toward[b + 5];
            final double c12 = toward[b + 6];
            final double c13 = toward[b + 7];
            a10 -= c10 * g00 + c11 * g10 + c12 * g20 + c13 * g30;
            a11 -= c10 * g01 + c11 * g11 + c12 * g21 + c13 * g31;
            a12 -= c10 * g02 + c11 * g12 + c12 * g22 + c13 * g32;
            a13 -= c10 * g03 + c11 * g13 + c12 * g23 + c13 * g33;
            final double c20 = toward[b + 8];
            final double c21 = toward[b + 9];
            final double c22 = toward[b + 10];
            final double c23 = toward[b + 11];
            a20 -= c20 * g00 + c21 * g10 + c22 * g20 + c23 * g30;
            a21 -= c20 * g01 + c21 * g11 + c22 * g21 + c23 * g31;
            a22 -= c20 * g02 + c21 * g12 + c22 * g22 + c23 * g32;
            a23 -= c20 * g03 + c21 * g13 + c22 * g23 + c23 * g33;
            final double c30 = toward[b + 12];
            final double c31 = toward[b + 13];
            final double c32 = toward[b + 14];
            final double c33 = toward[b + 15];
            a30 -= c30 * g00 + c31 * g10 + c32 * g20 + c33 * g30;
            a31 -= c30 * g01 + c31 * g11 + c32 * g21 + c33 * g31;
            a32 -= c30 * g02 + c31 * g12 + c32 * g22 + c33 * g32;
            a33 -= c30 * g03 + c31 * g13 + c32 * g23 + c33 * g33;
        }
        double n0 = Math.abs(a00) + Math.abs(a01) + Math.abs(a02) + Math.abs(a03);
        double n1 = Math.abs(a10) + Math.abs(a11) + Math.abs(a12) + Math.abs(a13);
        double n2 = Math.abs(a20) + Math.abs(a21) + Math.abs(a22) + Math.abs(a23);
        double n3 = Math.abs(a30) + Math.abs(a31) + Math.abs(a32) + Math.abs(a33);
        int p0 = 0;
        int p1 = 1;
        int p2 = 2;
        int p3 = 3;
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
            t = a03;
            a03 = a13;
            a13 = t;
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
            t = a03;
            a03 = a23;
            a23 = t;
            t = n0;
            n0 = n2;
            n2 = t;
            final int p = p0;
            p0 = p2;
            p2 = p;
        }
        if (Math.abs(a30) * n0 > Math.abs(a00) * n3) {
            double t = a00;
            a00 = a30;
            a30 = t;
            t = a01;
            a01 = a31;
            a31 = t;
            t = a02;
            a02 = a32;
            a32 = t;
            t = a03;
            a03 = a33;
            a33 = t;
            t = n0;
            n0 = n3;
            n3 = t;
            final int p = p0;
            p0 = p3;
            p3 = p;
        }
        final double r0 = 1 / a00;
        double l10 = a10 * r0;
        a11 -= l10 * a01;
        a12 -= l10 * a02;
        a13 -= l10 * a03;
        double l20 = a20 * r0;
        a21 -= l20 * a01;
        a22 -= l20 * a02;
        a23 -= l20 * a03;
        double l30 = a30 * r0;
        a31 -= l30 * a01;
        a32 -= l30 * a02;
        a33 -= l30 * a03;
        if (Math.abs(a21) * n1 > Math.abs(a11) * n2) {
            double t = a11;
            a11 = a21;
            a21 = t;
            t = a12;
            a12 = a22;
            a22 = t;
            t = a13;
            a13 = a23;
            a23 = t;
            t = l10;
            l10 = l20;
            l20 = t;
            t = n1;
            n1 = n2;
            n2 = t;
            final int p = p1;
            p1 = p2;
            p2 = p;
        }
        if (Math.abs(a31) * n1 > Math.abs(a11) * n3) {
            double t = a11;
            a11 = a31;
            a31 = t;
            t = a12;
            a12 = a32;
            a32 = t;
            t = a13;
            a13 = a33;
            a33 = t;
            t = l10;
            l10 = l30;
            l30 = t;
            t = n1;
            n1 = n3;
            n3 = t;
            final int p = p1;
            p1 = p3;
            p3 = p;
        }
        final double r1 = 1 / a11;
        double l21 = a21 * r1;
        a22 -= l21 * a12;
        a23 -= l21 * a13;
        double l31 = a31 * r1;
        a32 -= l31 * a12;
        a33 -= l31 * a13;
        if (Math.abs(a32) * n2 > Math.abs(a22) * n3) {
            double t = a22;
            a22 = a32;
            a32 = t;
            t = a23;
            a23 = a33;
            a33 = t;
            t = l20;
            l20 = l30;
            l30 = t;
            t = l21;
            l21 = l31;
            l31 = t;
            final int p = p2;
            p2 = p3;
            p3 = p;
        }
        final double r2 = 1 / a22;
        final double l32 = a32 * r2;
        a33 -= l32 * a23;
        final double r3 = 1 / a33;
        final int h = STRIDE * k;
        f[h] = l10;
        f[h + 1] = l20;
        f[h + 2] = l21;
        f[h + 3] = l30;
        f[h + 4] = l31;
        f[h + 5] = l32;
        f[h + 6] = a01;
        f[h + 7] = a02;
        f[h + 8] = a03;
        f[h + 9] = a12;
        f[h + 10] = a13;
        f[h + 11] = a23;
        f[h + 12] = r0;
        f[h + 13] = r1;
        f[h + 14] = r2;
        f[h + 15] = r3;
        order[k] = p0 | p1 << 2 | p2 << 4 | p3 << 6;
        final int b0 = b + 4 * p0;
        final int b1 = b + 4 * p1;
        final int b2 = b + 4 * p2;
        final int b3 = b + 4 * p3;
        for (int j = 0; j < 4; j++) {
            f[h + 16 + j] = toward[b0 + j];
            f[h + 20 + j] = toward[b1 + j];
            f[h + 24 + j] = toward[b2 + j];
            f[h + 28 + j] = toward[b3 + j];
            final double y0 = away[b0 + j];
            final double y1 = away[b1 + j] - l10 * y0;
            final double y2 = away[b2 + j] - l20 * y0 - l21 * y1;
            final double y3 = away[b3 + j] - l30 * y0 - l31 * y1 - l32 * y2;
            final double z3 = y3 * r3;
            final double z2 = (y2 - a23 * z3) * r2;
            final double z1 = (y1 - a12 * z2 - a13 * z3) * r1;
            final double z0 = (y0 - a01 * z1 - a02 * z2 - a03 * z3) * r0;
            f[h + 32 + j] = z0;
            f[h + 36 + j] = z1;
            f[h + 40 + j] = z2;
            f[h + 44 + j] = z3;
        }
        return Math.abs(r0) < Double.POSITIVE_INFINITY
                && Math.abs(r1) < Double.POSITIVE_INFINITY
                && Math.abs(r2) < Double.POSITIVE_INFINITY
                && Math.abs(r3) < Double.POSITIVE_INFINITY;
    }

    @Override
    public void forward(int k, int neighbour, double[] x) {
        final int h = STRIDE * k;
        final int at = 4 * k;
        final int p = order[k];
        double y0 = x[at + (p & 3)];
        double y1 = x[at + (p >> 2 & 3)];
        double y2 = x[at + (p >> 4 & 3)];
        double y3 = x[at + (p >> 6)];
        if (neighbour >= 0) {
            final int from = 4 * neighbour;
            final int c = h + C;
            final double x0 = x[from];
            final double x1 = x[from + 1];
            final double x2 = x[from + 2];
            final double x3 = x[from + 3];
            y0 -= f[c] * x0 + f[c + 1] * x1 + f[c + 2] * x2 + f[c + 3] * x3;
            y1 -= f[c + 4] * x0 + f[c + 5] * x1 + f[c + 6] * x2 + f[c + 7] * x3;
            y2 -= f[c + 8] * x0 + f[c + 9] * x1 + f[c + 10] * x2 + f[c + 11] * x3;
            y3 -= f[c + 12] * x0 + f[c + 13] * x1 + f[c + 14] * x2 + f[c + 15] * x3;
        }
        y1 -= f[h] * y0;
        y2 -= f[h + 1] * y0 + f[h + 2] * y1;
        y3 -= f[h + 3] * y0 + f[h + 4] * y1 + f[h + 5] * y2;
        y3 = y3 * f[h + 15];
        y2 = (y2 - f[h + 11] * y3) * f[h + 14];
        y1 = (y1 - f[h + 9] * y2 - f[h + 10] * y3) * f[h + 13];
        y0 = (y0 - f[h + 6] * y1 - f[h + 7] * y2 - f[h + 8] * y3) * f[h + 12];
        x[at] = y0;
        x[at + 1] = y1;
        x[at + 2] = y2;
        x[at + 3] = y3;
    }

    @Override
    public void backward(int k, int neighbour, double[] x) {
        final int g = STRIDE * k + G;
        final int at = 4 * k;
        final int from = 4 * neighbour;
        final double x0 = x[from];
        final double x1 = x[from + 1];
        final double x2 = x[from + 2];
        final double x3 = x[from + 3];
        x[at] -= f[g] * x0 + f[g + 1] * x1 + f[g + 2] * x2 + f[g + 3] * x3;
        x[at + 1] -= f[g + 4] * x0 + f[g + 5] * x1 + f[g + 6] * x2 + f[g + 7] * x3;
        x[at + 2] -= f[g + 8] * x0 + f[g + 9] * x1 + f[g + 10] * x2 + f[g + 11] * x3;
        x[at + 3] -= f[g + 12] * x0 + f[g + 13] * x1 + f[g + 14] * x2 + f[g + 15] * x3;
    }

    @Override
    public double coupling(int k, int i, int j) {
        return f[STRIDE * k + G + 4 * i + j];
    }
}
