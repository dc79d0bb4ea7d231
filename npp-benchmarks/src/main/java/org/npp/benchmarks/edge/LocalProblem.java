package org.npp.benchmarks.edge;

/**
 * Flux of a local two-point boundary value problem: the constant \( J \) with which
 * \( D(c)\,c' = e F(c) - J \) leads from \( c_L \) to \( c_R \) within a distance \( h \),
 * \[ h = \int_{c_L}^{c_R} \frac{D(c)\,dc}{e F(c) - J}. \]
 *
 * <p>Between points, \( D \) is taken as constant and \( F \) as linear, so that each part of the integral is
 * \( D\,\Delta c \) over the logarithmic mean of the integrand's denominators at its ends: exact for the boundary layers that
 * quadrature would miss, and one part alone gives the flux of Scharfetter and Gummel. \( J \) lies below
 * (\( c_L \lt c_R \)) or above all \( e F \), by \( \delta \); the integral falls from infinity to 0 as \( \delta \) grows.
 * It is solved by Newton's method in \( \ln\delta \), kept in a bracket. Not thread-safe.
 *
 * @see <a href="https://doi.org/10.1007/s00211-005-0659-5">Eymard, Fuhrmann and G&auml;rtner, Numer. Math. 102, 463
 *      (2006)</a>
 */
final class LocalProblem {
    /** Most parts of an edge. */
    private static final int MOST_PARTS = 64;

    /** Length of a part on the coordinate of {@link Exchange}, if there are not too many: 1.4 % of c. */
    private static final double PART = 1.5e-3;

    /** Boundary layers beyond this many e-foldings leave nothing of delta. */
    private static final double SATURATED = 200;

    /** Newton's last step in ln(delta). */
    private static final double CONVERGED = 1e-11;

    private static final int MOST_ITERATIONS = 200;

    private final Exchange exchange;
    private final boolean alone;
    private final double[] f = new double[MOST_PARTS + 1];
    private final double[] weight = new double[MOST_PARTS];
    private int parts;

    /** Derivative of the length to the flux. */
    private double lengthByFlux;

    private LocalProblem(Exchange exchange, boolean alone) {
        this.exchange = exchange;
        this.alone = alone;
    }

    /** The native ion alone in a given field: D = D_1, F = D_1 c. */
    static LocalProblem ofNativeIon(Exchange exchange) {
        return new LocalProblem(exchange, true);
    }

    /** Both ions at a given total flux: D = D_1 D_2/S, F = D_1 c/S. */
    static LocalProblem ofBothIons(Exchange exchange) {
        return new LocalProblem(exchange, false);
    }

    /**
     * Sets the ends.
     *
     * @param left fraction at the left end [1]
     * @param right fraction at the right end [1], another
     */
    void setEnds(double left, double right) {
        final double from = Exchange.coordinate(left);
        final double to = Exchange.coordinate(right);
        parts = (int) Math.max(1, Math.min(MOST_PARTS, Math.ceil(Math.abs(to - from) / PART)));
        double before = left;
        f[0] = drift(left, exchange.atCoordinate(from));
        for (int i = 0; i < parts; i++) {
            final double next = from + (to - from) * (i + 1) / parts;
            final double c = i + 1 == parts ? right : Exchange.fraction(next);
            f[i + 1] = drift(c, exchange.atCoordinate(next));
            final double middle = 0.5 * (before + c);
            weight[i] = diffusion(middle, exchange.nativeDiffusivity(middle)) * (c - before);
            before = c;
        }
    }

    private double drift(double c, double d) {
        return alone ? d * c : d * c / (d * c + exchange.foreign * (1 - c));
    }

    private double diffusion(double c, double d) {
        return alone ? d : d * exchange.foreign / (d * c + exchange.foreign * (1 - c));
    }

    /**
     * Solves for the flux between the ends that were set.
     *
     * @param e factor of F
     * @param h distance of the ends [m]
     * @return flux to the right [unit of e F]
     */
    double flux(double e, double h) {
        double sum = 0;
        for (int i = 0; i < parts; i++) {
            sum += weight[i];
        }
        // mirrored where the fraction falls: x and J change their signs, and so does e
        final double sign = sum < 0 ? -1 : 1;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i <= parts; i++) {
            least = Math.min(least, sign * e * f[i]);
        }
        final double diffusive = Math.abs(sum) / h;
        final double rise = Math.abs(e * (f[parts] - f[0]));
        final double folds = rise / diffusive;
        double y = folds < 1e-8 ? Math.log(diffusive) : Math.log(rise / Math.expm1(Math.min(folds, SATURATED)));
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
            final double delta = Math.exp(y);
            if (delta < 1e-17 * Math.abs(least)) {
                lengthByFlux = Double.POSITIVE_INFINITY;
                return sign * least;
            }
            final double length = length(sign * e, least, delta, sign);
            if (parts == 1) {
                return sign * (least - delta);
            }
            if (length > h) {
                low = y;
            } else {
                high = y;
            }
            // 1/length is nearly linear in delta where diffusion rules, length in ln(delta) where drift does
            final double slope = -sign * lengthByFlux * delta;
            double next = folds < 1 ? y + Math.log1p(stretch(length, h, slope)) : y - (length - h) / slope;
            if (!(next > low && next < high)) {
                next = low == Double.NEGATIVE_INFINITY
                        ? high - 2
                        : high == Double.POSITIVE_INFINITY ? low + 2 : 0.5 * (low + high);
            }
            if (Math.abs(next - y) < CONVERGED) {
                return sign * (least - Math.exp(next));
            }
            y = next;
        }
        throw new IllegalStateException("no flux of the local problem after " + MOST_ITERATIONS + " iterations");
    }

    /** Relative change of delta by Newton's method for 1/length, limited to a factor of 1/e. */
    private static double stretch(double length, double h, double slope) {
        return Math.max(-0.63, (1 - length / h) * length / slope);
    }

    private double length(double e, double least, double delta, double sign) {
        double length = 0;
        double byFlux = 0;
        double a = (e * f[0] - least) + delta;
        for (int i = 0; i < parts; i++) {
            final double b = (e * f[i + 1] - least) + delta;
            final double w = sign * weight[i];
            length += w * inverseLogarithmicMean(a, b);
            byFlux += w / (a * b);
            a = b;
        }
        lengthByFlux = sign * byFlux;
        return length;
    }

    private static double inverseLogarithmicMean(double a, double b) {
        final double q = (b - a) / (a + b);
        if (Math.abs(q) < 1e-2) {
            final double s = q * q;
            return (1 + s * (1.0 / 3 + s * (0.2 + s / 7))) * 2 / (a + b);
        }
        return Math.log(b / a) / (b - a);
    }

    /**
     * Returns the derivative of the last flux to the factor of F.
     *
     * @param flux the last flux
     * @param e the factor, not 0
     * @param h distance of the ends [m]
     */
    double fluxByFactor(double flux, double e, double h) {
        return (flux + h / lengthByFlux) / e;
    }
}
