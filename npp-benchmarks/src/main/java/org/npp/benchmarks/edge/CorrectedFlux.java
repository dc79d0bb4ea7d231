package org.npp.benchmarks.edge;

/**
 * A first-order flux with part of its numerical diffusion taken out: \( J + \omega\,v\,[f(c^*) - f(c_L)] \).
 *
 * <p>\( \omega = \coth(P/2) - 2/P \) is the share of upwinding in a flux of Scharfetter and Gummel, \( P \) the edge's
 * Peclet number \( v f' h/\tilde D \), so that nothing is added where the profile is resolved. \( c^* \) is the fraction
 * halfway along the edge, from the neighbours by van Leer's limiter or from the edge alone.
 */
final class CorrectedFlux implements EdgeFlux {
    private final EdgeFlux first;
    private final Exchange exchange;
    private final double width;
    private final Halfway halfway;

    private CorrectedFlux(EdgeFlux first, Exchange exchange, double width, Halfway halfway) {
        this.first = first;
        this.exchange = exchange;
        this.width = width;
        this.halfway = halfway;
    }

    /** Fraction halfway along an edge. */
    @FunctionalInterface
    interface Halfway {
        double fraction(Exchange exchange, double behind, double left, double right);
    }

    static Factory of(Factory first, Halfway halfway) {
        return (exchange, width) -> new CorrectedFlux(first.of(exchange, width), exchange, width, halfway);
    }

    /** Van Leer's harmonic limiter. */
    static double limited(Exchange exchange, double behind, double left, double right) {
        final double upwind = left - behind;
        final double downwind = right - left;
        return upwind * downwind > 0 ? left + upwind * downwind / (upwind + downwind) : left;
    }

    /**
     * A share of the way to the middle of the two nodes where the diffusivity changes little across the edge.
     *
     * @param share of the way, 1 for the middle
     * @param theta logarithm of the ratio of diffusivities at which the change is half made
     */
    static Halfway blended(double share, double theta) {
        return (exchange, behind, left, right) -> {
            final double q = Math.log(exchange.nativeDiffusivity(right) / exchange.nativeDiffusivity(left)) / theta;
            return left + 0.5 * share * (right - left) / (1 + q * q * q * q);
        };
    }

    @Override
    public double flux(double behind, double left, double right, double ahead) {
        final double flux = first.flux(behind, left, right, ahead);
        final double at = halfway.fraction(exchange, behind, left, right);
        if (at == left) {
            return flux;
        }
        final double slope = (exchange.drift(right) - exchange.drift(left)) / (right - left);
        final double peclet = exchange.velocity * slope * width / exchange.interdiffusivity(0.5 * (left + right));
        final double share = Math.abs(peclet) < 1e-2 ? peclet / 6 : 1 / Math.tanh(0.5 * peclet) - 2 / peclet;
        return flux + share * exchange.velocity * (exchange.drift(at) - exchange.drift(left));
    }
}
