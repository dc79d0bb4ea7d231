package org.npp.cait.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.npp.core.Progress;

class ProgressDisplayTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void aLineIsWrittenEveryFiveSecondsAtMost() {
        final StringWriter err = new StringWriter();
        final AtomicLong now = new AtomicLong(3 * SECOND);
        try (ProgressDisplay lines = ProgressDisplay.lines(new PrintWriter(err), now::get)) {
            lines.accept(new Progress(1, 4, 10));
            now.set(8 * SECOND - 1);
            lines.accept(new Progress(1, 4, 11));
            assertEquals("", err.toString());
            now.set(8 * SECOND);
            lines.accept(new Progress(1, 4, 12));
            now.set(9 * SECOND);
            lines.accept(new Progress(2, 4, 13));
            now.set(20 * SECOND);
            lines.accept(new Progress(3, 4, 14));
        }
        assertEquals(
                "t = 1.000 of 4.000 s (25 %), 12 steps\nt = 3.000 of 4.000 s (75 %), 14 steps\n",
                err.toString().replace("\r\n", "\n"));
    }
}
