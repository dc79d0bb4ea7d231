package org.npp.benchmarks.precision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.npp.benchmarks.ExampleProblem;
import org.npp.benchmarks.LithiumBorate;
import org.npp.cait.report.plot.Axis;
import org.npp.cait.report.plot.Chart;
import org.npp.cait.report.plot.Series;
import org.npp.core.NppProblem;
import org.npp.core.NppSolver;
import org.npp.core.RunStatistics;
import org.npp.core.SimulationException;
import org.npp.core.Termination;
import org.npp.core.Trajectory;
import org.npp.core.linear.LinearSolver;

/** Error against time of the combinations of edge flux, mesh, integrator, Poisson's equation and linear solver, over the examples. */
public final class WorkPrecisionStudy {
    /** Time that one combination may take at one level [s]. */
    private static final double BUDGET = 0.2;

    /** Combinations that are drawn: the default, and one option after the other changed. */
    private static final List<Drawn> DRAWN = List.of(
            new Drawn("centred, follow fronts, bdf2, full, block thomas", "default"),
            new Drawn("blended, follow fronts, bdf2, full, block thomas", "blended"),
            new Drawn("upwind, follow fronts, bdf2, full, block thomas", "upwind"),
            new Drawn("centred, follow fronts, implicit euler, full, block thomas", "Euler"),
            new Drawn("centred, follow fronts, tr bdf2, full, block thomas", "TR-BDF2"),
            new Drawn("centred, follow fronts, bdf2, electroneutral, block thomas", "neutral"),
            new Drawn("centred, fixed, bdf2, full, block thomas", "fixed mesh"),
            new Drawn("centred, follow fronts, bdf2, full, banded", "banded LU"));

    private static final int WIDTH = 420;
    private static final int HEIGHT = 460;

    /** A combination and what the plot calls it. */
    private record Drawn(String title, String label) {}

    /** One run: error and time are NaN if it did not finish. */
    private record Run(
            String example,
            Variant variant,
            Variant.Size size,
            double error,
            double seconds,
            int steps,
            int iterations) {}

    private final List<Run> runs = new ArrayList<>();

    private WorkPrecisionStudy() {}

    /**
     * Runs the study and writes {@code work-precision.csv}, {@code work-precision.svg} and
     * {@code work-precision-tables.md}.
     *
     * @param args directory to write to, directory of the reference profiles {@code k.csv} &hellip;, minutes after which
     *     no more run is begun
     * @throws IOException if a file can't be read or written
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 3) {
            throw new IllegalArgumentException("arguments: output directory, reference directory, minutes");
        }
        final WorkPrecisionStudy study = new WorkPrecisionStudy();
        final long end = System.nanoTime() + (long) (60e9 * Double.parseDouble(args[2]));
        for (final LinearSolver linear : LinearSolver.values()) {
            compile(Variant.DEFAULT.with(linear));
        }
        for (final Variant variant : Variant.all()) {
            for (final String name : LithiumBorate.CASES) {
                if (System.nanoTime() < end) {
                    study.run(name, variant, ReferenceProfile.read(Path.of(args[1], name + ".csv")));
                }
            }
        }
        final Path out = Path.of(args[0]);
        Files.writeString(out.resolve("work-precision.csv"), study.csv());
        Files.writeString(out.resolve("work-precision.svg"), study.svg());
        Files.writeString(out.resolve("work-precision-tables.md"), study.tables());
    }

    private static void compile(Variant variant) {
        final Variant.Size size = variant.sizes().get(0);
        for (final String name : LithiumBorate.CASES) {
            final ExampleProblem problem = ExampleProblem.of(name);
            final NppProblem nodes = problem.on(variant.mesh(problem.thickness(), size));
            final NppSolver solver = NppSolver.of(variant.options(size));
            Timed.of(() -> evolve(solver, nodes, problem.duration()), 1);
        }
    }

    private void run(String example, Variant variant, ReferenceProfile reference) {
        final ExampleProblem problem = ExampleProblem.of(example);
        for (final Variant.Size size : variant.sizes()) {
            final NppProblem nodes = problem.on(variant.mesh(problem.thickness(), size));
            final NppSolver solver = NppSolver.of(variant.options(size));
            final Timed<Trajectory> run = Timed.of(() -> evolve(solver, nodes, problem.duration()), BUDGET);
            final RunStatistics statistics = run.result().statistics();
            final boolean complete = statistics.termination() == Termination.COMPLETED;
            runs.add(new Run(
                    example,
                    variant,
                    size,
                    complete ? reference.difference(run.result().finalState(), problem.bulkDensity()) : Double.NaN,
                    complete ? run.seconds() : Double.NaN,
                    statistics.timeSteps(),
                    statistics.newtonIterations()));
        }
    }

    private static Trajectory evolve(NppSolver solver, NppProblem problem, double duration) {
        try {
            return solver.evolve(problem, duration);
        } catch (SimulationException e) {
            return e.partial();
        }
    }

    private String csv() {
        final StringBuilder out = new StringBuilder(
                "case,edge_flux,mesh,integrator,poisson,linear_solver,nodes,tolerance,l1_error,milliseconds,steps,newton_iterations\n");
        for (final Run run : runs) {
            out.append(String.format(
                    Locale.ROOT,
                    "%s,%s,%s,%s,%s,%s,%d,%.1e,%.3e,%.3f,%d,%d%n",
                    run.example(),
                    Variant.word(run.variant().edges()),
                    Variant.word(run.variant().mesh()),
                    Variant.word(run.variant().integrator()),
                    Variant.word(run.variant().poisson()),
                    Variant.word(run.variant().linear()),
                    run.size().nodes(),
                    run.size().tolerance(),
                    run.error(),
                    1e3 * run.seconds(),
                    run.steps(),
                    run.iterations()));
        }
        return out.toString();
    }

    private String svg() {
        final List<Chart> charts = new ArrayList<>();
        for (final String example : LithiumBorate.CASES) {
            Chart chart = Chart.of(Axis.log("Time (ms)", 0.2, 2e3), Axis.log("L1 error", 1e-5, 0.1))
                    .title(example.substring(0, 1).toUpperCase(Locale.ROOT) + example.substring(1))
                    .size(WIDTH, HEIGHT);
            for (int s = 0; s < DRAWN.size(); s++) {
                final Drawn drawn = DRAWN.get(s);
                final List<Run> shown = runs.stream()
                        .filter(run -> run.example().equals(example)
                                && run.variant().title().equals(drawn.title())
                                && run.error() > 0)
                        .toList();
                chart = chart.with(Series.line(
                                drawn.label(),
                                shown.stream()
                                        .mapToDouble(run -> 1e3 * run.seconds())
                                        .toArray(),
                                shown.stream().mapToDouble(Run::error).toArray())
                        .style(s));
            }
            charts.add(chart);
        }
        return Chart.row(charts);
    }

    /** For each combination the least time in which it gets below an L1 error of 1e-3. */
    private String tables() {
        final StringBuilder out = new StringBuilder(
                "| edge flux, mesh, integrator, Poisson, linear solver | K | Rb | Cs |\n|---|---|---|---|\n");
        for (final Variant variant : Variant.all()) {
            out.append("| ").append(variant.title()).append(" |");
            for (final String example : LithiumBorate.CASES) {
                out.append(runs.stream()
                        .filter(run ->
                                run.example().equals(example) && run.variant().equals(variant) && run.error() <= 1e-3)
                        .min((a, b) -> Double.compare(a.seconds(), b.seconds()))
                        .map(run -> String.format(
                                Locale.ROOT,
                                " %.1f ms, L1 %.1e, %d nodes |",
                                1e3 * run.seconds(),
                                run.error(),
                                run.size().nodes()))
                        .orElse(" – |"));
            }
            out.append('\n');
        }
        return out.toString();
    }
}
