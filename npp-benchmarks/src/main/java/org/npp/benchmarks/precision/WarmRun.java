package org.npp.benchmarks.precision;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.npp.benchmarks.LithiumBorate;
import org.npp.cait.CaitCase;
import org.npp.cait.CaitResult;
import org.npp.cait.CaitSimulation;
import org.npp.core.RunStatistics;

/** One example case with default numerics, warm: what the programs in {@code peers} are compared to. */
public final class WarmRun {
    /** No instances. */
    private WarmRun() {}

    /**
     * Runs a case for some time and prints the shortest run [s], nodes, steps, iterations and the L1 error.
     *
     * @param args name of the case, seconds to run, reference profile
     * @throws IOException if the reference can't be read
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 3) {
            throw new IllegalArgumentException("arguments: case, seconds, reference.csv");
        }
        final CaitCase experiment = LithiumBorate.read(args[0]);
        final ReferenceProfile reference = ReferenceProfile.read(Path.of(args[2]));
        final CaitSimulation simulation = CaitSimulation.of(experiment);
        final Timed<CaitResult> run = Timed.of(simulation::runOnce, Double.parseDouble(args[1]));
        final RunStatistics statistics = run.result().statistics();
        System.out.println(String.format(
                Locale.ROOT,
                "%.6f %d %d %d %.3e",
                run.seconds(),
                statistics.nodes(),
                statistics.timeSteps(),
                statistics.newtonIterations(),
                reference.difference(run.result().finalState(), experiment.bulkDensity())));
    }
}
