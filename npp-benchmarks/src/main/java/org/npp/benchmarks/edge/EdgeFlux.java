package org.npp.benchmarks.edge;

/** Flux of the native ion across an edge of an equal mesh, under a given total flux to the right. Not thread-safe. */
interface EdgeFlux {
    /**
     * Returns the flux.
     *
     * @param behind native fraction at the node left of the left one [1]; that of the left one where there is none
     * @param left native fraction at the left node [1], in [0, 1]
     * @param right native fraction at the right node [1], in [0, 1]
     * @param ahead native fraction at the node right of the right one [1]; that of the right one where there is none
     * @return flux to the right over the bulk density [m/s]
     */
    double flux(double behind, double left, double right, double ahead);

    /** Makes the flux for an exchange and a mesh width [m]. */
    @FunctionalInterface
    interface Factory {
        EdgeFlux of(Exchange exchange, double width);
    }
}
