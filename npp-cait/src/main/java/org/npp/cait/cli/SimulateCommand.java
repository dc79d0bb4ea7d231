package org.npp.cait.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.npp.cait.CaitResult;
import org.npp.cait.casefile.CaseFile;
import org.npp.cait.output.ResultDirectory;
import org.npp.cait.output.Summary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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

    /** Options. */
    @Mixin
    private RunOptions options = new RunOptions();

    /** Set by the command line. */
    @Parameters(paramLabel = "CASE.yaml", description = "The case.")
    private Path file = Path.of("");

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
        return CaseRun.of(runner, terminal, common, options, spec)
                .call(file, ResultDirectory.Kind.SIMULATE, Simulated::new);
    }

    /** The run itself. */
    private record Simulated(CaitResult result) implements Outcome {
        @Override
        public void write(ResultDirectory directory, CaseFile read) throws IOException {
            directory.write(result, read.yaml(), read.sha256());
        }

        @Override
        public ObjectNode summary(CaseFile read) {
            return Summary.of(result, read.sha256());
        }

        @Override
        public void print(Path directory, PrintWriter out) {
            SummaryTable.print(result, directory, out);
        }
    }
}
