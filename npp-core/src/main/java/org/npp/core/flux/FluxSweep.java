package org.npp.core.flux;

/**
 * {@linkplain ScharfetterGummelFlux Scharfetter&ndash;Gummel fluxes} of one ion through many faces, with their
 * derivatives: the same formulas in short loops over plain arrays, which take half the time.
 *
 * <p>Fill the inputs, {@link #evaluate}, read the outputs; all arrays are indexed by face. <strong>Accuracy</strong> as of
 * {@link ScharfetterGummelFlux}, which is a sweep of one. <strong>Threading.</strong> Not thread-safe: an instance holds
 * the last results. {@link #evaluate} allocates nothing.
 */
public final class FluxSweep {
    /** Below this D/h [m/s] the ion counts as immobile: w h/D could overflow. */
    private static final double IMMOBILE = 1e-250;

    /** Input: \( D \) of the edges [m&sup2;/s], \( \ge 0 \). */
    public final double[] diffusivity;

    /** Input: distances of the nodes \( h \) [m], \( > 0 \). */
    public final double[] step;

    /** Input: \( z(\psi_R - \psi_L) + (\mu_{ex,R} - \mu_{ex,L})/kT \) [1]. */
    public final double[] drop;

    /** Input: velocities of the faces \( w \) [m/s]. */
    public final double[] velocity;

    /** Input: densities at L, in any unit. */
    public final double[] left;

    /** Input: densities at R, in the same unit. */
    public final double[] right;

    /** Input: left minus right, in the same unit. */
    public final double[] difference;

    /** Fluxes [density m/s]. */
    public final double[] flux;

    /** Their derivatives to the left density [m/s]. */
    public final double[] byLeft;

    /** Their derivatives to the right density [m/s]. */
    public final double[] byRight;

    /** Their derivatives to the drop [density m/s]. */
    public final double[] byDrop;

    /** Their derivatives to the diffusivity [density/m]. */
    public final double[] byDiffusivity;

    /** \( D/h \) [m/s]. */
    private final double[] speed;

    /** \( w h/D \) [1]. */
    private final double[] drift;

    private final BernoulliSweep bernoulli;
    private final CentringSweep centring;

    private FluxSweep(int capacity) {
        diffusivity = new double[capacity];
        step = new double[capacity];
        drop = new double[capacity];
        velocity = new double[capacity];
        left = new double[capacity];
        right = new double[capacity];
        difference = new double[capacity];
        flux = new double[capacity];
        byLeft = new double[capacity];
        byRight = new double[capacity];
        byDrop = new double[capacity];
        byDiffusivity = new double[capacity];
        speed = new double[capacity];
        drift = new double[capacity];
        bernoulli = new BernoulliSweep(capacity);
        centring = new CentringSweep(capacity);
    }

    /**
     * Allocates a sweep.
     *
     * @param capacity most faces, \( \ge 1 \); some hundred fit the fastest memory of a processor
     * @return a sweep with all arrays 0
     */
    public static FluxSweep ofCapacity(int capacity) {
        return new FluxSweep(capacity);
    }

    /**
     * Computes fluxes and derivatives from the inputs.
     *
     * @param count number of faces, at most the capacity
     * @param centred whether most of the upwinding is left out where the density changes little along an edge, see
     *     {@link ScharfetterGummelFlux#centred}
     */
    public void evaluate(int count, boolean centred) {
        arguments(count, diffusivity, step, drop, velocity, speed, drift, bernoulli.x);
        bernoulli.evaluate(count);
        if (centred) {
            centring.evaluate(count, left, right, bernoulli);
        } else {
            centring.clear(count);
        }
        resolved(count, bernoulli.x, bernoulli.excess, left, right, difference, flux);
        for (int k = 0; k < count; k++) {
            if (Math.abs(bernoulli.x[k]) >= Bernoulli.SERIES_LIMIT) {
                flux[k] = bernoulli.value[k] * left[k] - bernoulli.reflected[k] * right[k];
            }
        }
        leaveOut(count, centring.value, difference, speed, flux);
        byLeft(count, speed, bernoulli.value, centring.value, centring.byLeft, difference, byLeft);
        byRight(count, speed, bernoulli.reflected, centring.value, centring.byRight, difference, byRight);
        byDrop(count, speed, bernoulli.derivative, left, right, centring.byArgument, difference, byDrop);
        byDiffusivity(count, diffusivity, flux, drift, byDrop, byDiffusivity);
        for (int k = 0; k < count; k++) {
            if (diffusivity[k] < IMMOBILE * step[k]) {
                immobile(k);
            }
        }
    }

    private static void arguments(
            int count,
            double[] diffusivity,
            double[] step,
            double[] drop,
            double[] velocity,
            double[] speed,
            double[] drift,
            double[] x) {
        for (int k = 0; k < count; k++) {
            final double reciprocal = 1 / (diffusivity[k] * step[k]);
            final double w = velocity[k] * (step[k] * (step[k] * reciprocal));
            speed[k] = diffusivity[k] * (diffusivity[k] * reciprocal);
            drift[k] = w;
            x[k] = drop[k] + w;
        }
    }

    /** Flux over D/h from even and odd part. */
    private static void resolved(
            int count,
            double[] x,
            double[] excess,
            double[] left,
            double[] right,
            double[] difference,
            double[] perSpeed) {
        for (int k = 0; k < count; k++) {
            perSpeed[k] = (1 + excess[k]) * difference[k] - 0.5 * x[k] * (left[k] + right[k]);
        }
    }

    private static void leaveOut(int count, double[] out, double[] difference, double[] speed, double[] flux) {
        for (int k = 0; k < count; k++) {
            flux[k] = speed[k] * (flux[k] - out[k] * difference[k]);
        }
    }

    private static void byLeft(
            int count,
            double[] speed,
            double[] forward,
            double[] out,
            double[] outByLeft,
            double[] difference,
            double[] byLeft) {
        for (int k = 0; k < count; k++) {
            byLeft[k] = speed[k] * (forward[k] - (out[k] + outByLeft[k] * difference[k]));
        }
    }

    private static void byRight(
            int count,
            double[] speed,
            double[] backward,
            double[] out,
            double[] outByRight,
            double[] difference,
            double[] byRight) {
        for (int k = 0; k < count; k++) {
            byRight[k] = speed[k] * ((out[k] - outByRight[k] * difference[k]) - backward[k]);
        }
    }

    private static void byDrop(
            int count,
            double[] speed,
            double[] slope,
            double[] left,
            double[] right,
            double[] outByArgument,
            double[] difference,
            double[] byDrop) {
        for (int k = 0; k < count; k++) {
            byDrop[k] = speed[k] * (slope[k] * left[k] - (1 + slope[k]) * right[k] - outByArgument[k] * difference[k]);
        }
    }

    private static void byDiffusivity(
            int count, double[] diffusivity, double[] flux, double[] drift, double[] byDrop, double[] byDiffusivity) {
        for (int k = 0; k < count; k++) {
            byDiffusivity[k] = (flux[k] - drift[k] * byDrop[k]) / diffusivity[k];
        }
    }

    /** Limit of vanishing diffusivity: the face sweeps over ions at rest. */
    private void immobile(int k) {
        byLeft[k] = velocity[k] < 0 ? -velocity[k] : 0;
        byRight[k] = velocity[k] > 0 ? -velocity[k] : 0;
        flux[k] = byLeft[k] * left[k] + byRight[k] * right[k];
        byDrop[k] = 0;
        byDiffusivity[k] = (Bernoulli.value(drop[k]) * left[k] - Bernoulli.value(-drop[k]) * right[k]) / step[k];
    }

    /** Sum of the magnitudes of the two terms of a flux that is not centred [density m/s]. */
    double magnitude(int k) {
        return diffusivity[k] < IMMOBILE * step[k]
                ? Math.abs(flux[k])
                : speed[k] * (bernoulli.value[k] * left[k] + bernoulli.reflected[k] * right[k]);
    }
}
