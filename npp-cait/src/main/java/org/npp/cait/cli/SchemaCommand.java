package org.npp.cait.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.npp.cait.casefile.CaseSchema;
import org.npp.cait.quantity.NearestName;
import org.npp.cait.studyfile.StudySchema;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code npp schema}: prints the JSON Schema of case or study files. */
@Command(
        name = "schema",
        description = "Prints the JSON Schema of case or study files, with ranges in SI units.",
        footer = {"", "Example:", "  npp schema case > case.schema.json"})
final class SchemaCommand implements Callable<Integer> {
    /** Set by the command line. */
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    /** Set by the command line. */
    @Parameters(
            paramLabel = "KIND",
            arity = "0..1",
            defaultValue = "case",
            description = "case (the default) or study.")
    private String kind = "case";

    /** Set by the command line. */
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        final CommandLine line = spec.commandLine();
        if (!kind.equals("case") && !kind.equals("study")) {
            throw new ParameterException(
                    line, "no schema of '" + kind + "'" + NearestName.hint(kind, List.of("case", "study")));
        }
        line.getOut().print(kind.equals("case") ? CaseSchema.text() : StudySchema.text());
        line.getOut().flush();
        return ExitCode.DONE;
    }
}
