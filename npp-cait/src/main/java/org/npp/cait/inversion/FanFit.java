package org.npp.cait.inversion;

import org.apache.commons.math3.fitting.leastsquares.LeastSquaresBuilder;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.util.Pair;

/**
 * Ratio of diffusivities behind a front, \( \ln(D_1/D_2) = p_0 + p_1 U + p_2 U^2 \) with \( U = \ln c \) scaled to
 * [&minus;1, 1].
 *
 * <p>The native ion's balance up to \( x \), with its flux \( v f - \tilde D\,\partial c/\partial x \) and
 * \( \tilde D = f D_2/c \), is
 * \[ f\,\Bigl(1 - \frac{D_2}{v}\,\frac{\partial \ln c}{\partial x}\Bigr)\,vt
 *    = -t \int_0^x \frac{\partial c}{\partial t}\,dx' \approx \int_0^x \frac{f'(c)}{f''(c)}\,dx' . \]
 * The last step, each composition decays at a rate of its own, is exact for the fan of the drift limit
 * (\( f' = x/vt \)), and for \( D_1 \propto c^m \ll D_2 \) with diffusion too, where \( c = t^{-1/m} g(x) \). It closes the
 * balance in \( f \) alone; the logarithms of both sides are compared at the points of a grid.
 */
final class FanFit {
    private static final int PARAMETERS = 3;
    private static final int EVALUATIONS = 400;

    /** Relative step of the differences that make the Jacobian. */
    private static final double STEP = 1e-6;

    /** Residual where a side is not positive. */
    private static final double FORBIDDEN = 10;

    private final double[] x;
    private final double[] c;
    private final double vt;

    /** Content down to the first point of the grid [m]. */
    private final double before;

    /** D_2/v [m]. */
    private final double length;

    private final double[] slope;
    private final double[] scaled;
    private final double middle;
    private final double half;

    FanFit(double[] x, double[] c, double before, double vt, double length) {
        this.x = x;
        this.c = c;
        this.before = before;
        this.vt = vt;
        this.length = length;
        final int n = x.length;
        this.middle = Math.log(c[0] * c[n - 1]) / 2;
        this.half = Math.log(c[n - 1] / c[0]) / 2;
        this.slope = new double[n];
        this.scaled = new double[n];
        for (int k = 0; k < n; k++) {
            final int a = Math.max(0, k - 1);
            final int b = Math.min(n - 1, k + 1);
            slope[k] = Math.log(c[b] / c[a]) / (x[b] - x[a]);
            scaled[k] = (Math.log(c[k]) - middle) / half;
        }
    }

    /** Parameters of the least squares. */
    double[] parameters() {
        return new LevenbergMarquardtOptimizer()
                .optimize(new LeastSquaresBuilder()
                        .model(this::linearized)
                        .target(new double[x.length])
                        .start(start())
                        .maxEvaluations(EVALUATIONS)
                        .maxIterations(EVALUATIONS)
                        .build())
                .getPoint()
                .toArray();
    }

    /** Straight line through the uncorrected ratio. */
    private double[] start() {
        final int n = x.length;
        double content = before;
        double first = 0;
        for (int k = 0; k < n; k++) {
            content += k == 0 ? 0 : (c[k] + c[k - 1]) / 2 * (x[k] - x[k - 1]);
            final double f = (x[k] * c[k] - content) / vt;
            final double ratio = Math.log(Math.max(1e-12, f) * (1 - c[k]) / (c[k] * Math.max(1e-3, 1 - f)));
            if (k == n / 2) {
                first = ratio;
            }
            if (k == n - 1) {
                return new double[] {first, Math.max(0.1, ratio - first), 0};
            }
        }
        return new double[PARAMETERS];
    }

    private Pair<RealVector, RealMatrix> linearized(RealVector point) {
        final double[] p = point.toArray();
        final double[] value = residuals(p);
        final RealMatrix jacobian = new Array2DRowRealMatrix(value.length, PARAMETERS);
        for (int i = 0; i < PARAMETERS; i++) {
            final double[] moved = p.clone();
            moved[i] += STEP;
            final double[] other = residuals(moved);
            for (int k = 0; k < value.length; k++) {
                jacobian.setEntry(k, i, (other[k] - value[k]) / STEP);
            }
        }
        return new Pair<>(new ArrayRealVector(value, false), jacobian);
    }

    private double[] residuals(double[] p) {
        final double[] residual = new double[x.length];
        double integral = 0;
        double last = 0;
        for (int k = 0; k < x.length; k++) {
            final double u = scaled[k];
            final double r = Math.exp(p[0] + u * (p[1] + u * p[2]));
            final double g1 = (p[1] + 2 * u * p[2]) / half;
            final double g2 = 2 * p[2] / (half * half);
            final double h = c[k] * r;
            final double sum = h + 1 - c[k];
            final double h1 = r * (1 + g1);
            final double h2 = r / c[k] * ((1 + g1) * g1 + g2);
            // f = h/S, S = h + 1 - c; f' = (h'(1 - c) + h)/S^2
            final double numerator = h1 * (1 - c[k]) + h;
            final double decay = numerator / (h2 * (1 - c[k]) - 2 * numerator * (h1 - 1) / sum);
            integral += k == 0 ? before * decay / c[0] : (decay + last) / 2 * (x[k] - x[k - 1]);
            last = decay;
            final double left = h / sum * (1 - length * slope[k]) * vt;
            residual[k] = decay > 0 && integral > 0 && left > 0 ? Math.log(left / integral) : FORBIDDEN;
        }
        return residual;
    }

    /** ln(D_1/D_2) at a fraction. */
    double logarithm(double[] p, double fraction) {
        final double u = (Math.log(fraction) - middle) / half;
        return p[0] + u * (p[1] + u * p[2]);
    }

    /** Its derivative to ln c. */
    double exponent(double[] p, double fraction) {
        final double u = (Math.log(fraction) - middle) / half;
        return (p[1] + 2 * u * p[2]) / half;
    }
}
