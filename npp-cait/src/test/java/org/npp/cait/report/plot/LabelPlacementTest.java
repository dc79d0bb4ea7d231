package org.npp.cait.report.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LabelPlacementTest {
    private static final Frame FRAME = new Frame(50, 20, 650, 320, Axis.linear("x", 0, 1), Axis.linear("y", 0, 1));

    private static Polyline curve(double[]... points) {
        final Polyline line = new Polyline();
        for (final double[] p : points) {
            line.add(FRAME.x(p[0]), FRAME.y(p[1]));
        }
        return line;
    }

    @Test
    void namesOfManyCurvesKeepClearOfEachOtherAndOfTheCurves() {
        final LabelPlacement placement = new LabelPlacement(FRAME);
        final List<Polyline> curves = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            curves.add(
                    curve(new double[] {0, 0.1 + 0.2 * i}, new double[] {0.5, 0.3 + 0.1 * i}, new double[] {1, 0.5}));
            placement.addSeries(i, curves.get(i));
        }
        final List<TextBox> boxes = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            final TextBox box = placement.beside(i, "curve " + i).orElseThrow();
            boxes.forEach(other -> assertFalse(box.overlaps(other)));
            boxes.add(box);
            final double own = distance(curves.get(i), box);
            for (int k = 0; k < 5; k++) {
                assertTrue(distance(curves.get(k), box) > 0, "curve " + k + " through name " + box);
                assertTrue(k == i || own < distance(curves.get(k), box), "name " + i + " nearer to curve " + k);
            }
        }
    }

    @Test
    void aNameStaysInsideTheFrame() {
        final LabelPlacement placement = new LabelPlacement(FRAME);
        placement.addSeries(0, curve(new double[] {0.97, 0.99}, new double[] {1, 1}));
        final TextBox box = placement.beside(0, "at the corner").orElseThrow();
        assertTrue(FRAME.contains(box.left(), box.top()));
        assertTrue(FRAME.contains(box.left() + box.width(), box.top() + box.height()));
    }

    @Test
    void aCurveDrawnOverAnotherHasAPlaceToo() {
        final LabelPlacement placement = new LabelPlacement(FRAME);
        final Polyline curve = curve(new double[] {0.2, 0.5}, new double[] {0.8, 0.5});
        placement.addSeries(0, curve);
        placement.addSeries(1, curve);
        assertTrue(placement.beside(1, "fit").isPresent());
    }

    @Test
    void aCurveThatIsNotSeenOrANameThatDoesNotFitHasNoPlace() {
        final LabelPlacement placement = new LabelPlacement(FRAME);
        assertEquals(Optional.empty(), placement.beside(0, "nowhere"));
        placement.addSeries(0, curve(new double[] {0, 0.5}, new double[] {1, 0.5}));
        assertEquals(Optional.empty(), placement.beside(0, "long".repeat(50)));
        assertEquals(Optional.empty(), placement.on(new Polyline(), "empty"));
    }

    @Test
    void theNameOfAnAreaStandsWhereItIsTallest() {
        final Series area = Series.area("a", new double[] {0, 0.7, 1}, new double[] {0, 0.9, 0});
        final TextBox box = new LabelPlacement(FRAME)
                .on(new FilledShape(FRAME, area, 1).middle(), "area")
                .orElseThrow();
        assertEquals(FRAME.x(0.7), box.left() + box.width() / 2, 8);
    }

    private static double distance(Polyline curve, TextBox box) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 1; i < curve.size(); i++) {
            for (int k = 0; k <= 1000; k++) {
                final double share = k / 1000.0;
                least = Math.min(
                        least,
                        box.distance(
                                curve.x(i - 1) + share * (curve.x(i) - curve.x(i - 1)),
                                curve.y(i - 1) + share * (curve.y(i) - curve.y(i - 1))));
            }
        }
        return least;
    }
}
