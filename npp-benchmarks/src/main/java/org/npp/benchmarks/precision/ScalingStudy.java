package org.npp.benchmarks.precision;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.npp.core.Ion;
import org.npp.core.NppProblem;
import org.npp.core.NppSolver;
import org.npp.core.PhysicalConstants;
import org.npp.core.RunStatistics;
import org.npp.core.SolverOptions;
import org.npp.core.boundary.Boundary;
import org.npp.core.boundary.Drive;
import org.npp.core.boundary.ElectricCondition;
import org.npp.core.boundary.IonCondition;
import org.npp.core.mesh.Mesh;
import org.npp.core.transport.ConstantDiffusivity;
import org.npp.core.transport.DiffusivityLaw;
import org.npp.sed.GaussianSed;
import org.npp.sed.PopulatedSed;
import org.npp.sed.SedDiffusivity;

/** How the cost of a run grows with nodes, front width, time and ions: an exchange as in the examples, one thing varied. */
public final class ScalingStudy {
    private static final double BULK = 1.41e28;
    private static final double TEMPERATURE = 300;
    private static final double THICKNESS = 0.5e-3;
    private static final double VELOCITY = 5e-13;
    private static final double DURATION = 2e5;
    private static final double RUBIDIUM = 3.0e-22;
    private static final int NODES = 60;
    private static final double BUDGET = 1.5;

    private static final DiffusivityLaw NATIVE = SedDiffusivity.of(
            PopulatedSed.of(GaussianSed.ofFwhm(0.25 * PhysicalConstants.ELEMENTARY_CHARGE), BULK, 0.10, 0), 1e-17);

    /** No instances. */
    private ScalingStudy() {}

    /**
     * Prints a table for everything that is varied.
     *
     * @param args none
     */
    public static void main(String[] args) {
        run(NODES, RUBIDIUM, DURATION, 2, 3 * BUDGET); // compiles
        head("nodes");
        for (final int nodes : new int[] {100, 1000, 10_000, 100_000}) {
            line(Integer.toString(nodes), run(nodes, RUBIDIUM, DURATION, 2, BUDGET));
        }
        head("width of the front, nm");
        for (final double width : new double[] {40, 4, 0.4, 0.04, 4e-3, 4e-4, 2e-4}) {
            line(String.format(Locale.ROOT, "%.2g", width), run(NODES, 1e-9 * width * VELOCITY, DURATION, 2, BUDGET));
        }
        head("duration, of the example's");
        for (final double share : new double[] {0.1, 1, 10, 100}) {
            line(String.format(Locale.ROOT, "%.3g", share), run(NODES, RUBIDIUM, share * DURATION, 2, BUDGET));
        }
        head("ions");
        for (int ions = 2; ions <= 6; ions++) {
            line(Integer.toString(ions), run(NODES, RUBIDIUM, DURATION, ions, BUDGET));
        }
        memory();
    }

    private static void head(String what) {
        System.out.printf(
                Locale.ROOT,
                "%n| %s | ms | steps | Newton iterations | ns per node and iteration |%n|---|---|---|---|---|%n",
                what);
    }

    private static void line(String what, Run run) {
        final RunStatistics statistics = run.statistics();
        System.out.printf(
                Locale.ROOT,
                "| %s | %.2f | %d | %d | %.0f |%n",
                what,
                1e3 * run.seconds(),
                statistics.timeSteps(),
                statistics.newtonIterations(),
                1e9 * run.seconds() / statistics.newtonIterations() / statistics.nodes());
    }

    private static void memory() {
        final com.sun.management.ThreadMXBean threads =
                (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        final long before = threads.getCurrentThreadAllocatedBytes();
        once(NODES, RUBIDIUM, DURATION, 2);
        System.out.printf(
                Locale.ROOT,
                "%nAllocated by one run: %d kB%n",
                (threads.getCurrentThreadAllocatedBytes() - before) / 1000);
    }

    private record Run(double seconds, RunStatistics statistics) {}

    private static Run run(int nodes, double foreign, double duration, int ions, double budget) {
        final long begin = System.nanoTime();
        double best = Double.POSITIVE_INFINITY;
        while (true) {
            final long start = System.nanoTime();
            final RunStatistics statistics = once(nodes, foreign, duration, ions);
            final long end = System.nanoTime();
            best = Math.min(best, 1e-9 * (end - start));
            if (1e-9 * (end - begin) > budget) {
                return new Run(best, statistics);
            }
        }
    }

    /** Ions beyond the second are there in name only: what they cost is their unknowns. */
    private static RunStatistics once(int nodes, double foreign, double duration, int ions) {
        final IonCondition[] front = new IonCondition[ions];
        final IonCondition[] back = new IonCondition[ions];
        final NppProblem.Builder builder = NppProblem.builder()
                .temperature(TEMPERATURE)
                .permittivity(10 * PhysicalConstants.VACUUM_PERMITTIVITY)
                .mesh(Mesh.uniform(THICKNESS, nodes));
        for (int i = 0; i < ions; i++) {
            front[i] = i == 1 ? IonCondition.neutral() : IonCondition.blocked();
            back[i] = i == 0 ? IonCondition.discharged() : IonCondition.blocked();
            builder.ion(
                    i == 0
                            ? Ion.of("native", 1, BULK, NATIVE)
                            : Ion.of("foreign " + i, 1, 0, ConstantDiffusivity.of(foreign)));
        }
        final double current = PhysicalConstants.ELEMENTARY_CHARGE * BULK * VELOCITY;
        builder.front(Boundary.of(new ElectricCondition.Attachment(1, Drive.constant(current)), front));
        builder.back(Boundary.of(ElectricCondition.potential(0), back));
        return NppSolver.of(SolverOptions.defaults())
                .evolve(builder.build(), duration)
                .statistics();
    }
}
