package org.npp.core.flux;

/**
 * Everything an edge needs of the Bernoulli function \( B(x) = x / (e^x - 1) \), from one exponential: \( B(x) \),
 * \( B(-x) \), \( B'(x) \) and the even part \( M(x) = \tfrac12 [B(x) + B(-x)] = \tfrac x2 \coth \tfrac x2 \).
 *
 * <p>The odd part is \( -x/2 \), and \( B'(-x) = -1 - B'(x) \). For \( |x| \lt 1 \), where the closed forms cancel,
 * \[ M = 1 + s P(s), \qquad B'(x) = -\tfrac12 + x Q(s), \qquad s = x^2, \]
 * with minimax polynomials of degree 7 and no exponential; elsewhere, with \( y = |x| \),
 * \[ B(y) = \frac{y}{e^y - 1}, \quad B(-y) = y + B(y), \quad B'(y) = -\frac{(y - 1) + B(y)}{e^y - 1}. \]
 *
 * <pre>{@code
 * BernoulliKernel bernoulli = BernoulliKernel.create();
 * bernoulli.evaluate(z * (psiR - psiL));
 * double flux = velocity * (bernoulli.value() * nL - bernoulli.reflected() * nR);
 * }</pre>
 *
 * <p><strong>Units.</strong> Argument and values are dimensionless. <strong>Accuracy.</strong> For \( |x| \le 700 \) within
 * 2 ulp ({@code value}, {@code reflected}, {@code mean}) and 4 ulp ({@code derivative}) of the exact results, the smallest
 * values of \( B \) included; within 4 ulp beyond. See {@code BernoulliReferenceTest}.
 *
 * <p><strong>Threading.</strong> Not thread-safe; use one instance per thread. {@link #evaluate} allocates nothing.
 *
 * @see Bernoulli
 */
public final class BernoulliKernel {
    private double value;
    private double reflected;
    private double derivative;
    private double mean;

    private BernoulliKernel() {
        evaluate(0);
    }

    /**
     * Creates a kernel, evaluated at zero.
     *
     * @return a new instance
     */
    public static BernoulliKernel create() {
        return new BernoulliKernel();
    }

    /**
     * Evaluates all four functions; the accessors return them until the next call.
     *
     * @param x scaled potential drop \( z\,\Delta\psi \) [1]; {@code NaN} gives {@code NaN}
     */
    public void evaluate(double x) {
        final double y = Math.abs(x);
        if (y < Bernoulli.SERIES_LIMIT) {
            series(x);
        } else if (y <= Bernoulli.TAIL) {
            closed(x, y);
        } else {
            tail(x, y);
        }
    }

    private void series(double x) {
        final double s = x * x;
        final double t = s * Bernoulli.excessSeries(s);
        value = 1 - 0.5 * x + t;
        reflected = 1 + 0.5 * x + t;
        mean = 1 + t;
        derivative = Bernoulli.derivativeSeries(x);
    }

    private void closed(double x, double y) {
        final double w = Math.exp(y) - 1;
        final double b = y / w;
        assign(x, y, b, -((y - 1) + b) / w);
    }

    /** Where the exponential would overflow. */
    private void tail(double x, double y) {
        assign(x, y, Bernoulli.tail(y), Bernoulli.tailDerivative(y));
    }

    /** Sets the four results from \( b = B(y) \) and \( d = B'(y) \). */
    private void assign(double x, double y, double b, double d) {
        final double c = y + b;
        mean = 0.5 * y + b;
        if (x < 0) {
            value = c;
            reflected = b;
            derivative = -1 - d;
        } else {
            value = b;
            reflected = c;
            derivative = d;
        }
    }

    /**
     * Returns \( B(x) \).
     *
     * @return \( B \) at the last argument [1]
     */
    public double value() {
        return value;
    }

    /**
     * Returns \( B(-x) \).
     *
     * @return \( B \) at the last argument with its sign changed [1]
     */
    public double reflected() {
        return reflected;
    }

    /**
     * Returns \( B'(x) \).
     *
     * @return derivative of \( B \) at the last argument [1]; that at \( -x \) is {@code -1 - derivative()}
     */
    public double derivative() {
        return derivative;
    }

    /**
     * Returns \( M(x) = \tfrac x2 \coth \tfrac x2 \), the mean of \( B(x) \) and \( B(-x) \).
     *
     * @return even part of \( B \) at the last argument [1]
     */
    public double mean() {
        return mean;
    }
}
