package org.npp.cait.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.npp.core.Progress;

/** Shows how far a run is: a bar on a terminal, a line every few seconds elsewhere, nothing if asked for. */
interface ProgressDisplay extends Consumer<Progress>, AutoCloseable {
    /** Time between lines [ns]. */
    long LINE_INTERVAL = 5_000_000_000L;

    /** Full bar [%]. */
    int FULL = 100;

    @Override
    void close();

    static ProgressDisplay none() {
        return new ProgressDisplay() {
            @Override
            public void accept(Progress progress) {
                // quiet
            }

            @Override
            public void close() {
                // nothing was opened
            }
        };
    }

    static ProgressDisplay lines(PrintWriter err, LongSupplier nanoTime) {
        return new ProgressDisplay() {
            /** When the last line was written, or the run began. */
            private long last = nanoTime.getAsLong();

            @Override
            public void accept(Progress progress) {
                if (nanoTime.getAsLong() - last >= LINE_INTERVAL) {
                    last = nanoTime.getAsLong();
                    err.println(String.format(
                            Locale.ROOT,
                            "t = %.4g of %.4g s (%.0f %%), %d steps",
                            progress.time(),
                            progress.endTime(),
                            100 * progress.time() / progress.endTime(),
                            progress.step()));
                    err.flush();
                }
            }

            @Override
            public void close() {
                // lines are complete
            }
        };
    }

    static ProgressDisplay bar() {
        final TerminalLine line = new TerminalLine(System.err);
        final ProgressBar bar = new ProgressBarBuilder()
                .setTaskName("simulate")
                .setInitialMax(FULL)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .setConsumer(line)
                .hideEta()
                .build();
        return new ProgressDisplay() {
            @Override
            public void accept(Progress progress) {
                bar.stepTo(Math.round(FULL * progress.time() / progress.endTime()));
                bar.setExtraMessage(progress.step() + " steps");
            }

            @Override
            public void close() {
                bar.close();
                line.close(); // the library leaves the line of a short run open
            }
        };
    }
}
