package org.npp.sed;

import java.util.Locale;

/**
 * Gauss&ndash;Fermi integral: the filling of a Gaussian site energy distribution at finite temperature.
 *
 * <p>\[ G(\zeta; s) = \int_{-\infty}^{\infty} \frac{e^{-\varepsilon^2/(2s^2)}}{s\sqrt{2\pi}}\,
 * \frac{d\varepsilon}{1 + e^{\varepsilon - \zeta}} \]
 *
 * <p>with \( \zeta \) the chemical potential above the centre and \( s \) the standard deviation, both in units of kT.
 * \( G(-\zeta) = 1 - G(\zeta) \), \( G(\zeta; 0) = 1/(1 + e^{-\zeta}) \); far below, \( \zeta \ll -s^2 \), it is
 * \( e^{\zeta + s^2/2} \). The thermodynamic factor \( G/G' \) is 2 at \( \zeta = -s^2/2 \) for every \( s \).
 *
 * <p><strong>Method.</strong> The trapezoidal rule, whose error for this integrand falls exponentially: the next poles
 * are \( \pm i\pi \) from the real axis, so that a step \( h = 0.4 \min(1, s) \) leaves
 * \( e^{-2\pi^2/h + \pi^2/(2s^2)} \), at most 1e-17, relative. <strong>Valid for</strong> finite \( \zeta \),
 * \( 0 \le s \le 1000 \). <strong>Accuracy.</strong> Relative 2e-15 for \( |\zeta| \le 60 \), \( s \le 10 \), value and
 * derivative; see {@code GaussFermiReferenceTest}. About \( 50 \max(1, s) \) exponentials. <strong>Threading.</strong> No
 * state; nothing is allocated.
 *
 * @see <a href="https://doi.org/10.1137/130932132">Trefethen and Weideman, SIAM Rev. 56, 385 (2014)</a>
 * @see <a href="https://doi.org/10.1063/1.3374475">Paasch and Scheinert, J. Appl. Phys. 107, 104501 (2010)</a>
 */
public final class GaussFermi {
    /** \( \sqrt{2\pi} \). */
    private static final double SQRT_TWO_PI = 2.5066282746310002;

    /** Greatest standard deviation [1]. */
    private static final double MAX_DEVIATION = 1000;

    /** Terms are dropped below this share of the sum. */
    private static final double NEGLIGIBLE = 1e-19;

    /** Below it the distribution is a single level to rounding: the next term is s^2/2 times at most a tenth. */
    private static final double SINGLE_LEVEL = 1e-8;

    /** No instances. */
    private GaussFermi() {}

    /**
     * Returns the integral.
     *
     * @param zeta \( \zeta \), chemical potential above the centre of the distribution over kT [1], finite
     * @param s standard deviation over kT [1], in [0, 1000]
     * @return \( G \) [1], in [0, 1]
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public static double value(double zeta, double s) {
        check(zeta, s);
        return s < SINGLE_LEVEL ? occupation(-zeta) : sum(zeta, s, false);
    }

    /**
     * Returns the derivative of the integral to its first argument.
     *
     * @param zeta \( \zeta \), chemical potential above the centre of the distribution over kT [1], finite
     * @param s standard deviation over kT [1], in [0, 1000]
     * @return \( \partial G/\partial\zeta \) [1], in [0, 1/4]
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public static double derivative(double zeta, double s) {
        check(zeta, s);
        return s < SINGLE_LEVEL ? occupation(-zeta) * occupation(zeta) : sum(zeta, s, true);
    }

    /**
     * Returns the thermodynamic factor of ions on fixed sites.
     *
     * @param zeta \( \zeta \), chemical potential above the centre of the distribution over kT [1], finite
     * @param s standard deviation over kT [1], in [0, 1000]
     * @return \( \Gamma_s = d\zeta/d\ln G = G/G' \) [1], \( \ge 1 \)
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public static double thermodynamicFactor(double zeta, double s) {
        return value(zeta, s) / derivative(zeta, s);
    }

    private static void check(double zeta, double s) {
        if (!(Math.abs(zeta) < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "zeta must be finite: %s", zeta));
        }
        if (!(s >= 0 && s <= MAX_DEVIATION)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "s must be in [0, %s]: %s", MAX_DEVIATION, s));
        }
    }

    /** \( 1/(1 + e^x) \) without overflow. */
    private static double occupation(double x) {
        final double t = Math.exp(-Math.abs(x));
        return x > 0 ? t / (1 + t) : 1 / (1 + t);
    }

    /** From a place near the maximum outwards; the integrands have one maximum, their logarithms being concave. */
    private static double sum(double zeta, double s, boolean derivative) {
        final double h = 0.4 * Math.min(1, s);
        final double start = Math.max(-s * s, Math.min(derivative ? s * s : 0, zeta));
        double sum = term(start, zeta, s, derivative);
        for (int side = -1; side <= 1; side += 2) {
            double term = sum;
            double before = 0;
            for (int k = 1; term > NEGLIGIBLE * sum || term > before; k++) {
                before = term;
                term = term(start + side * k * h, zeta, s, derivative);
                sum += term;
            }
        }
        return sum * (h / s / SQRT_TWO_PI);
    }

    private static double term(double epsilon, double zeta, double s, boolean derivative) {
        final double u = epsilon / s;
        final double gauss = Math.exp(-0.5 * u * u);
        final double x = epsilon - zeta;
        return derivative ? gauss * occupation(x) * occupation(-x) : gauss * occupation(x);
    }
}
