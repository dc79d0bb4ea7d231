package org.npp.core.flux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EdgeMobilityTest {
    private final EdgeMobility edge = EdgeMobility.create();

    @Test
    void atRestInAUniformSampleItIsDiffusivityTimesDensity() {
        edge.evaluate(3, 0, 0.5, 0.5, 0);
        assertEquals(Math.sqrt(1.5), edge.amplitude(), 1e-15);
        assertEquals(0, edge.force());
        assertEquals(0.25, edge.logByLeft());
        assertEquals(0.25, edge.logByRight());
        assertEquals(0, edge.logByDrop());
    }

    /** Equilibrium, f = 0: l = D c_L B(X) = D c_L X/(e^X - 1), for c_R = c_L e^-X. */
    @ParameterizedTest
    @CsvSource({"1e-12", "1e-3", "0.7", "5"})
    void atEquilibriumThereIsNoQuotientOfZeros(double drop) {
        edge.evaluate(1, drop, 1, Math.exp(-drop), -Math.expm1(-drop));
        final double mobility = -drop * Math.exp(-drop) / Math.expm1(-drop);
        assertEquals(0, edge.force(), 1e-15);
        assertEquals(mobility, edge.amplitude() * edge.amplitude(), 4e-15 * mobility);
    }

    /** No drop: l = D (c_R - c_L)/ln(c_R/c_L), the logarithmic mean. */
    @Test
    void withoutADropItIsTheLogarithmicMean() {
        edge.evaluate(2, 0, 1, Math.E, 1 - Math.E);
        assertEquals(2 * (Math.E - 1), edge.amplitude() * edge.amplitude(), 1e-14);
        assertEquals(1, edge.force(), 1e-15);
    }

    @Test
    void aDifferenceBelowTheRoundingOfTheDensitiesIsAForce() {
        edge.evaluate(1, 0, 1, 1, 1e-25);
        assertEquals(-1e-25, edge.force(), 1e-40);
    }

    @ParameterizedTest
    @CsvSource({"0,1,1", "1,0,1", "1,1,0", "1,0,0", "1,1e-290,1"})
    void anIonThatIsAbsentOrImmobileHasNone(double diffusivity, double left, double right) {
        edge.evaluate(1, 1, 1, 2, -1);
        edge.evaluate(diffusivity, 4, left, right, left - right);
        assertEquals(0, edge.amplitude());
        assertEquals(0, edge.force());
        assertEquals(0, edge.logByLeft());
        assertEquals(0, edge.logByRight());
        assertEquals(0, edge.logByDrop());
    }

    /** The drag that an ion exerts, a f, and feels, a, both vanish as it does at one of the two nodes. */
    @Test
    void theDragEndsContinuouslyWhereTheIonDoes() {
        double before = Double.POSITIVE_INFINITY;
        for (double right = 1e-3; right > 1e-190; right *= 1e-3) {
            edge.evaluate(1, -2, 1, right, 1 - right);
            final double drag = edge.amplitude() * Math.abs(edge.force());
            assertTrue(drag < before && drag < 2e3 * right * 40, "drag " + drag + " at " + right);
            before = drag;
        }
    }
}
