package org.npp.cait.report.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds a place for the name of each curve: beside the curve, inside the frame, off all curves and other names, and
 * nearer to its own curve than to any other.
 *
 * <p>Greedy, in the order of the calls; every candidate place is judged. Not thread-safe.
 */
final class LabelPlacement {
    /** Distance of the samples along curves and of the candidate places [px]. */
    private static final double SAMPLE = 4;

    /** Room between a curve and its name [px]. */
    private static final double GAP = 4;

    /** Distance within which a foreign curve makes a name ambiguous [px]. */
    private static final double AMBIGUOUS = 11;

    private final Frame frame;

    /** Samples of the curves: x, y, number of the series, style. */
    private final List<double[]> obstacles = new ArrayList<>();

    private final List<TextBox> taken = new ArrayList<>();

    LabelPlacement(Frame frame) {
        this.frame = frame;
    }

    /** Adds what is drawn for a series to what names must keep clear of; a style of −1 belongs to no series. */
    void addObstacle(int series, int style, Polyline line) {
        for (int i = 0; i < line.size(); i++) {
            final int from = Math.max(0, i - 1);
            final double dx = line.x(i) - line.x(from);
            final double dy = line.y(i) - line.y(from);
            final int steps = (int) Math.ceil(Math.hypot(dx, dy) / SAMPLE);
            for (int k = 1; k <= Math.max(1, steps); k++) {
                final double share = (double) k / Math.max(1, steps);
                obstacles.add(new double[] {line.x(from) + share * dx, line.y(from) + share * dy, series, style});
            }
        }
    }

    /**
     * Places a name beside the curve of a series.
     *
     * @return the place; empty if the series is not visible or the name fits nowhere in the frame
     */
    Optional<TextBox> beside(int series, int style, String label) {
        final double width = TextBox.widthOf(label);
        final double half = 0.5 * width;
        TextBox best = null;
        double least = Double.POSITIVE_INFINITY;
        for (final double[] at : obstacles) {
            if (at[2] != series) {
                continue;
            }
            for (int k = 0; k < 6; k++) {
                final double x = k < 2 ? at[0] - half : k % 2 == 0 ? at[0] + 2 * GAP : at[0] - 2 * GAP - width;
                final double y = k == 0 || k == 2 || k == 3 ? at[1] - GAP - TextBox.LINE : at[1] + GAP;
                final TextBox box = new TextBox(x, y, width, TextBox.LINE);
                final double cost = cost(box, style, frame.left() + 0.4 * frame.width());
                if (cost < least) {
                    least = cost;
                    best = box;
                }
            }
        }
        return take(best);
    }

    /** Places a name inside a filled shape, whose middle line is given. */
    Optional<TextBox> on(Polyline middle, String label) {
        final double width = TextBox.widthOf(label);
        TextBox best = null;
        double least = Double.POSITIVE_INFINITY;
        double tallest = 0;
        double top = Double.POSITIVE_INFINITY;
        for (int i = 0; i < middle.size(); i++) {
            tallest = middle.y(i) < top ? middle.x(i) : tallest;
            top = Math.min(top, middle.y(i));
        }
        for (int i = 0; i < middle.size(); i++) {
            final TextBox box =
                    new TextBox(middle.x(i) - 0.5 * width, middle.y(i) - 0.5 * TextBox.LINE, width, TextBox.LINE);
            final double cost = cost(box, -2, tallest);
            if (cost < least) {
                least = cost;
                best = box;
            }
        }
        return take(best);
    }

    private Optional<TextBox> take(@Nullable TextBox box) {
        if (box != null) {
            taken.add(box);
        }
        return Optional.ofNullable(box);
    }

    /** Infinite outside the frame; else the more the worse the place. */
    private double cost(TextBox box, int style, double preferred) {
        if (!(frame.contains(box.left() - 2, box.top() - 1)
                && frame.contains(box.left() + box.width() + 2, box.top() + box.height() + 1))) {
            return Double.POSITIVE_INFINITY;
        }
        double cost = 0;
        for (final TextBox other : taken) {
            cost += other.overlaps(box) ? 1000 : 0;
        }
        for (final double[] at : obstacles) {
            final double distance = box.distance(at[0], at[1]);
            if (distance == 0) {
                cost += at[3] == style ? 20 : 50;
            } else if (distance < AMBIGUOUS && at[3] != style) {
                cost += 5 * (1 - distance / AMBIGUOUS);
            }
        }
        // of places as good, the one nearest to the preferred
        final double middle = box.left() + 0.5 * box.width();
        return cost + 2 * Math.abs(middle - preferred) / frame.width();
    }
}
