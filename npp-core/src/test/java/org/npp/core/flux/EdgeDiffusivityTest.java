package org.npp.core.flux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EdgeDiffusivityTest {
    private static final double UNIT = 1e-20;

    private static double value(EdgeDiffusivity edges, double left, double right, boolean fromLeft) {
        return edges.linearize(left, right, fromLeft, new double[2]);
    }

    @ParameterizedTest
    @CsvSource({
        "BLENDED,4,1,true,3.680400",
        "BLENDED,4,1,false,1.319600",
        "CENTRED,4,1,true,3.680400",
        "HARMONIC_BLENDED,4,1,true,1.807318",
        "HARMONIC_BLENDED,4,1,false,1.548170",
        "UPWIND,4,1,true,4",
        "UPWIND,4,1,false,1",
        "ARITHMETIC,4,1,true,2.5",
        "HARMONIC,4,1,true,1.6",
        "LOGARITHMIC,4,1,true,2"
    })
    void valuesAreAsDefined(EdgeDiffusivity edges, double left, double right, boolean fromLeft, double expected) {
        assertEquals(expected, value(edges, left, right, fromLeft), 1e-6);
    }

    @ParameterizedTest
    @EnumSource(EdgeDiffusivity.class)
    void equalNodesGiveTheirOwnValue(EdgeDiffusivity edges) {
        assertEquals(3 * UNIT, value(edges, 3 * UNIT, 3 * UNIT, true), 1e-15 * UNIT);
        assertEquals(0, value(edges, 0, 0, true));
    }

    @Test
    void theBlendIsArithmeticForSmallAndUpwindForLargeRatios() {
        assertEquals(1.005, value(EdgeDiffusivity.BLENDED, 1.01, 1, true), 1e-9);
        assertEquals(1e8, value(EdgeDiffusivity.BLENDED, 1e8, 1, true), 1e8 * 1e-5);
        assertEquals(1, value(EdgeDiffusivity.BLENDED, 1e8, 1, false), 1e8 * 1e-5);
    }

    @Test
    void theHarmonicBlendIsHarmonicForSmallAndUpwindForLargeRatios() {
        assertEquals(2 * 1.01 / 2.01, value(EdgeDiffusivity.HARMONIC_BLENDED, 1.01, 1, true), 1e-9);
        assertEquals(1e12, value(EdgeDiffusivity.HARMONIC_BLENDED, 1e12, 1, true), 1e12 * 1e-4);
        assertEquals(1, value(EdgeDiffusivity.HARMONIC_BLENDED, 1e12, 1, false), 1e-4);
    }

    @ParameterizedTest
    @EnumSource(EdgeDiffusivity.class)
    void immobileNodesGiveFiniteValuesAndDerivatives(EdgeDiffusivity edges) {
        final double[] partials = {Double.NaN, Double.NaN};
        for (final boolean fromLeft : new boolean[] {true, false}) {
            for (final double[] pair : new double[][] {{0, 2}, {2, 0}, {0, 0}}) {
                final double value = edges.linearize(pair[0], pair[1], fromLeft, partials);
                assertTrue(value >= 0 && value <= 2, edges + " " + value);
                assertTrue(Double.isFinite(partials[0]) && Double.isFinite(partials[1]));
            }
        }
        assertEquals(edges == EdgeDiffusivity.ARITHMETIC ? 1 : 0, value(edges, 0, 2, true));
    }

    @Property(seed = "48")
    void swappingNodesAndDriftChangesNothing(
            @ForAll EdgeDiffusivity edges,
            @ForAll @DoubleRange(min = 0.01, max = 100) double left,
            @ForAll @DoubleRange(min = 0.01, max = 100) double right,
            @ForAll boolean fromLeft) {
        final double[] partials = new double[2];
        final double[] swapped = new double[2];
        final double value = edges.linearize(left, right, fromLeft, partials);
        assertEquals(value, edges.linearize(right, left, !fromLeft, swapped), 1e-13 * value);
        assertEquals(partials[0], swapped[1], 1e-11);
        assertEquals(partials[1], swapped[0], 1e-11);
    }

    @Property(seed = "49")
    void valuesLieBetweenTheNodesAndScaleWithThem(
            @ForAll EdgeDiffusivity edges,
            @ForAll @DoubleRange(min = 0.01, max = 100) double left,
            @ForAll @DoubleRange(min = 0.01, max = 100) double right,
            @ForAll boolean fromLeft) {
        final double value = value(edges, left, right, fromLeft);
        assertTrue(value >= Math.min(left, right) * (1 - 1e-15), edges + " " + value);
        assertTrue(value <= Math.max(left, right) * (1 + 1e-15), edges + " " + value);
        assertEquals(UNIT * value, value(edges, UNIT * left, UNIT * right, fromLeft), 1e-12 * UNIT * value);
    }

    @Property(seed = "50")
    void derivativesAreThoseOfTheValue(
            @ForAll EdgeDiffusivity edges,
            @ForAll @DoubleRange(min = 0.1, max = 10) double left,
            @ForAll @DoubleRange(min = 0.1, max = 10) double right,
            @ForAll boolean fromLeft) {
        final double[] partials = new double[2];
        edges.linearize(left, right, fromLeft, partials);
        final double step = 1e-3;
        final double byLeft = slope(s -> value(edges, left * (1 + s), right, fromLeft), step) / left;
        final double byRight = slope(s -> value(edges, left, right * (1 + s), fromLeft), step) / right;
        final double scale = Math.max(left, right) / Math.min(left, right);
        assertEquals(byLeft, partials[0], 1e-8 * scale);
        assertEquals(byRight, partials[1], 1e-8 * scale);
    }

    private static double slope(DoubleUnaryOperator f, double h) {
        final double near = f.applyAsDouble(h) - f.applyAsDouble(-h);
        final double far = f.applyAsDouble(2 * h) - f.applyAsDouble(-2 * h);
        return (8 * near - far) / (12 * h);
    }
}
