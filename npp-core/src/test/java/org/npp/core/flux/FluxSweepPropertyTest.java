package org.npp.core.flux;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FluxSweepPropertyTest {
    /** Of every kind: uniform and steep profiles, weak and strong drift, empty nodes, immobile ions. */
    private static void fill(FluxSweep sweep, int count, Random random) {
        for (int k = 0; k < count; k++) {
            sweep.diffusivity[k] = random.nextInt(10) == 0 ? 0 : Math.pow(10, -40 * random.nextDouble());
            sweep.step[k] = Math.pow(10, -12 * random.nextDouble());
            sweep.drop[k] = random.nextGaussian() * Math.pow(10, 2 - 6 * random.nextDouble());
            sweep.velocity[k] = random.nextBoolean() ? 0 : random.nextGaussian() * sweep.diffusivity[k] / sweep.step[k];
            sweep.left[k] = random.nextInt(10) == 0 ? 0 : Math.pow(10, -200 * random.nextDouble());
            sweep.right[k] =
                    random.nextBoolean() ? sweep.left[k] * (1 + 0.3 * random.nextDouble()) : random.nextDouble();
            sweep.difference[k] = sweep.left[k] - sweep.right[k];
        }
    }

    @Property(seed = "59", tries = 200)
    void manyFluxesAreThoseOfEachByItself(@ForAll @IntRange(min = 1, max = 100) int count, @ForAll boolean centred) {
        final FluxSweep sweep = FluxSweep.ofCapacity(100);
        fill(sweep, 100, new Random(2));
        sweep.evaluate(100, !centred);
        fill(sweep, count, new Random(1));
        sweep.evaluate(count, centred);
        final ScharfetterGummelFlux one = centred ? ScharfetterGummelFlux.centred() : ScharfetterGummelFlux.create();
        for (int k = 0; k < count; k++) {
            one.evaluate(
                    sweep.diffusivity[k],
                    sweep.step[k],
                    sweep.drop[k],
                    sweep.velocity[k],
                    sweep.left[k],
                    sweep.right[k],
                    sweep.difference[k]);
            assertEquals(one.flux(), sweep.flux[k]);
            assertEquals(one.byLeft(), sweep.byLeft[k]);
            assertEquals(one.byRight(), sweep.byRight[k]);
            assertEquals(one.byDrop(), sweep.byDrop[k]);
            assertEquals(one.byDiffusivity(), sweep.byDiffusivity[k]);
        }
    }

    @Test
    void densitiesOfAnyUnitAndSizeScaleTheFlux() {
        final ScharfetterGummelFlux one = ScharfetterGummelFlux.centred();
        one.evaluate(2, 0.5, 3, 0.1, 1, 1.1, -0.1);
        final double flux = one.flux();
        final double byLeft = one.byLeft();
        final double byDrop = one.byDrop();
        for (final double unit : new double[] {1e-200, 1e-100, 1e100, 1e200}) {
            one.evaluate(2, 0.5, 3, 0.1, unit, 1.1 * unit, -0.1 * unit);
            assertEquals(flux, one.flux() / unit, 1e-14 * Math.abs(flux));
            assertEquals(byLeft, one.byLeft(), 1e-14 * Math.abs(byLeft));
            assertEquals(byDrop, one.byDrop() / unit, 1e-14 * Math.abs(byDrop));
        }
    }
}
