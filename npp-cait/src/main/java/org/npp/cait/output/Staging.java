package org.npp.cait.output;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Stream;

/**
 * A directory in which files wait until all of them are complete. It is removed when it is closed, and when the program
 * is interrupted; so are the parents that had to be made for it. Not thread-safe.
 */
final class Staging implements AutoCloseable {
    /** What writes one file. */
    @FunctionalInterface
    interface Content {
        /**
         * Writes the file.
         *
         * @param out the file, UTF-8
         * @throws IOException if {@code out} fails
         */
        void writeTo(Writer out) throws IOException;
    }

    /** How often removing is tried while another thread still writes. */
    private static final int ATTEMPTS = 100;

    /** The directory. */
    private final Path directory;

    /** Parents made for it, the innermost first. */
    private final Deque<Path> parents;

    /** Removes it when the program is interrupted. */
    private final Thread hook;

    private Staging(Path directory, Deque<Path> parents) {
        this.directory = directory;
        this.parents = parents;
        this.hook = new Thread(this::discard, "npp-staging");
    }

    /** Creates a staging directory of a new name in a directory, which is created if it is missing. */
    static Staging in(Path parent) throws IOException {
        final Deque<Path> missing = new ArrayDeque<>();
        for (Path p = parent; p != null && !Files.exists(p); p = p.getParent()) {
            missing.push(p);
        }
        final String name = String.format(Locale.ROOT, ".npp-%s.tmp", UUID.randomUUID());
        final Deque<Path> made = new ConcurrentLinkedDeque<>();
        final Staging staging = new Staging(parent.resolve(name), made);
        staging.install();
        try {
            for (final Path p : missing) {
                Files.createDirectory(p);
                made.push(p);
            }
            Files.createDirectory(staging.directory);
        } catch (IOException e) {
            staging.close();
            throw e;
        }
        return staging;
    }

    /** A fit that is interrupted writes the best it has while the program ends, which waits for it and takes no hooks. */
    private void install() {
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException e) {
            return; // close removes what is left
        }
    }

    Path directory() {
        return directory;
    }

    void write(Map<String, Content> files) throws IOException {
        for (final Map.Entry<String, Content> file : files.entrySet()) {
            try (Writer out = Files.newBufferedWriter(directory.resolve(file.getKey()), StandardCharsets.UTF_8)) {
                file.getValue().writeTo(out);
            }
        }
    }

    /** Tells that the files are in place: parents stay. */
    void keepParents() {
        parents.clear();
    }

    @Override
    public void close() {
        discard();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return; // the program is ending: the hook runs, and removes what may be left
        }
    }

    /** Removes what is left; a second time, and while files are still being added, too. */
    private void discard() {
        int attempts = 0;
        while (attempts < ATTEMPTS && !removed()) {
            attempts++;
        }
        while (!parents.isEmpty()) {
            try {
                Files.deleteIfExists(parents.pop());
            } catch (IOException e) {
                return; // someone else uses it
            }
        }
    }

    /** Removes directory and files; false if another file appeared meanwhile or the other thread was faster. */
    private boolean removed() {
        if (!Files.exists(directory)) {
            return true;
        }
        try (Stream<Path> files = Files.list(directory)) {
            for (final Path file : (Iterable<Path>) files::iterator) {
                Files.deleteIfExists(file);
            }
            return Files.deleteIfExists(directory);
        } catch (IOException e) {
            return false;
        }
    }
}
