package org.npp.benchmarks.edge;

import java.util.Arrays;

/**
 * Native fractions on equal cells around nodes at rest, from a virgin sample whose surface is blocked for the native ion.
 * Three-stage third-order strongly stable Runge&ndash;Kutta formula: what an explicit Euler step keeps positive it keeps
 * positive too.
 *
 * @see <a href="https://doi.org/10.1016/0021-9991(88)90177-5">Shu and Osher, J. Comput. Phys. 77, 439 (1988)</a>
 */
final class FixedMesh {
    /** Steps over the stability limit of explicit Euler. */
    private static final double COURANT = 0.6;

    private static final int SAMPLES = 10_000;

    private final Exchange exchange;
    private final EdgeFlux flux;
    private final double width;
    private final double[] rate;
    private final double[] stage;

    /** Nodes that anything has reached, and one more. */
    private int reached = 1;

    /** Native fractions. */
    final double[] fraction;

    private FixedMesh(Exchange exchange, EdgeFlux flux, double width, int nodes) {
        this.exchange = exchange;
        this.flux = flux;
        this.width = width;
        rate = new double[nodes];
        stage = new double[nodes];
        fraction = new double[nodes];
        Arrays.fill(fraction, 1);
    }

    static FixedMesh of(Exchange exchange, EdgeFlux.Factory flux, double width, int nodes) {
        return new FixedMesh(exchange, flux.of(exchange, width), width, nodes);
    }

    /** Runs for a time [s] in equal steps; returns how many. */
    int run(double duration) {
        final int steps = (int) Math.ceil(duration / longestStep());
        final double step = duration / steps;
        for (int i = 0; i < steps; i++) {
            reached = Math.min(fraction.length - 1, reached + 3);
            System.arraycopy(fraction, 0, stage, 0, fraction.length);
            add(step, 1);
            add(step, 0.25);
            add(step, 2.0 / 3);
            System.arraycopy(stage, 0, fraction, 0, fraction.length);
            while (reached > 1 && fraction[reached - 1] == 1) {
                reached--;
            }
        }
        return steps;
    }

    private double longestStep() {
        double speed = 0;
        double diffusion = 0;
        for (int i = 0; i < SAMPLES; i++) {
            final double c = (double) i / SAMPLES;
            speed = Math.max(speed, SAMPLES * (exchange.drift(c + 1.0 / SAMPLES) - exchange.drift(c)));
            diffusion = Math.max(diffusion, exchange.interdiffusivity(c));
        }
        return COURANT / (exchange.velocity * speed / width + 2 * diffusion / (width * width));
    }

    /** One stage: start + share (stage + step rate - start). */
    private void add(double step, double share) {
        Arrays.fill(rate, 0, reached + 1, 0);
        for (int k = 0; k < reached; k++) {
            final double f = flux.flux(
                            stage[Math.max(0, k - 1)], stage[k], stage[k + 1], stage[Math.min(stage.length - 1, k + 2)])
                    / width;
            rate[k] -= k == 0 ? 2 * f : f;
            rate[k + 1] += f;
        }
        // beyond the last cell reached the sample is uniform
        rate[reached] -= exchange.velocity * exchange.drift(stage[reached]) / width;
        for (int k = 0; k <= reached; k++) {
            final double changed = stage[k] + step * rate[k];
            stage[k] = fraction[k] + share * (changed - fraction[k]);
        }
    }
}
