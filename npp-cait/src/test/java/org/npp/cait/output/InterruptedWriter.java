package org.npp.cait.output;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A program that is interrupted while it writes results: it writes one file, says so, and waits in the second. */
public final class InterruptedWriter {
    private InterruptedWriter() {}

    public static void main(String[] arguments) throws IOException {
        final Map<String, Staging.Content> files = new LinkedHashMap<>();
        files.put("profile.csv", w -> w.write("complete"));
        files.put("summary.json", w -> {
            w.write("begun");
            w.flush();
            System.out.write('!');
            System.out.flush();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        ResultDirectory.prepare(Path.of(arguments[0]), ResultDirectory.Kind.SIMULATE, true)
                .write(files);
    }
}
