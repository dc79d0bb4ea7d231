package org.npp.cait.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.npp.cait.CaitResult;
import org.npp.core.Failure;
import org.npp.core.Progress;
import org.npp.core.Termination;

class SimulateCommandTest {
    private static final String EXAMPLE = "../examples/lithium-borate/k.yaml";

    @TempDir
    private Path directory = Path.of("");

    private String[] simulate(String... more) {
        return Stream.concat(
                        Stream.of(
                                "simulate", EXAMPLE, "--out", out().toString(), "--nodes", "40", "--tolerance", "0.05"),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    private Path out() {
        return directory.resolve("out");
    }

    private Set<String> files() throws IOException {
        try (Stream<Path> files = Files.list(out())) {
            return files.map(f -> f.getFileName().toString()).collect(Collectors.toSet());
        }
    }

    private static CaitResult ended(CaitResult result, Termination reason) {
        final Failure failure = new Failure(reason, 7, 1e-9, 3, 2e-9, "Li", List.of(3.0, 2.0), 1e-6);
        return new CaitResult(
                result.experiment(),
                result.outputs(),
                result.finalState(),
                result.history(),
                result.statistics(),
                OptionalDouble.empty(),
                List.of(new CaitResult.Warning("coarse_mesh", "The mesh is coarse.")),
                Optional.of(failure));
    }

    @Test
    void resultsGoToTheDirectoryAndATableToStandardOutput() throws IOException {
        final CommandRun run = CommandRun.of(simulate());
        assertEquals(0, run.code());
        assertEquals(Set.of("profile.csv", "history.csv", "summary.json", "report.html", "case.yaml"), files());
        final List<String> lines = run.out().lines().toList();
        assertEquals("K-CAIT on lithium borate glass", lines.get(0));
        assertEquals("  time               200000 s", lines.get(1));
        assertTrue(lines.get(2).matches("  front depth        1[01][0-9]\\.[0-9] nm"));
        assertTrue(run.out().contains("on 40 nodes in"));
        assertEquals(
                "  results            " + out() + ", begin with " + out().resolve("report.html"),
                lines.get(lines.size() - 1));
    }

    @Test
    void theResolvedCaseRunsAgainWithTheSameDigest() throws IOException {
        assertEquals(0, CommandRun.of(simulate("--quiet")).code());
        final Path again = directory.resolve("again");
        final CommandRun run =
                CommandRun.of("simulate", out().resolve("case.yaml").toString(), "--out", again.toString(), "--json");
        final JsonNode first =
                new ObjectMapper().readTree(out().resolve("summary.json").toFile());
        final JsonNode second = new ObjectMapper().readTree(run.out());
        assertEquals(first.path("case_sha256"), second.path("case_sha256"));
        assertEquals(first.path("time_steps"), second.path("time_steps"));
        assertEquals(first.path("front_depth_m"), second.path("front_depth_m"));
        assertEquals(40, second.path("nodes").intValue());
    }

    @Test
    void quietPrintsNothing() {
        assertEquals(new CommandRun(0, "", ""), CommandRun.of(simulate("--quiet")));
    }

    @Test
    void jsonIsOneObjectTheSummary() throws IOException {
        final CommandRun run = CommandRun.of(simulate("--json"));
        assertEquals(1, run.out().lines().count());
        final JsonNode summary = new ObjectMapper().readTree(run.out());
        assertTrue(summary.path("complete").booleanValue());
        assertFalse(summary.has("error"));
    }

    @Test
    void resultsThatExistAreOverwrittenOnlyByForce() {
        assertEquals(0, CommandRun.of(simulate("--quiet")).code());
        final CommandRun refused = CommandRun.with(
                (e, p, c) -> {
                    throw new AssertionError("must not run");
                },
                false,
                simulate());
        assertEquals(
                new CommandRun(2, "", "npp: " + out() + " exists; use --force to overwrite the results in it\n"),
                refused);
        assertEquals(new CommandRun(0, "", ""), CommandRun.of(simulate("--quiet", "--force")));
    }

    @Test
    void aDirectoryBelowAFileCanNotBeMade() throws IOException {
        final Path file = Files.writeString(directory.resolve("out"), "mine");
        final Path below = file.resolve("x");
        assertEquals(
                new CommandRun(2, "", "npp: cannot create " + below + ": " + file + " is a file, not a directory\n"),
                CommandRun.of("simulate", EXAMPLE, "--out", below.toString()));
        assertEquals("mine", Files.readString(file));
    }

    @Test
    void aFileThatTakesThePlaceDuringTheRunIsKeptAndReported() throws IOException {
        final CommandRun run = CommandRun.with(
                (e, p, c) -> {
                    try {
                        Files.writeString(out(), "mine");
                    } catch (IOException x) {
                        throw new AssertionError(x);
                    }
                    return CommandRun.SIMULATION.run(e, p, c);
                },
                false,
                simulate("--json"));
        assertEquals(2, run.code());
        final JsonNode error = new ObjectMapper().readTree(run.out()).path("error");
        assertEquals("output", error.path("code").asText());
        assertEquals(
                out() + " appeared during the run; results not written",
                error.path("message").asText());
        assertEquals("mine", Files.readString(out()));
    }

    @Test
    void numericsThatDoNotFinishGiveExitCode3AndWhatWasComputed() throws IOException {
        final CaseRunner failing =
                (e, p, c) -> ended(CommandRun.SIMULATION.run(e, p, c), Termination.NEWTON_STAGNATION);
        final CommandRun run = CommandRun.with(failing, false, simulate());
        final String message =
                "Newton stopped after 2 iterations (NEWTON_STAGNATION) at t = 7.00000 s, step 1.00e-09 s:"
                        + " update 2.00, tolerance 1.00e-06, worst at node 3 (x = 2.00000 nm, Li);"
                        + " what was computed is in " + out();
        assertEquals(3, run.code());
        assertEquals("warning: coarse_mesh: The mesh is coarse.\nnpp: " + message + "\n", run.err());
        assertTrue(run.out().contains("  time               200000 s (incomplete)\n"));
        assertFalse(new ObjectMapper()
                .readTree(out().resolve("summary.json").toFile())
                .path("complete")
                .booleanValue());
        final JsonNode summary = new ObjectMapper()
                .readTree(CommandRun.with(failing, false, simulate("--json", "--force"))
                        .out());
        assertFalse(summary.path("complete").booleanValue());
        assertEquals("numerics", summary.path("error").path("code").asText());
        assertEquals(message, summary.path("error").path("message").asText());
    }

    @Test
    void aCancelledRunLeavesNothing() {
        final CommandRun run = CommandRun.with(
                (e, p, c) -> ended(CommandRun.SIMULATION.run(e, p, c), Termination.CANCELLED), false, simulate());
        assertEquals(new CommandRun(130, "", ""), run);
        assertFalse(Files.exists(out()));
    }

    @Test
    void aFaultOfTheProgramGivesExitCode1() {
        final CommandRun run = CommandRun.with(
                (e, p, c) -> {
                    throw new IllegalStateException("oops");
                },
                false,
                simulate());
        assertEquals(
                new CommandRun(1, "", "npp: internal error, please report it: java.lang.IllegalStateException: oops\n"),
                run);
    }

    @Test
    void theOptionsReachTheSimulation() {
        final CommandRun run = CommandRun.with(
                (e, p, c) -> {
                    assertEquals(OptionalInt.of(40), e.numerics().nodes());
                    assertEquals(0.05, e.numerics().tolerance());
                    assertFalse(c.getAsBoolean());
                    p.accept(new Progress(1, 10, 1));
                    return CommandRun.SIMULATION.run(e, p, c);
                },
                false,
                simulate("--threads", "2"));
        assertEquals("", run.err());
        assertEquals(0, run.code());
    }
}
