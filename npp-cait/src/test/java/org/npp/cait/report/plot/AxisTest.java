package org.npp.cait.report.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AxisTest {
    private static final double ROUNDING = 1e-9;

    private static List<String> labels(Axis axis, int about) {
        return axis.ticks(about).stream()
                .map(Axis.Tick::label)
                .filter(l -> !l.isEmpty())
                .toList();
    }

    @Test
    void linearTicksStandAtRoundNumbersWithEqualDecimals() {
        assertEquals(
                List.of("0", "20", "40", "60", "80", "100", "120", "140"),
                labels(Axis.linear("Depth (nm)", 0, 145.7), 8));
        assertEquals(List.of("0.0", "0.2", "0.4", "0.6", "0.8", "1.0"), labels(Axis.linear("c", 0, 1.06), 6));
        assertEquals(List.of("−0.4", "−0.2", "0.0", "0.2"), labels(Axis.linear("E (eV)", -0.5, 0.25), 4));
        assertEquals(List.of("0.05", "0.10", "0.15"), labels(Axis.linear("c", 0.031, 0.17), 3));
    }

    @Test
    void linearTicksOfExtremeSizeArePowersOfTen() {
        assertEquals(List.of("0", "5×10⁻⁹", "10⁻⁸"), labels(Axis.linear("x (m)", 0, 1e-8), 3));
        assertEquals(List.of("0", "10⁹", "2×10⁹"), labels(Axis.linear("t (s)", 0, 2e9), 3));
    }

    @Test
    void logarithmicTicksStandAtDecadesWithMinorOnesBetween() {
        final Axis axis = Axis.log("D (m²/s)", 1e-23, 1e-16);
        assertEquals(List.of("10⁻²³", "10⁻²²", "10⁻²¹", "10⁻²⁰", "10⁻¹⁹", "10⁻¹⁸", "10⁻¹⁷", "10⁻¹⁶"), labels(axis, 8));
        assertEquals(64, axis.ticks(8).size());
    }

    @Test
    void logarithmicTicksSkipDecadesWhereThereIsNoRoom() {
        final Axis axis = Axis.log("D (m²/s)", 1e-40, 1e-10);
        assertTrue(labels(axis, 6).size() <= 6);
        assertTrue(
                labels(axis, 6).containsAll(List.of("10⁻³⁰", "10⁻¹²")),
                labels(axis, 6).toString());
    }

    @Test
    void shortLogarithmicAxesNameTwosAndFives() {
        assertEquals(List.of("2×10⁻²¹", "5×10⁻²¹", "10⁻²⁰", "2×10⁻²⁰"), labels(Axis.log("D", 1.5e-21, 3e-20), 6));
        assertEquals(List.of("2.0", "2.5", "3.0", "3.5"), labels(Axis.log("D", 1.9, 3.6), 4));
    }

    @Property
    void linearTicksAreInRangeEquallySpacedAndFewEnough(
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double min,
            @ForAll @DoubleRange(min = 0.01, max = 1e6) double span,
            @ForAll @IntRange(min = 2, max = 12) int about) {
        final List<Axis.Tick> ticks = Axis.linear("x", min, min + span).ticks(about);
        assertTrue(ticks.size() >= 2 && ticks.size() <= Math.max(about, 4) + 1, ticks::toString);
        for (int i = 0; i < ticks.size(); i++) {
            final double value = ticks.get(i).value();
            assertTrue(value >= min - ROUNDING * span && value <= min + span + ROUNDING * span, ticks::toString);
            if (i > 0) {
                final double step = value - ticks.get(i - 1).value();
                final double mantissa = step / Math.pow(10, Math.floor(Math.log10(step * (1 + 1e-6))));
                final double error =
                        Math.min(Math.abs(mantissa - 1), Math.min(Math.abs(mantissa - 2), Math.abs(mantissa - 5)));
                assertTrue(error < 1e-5, ticks::toString);
            }
        }
    }

    @Property
    void tickLabelsReadBackAsTheirValues(
            @ForAll @DoubleRange(min = -1e3, max = 1e3) double min,
            @ForAll @DoubleRange(min = 0.01, max = 1e4) double span) {
        for (final Axis.Tick tick : Axis.linear("x", min, min + span).ticks(6)) {
            assertEquals(tick.value(), Double.parseDouble(tick.label().replace('−', '-')), ROUNDING * span);
        }
    }

    @Property
    void enclosingAxesHoldTheRangeAndEndAtTicks(
            @ForAll @DoubleRange(min = -1e4, max = 1e4) double low,
            @ForAll @DoubleRange(min = 0, max = 1e4) double span) {
        final Axis axis = Axis.enclosing("x", low, low + span);
        assertTrue(axis.min() <= low && axis.max() >= low + span, axis::toString);
        assertTrue(low < 0 || axis.min() >= 0, axis::toString);
        final double fill = span / (axis.max() - axis.min());
        assertTrue(span <= 1e-2 * Math.abs(low) || fill > 0.4, axis::toString);
    }

    @Test
    void singleValuesGetRoom() {
        assertEquals(Axis.linear("x", 0, 1), Axis.enclosing("x", 0, 0));
        final Axis axis = Axis.enclosing("x", 1.13, 1.13);
        assertTrue(axis.min() < 1.13 && axis.max() > 1.13 && axis.max() - axis.min() < 1, axis::toString);
    }

    @Test
    void sharesAreLinearInTheValueOrItsLogarithm() {
        assertEquals(0.25, Axis.linear("x", -1, 3).share(0), ROUNDING);
        assertEquals(0.5, Axis.log("x", 1e-4, 1e4).share(1), ROUNDING);
        assertEquals(Double.NEGATIVE_INFINITY, Axis.log("x", 1, 10).share(0));
    }

    @Test
    void badRangesAreRefused() {
        assertEquals(
                "axis 'x' needs finite min < max: 1.0, 1.0",
                assertThrows(IllegalArgumentException.class, () -> Axis.linear("x", 1, 1))
                        .getMessage());
        assertEquals(
                "axis 'x' needs finite min < max: NaN, 1.0",
                assertThrows(IllegalArgumentException.class, () -> Axis.linear("x", Double.NaN, 1))
                        .getMessage());
        assertEquals(
                "logarithmic axis 'x' needs min > 0: 0.0",
                assertThrows(IllegalArgumentException.class, () -> Axis.log("x", 0, 1))
                        .getMessage());
        assertEquals(
                "axis 'x' needs low <= high: 2.0, 1.0",
                assertThrows(IllegalArgumentException.class, () -> Axis.enclosing("x", 2, 1))
                        .getMessage());
    }
}
