package org.npp.cait.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.npp.cait.CaitResult;
import org.npp.cait.casefile.CaseException;
import org.npp.cait.casefile.CaseFile;
import org.npp.cait.measure.GaussianResolution;
import org.npp.cait.measure.MeasuredProfile;
import org.npp.cait.measure.SyntheticProfile;
import org.npp.cait.output.OutputException;
import org.npp.cait.output.SyntheticTable;
import org.npp.cait.report.ExchangeZone;
import org.npp.cait.report.Provenance;
import org.npp.core.Failure;
import org.npp.core.Termination;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code npp synthesize}: makes up a measured profile. */
@Command(
        name = "synthesize",
        description = "Runs a case and makes up a measured profile of it: broadened, counted in channels with Poisson"
                + " noise, and marked as synthetic. The same seed gives the same file.",
        footer = {
            "",
            "Example:",
            "  npp synthesize examples/lithium-borate/k.yaml --out k-profile.csv --seed 1 --depth-resolution 3nm"
        })
final class SynthesizeCommand implements Callable<Integer> {
    private final CaseRunner runner;
    private final boolean terminal;

    /** Options. */
    @Mixin
    private CommonOptions common = new CommonOptions();

    /** Set by the command line. */
    @Parameters(paramLabel = "CASE.yaml", description = "The case.")
    private Path file = Path.of("");

    /** Set by the command line. */
    @Option(names = "--out", required = true, paramLabel = "FILE.csv", description = "File for the profile.")
    private Path out = Path.of("");

    /** Set by the command line. */
    @Option(names = "--seed", paramLabel = "N", description = "Seed of the noise; 1 if it is missing.")
    private long seed = 1;

    /** Set by the command line. */
    @Option(
            names = "--depth-resolution",
            paramLabel = "LENGTH",
            description =
                    "Full width at half maximum of a Gaussian depth resolution, 3nm if it is missing; 0nm for none.")
    private String resolution = "3nm";

    /** Set by the command line. */
    @Option(
            names = "--counts",
            paramLabel = "N",
            description = "Expected counts at bulk density per channel, in [1, 1e8]; 1e4 if it is missing.")
    private double counts = 1e4;

    /** Set by the command line. */
    @Option(names = "--spacing", paramLabel = "LENGTH", description = "Width of a channel; 1nm if it is missing.")
    private String spacing = "1nm";

    /** Set by the command line. */
    @Option(names = "--force", description = "Overwrite a file that exists.")
    private boolean force;

    /** Set by the command line. */
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private SynthesizeCommand(CaseRunner runner, boolean terminal) {
        this.runner = runner;
        this.terminal = terminal;
    }

    static SynthesizeCommand of(CaseRunner runner, boolean terminal) {
        return new SynthesizeCommand(runner, terminal);
    }

    @Override
    public Integer call() {
        final PrintWriter err = spec.commandLine().getErr();
        final Report report = Report.of(spec.commandLine().getOut(), err, common.json);
        final SyntheticProfile how = how();
        try {
            final CaseFile read = CaseFile.read(file);
            report.lines(read.warnings(), "warning: ");
            return run(read, how, SyntheticTable.prepare(out, force), report);
        } catch (CaseException e) {
            report.errors("case", e.errors());
        } catch (OutputException e) {
            report.error("output", String.valueOf(e.getMessage()));
        } catch (IOException e) {
            report.error("output", "the profile can't be written: " + e);
        }
        return ExitCode.WRONG_INPUT;
    }

    private SyntheticProfile how() {
        final double fwhm = length("--depth-resolution", resolution);
        final double step = length("--spacing", spacing);
        try {
            return new SyntheticProfile(GaussianResolution.of(fwhm), counts, step, seed);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--" + e.getMessage(), e);
        }
    }

    private double length(String option, String text) {
        return LengthOption.parse(spec.commandLine(), option, text);
    }

    private int run(CaseFile read, SyntheticProfile how, SyntheticTable table, Report report) throws IOException {
        try (Interruption interruption = Interruption.install()) {
            final CaitResult result;
            try (ProgressDisplay progress = common.quiet
                    ? ProgressDisplay.none()
                    : terminal
                            ? ProgressDisplay.bar()
                            : ProgressDisplay.lines(spec.commandLine().getErr(), System::nanoTime)) {
                result = runner.run(read.experiment().forData(), progress, interruption::requested);
            }
            if (result.failure().isPresent()) {
                return failed(result.failure().get(), report);
            }
            final MeasuredProfile profile = measure(how, result);
            if (!interruption.write(() -> table.write(profile, how, read.sha256()))) {
                return ExitCode.INTERRUPTED;
            }
            tell(profile, how, read, report);
            return ExitCode.DONE;
        }
    }

    private MeasuredProfile measure(SyntheticProfile how, CaitResult result) {
        try {
            return how.of(result, ExchangeZone.of(result).depthShown());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--" + e.getMessage(), e);
        }
    }

    private static int failed(Failure failure, Report report) {
        if (failure.termination() == Termination.CANCELLED) {
            return ExitCode.INTERRUPTED;
        }
        report.error("numerics", failure.message() + "; no profile was written");
        return ExitCode.NUMERICS;
    }

    private void tell(MeasuredProfile profile, SyntheticProfile how, CaseFile read, Report report) {
        final int channels = profile.depths().length;
        if (common.json) {
            final ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.put("version", Provenance.programVersion());
            json.put("case_sha256", read.sha256());
            json.put("synthetic", true);
            json.put("seed", how.seed());
            json.put("counts", how.counts());
            json.put("spacing_m", how.spacing());
            json.put("channels", channels);
            json.put("file", out.toString());
            report.print(json);
        } else if (!common.quiet) {
            spec.commandLine()
                    .getOut()
                    .println(String.format(
                            Locale.ROOT,
                            "%s: synthetic profile of %s, %d channels of %s, %s counts at bulk density, seed %d",
                            out,
                            String.join(", ", profile.ions()),
                            channels,
                            spacing,
                            how.counts(),
                            how.seed()));
        }
    }
}
