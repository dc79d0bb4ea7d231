package org.npp.cait.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.npp.cait.CaitResult;
import org.npp.cait.casefile.CaseFile;
import org.npp.cait.onsager.AssumedLaw;
import org.npp.cait.onsager.FinalCoefficients;
import org.npp.cait.output.ResultDirectory;
import org.npp.cait.output.Summary;
import org.npp.cait.quantity.NearestName;
import org.npp.cait.quantity.QuantityKind;
import org.npp.cait.quantity.QuantityParser;
import org.npp.onsager.HavenRatio;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code npp onsager}: runs a case and writes Onsager and related coefficients along its final profile. */
@Command(
        name = "onsager",
        description = {
            "Runs a case and writes coefficients along its final profile: onsager.csv (Onsager matrix, conductivity,"
                    + " transference numbers, tracer diffusion coefficients, Haven ratio) and summary.json.",
            "The run itself moves ions independently of each other. Cross coefficients and tracer diffusion follow from"
                    + " the law, which is an assumption.",
            "With --displacements: Onsager matrix, conductivity, transference numbers and, where the file has them, tracer"
                    + " diffusion coefficients and Haven ratio of a molecular dynamics run instead, with errors from the"
                    + " scatter of its blocks."
        },
        footer = {
            "",
            "Example:",
            "  npp onsager examples/lithium-borate/k.yaml --out out/k-onsager",
            "",
            "Example of a molecular dynamics run:",
            "  npp onsager --displacements examples/brownian/md.csv --from 2ps --out out/md",
            "FILE.csv has a product for every pair of ions (docs/displacements.md):",
            "  # temperature_K: 800",
            "  # volume_nm3: 27",
            "  # charge_Li: 1",
            "  # charge_K: 1",
            "  block,time_ps,product_Li_Li_A2,product_Li_K_A2,product_K_K_A2",
            "  1,1,0.67962,-0.16427,0.33997"
        })
final class OnsagerCommand implements Callable<Integer> {
    private static final String INDEPENDENT = "independent";
    private static final String COMMON = "common_haven_ratio";
    private static final String CAIT = "cait";

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
    @Parameters(arity = "0..1", paramLabel = "CASE.yaml", description = "The case.")
    private Optional<Path> file = Optional.empty();

    /** Set by the command line. */
    @Option(
            names = "--displacements",
            paramLabel = "FILE.csv",
            description = "Mean products of displacements of a molecular dynamics run, instead of a case.")
    private Optional<Path> displacements = Optional.empty();

    /** Set by the command line. */
    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "Where the window begins in which displacements are diffusive, 100ps for instance.")
    private Optional<String> from = Optional.empty();

    /** Set by the command line. */
    @Option(names = "--to", paramLabel = "TIME", description = "Where the window ends; without it at the last time.")
    private Optional<String> to = Optional.empty();

    /** Set by the command line. */
    @Option(
            names = "--law",
            paramLabel = "LAW",
            description =
                    "What to assume: independent (default; no cross coefficients, D* = D_sigma), common_haven_ratio"
                            + " (D* = H D_sigma for every ion, with the cross coefficients this needs) or cait (D* = D_sigma/2"
                            + " without cross coefficients, as published, which is not consistent).")
    private Optional<String> chosen = Optional.empty();

    /** Set by the command line. */
    @Option(
            names = "--haven-ratio",
            paramLabel = "H",
            description = "The Haven ratio H to assume, > 0; with common_haven_ratio only.")
    private Optional<Double> havenRatio = Optional.empty();

    /** Set by the command line. */
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private OnsagerCommand(CaseRunner runner, boolean terminal) {
        this.runner = runner;
        this.terminal = terminal;
    }

    static OnsagerCommand of(CaseRunner runner, boolean terminal) {
        return new OnsagerCommand(runner, terminal);
    }

    @Override
    public Integer call() {
        if (displacements.isPresent()) {
            return evaluation(displacements.get())
                    .run(common, spec.commandLine().getOut(), spec.commandLine().getErr());
        }
        if (from.isPresent() || to.isPresent()) {
            throw wrong("--from and --to go with --displacements only");
        }
        final AssumedLaw assumed = assumedLaw();
        final Path read = file.orElseThrow(() -> new MissingParameterException(
                spec.commandLine(), List.of(), "Missing required parameter: 'CASE.yaml'"));
        return CaseRun.of(runner, terminal, common, options, spec)
                .call(read, ResultDirectory.Kind.ONSAGER, run -> evaluate(run, assumed));
    }

    private DisplacementEvaluation evaluation(Path read) {
        if (file.isPresent()) {
            throw wrong("--displacements stands in place of a case: " + file.get());
        }
        if (chosen.isPresent() || havenRatio.isPresent() || options.changesRun()) {
            throw wrong(
                    "--law, --haven-ratio, --nodes, --tolerance and --threads go with a case, not with --displacements");
        }
        final double begin = from.map(text -> time("--from", text))
                .orElseThrow(() -> wrong("--displacements needs --from, where displacements begin to be diffusive"));
        final double end = to.map(text -> time("--to", text)).orElse(Double.MAX_VALUE);
        if (!(begin > 0 && end > begin)) {
            throw wrong(String.format(Locale.ROOT, "--from must be > 0 and --to above it: %s s, %s s", begin, end));
        }
        return new DisplacementEvaluation(read, begin, end, options.out(), options.force());
    }

    private double time(String option, String text) {
        try {
            return QuantityParser.parse(text, QuantityKind.TIME);
        } catch (IllegalArgumentException e) {
            throw wrong(option + ": " + e.getMessage());
        }
    }

    private static Outcome evaluate(CaitResult run, AssumedLaw assumed) {
        final FinalCoefficients coefficients = FinalCoefficients.of(run, assumed);
        return new Evaluated(run.withWarnings(coefficients.warnings()), coefficients);
    }

    private AssumedLaw assumedLaw() {
        final String law = chosen.orElse(INDEPENDENT);
        if (!List.of(INDEPENDENT, COMMON, CAIT).contains(law)) {
            throw wrong("--law: no law '" + law + "'" + NearestName.hint(law, List.of(INDEPENDENT, COMMON, CAIT)));
        }
        if (havenRatio.isPresent() != law.equals(COMMON)) {
            throw wrong(
                    law.equals(COMMON)
                            ? "--law common_haven_ratio needs --haven-ratio"
                            : "--haven-ratio goes with --law common_haven_ratio only, the law is " + law);
        }
        if (havenRatio.isEmpty()) {
            return law.equals(CAIT) ? AssumedLaw.cait() : AssumedLaw.independent();
        }
        final double ratio = havenRatio.get();
        if (!(ratio > 0 && ratio < Double.POSITIVE_INFINITY)) {
            throw wrong(String.format(Locale.ROOT, "--haven-ratio must be finite and > 0: %s", ratio));
        }
        return AssumedLaw.commonHavenRatio(new HavenRatio(ratio));
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** A run and the coefficients of its final profile. */
    private record Evaluated(CaitResult result, FinalCoefficients coefficients) implements Outcome {
        @Override
        public void write(ResultDirectory directory, CaseFile read) throws IOException {
            directory.write(result, coefficients, read.sha256());
        }

        @Override
        public ObjectNode summary(CaseFile read) {
            return Summary.of(result, coefficients, read.sha256());
        }

        @Override
        public void print(Path directory, PrintWriter out) {
            OnsagerSummaryTable.print(result, coefficients, directory, out);
        }
    }
}
