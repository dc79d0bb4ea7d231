package org.npp.cait.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.npp.cait.CaitSimulation;
import org.npp.cait.quantity.NearestName;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The program {@code npp}.
 *
 * <p>Exit codes: 0 done, 2 the command line or a file is wrong, 3 the numerics did not finish, 130 interrupted; 1 is a
 * fault of the program itself.
 */
@Command(
        name = "npp",
        description =
                "Ion transport in solids: simulates charge attachment induced transport and finds site energy distributions from depth profiles.",
        mixinStandardHelpOptions = true,
        versionProvider = NppCommand.Version.class,
        footer = {"", "Example:", "  npp simulate examples/lithium-borate/k.yaml --out out/k"})
public final class NppCommand implements Runnable {
    /** Set by the command line. */
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** Only the program makes one. */
    private NppCommand() {}

    /**
     * Runs the program and ends the virtual machine with its exit code. The system property {@code npp.terminal} tells
     * whether standard error is a terminal.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        // no logging back end is there, and none is missed
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        final PrintWriter out = new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8));
        final PrintWriter err = new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8));
        final CaseRunner runner = (experiment, progress, cancelled) ->
                CaitSimulation.of(experiment).run(progress, cancelled);
        final int code = run(args, out, err, runner, Boolean.getBoolean("npp.terminal"));
        out.flush();
        err.flush();
        System.exit(code);
    }

    static int run(String[] args, PrintWriter out, PrintWriter err, CaseRunner runner, boolean terminal) {
        final Report report = Report.of(out, err, Arrays.asList(args).contains("--json"));
        final CommandLine line = new CommandLine(new NppCommand());
        line.addSubcommand(SimulateCommand.of(runner, terminal));
        line.addSubcommand(new FitCommand(terminal));
        line.addSubcommand(new InvertCommand());
        line.addSubcommand(SynthesizeCommand.of(runner, terminal));
        line.addSubcommand(OnsagerCommand.of(runner, terminal));
        line.addSubcommand(new CheckCommand())
                .addSubcommand(new SchemaCommand())
                .addSubcommand(new HelpCommand());
        line.setExpandAtFiles(false).setOut(out).setErr(err);
        line.setParameterExceptionHandler((e, all) -> {
            report.error("usage", message(e));
            return ExitCode.WRONG_INPUT;
        });
        line.setExecutionExceptionHandler((e, command, parsed) -> {
            report.error("internal", "internal error, please report it: " + e);
            if (System.getenv("NPP_DEBUG") != null) {
                e.printStackTrace(err);
            }
            return ExitCode.INTERNAL;
        });
        return line.execute(args);
    }

    private static String message(ParameterException e) {
        final CommandLine line = e.getCommandLine();
        final boolean top = line.getParent() == null;
        final String see = top ? "; see 'npp help'" : "; see 'npp help " + line.getCommandName() + "'";
        // picocli finds what is missing before what is too much
        final List<String> unmatched = e instanceof UnmatchedArgumentException u
                ? u.getUnmatched()
                : e instanceof MissingParameterException ? line.getUnmatchedArguments() : List.of();
        if (!unmatched.isEmpty()) {
            return unmatched(line, unmatched.get(0), see);
        }
        final String text = String.valueOf(e.getMessage())
                .replace('\n', ' ')
                .replace("is not an int", "is not an integer")
                .replace("is not a double", "is not a number")
                .strip();
        final String lower = text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
        return e instanceof MissingParameterException ? lower + see : lower;
    }

    private static String unmatched(CommandLine line, String argument, String see) {
        if (argument.startsWith("-")) {
            final List<String> options = new ArrayList<>();
            line.getCommandSpec().options().forEach(o -> options.add(o.longestName()));
            return "unknown option '" + argument + "'" + NearestName.hint(argument, options);
        }
        if (line.getParent() != null) {
            return "unexpected argument '" + argument + "'" + see;
        }
        return "unknown command '" + argument + "'"
                + NearestName.hint(argument, line.getSubcommands().keySet());
    }

    private static String commands(CommandLine line) {
        return String.join(", ", line.getSubcommands().keySet());
    }

    @Override
    public void run() {
        final CommandLine line = spec.commandLine();
        throw new ParameterException(line, "missing command; commands: " + commands(line) + "; see 'npp help'");
    }

    /** The version that the build wrote. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() throws IOException {
            try (InputStream in = Objects.requireNonNull(NppCommand.class.getResourceAsStream("version.txt"))) {
                return new String[] {"npp " + new String(in.readAllBytes(), StandardCharsets.UTF_8).strip()};
            }
        }
    }
}
