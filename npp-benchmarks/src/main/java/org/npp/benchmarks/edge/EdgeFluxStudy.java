package org.npp.benchmarks.edge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.npp.core.MeshMotion;
import org.npp.core.flux.EdgeDiffusivity;

/**
 * The study of edge fluxes: which one is of second order where a front is resolved and safe where it is not?
 *
 * <p>Each flux computes the K, Rb and Cs exchanges of the examples on equal cells from 8 nm down to an eighth of the width of
 * the K front, to 0.4 of that of Rb, to 2.4 of that of Cs. Two errors are taken: L1 of the profile against a run of the
 * library with 800 nodes that follow the front, and the plateau at 40 to 80 nm against the exact drift limit. Then the
 * library runs its own strategies as it is used, with few nodes that follow the front.
 *
 * <pre>{@code
 * java -cp npp-benchmarks/target/benchmarks.jar org.npp.benchmarks.edge.EdgeFluxStudy docs 30
 * }</pre>
 *
 * writes {@code edge-flux.csv}, {@code edge-flux.svg} and {@code edge-flux-tables.md} to that folder. All runs take
 * about fifteen minutes on two processors; with less time the finest meshes are left out. Their discussion is {@code docs/edge-flux.md}.
 */
public final class EdgeFluxStudy {
    /** Greatest mesh width [m]. */
    private static final double COARSEST = 8e-9;

    /** Least mesh width of the runs that the library makes on equal meshes [m]. */
    private static final double LEAST_IMPLICIT = 0.5e-9;

    /** Tolerance of these. */
    private static final double IMPLICIT_TOLERANCE = 2e-4;

    private static final int[] FOLLOWING_NODES = {60, 120, 240};
    private static final double FOLLOWING_TOLERANCE = 2e-4;

    /** No instances. */
    private EdgeFluxStudy() {}

    /**
     * One run of the study.
     *
     * @param exchange index of the case
     * @param variant index of the flux
     * @param width mesh width [m]
     * @param nodes number of nodes; 0 on equal meshes
     * @param error L1 error [1]; not a number if the run failed
     * @param plateau excess of the plateau over the drift limit [1]
     */
    record Run(int exchange, int variant, double width, int nodes, double error, double plateau) {}

    /**
     * Runs the study.
     *
     * @param args the folder to write to, and the minutes after which no more run is begun
     * @throws IOException if a file can't be written
     * @throws InterruptedException if the program is interrupted
     * @throws ExecutionException if a run broke down in a way that says nothing about its flux
     */
    public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
        if (args.length != 2) {
            throw new IllegalArgumentException(
                    "two arguments, the folder to write to and the minutes to run: " + args.length + " given");
        }
        final double minutes = Double.parseDouble(args[1]);
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        final List<StudyCase> cases = StudyCase.all();
        final List<Variant> variants = Variant.all();
        final List<Run> planned = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            for (int j = 0; j < variants.size(); j++) {
                plan(i, j, cases.get(i), variants.get(j), planned);
            }
        }
        // the fastest first: few nodes that follow the front, then wide cells
        planned.sort(Comparator.comparingDouble(run -> run.nodes() > 0 ? -1 : -run.width()));
        final long deadline = System.nanoTime() + (long) (60e9 * minutes);
        final ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        final List<Future<Optional<Run>>> results = planned.stream()
                .map(plan -> workers.submit(() -> System.nanoTime() - deadline > 0
                        ? Optional.<Run>empty()
                        : Optional.of(run(plan, cases, variants))))
                .toList();
        final List<Run> done = new ArrayList<>();
        for (final Future<Optional<Run>> result : results) {
            result.get().ifPresent(done::add);
        }
        workers.shutdown();
        done.sort(Comparator.comparingInt(Run::exchange)
                .thenComparingInt(Run::variant)
                .thenComparingInt(Run::nodes)
                .thenComparingDouble(run -> -run.width()));
        final StudyReport report = new StudyReport(cases, variants, done);
        final Path folder = Path.of(args[0]);
        Files.writeString(folder.resolve("edge-flux.csv"), report.csv());
        Files.writeString(folder.resolve("edge-flux.svg"), report.svg());
        Files.writeString(folder.resolve("edge-flux-tables.md"), report.tables());
    }

    private static void plan(int i, int j, StudyCase exchange, Variant variant, List<Run> planned) {
        final double least = variant.factory().isPresent()
                ? exchange.least() * (variant.slow() ? 2 : 1)
                : Math.max(LEAST_IMPLICIT, exchange.least());
        for (double width = COARSEST; width >= 0.99 * least; width *= 0.5) {
            planned.add(new Run(i, j, width, 0, Double.NaN, Double.NaN));
        }
        if (variant.strategy().isPresent()) {
            for (final int nodes : FOLLOWING_NODES) {
                planned.add(new Run(i, j, 0, nodes, Double.NaN, Double.NaN));
            }
        }
    }

    private static Run run(Run plan, List<StudyCase> cases, List<Variant> variants) {
        final StudyCase exchange = cases.get(plan.exchange());
        final Profile profile;
        try {
            profile = profile(plan, exchange, variants.get(plan.variant()));
        } catch (RuntimeException e) {
            return plan; // a flux that can't be solved for is a result of the study
        }
        return new Run(
                plan.exchange(),
                plan.variant(),
                plan.width(),
                plan.nodes(),
                exchange.error(profile),
                exchange.plateauExcess(profile));
    }

    private static Profile profile(Run plan, StudyCase exchange, Variant variant) {
        if (plan.nodes() > 0) {
            final EdgeDiffusivity edges = variant.strategy().orElseThrow();
            return exchange.library(edges, MeshMotion.FOLLOW_FRONTS, plan.nodes(), FOLLOWING_TOLERANCE);
        }
        if (variant.factory().isPresent()) {
            return exchange.explicit(variant.factory().get(), plan.width());
        }
        final int nodes = (int) Math.round(StudyCase.THICKNESS / plan.width()) + 1;
        return exchange.library(variant.strategy().orElseThrow(), MeshMotion.FIXED, nodes, IMPLICIT_TOLERANCE);
    }
}
