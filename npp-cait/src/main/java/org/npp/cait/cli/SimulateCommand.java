package org.npp.cait.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.npp.cait.CaitResult;
import org.npp.cait.casefile.CaseException;
import org.npp.cait.casefile.CaseFile;
import org.npp.cait.output.OutputException;
import org.npp.cait.output.ResultDirectory;
import org.npp.core.Failure;
import org.npp.core.Termination;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code npp simulate}: runs a case and writes its results. */
@Command(
        name = "simulate",
        description = "Runs a case, one or more stages, and writes profile.csv, history.csv, summary.json, report.html"
                + " and case.yaml (resolved to SI units, runs again anywhere).",
        footer = {"", "Example:", "  npp simulate examples/lithium-borate/k.yaml --out out/k"})
final class SimulateCommand implements Callable<Integer> {
    /** Runs the case. */
    private final CaseRunner runner;

    /** Whether standard error is a terminal. */
    private final boolean terminal;

    /** Options. */
    @Mixin
    private CommonOptions common = new CommonOptions();

    /** Set by the command line. */
    @Parameters(paramLabel = "CASE.yaml", description = "The case.")
    private Path file = Path.of("");

    /** Set by the command line. */
    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Directory for the results.")
    private Path out = Path.of("");

    /** Set by the command line. */
    @Option(names = "--nodes", paramLabel = "N", description = "Number of mesh nodes, instead of the case's.")
    private Optional<Integer> nodes = Optional.empty();

    /** Set by the command line. */
    @Option(
            names = "--tolerance",
            paramLabel = "R",
            description = "Aim for the error of the profiles, in (0, 0.5], instead of the case's.")
    private Optional<Double> tolerance = Optional.empty();

    /** Set by the command line. */
    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Most threads to use, at least 1; one simulation uses one.")
    private Optional<Integer> threads = Optional.empty();

    /** Set by the command line. */
    @Option(names = "--force", description = "Overwrite results that are already in the directory.")
    private boolean force;

    /** Set by the command line. */
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private SimulateCommand(CaseRunner runner, boolean terminal) {
        this.runner = runner;
        this.terminal = terminal;
    }

    static SimulateCommand of(CaseRunner runner, boolean terminal) {
        return new SimulateCommand(runner, terminal);
    }

    @Override
    public Integer call() {
        final PrintWriter err = spec.commandLine().getErr();
        final Report report = Report.of(spec.commandLine().getOut(), err, common.json);
        try {
            final CaseFile read = withOptions(CaseFile.read(file));
            report.lines(read.warnings(), "warning: ");
            final ResultDirectory directory = ResultDirectory.prepare(out, force);
            return run(read, directory, report);
        } catch (CaseException e) {
            report.errors("case", e.errors());
        } catch (OutputException e) {
            report.error("output", String.valueOf(e.getMessage()));
        } catch (IOException e) {
            report.error("output", "the results can't be written: " + e);
        }
        return ExitCode.WRONG_INPUT;
    }

    private CaseFile withOptions(CaseFile read) {
        if (threads.filter(n -> n < 1).isPresent()) {
            throw new ParameterException(spec.commandLine(), "--threads must be >= 1: " + threads.get());
        }
        try {
            final CaseFile changed = nodes.isPresent() ? read.withNodes(nodes.get()) : read;
            return tolerance.isPresent() ? changed.withTolerance(tolerance.get()) : changed;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--" + e.getMessage(), e);
        }
    }

    private int run(CaseFile read, ResultDirectory directory, Report report) throws IOException {
        try (Interruption interruption = Interruption.install()) {
            final CaitResult result;
            try (ProgressDisplay progress = display()) {
                result = runner.run(read.experiment(), progress, interruption::requested);
            }
            if (cancelled(result) || !write(interruption, result, read, directory)) {
                return ExitCode.INTERRUPTED;
            }
            return tell(result, read, report);
        }
    }

    /** Writes the results; an interrupt takes their staging place away, which is not an error. */
    private static boolean write(Interruption interruption, CaitResult result, CaseFile read, ResultDirectory directory)
            throws IOException {
        try {
            return interruption.write(() -> directory.write(result, read.yaml(), read.sha256()));
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
        return terminal
                ? ProgressDisplay.bar()
                : ProgressDisplay.lines(spec.commandLine().getErr(), System::nanoTime);
    }

    private int tell(CaitResult result, CaseFile read, Report report) {
        final Optional<String> failure = result.failure().map(f -> f.message() + "; what was computed is in " + out);
        if (common.json) {
            final ObjectNode summary = ResultDirectory.summary(result, read.sha256());
            failure.ifPresent(message -> summary.set("error", Report.node("numerics", message)));
            report.print(summary);
        } else {
            final PrintWriter err = spec.commandLine().getErr();
            result.warnings().forEach(w -> err.println("warning: " + w.code() + ": " + w.message()));
            failure.ifPresent(message -> report.error("numerics", message));
            if (!common.quiet) {
                SummaryTable.print(result, out, spec.commandLine().getOut());
            }
        }
        return failure.isPresent() ? ExitCode.NUMERICS : ExitCode.DONE;
    }
}
