package org.npp.cait.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.npp.cait.casefile.CaseException;
import org.npp.cait.casefile.CaseFile;
import org.npp.cait.casefile.ProfileFile;
import org.npp.cait.inversion.DirectInversion;
import org.npp.cait.inversion.InvertedProfile;
import org.npp.cait.measure.MeasuredProfile;
import org.npp.cait.output.InversionFiles;
import org.npp.cait.output.OutputException;
import org.npp.cait.output.ResultDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code npp invert}: diffusivities straight from a profile. */
@Command(
        name = "invert",
        description =
                "Inverts a measured profile without simulation: D(n) of the native ion and the sites behind it, with"
                        + " error bands and where they hold. Writes diffusivity.csv, sed.csv, summary.json and report.html.",
        footer = {"", "Example:", "  npp invert k-profile.csv --case k.yaml --out out/k-inverted --depth-resolution 3nm"
        })
final class InvertCommand implements Callable<Integer> {
    /** Options. */
    @Mixin
    private CommonOptions common = new CommonOptions();

    /** Set by the command line. */
    @Parameters(
            paramLabel = "PROFILE.csv",
            description = "The profile: depth_m or depth_nm, <ion>_fraction, <ion>_sigma if known.")
    private Path file = Path.of("");

    /** Set by the command line. */
    @Option(
            names = "--case",
            required = true,
            paramLabel = "CASE.yaml",
            description = "The case: current, duration, bulk density, D of the foreign ion, D of the bulk.")
    private Path caseFile = Path.of("");

    /** Set by the command line. */
    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Directory for the results.")
    private Path out = Path.of("");

    /** Set by the command line. */
    @Option(
            names = "--depth-resolution",
            paramLabel = "LENGTH",
            description =
                    "Full width at half maximum of the profile's depth resolution; keeps blurred depths out, and the"
                            + " front is inverted only if it is known.")
    private Optional<String> resolution = Optional.empty();

    /** Set by the command line. */
    @Option(names = "--force", description = "Overwrite results that are already in the directory.")
    private boolean force;

    /** Set by the command line. */
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        final PrintWriter err = spec.commandLine().getErr();
        final Report report = Report.of(spec.commandLine().getOut(), err, common.json);
        final OptionalDouble blur = resolution
                .map(text -> OptionalDouble.of(LengthOption.parse(spec.commandLine(), "--depth-resolution", text)))
                .orElse(OptionalDouble.empty());
        try {
            final CaseFile read = CaseFile.read(caseFile);
            report.lines(read.warnings(), "warning: ");
            final MeasuredProfile measured = ProfileFile.read(file, read.experiment());
            final ResultDirectory directory = ResultDirectory.prepare(out, ResultDirectory.Kind.INVERT, force);
            final InvertedProfile inverted = DirectInversion.invert(read.experiment(), measured, blur);
            InversionFiles.write(directory, inverted, measured, read);
            tell(inverted, measured, read, report);
            return ExitCode.DONE;
        } catch (CaseException e) {
            report.errors("case", e.errors());
        } catch (OutputException e) {
            report.error("output", String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            report.error("profile", file + ": " + e.getMessage());
        }
        return ExitCode.WRONG_INPUT;
    }

    private void tell(InvertedProfile inverted, MeasuredProfile measured, CaseFile read, Report report) {
        if (common.json) {
            report.print(InversionFiles.summary(inverted, measured, read.sha256()));
            return;
        }
        final PrintWriter err = spec.commandLine().getErr();
        inverted.warnings().forEach(w -> err.println("warning: " + w));
        err.flush();
        if (!common.quiet) {
            final PrintWriter writer = spec.commandLine().getOut();
            writer.println("D(n) of " + inverted.nativeIon() + " from "
                    + (measured.synthetic() ? "a synthetic profile" : "a profile") + " of " + inverted.foreignIon());
            InversionFiles.lines(inverted).forEach(writer::println);
            writer.println("  results            " + out + ", begin with " + out.resolve("report.html"));
            writer.flush();
        }
    }
}
