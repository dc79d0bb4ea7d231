package org.npp.cait.report.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ClippingTest {
    private static final double ROUNDING = 1e-9;

    /** Ten pixels a unit, origin at the lower left corner. */
    private static final Frame FRAME = new Frame(0, 0, 100, 100, Axis.linear("x", 0, 10), Axis.linear("y", 0, 10));

    @Test
    void aCurveIsCutAtTheFrameAndContinuesBehind() {
        final List<Polyline> pieces = Clipping.visible(FRAME, new double[] {-1, 2, 4, 6}, new double[] {5, 5, 15, 5});
        assertEquals(2, pieces.size());
        assertEquals(0, pieces.get(0).x(0), ROUNDING);
        assertEquals(50, pieces.get(0).y(0), ROUNDING);
        assertEquals(30, pieces.get(0).x(2), ROUNDING);
        assertEquals(0, pieces.get(0).y(2), ROUNDING);
        assertEquals(50, pieces.get(1).x(0), ROUNDING);
    }

    @Test
    void aValueThatCannotBeShownIsAGap() {
        final double nan = Double.NaN;
        assertEquals(
                2,
                Clipping.visible(FRAME, new double[] {1, 2, 3, 4, 5}, new double[] {1, 1, nan, 1, 1})
                        .size());
        final Frame log = new Frame(0, 0, 100, 100, Axis.linear("x", 0, 10), Axis.log("y", 1, 10));
        assertEquals(
                1,
                Clipping.visible(log, new double[] {1, 2, 3}, new double[] {0, 2, 2})
                        .size());
    }

    @Test
    void nothingIsDrawnOfACurveOutside() {
        assertEquals(List.of(), Clipping.visible(FRAME, new double[] {1, 9}, new double[] {11, 12}));
        assertEquals(List.of(), Clipping.visible(FRAME, new double[] {-5, 5}, new double[] {9, 19}));
        assertEquals(List.of(), Clipping.visible(FRAME, new double[] {1}, new double[] {1}));
    }

    @Test
    void hugeValuesDoNotOverflow() {
        final List<Polyline> pieces = Clipping.visible(FRAME, new double[] {5, 5.0001}, new double[] {-1e300, 1e300});
        assertEquals(1, pieces.size());
        assertEquals(100, pieces.get(0).y(0), ROUNDING);
        assertEquals(0, pieces.get(0).y(1), 1e-6);
    }

    @Property
    void pointsOfTheVisiblePartLieInTheFrameAndOnTheSegment(@ForAll Random random) {
        final double[] x = {30 * random.nextDouble() - 10, 30 * random.nextDouble() - 10};
        final double[] y = {30 * random.nextDouble() - 10, 30 * random.nextDouble() - 10};
        // in the frame or not, decided by the geometry of the JDK
        final boolean crosses = new Rectangle2D.Double(0, 0, 10, 10).intersectsLine(x[0], y[0], x[1], y[1]);
        final List<Polyline> pieces = Clipping.visible(FRAME, x, y);
        assertEquals(crosses ? 1 : 0, pieces.size());
        for (final Polyline piece : pieces) {
            for (int i = 0; i < piece.size(); i++) {
                final double px = piece.x(i) / 10;
                final double py = 10 - piece.y(i) / 10;
                assertTrue(px > -ROUNDING && px < 10 + ROUNDING && py > -ROUNDING && py < 10 + ROUNDING);
                assertEquals(0, java.awt.geom.Line2D.ptSegDist(x[0], y[0], x[1], y[1], px, py), 1e-6);
            }
        }
    }

    @Property
    void aRectangleIsCutToItsIntersectionWithTheFrame(@ForAll Random random) {
        final double left = 200 * random.nextDouble() - 100;
        final double top = 200 * random.nextDouble() - 100;
        final double width = 150 * random.nextDouble();
        final double height = 150 * random.nextDouble();
        final Polyline rectangle = new Polyline();
        rectangle.add(left, top);
        rectangle.add(left + width, top);
        rectangle.add(left + width, top + height);
        rectangle.add(left, top + height);
        final double exact = Math.max(0, Math.min(100, left + width) - Math.max(0, left))
                * Math.max(0, Math.min(100, top + height) - Math.max(0, top));
        assertEquals(exact, area(Clipping.polygon(FRAME, rectangle)), 1e-6);
    }

    private static double area(Polyline polygon) {
        double twice = 0;
        for (int i = 0; i < polygon.size(); i++) {
            final int j = (i + 1) % polygon.size();
            twice += polygon.x(i) * polygon.y(j) - polygon.x(j) * polygon.y(i);
        }
        return Math.abs(twice) / 2;
    }
}
