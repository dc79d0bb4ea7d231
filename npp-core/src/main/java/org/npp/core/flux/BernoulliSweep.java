package org.npp.core.flux;

/**
 * The Bernoulli function at many arguments: what {@link BernoulliKernel} gives at one, and \( (M - 1)/x \) besides.
 *
 * <p>Short loops over plain arrays, without branches where there is no exponential, which compile to vector instructions.
 * <strong>Accuracy.</strong> That of {@link BernoulliKernel}, and 10 ulp for the ratio; see {@code BernoulliReferenceTest}. Not thread-safe;
 * {@link #evaluate} allocates nothing.
 */
final class BernoulliSweep {
    /** Arguments. */
    final double[] x;

    /** \( B(x) \). */
    final double[] value;

    /** \( B(-x) \). */
    final double[] reflected;

    /** \( B'(x) \). */
    final double[] derivative;

    /** \( M(x) - 1 \), even. */
    final double[] excess;

    /** \( (M(x) - 1)/x \), odd. */
    final double[] ratio;

    /** Derivative of that. */
    final double[] ratioSlope;

    /** \( P(x^2) \) and \( Q(x^2) \) of the series. */
    private final double[] p;

    private final double[] q;

    BernoulliSweep(int capacity) {
        x = new double[capacity];
        value = new double[capacity];
        reflected = new double[capacity];
        derivative = new double[capacity];
        excess = new double[capacity];
        ratio = new double[capacity];
        ratioSlope = new double[capacity];
        p = new double[capacity];
        q = new double[capacity];
    }

    /** Evaluates at the first arguments. */
    void evaluate(int count) {
        polynomials(count, x, p, q);
        values(count, x, p, value, reflected, excess, ratio);
        slopes(count, x, p, q, derivative, ratioSlope);
        for (int k = 0; k < count; k++) {
            if (Math.abs(x[k]) >= Bernoulli.SERIES_LIMIT) {
                closed(k);
            }
        }
    }

    private static void polynomials(int count, double[] x, double[] p, double[] q) {
        for (int k = 0; k < count; k++) {
            p[k] = Bernoulli.excessSeries(x[k] * x[k]);
        }
        for (int k = 0; k < count; k++) {
            q[k] = Bernoulli.slopeSeries(x[k] * x[k]);
        }
    }

    private static void values(
            int count, double[] x, double[] p, double[] value, double[] reflected, double[] excess, double[] ratio) {
        for (int k = 0; k < count; k++) {
            final double r = x[k] * p[k];
            final double t = x[k] * r;
            ratio[k] = r;
            excess[k] = t;
            value[k] = 1 - 0.5 * x[k] + t;
            reflected[k] = 1 + 0.5 * x[k] + t;
        }
    }

    private static void slopes(
            int count, double[] x, double[] p, double[] q, double[] derivative, double[] ratioSlope) {
        for (int k = 0; k < count; k++) {
            derivative[k] = -0.5 + x[k] * q[k];
            ratioSlope[k] = q[k] - p[k];
        }
    }

    private void closed(int k) {
        final double y = Math.abs(x[k]);
        final double perY = 1 / y;
        final double b;
        final double d;
        if (y <= Bernoulli.TAIL) {
            final double w = Math.exp(y) - 1;
            b = y / w;
            d = -((y - 1) + b) * (b * perY);
        } else {
            b = Bernoulli.tail(y);
            d = Bernoulli.tailDerivative(y);
        }
        final double c = y + b;
        final double e = 0.5 * y + (b - 1);
        final double r = e * perY;
        final boolean negative = x[k] < 0;
        value[k] = negative ? c : b;
        reflected[k] = negative ? b : c;
        derivative[k] = negative ? -1 - d : d;
        excess[k] = e;
        ratio[k] = negative ? -r : r;
        ratioSlope[k] = (d + 0.5 - r) * perY;
    }
}
