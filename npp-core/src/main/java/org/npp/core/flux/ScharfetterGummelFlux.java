package org.npp.core.flux;

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
    private final FluxSweep sweep = FluxSweep.ofCapacity(1);

    /** Whether most of the upwinding is left out. */
    private final boolean centred;

    private ScharfetterGummelFlux(boolean centred) {
        this.centred = centred;
    }

    /**
     * Creates a kernel.
     *
     * @return a kernel with all results 0
     */
    public static ScharfetterGummelFlux create() {
        return new ScharfetterGummelFlux(false);
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
        return new ScharfetterGummelFlux(true);
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
        sweep.diffusivity[0] = diffusivity;
        sweep.step[0] = step;
        sweep.drop[0] = drop;
        sweep.velocity[0] = velocity;
        sweep.left[0] = left;
        sweep.right[0] = right;
        sweep.difference[0] = difference;
        sweep.evaluate(1, centred);
    }

    /**
     * Returns the flux of the last evaluation.
     *
     * @return \( J \) [unit of density &times; m/s]
     */
    public double flux() {
        return sweep.flux[0];
    }

    /**
     * Returns the derivative to the left density.
     *
     * @return \( \partial J/\partial c_L \) [m/s]; \( \ge 0 \) if not centred
     */
    public double byLeft() {
        return sweep.byLeft[0];
    }

    /**
     * Returns the derivative to the right density.
     *
     * @return \( \partial J/\partial c_R \) [m/s]; \( \le 0 \) if not centred
     */
    public double byRight() {
        return sweep.byRight[0];
    }

    /**
     * Returns the derivative to the drop.
     *
     * @return \( \partial J/\partial\,\)drop [unit of density &times; m/s]
     */
    public double byDrop() {
        return sweep.byDrop[0];
    }

    /**
     * Returns the derivative to the diffusivity of the edge.
     *
     * @return \( \partial J/\partial D \) [unit of density / m]
     */
    public double byDiffusivity() {
        return sweep.byDiffusivity[0];
    }

    /**
     * Returns the sum of the two opposite fluxes whose difference is the flux: the scale of its rounding error.
     *
     * @return magnitude [unit of density &times; m/s]
     */
    public double magnitude() {
        return sweep.magnitude(0);
    }
}
