package org.npp.core.flux;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class ScharfetterGummelFluxPropertyTest {
    private static final double STEP = 0.4;
    private static final double DIFFERENCE = 1e-3;

    private static ScharfetterGummelFlux at(
            double diffusivity, double drop, double velocity, double left, double right) {
        final ScharfetterGummelFlux flux = ScharfetterGummelFlux.create();
        flux.evaluate(diffusivity, STEP, drop, velocity, left, right, left - right);
        return flux;
    }

    private static double slope(DoubleUnaryOperator f) {
        final double near = f.applyAsDouble(DIFFERENCE) - f.applyAsDouble(-DIFFERENCE);
        final double far = f.applyAsDouble(2 * DIFFERENCE) - f.applyAsDouble(-2 * DIFFERENCE);
        return (8 * near - far) / (12 * DIFFERENCE);
    }

    @Property(seed = "51")
    void derivativesAreThoseOfTheFlux(
            @ForAll @DoubleRange(min = 0.5, max = 4) double diffusivity,
            @ForAll @DoubleRange(min = -30, max = 30) double drop,
            @ForAll @DoubleRange(min = -20, max = 20) double velocity,
            @ForAll @DoubleRange(min = 0.01, max = 3) double left,
            @ForAll @DoubleRange(min = 0.01, max = 3) double right) {
        final ScharfetterGummelFlux flux = at(diffusivity, drop, velocity, left, right);
        final double tolerance =
                1e-9 * (diffusivity / STEP) * (1 + Math.abs(drop) + Math.abs(velocity)) * (left + right);
        assertEquals(
                slope(s -> at(diffusivity, drop, velocity, left + s, right).flux()), flux.byLeft(), tolerance / left);
        assertEquals(
                slope(s -> at(diffusivity, drop, velocity, left, right + s).flux()), flux.byRight(), tolerance / right);
        assertEquals(slope(s -> at(diffusivity, drop + s, velocity, left, right).flux()), flux.byDrop(), tolerance);
        assertEquals(
                slope(s -> at(diffusivity + s, drop, velocity, left, right).flux()),
                flux.byDiffusivity(),
                1e3 * tolerance);
    }

    @Property(seed = "52")
    void reflectionTurnsTheFluxAround(
            @ForAll @DoubleRange(min = 0.1, max = 4) double diffusivity,
            @ForAll @DoubleRange(min = -100, max = 100) double drop,
            @ForAll @DoubleRange(min = -100, max = 100) double velocity,
            @ForAll @DoubleRange(max = 3) double left,
            @ForAll @DoubleRange(max = 3) double right) {
        final ScharfetterGummelFlux flux = at(diffusivity, drop, velocity, left, right);
        final ScharfetterGummelFlux mirrored = at(diffusivity, -drop, -velocity, right, left);
        assertEquals(flux.flux(), -mirrored.flux(), 1e-14 * flux.magnitude());
        assertEquals(flux.byLeft(), -mirrored.byRight(), 1e-14 * Math.abs(flux.byLeft()));
        assertEquals(flux.byDrop(), mirrored.byDrop(), 1e-13 * (diffusivity / STEP) * (left + right));
    }

    @Property(seed = "53")
    void theFluxIsLinearInTheDensities(
            @ForAll @DoubleRange(min = -30, max = 30) double drop,
            @ForAll @DoubleRange(min = -5, max = 5) double velocity,
            @ForAll @DoubleRange(max = 3) double left,
            @ForAll @DoubleRange(max = 3) double right) {
        final ScharfetterGummelFlux flux = at(1, drop, velocity, left, right);
        assertEquals(flux.byLeft() * left + flux.byRight() * right, flux.flux(), 1e-14 * flux.magnitude());
    }
}
