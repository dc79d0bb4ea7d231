package org.npp.core.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.npp.core.mesh.Mesh;

class PredictorTest {
    private static final int NODES = 21;

    /** Times of three levels, and of the one predicted [s]. */
    private static final double[] TIMES = {0, 1, 2.5, 4};

    private static final double ROUNDING = 1e-12;

    private static double fraction(double x) {
        return 0.2 + 0.3 * x + 0.1 * x * x;
    }

    private static double potential(double x) {
        return 1000 * (1 - x) * (1 + 0.5 * x);
    }

    private static void fill(Level level, Level before) {
        for (int k = 0; k < NODES; k++) {
            level.fraction[k] = fraction(level.x[k]);
            level.change[k] = level.fraction[k] - before.fraction[k];
            level.psi[k] = potential(level.x[k]);
        }
        for (int e = 0; e < NODES - 1; e++) {
            level.drop[e] = level.psi[e + 1] - level.psi[e];
        }
    }

    /**
     * Nodes pass through profiles at rest that are parabolas, evenly up to the last level; then they go elsewhere. What
     * they find there is known: a parabola in time, read from a parabola in space, has no error.
     */
    @Property(seed = "71", tries = 200)
    void profilesAtRestAreFoundWhereverTheNodesGo(@ForAll @IntRange(max = 100_000) int seed) {
        final Random random = new Random(seed);
        final Mesh mesh = Mesh.uniform(1, NODES);
        final double[] velocity = new double[NODES];
        for (int k = 1; k < NODES - 1; k++) {
            velocity[k] = 0.002 * random.nextGaussian();
        }
        final Level[] levels = new Level[4];
        for (int age = 2; age >= 0; age--) {
            final Level level = Level.virgin(mesh, new double[] {1});
            final Level before = age == 2 ? level : levels[age + 1];
            level.time = TIMES[2 - age];
            level.move(before, places(mesh, velocity, level.time));
            fill(level, before);
            levels[age] = level;
        }
        levels[3] = Level.virgin(mesh, new double[] {1});
        levels[3].time = TIMES[3];
        final double[] elsewhere = places(mesh, velocity, TIMES[3]);
        for (int k = 1; k < NODES - 1; k++) {
            elsewhere[k] += 0.4 * (random.nextDouble() - 0.5) / NODES;
        }
        levels[3].move(levels[0], elsewhere);
        Predictor.of(OneIon.model(), NODES).predict(levels, 3, 2, TIMES[3] - TIMES[2]);
        for (int k = 0; k < NODES; k++) {
            final double x = elsewhere[k];
            assertEquals(fraction(x), levels[0].fraction[k] + levels[3].change[k], ROUNDING);
            assertEquals(potential(x), levels[3].psi[k], 1000 * ROUNDING);
            if (k > 0) {
                assertEquals(potential(x) - potential(elsewhere[k - 1]), levels[3].drop[k - 1], 1000 * ROUNDING);
            }
        }
    }

    private static double[] places(Mesh mesh, double[] velocity, double time) {
        final double[] places = mesh.toArray();
        for (int k = 0; k < NODES; k++) {
            places[k] += velocity[k] * time;
        }
        return places;
    }
}
