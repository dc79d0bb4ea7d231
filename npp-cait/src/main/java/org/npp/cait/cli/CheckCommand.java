package org.npp.cait.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.npp.cait.casefile.CaseError;
import org.npp.cait.casefile.CaseException;
import org.npp.cait.casefile.CaseFile;
import org.npp.cait.studyfile.StudyFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code npp check}: validates a case or study without running it. */
@Command(
        name = "check",
        description = "Validates a case or study and the files it names, without running it. All errors are shown.",
        footer = {"", "Example:", "  npp check examples/lithium-borate/k.yaml"})
final class CheckCommand implements Callable<Integer> {
    /** Options. */
    @Mixin
    private CommonOptions common = new CommonOptions();

    /** Set by the command line. */
    @Parameters(paramLabel = "CASE.yaml", description = "The case, or a study.")
    private Path file = Path.of("");

    /** Set by the command line. */
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<CaseError> errors = List.of();
        List<CaseError> warnings = List.of();
        try {
            if (StudyFile.isStudy(file)) {
                StudyFile.read(file);
            } else {
                warnings = CaseFile.read(file).warnings();
            }
        } catch (CaseException e) {
            errors = e.errors();
        }
        final PrintWriter out = spec.commandLine().getOut();
        final Report report = Report.of(out, spec.commandLine().getErr(), common.json);
        if (common.json) {
            final ObjectNode answer = JsonNodeFactory.instance.objectNode().put("valid", errors.isEmpty());
            answer.set("errors", Report.list("case", errors));
            answer.set("warnings", Report.list("case", warnings));
            report.print(answer);
        } else {
            report.lines(errors, "");
            report.lines(warnings, "warning: ");
            if (errors.isEmpty() && !common.quiet) {
                out.println(file + ": valid");
                out.flush();
            }
        }
        return errors.isEmpty() ? ExitCode.DONE : ExitCode.WRONG_INPUT;
    }
}
