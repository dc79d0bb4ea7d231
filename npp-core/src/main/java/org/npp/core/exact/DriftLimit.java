package org.npp.core.exact;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BracketingNthOrderBrentSolver;

/**
 * Exchange of a native ion for a foreign one of equal valence where drift outweighs diffusion
 * (\( kT \to 0 \)): fronts, their feet, and the profile behind them.
 *
 * <p>With \( c \) the native fraction, \( v = J/N \) and \( h(c) = c\,D_1/D_2 \),
 * \[ \frac{\partial c}{\partial t} + v\,\frac{\partial f}{\partial x} = 0, \qquad
 * f(c) = \frac{D_1 c}{D_1 c + D_2 (1 - c)} = \frac{h}{h + 1 - c}, \]
 * native glass (\( c = 1 \)) at the start and a surface that is blocked for the native ion. The solution follows
 * the lower convex envelope of \( f \): a fan \( x/(vt) = f'(c) \) where the envelope is \( f \), a front along
 * each of its chords. The front into the native glass leaves the fraction \( c^* \) behind,
 * \[ \left.\frac{dh}{dc}\right|_{c^*} = 1, \qquad \frac{x_f}{vt} = f'(c^*) = \frac{1}{h(c^*) + 1 - c^*}, \]
 * and where there are several such points it is the one with the least \( h + 1 - c \). Exchange is complete,
 * \( c^* = 0 \) and \( x_f = vt \), exactly if \( D_1 \ge D_2 \) at every composition; there is no front at all if
 * \( f \) is convex, as for constant \( D_1 \lt D_2 \).
 *
 * <p><strong>Valid for</strong> diffusivities positive on (0, 1], \( D_1 \) also zero up to some fraction (an
 * immobile part of the native ion stays where it is); jumps and kinks are
 * allowed, noise becomes spurious fronts. Charge neutral, one dimension. Only the ratio
 * \( D_1/D_2 \) matters.
 *
 * <p><strong>Accuracy.</strong> Fronts and fan of a Gaussian site energy distribution agree with 30-digit values to 1e-12
 * relative (1e-14 when \( dD_1/dc \) is given), {@code DriftLimitReferenceTest}; a foot where \( D_1 \) jumps is
 * good to 1e-6, and one below 1e-6 is reported as 0. Instances are immutable, and
 * thread-safe if the diffusivities are.
 *
 * <pre>{@code
 * DriftLimit limit = DriftLimit.of(c -> 1e-17 * Math.pow(c, 4), 2e-21);
 * double plateau = limit.foot();
 * double depth = limit.frontDepth(100e-9);            // m, after vt = 100 nm
 * double c = limit.fraction(40e-9, 100e-9);           // native fraction at 40 nm
 * }</pre>
 *
 * @see <a href="https://doi.org/10.1137/0721016">Osher, SIAM J. Numer. Anal. 21, 217 (1984): the envelope solution</a>
 */
public final class DriftLimit {
    private static final int MAX_EVALUATIONS = 500;
    private static final DriftFront NO_FRONT = new DriftFront(Double.NaN, 1, 1);

    private final DoubleUnaryOperator ratio;
    private final DoubleUnaryOperator ratioSlope;
    private final List<DriftFront> chords;

    private DriftLimit(DoubleUnaryOperator ratio, DoubleUnaryOperator ratioSlope) {
        this.ratio = ratio;
        this.ratioSlope = ratioSlope;
        this.chords = ConvexEnvelope.chords(this::flux, this::characteristicSpeed);
    }

    /**
     * Creates the drift limit for a constant foreign diffusivity; derivatives are taken numerically.
     *
     * @param nativeDiffusivity \( D_1(c) \) [m&sup2;/s] as a function of the native fraction, on [0, 1]
     * @param foreignDiffusivity \( D_2 \) [m&sup2;/s], positive
     * @return the drift limit
     */
    public static DriftLimit of(DoubleUnaryOperator nativeDiffusivity, double foreignDiffusivity) {
        Argument.positive("foreign diffusivity", foreignDiffusivity, "m^2/s");
        return of(nativeDiffusivity, c -> foreignDiffusivity);
    }

    /**
     * Creates the drift limit for two diffusivities that depend on composition; derivatives are taken numerically.
     *
     * @param nativeDiffusivity \( D_1(c) \) [m&sup2;/s] as a function of the native fraction, on [0, 1]
     * @param foreignDiffusivity \( D_2(c) \) [m&sup2;/s] as a function of the <em>native</em> fraction, positive
     * @return the drift limit
     */
    public static DriftLimit of(DoubleUnaryOperator nativeDiffusivity, DoubleUnaryOperator foreignDiffusivity) {
        final DoubleUnaryOperator ratio = c -> nativeDiffusivity.applyAsDouble(c) / foreignDiffusivity.applyAsDouble(c);
        return new DriftLimit(ratio, new NumericalSlope(ratio));
    }

    /**
     * Creates the drift limit for a constant foreign diffusivity and a native one with known derivative.
     *
     * @param nativeDiffusivity \( D_1(c) \) [m&sup2;/s] as a function of the native fraction, on [0, 1]
     * @param nativeSlope \( dD_1/dc \) [m&sup2;/s], on (0, 1)
     * @param foreignDiffusivity \( D_2 \) [m&sup2;/s], positive
     * @return the drift limit
     */
    public static DriftLimit of(
            DoubleUnaryOperator nativeDiffusivity, DoubleUnaryOperator nativeSlope, double foreignDiffusivity) {
        Argument.positive("foreign diffusivity", foreignDiffusivity, "m^2/s");
        return new DriftLimit(
                c -> nativeDiffusivity.applyAsDouble(c) / foreignDiffusivity,
                c -> nativeSlope.applyAsDouble(c) / foreignDiffusivity);
    }

    /**
     * Returns the share of the current that the native ion carries by drift, \( f(c) \).
     *
     * @param c native fraction [1], in [0, 1]
     * @return \( f \) [1], in [0, 1]
     */
    public double flux(double c) {
        Argument.within("native fraction", c, 0, 1, "");
        if (c == 0) {
            return 0;
        }
        final double h = c * ratio.applyAsDouble(c);
        return h / (h + (1 - c));
    }

    /**
     * Returns the speed at which a composition travels, \( f'(c) \), in units of \( v \).
     *
     * @param c native fraction [1], in [0, 1]
     * @return \( f' \) [1]
     */
    public double characteristicSpeed(double c) {
        final double r = ratio.applyAsDouble(Argument.within("native fraction", c, 0, 1, ""));
        if (c == 0) {
            return r;
        }
        if (c == 1) {
            return 1 / r;
        }
        final double slope = r + c * ratioSlope.applyAsDouble(c);
        final double g = c * r + (1 - c);
        return (slope * (1 - c) + c * r) / (g * g);
    }

    /**
     * Returns all fronts that move, the deepest last.
     *
     * @return fronts in the order of their speeds; empty if \( f \) is convex
     */
    public List<DriftFront> fronts() {
        return chords.stream().filter(chord -> chord.speed() > 0).toList();
    }

    /**
     * Returns the native fraction left directly behind the front into the native glass.
     *
     * @return \( c^* \) [1]; 0 for complete exchange, 1 if no front borders on the native glass
     */
    public double foot() {
        final DriftFront last = chords.isEmpty() ? NO_FRONT : chords.get(chords.size() - 1);
        return last.ahead() == 1 ? last.behind() : 1;
    }

    /**
     * Returns the depth to which the native glass has been reached.
     *
     * @param vt \( Jt/N \), the depth that complete exchange would reach [m], not negative
     * @return depth \( f'(c^*)\,vt \) [m]
     */
    public double frontDepth(double vt) {
        Argument.notNegative("vt", vt, "m");
        final double foot = foot();
        return vt * (foot == 1 ? characteristicSpeed(1) : speedInto(foot));
    }

    /**
     * Returns the native fraction at a depth.
     *
     * @param x depth from the surface [m], not negative
     * @param vt \( Jt/N \) [m], positive
     * @return native fraction [1]; on a front the value behind it
     */
    public double fraction(double x, double vt) {
        final double speed = Argument.notNegative("depth", x, "m") / Argument.positive("vt", vt, "m");
        double from = 0;
        for (DriftFront chord : chords) {
            if (speed <= chord.speed()) {
                return fan(speed, from, chord.behind());
            }
            from = chord.ahead();
        }
        return fan(speed, from, 1);
    }

    /** Inverts f' on a part of the envelope on which it increases. */
    private double fan(double speed, double from, double to) {
        if (from == to || characteristicSpeed(from) >= speed) {
            return from;
        }
        if (characteristicSpeed(to) <= speed) {
            return to;
        }
        return new BracketingNthOrderBrentSolver(1e-14, 1e-18, 5)
                .solve(MAX_EVALUATIONS, c -> characteristicSpeed(c) - speed, from, to);
    }

    private double speedInto(double foot) {
        return 1 / (foot * ratio.applyAsDouble(foot) + (1 - foot));
    }
}
