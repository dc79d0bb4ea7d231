package org.npp.benchmarks.edge;

import org.npp.core.flux.BernoulliKernel;
import org.npp.core.flux.EdgeDiffusivity;

/**
 * Fluxes of Scharfetter and Gummel of both ions with most of their upwinding taken out where the ion's density changes
 * little across the edge, in the field that makes their sum the given one.
 *
 * <p>With \( M = \tfrac X2 \coth\tfrac X2 \), \( q = \ln(c_L/c_R) \),
 * \[ J = \frac Dh\left[ M_\kappa (c_L - c_R) - X\,\frac{c_L + c_R}{2} \right], \qquad
 * M_\kappa = M - \frac{\kappa}{1 + (q/\theta)^4} (M - 1)\left(1 - \frac qX\right). \]
 * \( \kappa = 0 \) is Scharfetter and Gummel, \( \kappa = 1 \) at small q central differences; the last factor keeps J = 0 in
 * equilibrium, \( q = X \). Edge diffusivities are the library's blended ones.
 */
final class CentredFlux implements EdgeFlux {
    private static final int MOST_ITERATIONS = 100;
    private static final double CONVERGED = 1e-12;

    private final Exchange exchange;
    private final double width;
    private final double kappa;
    private final double theta;
    private final EdgeMean mean = EdgeMean.of(EdgeDiffusivity.BLENDED);
    private final BernoulliKernel bernoulli = BernoulliKernel.create();

    private CentredFlux(Exchange exchange, double width, double kappa, double theta) {
        this.exchange = exchange;
        this.width = width;
        this.kappa = kappa;
        this.theta = theta;
    }

    static Factory with(double kappa, double theta) {
        return (exchange, width) -> new CentredFlux(exchange, width, kappa, theta);
    }

    @Override
    public double flux(double behind, double left, double right, double ahead) {
        final double edge = mean.of(exchange.nativeDiffusivity(left), exchange.nativeDiffusivity(right), 0);
        final double conductance = edge * 0.5 * (left + right) + exchange.foreign * (1 - 0.5 * (left + right));
        // secant method from the fields with central differences and one a little larger
        double before = -exchange.velocity * width / conductance;
        double residualBefore = total(edge, left, right, before) - exchange.velocity;
        double drop = before * (1 + 1e-3);
        for (int i = 0; i < MOST_ITERATIONS; i++) {
            final double residual = total(edge, left, right, drop) - exchange.velocity;
            if (residual == residualBefore) {
                break;
            }
            final double step = residual * (drop - before) / (residual - residualBefore);
            before = drop;
            residualBefore = residual;
            drop -= step;
            if (Math.abs(step) <= CONVERGED * Math.abs(drop)) {
                break;
            }
        }
        return ion(edge, left, right, drop);
    }

    private double total(double edge, double left, double right, double drop) {
        return ion(edge, left, right, drop) + ion(exchange.foreign, 1 - left, 1 - right, drop);
    }

    private double ion(double diffusivity, double left, double right, double drop) {
        bernoulli.evaluate(drop);
        double flux = bernoulli.value() * left - bernoulli.reflected() * right;
        if (left > 0 && right > 0) {
            final double q = Math.log(left / right);
            final double s = q / theta;
            final double excess = (bernoulli.mean() - 1) * (1 - q / drop);
            flux -= kappa / (1 + s * s * s * s) * excess * (left - right);
        }
        return diffusivity / width * flux;
    }
}
