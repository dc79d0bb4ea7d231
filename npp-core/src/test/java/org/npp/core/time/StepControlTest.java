package org.npp.core.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepControlTest {
    private static final StepControl CONTROL = StepControl.ofTarget(1e-3);

    @Test
    void errorsUpToFourTimesTheTargetStand() {
        assertTrue(CONTROL.accepts(4e-3));
        assertFalse(CONTROL.accepts(4.001e-3));
        assertFalse(CONTROL.accepts(Double.NaN));
        assertFalse(CONTROL.accepts(Double.POSITIVE_INFINITY));
    }

    @Test
    void theNextStepAimsAtTheTargetWithinLimits() {
        assertEquals(0.85, CONTROL.factor(1e-3, 1), 1e-15);
        assertEquals(0.85 / 1.5, CONTROL.factor(2.25e-3, 1), 1e-15);
        assertEquals(0.85 / 1.5, CONTROL.factor(3.375e-3, 2), 1e-15);
        assertEquals(2, CONTROL.factor(0, 2));
        assertEquals(2, CONTROL.factor(1e-9, 1));
        assertEquals(0.3, CONTROL.factor(1, 2));
        assertEquals(0.3, CONTROL.factor(Double.POSITIVE_INFINITY, 1));
    }

    /** y = t^2: implicit Euler is off by step^2, the line through two values before by -step (step + before). */
    @Property(seed = "46")
    void theShareOfEulersErrorIsExactForParabolas(
            @ForAll @DoubleRange(min = 0.01, max = 10) double step,
            @ForAll @DoubleRange(min = 0.01, max = 10) double before) {
        final double euler = step * step;
        final double predictor = -step * (step + before);
        assertEquals(euler, (euler - predictor) * StepControl.eulerShare(step, before), 1e-14 * euler);
    }

    /** y = t^3: BDF2 from exact values, and the parabola through three values before. */
    @Property(seed = "47")
    void theShareOfBdf2sErrorIsExactForCubics(
            @ForAll @DoubleRange(min = 0.01, max = 10) double step,
            @ForAll @DoubleRange(min = 0.01, max = 10) double before,
            @ForAll @DoubleRange(min = 0.01, max = 10) double beforeThat) {
        // now t = 0, where y' = 0: BDF2 gives y(0) with a (y - y1) - b (y1 - y2) = 0
        final double y1 = -Math.pow(step, 3);
        final double y2 = -Math.pow(step + before, 3);
        final TimeFormula formula = TimeFormula.bdf2(step, before);
        final double bdf2 = y1 + formula.change(0, y1 - y2);
        // the parabola misses a cubic by the product of the distances
        final double predictor = -step * (step + before) * (step + before + beforeThat);
        assertEquals(
                bdf2, (bdf2 - predictor) * StepControl.bdf2Share(step, before, beforeThat), 1e-10 * Math.abs(bdf2));
    }

    /** y = t^3: the trapezoidal rule from exact value and rate, and the parabola through three values before. */
    @Property(seed = "48")
    void theShareOfTheTrapezoidalRulesErrorIsExactForCubics(
            @ForAll @DoubleRange(min = 0.01, max = 10) double step,
            @ForAll @DoubleRange(min = 0.01, max = 10) double before,
            @ForAll @DoubleRange(min = 0.01, max = 10) double beforeThat) {
        // now t = 0, where y' = 0
        final double trapezoid =
                -Math.pow(step, 3) + TimeFormula.trapezoidal(step).change(0, 3 * step * step);
        final double predictor = -step * (step + before) * (step + before + beforeThat);
        final double share = StepControl.trapezoidalShare(step, before, beforeThat);
        assertEquals(trapezoid, (trapezoid - predictor) * share, 1e-10 * Math.abs(trapezoid));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN})
    void theTargetMustBePositive(double target) {
        final IllegalArgumentException thrown =
                assertThrows(IllegalArgumentException.class, () -> StepControl.ofTarget(target));
        assertEquals("target must be > 0: " + target, thrown.getMessage());
    }
}
