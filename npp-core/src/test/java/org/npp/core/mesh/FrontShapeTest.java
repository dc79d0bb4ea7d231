package org.npp.core.mesh;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class FrontShapeTest {
    private static final double WIDTH = 2;

    /** Quadrature of a smooth profile by midpoints half a front width apart. */
    private static final double SMOOTH = 1e-3;

    /** Two ions that exchange in the front 1/(1 + exp(x/w)). */
    private static double[] exchange(double[] x, double at) {
        final double[] fraction = new double[2 * x.length];
        for (int k = 0; k < x.length; k++) {
            fraction[2 * k] = 1 / (1 + Math.exp((x[k] - at) / WIDTH));
            fraction[2 * k + 1] = 1 - fraction[2 * k];
        }
        return fraction;
    }

    @Property(seed = "17", tries = 100)
    void positionAndWidthDoNotFeelWhereTheNodesAre(
            @ForAll @DoubleRange(min = 49, max = 51) double at, @ForAll @DoubleRange(min = -3, max = 3) double miss) {
        final double[] x = Mesh.uniform(100, 101).toArray();
        final FrontShape shape = new FrontShape(2);
        shape.measure(x, exchange(x, at), 1, at + miss, 20);
        assertEquals(at, shape.position, SMOOTH * WIDTH * (1 + 5 * Math.abs(miss)));
        // the window sees a little less than the whole front
        assertEquals(6 * WIDTH, shape.width, 0.1 * 6 * WIDTH);
    }
}
