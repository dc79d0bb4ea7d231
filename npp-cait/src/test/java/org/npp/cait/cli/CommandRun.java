package org.npp.cait.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.npp.cait.CaitSimulation;

/**
 * What a command line did.
 *
 * @param code exit code
 * @param out standard output
 * @param err standard error
 */
record CommandRun(int code, String out, String err) {
    /** The simulation itself. */
    static final CaseRunner SIMULATION =
            (experiment, progress, cancelled) -> CaitSimulation.of(experiment).run(progress, cancelled);

    static CommandRun of(String... args) {
        return with(SIMULATION, false, args);
    }

    static CommandRun with(CaseRunner runner, boolean terminal, String... args) {
        final StringWriter out = new StringWriter();
        final StringWriter err = new StringWriter();
        final int code = NppCommand.run(args, new PrintWriter(out), new PrintWriter(err), runner, terminal);
        return new CommandRun(
                code, out.toString().replace("\r\n", "\n"), err.toString().replace("\r\n", "\n"));
    }
}
