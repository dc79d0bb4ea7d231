package org.npp.cait.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.npp.cait.CaitResult;
import org.npp.cait.casefile.CaseException;
import org.npp.cait.casefile.CaseFile;
import org.npp.cait.output.OutputException;
import org.npp.cait.output.ResultDirectory;
import org.npp.core.Failure;
import org.npp.core.Termination;
import picocli.CommandLine.Model.CommandSpec;

/**
 * A run of a case from the command line: reads, runs, writes and tells, and gives the exit code. What is written is up to
 * the command.
 */
final class CaseRun {
    /** Runs the case. */
    private final CaseRunner runner;

    /** Whether standard error is a terminal. */
    private final boolean terminal;

    private final CommonOptions common;

    private final RunOptions options;

    /** Standard output. */
    private final PrintWriter out;

    /** Standard error. */
    private final PrintWriter err;

    private final Report report;

    private CaseRun(
            CaseRunner runner,
            boolean terminal,
            CommonOptions common,
            RunOptions options,
            PrintWriter out,
            PrintWriter err) {
        this.runner = runner;
        this.terminal = terminal;
        this.common = common;
        this.options = options;
        this.out = out;
        this.err = err;
        this.report = Report.of(out, err, common.json);
    }

    static CaseRun of(
            CaseRunner runner, boolean terminal, CommonOptions common, RunOptions options, CommandSpec command) {
        return new CaseRun(
                runner,
                terminal,
                common,
                options,
                command.commandLine().getOut(),
                command.commandLine().getErr());
    }

    /**
     * Does it all.
     *
     * @param file the case
     * @param kind what is written
     * @param evaluation makes it of a run that was not interrupted
     * @return exit code
     */
    int call(Path file, ResultDirectory.Kind kind, Function<CaitResult, Outcome> evaluation) {
        try {
            final CaseFile read = options.read(file);
            report.lines(read.warnings(), "warning: ");
            return run(read, ResultDirectory.prepare(options.out(), kind, options.force()), evaluation);
        } catch (CaseException e) {
            report.errors("case", e.errors());
        } catch (OutputException e) {
            report.error("output", String.valueOf(e.getMessage()));
        } catch (IOException e) {
            report.error("output", "the results can't be written: " + e);
        }
        return ExitCode.WRONG_INPUT;
    }

    private int run(CaseFile read, ResultDirectory directory, Function<CaitResult, Outcome> evaluation)
            throws IOException {
        try (Interruption interruption = Interruption.install()) {
            final CaitResult result;
            try (ProgressDisplay progress = display()) {
                result = runner.run(read.experiment(), progress, interruption::requested);
            }
            if (cancelled(result)) {
                return ExitCode.INTERRUPTED;
            }
            final Outcome outcome = evaluation.apply(result);
            return write(interruption, outcome, read, directory) ? tell(outcome, read) : ExitCode.INTERRUPTED;
        }
    }

    /** Writes the results; an interrupt takes their staging place away, which is not an error. */
    private static boolean write(Interruption interruption, Outcome outcome, CaseFile read, ResultDirectory directory)
            throws IOException {
        try {
            return interruption.write(() -> outcome.write(directory, read));
        } catch (IOException e) {
            if (interruption.requested()) {
                return false;
            }
            throw e;
        }
    }

    private static boolean cancelled(CaitResult result) {
        return result.failure()
                .map(Failure::termination)
                .filter(Termination.CANCELLED::equals)
                .isPresent();
    }

    private ProgressDisplay display() {
        if (common.quiet) {
            return ProgressDisplay.none();
        }
        return terminal ? ProgressDisplay.bar() : ProgressDisplay.lines(err, System::nanoTime);
    }

    private int tell(Outcome outcome, CaseFile read) {
        final Optional<String> failure =
                outcome.result().failure().map(f -> f.message() + "; what was computed is in " + options.out());
        if (common.json) {
            final ObjectNode summary = outcome.summary(read);
            failure.ifPresent(message -> summary.set("error", Report.node("numerics", message)));
            report.print(summary);
        } else {
            outcome.result().warnings().forEach(w -> err.println("warning: " + w.code() + ": " + w.message()));
            failure.ifPresent(message -> report.error("numerics", message));
            if (!common.quiet) {
                outcome.print(options.out(), out);
            }
        }
        return failure.isPresent() ? ExitCode.NUMERICS : ExitCode.DONE;
    }
}
