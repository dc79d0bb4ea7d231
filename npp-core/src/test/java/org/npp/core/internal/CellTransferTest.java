package org.npp.core.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.npp.core.mesh.Mesh;

class CellTransferTest {
    private static final double THICKNESS = 1e-6;
    private static final double ROUNDING = 1e-13;
    private static final double DEBYE_SQUARED = 1e-19;

    /** A level of two ions that fill up to 1, the second the first's complement. */
    private static Level level(Mesh mesh, double[] first) {
        final double[] fraction = new double[2 * mesh.size()];
        for (int k = 0; k < mesh.size(); k++) {
            fraction[2 * k] = first[k];
            fraction[2 * k + 1] = 1 - first[k];
        }
        final double[] none = new double[mesh.size()];
        return Level.of(0, mesh, fraction, none, none, 0, DEBYE_SQUARED);
    }

    private static double amount(Level level, int ion) {
        double sum = 0;
        for (int k = 0; k < level.nodes(); k++) {
            sum += level.volume[k] * level.fraction(ion, k);
        }
        return sum;
    }

    private static double[] randomNodes(Random random, int count) {
        final double[] x = new double[count];
        for (int k = 1; k < count; k++) {
            x[k] = x[k - 1] + Math.pow(10, -3 * random.nextDouble());
        }
        final double scale = THICKNESS / x[count - 1];
        for (int k = 0; k < count; k++) {
            x[k] = k == count - 1 ? THICKNESS : x[k] * scale;
        }
        return x;
    }

    @Property(seed = "42", tries = 300)
    void ionsAndChargeAreKeptAndFractionsStayPositiveOnAnyNodes(
            @ForAll @IntRange(min = 3, max = 60) int nodes, @ForAll @IntRange(max = 100_000) int seed) {
        final Random random = new Random(seed);
        final Mesh mesh = Mesh.of(randomNodes(random, nodes));
        final double[] first = new double[nodes];
        final double[] charge = new double[nodes];
        for (int k = 0; k < nodes; k++) {
            first[k] = random.nextBoolean() ? random.nextDouble() : Math.pow(10, -200 * random.nextDouble());
            charge[k] = 0.1 * random.nextGaussian();
        }
        final Level level = level(mesh, first);
        for (int k = 0; k < nodes; k++) {
            level.charge[k] = charge[k] * level.volume[k];
        }
        final double[] before = {amount(level, 0), amount(level, 1)};
        final double chargeBefore = sum(level.charge);
        CellTransfer.of(level, randomNodes(random, nodes)).apply(level, DEBYE_SQUARED);
        assertEquals(before[0], amount(level, 0), ROUNDING * THICKNESS);
        assertEquals(before[1], amount(level, 1), ROUNDING * THICKNESS);
        assertEquals(chargeBefore, sum(level.charge), ROUNDING * THICKNESS);
        for (int k = 0; k < nodes; k++) {
            assertTrue(level.fraction(0, k) >= 0, "fraction " + level.fraction(0, k) + " at node " + k);
            assertEquals(1, level.fraction(0, k) + level.fraction(1, k), ROUNDING, "what fills up still does");
        }
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (final double value : values) {
            sum += value;
        }
        return sum;
    }

    @Test
    void theSameNodesChangeNothing() {
        final Mesh mesh = Mesh.logarithmic(THICKNESS, 1e-9, 50);
        final double[] first = new double[50];
        for (int k = 0; k < 50; k++) {
            first[k] = 1 / (1 + Math.exp((mesh.node(k) - 3e-7) / 2e-8));
        }
        final Level level = level(mesh, first);
        CellTransfer.of(level, mesh.toArray()).apply(level, DEBYE_SQUARED);
        for (int k = 0; k < 50; k++) {
            assertEquals(first[k], level.fraction(0, k), ROUNDING);
        }
    }

    @Test
    void aFrontKeepsItsShapeToSecondOrder() {
        final double coarse = transferError(101);
        final double medium = transferError(201);
        final double fine = transferError(401);
        assertEquals(2, Math.log(coarse / medium) / Math.log(2), 0.2, coarse + " to " + medium);
        assertEquals(2, Math.log(medium / fine) / Math.log(2), 0.1, medium + " to " + fine);
    }

    /** Largest error after the way from even nodes to others and back. */
    private static double transferError(int nodes) {
        final Mesh mesh = Mesh.uniform(THICKNESS, nodes);
        final double[] first = new double[nodes];
        for (int k = 0; k < nodes; k++) {
            first[k] = front(mesh.node(k));
        }
        final Level level = level(mesh, first);
        final double[] others = new double[nodes];
        for (int k = 0; k < nodes; k++) {
            final double u = (double) k / (nodes - 1);
            others[k] = THICKNESS * (u + 0.1 * Math.sin(2 * Math.PI * u) / Math.PI);
        }
        CellTransfer.of(level, others).apply(level, DEBYE_SQUARED);
        double worst = 0;
        for (int k = 0; k < nodes; k++) {
            worst = Math.max(worst, Math.abs(level.fraction(0, k) - front(others[k])));
        }
        return worst;
    }

    private static double front(double x) {
        return 1 / (1 + Math.exp((x - 4.5e-7) / 5e-8));
    }

    @Test
    void theFieldIsThatOfTheChargesAndThePotentialThatOfTheNodes() {
        final Mesh mesh = Mesh.uniform(THICKNESS, 11);
        final Level level = level(mesh, new double[11]);
        level.charge[3] = 1e-12;
        for (int k = 0; k < 11; k++) {
            level.psi[k] = 10 - k;
        }
        final double[] others = Mesh.logarithmic(THICKNESS, 1e-7, 11).toArray();
        CellTransfer.of(level, others).apply(level, DEBYE_SQUARED);
        assertEquals(10 - 10 * others[4] / THICKNESS, level.psi(4), ROUNDING);
        assertEquals(0, level.drop[0], 0, "ahead of the charge");
        assertEquals(-1e-12 * level.step[9] / DEBYE_SQUARED, level.drop[9], 1e-12, "behind it");
    }
}
