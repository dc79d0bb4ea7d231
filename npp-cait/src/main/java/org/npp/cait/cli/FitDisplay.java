package org.npp.cait.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.npp.cait.fit.FitProgress;

/**
 * Shows how far a fit is, with its best chi squared and the time that remains: a bar on a terminal, a line every few
 * seconds elsewhere, nothing if asked for. Thread-safe.
 */
interface FitDisplay extends Consumer<FitProgress>, AutoCloseable {
    /** Time between lines [ns]. */
    long LINE_INTERVAL = 5_000_000_000L;

    @Override
    void close();

    static FitDisplay none() {
        return new FitDisplay() {
            @Override
            public void accept(FitProgress progress) {
                // quiet
            }

            @Override
            public void close() {
                // nothing was opened
            }
        };
    }

    static FitDisplay lines(PrintWriter err, LongSupplier nanoTime) {
        return new FitDisplay() {
            private final FitPace pace = new FitPace(nanoTime);
            private long last = nanoTime.getAsLong();

            @Override
            public synchronized void accept(FitProgress progress) {
                pace.note(progress);
                final long now = nanoTime.getAsLong();
                if (now - last >= LINE_INTERVAL) {
                    last = now;
                    err.println(pace.text());
                    err.flush();
                }
            }

            @Override
            public void close() {
                // lines are complete
            }
        };
    }

    static FitDisplay bar(PrintStream err, LongSupplier nanoTime) {
        final FitPace pace = new FitPace(nanoTime);
        final TerminalLine line = new TerminalLine(err);
        final ProgressBar bar = new ProgressBarBuilder()
                .setTaskName("fit")
                .setInitialMax(-1)
                .setUpdateIntervalMillis(200)
                .setConsumer(line)
                .setRenderer((state, width) -> pace.bar(width))
                .build();
        return new FitDisplay() {
            private boolean closed;

            @Override
            public synchronized void accept(FitProgress progress) {
                pace.note(progress);
                // the library draws only what has moved
                bar.step();
            }

            @Override
            public synchronized void close() {
                if (!closed) {
                    closed = true;
                    bar.close();
                    line.close(); // the library leaves the line of a short run open
                }
            }
        };
    }
}
