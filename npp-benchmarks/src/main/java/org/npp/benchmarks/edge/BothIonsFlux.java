package org.npp.benchmarks.edge;

/**
 * Flux of the local boundary value problem of both ions at the given total flux, the field along the edge being the one that
 * this flux makes: the steady profile itself between two nodes. Where the front is thinner than the mesh it is Godunov's
 * upwind flux of the drift limit.
 */
final class BothIonsFlux implements EdgeFlux {
    private final Exchange exchange;
    private final double width;
    private final LocalProblem problem;

    private BothIonsFlux(Exchange exchange, double width) {
        this.exchange = exchange;
        this.width = width;
        problem = LocalProblem.ofBothIons(exchange);
    }

    static Factory factory() {
        return BothIonsFlux::new;
    }

    @Override
    public double flux(double behind, double left, double right, double ahead) {
        if (left == right) {
            return exchange.velocity * exchange.drift(left);
        }
        problem.setEnds(left, right);
        return problem.flux(exchange.velocity, width);
    }
}
