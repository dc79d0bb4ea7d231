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

    @Test
    void bdf2OfEqualStepsHasItsTextbookWeights() {
        assertEquals(new TimeFormula(1.5, 0.5), TimeFormula.bdf2(1, 1));
    }

    @Test
    void aSteadyStateHasNoRate() {
        assertEquals(0, TimeFormula.STEADY.rate(1, 2));
    }
}
