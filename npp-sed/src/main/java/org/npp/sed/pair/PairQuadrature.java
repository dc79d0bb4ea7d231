package org.npp.sed.pair;

import java.util.Arrays;

/**
 * Averages over the correlated Gaussian energies of a site, \( E_0/kT = \alpha u \), \( E_1/kT = \beta (r u + \sqrt{1 - r^2}\,v)
 * \), u and v standard normal, by the trapezoidal rule.
 *
 * <p>Its error on the real line falls as \( e^{-2\pi d/h + d^2/2} \), h the step and d the distance of the nearest pole of the
 * integrand (Trefethen &amp; Weideman 2014). Poles are where \( 1 + y_0 e^{-E_0} + y_1 e^{-E_1} = 0 \): for a real v
 * none is nearer in u than \( \pi/\max(\alpha, \beta |r|) \) if r &ge; 0, since both exponentials then lie in the same half
 * plane, and none nearer than half of it else; for a real u none is nearer in v than \( \pi/(\beta\sqrt{1-r^2}) \). The step
 * makes the error \( e^{-33} \). Every second, and every fourth place make a coarser rule of the square root and fourth root of
 * it.
 *
 * <p>With \( Z = 1 + y_0 a_0 + y_1 a_1, a_i = e^{-E_i/kT}, g_i = a_i/Z \), all averages are of positive terms. Immutable.
 */
final class PairQuadrature {
    /** Number of averages {@link #average} makes. */
    static final int AVERAGES = 7;

    /** Number of averages {@link #third} makes. */
    static final int THIRD = 4;

    /** Minus ln of the error. */
    private static final double DIGITS = 33;

    /** Reach of the normal distribution. */
    private static final double REACH = 8.5;

    /** Greatest step: the rule's error for a Gaussian alone is below 1e-15. */
    private static final double GREATEST_STEP = 0.7;

    /** Weights of u, \( e^{-\alpha u} \), \( e^{-\beta r u} \). */
    private final double[] weightU;

    private final double[] first;
    private final double[] secondU;

    /** Weights of v, \( e^{-\beta \sqrt{1-r^2} v} \). */
    private final double[] weightV;

    private final double[] secondV;

    private PairQuadrature(double[] weightU, double[] first, double[] secondU, double[] weightV, double[] secondV) {
        this.weightU = weightU;
        this.first = first;
        this.secondU = secondU;
        this.weightV = weightV;
        this.secondV = secondV;
    }

    static PairQuadrature of(double alpha, double beta, double r) {
        final double along = beta * r;
        final double across = beta * Math.sqrt((1 - r) * (1 + r));
        final double steepest = Math.max(alpha, Math.abs(along));
        final double[] u = places(
                (r < 0 ? 0.5 : 1) * Math.PI / steepest,
                2 * Math.max(alpha, Math.max(along, 0)),
                -2 * Math.min(along, 0));
        final double[] v = places(Math.PI / across, 2 * across, 0);
        return new PairQuadrature(
                weights(u), exponentials(u, alpha), exponentials(u, along), weights(v), exponentials(v, across));
    }

    /** Equally spaced places from below {@code -below} to above {@code above}, 0 among them; 0 alone if d is infinite. */
    private static double[] places(double d, double below, double above) {
        if (d == Double.POSITIVE_INFINITY) {
            return new double[1];
        }
        final double nearest = Math.min(d, Math.sqrt(2 * DIGITS));
        final double h = Math.min(GREATEST_STEP, 2 * Math.PI * nearest / (DIGITS + 0.5 * nearest * nearest));
        final int left = 4 * (int) Math.ceil((REACH + below) / (4 * h));
        final int right = 4 * (int) Math.ceil((REACH + above) / (4 * h));
        final double[] places = new double[left + right + 1];
        for (int i = 0; i < places.length; i++) {
            places[i] = (i - left) * h;
        }
        return places;
    }

    private static double[] weights(double[] places) {
        final double[] weights = new double[places.length];
        if (places.length == 1) {
            weights[0] = 1;
            return weights;
        }
        final double h = places[1] - places[0];
        for (int i = 0; i < places.length; i++) {
            weights[i] = h / Math.sqrt(2 * Math.PI) * Math.exp(-0.5 * places[i] * places[i]);
        }
        return weights;
    }

    private static double[] exponentials(double[] places, double factor) {
        return Arrays.stream(places).map(x -> Math.exp(-factor * x)).toArray();
    }

    /**
     * Averages at every place, every second or fourth.
     *
     * @param stride 1, 2 or 4
     * @param out overwritten with the averages of \( g_0, g_1, g_0^2, g_0 g_1, g_1^2, g_0/Z, g_1/Z \)
     */
    void average(double y0, double y1, int stride, double[] out) {
        Arrays.fill(out, 0, AVERAGES, 0);
        for (int i = 0; i < weightU.length; i += stride) {
            final double z = 1 + y0 * first[i];
            final double y = y1 * secondU[i];
            double zero = 0;
            double one = 0;
            double zeroSquare = 0;
            double mixed = 0;
            double oneSquare = 0;
            for (int j = 0; j < weightV.length; j += stride) {
                final double a = secondV[j];
                final double inverse = 1 / (z + y * a);
                final double w = weightV[j] * inverse;
                final double w2 = w * inverse;
                zero += w;
                one += w * a;
                zeroSquare += w2;
                mixed += w2 * a;
                oneSquare += w2 * a * a;
            }
            final double p = weightU[i] * first[i];
            final double q = weightU[i] * secondU[i];
            out[0] += p * zero;
            out[1] += q * one;
            out[2] += p * first[i] * zeroSquare;
            out[3] += p * secondU[i] * mixed;
            out[4] += q * secondU[i] * oneSquare;
            out[5] += p * zeroSquare;
            out[6] += q * mixed;
        }
        final double scale = (weightU.length > 1 ? stride : 1) * (weightV.length > 1 ? stride : 1);
        for (int k = 0; k < AVERAGES; k++) {
            out[k] *= scale;
        }
    }

    /**
     * Averages for the derivatives to the widths.
     *
     * @param out overwritten with the averages of \( g_0 (1-f_0)(1-2f_0), g_1 (1-f_1)(1-2f_1), g_0 g_1 (1-2f_0),
     *     g_0 g_1 (1-2f_1) \), \( f_i = y_i g_i \)
     */
    void third(double y0, double y1, double[] out) {
        Arrays.fill(out, 0, THIRD, 0);
        for (int i = 0; i < weightU.length; i++) {
            for (int j = 0; j < weightV.length; j++) {
                final double a1 = secondU[i] * secondV[j];
                final double inverse = 1 / (1 + y0 * first[i] + y1 * a1);
                final double w = weightU[i] * weightV[j];
                final double g0 = first[i] * inverse;
                final double g1 = a1 * inverse;
                final double f0 = y0 * g0;
                final double f1 = y1 * g1;
                out[0] += w * g0 * (1 - f0) * (1 - 2 * f0);
                out[1] += w * g1 * (1 - f1) * (1 - 2 * f1);
                out[2] += w * g0 * g1 * (1 - 2 * f0);
                out[3] += w * g0 * g1 * (1 - 2 * f1);
            }
        }
    }
}
