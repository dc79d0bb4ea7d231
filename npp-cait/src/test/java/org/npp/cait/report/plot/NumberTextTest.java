package org.npp.cait.report.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {
    @ParameterizedTest
    @CsvSource({
        "0, 3, 0",
        "-0.0, 3, 0",
        "1, 3, 1",
        "112.12167, 4, 112.1",
        "104.97958, 4, 105",
        "-0.2611, 3, −0.261",
        "0.001, 2, 0.001",
        "0.00099, 1, 0.001",
        "0.00099, 2, 9.9×10⁻⁴",
        "200000, 8, 200000",
        "1234567, 3, 1.23×10⁶",
        "1e-21, 3, 10⁻²¹",
        "-2.5e-9, 3, −2.5×10⁻⁹",
        "1.41e28, 4, 1.41×10²⁸",
        "9.996e5, 3, 10⁶"
    })
    void numbersAreRoundedAndWrittenPlainlyNearOne(double value, int digits, String text) {
        assertEquals(text, NumberText.significant(value, digits));
    }

    @Test
    void whatIsNoNumberIsCalledSo() {
        assertEquals("not a number", NumberText.significant(Double.NaN, 3));
        assertEquals("∞", NumberText.significant(Double.POSITIVE_INFINITY, 3));
        assertEquals("−∞", NumberText.significant(Double.NEGATIVE_INFINITY, 3));
    }

    @ParameterizedTest
    @CsvSource({"104.97958, 4, 105.0", "0.05, 3, 0.0500", "-7, 2, −7.0", "123456, 3, 123000"})
    void preciseNumbersKeepTheirZeros(double value, int digits, String text) {
        assertEquals(text, NumberText.precise(value, digits));
    }
}
