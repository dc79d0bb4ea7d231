package org.npp.core.flux;

/**
 * Mobility of one ion across the edge between the nodes L and R for which mobility times force is the
 * {@linkplain ScharfetterGummelFlux Scharfetter&ndash;Gummel flux} of an edge at rest, with its derivatives.
 *
 * <p>With the drop \( X = z\,\Delta\psi + \Delta\mu_{ex}/kT \) and the force, the drop of the electrochemical potential
 * over kT, \( f = X + \ln(c_R/c_L) \):
 * \[ l = -\frac{hJ}{f} = D\,c_L\,\frac{B(X)}{B(f)} = D\,c_R\,\frac{B(-X)}{B(-f)}, \qquad
 * d\ln l = d\ln D + \bigl[\tfrac12 - T(f)\bigr]\, d\ln c_L + \bigl[\tfrac12 + T(f)\bigr]\, d\ln c_R
 * + \bigl[T(f) - T(X)\bigr]\, dX, \]
 * with \( B \) the {@linkplain Bernoulli Bernoulli function} and \( T(x) = \tfrac12\coth\tfrac x2 - \tfrac1x \). There
 * is no 0/0 at equilibrium: for \( f \to 0 \) and \( X \to 0 \) it is \( D \) times the logarithmic mean density.
 *
 * <p>Results are given for the amplitude \( a = g\sqrt l \), of which the mobility matrix of an edge is made,
 * \( l_{ij} = r_{ij} a_i a_j \). The taper \( g \) is 1 where the densities of the two nodes are within a factor of
 * {@value #RESOLVED}, and falls in proportion to the smaller one beyond: an ion's cross fluxes end, continuously,
 * where it does. Without it an ion could be dragged out of a node that has none, as \( l \) falls with the logarithm of
 * the smaller density only.
 *
 * <p><strong>Accuracy.</strong> The difference \( c_L - c_R \) is an argument, as in the flux, and decides the force
 * where the densities are nearly equal. \( l f \) is the flux within 1e-14 of its two opposite parts
 * ({@code EdgeMobilityPropertyTest}). <strong>Threading.</strong> Not thread-safe: an instance holds the last result.
 * {@link #evaluate} allocates nothing.
 */
public final class EdgeMobility {
    /** Densities of neighbours further apart than by this factor are beyond what the mesh resolves. */
    public static final double RESOLVED = 1e3;

    /** Below this ratio of the densities an ion counts as absent at one node: the Bernoulli functions underflow. */
    private static final double ABSENT = 1e-200;

    /** Below this argument T is taken from its series, error 3e-16 of it. */
    private static final double SERIES_LIMIT = 0.1;

    private final BernoulliKernel bernoulli = BernoulliKernel.create();
    private double amplitude;
    private double force;
    private double logByLeft;
    private double logByRight;
    private double logByDrop;

    private EdgeMobility() {}

    /**
     * Creates a kernel.
     *
     * @return a kernel with all results 0
     */
    public static EdgeMobility create() {
        return new EdgeMobility();
    }

    /**
     * Computes amplitude and force; all results are 0 where the ion is immobile or absent at a node.
     *
     * @param diffusivity \( D \) of the edge [m&sup2;/s], \( \ge 0 \)
     * @param drop \( X = z(\psi_R - \psi_L) + (\mu_{ex,R} - \mu_{ex,L})/kT \) [1]
     * @param left density at L, in any unit
     * @param right density at R, in the same unit
     * @param difference left minus right, in the same unit
     */
    public void evaluate(double diffusivity, double drop, double left, double right, double difference) {
        final double ratio = Math.min(left, right) / Math.max(left, right);
        if (!(ratio > ABSENT && diffusivity > 0)) {
            clear();
            return;
        }
        force = drop + (Math.abs(difference) < 0.5 * right ? -Math.log1p(difference / right) : Math.log(right / left));
        bernoulli.evaluate(drop);
        // the one of B(X), B(-X) that is >= 1; then the other factor can't underflow either
        final double byDropPart = drop < 0 ? left * bernoulli.value() : right * bernoulli.reflected();
        final double dropSlope = slope(drop);
        bernoulli.evaluate(force);
        final double mobility = diffusivity * (byDropPart / (drop < 0 ? bernoulli.value() : bernoulli.reflected()));
        final double forceSlope = slope(force);
        final double share = ratio * RESOLVED;
        final double taper = share < 1 ? share * (2 - share) : 1;
        final double taperSlope = share < 1 ? (2 - 2 * share) / (2 - share) : 0;
        final double towardsLeft = left < right ? taperSlope : -taperSlope;
        amplitude = taper * Math.sqrt(mobility);
        logByLeft = 0.5 * (0.5 - forceSlope) + towardsLeft;
        logByRight = 0.5 * (0.5 + forceSlope) - towardsLeft;
        logByDrop = 0.5 * (forceSlope - dropSlope);
    }

    private void clear() {
        amplitude = 0;
        force = 0;
        logByLeft = 0;
        logByRight = 0;
        logByDrop = 0;
    }

    /** T(x) at the argument of the last evaluation of the Bernoulli functions. */
    private double slope(double x) {
        if (Math.abs(x) < SERIES_LIMIT) {
            final double s = x * x;
            return x * (1.0 / 12 + s * (-1.0 / 720 + s * (1.0 / 30240 + s * (-1.0 / 1209600))));
        }
        return (bernoulli.mean() - 1) / x;
    }

    /**
     * Returns the amplitude.
     *
     * @return \( a = g\sqrt l \) [(unit of density &times; m&sup2;/s)<sup>1/2</sup>]
     */
    public double amplitude() {
        return amplitude;
    }

    /**
     * Returns the drop of the electrochemical potential over kT.
     *
     * @return \( f \) [1], positive where the ion is driven from R to L
     */
    public double force() {
        return force;
    }

    /**
     * Returns the derivative of the amplitude's logarithm to that of the left density, at fixed drop and diffusivity.
     *
     * @return \( \partial\ln a/\partial\ln c_L \) [1]
     */
    public double logByLeft() {
        return logByLeft;
    }

    /**
     * Returns the derivative of the amplitude's logarithm to that of the right density, at fixed drop and diffusivity.
     *
     * @return \( \partial\ln a/\partial\ln c_R \) [1]
     */
    public double logByRight() {
        return logByRight;
    }

    /**
     * Returns the derivative of the amplitude's logarithm to the drop, at fixed densities and diffusivity. That to
     * \( \ln D \) is one half.
     *
     * @return \( \partial\ln a/\partial X \) [1]
     */
    public double logByDrop() {
        return logByDrop;
    }
}
