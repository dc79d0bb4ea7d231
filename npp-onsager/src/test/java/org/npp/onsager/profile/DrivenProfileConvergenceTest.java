package org.npp.onsager.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/**
 * Steady front of two univalent ions with constant diffusion coefficients, c_2 = 1/(1 + e^(xi/w)),
 * w = D_1 D_2/(v (D_1 - D_2)): the current is uniform, the glass on both sides is pure, so that all entropy that is produced is
 * the electric power over the temperature.
 */
final class DrivenProfileConvergenceTest {
    private static final double K = 1.380649e-23;

    private static final double E = 1.602176634e-19;

    private static final double T = 300;

    private static final double N = 1.4e28;

    private static final double D1 = 1e-17;

    private static final double D2 = 1e-18;

    private static final double VELOCITY = 1e-10;

    /** Depth of the glass in front widths on either side. */
    private static final double EXTENT = 30;

    /**
     * Largest relative errors of the local entropy production, v^2 k sum n_i/D_i, and of the uniform current; relative error of
     * the integral.
     */
    private static double[] errors(int nodes) {
        final double w = D1 * D2 / (VELOCITY * (D1 - D2));
        final double[] x = new double[nodes];
        final double[] potential = new double[nodes];
        final double[][] n = new double[2][nodes];
        final double[][] d = new double[2][nodes];
        for (int k = 0; k < nodes; k++) {
            // not uniform: finer at the front
            final double s = 2.0 * k / (nodes - 1) - 1;
            final double xi = EXTENT * s * (0.2 + 0.8 * s * s);
            x[k] = w * xi;
            n[1][k] = N / (1 + Math.exp(xi));
            n[0][k] = N / (1 + Math.exp(-xi));
            d[0][k] = D1;
            d[1][k] = D2;
            potential[k] = exactPotential(xi);
        }
        final OnsagerProfile profile = OnsagerProfile.of(x, n, d, T, LocalLaw.independent(new int[] {1, 1}, T));
        final DrivenProfile driven = DrivenProfile.of(profile, potential);
        double sum = 0;
        for (int k = 1; k < nodes; k++) {
            sum += 0.5 * (driven.entropyProduction(k) + driven.entropyProduction(k - 1)) * (x[k] - x[k - 1]);
        }
        final double power = E * N * VELOCITY * (potential[0] - potential[nodes - 1]);
        double current = 0;
        double local = 0;
        for (int k = 0; k < nodes; k++) {
            final double exact = VELOCITY * VELOCITY * K * (n[0][k] / D1 + n[1][k] / D2);
            local = Math.max(local, Math.abs(driven.entropyProduction(k) / exact - 1));
            current = Math.max(current, Math.abs(driven.currentDensity(k) / (E * N * VELOCITY) - 1));
        }
        return new double[] {local, current, Math.abs(sum * T / power - 1)};
    }

    /**
     * Ion i moves with the front, J_i = n_i v, so that n_i v = -D_i (n_i' + n_i psi'), psi' = -v/D_i - n_i'/n_i: with
     * n_2 = N/(1 + e^xi), psi = -v x/D_2 + ln(1 + e^xi), in kT/e.
     */
    private static double exactPotential(double xi) {
        final double perWidth = D1 / (D1 - D2); // v w/D_2
        return K * T / E * (-perWidth * xi + Math.log1p(Math.exp(xi)));
    }

    @Test
    void entropyProductionOfASteadyFrontConvergesInSecondOrderAndAddsUpToTheElectricPower() {
        final double[] coarse = errors(101);
        final double[] middle = errors(201);
        final double[] fine = errors(401);
        for (int k = 0; k < 2; k++) {
            assertEquals(2, Math.log(coarse[k] / middle[k]) / Math.log(2), 0.1);
            assertEquals(2, Math.log(middle[k] / fine[k]) / Math.log(2), 0.1);
        }
        assertEquals(0, fine[2], 1e-6);
    }
}
