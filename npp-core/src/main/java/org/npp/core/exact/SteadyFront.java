package org.npp.core.exact;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.integration.IterativeLegendreGaussIntegrator;

/**
 * Shape of the steady front between two ions of equal valence whose diffusivities depend on composition.
 *
 * <p>The front leaves the native fraction \( c^* \) behind (0 for complete exchange) and runs into native glass at
 * \( v_f = v/g(c^*) \), \( g(c) = c\,D_1/D_2 + 1 - c \), \( v = J/N \); see {@link DriftLimit}. In its frame
 * \[ \frac{dc}{d\xi} = \frac{v_f\,(1 - c)\,[\,g(c) - g(c^*)\,]}{D_1(c)}, \qquad
 * \xi(c) = \int \frac{dc}{dc/d\xi}, \quad \xi\!\left(\tfrac{1 + c^*}{2}\right) = 0, \]
 * with \( c \) the native fraction. For constant \( D_1 \) and \( D_2 \) this is {@link TravellingFront}. Ahead the
 * native glass is approached exponentially, and so is complete exchange behind; a foot \( c^* > 0 \) is a
 * double zero of \( g - g(c^*) \), approached only as \( 1/|\xi| \).
 *
 * <p><strong>Valid for</strong> charge neutrality and a front that borders on native glass.
 * <strong>Accuracy.</strong> Positions within 1e-10 of the 10&ndash;90 % width for \( c - c^* \ge 10^{-3}(1 - c^*) \)
 * against 30-digit quadrature ({@code SteadyFrontTest}); nearer the foot the rounding of \( g - g(c^*) \) grows
 * as \( (c - c^*)^{-2} \). Instances are immutable, and thread-safe if the diffusivities are.
 */
public final class SteadyFront {
    private static final double RELATIVE = 1e-12;
    private static final double ABSOLUTE = 1e-15;
    private static final int POINTS = 16;
    private static final int MAX_EVALUATIONS = 200_000;

    private final DoubleUnaryOperator nativeDiffusivity;
    private final DoubleUnaryOperator foreignDiffusivity;
    private final double velocity;
    private final double foot;
    private final double least;

    private SteadyFront(
            DoubleUnaryOperator nativeDiffusivity,
            DoubleUnaryOperator foreignDiffusivity,
            double velocity,
            double foot) {
        this.nativeDiffusivity = nativeDiffusivity;
        this.foreignDiffusivity = foreignDiffusivity;
        this.velocity = velocity;
        this.foot = foot;
        this.least = excess(foot);
    }

    /**
     * Creates the front for a constant foreign diffusivity.
     *
     * @param nativeDiffusivity \( D_1(c) \) [m&sup2;/s] as a function of the native fraction, on [0, 1]
     * @param foreignDiffusivity \( D_2 \) [m&sup2;/s], positive
     * @param velocity \( v = J/N \) [m/s], positive
     * @return the front
     * @throws IllegalArgumentException if no front borders on the native glass
     */
    public static SteadyFront of(DoubleUnaryOperator nativeDiffusivity, double foreignDiffusivity, double velocity) {
        Argument.positive("foreign diffusivity", foreignDiffusivity, "m^2/s");
        return of(nativeDiffusivity, c -> foreignDiffusivity, velocity);
    }

    /**
     * Creates the front for two diffusivities that depend on composition.
     *
     * @param nativeDiffusivity \( D_1(c) \) [m&sup2;/s] as a function of the native fraction, on [0, 1]
     * @param foreignDiffusivity \( D_2(c) \) [m&sup2;/s] as a function of the <em>native</em> fraction, positive
     * @param velocity \( v = J/N \) [m/s], positive
     * @return the front
     * @throws IllegalArgumentException if no front borders on the native glass
     */
    public static SteadyFront of(
            DoubleUnaryOperator nativeDiffusivity, DoubleUnaryOperator foreignDiffusivity, double velocity) {
        Argument.positive("velocity", velocity, "m/s");
        final double foot = DriftLimit.of(nativeDiffusivity, foreignDiffusivity).foot();
        if (foot < 1) {
            return new SteadyFront(nativeDiffusivity, foreignDiffusivity, velocity, foot);
        }
        throw new IllegalArgumentException(
                "diffusivities must give a front: native glass is reached by a fan, the foreign ion is the faster one");
    }

    /**
     * Returns the native fraction far behind the front.
     *
     * @return \( c^* \) [1]
     */
    public double foot() {
        return foot;
    }

    /**
     * Returns the speed of the front.
     *
     * @return \( v_f \) [m/s]
     */
    public double speed() {
        return velocity / least;
    }

    /**
     * Returns the slope of the front.
     *
     * @param c native fraction [1], between \( c^* \) and 1
     * @return \( dc/d\xi \) [1/m]
     */
    public double slope(double c) {
        Argument.within("native fraction", c, foot, 1, "");
        return speed() * (1 - c) * (excess(c) - least) / nativeDiffusivity.applyAsDouble(c);
    }

    /**
     * Returns the position at which the front has a native fraction.
     *
     * @param c native fraction [1], strictly between \( c^* \) and 1
     * @return \( \xi \) [m], 0 at \( (1 + c^*)/2 \), positive ahead
     */
    public double position(double c) {
        if (c > foot && c < 1) {
            return position(Math.log((c - foot) / (1 - c)), speed() * (1 - foot));
        }
        throw new IllegalArgumentException("native fraction must lie strictly between " + foot + " and 1: " + c);
    }

    /**
     * Returns the distance over which the native fraction rises from 10 to 90 % of its step from \( c^* \) to 1.
     *
     * @return distance [m]
     */
    public double width10To90() {
        return position(1 - 0.1 * (1 - foot)) - position(foot + 0.1 * (1 - foot));
    }

    /** Integrates over u = ln[(c - c*)/(1 - c)], in which the integrand is smooth and never vanishes. */
    private double position(double u, double scale) {
        if (u == 0) {
            return 0;
        }
        final UnivariateFunction integrand = this::distancePerUnit;
        final double integral = new IterativeLegendreGaussIntegrator(POINTS, RELATIVE, ABSOLUTE)
                .integrate(MAX_EVALUATIONS, integrand, Math.min(u, 0), Math.max(u, 0));
        return Math.copySign(integral, u) / scale;
    }

    private double distancePerUnit(double u) {
        final double aboveFoot = (1 - foot) / (1 + Math.exp(-u));
        final double c = foot + aboveFoot;
        return nativeDiffusivity.applyAsDouble(c) * aboveFoot / (excess(c) - least);
    }

    /** g(c) = c D1/D2 + 1 - c, which has its least value at the foot. */
    private double excess(double c) {
        return c == 0 ? 1 : c * (nativeDiffusivity.applyAsDouble(c) / foreignDiffusivity.applyAsDouble(c)) + (1 - c);
    }
}
