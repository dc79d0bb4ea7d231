package org.npp.cait.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.npp.cait.casefile.CaseException;
import org.npp.cait.casefile.CaseFile;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options of every command that runs a case. */
final class RunOptions {
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

    /** Set by the command line: the command that has these options. */
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    Path out() {
        return out;
    }

    boolean force() {
        return force;
    }

    /** Tells whether an option was given that only a run of a case has. */
    boolean changesRun() {
        return nodes.isPresent() || tolerance.isPresent() || threads.isPresent();
    }

    /** Reads a case, with what the options change in it. */
    CaseFile read(Path file) throws CaseException {
        final CaseFile read = CaseFile.read(file);
        if (threads.filter(n -> n < 1).isPresent()) {
            throw new ParameterException(command.commandLine(), "--threads must be >= 1: " + threads.get());
        }
        try {
            final CaseFile changed = nodes.isPresent() ? read.withNodes(nodes.get()) : read;
            return tolerance.isPresent() ? changed.withTolerance(tolerance.get()) : changed;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), "--" + e.getMessage(), e);
        }
    }
}
