package org.npp.cait.report.plot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds a place for the name of each curve: beside the curve, inside the frame, off all curves and other names, and
 * nearer to its own curve than to any other.
 *
 * <p>Greedy, in the order of the calls. What is drawn is kept as the set of grid cells that it touches, so that the cost
 * does not grow with the number of points. Not thread-safe.
 */
final class LabelPlacement {
    /** Side of a cell of the grid [px]. */
    private static final double CELL = 4;

    /** Room between a curve and its name [px]; more than half a cell's diagonal. */
    private static final double GAP = 4;

    /** Distance within which a foreign curve makes a name ambiguous [px]. */
    private static final double AMBIGUOUS = 11;

    /** Most places along a curve that are tried. */
    private static final int PLACES = 400;

    /** Bit of what belongs to no series. */
    private static final long MARKERS = 1L << 62;

    private final Frame frame;
    private final int columns;

    /** Series in each cell, one bit each, row by row. */
    private final long[] cells;

    /** Points of each series by cell, one in each cell that it touches. */
    private final Map<Integer, Map<Integer, double[]>> places = new HashMap<>();

    private final List<TextBox> taken = new ArrayList<>();

    LabelPlacement(Frame frame) {
        this.frame = frame;
        this.columns = 1 + (int) ((frame.right() - frame.left()) / CELL);
        this.cells = new long[columns * (1 + (int) ((frame.bottom() - frame.top()) / CELL))];
    }

    /** Adds a line of no series to what names must keep clear of. */
    void addMarker(Polyline line) {
        add(line, MARKERS, new LinkedHashMap<>());
    }

    /** Adds what is drawn for a series to what names must keep clear of. */
    void addSeries(int series, Polyline line) {
        add(line, bit(series), places.computeIfAbsent(series, s -> new LinkedHashMap<>()));
    }

    private void add(Polyline line, long bit, Map<Integer, double[]> entered) {
        for (int i = 0; i < line.size(); i++) {
            final int from = Math.max(0, i - 1);
            final double dx = line.x(i) - line.x(from);
            final double dy = line.y(i) - line.y(from);
            final int steps = Math.max(1, (int) Math.ceil(Math.hypot(dx, dy) / CELL));
            for (int k = 1; k <= steps; k++) {
                final double x = line.x(from) + dx * k / steps;
                final double y = line.y(from) + dy * k / steps;
                final int cell = columns * row(y) + column(x);
                cells[cell] |= bit;
                entered.putIfAbsent(cell, new double[] {x, y});
            }
        }
    }

    /**
     * Places a name beside the curve of a series.
     *
     * @return the place; empty if the series is not visible or the name fits nowhere in the frame
     */
    Optional<TextBox> beside(int series, String label) {
        final double width = TextBox.widthOf(label);
        final List<double[]> points =
                List.copyOf(places.getOrDefault(series, Map.of()).values());
        final int stride = 1 + points.size() / PLACES;
        final List<TextBox> candidates = new ArrayList<>();
        for (int i = 0; i < points.size(); i += stride) {
            final double x = points.get(i)[0];
            final double above = points.get(i)[1] - GAP - TextBox.LINE;
            final double below = points.get(i)[1] + GAP;
            for (final double left : new double[] {x - 0.5 * width, x + 2 * GAP, x - 2 * GAP - width}) {
                candidates.add(new TextBox(left, above, width, TextBox.LINE));
                candidates.add(new TextBox(left, below, width, TextBox.LINE));
            }
        }
        return best(candidates, bit(series), frame.left() + 0.4 * frame.width());
    }

    /** Places a name inside a filled shape, whose middle line is given. */
    Optional<TextBox> on(Polyline middle, String label) {
        final double width = TextBox.widthOf(label);
        final List<TextBox> candidates = new ArrayList<>();
        double tallest = 0;
        double top = Double.POSITIVE_INFINITY;
        for (int i = 0; i < middle.size(); i++) {
            tallest = middle.y(i) < top ? middle.x(i) : tallest;
            top = Math.min(top, middle.y(i));
            candidates.add(
                    new TextBox(middle.x(i) - 0.5 * width, middle.y(i) - 0.5 * TextBox.LINE, width, TextBox.LINE));
        }
        return best(candidates, 0, tallest);
    }

    private Optional<TextBox> best(List<TextBox> candidates, long own, double preferred) {
        double least = Double.POSITIVE_INFINITY;
        Optional<TextBox> best = Optional.empty();
        for (final TextBox box : candidates) {
            final boolean fits = frame.contains(box.left() - 2, box.top() - 1)
                    && frame.contains(box.left() + box.width() + 2, box.top() + box.height() + 1);
            final double cost = fits ? cost(box, own, preferred) : Double.POSITIVE_INFINITY;
            if (cost < least) {
                least = cost;
                best = Optional.of(box);
            }
        }
        best.ifPresent(taken::add);
        return best;
    }

    /** The more the worse the place. */
    private double cost(TextBox box, long own, double preferred) {
        double cost = 0;
        for (final TextBox other : taken) {
            cost += other.overlaps(box) ? 10_000 : 0;
        }
        for (int row = row(box.top() - AMBIGUOUS); row <= row(box.top() + box.height() + AMBIGUOUS); row++) {
            final int last = column(box.left() + box.width() + AMBIGUOUS);
            for (int column = column(box.left() - AMBIGUOUS); column <= last; column++) {
                final long series = cells[columns * row + column];
                if (series != 0) {
                    final double distance =
                            box.distance(frame.left() + (column + 0.5) * CELL, frame.top() + (row + 0.5) * CELL);
                    cost += (series & own) == 0 ? ambiguity(distance) : 0;
                    cost += distance == 0 ? 20 : 0;
                }
            }
        }
        // of places as good, the one nearest to the preferred
        return cost + 2 * Math.abs(box.left() + 0.5 * box.width() - preferred) / frame.width();
    }

    /** Cost of another curve at a distance; where it runs along with the own one it costs nothing. */
    private static double ambiguity(double distance) {
        return distance == 0 ? 30 : 5 * Math.max(0, 1 - distance / AMBIGUOUS);
    }

    private static long bit(int series) {
        return 1L << (series % 62);
    }

    private int column(double x) {
        return Math.max(0, Math.min(columns - 1, (int) ((x - frame.left()) / CELL)));
    }

    private int row(double y) {
        return Math.max(0, Math.min(cells.length / columns - 1, (int) ((y - frame.top()) / CELL)));
    }
}
