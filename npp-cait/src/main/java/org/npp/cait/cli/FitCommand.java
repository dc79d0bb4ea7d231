package org.npp.cait.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.npp.cait.casefile.CaseException;
import org.npp.cait.fit.FitException;
import org.npp.cait.fit.FitResult;
import org.npp.cait.fit.FittedCurves;
import org.npp.cait.output.FitFiles;
import org.npp.cait.output.OutputException;
import org.npp.cait.studyfile.StudyFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code npp fit}: fits parameters of cases to measured profiles and writes what it found. */
@Command(
        name = "fit",
        description = "Fits site energy distributions, diffusivities and other numbers of one or several cases to"
                + " measured profiles, currents, potentials and doses, and writes fit.json, sed.csv, diffusivity.csv,"
                + " profiles.csv and report.html.",
        footer = {"", "Example:", "  npp fit examples/lithium-borate/study.yaml --out out/study"})
final class FitCommand implements Callable<Integer> {
    /** Options. */
    @Mixin
    private CommonOptions common = new CommonOptions();

    /** Set by the command line. */
    @Parameters(paramLabel = "STUDY.yaml", description = "The study.")
    private Path file = Path.of("");

    /** Set by the command line. */
    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Directory for the results.")
    private Path out = Path.of("");

    /** Set by the command line. */
    @Option(names = "--force", description = "Overwrite results that are already in the directory.")
    private boolean force;

    /** Set by the command line. */
    @Option(
            names = "--resume",
            description = "Continue the bootstrap or MCMC of the same study that was interrupted in the directory.")
    private boolean resume;

    /** Set by the command line. */
    @Option(names = "--threads", paramLabel = "N", description = "Most threads to use, at least 1; all by default.")
    private int threads = Runtime.getRuntime().availableProcessors();

    /** Whether standard error is a terminal. */
    private final boolean terminal;

    /** Set by the command line. */
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /**
     * Creates the command.
     *
     * @param terminal whether standard error is a terminal
     */
    FitCommand(boolean terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        final Report report =
                Report.of(spec.commandLine().getOut(), spec.commandLine().getErr(), common.json);
        if (threads < 1) {
            throw new ParameterException(spec.commandLine(), "--threads must be >= 1: " + threads);
        }
        if (force && resume) {
            throw new ParameterException(spec.commandLine(), "--force begins anew, --resume continues: choose one");
        }
        try (Interruption interruption = Interruption.install();
                FitDisplay display = display()) {
            final StudyFile study = StudyFile.read(file);
            final FitRun run =
                    FitRun.of(study, out, force, resume, threads, display, interruption::requested, System::nanoTime);
            // an interrupt ends the fit early, which then keeps the best it has
            return interruption.finish(() -> fit(study, run, display, interruption, report));
        } catch (CaseException e) {
            report.errors("study", e.errors());
        } catch (OutputException e) {
            report.error("output", String.valueOf(e.getMessage()));
        }
        return ExitCode.WRONG_INPUT;
    }

    private FitDisplay display() {
        if (common.quiet) {
            return FitDisplay.none();
        }
        return terminal
                ? FitDisplay.bar(System.err, System::nanoTime)
                : FitDisplay.lines(spec.commandLine().getErr(), System::nanoTime);
    }

    private int fit(StudyFile study, FitRun run, FitDisplay display, Interruption interruption, Report report) {
        try {
            final FitResult result = call(run, display);
            tell(study, result, report);
            return interruption.requested() ? ExitCode.INTERRUPTED : ExitCode.DONE;
        } catch (OutputException e) {
            report.error("output", String.valueOf(e.getMessage()));
            return ExitCode.WRONG_INPUT;
        } catch (FitException e) {
            report.error("numerics", String.valueOf(e.getMessage()));
            return interruption.requested() ? ExitCode.INTERRUPTED : ExitCode.NUMERICS;
        }
    }

    /** Fits; the last line of the progress is there before anything else is said. */
    private static FitResult call(FitRun run, FitDisplay display) throws FitException, OutputException {
        try {
            return run.call();
        } finally {
            display.close();
        }
    }

    private void tell(StudyFile study, FitResult result, Report report) {
        if (common.json) {
            report.print(FitFiles.json(result, FittedCurves.of(result), study.sha256()));
            return;
        }
        final PrintWriter err = spec.commandLine().getErr();
        result.warnings().forEach(w -> err.println("warning: " + w.code() + ": " + w.message()));
        err.flush();
        if (!common.quiet) {
            final PrintWriter to = spec.commandLine().getOut();
            to.println(study.title());
            result.estimates().forEach(e -> to.println(row(e)));
            to.println(String.format(
                    Locale.ROOT,
                    "  chi squared %.4g, %d degrees of freedom, %d model runs (%s) in %.3g s",
                    result.numbers().chiSquared(),
                    result.numbers().degreesOfFreedom(),
                    result.numbers().modelRuns(),
                    result.numbers().work().stream()
                            .map(w -> w.part() + " " + w.modelRuns())
                            .collect(Collectors.joining(", ")),
                    result.numbers().seconds()));
            result.comparison().filter(c -> c.rivals().size() > 1).ifPresent(c -> to.println("  " + c.sentence()));
            to.println("  results in " + out);
            to.flush();
        }
    }

    private static String row(FitResult.Estimate e) {
        final double unit = e.parameter().unitValue();
        if (e.status() == FitResult.Status.NOT_IDENTIFIABLE) {
            return String.format(
                    Locale.ROOT, "  %-28s not identifiable: %s", e.parameter().name(), e.reason());
        }
        return String.format(
                Locale.ROOT,
                "  %-28s %.5g %s, 95 %%: %.5g to %.5g (%s)",
                e.parameter().name(),
                e.value() / unit,
                e.parameter().unit(),
                e.low() / unit,
                e.high() / unit,
                e.status().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                        + (e.reason().isEmpty() ? "" : ": " + e.reason()));
    }
}
