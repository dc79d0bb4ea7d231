package org.npp.cait.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class InterruptionTest {
    @TempDir
    private Path directory = Path.of("");

    @Test
    void nothingIsWrittenAfterAnInterrupt() throws IOException {
        final AtomicBoolean written = new AtomicBoolean();
        try (Interruption interruption = Interruption.install()) {
            assertTrue(interruption.write(() -> written.set(true)));
            assertTrue(written.getAndSet(false));
            interruption.interrupt();
            assertTrue(interruption.requested());
            assertFalse(interruption.write(() -> written.set(true)));
        }
        assertFalse(written.get());
    }

    /** A run that never ends, in a process of its own, gets what Ctrl-C sends. */
    @Test
    @Timeout(60)
    void interruptingARunEndsItWith130AndLeavesNothing() throws Exception {
        final Path out = directory.resolve("out");
        final Process process = new ProcessBuilder(List.of(
                        "env",
                        "--default-signal=INT", // a background process inherits it ignored
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dslf4j.internal.verbosity=ERROR",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessRun.class.getName(),
                        "simulate",
                        "../examples/lithium-borate/k.yaml",
                        "--out",
                        out.toString()))
                .redirectErrorStream(true)
                .start();
        assertEquals(EndlessRun.STARTED, process.inputReader().readLine());
        assertEquals(
                0,
                new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                        .start()
                        .waitFor());
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        assertEquals(130, process.exitValue());
        try (Stream<Path> left = Files.list(directory)) {
            assertEquals(List.of(), left.toList());
        }
    }
}
