package org.npp.benchmarks.edge;

import java.util.List;
import java.util.Optional;
import org.npp.core.flux.EdgeDiffusivity;

/**
 * A flux of the study.
 *
 * @param name short name
 * @param meaning one line of the table of fluxes
 * @param factory how it is made; empty where the explicit formula would need too many steps, and the library runs it
 * @param slow whether the finest mesh is left out
 * @param strategy the library's strategy; empty if it has none
 */
record Variant(
        String name,
        String meaning,
        Optional<EdgeFlux.Factory> factory,
        boolean slow,
        Optional<EdgeDiffusivity> strategy) {

    private static final String NATIVE_ION = "local, one ion";

    /** All fluxes of the study, the library's first. */
    static List<Variant> all() {
        return List.of(
                library(EdgeDiffusivity.BLENDED, "arithmetic mean for `q` < 1, upwind beyond; the library's default"),
                library(EdgeDiffusivity.UPWIND, "D of the node behind"),
                implicit(EdgeDiffusivity.ARITHMETIC, "arithmetic mean"),
                library(EdgeDiffusivity.HARMONIC, "harmonic mean"),
                implicit(EdgeDiffusivity.LOGARITHMIC, "geometric mean"),
                library(EdgeDiffusivity.HARMONIC_BLENDED, "harmonic mean for `q` < 2.5, upwind beyond"),
                new Variant(
                        "centred",
                        "blended, and 0.8 of the upwinding of both ions left out where a density changes by less than e^0.2",
                        Optional.of(CentredFlux.with(0.8, 0.2)),
                        false,
                        Optional.of(EdgeDiffusivity.CENTRED)),
                study(
                        "blended, 0.5",
                        "arithmetic mean for `q` < 0.5, upwind beyond",
                        MeanFlux.with(EdgeMean.blended(EdgeMean.of(EdgeDiffusivity.ARITHMETIC), 0.5))),
                study(
                        "drift-weighted",
                        "mean of 1/D weighted by exp(zψ): first-order solution of the local problem of one ion",
                        MeanFlux.with(EdgeMean::driftWeighted)),
                study(NATIVE_ION, "local problem of the native ion in a uniform field", NativeIonFlux.factory()),
                study("local, both ions", "local problem of both ions at the given current", BothIonsFlux.factory()),
                study("limited D", "D halfway along the edge by van Leer's limiter", LimitedMeanFlux.factory()),
                study(
                        "local, limited",
                        "local problem of both ions, its upwinding taken out by van Leer's limiter",
                        CorrectedFlux.of(BothIonsFlux.factory(), CorrectedFlux::limited)));
    }

    private static Variant library(EdgeDiffusivity strategy, String meaning) {
        return new Variant(
                nameOf(strategy),
                meaning,
                Optional.of(MeanFlux.with(EdgeMean.of(strategy))),
                false,
                Optional.of(strategy));
    }

    private static Variant implicit(EdgeDiffusivity strategy, String meaning) {
        return new Variant(nameOf(strategy), meaning, Optional.empty(), false, Optional.of(strategy));
    }

    private static Variant study(String name, String meaning, EdgeFlux.Factory factory) {
        return new Variant(name, meaning, Optional.of(factory), name.equals(NATIVE_ION), Optional.empty());
    }

    private static String nameOf(EdgeDiffusivity strategy) {
        return strategy.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
