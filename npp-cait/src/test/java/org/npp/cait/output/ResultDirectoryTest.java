package org.npp.cait.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.npp.cait.CaitResult;
import org.npp.cait.report.ReferenceRun;

class ResultDirectoryTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

    private static final String YAML = "title: K-CAIT\n";

    @TempDir
    Path folder;

    private Path out() {
        return folder.resolve("run");
    }

    private static Set<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return new TreeSet<>(files.map(f -> f.getFileName().toString()).toList());
        }
    }

    private static CaitResult withOutputs(int number) {
        final CaitResult r = ReferenceRun.potassium();
        return new CaitResult(
                r.experiment(),
                java.util.Collections.nCopies(number, r.finalState()),
                r.finalState(),
                r.history(),
                r.statistics(),
                r.profileError(),
                r.warnings(),
                r.failure());
    }

    private static String message(Executable failing) {
        return Objects.requireNonNull(
                assertThrows(OutputException.class, failing).getMessage());
    }

    private static String refusal(Path out, boolean force) {
        return message(() -> ResultDirectory.prepare(out, ResultDirectory.Kind.SIMULATE, force));
    }

    @Test
    void aNewDirectoryHoldsAllFiles() throws IOException {
        ResultDirectory.prepare(out(), ResultDirectory.Kind.SIMULATE, false, CLOCK)
                .write(withOutputs(2), YAML, "cafe");
        assertEquals(
                new TreeSet<>(List.of(
                        "profile.csv",
                        "profile_1.csv",
                        "profile_2.csv",
                        "history.csv",
                        "summary.json",
                        "report.html",
                        "case.yaml")),
                names(out()));
        assertEquals(new TreeSet<>(List.of("run")), names(folder));
        assertEquals(YAML, Files.readString(out().resolve("case.yaml")));
        assertTrue(Files.readString(out().resolve("profile.csv"))
                .startsWith("# npp development\r\n# case_sha256: cafe\r\n# date: 2026-01-02T03:04:05Z\r\n"));
        assertEquals(
                "cafe",
                new ObjectMapper()
                        .readTree(out().resolve("summary.json").toFile())
                        .get("case_sha256")
                        .textValue());
        assertEquals(
                Summary.of(withOutputs(2), "cafe"),
                new ObjectMapper().readTree(out().resolve("summary.json").toFile()));
    }

    @Test
    void theSameRunAndDateGiveTheSameBytes() throws IOException {
        for (final String name : List.of("a", "b")) {
            ResultDirectory.prepare(folder.resolve(name), ResultDirectory.Kind.SIMULATE, false, CLOCK)
                    .write(withOutputs(1), YAML, "cafe");
        }
        for (final String file : names(folder.resolve("a"))) {
            assertEquals(
                    -1,
                    Files.mismatch(
                            folder.resolve("a").resolve(file),
                            folder.resolve("b").resolve(file)),
                    file);
        }
    }

    @Test
    void missingParentsAreMade() throws IOException {
        final Path deep = folder.resolve("a/b/run");
        ResultDirectory.prepare(deep, ResultDirectory.Kind.SIMULATE, false, CLOCK)
                .write(withOutputs(0), YAML, "cafe");
        assertTrue(Files.exists(deep.resolve("summary.json")));
        assertEquals(new TreeSet<>(List.of("run")), names(folder.resolve("a/b")));
    }

    @Test
    void anExistingDirectoryIsRefusedWithoutForce() throws IOException {
        Files.createDirectory(out());
        assertEquals(out() + " exists; use --force to overwrite the results in it", refusal(out(), false));
    }

    @Test
    void aFileInTheWayIsRefused() throws IOException {
        Files.writeString(out(), "mine");
        assertEquals("cannot create directory " + out() + ": a file of that name exists", refusal(out(), true));
        final Path below = out().resolve("deeper/run");
        assertEquals("cannot create " + below + ": " + out() + " is a file, not a directory", refusal(below, false));
        assertEquals("mine", Files.readString(out()));
    }

    @Test
    void filesThatNppDidNotWriteAreNotOverwrittenEvenWithForce() throws IOException {
        Files.createDirectory(out());
        Files.writeString(out().resolve("case.yaml"), "my own case");
        for (final String summary : List.of("", "{\"case_sha256\": 1}", "{\"case_sha256\": \"x\"}", "no json")) {
            if (!summary.isEmpty()) {
                Files.writeString(out().resolve("summary.json"), summary);
            }
            assertEquals(
                    out() + " holds files but no results of npp (no summary.json of a simulation): not overwritten,"
                            + " even with --force; choose another directory",
                    refusal(out(), true));
        }
        assertEquals("my own case", Files.readString(out().resolve("case.yaml")));
    }

    @Test
    void anEmptyDirectoryIsFilledWithForce() throws IOException {
        Files.createDirectory(out());
        ResultDirectory.prepare(out(), ResultDirectory.Kind.SIMULATE, true, CLOCK)
                .write(withOutputs(0), YAML, "cafe");
        assertEquals(5, names(out()).size());
    }

    @Test
    void forceReplacesTheOldResultAndKeepsFilesOfOtherNames() throws IOException {
        ResultDirectory.prepare(out(), ResultDirectory.Kind.SIMULATE, false, CLOCK)
                .write(withOutputs(3), YAML, "old");
        Files.writeString(out().resolve("notes.txt"), "mine");
        Files.writeString(out().resolve("profile_x.csv"), "mine too");
        ResultDirectory.prepare(out(), ResultDirectory.Kind.SIMULATE, true, CLOCK)
                .write(withOutputs(1), "title: new\n", "new");
        assertEquals(
                new TreeSet<>(List.of(
                        "profile.csv",
                        "profile_1.csv",
                        "history.csv",
                        "summary.json",
                        "report.html",
                        "case.yaml",
                        "notes.txt",
                        "profile_x.csv")),
                names(out()));
        assertEquals("title: new\n", Files.readString(out().resolve("case.yaml")));
        assertTrue(Files.readString(out().resolve("summary.json")).contains("\"new\""));
        assertTrue(Files.readString(out().resolve("profile_1.csv")).contains("# case_sha256: new\r\n"));
    }

    private static Map<String, Staging.Content> failing() {
        final Map<String, Staging.Content> files = new LinkedHashMap<>();
        files.put("profile.csv", w -> w.write("complete"));
        files.put("summary.json", w -> {
            w.write("half");
            throw new IOException("No space left on device");
        });
        return files;
    }

    @Test
    void aFailureLeavesNothingOfANewDirectory() throws IOException {
        final Path deep = folder.resolve("a/b/run");
        final ResultDirectory directory = ResultDirectory.prepare(deep, ResultDirectory.Kind.SIMULATE, false);
        assertEquals(
                "cannot write results to " + deep + ": IO: No space left on device",
                assertThrows(OutputException.class, () -> directory.write(failing()))
                        .getMessage());
        assertEquals(new TreeSet<>(), names(folder));
    }

    @Test
    void aFailureLeavesTheOldResultAsItWas() throws IOException {
        ResultDirectory.prepare(out(), ResultDirectory.Kind.SIMULATE, false, CLOCK)
                .write(withOutputs(1), YAML, "old");
        final Set<String> before = names(out());
        final String profile = Files.readString(out().resolve("profile.csv"));
        final ResultDirectory directory = ResultDirectory.prepare(out(), ResultDirectory.Kind.SIMULATE, true);
        assertThrows(OutputException.class, () -> directory.write(failing()));
        assertEquals(before, names(out()));
        assertEquals(profile, Files.readString(out().resolve("profile.csv")));
    }

    @Test
    void aDirectoryThatAppearedDuringTheRunIsNotTouched() throws IOException {
        final ResultDirectory directory = ResultDirectory.prepare(out(), ResultDirectory.Kind.SIMULATE, false);
        Files.createDirectory(out());
        assertEquals(
                out() + " appeared during the run; results not written",
                assertThrows(OutputException.class, () -> directory.write(withOutputs(0), YAML, "cafe"))
                        .getMessage());
        assertEquals(new TreeSet<>(), names(out()));
    }

    @Test
    void aParentThatBecameAFileIsReported() throws IOException {
        final Path deep = folder.resolve("a/run");
        final ResultDirectory directory = ResultDirectory.prepare(deep, ResultDirectory.Kind.SIMULATE, false);
        Files.writeString(folder.resolve("a"), "mine");
        final String message = message(() -> directory.write(failing()));
        assertTrue(message.startsWith("cannot write results to " + deep + ": "), message);
        assertEquals(new TreeSet<>(List.of("a")), names(folder));
    }

    @Test
    void anInterruptLeavesNothing() throws IOException, InterruptedException {
        final Path deep = folder.resolve("a/run");
        final Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        InterruptedWriter.class.getName(),
                        deep.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertEquals('!', process.getInputStream().read());
            assertEquals(1, names(folder.resolve("a")).size());
            assertFalse(Files.exists(deep));
            process.destroy();
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        } finally {
            process.destroyForcibly();
        }
        assertEquals(new TreeSet<>(), names(folder));
    }
}
