package org.npp.cait.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** The program with a simulation that ends only when it is cancelled, and then with a result. */
final class EndlessRun {
    /** Printed when the simulation runs. */
    static final String STARTED = "started";

    /** Only run. */
    private EndlessRun() {}

    /**
     * Runs it.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        final PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        final CaseRunner endless = (experiment, progress, cancelled) -> {
            out.println(STARTED);
            while (!cancelled.getAsBoolean()) {
                Thread.onSpinWait();
            }
            return CommandRun.SIMULATION.run(experiment, progress, () -> false);
        };
        System.exit(
                NppCommand.run(args, out, new PrintWriter(System.err, true, StandardCharsets.UTF_8), endless, false));
    }
}
