package org.npp.core.flux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScharfetterGummelFluxTest {
    private static final double D = 2e-18;
    private static final double H = 0.5e-9;

    /** A few roundings of the larger of the two opposite fluxes. */
    private static final double ROUNDING = 4e-16;

    private static ScharfetterGummelFlux at(
            double diffusivity, double drop, double velocity, double left, double right) {
        final ScharfetterGummelFlux flux = ScharfetterGummelFlux.create();
        flux.evaluate(diffusivity, H, drop, velocity, left, right, left - right);
        return flux;
    }

    @ParameterizedTest
    @ValueSource(doubles = {-700, -40, -1, -0.3, -1e-9, 0, 1e-9, 0.3, 1, 40, 700})
    void itIsZeroAtBoltzmannsDistribution(double drop) {
        final double left = drop > 0 ? 1 : Math.exp(drop);
        final double right = drop > 0 ? Math.exp(-drop) : 1;
        final ScharfetterGummelFlux flux = at(D, drop, 0, left, right);
        assertEquals(0, flux.flux(), ROUNDING * (1 + Math.abs(drop)) * flux.magnitude());
    }

    /** c(x) = a + b exp(-drop x/h) has the flux -D drop a/h everywhere. */
    @ParameterizedTest
    @ValueSource(doubles = {-30, -2, -0.5, 0.5, 2, 30})
    void itIsExactForConstantDiffusivityAndUniformField(double drop) {
        final double a = 0.7;
        final double b = 0.2 * Math.min(1, Math.exp(drop));
        final ScharfetterGummelFlux flux = at(D, drop, 0, a + b, a + b * Math.exp(-drop));
        assertEquals(-D * drop * a / H, flux.flux(), 1e-14 * flux.magnitude());
    }

    @Test
    void withoutFieldItIsFicksLaw() {
        assertEquals(D / H * 0.5, at(D, 0, 0, 0.75, 0.25).flux(), ROUNDING * D / H);
    }

    @Test
    void strongFieldsTakeTheUpwindDensity() {
        assertEquals(D / H * 500 * 0.25, at(D, -500, 0, 0.25, 0.75).flux(), 1e-13 * D / H * 500);
        assertEquals(-D / H * 500 * 0.75, at(D, 500, 0, 0.25, 0.75).flux(), 1e-13 * D / H * 500);
    }

    /** A uniform density sees only the drift relative to the face. */
    @ParameterizedTest
    @CsvSource({"3,1e-9", "-3,1e-9", "0,-2e-8", "0.2,1e-10"})
    void aMovingFaceSubtractsItsVelocity(double drop, double velocity) {
        final double drift = -D / H * drop;
        final double scale = Math.abs(drift) + Math.abs(velocity);
        assertEquals(0.5 * (drift - velocity), at(D, drop, velocity, 0.5, 0.5).flux(), 1e-15 * scale);
    }

    @ParameterizedTest
    @CsvSource({"1e-8,0.75", "-1e-8,0.25"})
    void immobileIonsAreSweptOverFromTheUpwindSide(double velocity, double swept) {
        final ScharfetterGummelFlux flux = at(0, 5, velocity, 0.25, 0.75);
        assertEquals(-velocity * swept, flux.flux());
        assertEquals(velocity < 0 ? -velocity : 0, flux.byLeft());
        assertEquals(velocity > 0 ? -velocity : 0, flux.byRight());
        assertEquals(0, flux.byDrop());
        // a tiny diffusivity comes to the same
        assertEquals(flux.flux(), at(1e-40, 5, velocity, 0.25, 0.75).flux(), 1e-15 * 1e-8);
    }

    @Test
    void immobileIonsOnANodeAtRestDoNotMove() {
        final ScharfetterGummelFlux flux = at(0, 5, 0, 0.25, 0.75);
        assertEquals(0, flux.flux());
        assertEquals(at(1, 5, 0, 0.25, 0.75).flux(), flux.byDiffusivity(), 1e-15 * Math.abs(flux.byDiffusivity()));
    }

    @Test
    void aKnownDifferenceIsNotLostInRoundedDensities() {
        final ScharfetterGummelFlux flux = ScharfetterGummelFlux.create();
        flux.evaluate(D, H, 0, 0, 1, 1, 1e-25);
        assertEquals(D / H * 1e-25, flux.flux(), 1e-15 * D / H * 1e-25);
    }

    @Test
    void derivativesToDensitiesHaveTheSignsOfAMonotoneScheme() {
        for (int i = -60; i <= 60; i++) {
            final ScharfetterGummelFlux flux = at(D, 0.9 * i, 1e-9, 0.3, 0.6);
            assertTrue(flux.byLeft() >= 0 && flux.byRight() <= 0, "drop " + 0.9 * i);
        }
    }
}
