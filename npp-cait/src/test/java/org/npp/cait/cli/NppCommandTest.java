package org.npp.cait.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.npp.cait.casefile.CaseSchema;

class NppCommandTest {
    private static final String EXAMPLE = "../examples/lithium-borate/k.yaml";

    @TempDir
    private Path directory = Path.of("");

    static Stream<Arguments> wrongCommandLines() {
        final String see = "; see 'npp help simulate'";
        return Stream.of(
                Arguments.of(
                        "",
                        "missing command; commands: simulate, fit, invert, synthesize, onsager, check, schema, help; see 'npp help'"),
                Arguments.of("simulat k.yaml", "unknown command 'simulat'; did you mean simulate?"),
                Arguments.of(
                        "xyzzy",
                        "unknown command 'xyzzy'; known: simulate, fit, invert, synthesize, onsager, check, schema, help"),
                Arguments.of("--verson", "unknown option '--verson'; did you mean --version?"),
                Arguments.of("simulate", "missing required options and parameters: '--out=DIR', 'CASE.yaml'" + see),
                Arguments.of("simulate k.yaml", "missing required option: '--out=DIR'" + see),
                Arguments.of("simulate k.yaml --ouy x", "unknown option '--ouy'; did you mean --out?"),
                Arguments.of("simulate k.yaml --out x --forze", "unknown option '--forze'; did you mean --force?"),
                Arguments.of("simulate k.yaml l.yaml --out x", "unexpected argument 'l.yaml'" + see),
                Arguments.of("simulate k.yaml --out", "missing required parameter for option '--out' (DIR)" + see),
                Arguments.of(
                        "simulate k.yaml --out x --nodes many",
                        "invalid value for option '--nodes': 'many' is not an integer"),
                Arguments.of(
                        "simulate k.yaml --out x --tolerance low",
                        "invalid value for option '--tolerance': 'low' is not a number"),
                Arguments.of("simulate " + EXAMPLE + " --out x --nodes 19", "--nodes must be >= 20: 19"),
                Arguments.of("simulate " + EXAMPLE + " --out x --nodes 1000000", "--nodes must be <= 100000: 1000000"),
                Arguments.of(
                        "simulate " + EXAMPLE + " --out x --tolerance NaN", "--tolerance must be in (0, 0.5]: NaN"),
                Arguments.of("simulate " + EXAMPLE + " --out x --threads 0", "--threads must be >= 1: 0"),
                Arguments.of("onsager", "missing required option: '--out=DIR'; see 'npp help onsager'"),
                Arguments.of("onsager " + EXAMPLE + " --out x --nodes 19", "--nodes must be >= 20: 19"),
                Arguments.of("onsager " + EXAMPLE + " --out x --law kait", "--law: no law 'kait'; did you mean cait?"),
                Arguments.of(
                        "onsager " + EXAMPLE + " --out x --law common_haven_ratio",
                        "--law common_haven_ratio needs --haven-ratio"),
                Arguments.of(
                        "onsager " + EXAMPLE + " --out x --haven-ratio 0.4",
                        "--haven-ratio goes with --law common_haven_ratio only, the law is independent"),
                Arguments.of(
                        "onsager " + EXAMPLE + " --out x --law common_haven_ratio --haven-ratio 0",
                        "--haven-ratio must be finite and > 0: 0.0"),
                Arguments.of(
                        "onsager " + EXAMPLE + " --out x --law common_haven_ratio --haven-ratio NaN",
                        "--haven-ratio must be finite and > 0: NaN"),
                Arguments.of(
                        "onsager " + EXAMPLE + " --out x --law common_haven_ratio --haven-ratio 1e400",
                        "--haven-ratio must be finite and > 0: Infinity"),
                Arguments.of(
                        "onsager k.yaml --out x --haven-ratio half",
                        "invalid value for option '--haven-ratio': 'half' is not a number"),
                Arguments.of("check", "missing required parameter: 'CASE.yaml'; see 'npp help check'"),
                Arguments.of("schema studdy", "no schema of 'studdy'; did you mean study?"),
                Arguments.of("schema cas", "no schema of 'cas'; did you mean case?"),
                Arguments.of("help simulat", "unknown subcommand 'simulat'."));
    }

    @ParameterizedTest
    @MethodSource("wrongCommandLines")
    void aWrongCommandLineGetsOneLineAndExitCode2(String line, String message) {
        final String[] args = line.isEmpty() ? new String[0] : line.split(" ", -1);
        assertEquals(new CommandRun(2, "", "npp: " + message + "\n"), CommandRun.of(args));
    }

    @Test
    void aWrongCommandLineWithJsonGetsOneObject() {
        assertEquals(
                new CommandRun(
                        2,
                        "{\"error\":{\"code\":\"usage\",\"message\":\"missing required parameter: 'CASE.yaml';"
                                + " see 'npp help check'\",\"file\":null,\"line\":null,\"field\":null}}\n",
                        ""),
                CommandRun.of("check", "--json"));
    }

    @Test
    void theVersionIsThatOfTheBuild() throws IOException {
        final String pom = Files.readString(Path.of("pom.xml"));
        final CommandRun run = CommandRun.of("--version");
        assertEquals(0, run.code());
        assertTrue(run.out().matches("npp [0-9]+\\.[0-9]+\\.[0-9]+(-SNAPSHOT)?\n"));
        assertTrue(pom.contains("<version>" + run.out().strip().substring(4) + "</version>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"simulate", "onsager", "check", "schema"})
    void helpShowsAnExampleThatIsACommandLine(String command) {
        final CommandRun help = CommandRun.of("help", command);
        assertEquals(0, help.code());
        assertTrue(help.out().startsWith("Usage: npp " + command + " "));
        assertTrue(help.out().contains("\nExample:\n  npp " + command + " "));
        assertEquals(help, CommandRun.of(command, "--help"));
    }

    @Test
    void theSchemaIsPrinted() throws IOException {
        assertEquals(new CommandRun(0, CaseSchema.text(), ""), CommandRun.of("schema"));
        assertEquals(CommandRun.of("schema"), CommandRun.of("schema", "case"));
        assertTrue(new ObjectMapper().readTree(CommandRun.of("schema").out()).has("$defs"));
    }

    @Test
    void checkAcceptsTheExample() {
        assertEquals(new CommandRun(0, EXAMPLE + ": valid\n", ""), CommandRun.of("check", EXAMPLE));
        assertEquals(new CommandRun(0, "", ""), CommandRun.of("check", "--quiet", EXAMPLE));
        assertEquals(
                new CommandRun(0, "{\"valid\":true,\"errors\":[],\"warnings\":[]}\n", ""),
                CommandRun.of("check", "--json", EXAMPLE));
    }

    private String example(String old, String changed) throws IOException {
        final String text = Files.readString(Path.of(EXAMPLE));
        assertTrue(text.contains(old));
        return Files.writeString(directory.resolve("k.yaml"), text.replace(old, changed))
                .toString();
    }

    @Test
    void checkTellsAllErrors() throws IOException {
        final String file = example("300 K", "300 nm").toString();
        example("300 K", "300 nm");
        Files.writeString(Path.of(file), Files.readString(Path.of(file)).replace("ion: K", "ion: Rb"));
        assertEquals(
                new CommandRun(
                        2,
                        "",
                        file + ":2: temperature: 300 nm is a length, K expected\n" + file
                                + ":16: stages[0].ion: no ion named Rb; ions: Li, K\n"),
                CommandRun.of("check", file));
        final String errors = "[{\"code\":\"case\",\"message\":\"300 nm is a length, K expected\",\"file\":\"" + file
                + "\",\"line\":2,\"field\":\"temperature\"},{\"code\":\"case\",\"message\":\"no ion named Rb;"
                + " ions: Li, K\",\"file\":\"" + file + "\",\"line\":16,\"field\":\"stages[0].ion\"}]";
        assertEquals(
                new CommandRun(2, "{\"valid\":false,\"errors\":" + errors + ",\"warnings\":[]}\n", ""),
                CommandRun.of("check", file, "--json"));
        final CommandRun run = CommandRun.of(
                "simulate", file, "--json", "--out", directory.resolve("x").toString());
        assertEquals(2, run.code());
        assertTrue(run.out().endsWith(",\"errors\":" + errors + "}\n"));
        assertTrue(run.out().startsWith("{\"error\":{\"code\":\"case\",\"message\":\"300 nm is a length"));
    }

    @Test
    void checkTellsWarnings() throws IOException {
        final String file = example("1.12953452697e-3 A/m^2", "{table: \"time_s,value\\n0,1e-3\\n1e5,1e-3\\n\"}");
        final String warning = "the table reaches from 0.0 to 100000.0 s, the stage from 0.0 to 200000.0 s;"
                + " outside the table its first and last values are kept";
        assertEquals(
                new CommandRun(
                        0,
                        file + ": valid\n",
                        "warning: " + file + ":16: stages[0].current_density: " + warning + "\n"),
                CommandRun.of("check", file));
        assertEquals(
                new CommandRun(
                        0,
                        "{\"valid\":true,\"errors\":[],\"warnings\":[{\"code\":\"case\",\"message\":\"" + warning
                                + "\",\"file\":\"" + file
                                + "\",\"line\":16,\"field\":\"stages[0].current_density\"}]}\n",
                        ""),
                CommandRun.of("check", "--json", file));
    }

    @Test
    void aFileThatIsNotThereIsOneLine() {
        assertEquals(new CommandRun(2, "", "nowhere.yaml: no such file\n"), CommandRun.of("check", "nowhere.yaml"));
        assertEquals(
                new CommandRun(
                        2,
                        "{\"error\":{\"code\":\"case\",\"message\":\"no such file\",\"file\":\"nowhere.yaml\","
                                + "\"line\":null,\"field\":null}}\n",
                        ""),
                CommandRun.of("simulate", "nowhere.yaml", "--out", "x", "--json"));
    }
}
