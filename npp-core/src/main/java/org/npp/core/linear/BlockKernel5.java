package org.npp.core.linear;

/**
 * {@link BlockKernel} for 5 &times; 5 blocks, written out without loops over rows so that the block stays in registers.
 *
 * <p>Pivots are chosen relative to the sums of magnitudes of their rows, so that scaling the rows of the matrix changes
 * neither the order nor, for powers of two, a bit of the solution.
 */
final class BlockKernel5 implements BlockKernel {
    /** Doubles per block, 25 each: factors of D, C, G. Factors: multipliers, upper part, reciprocal pivots. */
    private static final int STRIDE = 75;

    /** Offset of C, whose rows are in pivot order. */
    private static final int C = 25;

    /** Offset of G. */
    private static final int G = 50;

    private final double[] f;

    /** Original row of each pivot row, three bits each, the first pivot in the lowest. */
    private final int[] order;

    BlockKernel5(int nodes) {
        this.f = new double[Math.multiplyExact(nodes, STRIDE)];
        this.order = new int[nodes];
    }

    @Override
    public boolean eliminate(int k, int neighbour, double[] diagonal, int at, double[] toward, double[] away) {
        double a00 = diagonal[at];
        double a01 = diagonal[at + 1];
        double a02 = diagonal[at + 2];
        double a03 = diagonal[at + 3];
        double a04 = diagonal[at + 4];
        double a10 = diagonal[at + 5];
        double a11 = diagonal[at + 6];
        double a12 = diagonal[at + 7];
        double a13 = diagonal[at + 8];
        double a14 = diagonal[at + 9];
        double a20 = diagonal[at + 10];
        double a21 = diagonal[at + 11];
        double a22 = diagonal[at + 12];
        double a23 = diagonal[at + 13];
        double a24 = diagonal[at + 14];
        double a30 = diagonal[at + 15];
        double a31 = diagonal[at + 16];
        double a32 = diagonal[at + 17];
        double a33 = diagonal[at + 18];
        double a34 = diagonal[at + 19];
        double a40 = diagonal[at + 20];
        double a41 = diagonal[at + 21];
        double a42 = diagonal[at + 22];
        double a43 = diagonal[at + 23];
        double a44 = diagonal[at + 24];
        final int b = 25 * k;
        if (neighbour >= 0) {
            final int g = STRIDE * neighbour + G;
            final double g00 = f[g];
            final double g01 = f[g + 1];
            final double g02 = f[g + 2];
            final double g03 = f[g + 3];
            final double g04 = f[g + 4];
            final double g10 = f[g + 5];
            final double g11 = f[g + 6];
            final double g12 = f[g + 7];
            final double g13 = f[g + 8];
            final double g14 = f[g + 9];
            final double g20 = f[g + 10];
            final double g21 = f[g + 11];
            final double g22 = f[g + 12];
            final double g23 = f[g + 13];
            final double g24 = f[g + 14];
            final double g30 = f[g + 15];
            final double g31 = f[g + 16];
            final double g32 = f[g + 17];
            final double g33 = f[g + 18];
            final double g34 = f[g + 19];
            final double g40 = f[g + 20];
            final double g41 = f[g + 21];
            final double g42 = f[g + 22];
            final double g43 = f[g + 23];
            final double g44 = f[g + 24];
            final double c00 = -toward[b];
            final double c01 = -toward[b + 1];
            final double c02 = -toward[b + 2];
            final double c03 = -toward[b + 3];
            final double c04 = -toward[b + 4];
            a00 = Math.fma(
                    c00, g00, Math.fma(c01, g10, Math.fma(c02, g20, Math.fma(c03, g30, Math.fma(c04, g40, a00)))));
            a01 = Math.fma(
                    c00, g01, Math.fma(c01, g11, Math.fma(c02, g21, Math.fma(c03, g31, Math.fma(c04, g41, a01)))));
            a02 = Math.fma(
                    c00, g02, Math.fma(c01, g12, Math.fma(c02, g22, Math.fma(c03, g32, Math.fma(c04, g42, a02)))));
            a03 = Math.fma(
                    c00, g03, Math.fma(c01, g13, Math.fma(c02, g23, Math.fma(c03, g33, Math.fma(c04, g43, a03)))));
            a04 = Math.fma(
                    c00, g04, Math.fma(c01, g14, Math.fma(c02, g24, Math.fma(c03, g34, Math.fma(c04, g44, a04)))));
            final double c10 = -toward[b + 5];
            final double c11 = -toward[b + 6];
            final double c12 = -toward[b + 7];
            final double c13 = -toward[b + 8];
            final double c14 = -toward[b + 9];
            a10 = Math.fma(
                    c10, g00, Math.fma(c11, g10, Math.fma(c12, g20, Math.fma(c13, g30, Math.fma(c14, g40, a10)))));
            a11 = Math.fma(
                    c10, g01, Math.fma(c11, g11, Math.fma(c12, g21, Math.fma(c13, g31, Math.fma(c14, g41, a11)))));
            a12 = Math.fma(
                    c10, g02, Math.fma(c11, g12, Math.fma(c12, g22, Math.fma(c13, g32, Math.fma(c14, g42, a12)))));
            a13 = Math.fma(
                    c10, g03, Math.fma(c11, g13, Math.fma(c12, g23, Math.fma(c13, g33, Math.fma(c14, g43, a13)))));
            a14 = Math.fma(
                    c10, g04, Math.fma(c11, g14, Math.fma(c12, g24, Math.fma(c13, g34, Math.fma(c14, g44, a14)))));
            final double c20 = -toward[b + 10];
            final double c21 = -toward[b + 11];
            final double c22 = -toward[b + 12];
            final double c23 = -toward[b + 13];
            final double c24 = -toward[b + 14];
            a20 = Math.fma(
                    c20, g00, Math.fma(c21, g10, Math.fma(c22, g20, Math.fma(c23, g30, Math.fma(c24, g40, a20)))));
            a21 = Math.fma(
                    c20, g01, Math.fma(c21, g11, Math.fma(c22, g21, Math.fma(c23, g31, Math.fma(c24, g41, a21)))));
            a22 = Math.fma(
                    c20, g02, Math.fma(c21, g12, Math.fma(c22, g22, Math.fma(c23, g32, Math.fma(c24, g42, a22)))));
            a23 = Math.fma(
                    c20, g03, Math.fma(c21, g13, Math.fma(c22, g23, Math.fma(c23, g33, Math.fma(c24, g43, a23)))));
            a24 = Math.fma(
                    c20, g04, Math.fma(c21, g14, Math.fma(c22, g24, Math.fma(c23, g34, Math.fma(c24, g44, a24)))));
            final double c30 = -toward[b + 15];
            final double c31 = -toward[b + 16];
            final double c32 = -toward[b + 17];
            final double c33 = -toward[b + 18];
            final double c34 = -toward[b + 19];
            a30 = Math.fma(
                    c30, g00, Math.fma(c31, g10, Math.fma(c32, g20, Math.fma(c33, g30, Math.fma(c34, g40, a30)))));
            a31 = Math.fma(
                    c30, g01, Math.fma(c31, g11, Math.fma(c32, g21, Math.fma(c33, g31, Math.fma(c34, g41, a31)))));
            a32 = Math.fma(
                    c30, g02, Math.fma(c31, g12, Math.fma(c32, g22, Math.fma(c33, g32, Math.fma(c34, g42, a32)))));
            a33 = Math.fma(
                    c30, g03, Math.fma(c31, g13, Math.fma(c32, g23, Math.fma(c33, g33, Math.fma(c34, g43, a33)))));
            a34 = Math.fma(
                    c30, g04, Math.fma(c31, g14, Math.fma(c32, g24, Math.fma(c33, g34, Math.fma(c34, g44, a34)))));
            final double c40 = -toward[b + 20];
            final double c41 = -toward[b + 21];
            final double c42 = -toward[b + 22];
            final double c43 = -toward[b + 23];
            final double c44 = -toward[b + 24];
            a40 = Math.fma(
                    c40, g00, Math.fma(c41, g10, Math.fma(c42, g20, Math.fma(c43, g30, Math.fma(c44, g40, a40)))));
            a41 = Math.fma(
                    c40, g01, Math.fma(c41, g11, Math.fma(c42, g21, Math.fma(c43, g31, Math.fma(c44, g41, a41)))));
            a42 = Math.fma(
                    c40, g02, Math.fma(c41, g12, Math.fma(c42, g22, Math.fma(c43, g32, Math.fma(c44, g42, a42)))));
            a43 = Math.fma(
                    c40, g03, Math.fma(c41, g13, Math.fma(c42, g23, Math.fma(c43, g33, Math.fma(c44, g43, a43)))));
            a44 = Math.fma(
                    c40, g04, Math.fma(c41, g14, Math.fma(c42, g24, Math.fma(c43, g34, Math.fma(c44, g44, a44)))));
        }
        double n0 = Math.abs(a00) + Math.abs(a01) + Math.abs(a02) + Math.abs(a03) + Math.abs(a04);
        double n1 = Math.abs(a10) + Math.abs(a11) + Math.abs(a12) + Math.abs(a13) + Math.abs(a14);
        double n2 = Math.abs(a20) + Math.abs(a21) + Math.abs(a22) + Math.abs(a23) + Math.abs(a24);
        double n3 = Math.abs(a30) + Math.abs(a31) + Math.abs(a32) + Math.abs(a33) + Math.abs(a34);
        double n4 = Math.abs(a40) + Math.abs(a41) + Math.abs(a42) + Math.abs(a43) + Math.abs(a44);
        int p0 = 0;
        int p1 = 1;
        int p2 = 2;
        int p3 = 3;
        int p4 = 4;
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
            t = a04;
            a04 = a14;
            a14 = t;
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
            t = a04;
            a04 = a24;
            a24 = t;
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
            t = a04;
            a04 = a34;
            a34 = t;
            t = n0;
            n0 = n3;
            n3 = t;
            final int p = p0;
            p0 = p3;
            p3 = p;
        }
        if (Math.abs(a40) * n0 > Math.abs(a00) * n4) {
            double t = a00;
            a00 = a40;
            a40 = t;
            t = a01;
            a01 = a41;
            a41 = t;
            t = a02;
            a02 = a42;
            a42 = t;
            t = a03;
            a03 = a43;
            a43 = t;
            t = a04;
            a04 = a44;
            a44 = t;
            t = n0;
            n0 = n4;
            n4 = t;
            final int p = p0;
            p0 = p4;
            p4 = p;
        }
        final double r0 = 1 / a00;
        double l10 = a10 * r0;
        a11 = Math.fma(-l10, a01, a11);
        a12 = Math.fma(-l10, a02, a12);
        a13 = Math.fma(-l10, a03, a13);
        a14 = Math.fma(-l10, a04, a14);
        double l20 = a20 * r0;
        a21 = Math.fma(-l20, a01, a21);
        a22 = Math.fma(-l20, a02, a22);
        a23 = Math.fma(-l20, a03, a23);
        a24 = Math.fma(-l20, a04, a24);
        double l30 = a30 * r0;
        a31 = Math.fma(-l30, a01, a31);
        a32 = Math.fma(-l30, a02, a32);
        a33 = Math.fma(-l30, a03, a33);
        a34 = Math.fma(-l30, a04, a34);
        double l40 = a40 * r0;
        a41 = Math.fma(-l40, a01, a41);
        a42 = Math.fma(-l40, a02, a42);
        a43 = Math.fma(-l40, a03, a43);
        a44 = Math.fma(-l40, a04, a44);
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
            t = a14;
            a14 = a24;
            a24 = t;
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
            t = a14;
            a14 = a34;
            a34 = t;
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
        if (Math.abs(a41) * n1 > Math.abs(a11) * n4) {
            double t = a11;
            a11 = a41;
            a41 = t;
            t = a12;
            a12 = a42;
            a42 = t;
            t = a13;
            a13 = a43;
            a43 = t;
            t = a14;
            a14 = a44;
            a44 = t;
            t = l10;
            l10 = l40;
            l40 = t;
            t = n1;
            n1 = n4;
            n4 = t;
            final int p = p1;
            p1 = p4;
            p4 = p;
        }
        final double r1 = 1 / a11;
        double l21 = a21 * r1;
        a22 = Math.fma(-l21, a12, a22);
        a23 = Math.fma(-l21, a13, a23);
        a24 = Math.fma(-l21, a14, a24);
        double l31 = a31 * r1;
        a32 = Math.fma(-l31, a12, a32);
        a33 = Math.fma(-l31, a13, a33);
        a34 = Math.fma(-l31, a14, a34);
        double l41 = a41 * r1;
        a42 = Math.fma(-l41, a12, a42);
        a43 = Math.fma(-l41, a13, a43);
        a44 = Math.fma(-l41, a14, a44);
        if (Math.abs(a32) * n2 > Math.abs(a22) * n3) {
            double t = a22;
            a22 = a32;
            a32 = t;
            t = a23;
            a23 = a33;
            a33 = t;
            t = a24;
            a24 = a34;
            a34 = t;
            t = l20;
            l20 = l30;
            l30 = t;
            t = l21;
            l21 = l31;
            l31 = t;
            t = n2;
            n2 = n3;
            n3 = t;
            final int p = p2;
            p2 = p3;
            p3 = p;
        }
        if (Math.abs(a42) * n2 > Math.abs(a22) * n4) {
            double t = a22;
            a22 = a42;
            a42 = t;
            t = a23;
            a23 = a43;
            a43 = t;
            t = a24;
            a24 = a44;
            a44 = t;
            t = l20;
            l20 = l40;
            l40 = t;
            t = l21;
            l21 = l41;
            l41 = t;
            t = n2;
            n2 = n4;
            n4 = t;
            final int p = p2;
            p2 = p4;
            p4 = p;
        }
        final double r2 = 1 / a22;
        double l32 = a32 * r2;
        a33 = Math.fma(-l32, a23, a33);
        a34 = Math.fma(-l32, a24, a34);
        double l42 = a42 * r2;
        a43 = Math.fma(-l42, a23, a43);
        a44 = Math.fma(-l42, a24, a44);
        if (Math.abs(a43) * n3 > Math.abs(a33) * n4) {
            double t = a33;
            a33 = a43;
            a43 = t;
            t = a34;
            a34 = a44;
            a44 = t;
            t = l30;
            l30 = l40;
            l40 = t;
            t = l31;
            l31 = l41;
            l41 = t;
            t = l32;
            l32 = l42;
            l42 = t;
            final int p = p3;
            p3 = p4;
            p4 = p;
        }
        final double r3 = 1 / a33;
        final double l43 = a43 * r3;
        a44 = Math.fma(-l43, a34, a44);
        final double r4 = 1 / a44;
        final int h = STRIDE * k;
        f[h] = l10;
        f[h + 1] = l20;
        f[h + 2] = l21;
        f[h + 3] = l30;
        f[h + 4] = l31;
        f[h + 5] = l32;
        f[h + 6] = l40;
        f[h + 7] = l41;
        f[h + 8] = l42;
        f[h + 9] = l43;
        f[h + 10] = a01;
        f[h + 11] = a02;
        f[h + 12] = a03;
        f[h + 13] = a04;
        f[h + 14] = a12;
        f[h + 15] = a13;
        f[h + 16] = a14;
        f[h + 17] = a23;
        f[h + 18] = a24;
        f[h + 19] = a34;
        f[h + 20] = r0;
        f[h + 21] = r1;
        f[h + 22] = r2;
        f[h + 23] = r3;
        f[h + 24] = r4;
        order[k] = p0 | p1 << 3 | p2 << 6 | p3 << 9 | p4 << 12;
        final int b0 = b + 5 * p0;
        final int b1 = b + 5 * p1;
        final int b2 = b + 5 * p2;
        final int b3 = b + 5 * p3;
        final int b4 = b + 5 * p4;
        for (int j = 0; j < 5; j++) {
            f[h + 25 + j] = toward[b0 + j];
            f[h + 30 + j] = toward[b1 + j];
            f[h + 35 + j] = toward[b2 + j];
            f[h + 40 + j] = toward[b3 + j];
            f[h + 45 + j] = toward[b4 + j];
            final double y0 = away[b0 + j];
            final double y1 = Math.fma(-l10, y0, away[b1 + j]);
            final double y2 = Math.fma(-l21, y1, Math.fma(-l20, y0, away[b2 + j]));
            final double y3 = Math.fma(-l32, y2, Math.fma(-l31, y1, Math.fma(-l30, y0, away[b3 + j])));
            final double y4 =
                    Math.fma(-l43, y3, Math.fma(-l42, y2, Math.fma(-l41, y1, Math.fma(-l40, y0, away[b4 + j]))));
            final double z4 = y4 * r4;
            final double z3 = Math.fma(-a34, z4, y3) * r3;
            final double z2 = Math.fma(-a23, z3, Math.fma(-a24, z4, y2)) * r2;
            final double z1 = Math.fma(-a12, z2, Math.fma(-a13, z3, Math.fma(-a14, z4, y1))) * r1;
            final double z0 = Math.fma(-a01, z1, Math.fma(-a02, z2, Math.fma(-a03, z3, Math.fma(-a04, z4, y0)))) * r0;
            f[h + 50 + j] = z0;
            f[h + 55 + j] = z1;
            f[h + 60 + j] = z2;
            f[h + 65 + j] = z3;
            f[h + 70 + j] = z4;
        }
        return Math.abs(r0) < Double.POSITIVE_INFINITY
                && Math.abs(r1) < Double.POSITIVE_INFINITY
                && Math.abs(r2) < Double.POSITIVE_INFINITY
                && Math.abs(r3) < Double.POSITIVE_INFINITY
                && Math.abs(r4) < Double.POSITIVE_INFINITY;
    }

    @Override
    public void forward(int k, int neighbour, double[] x) {
        final int h = STRIDE * k;
        final int at = 5 * k;
        final int p = order[k];
        double y0 = x[at + (p & 7)];
        double y1 = x[at + (p >> 3 & 7)];
        double y2 = x[at + (p >> 6 & 7)];
        double y3 = x[at + (p >> 9 & 7)];
        double y4 = x[at + (p >> 12)];
        if (neighbour >= 0) {
            final int from = 5 * neighbour;
            final int c = h + C;
            final double x0 = x[from];
            final double x1 = x[from + 1];
            final double x2 = x[from + 2];
            final double x3 = x[from + 3];
            final double x4 = x[from + 4];
            y0 = Math.fma(
                    -f[c],
                    x0,
                    Math.fma(
                            -f[c + 1],
                            x1,
                            Math.fma(-f[c + 2], x2, Math.fma(-f[c + 3], x3, Math.fma(-f[c + 4], x4, y0)))));
            y1 = Math.fma(
                    -f[c + 5],
                    x0,
                    Math.fma(
                            -f[c + 6],
                            x1,
                            Math.fma(-f[c + 7], x2, Math.fma(-f[c + 8], x3, Math.fma(-f[c + 9], x4, y1)))));
            y2 = Math.fma(
                    -f[c + 10],
                    x0,
                    Math.fma(
                            -f[c + 11],
                            x1,
                            Math.fma(-f[c + 12], x2, Math.fma(-f[c + 13], x3, Math.fma(-f[c + 14], x4, y2)))));
            y3 = Math.fma(
                    -f[c + 15],
                    x0,
                    Math.fma(
                            -f[c + 16],
                            x1,
                            Math.fma(-f[c + 17], x2, Math.fma(-f[c + 18], x3, Math.fma(-f[c + 19], x4, y3)))));
            y4 = Math.fma(
                    -f[c + 20],
                    x0,
                    Math.fma(
                            -f[c + 21],
                            x1,
                            Math.fma(-f[c + 22], x2, Math.fma(-f[c + 23], x3, Math.fma(-f[c + 24], x4, y4)))));
        }
        y1 = Math.fma(-f[h], y0, y1);
        y2 = Math.fma(-f[h + 2], y1, Math.fma(-f[h + 1], y0, y2));
        y3 = Math.fma(-f[h + 5], y2, Math.fma(-f[h + 4], y1, Math.fma(-f[h + 3], y0, y3)));
        y4 = Math.fma(-f[h + 9], y3, Math.fma(-f[h + 8], y2, Math.fma(-f[h + 7], y1, Math.fma(-f[h + 6], y0, y4))));
        y4 = y4 * f[h + 24];
        y3 = Math.fma(-f[h + 19], y4, y3) * f[h + 23];
        y2 = Math.fma(-f[h + 17], y3, Math.fma(-f[h + 18], y4, y2)) * f[h + 22];
        y1 = Math.fma(-f[h + 14], y2, Math.fma(-f[h + 15], y3, Math.fma(-f[h + 16], y4, y1))) * f[h + 21];
        y0 = Math.fma(-f[h + 10], y1, Math.fma(-f[h + 11], y2, Math.fma(-f[h + 12], y3, Math.fma(-f[h + 13], y4, y0))))
                * f[h + 20];
        x[at] = y0;
        x[at + 1] = y1;
        x[at + 2] = y2;
        x[at + 3] = y3;
        x[at + 4] = y4;
    }

    @Override
    public void backward(int k, int neighbour, double[] x) {
        final int g = STRIDE * k + G;
        final int at = 5 * k;
        final int from = 5 * neighbour;
        final double x0 = x[from];
        final double x1 = x[from + 1];
        final double x2 = x[from + 2];
        final double x3 = x[from + 3];
        final double x4 = x[from + 4];
        x[at] = Math.fma(
                -f[g],
                x0,
                Math.fma(
                        -f[g + 1],
                        x1,
                        Math.fma(-f[g + 2], x2, Math.fma(-f[g + 3], x3, Math.fma(-f[g + 4], x4, x[at])))));
        x[at + 1] = Math.fma(
                -f[g + 5],
                x0,
                Math.fma(
                        -f[g + 6],
                        x1,
                        Math.fma(-f[g + 7], x2, Math.fma(-f[g + 8], x3, Math.fma(-f[g + 9], x4, x[at + 1])))));
        x[at + 2] = Math.fma(
                -f[g + 10],
                x0,
                Math.fma(
                        -f[g + 11],
                        x1,
                        Math.fma(-f[g + 12], x2, Math.fma(-f[g + 13], x3, Math.fma(-f[g + 14], x4, x[at + 2])))));
        x[at + 3] = Math.fma(
                -f[g + 15],
                x0,
                Math.fma(
                        -f[g + 16],
                        x1,
                        Math.fma(-f[g + 17], x2, Math.fma(-f[g + 18], x3, Math.fma(-f[g + 19], x4, x[at + 3])))));
        x[at + 4] = Math.fma(
                -f[g + 20],
                x0,
                Math.fma(
                        -f[g + 21],
                        x1,
                        Math.fma(-f[g + 22], x2, Math.fma(-f[g + 23], x3, Math.fma(-f[g + 24], x4, x[at + 4])))));
    }

    @Override
    public double coupling(int k, int i, int j) {
        return f[STRIDE * k + G + 5 * i + j];
    }
}
