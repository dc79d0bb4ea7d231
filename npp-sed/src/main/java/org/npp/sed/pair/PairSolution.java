package org.npp.sed.pair;

/**
 * Activities \( y_i = e^{\mu_i/kT} \) at given shares \( \theta_i = n_i/N_s \) of the sites, and what follows from them; the
 * last answer is kept.
 *
 * <p>\( \ln(y_i \langle g_i \rangle) = \ln \theta_i \) is solved by Newton's method in \( \ln y \) from
 * \( y_i = \theta_i/\langle a_i \rangle \). There the left sides are too small; they are concave in \( \ln y \), since
 * averaging over log-concave energies keeps the log-concavity of \( f_i \) (Pr&eacute;kopa), and the Jacobian
 * \( I - F, F_{ij} = y_j \langle g_i g_j \rangle/\langle g_i \rangle \), has rows of sum &gt; 0 and so a non-negative
 * inverse: Newton's iterates increase to the solution, from whatever densities. They do so on every fourth place, then on
 * every second, then on all.
 *
 * <p>\[ \frac{\partial X_i}{\partial \theta_j} = \left[(I - F)^{-1} K\right]_{ij}, \qquad
 * K_{ij} = \frac{\langle g_i g_j \rangle}{\langle g_i \rangle \langle g_j \rangle} \]
 *
 * <p>finite for \( \theta_j = 0 \) too. Not thread-safe; its arrays are its own.
 */
final class PairSolution {
    /** Steps of ln y at which the Newton iterations of the coarse, the middle and the full rule end: the error of the next. */
    private static final double COARSE = 1e-2;

    private static final double MIDDLE = 1e-5;

    private static final double FINE = 1e-10;

    /** Number of parameters of the energies: alpha, beta, r. */
    static final int WIDTHS = 3;

    /** Bound on the iterations of one rule. */
    private static final int ITERATIONS = 200;

    private final double[] averages = new double[PairQuadrature.AVERAGES];
    private final double[] third = new double[PairQuadrature.THIRD];

    /** \( \partial X_i/\partial \theta_j \), row-major. */
    private final double[] byShare = new double[4];

    private final double[] excess = new double[2];
    private final double[] widths = new double[2 * WIDTHS];
    private final double alpha;
    private final double beta;
    private final double r;
    private final PairQuadrature rule;

    /** What was solved last. */
    private double share0 = Double.NaN;

    private double share1 = Double.NaN;

    /** Whether the derivatives to the widths belong to it. */
    private boolean widthsKnown;

    private double y0;
    private double y1;
    private double step0;
    private double step1;

    /** \( I - F = [[d_0 + c_0, -c_0], [-c_1, d_1 + c_1]] \). */
    private double d0;

    private double d1;
    private double c0;
    private double c1;
    private double determinant;

    PairSolution(double alpha, double beta, double r) {
        this.alpha = alpha;
        this.beta = beta;
        this.r = r;
        this.rule = PairQuadrature.of(alpha, beta, r);
    }

    boolean isFor(double otherAlpha, double otherBeta) {
        return alpha == otherAlpha && beta == otherBeta;
    }

    /** Solves for shares \( \ge 0 \) of sum &lt; 1. */
    void solve(double theta0, double theta1) {
        if (theta0 == share0 && theta1 == share1) {
            return;
        }
        share0 = theta0;
        share1 = theta1;
        widthsKnown = false;
        y0 = theta0 * Math.exp(-0.5 * alpha * alpha);
        y1 = theta1 * Math.exp(-0.5 * beta * beta);
        iterate(4, COARSE);
        iterate(2, MIDDLE);
        iterate(1, FINE);
        // What the last, negligible step changes is taken to first order.
        excess[0] = -Math.log(averages[0]) + (1 - d0 - c0) * step0 + c0 * step1;
        excess[1] = -Math.log(averages[1]) + c1 * step0 + (1 - d1 - c1) * step1;
        final double k00 = averages[2] / (averages[0] * averages[0]);
        final double k01 = averages[3] / (averages[0] * averages[1]);
        final double k11 = averages[4] / (averages[1] * averages[1]);
        byShare[0] = first(k00, k01);
        byShare[1] = first(k01, k11);
        byShare[2] = second(k00, k01);
        byShare[3] = second(k01, k11);
    }

    double excess(int ion) {
        return excess[ion];
    }

    /** \( \partial X_i/\partial \theta_j \). */
    double byShare(int ion, int other) {
        return byShare[2 * ion + other];
    }

    /** Derivative of an excess to alpha (0), beta (1) or r (2) at fixed shares. */
    double byWidth(int ion, int parameter) {
        if (!widthsKnown) {
            findWidths();
            widthsKnown = true;
        }
        return widths[WIDTHS * ion + parameter];
    }

    private void findWidths() {
        rule.third(y0, y1, third);
        final double a0 = averages[0];
        final double a1 = averages[1];
        final double curvature00 = third[0] / a0;
        final double curvature01 = -y1 * third[2] / a0;
        final double curvature02 = -y1 * third[3] / a0;
        final double curvature12 = third[1] / a1;
        final double curvature11 = -y0 * third[3] / a1;
        final double curvature10 = -y0 * third[2] / a1;
        put(0, alpha * curvature00 + r * beta * curvature01, alpha * curvature10 + r * beta * curvature11);
        put(1, beta * curvature02 + r * alpha * curvature01, beta * curvature12 + r * alpha * curvature11);
        put(2, alpha * beta * curvature01, alpha * beta * curvature11);
    }

    /** Densities over that of the sites at activities, and their derivatives to \( \ln y_j \), row-major. */
    void occupy(double activity0, double activity1, double[] shares, double[] byLogarithm) {
        share0 = Double.NaN;
        rule.average(activity0, activity1, 1, averages);
        shares[0] = activity0 * averages[0];
        shares[1] = activity1 * averages[1];
        final double both = activity0 * activity1 * averages[3];
        byLogarithm[0] = activity0 * averages[5] + both;
        byLogarithm[1] = -both;
        byLogarithm[2] = -both;
        byLogarithm[3] = activity1 * averages[6] + both;
    }

    private void put(int parameter, double byLog0, double byLog1) {
        widths[parameter] = -first(byLog0, byLog1);
        widths[WIDTHS + parameter] = -second(byLog0, byLog1);
    }

    private void iterate(int stride, double tolerance) {
        for (int k = 0; k < ITERATIONS; k++) {
            rule.average(y0, y1, stride, averages);
            c0 = y1 * averages[3] / averages[0];
            c1 = y0 * averages[3] / averages[1];
            d0 = averages[5] / averages[0];
            d1 = averages[6] / averages[1];
            determinant = d0 * d1 + d0 * c1 + d1 * c0;
            final double missing0 = share0 > 0 ? Math.log(share0 / (y0 * averages[0])) : 0;
            final double missing1 = share1 > 0 ? Math.log(share1 / (y1 * averages[1])) : 0;
            step0 = share0 > 0 ? first(missing0, missing1) : 0;
            step1 = share1 > 0 ? second(missing0, missing1) : 0;
            y0 *= Math.exp(step0);
            y1 *= Math.exp(step1);
            if (Math.max(Math.abs(step0), Math.abs(step1)) <= tolerance) {
                return;
            }
        }
    }

    /** First entry of \( (I - F)^{-1} (b_0, b_1) \). */
    private double first(double b0, double b1) {
        return ((d1 + c1) * b0 + c0 * b1) / determinant;
    }

    /** Second entry. */
    private double second(double b0, double b1) {
        return (c1 * b0 + (d0 + c0) * b1) / determinant;
    }
}
