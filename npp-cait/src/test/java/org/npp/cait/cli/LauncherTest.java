package org.npp.cait.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The launcher {@code npp} in a checkout whose path has blanks, with tools that only write down how they were called. */
@Timeout(60)
class LauncherTest {
    @TempDir
    private Path directory = Path.of("");

    private Path root = Path.of("");
    private Path tools = Path.of("");
    private Path log = Path.of("");

    private record Run(int code, String out, String err) {}

    @BeforeEach
    void makeCheckout() throws IOException {
        root = Files.createDirectories(directory.resolve("a check out"));
        tools = Files.createDirectories(directory.resolve("tools"));
        log = directory.resolve("log");
        Files.copy(Path.of("..", "npp"), root.resolve("npp"));
        assertTrue(root.resolve("npp").toFile().setExecutable(true));
        Files.writeString(root.resolve("pom.xml"), "<project/>");
        for (final String module : List.of("npp-core", "npp-sed", "npp-onsager", "npp-cait")) {
            Files.writeString(
                    Files.createDirectories(root.resolve(module + "/src/main")).resolve("A.java"), "class A {}");
            Files.writeString(root.resolve(module + "/pom.xml"), "<project/>");
        }
        tool("java", "case \"$*\" in *ArchiveClassesAtExit*) ;; *) for a; do echo \"[$a]\"; done ;; esac");
        tool("javac", "echo 'javac 17.0.1'");
        tool(
                "mvn",
                "echo \"mvn in $(pwd)\" >>'" + log + "'\necho building\n"
                        + "touch npp-cait/target/npp-cait-0.1.0-SNAPSHOT.jar");
        for (final String name : List.of(
                "dirname", "readlink", "find", "head", "sed", "mkdir", "mv", "rm", "cat", "sleep", "flock", "touch")) {
            for (final String bin : List.of("/bin/", "/usr/bin/")) {
                if (Files.exists(Path.of(bin + name))) {
                    tool(name, "exec " + bin + name + " \"$@\"");
                }
            }
        }
    }

    private void tool(String name, String script) throws IOException {
        final Path file = Files.writeString(tools.resolve(name), "#!/bin/sh\n" + script + "\n");
        assertTrue(file.toFile().setExecutable(true));
    }

    private Process start(Path program, String... args) throws IOException {
        final ProcessBuilder builder = new ProcessBuilder(
                Stream.concat(Stream.of(program.toString()), Stream.of(args)).toList());
        builder.directory(directory.toFile());
        builder.environment().put("PATH", tools.toString());
        builder.environment().keySet().removeAll(List.of("JAVA_HOME", "JAVA_OPTS", "JAVA_TOOL_OPTIONS"));
        builder.environment().put("JAVA_OPTS", "-Dx=1 -Dy=2");
        return builder.redirectError(Files.createTempFile(directory, "err", "").toFile())
                .start();
    }

    private Run run(Path program, String... args) throws Exception {
        final Process process = start(program, args);
        final String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        final int code = process.waitFor();
        try (Stream<Path> files = Files.list(directory)) {
            final Path err = files.filter(f -> f.getFileName().toString().startsWith("err"))
                    .findFirst()
                    .orElseThrow();
            final String text = Files.readString(err);
            Files.delete(err);
            return new Run(code, out, text);
        }
    }

    private long builds() throws IOException {
        return Files.exists(log) ? Files.readAllLines(log).size() : 0;
    }

    @Test
    void theFirstCallBuildsTheSecondDoesNot() throws Exception {
        final Run first = run(root.resolve("npp"), "check", "my case.yaml", "");
        assertEquals("npp: building, this takes a minute\nbuilding\n", first.err());
        assertEquals(0, first.code());
        assertTrue(first.out()
                .endsWith("[-Dx=1]\n[-Dy=2]\n[-jar]\n["
                        + root.toRealPath().resolve("npp-cait/target/npp-cait-0.1.0-SNAPSHOT.jar")
                        + "]\n[check]\n[my case.yaml]\n[]\n"));
        assertEquals("mvn in " + root.toRealPath() + "\n", Files.readString(log));
        assertEquals(new Run(0, first.out(), ""), run(root.resolve("npp"), "check", "my case.yaml", ""));
        assertEquals(1, builds());
    }

    @Test
    void aNewerOrDeletedSourceIsBuilt() throws Exception {
        run(root.resolve("npp"));
        final Path source = root.resolve("npp-sed/src/main/A.java");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));
        run(root.resolve("npp"));
        assertEquals(2, builds());
        Files.delete(source);
        Files.setLastModifiedTime(
                source.resolveSibling(""), FileTime.from(Instant.now().plusSeconds(5)));
        run(root.resolve("npp"));
        assertEquals(3, builds());
    }

    @Test
    void itWorksThroughSymbolicLinks() throws Exception {
        final Path links = Files.createDirectories(directory.resolve("more links"));
        final Path absolute = Files.createSymbolicLink(links.resolve("one"), root.resolve("npp"));
        final Path relative = Files.createSymbolicLink(links.resolve("two"), Path.of("one"));
        assertEquals(0, run(absolute, "--version").code());
        assertTrue(run(relative, "--version").out().endsWith("[--version]\n"));
        assertEquals(1, builds());
    }

    @Test
    void onlyLongCommandsUseTheOptimisingCompiler() throws Exception {
        assertTrue(run(root.resolve("npp"), "check", "k.yaml").out().contains("[-XX:TieredStopAtLevel=1]"));
        assertEquals(false, run(root.resolve("npp"), "simulate", "k.yaml").out().contains("TieredStopAtLevel"));
    }

    @Test
    void twoCallsAtOnceBuildOnce() throws Exception {
        tool("mvn", "echo mvn >>'" + log + "'\nsleep 1\ntouch npp-cait/target/npp-cait-0.1.0-SNAPSHOT.jar");
        assertBuiltOnceByTwo();
    }

    @Test
    void twoCallsAtOnceBuildOnceWithoutFlock() throws Exception {
        Files.deleteIfExists(tools.resolve("flock"));
        tool("mvn", "echo mvn >>'" + log + "'\nsleep 1\ntouch npp-cait/target/npp-cait-0.1.0-SNAPSHOT.jar");
        assertBuiltOnceByTwo();
        assertEquals(false, Files.exists(root.resolve(".npp.lock")));
    }

    private void assertBuiltOnceByTwo() throws Exception {
        final Process first = start(root.resolve("npp"), "check");
        final Process second = start(root.resolve("npp"), "check");
        assertEquals(0, first.waitFor());
        assertEquals(0, second.waitFor());
        assertEquals(1, builds());
    }

    @Test
    void aLockWhoseOwnerIsGoneIsTakenOver() throws Exception {
        Files.deleteIfExists(tools.resolve("flock"));
        final Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Files.writeString(Files.createDirectory(root.resolve(".npp.lock")).resolve("pid"), Long.toString(gone.pid()));
        assertEquals(0, run(root.resolve("npp")).code());
        assertEquals(1, builds());
    }

    @Test
    void missingToolsAreNamedWithExitCode2() throws Exception {
        Files.delete(tools.resolve("mvn"));
        assertEquals(
                new Run(2, "", "npp: Maven is needed to build npp, and there is none: install maven, 3.8.7 or later\n"),
                run(root.resolve("npp")));
        tool("mvn", "exit 0");
        tool("javac", "echo 'javac 11.0.2'");
        assertEquals(
                new Run(
                        2,
                        "",
                        "npp: a JDK, version 17 or later, is needed to build npp: " + tools.resolve("javac")
                                + " is version 11\n"),
                run(root.resolve("npp")));
        Files.delete(tools.resolve("javac"));
        assertEquals(
                new Run(2, "", "npp: a JDK, version 17 or later, is needed to build npp, and there is none\n"),
                run(root.resolve("npp")));
        Files.delete(tools.resolve("java"));
        assertEquals(
                new Run(2, "", "npp: no Java found: install a JDK, version 17 or later, or set JAVA_HOME\n"),
                run(root.resolve("npp")));
    }

    @Test
    void aFailedBuildGivesExitCode2AndIsTriedAgain() throws Exception {
        tool("mvn", "echo mvn >>'" + log + "'\necho broken\nexit 1");
        final Run failed = run(root.resolve("npp"));
        assertEquals(
                new Run(2, "", "npp: building, this takes a minute\nbroken\nnpp: the build failed, see above\n"),
                failed);
        assertEquals(failed, run(root.resolve("npp")));
        assertEquals(2, builds());
    }
}
