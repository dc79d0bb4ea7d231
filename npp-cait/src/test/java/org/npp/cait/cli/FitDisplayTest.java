package org.npp.cait.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.npp.cait.fit.FitProgress;

class FitDisplayTest {
    private final AtomicLong seconds = new AtomicLong();
    private final StringWriter text = new StringWriter();

    private void show(FitDisplay display, long at, FitProgress progress) {
        seconds.set(at);
        display.accept(progress);
    }

    @Test
    void linesComeEveryFewSecondsWithTheBestAndTheTimeThatRemains() {
        try (FitDisplay display = FitDisplay.lines(new PrintWriter(text), () -> 1_000_000_000L * seconds.get())) {
            show(display, 1, new FitProgress("fit", 1, 0, Double.NaN));
            show(display, 6, new FitProgress("fit", 8, 0, Double.NaN));
            show(display, 9, new FitProgress("fit", 9, 0, 900));
            show(display, 12, new FitProgress("fit", 12, 0, 812.25));
            // continued at 50: its rate is that of its own 10 in 20 s
            show(display, 20, new FitProgress("posterior", 50, 100, 812.25));
            show(display, 40, new FitProgress("posterior", 60, 100, 812.25));
            show(display, 100, new FitProgress("posterior", 62, 1000, 812.25));
            show(display, 3620, new FitProgress("posterior", 100, 1000, 812.25));
        }
        final String expected = """
                fit: 8 evaluations
                fit: 12 evaluations, best chi squared 812.250
                posterior: 50 of 100, best chi squared 812.250
                posterior: 60 of 100, best chi squared 812.250, 1 min 20 s left
                posterior: 62 of 1000, best chi squared 812.250, 1 h 44 min left
                posterior: 100 of 1000, best chi squared 812.250, 18 h 0 min left
                """;
        assertEquals(expected, text.toString().replace("\r", ""));
    }

    @Test
    void theBarTakesTheRoomThatTheWordsLeave() {
        final FitPace pace = new FitPace(() -> 1_000_000_000L * seconds.get());
        seconds.set(5);
        pace.note(new FitProgress("fit", 12, 0, 812.25));
        assertEquals("fit: 12 evaluations, best chi squared 812.250", pace.bar(80));
        assertEquals("fit: 12 eval", pace.bar(12));
        pace.note(new FitProgress("bootstrap", 0, 40, 812.25));
        seconds.set(15);
        pace.note(new FitProgress("bootstrap", 10, 40, 812.25));
        assertEquals(
                "bootstrap: [==        ] 10 of 40, best chi squared 812.250, 30 s left",
                pace.bar("bootstrap: 10 of 40, best chi squared 812.250, 30 s left".length() + 13));
        assertEquals("bootstrap: 10 of 40, best chi squared 812.250, 30 s left", pace.bar(60));
        pace.note(new FitProgress("bootstrap", 40, 40, 812.25));
        assertEquals("bootstrap: [" + "=".repeat(40) + "] 40 of 40, best chi squared 812.250", pace.bar(200));
    }

    @Test
    void aTerminalShowsOneLineThatIsDrawnAgainAndLeftWhole() {
        final ByteArrayOutputStream shown = new ByteArrayOutputStream();
        try (PrintStream err = new PrintStream(shown, true, StandardCharsets.UTF_8)) {
            final FitDisplay display = FitDisplay.bar(err, System::nanoTime);
            for (int k = 0; k <= 40; k++) {
                display.accept(new FitProgress("bootstrap", k, 40, 812.25));
            }
            display.close();
            display.close();
        }
        final String text = shown.toString(StandardCharsets.UTF_8);
        final String line = System.lineSeparator();
        assertTrue(text.endsWith(line) && text.indexOf(line) == text.length() - line.length(), text);
        final String[] drawn = text.strip().split("\r", -1);
        final String last = drawn[drawn.length - 1];
        assertTrue(last.matches("bootstrap: \\[=+] 40 of 40, best chi squared 812\\.250 *"), last);
        for (final String one : drawn) {
            assertTrue(one.length() <= TerminalLine.WIDTH, one);
            assertTrue(one.chars().allMatch(c -> c >= ' ' && c < 127), one);
        }
    }

    @Test
    void nothingIsShownIfNothingIsWanted() {
        try (FitDisplay display = FitDisplay.none()) {
            show(display, 100, new FitProgress("fit", 1, 0, 1));
        }
        assertEquals("", text.toString());
    }
}
