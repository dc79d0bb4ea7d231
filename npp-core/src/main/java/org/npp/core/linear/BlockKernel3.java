package org.npp.core.linear;

import org.jspecify.annotations.Nullable;

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
        return eliminate(k, neighbour, diagonal, at, toward, away, null);
    }

    @Override
    public boolean eliminateAndForward(
            int k, int neighbour, double[] diagonal, int at, double[] toward, double[] away, double[] x) {
        return eliminate(k, neighbour, diagonal, at, toward, away, x);
    }

    private boolean eliminate(
            int k, int neighbour, double[] diagonal, int at, double[] toward, double[] away, double @Nullable [] x) {
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
            a00 = Math.fma(-c00, g00, Math.fma(-c01, g10, Math.fma(-c02, g20, a00)));
            a01 = Math.fma(-c00, g01, Math.fma(-c01, g11, Math.fma(-c02, g21, a01)));
            a02 = Math.fma(-c00, g02, Math.fma(-c01, g12, Math.fma(-c02, g22, a02)));
            final double c10 = toward[b + 3];
            final double c11 = toward[b + 4];
            final double c12 = toward[b + 5];
            a10 = Math.fma(-c10, g00, Math.fma(-c11, g10, Math.fma(-c12, g20, a10)));
            a11 = Math.fma(-c10, g01, Math.fma(-c11, g11, Math.fma(-c12, g21, a11)));
            a12 = Math.fma(-c10, g02, Math.fma(-c11, g12, Math.fma(-c12, g22, a12)));
            final double c20 = toward[b + 6];
            final double c21 = toward[b + 7];
            final double c22 = toward[b + 8];
            a20 = Math.fma(-c20, g00, Math.fma(-c21, g10, Math.fma(-c22, g20, a20)));
            a21 = Math.fma(-c20, g01, Math.fma(-c21, g11, Math.fma(-c22, g21, a21)));
            a22 = Math.fma(-c20, g02, Math.fma(-c21, g12, Math.fma(-c22, g22, a22)));
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
        // times the first pivot, and the last one times the first two: then no division waits for another
        double m11 = Math.fma(a11, a00, -a10 * a01);
        double m12 = Math.fma(a12, a00, -a10 * a02);
        double m21 = Math.fma(a21, a00, -a20 * a01);
        double m22 = Math.fma(a22, a00, -a20 * a02);
        final double r0 = 1 / a00;
        double l10 = a10 * r0;
        double l20 = a20 * r0;
        if (Math.abs(m21) * n1 > Math.abs(m11) * n2) {
            double t = m11;
            m11 = m21;
            m21 = t;
            t = m12;
            m12 = m22;
            m22 = t;
            t = l10;
            l10 = l20;
            l20 = t;
            final int p = p1;
            p1 = p2;
            p2 = p;
        }
        final double r1 = a00 / m11;
        final double r2 = m11 * a00 / Math.fma(m11, m22, -m12 * m21);
        final double l21 = m21 * r0 * r1;
        a12 = m12 * r0;
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
            final double y1 = Math.fma(-l10, y0, away[b1 + j]);
            final double y2 = Math.fma(-l21, y1, Math.fma(-l20, y0, away[b2 + j]));
            final double z2 = y2 * r2;
            final double z1 = Math.fma(-a12, z2, y1) * r1;
            final double z0 = Math.fma(-a01, z1, Math.fma(-a02, z2, y0)) * r0;
            f[h + 18 + j] = z0;
            f[h + 21 + j] = z1;
            f[h + 24 + j] = z2;
        }
        if (x != null) {
            final int to = 3 * k;
            double y0 = x[to + p0];
            double y1 = x[to + p1];
            double y2 = x[to + p2];
            if (neighbour >= 0) {
                final int from = 3 * neighbour;
                final double x0 = x[from];
                final double x1 = x[from + 1];
                final double x2 = x[from + 2];
                y0 = Math.fma(-toward[b0], x0, Math.fma(-toward[b0 + 1], x1, Math.fma(-toward[b0 + 2], x2, y0)));
                y1 = Math.fma(-toward[b1], x0, Math.fma(-toward[b1 + 1], x1, Math.fma(-toward[b1 + 2], x2, y1)));
                y2 = Math.fma(-toward[b2], x0, Math.fma(-toward[b2 + 1], x1, Math.fma(-toward[b2 + 2], x2, y2)));
            }
            y1 = Math.fma(-l10, y0, y1);
            y2 = Math.fma(-l21, y1, Math.fma(-l20, y0, y2));
            final double z2 = y2 * r2;
            final double z1 = Math.fma(-a12, z2, y1) * r1;
            x[to] = Math.fma(-a01, z1, Math.fma(-a02, z2, y0)) * r0;
            x[to + 1] = z1;
            x[to + 2] = z2;
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
            y0 = Math.fma(-f[c], x0, Math.fma(-f[c + 1], x1, Math.fma(-f[c + 2], x2, y0)));
            y1 = Math.fma(-f[c + 3], x0, Math.fma(-f[c + 4], x1, Math.fma(-f[c + 5], x2, y1)));
            y2 = Math.fma(-f[c + 6], x0, Math.fma(-f[c + 7], x1, Math.fma(-f[c + 8], x2, y2)));
        }
        y1 = Math.fma(-f[h], y0, y1);
        y2 = Math.fma(-f[h + 2], y1, Math.fma(-f[h + 1], y0, y2));
        y2 = y2 * f[h + 8];
        y1 = Math.fma(-f[h + 5], y2, y1) * f[h + 7];
        y0 = Math.fma(-f[h + 3], y1, Math.fma(-f[h + 4], y2, y0)) * f[h + 6];
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
        x[at] = Math.fma(-f[g], x0, Math.fma(-f[g + 1], x1, Math.fma(-f[g + 2], x2, x[at])));
        x[at + 1] = Math.fma(-f[g + 3], x0, Math.fma(-f[g + 4], x1, Math.fma(-f[g + 5], x2, x[at + 1])));
        x[at + 2] = Math.fma(-f[g + 6], x0, Math.fma(-f[g + 7], x1, Math.fma(-f[g + 8], x2, x[at + 2])));
    }

    @Override
    public void forwardPair(int k, int neighbour, double[] x, double[] y) {
        final int h = STRIDE * k;
        final int at = 3 * k;
        final int p = order[k];
        double x0 = x[at + (p & 3)];
        double x1 = x[at + (p >> 2 & 3)];
        double x2 = x[at + (p >> 4)];
        double y0 = y[at + (p & 3)];
        double y1 = y[at + (p >> 2 & 3)];
        double y2 = y[at + (p >> 4)];
        if (neighbour >= 0) {
            final int from = 3 * neighbour;
            final int c = h + C;
            final double n0 = x[from];
            final double n1 = x[from + 1];
            final double n2 = x[from + 2];
            final double m0 = y[from];
            final double m1 = y[from + 1];
            final double m2 = y[from + 2];
            double l0 = -f[c];
            double l1 = -f[c + 1];
            double l2 = -f[c + 2];
            x0 = Math.fma(l0, n0, Math.fma(l1, n1, Math.fma(l2, n2, x0)));
            y0 = Math.fma(l0, m0, Math.fma(l1, m1, Math.fma(l2, m2, y0)));
            l0 = -f[c + 3];
            l1 = -f[c + 4];
            l2 = -f[c + 5];
            x1 = Math.fma(l0, n0, Math.fma(l1, n1, Math.fma(l2, n2, x1)));
            y1 = Math.fma(l0, m0, Math.fma(l1, m1, Math.fma(l2, m2, y1)));
            l0 = -f[c + 6];
            l1 = -f[c + 7];
            l2 = -f[c + 8];
            x2 = Math.fma(l0, n0, Math.fma(l1, n1, Math.fma(l2, n2, x2)));
            y2 = Math.fma(l0, m0, Math.fma(l1, m1, Math.fma(l2, m2, y2)));
        }
        final double h0 = -f[h];
        final double h1 = -f[h + 1];
        final double h2 = -f[h + 2];
        final double h3 = -f[h + 3];
        final double h4 = -f[h + 4];
        final double h5 = -f[h + 5];
        x1 = Math.fma(h0, x0, x1);
        y1 = Math.fma(h0, y0, y1);
        x2 = Math.fma(h2, x1, Math.fma(h1, x0, x2)) * f[h + 8];
        y2 = Math.fma(h2, y1, Math.fma(h1, y0, y2)) * f[h + 8];
        x1 = Math.fma(h5, x2, x1) * f[h + 7];
        y1 = Math.fma(h5, y2, y1) * f[h + 7];
        x[at] = Math.fma(h3, x1, Math.fma(h4, x2, x0)) * f[h + 6];
        y[at] = Math.fma(h3, y1, Math.fma(h4, y2, y0)) * f[h + 6];
        x[at + 1] = x1;
        y[at + 1] = y1;
        x[at + 2] = x2;
        y[at + 2] = y2;
    }

    @Override
    public void backwardPair(int k, int neighbour, double[] x, double[] y) {
        final int g = STRIDE * k + G;
        final int at = 3 * k;
        final int from = 3 * neighbour;
        final double n0 = x[from];
        final double n1 = x[from + 1];
        final double n2 = x[from + 2];
        final double m0 = y[from];
        final double m1 = y[from + 1];
        final double m2 = y[from + 2];
        for (int i = 0; i < 3; i++) {
            final double g0 = -f[g + 3 * i];
            final double g1 = -f[g + 3 * i + 1];
            final double g2 = -f[g + 3 * i + 2];
            x[at + i] = Math.fma(g0, n0, Math.fma(g1, n1, Math.fma(g2, n2, x[at + i])));
            y[at + i] = Math.fma(g0, m0, Math.fma(g1, m1, Math.fma(g2, m2, y[at + i])));
        }
    }

    @Override
    public double coupling(int k, int i, int j) {
        return f[STRIDE * k + G + 3 * i + j];
    }
}
