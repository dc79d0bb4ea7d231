package org.npp.cait.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.npp.cait.fit.FitProgress;

/** How far a fit is, in words or as a bar; the time that remains is by the rate of what this run has done. Thread-safe. */
final class FitPace {
    /** Widest bar and narrowest that is one, in characters. */
    private static final int WIDEST = 40;

    private static final int NARROWEST = 8;

    private final LongSupplier nanoTime;
    private FitProgress progress = new FitProgress("fit", 0, 0, Double.NaN);
    private String phase = "";
    private long begin;

    /** What was done before, or by an earlier run. */
    private int before;

    FitPace(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    synchronized void note(FitProgress now) {
        if (!now.phase().equals(phase)) {
            phase = now.phase();
            begin = nanoTime.getAsLong();
            before = now.done();
        }
        progress = now;
    }

    /** One line. */
    synchronized String text() {
        return line("");
    }

    /** One line with a bar, if there is room for one, of at most so many characters. */
    synchronized String bar(int width) {
        final String plain = line("");
        final int room = Math.min(WIDEST, width - plain.length() - 3);
        if (progress.total() == 0 || room < NARROWEST) {
            return plain.substring(0, Math.min(width, plain.length()));
        }
        final int full = (int) ((long) room * Math.min(progress.done(), progress.total()) / progress.total());
        return line("[" + "=".repeat(full) + " ".repeat(room - full) + "] ");
    }

    private String line(String bar) {
        final String chiSquared = Double.isNaN(progress.chiSquared())
                ? ""
                : String.format(Locale.ROOT, ", best chi squared %.6g", progress.chiSquared());
        if (progress.total() == 0) {
            return String.format(Locale.ROOT, "%s: %d evaluations%s", progress.phase(), progress.done(), chiSquared);
        }
        return String.format(
                Locale.ROOT,
                "%s: %s%d of %d%s%s",
                progress.phase(),
                bar,
                progress.done(),
                progress.total(),
                chiSquared,
                remaining());
    }

    private String remaining() {
        final int own = progress.done() - before;
        final int left = progress.total() - progress.done();
        if (own <= 0 || left <= 0) {
            return "";
        }
        final Duration d = Duration.ofNanos(Math.round((double) (nanoTime.getAsLong() - begin) / own * left));
        return ", "
                + (d.toHours() > 0
                        ? String.format(Locale.ROOT, "%d h %d min", d.toHours(), d.toMinutesPart())
                        : d.toMinutes() > 0
                                ? String.format(Locale.ROOT, "%d min %d s", d.toMinutes(), d.toSecondsPart())
                                : d.toSeconds() + " s")
                + " left";
    }
}
