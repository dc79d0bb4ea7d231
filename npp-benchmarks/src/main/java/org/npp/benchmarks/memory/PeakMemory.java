package org.npp.benchmarks.memory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.npp.benchmarks.LithiumBorate;

/**
 * Largest resident memory of a Java that simulates, above that of one that does nothing, each a process of its own with the
 * same flags and classes. Linux only: the figure is the kernel's.
 */
public final class PeakMemory {
    /** Processes of each kind; the median one counts. */
    private static final int REPEATS = 3;

    /** Java as it comes, and with the least heap that is any use: as it comes, it collects only after hundreds of MB. */
    private static final List<List<String>> FLAGS =
            List.of(List.of("-Xshare:auto"), List.of("-XX:+UseSerialGC", "-Xmx16m"));

    private static final List<List<String>> KINDS =
            List.of(List.of("made", "1"), List.of("made", "1000"), List.of("read", "1"));

    /** No instances. */
    private PeakMemory() {}

    /**
     * Prints a table.
     *
     * @param args none
     * @throws IOException if no process can be started
     * @throws InterruptedException if interrupted
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        for (final List<String> flags : FLAGS) {
            final long nothing = resident(measure(flags, "nothing"));
            System.out.printf(
                    Locale.ROOT,
                    "%n`java %s`: %.1f MB doing nothing%n%n| case | runs | peak, MB | above, MB | allocated by one more run, kB |"
                            + " kept of it, kB |%n|---|---|---|---|---|---|%n",
                    String.join(" ", flags),
                    1e-3 * nothing);
            for (final List<String> kind : KINDS) {
                for (final String name : LithiumBorate.CASES) {
                    final String[] found = measure(flags, kind.get(0), name, kind.get(1));
                    System.out.printf(
                            Locale.ROOT,
                            "| %s, %s | %s | %.1f | %.1f | %.0f | %.0f |%n",
                            name,
                            kind.get(0),
                            kind.get(1),
                            1e-3 * resident(found),
                            1e-3 * (resident(found) - nothing),
                            1e-3 * Long.parseLong(found[1]),
                            1e-3 * Long.parseLong(found[2]));
                }
            }
        }
    }

    private static long resident(String[] found) {
        return Long.parseLong(found[0]);
    }

    /** The median of some processes. */
    private static String[] measure(List<String> flags, String... args) throws IOException, InterruptedException {
        final List<String[]> all = new ArrayList<>();
        for (int i = 0; i < REPEATS; i++) {
            all.add(start(flags, args));
        }
        all.sort(Comparator.comparingLong(PeakMemory::resident));
        return all.get(REPEATS / 2);
    }

    private static String[] start(List<String> flags, String... args) throws IOException, InterruptedException {
        final List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Footprint.class.getName()));
        command.addAll(Arrays.asList(args));
        final Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        final String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("a process failed: " + String.join(" ", command));
        }
        return out.strip().split(" ", -1);
    }
}
