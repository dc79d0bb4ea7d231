package org.npp.cait.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {
    @ParameterizedTest
    @CsvSource({
        "1.12953452697e-3, A/m², 1.1295 mA/m²",
        "25.886, V, 25.886 V",
        "0.001, V, 1 mV",
        "999.99, V, 999.99 V",
        "1000, V, 1 kV",
        "5e-4, m, 500 µm",
        "3e-17, A/m², 0.03 fA/m²",
        "0, V, 0 V"
    })
    void valuesComeInTheUnitThatSuitsThem(double value, String unit, String text) {
        assertEquals(text.replace(' ', '\u00a0'), Scale.of(value, unit).text(value, 5));
    }

    @ParameterizedTest
    @CsvSource({"90, 90 s", "1800, 30 min", "2e5, 55.56 h", "864000, 240 h", "1728000, 20 d"})
    void timesComeInTheUnitThatSuitsThem(double time, String text) {
        assertEquals(text.replace(' ', '\u00a0'), Scale.ofTime(time).text(time, 4));
    }

    @Test
    void depthsAreNanometresUnlessTheyAreMany() {
        assertEquals("112\u00a0nm", Scale.ofDepth(1.12e-7).text(1.12e-7, 4));
        assertEquals("500\u00a0\u00b5m", Scale.ofDepth(5e-4).text(5e-4, 4));
        assertArrayEquals(new double[] {0, 1.5}, Scale.ofTime(7e4).applied(new double[] {0, 5400}), 1e-12);
    }
}
