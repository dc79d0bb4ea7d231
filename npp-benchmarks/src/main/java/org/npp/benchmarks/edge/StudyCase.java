package org.npp.benchmarks.edge;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.npp.core.MeshMotion;
import org.npp.core.PhysicalConstants;
import org.npp.core.exact.DriftLimit;
import org.npp.core.flux.EdgeDiffusivity;
import org.npp.core.transport.DiffusivityLaw;
import org.npp.sed.GaussianSed;
import org.npp.sed.PopulatedSed;
import org.npp.sed.SedDiffusivity;

/**
 * One of the exchanges of the examples, vt = 100 nm, with its reference profile and its drift limit.
 *
 * @param name foreign ion
 * @param frontWidth \( D_2/v \), about the width of the front [m]
 * @param least least mesh width of the study [m]
 * @param exchange the exchange
 * @param reference profile at the end, with many nodes that follow the front
 * @param limit the exact drift limit
 */
record StudyCase(String name, double frontWidth, double least, Exchange exchange, Profile reference, DriftLimit limit) {
    /** Depth of the part of the sample that is computed: nothing comes so far [m]. */
    static final double THICKNESS = 200e-9;

    /** Duration of the run [s]. */
    static final double DURATION = 2e5;

    /** Depth of complete exchange, the length that L1 errors are divided by [m]. */
    static final double DEPTH = 100e-9;

    /** The plateau, over which its error is a mean [m]. */
    private static final double PLATEAU_FROM = 40e-9;

    private static final double PLATEAU_TO = 80e-9;
    private static final int PLATEAU_POINTS = 40;

    private static final double BULK = 1.41e28;
    private static final double TEMPERATURE = 300;
    private static final double VELOCITY = DEPTH / DURATION;
    private static final int REFERENCE_NODES = 800;
    private static final double REFERENCE_TOLERANCE = 2.5e-5;

    private static final DiffusivityLaw NATIVE = SedDiffusivity.of(
            PopulatedSed.of(GaussianSed.ofFwhm(0.25 * PhysicalConstants.ELEMENTARY_CHARGE), BULK, 0.10, 0), 1e-17);

    /** The three exchanges, the widest front first. */
    static List<StudyCase> all() {
        return List.of(of("K", 2.0e-21, 0.5e-9), of("Rb", 3.0e-22, 0.25e-9), of("Cs", 5.3e-23, 0.25e-9));
    }

    private static StudyCase of(String name, double foreign, double least) {
        final Exchange exchange = Exchange.of(NATIVE, BULK, TEMPERATURE, foreign, VELOCITY);
        final DoubleUnaryOperator law = c -> NATIVE.value(0, new double[] {c * BULK, (1 - c) * BULK}, TEMPERATURE);
        final Profile reference = library(
                exchange, EdgeDiffusivity.BLENDED, MeshMotion.FOLLOW_FRONTS, REFERENCE_NODES, REFERENCE_TOLERANCE);
        return new StudyCase(name, foreign / VELOCITY, least, exchange, reference, DriftLimit.of(law, foreign));
    }

    private static Profile library(
            Exchange exchange, EdgeDiffusivity edges, MeshMotion motion, int nodes, double tolerance) {
        return Profile.of(NATIVE, BULK, TEMPERATURE, exchange, DURATION, THICKNESS, nodes, tolerance, edges, motion);
    }

    /** What the library finds. */
    Profile library(EdgeDiffusivity edges, MeshMotion motion, int nodes, double tolerance) {
        return library(exchange, edges, motion, nodes, tolerance);
    }

    /** What a flux gives on equal cells of a width [m]. */
    Profile explicit(EdgeFlux.Factory flux, double width) {
        final int cells = (int) Math.round(THICKNESS / width);
        final FixedMesh mesh = FixedMesh.of(exchange, flux, width, cells + 1);
        mesh.run(DURATION);
        final double[] depth = new double[cells + 1];
        for (int k = 0; k <= cells; k++) {
            depth[k] = THICKNESS * k / cells;
        }
        return Profile.of(depth, mesh.fraction);
    }

    /** L1 difference of a profile's nodes to the reference's means over their cells, over DEPTH [1]. */
    double error(Profile profile) {
        return profile.cellDifference(reference) / DEPTH;
    }

    /** Mean of c/c_limit - 1 over the plateau [1]. */
    double plateauExcess(Profile profile) {
        double sum = 0;
        for (int i = 0; i < PLATEAU_POINTS; i++) {
            final double x = PLATEAU_FROM + (PLATEAU_TO - PLATEAU_FROM) * (i + 0.5) / PLATEAU_POINTS;
            sum += profile.at(x) / limit.fraction(x, DEPTH) - 1;
        }
        return sum / PLATEAU_POINTS;
    }
}
