package org.npp.cait.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityParserTest {
    /** The SI value is written as a decimal number, so that Java rounds it as exactly as the parser must. */
    @ParameterizedTest
    @CsvSource({
        "300 K, TEMPERATURE, 300",
        "0.5 mm, LENGTH, 0.0005",
        "3nm, LENGTH, 3e-9",
        "12 cm, LENGTH, 0.12",
        "1 m, LENGTH, 1",
        "10 um, LENGTH, 1e-5",
        "10 \u00b5m, LENGTH, 1e-5",
        "10 \u03bcm, LENGTH, 1e-5",
        "' 0.1  nm ', LENGTH, 1e-10",
        "2 m^2, AREA, 2",
        "2.5 mm^2, AREA, 2.5e-6",
        "0.3 cm^2, AREA, 3e-5",
        "7 cm\u00b2, AREA, 7e-4",
        "2.0e-21 m^2/s, DIFFUSIVITY, 2e-21",
        "2.0e-17 cm^2/s, DIFFUSIVITY, 2e-21",
        "1.41e28 1/m^3, NUMBER_DENSITY, 1.41e28",
        "1.41e28 m^-3, NUMBER_DENSITY, 1.41e28",
        "1.41e22 1/cm^3, NUMBER_DENSITY, 1.41e28",
        "1.41e22 cm^-3, NUMBER_DENSITY, 1.41e28",
        "1.41e22 cm\u207b\u00b3, NUMBER_DENSITY, 1.41e28",
        "1.41e22 1/cm\u00b3, NUMBER_DENSITY, 1.41e28",
        "2e5 s, TIME, 200000",
        "90 min, TIME, 5400",
        "1.5 h, TIME, 5400",
        "1.1 d, TIME, 95040",
        "3 A, CURRENT, 3",
        "3 mA, CURRENT, 0.003",
        "0.3 uA, CURRENT, 3e-7",
        "5 nA, CURRENT, 5e-9",
        "1.12953452697e-3 A/m^2, CURRENT_DENSITY, 1.12953452697e-3",
        "1.12953452697e-7 A/cm^2, CURRENT_DENSITY, 1.12953452697e-3",
        "0.1 mA/cm^2, CURRENT_DENSITY, 1",
        "0.1 uA/cm^2, CURRENT_DENSITY, 0.001",
        "112.953452697 nA/cm^2, CURRENT_DENSITY, 1.12953452697e-3",
        "-3 V, POTENTIAL, -3",
        "+.5 V, POTENTIAL, 0.5",
        "7 mV, POTENTIAL, 0.007",
        "1.1 kV, POTENTIAL, 1100",
        "1 eV, ENERGY, 1.602176634e-19",
        "250 meV, ENERGY, 4.005441585e-20",
        "0.1 meV, ENERGY, 1.602176634e-23",
        "2. J, ENERGY, 2",
        "0 nm, LENGTH, 0",
        "0.1000000000000000055511151231257827 m, LENGTH, 0.1",
    })
    void valuesAreTheDoublesNearestToTheExactOnes(String text, QuantityKind kind, String exact) {
        assertEquals(new BigDecimal(exact).doubleValue(), QuantityParser.parse(text, kind));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "300 nm | TEMPERATURE | 300 nm is a length, K expected",
                "5 eV | POTENTIAL | 5 eV is an energy, V expected",
                "3 s | DIFFUSIVITY | 3 s is a time, m^2/s expected",
                "250 mev | ENERGY | unknown unit 'mev'; did you mean meV?",
                "3 Mm | LENGTH | unknown unit 'Mm'; did you mean mm?",
                "300 Kelvins | TEMPERATURE | unknown unit 'Kelvins'; known: K",
                "27 \u00b0C | TEMPERATURE | unknown unit '\u00b0C'; known: K",
                "1,5 mm | LENGTH | unknown unit ',5 mm'; known: m, cm, mm, um, nm",
                "300 | TEMPERATURE | must have a unit, K for example: '300'",
                "nm | LENGTH | must be a number with a unit, in m for example: 'nm'",
                "'' | LENGTH | must be a number with a unit, in m for example: ''",
                "NaN | LENGTH | must be finite: NaN",
                ".nan | LENGTH | must be finite: .nan",
                "NaN nm | LENGTH | must be finite: NaN nm",
                "-Infinity m | LENGTH | must be finite: -Infinity m",
                "-.inf | LENGTH | must be finite: -.inf",
                "1e400 m | LENGTH | must be finite: 1e400 m",
                "1e999999999 m | LENGTH | must be finite: 1e999999999 m",
                "1e308 kV | POTENTIAL | must be finite: 1e308 kV",
                "1e-400 m | LENGTH | too small for a number: 1e-400 m",
                "1e-320 nm | LENGTH | too small for a number: 1e-320 nm",
            })
    void wrongQuantitiesAreRefusedWithRuleAndText(String text, QuantityKind kind, String message) {
        final IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> QuantityParser.parse(text, kind));
        assertEquals(message, e.getMessage());
    }

    @Test
    void plainNumbersHaveNoUnit() {
        assertEquals(-1.5e-3, QuantityParser.parseNumber(" -1.5e-3 "));
        assertEquals(
                "must be a number: '3 m'",
                assertThrows(IllegalArgumentException.class, () -> QuantityParser.parseNumber("3 m"))
                        .getMessage());
        assertEquals(
                "must be a number: 'No'",
                assertThrows(IllegalArgumentException.class, () -> QuantityParser.parseNumber("No"))
                        .getMessage());
    }

    @Test
    void unitsAreListedByKind() {
        assertEquals(
                List.of("s", "ms", "us", "ns", "ps", "fs", "min", "h", "d"),
                QuantityParser.symbolsOf(QuantityKind.TIME));
        assertEquals(List.of("J", "eV", "meV", "keV"), QuantityParser.symbolsOf(QuantityKind.ENERGY));
    }
}
