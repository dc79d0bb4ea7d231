package org.npp.cait.inversion;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/** Scatter of what the fan gives, from made-up noise on the smoothed profile. */
final class FanReplicas {
    private static final int REPLICAS = 200;
    private static final long SEED = 20240607;

    /** Two-sided 95 % quantile of the normal distribution. */
    private static final double NORMAL_95 = 1.959963984540054;

    /** Logarithms of D_1/D_2 and of its exponent at the places of the grid, by replica. */
    private final List<double[]> found;

    private FanReplicas(List<double[]> found) {
        this.found = found;
    }

    static FanReplicas of(
            ProfileSmoother smoother, double[] coefficients, FanRange range, ReplacementCase replacement) {
        final NativeProfile behind = range.behind();
        final double[] x = behind.depths();
        final double noise = smoother.noise(x, behind.fractions(), behind.sigmas());
        final RandomGenerator random = new Well19937c(SEED);
        final List<double[]> found = new ArrayList<>();
        final double[] c = FanCurve.of(smoother, coefficients, range).c();
        for (int r = 0; r < REPLICAS; r++) {
            final double[] y = new double[x.length];
            for (int k = 0; k < y.length; k++) {
                y[k] = smoother.value(coefficients, x[k]) + noise * behind.sigmas()[k] * random.nextGaussian();
            }
            final FanCurve curve = FanCurve.of(smoother, smoother.coefficients(y), range);
            if (curve.rises()) {
                found.add(logarithms(curve.fit(replacement), c));
            }
        }
        return new FanReplicas(found);
    }

    private static double[] logarithms(FanFit fit, double[] c) {
        final double[] p = fit.parameters();
        final double[] values = new double[2 * c.length];
        for (int k = 0; k < c.length; k++) {
            values[k] = fit.logarithm(p, c[k]);
            values[c.length + k] = Math.log(Math.max(1e-3, fit.exponent(p, c[k])));
        }
        return values;
    }

    /** Whether so few replicas could be inverted that their scatter says little. */
    boolean scarce() {
        return found.size() < REPLICAS / 2;
    }

    /** Half the width of the 95 % band of ln(D_1/D_2) at a place of the grid. */
    double reach(int place) {
        return NORMAL_95 * deviation(place);
    }

    /** The same of the logarithm of the exponent, and so of the density of sites. */
    double exponentReach(int place) {
        return NORMAL_95 * deviation(FanCurve.PLACES + place);
    }

    private double deviation(int index) {
        double sum = 0;
        double squares = 0;
        for (final double[] r : found) {
            sum += r[index];
            squares += r[index] * r[index];
        }
        final int n = Math.max(2, found.size());
        return Math.sqrt(Math.max(0, (squares - sum * sum / n) / (n - 1)));
    }
}
