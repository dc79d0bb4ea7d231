package org.npp.cait.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
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
            private String phase = "";
            private long begin;
            private long last = nanoTime.getAsLong();
            private int before;

            @Override
            public synchronized void accept(FitProgress progress) {
                final long now = nanoTime.getAsLong();
                if (!progress.phase().equals(phase)) {
                    phase = progress.phase();
                    begin = now;
                    before = progress.done();
                }
                if (now - last >= LINE_INTERVAL) {
                    last = now;
                    err.println(text(progress, progress.done() - before, now - begin));
                    err.flush();
                }
            }

            @Override
            public void close() {
                // lines are complete
            }
        };
    }

    /** One line; the rate is that of what this run has done, not of what it took over. */
    private static String text(FitProgress progress, int own, long nanos) {
        final String chiSquared = Double.isNaN(progress.chiSquared())
                ? ""
                : String.format(Locale.ROOT, ", best chi squared %.6g", progress.chiSquared());
        if (progress.total() == 0) {
            return String.format(Locale.ROOT, "%s: %d evaluations%s", progress.phase(), progress.done(), chiSquared);
        }
        final String remaining = own == 0
                ? ""
                : ", "
                        + duration(Duration.ofNanos(
                                Math.round((double) nanos / own * (progress.total() - progress.done()))))
                        + " left";
        return String.format(
                Locale.ROOT,
                "%s: %d of %d%s%s",
                progress.phase(),
                progress.done(),
                progress.total(),
                chiSquared,
                remaining);
    }

    private static String duration(Duration d) {
        return d.toHours() > 0
                ? String.format(Locale.ROOT, "%d h %d min", d.toHours(), d.toMinutesPart())
                : d.toMinutes() > 0
                        ? String.format(Locale.ROOT, "%d min %d s", d.toMinutes(), d.toSecondsPart())
                        : d.toSeconds() + " s";
    }

    static FitDisplay bar() {
        final ProgressBar bar = new ProgressBarBuilder()
                .setTaskName("fit")
                .setInitialMax(-1)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .build();
        return new FitDisplay() {
            @Override
            public synchronized void accept(FitProgress progress) {
                bar.maxHint(progress.total() == 0 ? -1 : progress.total());
                bar.stepTo(progress.done());
                bar.setExtraMessage(
                        Double.isNaN(progress.chiSquared())
                                ? progress.phase()
                                : String.format(
                                        Locale.ROOT, "%s, chi squared %.6g", progress.phase(), progress.chiSquared()));
            }

            @Override
            public void close() {
                bar.close();
            }
        };
    }
}
