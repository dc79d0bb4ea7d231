package org.npp.core.flux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class EdgeMobilityPropertyTest {
    private static final double STEP = 0.4;
    private static final double DIFFERENCE = 1e-3;

    private static EdgeMobility at(double diffusivity, double drop, double logLeft, double logRight) {
        final EdgeMobility edge = EdgeMobility.create();
        final double left = Math.exp(logLeft);
        final double right = Math.exp(logRight);
        edge.evaluate(diffusivity, drop, left, right, left - right);
        return edge;
    }

    private static double logAmplitude(double diffusivity, double drop, double logLeft, double logRight) {
        return Math.log(at(diffusivity, drop, logLeft, logRight).amplitude());
    }

    private static double slope(DoubleUnaryOperator f) {
        final double near = f.applyAsDouble(DIFFERENCE) - f.applyAsDouble(-DIFFERENCE);
        final double far = f.applyAsDouble(2 * DIFFERENCE) - f.applyAsDouble(-2 * DIFFERENCE);
        return (8 * near - far) / (12 * DIFFERENCE);
    }

    @Property(seed = "61")
    void mobilityTimesForceIsTheScharfetterGummelFlux(
            @ForAll @DoubleRange(min = 0.5, max = 4) double diffusivity,
            @ForAll @DoubleRange(min = -1000, max = 1000) double drop,
            @ForAll @DoubleRange(min = -3, max = 3) double logLeft,
            @ForAll @DoubleRange(min = -3, max = 3) double logRight) {
        final EdgeMobility edge = at(diffusivity, drop, logLeft, logRight);
        final ScharfetterGummelFlux flux = ScharfetterGummelFlux.create();
        final double left = Math.exp(logLeft);
        final double right = Math.exp(logRight);
        flux.evaluate(diffusivity, STEP, drop, 0, left, right, left - right);
        assertEquals(flux.flux(), -edge.amplitude() * edge.amplitude() * edge.force() / STEP, 1e-14 * flux.magnitude());
        assertTrue(edge.amplitude() > 0);
    }

    @Property(seed = "62")
    void derivativesAreThoseOfTheLogarithm(
            @ForAll @DoubleRange(min = 0.5, max = 4) double diffusivity,
            @ForAll @DoubleRange(min = -30, max = 30) double drop,
            @ForAll @DoubleRange(min = -12, max = 12) double logLeft,
            @ForAll @DoubleRange(min = -12, max = 12) double logRight) {
        if (Math.abs(Math.abs(logLeft - logRight) - Math.log(EdgeMobility.RESOLVED)) < 3 * DIFFERENCE) {
            return; // the taper's second derivative has a step there
        }
        final EdgeMobility edge = at(diffusivity, drop, logLeft, logRight);
        assertEquals(slope(s -> logAmplitude(diffusivity, drop, logLeft + s, logRight)), edge.logByLeft(), 1e-10);
        assertEquals(slope(s -> logAmplitude(diffusivity, drop, logLeft, logRight + s)), edge.logByRight(), 1e-10);
        assertEquals(slope(s -> logAmplitude(diffusivity, drop + s, logLeft, logRight)), edge.logByDrop(), 1e-10);
    }

    @Property(seed = "63")
    void reflectionTurnsTheForceAround(
            @ForAll @DoubleRange(min = -50, max = 50) double drop,
            @ForAll @DoubleRange(min = -300, max = 3) double logLeft,
            @ForAll @DoubleRange(min = -3, max = 3) double logRight) {
        final EdgeMobility edge = at(2, drop, logLeft, logRight);
        final EdgeMobility mirrored = at(2, -drop, logRight, logLeft);
        assertEquals(edge.amplitude(), mirrored.amplitude(), 1e-12 * edge.amplitude());
        assertEquals(edge.force(), -mirrored.force(), 1e-13 * (1 + Math.abs(drop) + Math.abs(logLeft - logRight)));
        assertEquals(edge.logByLeft(), mirrored.logByRight(), 1e-12);
        assertEquals(edge.logByDrop(), -mirrored.logByDrop(), 1e-12);
    }
}
