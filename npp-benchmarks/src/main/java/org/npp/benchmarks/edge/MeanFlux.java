package org.npp.benchmarks.edge;

import org.npp.core.flux.BernoulliKernel;

/**
 * Fluxes of Scharfetter and Gummel of both ions, with a mean diffusivity of the native one, in the field that makes their
 * sum the given one: what the library does in its electroneutral model.
 */
final class MeanFlux implements EdgeFlux {
    private static final int MOST_ITERATIONS = 100;
    private static final double CONVERGED = 1e-13;

    private final Exchange exchange;
    private final double width;
    private final EdgeMean mean;
    private final BernoulliKernel bernoulli = BernoulliKernel.create();

    private MeanFlux(Exchange exchange, double width, EdgeMean mean) {
        this.exchange = exchange;
        this.width = width;
        this.mean = mean;
    }

    static Factory with(EdgeMean mean) {
        return (exchange, width) -> new MeanFlux(exchange, width, mean);
    }

    @Override
    public double flux(double behind, double left, double right, double ahead) {
        final double first = exchange.nativeDiffusivity(left);
        final double second = exchange.nativeDiffusivity(right);
        final double foreign = exchange.foreign;
        double drop = -exchange.velocity * width / (0.5 * (first + second) * right + foreign * (1 - right));
        double edge = mean.of(first, second, drop);
        for (int i = 0; i < MOST_ITERATIONS; i++) {
            drop = drop(edge * left + foreign * (1 - left), edge * right + foreign * (1 - right), drop);
            final double again = mean.of(first, second, drop);
            if (Math.abs(again - edge) <= CONVERGED * edge) {
                break;
            }
            edge = again;
        }
        bernoulli.evaluate(drop);
        return edge / width * (bernoulli.value() * left - bernoulli.reflected() * right);
    }

    /** Solves B(drop) a - B(-drop) b = v h by Newton's method; the left side is monotone and of one curvature. */
    private double drop(double a, double b, double guess) {
        double drop = guess;
        for (int i = 0; i < MOST_ITERATIONS; i++) {
            bernoulli.evaluate(drop);
            final double residual = bernoulli.value() * a - bernoulli.reflected() * b - exchange.velocity * width;
            final double slope = bernoulli.derivative() * a + (1 + bernoulli.derivative()) * -b;
            final double step = residual / slope;
            drop -= step;
            if (Math.abs(step) <= CONVERGED * (1 + Math.abs(drop))) {
                return drop;
            }
        }
        throw new IllegalStateException("no field after " + MOST_ITERATIONS + " iterations");
    }
}
