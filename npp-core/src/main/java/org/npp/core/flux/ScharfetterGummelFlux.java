package org.npp.core.flux;

import org.jspecify.annotations.Nullable;

/**
 * Scharfetter&ndash;Gummel flux of one ion through the moving face between the nodes L and R, with its derivatives.
 *
 * <p>\[ J = \frac{D}{h}\,\bigl[\, B(X)\,c_L - B(-X)\,c_R \,\bigr], \qquad
 * X = z\,(\psi_R - \psi_L) + \frac{\mu_{ex,R} - \mu_{ex,L}}{kT} + \frac{w h}{D} \]
 *
 * <p>with \( B \) the {@linkplain Bernoulli Bernoulli function} and \( w \) the velocity of the face: {@code J} is the
 * flux relative to the face. It is exact for constant \( D \) and a linear potential, and zero where
 * \( c \propto e^{-z\psi - \mu_{ex}/kT} \) and \( w = 0 \). Where \( D = 0 \) it is the limit \( -w c \) of the upwind
 * node.
 *
 * <p><strong>Accuracy.</strong> For \( |X| \lt 1 \) the even and odd parts are taken apart,
 * \( B(X) c_L - B(-X) c_R = M(X)(c_L - c_R) - X (c_L + c_R)/2 \), and the difference \( c_L - c_R \) is an argument: a
 * caller that knows it better than from rounded values loses nothing in nearly uniform regions.
 *
 * <p><strong>Sign.</strong> Positive {@code J} points from L to R. <strong>Threading.</strong> Not thread-safe: an
 * instance holds the last result. {@link #evaluate} allocates nothing.
 *
 * @see <a href="https://doi.org/10.1109/T-ED.1969.16566">Scharfetter and Gummel,
 *      IEEE Trans. Electron Devices 16, 64 (1969)</a>
 */
public final class ScharfetterGummelFlux {
    /** Below this D/h [m/s] the ion counts as immobile: w h/D could overflow. */
    private static final double IMMOBILE = 1e-250;

    /** Below this argument the even and odd parts are taken apart. */
    private static final double SPLIT = 1;

    private final BernoulliKernel bernoulli = BernoulliKernel.create();
    private double flux;
    private double byLeft;
    private double byRight;
    private double byDrop;
    private double byDiffusivity;
    private double magnitude;

    /** What is left out of the upwinding; null for nothing. */
    private final @Nullable Centring centring;

    private ScharfetterGummelFlux(@Nullable Centring centring) {
        this.centring = centring;
    }

    /**
     * Creates a kernel.
     *
     * @return a kernel with all results 0
     */
    public static ScharfetterGummelFlux create() {
        return new ScharfetterGummelFlux(null);
    }

    /**
     * Creates a kernel for fluxes with most of the upwinding left out where the density changes little along an edge.
     *
     * <p>With \( M = \tfrac X2 \coth\tfrac X2 \) and \( q = \ln(c_L/c_R) \),
     * \[ J = \frac Dh\left[ (M - E)(c_L - c_R) - X\,\frac{c_L + c_R}{2} \right], \qquad
     * E = \frac{0.8}{1 + (5q)^4}\,(M - 1)\left(1 - \frac qX\right). \]
     * Zero in equilibrium like the plain flux, of second order where profiles are resolved; where drift outweighs
     * diffusion on an edge, a fifth of the first-order error remains. A density may then fall with that of a neighbour it
     * flows to, so nothing but the control of the steps keeps it positive.
     *
     * @return a kernel with all results 0
     */
    public static ScharfetterGummelFlux centred() {
        return new ScharfetterGummelFlux(new Centring());
    }

    /**
     * Computes the flux and its derivatives.
     *
     * @param diffusivity \( D \) of the edge [m&sup2;/s], \( \ge 0 \)
     * @param step distance of the nodes \( h \) [m], \( > 0 \)
     * @param drop \( z(\psi_R - \psi_L) + (\mu_{ex,R} - \mu_{ex,L})/kT \) [1]
     * @param velocity velocity of the face \( w \) [m/s]; 0 on a fixed mesh
     * @param left density at L, in any unit
     * @param right density at R, in the same unit
     * @param difference left minus right, in the same unit
     */
    public void evaluate(
            double diffusivity,
            double step,
            double drop,
            double velocity,
            double left,
            double right,
            double difference) {
        final double perStep = 1 / step;
        final double g = diffusivity * perStep;
        if (g < IMMOBILE) {
            immobile(step, drop, velocity, left, right);
            return;
        }
        final double drift = velocity == 0 ? 0 : velocity / g;
        final double x = drop + drift;
        bernoulli.evaluate(x);
        final double forward = bernoulli.value();
        final double backward = bernoulli.reflected();
        final double slope = bernoulli.derivative();
        final double perVelocity = Math.abs(x) < SPLIT
                ? bernoulli.mean() * difference - 0.5 * x * (left + right)
                : forward * left - backward * right;
        final double s = slope * left - (1 + slope) * right;
        flux = g * perVelocity;
        byLeft = g * forward;
        byRight = -g * backward;
        byDrop = g * s;
        byDiffusivity = (perVelocity - drift * s) * perStep;
        magnitude = g * (forward * left + backward * right);
        if (centring != null && left > 0 && right > 0) {
            centring.evaluate(x, bernoulli, left, right);
            leaveOut(centring, g, perStep, drift, difference);
        }
    }

    /** Takes the part left out away from the flux and its derivatives. */
    private void leaveOut(Centring part, double g, double perStep, double drift, double difference) {
        final double out = part.value * difference;
        final double byArgument = part.byArgument * difference;
        final double byLogRatio = part.byLogRatio * difference;
        flux -= g * out;
        byLeft -= g * (part.value + byLogRatio * part.perLeft);
        byRight += g * (part.value + byLogRatio * part.perRight);
        byDrop -= g * byArgument;
        byDiffusivity -= (out - drift * byArgument) * perStep;
    }

    /** Limit of vanishing diffusivity: the face sweeps over ions at rest. */
    private void immobile(double step, double drop, double velocity, double left, double right) {
        byLeft = velocity < 0 ? -velocity : 0;
        byRight = velocity > 0 ? -velocity : 0;
        flux = byLeft * left + byRight * right;
        byDrop = 0;
        byDiffusivity = (Bernoulli.value(drop) * left - Bernoulli.value(-drop) * right) / step;
        magnitude = Math.abs(flux);
    }

    /**
     * Returns the flux of the last evaluation.
     *
     * @return \( J \) [unit of density &times; m/s]
     */
    public double flux() {
        return flux;
    }

    /**
     * Returns the derivative to the left density.
     *
     * @return \( \partial J/\partial c_L \) [m/s]; \( \ge 0 \) if not centred
     */
    public double byLeft() {
        return byLeft;
    }

    /**
     * Returns the derivative to the right density.
     *
     * @return \( \partial J/\partial c_R \) [m/s]; \( \le 0 \) if not centred
     */
    public double byRight() {
        return byRight;
    }

    /**
     * Returns the derivative to the drop.
     *
     * @return \( \partial J/\partial\,\)drop [unit of density &times; m/s]
     */
    public double byDrop() {
        return byDrop;
    }

    /**
     * Returns the derivative to the diffusivity of the edge.
     *
     * @return \( \partial J/\partial D \) [unit of density / m]
     */
    public double byDiffusivity() {
        return byDiffusivity;
    }

    /**
     * Returns the sum of the two opposite fluxes whose difference is the flux: the scale of its rounding error.
     *
     * @return magnitude [unit of density &times; m/s]
     */
    public double magnitude() {
        return magnitude;
    }
}
