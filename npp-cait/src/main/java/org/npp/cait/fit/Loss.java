package org.npp.cait.fit;

/**
 * What a residual \( r \), in units of its standard deviation, costs: \( \rho(r^2) \).
 *
 * <p>The constants give 95 % of the efficiency of least squares where the errors are normal. A fit minimises the sum of
 * squares of \( \mathrm{sgn}(r)\sqrt{\rho(r^2)} \).
 */
public enum Loss {
    /** \( r^2 \). */
    LEAST_SQUARES,
    /** \( r^2 \) up to \( |r| = k \), \( 2k|r| - k^2 \) beyond, \( k = 1.345 \). */
    HUBER,
    /** \( k^2 \ln(1 + r^2/k^2) \), \( k = 2.3849 \). */
    CAUCHY;

    private static final double HUBER_LIMIT = 1.345;
    private static final double CAUCHY_WIDTH = 2.3849;

    /** Signed root of the cost. */
    double root(double r) {
        final double a = Math.abs(r);
        return switch (this) {
            case LEAST_SQUARES -> r;
            case HUBER -> a <= HUBER_LIMIT ? r : Math.copySign(Math.sqrt(HUBER_LIMIT * (2 * a - HUBER_LIMIT)), r);
            case CAUCHY -> Math.copySign(CAUCHY_WIDTH * Math.sqrt(Math.log1p(square(a / CAUCHY_WIDTH))), r);
        };
    }

    /** Derivative of {@link #root}. */
    double slope(double r) {
        final double a = Math.abs(r);
        if (this == HUBER && a > HUBER_LIMIT) {
            return HUBER_LIMIT / Math.abs(root(r));
        }
        if (this == CAUCHY && a > 1e-8) {
            return a / (1 + square(a / CAUCHY_WIDTH)) / Math.abs(root(r));
        }
        return 1;
    }

    private static double square(double x) {
        return x * x;
    }
}
