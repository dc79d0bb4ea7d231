package org.npp.core.flux;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/** The flux with most of its upwinding left out. */
class CentredFluxPropertyTest {
    private static final double STEP = 0.4;
    private static final double DIFFERENCE = 1e-4;

    private static ScharfetterGummelFlux at(
            double diffusivity, double drop, double velocity, double left, double right) {
        return evaluated(ScharfetterGummelFlux.centred(), diffusivity, drop, velocity, left, right);
    }

    private static ScharfetterGummelFlux evaluated(
            ScharfetterGummelFlux flux, double diffusivity, double drop, double velocity, double left, double right) {
        flux.evaluate(diffusivity, STEP, drop, velocity, left, right, left - right);
        return flux;
    }

    private static double slope(DoubleUnaryOperator f) {
        final double near = f.applyAsDouble(DIFFERENCE) - f.applyAsDouble(-DIFFERENCE);
        final double far = f.applyAsDouble(2 * DIFFERENCE) - f.applyAsDouble(-2 * DIFFERENCE);
        return (8 * near - far) / (12 * DIFFERENCE);
    }

    @Property(seed = "54")
    void derivativesAreThoseOfTheFlux(
            @ForAll @DoubleRange(min = 0.5, max = 4) double diffusivity,
            @ForAll @DoubleRange(min = -30, max = 30) double drop,
            @ForAll @DoubleRange(min = -20, max = 20) double velocity,
            @ForAll @DoubleRange(min = 0.3, max = 3) double left,
            @ForAll @DoubleRange(min = -1, max = 1) double logRatio) {
        final double right = left * Math.exp(-logRatio);
        final ScharfetterGummelFlux flux = at(diffusivity, drop, velocity, left, right);
        // rounding of the difference quotient, and its truncation where the share left out falls off over 0.2 in q
        final double tolerance =
                3e-9 * (diffusivity / STEP) * (1 + Math.abs(drop) + Math.abs(velocity)) * (left + right);
        assertEquals(
                slope(s -> at(diffusivity, drop, velocity, left + s, right).flux()), flux.byLeft(), 10 * tolerance);
        assertEquals(
                slope(s -> at(diffusivity, drop, velocity, left, right + s).flux()), flux.byRight(), 10 * tolerance);
        assertEquals(slope(s -> at(diffusivity, drop + s, velocity, left, right).flux()), flux.byDrop(), tolerance);
        assertEquals(
                slope(s -> at(diffusivity + s, drop, velocity, left, right).flux()),
                flux.byDiffusivity(),
                10 * tolerance);
    }

    @Property(seed = "55")
    void anEdgeInEquilibriumHasNoFlux(
            @ForAll @DoubleRange(min = -20, max = 20) double drop,
            @ForAll @DoubleRange(min = 0.1, max = 3) double left) {
        final ScharfetterGummelFlux flux = at(1, drop, 0, left, left * Math.exp(-drop));
        assertEquals(0, flux.flux(), 1e-13 * flux.magnitude());
    }

    @Property(seed = "56")
    void reflectionTurnsTheFluxAround(
            @ForAll @DoubleRange(min = -100, max = 100) double drop,
            @ForAll @DoubleRange(min = -100, max = 100) double velocity,
            @ForAll @DoubleRange(max = 3) double left,
            @ForAll @DoubleRange(max = 3) double right) {
        final ScharfetterGummelFlux flux = at(1, drop, velocity, left, right);
        assertEquals(-at(1, -drop, -velocity, right, left).flux(), flux.flux(), 1e-13 * flux.magnitude());
    }

    @Property(seed = "57")
    void whereTheDensityChangesMuchTheFluxIsScharfetterAndGummels(
            @ForAll @DoubleRange(min = -50, max = 50) double drop,
            @ForAll @DoubleRange(min = 3, max = 10) double logRatio) {
        final double right = Math.exp(logRatio);
        final ScharfetterGummelFlux plain = evaluated(ScharfetterGummelFlux.create(), 1, drop, 0, 1, right);
        // at most 0.8/(1 + 15^4) of the upwinding, |X|/2, is left out at q = 3, times 1 - q/X
        final double bound = 1.6e-5 * (Math.abs(drop) + logRatio) * right / STEP;
        assertEquals(plain.flux(), at(1, drop, 0, 1, right).flux(), bound);
    }

    @Property(seed = "58")
    void aFifthOfTheUpwindingIsLeftWhereTheDensityHardlyChanges(@ForAll @DoubleRange(min = 5, max = 200) double drop) {
        final double right = 1 + 1e-6;
        final double central = -0.5 * drop * (1 + right) + (1 - right);
        final double plain = evaluated(ScharfetterGummelFlux.create(), STEP, drop, 0, 1, right)
                .flux();
        final double left = at(STEP, drop, 0, 1, right).flux() - central;
        assertEquals(0.2 * (plain - central), left, 1e-5 * Math.abs(plain - central) + 4e-16 * drop * 2);
    }

    @Test
    void anEmptyNodeHasThePlainFlux() {
        final ScharfetterGummelFlux plain = evaluated(ScharfetterGummelFlux.create(), 1, -3, 0.5, 0, 2);
        final ScharfetterGummelFlux centred = at(1, -3, 0.5, 0, 2);
        assertEquals(plain.flux(), centred.flux());
        assertEquals(plain.byLeft(), centred.byLeft());
        assertEquals(plain.byRight(), centred.byRight());
    }

    @Property(seed = "59")
    void aTraceHasThePlainFlux(@ForAll @DoubleRange(min = -500, max = 500) double drop) {
        // its derivative of what is left out would be of no use, and larger than the others by 90 decades
        final double trace = 1e-100;
        final ScharfetterGummelFlux plain = evaluated(ScharfetterGummelFlux.create(), 1, drop, 0, trace, 2);
        final ScharfetterGummelFlux centred = at(1, drop, 0, trace, 2);
        assertEquals(plain.flux(), centred.flux());
        assertEquals(plain.byLeft(), centred.byLeft());
        assertEquals(plain.byRight(), centred.byRight());
    }

    @Property(seed = "60")
    void whatIsLeftOutHasItsDerivativesHoweverLittleItIs(
            @ForAll @DoubleRange(min = -80, max = 80) double logRatio,
            @ForAll @DoubleRange(min = -300, max = 300) double drop) {
        final CentringSweep centring = new CentringSweep(1);
        final double right = Math.exp(-logRatio);
        final double value = leftOut(centring, drop, 1, right);
        final double byLeft = centring.byLeft[0];
        final double byRight = centring.byRight[0];
        final double slope = slope(s -> leftOut(centring, drop, Math.exp(s), right));
        final double back = slope(s -> leftOut(centring, drop, 1, right * Math.exp(s)));
        final double accuracy = 1e-6 * Math.abs(slope) + 1e-9 * Math.abs(value) + Double.MIN_NORMAL;
        assertEquals(slope, byLeft, accuracy);
        assertEquals(back, byRight * right, accuracy);
    }

    private static double leftOut(CentringSweep centring, double drop, double left, double right) {
        final BernoulliSweep bernoulli = new BernoulliSweep(1);
        bernoulli.x[0] = drop;
        bernoulli.evaluate(1);
        centring.evaluate(1, new double[] {left}, new double[] {right}, bernoulli);
        return centring.value[0];
    }
}
