package org.npp.cait.report.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ThinningTest {
    /** A dropped point is off the drawn line by at most this [px]. */
    private static final double UNSEEN = 0.1 + 1e-9;

    @Test
    void aStraightLineKeepsItsEnds() {
        final Polyline line = new Polyline();
        for (int i = 0; i <= 1000; i++) {
            line.add(0.1 * i, 3 + 0.05 * i);
        }
        final Polyline thin = Thinning.thinned(line, 1);
        assertEquals(2, thin.size());
        assertEquals(100, thin.x(1), 1e-9);
        assertEquals(53, thin.y(1), 1e-9);
    }

    @Test
    void aSpikeOneSampleWideStays() {
        final Polyline line = new Polyline();
        for (int i = 0; i < 100_000; i++) {
            line.add(i * 0.006, i == 54_321 ? 0 : 100);
        }
        final Polyline thin = Thinning.thinned(line, 1);
        assertTrue(thin.size() < 10);
        double least = 100;
        for (int i = 0; i < thin.size(); i++) {
            least = Math.min(least, thin.y(i));
        }
        assertEquals(0, least);
    }

    @Test
    void aLineThatGoesBackOverItselfIsNotTakenForItsChord() {
        final Polyline line = new Polyline();
        line.add(0, 0);
        line.add(50, 0);
        line.add(-50, 0);
        line.add(0, 0);
        assertEquals(4, Thinning.thinned(line, 1).size());
    }

    @Property(tries = 50)
    void theExtremesOfEachPixelColumnStayOnTheLine(@ForAll Random random) {
        final Polyline line = new Polyline();
        final TreeMap<Integer, Point2D> lows = new TreeMap<>();
        final TreeMap<Integer, Point2D> highs = new TreeMap<>();
        final int n = 20 + random.nextInt(5000);
        for (int i = 0; i < n; i++) {
            final Point2D point = new Point2D.Double(200.0 * i / n, 100 * random.nextDouble());
            line.add(point.getX(), point.getY());
            lows.merge((int) point.getX(), point, (a, b) -> a.getY() <= b.getY() ? a : b);
            highs.merge((int) point.getX(), point, (a, b) -> a.getY() >= b.getY() ? a : b);
        }
        final Polyline thin = Thinning.thinned(line, 1);
        assertTrue(thin.size() <= 4 * lows.size());
        lows.values().forEach(p -> assertTrue(distance(thin, p) <= UNSEEN, p::toString));
        highs.values().forEach(p -> assertTrue(distance(thin, p) <= UNSEEN, p::toString));
    }

    private static double distance(Polyline thin, Point2D p) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 1; i < thin.size(); i++) {
            least = Math.min(
                    least, Line2D.ptSegDist(thin.x(i - 1), thin.y(i - 1), thin.x(i), thin.y(i), p.getX(), p.getY()));
        }
        return least;
    }
}
