package org.npp.benchmarks.edge;

/**
 * Fluxes of Scharfetter and Gummel with the native diffusivity halfway along the edge, from the nodes' and the one behind by
 * van Leer's limiter: second-order upwinding of the diffusivity alone.
 */
final class LimitedMeanFlux implements EdgeFlux {
    private final Exchange exchange;
    private final EdgeFlux flux;

    /** Diffusivity of the node behind the edge at hand [m²/s]. */
    private double behindEdge;

    private LimitedMeanFlux(Exchange exchange, double width) {
        this.exchange = exchange;
        flux = MeanFlux.with((left, right, drop) -> halfway(left, right)).of(exchange, width);
    }

    static Factory factory() {
        return LimitedMeanFlux::new;
    }

    private double halfway(double left, double right) {
        final double upwind = left - behindEdge;
        final double downwind = right - left;
        return upwind * downwind > 0 ? left + upwind * downwind / (upwind + downwind) : left;
    }

    @Override
    public double flux(double behind, double left, double right, double ahead) {
        behindEdge = exchange.nativeDiffusivity(behind);
        return flux.flux(behind, left, right, ahead);
    }
}
