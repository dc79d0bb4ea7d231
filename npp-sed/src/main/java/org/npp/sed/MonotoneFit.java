package org.npp.sed;

import java.util.Arrays;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * An increasing function \( f(x) = b + \int_0^x e^{w} \), \( w \) linear between equally spaced knots, with the covariance of
 * its parameters \( (b, w_0 \ldots w_m) \). Integrals by Gauss's rule with four points to an interval. Immutable.
 */
final class MonotoneFit {
    /** Nodes of Gauss's rule on [0, 1]. */
    private static final double[] NODES = {
        0.06943184420297371, 0.33000947820757187, 0.6699905217924281, 0.9305681557970263
    };

    /** Its weights. */
    private static final double[] WEIGHTS = {
        0.17392742256872692, 0.32607257743127305, 0.32607257743127305, 0.17392742256872692
    };

    /** Distance of knots. */
    private final double h;

    /** \( b, w_0 \ldots w_m \). */
    private final double[] parameters;

    /** Their covariance. */
    private final RealMatrix covariance;

    private final double chiSquare;

    private final double effectiveParameters;

    private final double penalty;

    MonotoneFit(
            double h,
            double[] parameters,
            RealMatrix covariance,
            double chiSquare,
            double effectiveParameters,
            double penalty) {
        this.h = h;
        this.parameters = parameters;
        this.covariance = covariance;
        this.chiSquare = chiSquare;
        this.effectiveParameters = effectiveParameters;
        this.penalty = penalty;
    }

    double[] parameters() {
        return parameters.clone();
    }

    double chiSquare() {
        return chiSquare;
    }

    double effectiveParameters() {
        return effectiveParameters;
    }

    double penalty() {
        return penalty;
    }

    double value(double x) {
        return linearize(x, h, parameters, new double[parameters.length]);
    }

    /** \( w(x) \). */
    double logarithmicSlope(double x) {
        double w = 0;
        final double[] share = shares(x);
        for (int i = 0; i < share.length; i++) {
            w += share[i] * parameters[i];
        }
        return w;
    }

    double logarithmicSlopeError(double x) {
        return error(shares(x));
    }

    /** Standard error of {@code f(x) - f(y)}. */
    double differenceError(double x, double y) {
        final double[] gradient = new double[parameters.length];
        final double[] other = new double[parameters.length];
        linearize(x, h, parameters, gradient);
        linearize(y, h, parameters, other);
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] -= other[i];
        }
        return error(gradient);
    }

    /** Value at x for any parameters; {@code gradient} is overwritten with its derivatives to them. */
    static double linearize(double x, double h, double[] parameters, double[] gradient) {
        Arrays.fill(gradient, 0);
        gradient[0] = 1;
        double sum = parameters[0];
        final int knots = parameters.length - 1;
        for (int k = 0; k + 1 < knots; k++) {
            final double part = Math.min(1, x / h - k);
            if (!(part > 0)) {
                break;
            }
            for (int q = 0; q < NODES.length; q++) {
                final double t = part * NODES[q];
                final double area =
                        h * part * WEIGHTS[q] * Math.exp((1 - t) * parameters[k + 1] + t * parameters[k + 2]);
                sum += area;
                gradient[k + 1] += (1 - t) * area;
                gradient[k + 2] += t * area;
            }
        }
        return sum;
    }

    /** Derivatives of w(x) to the parameters. */
    private double[] shares(double x) {
        final double[] share = new double[parameters.length];
        final int k = (int) Math.max(0, Math.min(parameters.length - 3, Math.floor(x / h)));
        final double t = x / h - k;
        share[k + 1] = 1 - t;
        share[k + 2] = t;
        return share;
    }

    private double error(double[] gradient) {
        final double[] image = covariance.operate(gradient);
        double variance = 0;
        for (int i = 0; i < gradient.length; i++) {
            variance += gradient[i] * image[i];
        }
        return Math.sqrt(Math.max(0, variance));
    }
}
