package org.npp.cait.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.npp.cait.casefile.CaseSchema;
import org.npp.cait.quantity.NearestName;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code npp schema}: prints the JSON Schema of case files. */
@Command(
        name = "schema",
        description = "Prints the JSON Schema of case files, with ranges in SI units.",
        footer = {"", "Example:", "  npp schema case > case.schema.json"})
final class SchemaCommand implements Callable<Integer> {
    /** Set by the command line. */
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    /** Set by the command line. */
    @Parameters(paramLabel = "KIND", arity = "0..1", defaultValue = "case", description = "case (the default).")
    private String kind = "case";

    /** Set by the command line. */
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        final CommandLine line = spec.commandLine();
        if (kind.equals("study")) {
            throw new ParameterException(line, "study is not available in this version; available: case");
        }
        if (!kind.equals("case")) {
            throw new ParameterException(line, "no schema of '" + kind + "'" + NearestName.hint(kind, List.of("case")));
        }
        line.getOut().print(CaseSchema.text());
        line.getOut().flush();
        return ExitCode.DONE;
    }
}
