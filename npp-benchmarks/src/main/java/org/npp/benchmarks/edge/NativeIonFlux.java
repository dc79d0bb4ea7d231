package org.npp.benchmarks.edge;

import org.npp.core.flux.BernoulliKernel;

/**
 * Native flux of the local boundary value problem of that ion alone in the edge's uniform field, foreign flux of
 * Scharfetter and Gummel, in the field that makes their sum the given one.
 */
final class NativeIonFlux implements EdgeFlux {
    private static final int MOST_ITERATIONS = 100;
    private static final double CONVERGED = 1e-11;

    private final Exchange exchange;
    private final double width;
    private final LocalProblem problem;
    private final BernoulliKernel bernoulli = BernoulliKernel.create();

    private NativeIonFlux(Exchange exchange, double width) {
        this.exchange = exchange;
        this.width = width;
        problem = LocalProblem.ofNativeIon(exchange);
    }

    static Factory factory() {
        return NativeIonFlux::new;
    }

    @Override
    public double flux(double behind, double left, double right, double ahead) {
        final double velocity = exchange.velocity;
        if (left == right) {
            return velocity * exchange.drift(left);
        }
        problem.setEnds(left, right);
        // where the native ion is at rest the field is that of the foreign one: an upper end of the bracket
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        double field = velocity
                / (0.5 * (exchange.nativeDiffusivity(left) * left + exchange.nativeDiffusivity(right) * right)
                        + exchange.foreign * (1 - 0.5 * (left + right)));
        for (int i = 0; i < MOST_ITERATIONS; i++) {
            final double flux = problem.flux(field, width);
            bernoulli.evaluate(-field * width);
            final double g = exchange.foreign / width;
            final double other = g * (bernoulli.value() * (1 - left) - bernoulli.reflected() * (1 - right));
            final double residual = flux + other - velocity;
            final double slope = bernoulli.derivative() * (1 - left) - (1 + bernoulli.derivative()) * (1 - right);
            final double byField = problem.fluxByFactor(flux, field, width) - exchange.foreign * slope;
            if (residual < 0) {
                low = field;
            } else {
                high = field;
            }
            double next = field - residual / byField;
            if (!(next > low && next < high)) {
                next = high < Double.POSITIVE_INFINITY ? 0.5 * (low + high) : 2 * low;
            }
            if (Math.abs(next - field) <= CONVERGED * field) {
                return flux + (next - field) * problem.fluxByFactor(flux, field, width);
            }
            field = next;
        }
        throw new IllegalStateException("no field after " + MOST_ITERATIONS + " iterations");
    }
}
