package org.npp.core.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class TimeFormulaTest {
    private static final double TOLERANCE = 1e-12;

    @Property(seed = "45")
    void bdf2DifferentiatesParabolasExactly(
            @ForAll @DoubleRange(min = 0.01, max = 10) double step,
            @ForAll @DoubleRange(min = 0.01, max = 10) double before,
            @ForAll @DoubleRange(min = -5, max = 5) double curvature) {
        // y(t) = t + curvature t^2, now t = 0
        final double change = step - curvature * step * step;
        final double changeBefore = before + curvature * (step * step - (step + before) * (step + before));
        final TimeFormula formula = TimeFormula.bdf2(step, before);
        final double scale = 1 + Math.abs(curvature) * (step + before) * (1 + step / before);
        assertEquals(1, formula.rate(change, changeBefore), TOLERANCE * scale);
        assertEquals(change, formula.change(1, changeBefore), TOLERANCE * scale * step);
    }

    @Test
    void implicitEulerIsTheDifferenceQuotient() {
        final TimeFormula formula = TimeFormula.implicitEuler(0.5);
        assertEquals(6, formula.rate(3, 1e9));
        assertEquals(3, formula.change(6, 1e9));
    }

    /** y = t + 3 t^2 from t = 1 to 1.5: rates 7 and 10. */
    @Test
    void theTrapezoidalRuleTakesTheRateBefore() {
        final double change = 0.5 + 3 * (1.5 * 1.5 - 1);
        assertEquals(10, TimeFormula.trapezoidal(0.5).rate(change, 7), TOLERANCE);
        assertEquals(change, TimeFormula.trapezoidal(0.5).change(10, 7), TOLERANCE);
    }

    /** Over 2 - sqrt 2 of a step and the rest both parts have the same weight of the change. */
    @Test
    void bothPartsOfTrBdf2HaveTheSameWeight() {
        final double first = 2 - Math.sqrt(2);
        assertEquals(
                TimeFormula.trapezoidal(first).a(),
                TimeFormula.bdf2(1 - first, first).a(),
                TOLERANCE);
    }

    @Test
    void bdf2OfEqualStepsHasItsTextbookWeights() {
        assertEquals(1.5, TimeFormula.bdf2(1, 1).a());
        assertEquals(0.5, TimeFormula.bdf2(1, 1).b());
    }

    @Test
    void aSteadyStateHasNoRate() {
        assertEquals(0, TimeFormula.steady().rate(1, 2));
    }
}
