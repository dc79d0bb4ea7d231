package org.npp.core.linear;

/**
 * Newton matrix of one implicit step of a two-ion Nernst&ndash;Planck&ndash;Poisson problem with unknowns
 * \( \psi, c_1, c_2 \) per node: a front of foreign ions in the middle of a mesh whose cells grow from 1e-11 to 1e-5 m.
 */
final class NernstPlanckPoissonMatrix {
    /** Squared Debye length scaled by the bulk density [m&sup2;]. */
    private static final double LAMBDA2 = 1e-21;

    private final int nodes;
    private final double[] x;
    private final double[] psi;
    private final double[][] c;
    private final double[] diffusivity;
    private final BlockTridiagonalMatrix a;

    private NernstPlanckPoissonMatrix(int nodes, double drop, double foreignDiffusivity) {
        this.nodes = nodes;
        this.x = new double[nodes];
        this.psi = new double[nodes];
        this.c = new double[2][nodes];
        this.diffusivity = new double[] {1e-18, foreignDiffusivity};
        this.a = BlockTridiagonalMatrix.ofSize(nodes, 3);
        for (int k = 0; k < nodes; k++) {
            final double s = k / (nodes - 1.0);
            x[k] = k == 0 ? 0 : x[k - 1] + 1e-11 * Math.pow(1e6, s);
            psi[k] = drop * (1 - s) * (1 - s);
            final double foreign = 0.5 - 0.5 * Math.tanh(20 * (s - 0.5));
            c[0][k] = 1 - 0.95 * foreign;
            c[1][k] = 0.95 * foreign;
        }
    }

    /**
     * Assembles the matrix.
     *
     * @param drop total potential drop [kT/e]
     * @param foreignDiffusivity diffusivity of the foreign ion [m&sup2;/s]; the native one has 1e-18
     * @param step time step [s]; infinite for the steady state
     */
    static BlockTridiagonalMatrix of(int nodes, double drop, double foreignDiffusivity, double step) {
        return new NernstPlanckPoissonMatrix(nodes, drop, foreignDiffusivity).assemble(step);
    }

    private BlockTridiagonalMatrix assemble(double step) {
        for (int k = 0; k + 1 < nodes; k++) {
            edge(k);
        }
        for (int k = 0; k < nodes; k++) {
            final double left = k > 0 ? x[k - 1] : x[k];
            final double volume = ((k + 1 < nodes ? x[k + 1] : x[k]) - left) / 2;
            for (int i = 1; i < 3; i++) {
                a.diagonal()[a.index(k, 0, i)] -= volume;
                a.diagonal()[a.index(k, i, i)] += volume / step;
            }
        }
        dirichlet(0, 0);
        for (int i = 0; i < 3; i++) {
            dirichlet(nodes - 1, i);
        }
        return a;
    }

    private void edge(int k) {
        final double h = x[k + 1] - x[k];
        add(k, 0, 0, LAMBDA2 / h, -LAMBDA2 / h);
        final double d = psi[k + 1] - psi[k];
        final double plus = bernoulli(d);
        final double minus = bernoulli(-d);
        final double byPlus = (bernoulli(d + 1e-4) - bernoulli(d - 1e-4)) / 2e-4;
        for (int i = 0; i < 2; i++) {
            final double v = diffusivity[i] / h;
            add(k, i + 1, i + 1, v * plus, -v * minus);
            final double slope = v * (byPlus * c[i][k] - (1 + byPlus) * c[i][k + 1]);
            add(k, i + 1, 0, -slope, slope);
        }
    }

    /** Adds the derivatives of a flux out of node k into node k + 1. */
    private void add(int k, int row, int column, double byLeft, double byRight) {
        a.diagonal()[a.index(k, row, column)] += byLeft;
        a.upper()[a.index(k, row, column)] += byRight;
        a.lower()[a.index(k + 1, row, column)] -= byLeft;
        a.diagonal()[a.index(k + 1, row, column)] -= byRight;
    }

    private void dirichlet(int k, int row) {
        for (int j = 0; j < 3; j++) {
            a.lower()[a.index(k, row, j)] = 0;
            a.diagonal()[a.index(k, row, j)] = row == j ? 1 : 0;
            a.upper()[a.index(k, row, j)] = 0;
        }
    }

    private static double bernoulli(double d) {
        return d == 0 ? 1 : d / Math.expm1(d);
    }
}
