package org.npp.core.mesh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NodeDensityTest {
    private static final double THICKNESS = 0.5e-3;
    private static final double SURFACE = 0.2e-9;

    /** Q of the class's documentation, with one cluster. */
    private static double cumulative(double x, double at, double width, double share) {
        final double even = Math.log(1 + x / SURFACE) / Math.log(1 + THICKNESS / SURFACE);
        final double begin = Math.atan(-at / width);
        final double end = Math.atan((THICKNESS - at) / width);
        final double cluster = (Math.atan((x - at) / width) - begin) / (end - begin);
        final double zone = zone(x / at) / zone(THICKNESS / at);
        return (1 - share) * even + share * 0.5 * (cluster + zone);
    }

    private static double zone(double t) {
        return t / Math.pow(1 + Math.pow(t, 4), 0.25);
    }

    @Test
    void nodesSolveTheCumulativeDensity() {
        final NodeDensity nodes = new NodeDensity(THICKNESS, SURFACE, 3);
        nodes.clear();
        nodes.add(100e-9, 1e-9, 0.6);
        final double[] x = Mesh.uniform(THICKNESS, 121).toArray();
        nodes.solve(x);
        assertEquals(0, x[0]);
        assertEquals(THICKNESS, x[120]);
        for (int k = 0; k < x.length; k++) {
            assertEquals(k / 120.0, cumulative(x[k], 100e-9, 1e-9, 0.6), 1e-6);
        }
    }

    @Test
    void withoutFrontsNodesAreEvenInTheLogarithm() {
        final NodeDensity nodes = new NodeDensity(THICKNESS, SURFACE, 3);
        nodes.clear();
        nodes.add(1e-7, 1e-9, 0.6);
        nodes.clear();
        final double[] x = Mesh.uniform(THICKNESS, 41).toArray();
        nodes.solve(x);
        final double[] expected = Mesh.logarithmic(THICKNESS, SURFACE, 41).toArray();
        for (int k = 1; k < x.length; k++) {
            assertEquals(expected[k], x[k], 1e-8 * expected[k]);
        }
    }

    @Test
    void ofVeryManyNodesThoseInBetweenHaveTheirPlacesToAPartOfTheirSpacing() {
        for (final int last : new int[] {3000, 30_000, 100_001}) {
            placed(last, 0.05e-9, 0.02);
            placed(last, 1e-13, 0.1);
        }
    }

    private static void placed(int last, double width, double miss) {
        final NodeDensity nodes = new NodeDensity(THICKNESS, SURFACE, 3);
        nodes.clear();
        nodes.add(100e-9, width, 0.8);
        final double[] x = Mesh.uniform(THICKNESS, last + 1).toArray();
        nodes.solve(x);
        nodes.solve(x);
        assertEquals(THICKNESS, x[last]);
        for (int k = 0; k <= last; k++) {
            assertEquals(k, last * cumulative(x[k], 100e-9, width, 0.8), miss);
        }
    }

    /** As a run of random problem 4457 asked for; numbers cannot tell places in such a cluster apart. */
    @Test
    void nodesIncreaseStrictlyInAClusterThinnerThanTheRoundingOfItsPlace() {
        for (final double width : new double[] {1e-25, 1e-32, 1e-42}) {
            increaseStrictly(width, 111);
            increaseStrictly(width, 30_001);
        }
    }

    private static void increaseStrictly(double width, int count) {
        final NodeDensity nodes = new NodeDensity(THICKNESS, SURFACE, 3);
        nodes.clear();
        nodes.add(1.18e-8, width, 0.3);
        nodes.add(4.5e-8, 4e-11, 0.3);
        final double[] x = Mesh.uniform(THICKNESS, count).toArray();
        nodes.solve(x);
        for (int k = 1; k < x.length; k++) {
            assertTrue(x[k] > x[k - 1], k + ": " + x[k - 1] + ", " + x[k]);
        }
    }

    @Property(seed = "41", tries = 400)
    void nodesIncreaseStrictlyForAnyClusters(
            @ForAll @DoubleRange(max = 1) double first,
            @ForAll @DoubleRange(max = 1) double second,
            @ForAll @DoubleRange(min = -14, max = -3) double firstWidth,
            @ForAll @DoubleRange(min = -14, max = -3) double secondWidth,
            @ForAll @DoubleRange(max = 0.5) double share,
            @ForAll @IntRange(min = 3, max = 12_000) int count) {
        final NodeDensity nodes = new NodeDensity(THICKNESS, SURFACE, 2);
        nodes.clear();
        // a width below a billionth of the depth can't be told apart
        final double at = first * THICKNESS;
        final double other = second * THICKNESS;
        nodes.add(at, Math.max(1e-9 * at, Math.pow(10, firstWidth)), share);
        nodes.add(other, Math.max(1e-9 * other, Math.pow(10, secondWidth)), 0.45);
        final double[] x = Mesh.uniform(THICKNESS, count).toArray();
        nodes.solve(x);
        for (int k = 1; k < count; k++) {
            assertTrue(x[k] > x[k - 1], "x[" + k + "] = " + x[k] + " after " + x[k - 1]);
        }
        assertEquals(THICKNESS, x[count - 1]);
    }
}
