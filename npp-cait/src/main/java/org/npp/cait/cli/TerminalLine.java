package org.npp.cait.cli;

import java.io.PrintStream;
import me.tongfei.progressbar.ProgressBarConsumer;

/**
 * The line of a terminal that a progress bar is drawn in, again and again.
 *
 * <p>It takes the place of the library's own one, which asks JLine for the terminal: that takes SIGINT for itself, and an
 * interrupt then ends the program before it has kept anything.
 */
final class TerminalLine implements ProgressBarConsumer {
    /** Characters of a line that any terminal shows without a break. */
    static final int WIDTH = 79;

    private final PrintStream err;
    private boolean written;

    /** The library closes it from its own thread too. */
    private boolean closed;

    TerminalLine(PrintStream err) {
        this.err = err;
    }

    @Override
    public int getMaxRenderedLength() {
        return WIDTH;
    }

    @Override
    public synchronized void accept(String line) {
        if (closed) {
            return;
        }
        written = true;
        err.print("\r" + line + " ".repeat(Math.max(0, WIDTH - line.length())));
        err.flush();
    }

    @Override
    public synchronized void clear() {
        if (written && !closed) {
            err.print("\r" + " ".repeat(WIDTH) + "\r");
            err.flush();
        }
    }

    @Override
    public synchronized void close() {
        if (written && !closed) {
            closed = true;
            err.println();
            err.flush();
        }
    }
}
