package org.npp.core.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.npp.core.mesh.Mesh;
import org.npp.core.time.TimeFormula;

class UndershootsPropertyTest {
    private static final double THICKNESS = 1e-6;
    private static final int NODES = 40;
    private static final double STEP = 7;

    /** Relative to amounts of cells that are full of ions. */
    private static final double ROUNDING = 1e-15;

    /** A step at whose end the second ion falls by decades and is below 0 here and there. */
    private static final class Step {
        final int[] charges;
        final int ions;
        final Level old;
        final Level trial;
        final double[] flux;
        final TimeFormula formula = TimeFormula.implicitEuler(STEP);

        Step(int[] charges, Random random) {
            this.charges = charges;
            ions = charges.length;
            final Mesh mesh = Mesh.graded(THICKNESS, 0.2 * THICKNESS, NODES, 1.1);
            final double[] virgin = new double[ions];
            old = Level.virgin(mesh, virgin);
            trial = Level.virgin(mesh, virgin);
            flux = new double[ions * (mesh.size() - 1)];
            for (int k = 0; k < mesh.size(); k++) {
                for (int i = 0; i < ions; i++) {
                    final int at = k * ions + i;
                    final double end = i == 1 ? falling(k, random) : 0.3 + random.nextDouble();
                    old.fraction[at] = random.nextDouble();
                    trial.change[at] = end - old.fraction[at];
                    trial.fraction[at] = Math.max(0, old.fraction[at] + trial.change[at]);
                    trial.amountChange[at] = trial.volume[k] * trial.change[at];
                }
            }
        }

        private static double falling(int k, Random random) {
            if ((k > 3 || k == 0) && random.nextDouble() < 0.4) {
                return -1e-6 * random.nextDouble();
            }
            return random.nextDouble() < 0.1 ? 0 : Math.pow(10, -0.3 * k * random.nextDouble());
        }

        boolean fill() {
            return Undershoots.of(charges).fill(old, trial, formula, flux);
        }

        double charge(int k) {
            double charge = 0;
            for (int i = 0; i < ions; i++) {
                charge += charges[i] * trial.change[k * ions + i];
            }
            return charge;
        }
    }

    private static int[] charges(Random random) {
        final int[] signs = {-2, -1, 1, 2, 3};
        final int[] charges = new int[2 + random.nextInt(2)];
        for (int i = 0; i < charges.length; i++) {
            charges[i] = signs[random.nextInt(signs.length)];
        }
        if (random.nextInt(5) == 0) {
            charges[1] = 0;
        }
        return charges;
    }

    @Property(seed = "7", tries = 500)
    void afterwardsNoDensityIsNegativeAndIonsChargeAndCurrentAreAsBefore(@ForAll @IntRange(max = 1_000_000) int seed) {
        final Random random = new Random(seed);
        final Step step = new Step(charges(random), random);
        final int ions = step.ions;
        final int last = step.trial.nodes() - 1;
        final double[] charge = new double[last + 1];
        for (int k = 0; k <= last; k++) {
            charge[k] = step.charge(k);
        }
        final double[] amount = step.trial.amountChange.clone();
        assertTrue(step.fill());
        for (int k = 0; k <= last; k++) {
            assertEquals(charge[k], step.charge(k), 20 * ROUNDING);
            for (int i = 0; i < ions; i++) {
                final int at = k * ions + i;
                final double density = step.old.fraction[at] + step.trial.change[at];
                assertTrue(density >= 0, "density " + density);
                assertEquals(Math.max(0, density), step.trial.fraction[at], 0);
                final double in = k == 0 ? 0 : step.flux[at - ions];
                final double out = k == last ? 0 : step.flux[at];
                final double volume = step.trial.volume[k];
                assertEquals(STEP * (in - out), step.trial.amountChange[at] - amount[at], 10 * ROUNDING * volume);
                assertEquals(volume * step.trial.change[at], step.trial.amountChange[at], 10 * ROUNDING * volume);
            }
        }
        for (int e = 0; e < last; e++) {
            double current = 0;
            for (int i = 0; i < ions; i++) {
                current += step.charges[i] * step.flux[e * ions + i];
            }
            assertEquals(0, current, ROUNDING * THICKNESS / STEP);
        }
    }

    @Property(seed = "8", tries = 100)
    void nothingIsTouchedWhereNothingIsBelow(@ForAll @IntRange(max = 1_000_000) int seed) {
        final Random random = new Random(seed);
        final Step step = new Step(charges(random), random);
        for (int at = 0; at < step.trial.change.length; at++) {
            step.trial.change[at] = Math.max(-step.old.fraction[at], step.trial.change[at]);
        }
        final double[] change = step.trial.change.clone();
        assertTrue(step.fill());
        for (int at = 0; at < change.length; at++) {
            assertEquals(change[at], step.trial.change[at], 0);
        }
    }

    @Example
    void anIonThatNoCellHasEnoughOfIsLacking() {
        final Step step = new Step(new int[] {1, 1}, new Random(1));
        for (int k = 0; k < step.trial.nodes(); k++) {
            final int at = 2 * k + 1;
            step.trial.change[at] = (k == 7 ? -1e-6 : 1e-9) - step.old.fraction[at];
            step.trial.fraction[at] = k == 7 ? 0 : 1e-9;
        }
        final Undershoots undershoots = Undershoots.of(step.charges);
        assertFalse(undershoots.fill(step.old, step.trial, step.formula, step.flux));
        assertEquals(2 * 7 + 1, undershoots.lacking());
    }

    @Example
    void chargeThatNoOtherIonCanBalanceIsNotMoved() {
        final Step alone = new Step(new int[] {1, 1}, new Random(2));
        final Step scarce = new Step(new int[] {1, 1}, new Random(2));
        for (int k = 0; k < alone.trial.nodes(); k++) {
            alone.trial.fraction[2 * k] = 0;
            alone.trial.change[2 * k] = -alone.old.fraction[2 * k];
            // enough of it where the ions come from, none where they go to
            final double left = alone.trial.fraction[2 * k + 1] > 0 ? 1 : 0;
            scarce.trial.fraction[2 * k] = left;
            scarce.trial.change[2 * k] = left - scarce.old.fraction[2 * k];
        }
        assertFalse(alone.fill());
        assertFalse(scarce.fill());
    }
}
