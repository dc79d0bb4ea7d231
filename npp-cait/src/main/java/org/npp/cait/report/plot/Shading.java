package org.npp.cait.report.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Parts of the horizontal axis that are shaded behind the data, the rest hatched, with bars at the upper edge of the frame
 * that tell the shares of several in what is shaded.
 *
 * <p>What the ground means stands above the frame, what a bar means beside it. <strong>Threading.</strong> Instances are
 * immutable and thread-safe.
 */
public final class Shading {
    /** Meaning of what is shaded. */
    final String inside;

    /** Meaning of the rest, which is hatched. */
    final String outside;

    /** Shaded. */
    final List<Range> ranges;

    /** Bars, from above. */
    final List<Bar> bars;

    /**
     * A part of the horizontal axis.
     *
     * @param from lower end
     * @param to upper end
     */
    public record Range(double from, double to) {
        /**
         * Checks the ends.
         *
         * @param from lower end
         * @param to upper end
         * @throws IllegalArgumentException if they are in the wrong order, or not finite
         */
        public Range {
            if (!(from <= to && Double.isFinite(to - from))) {
                throw new IllegalArgumentException(
                        String.format(Locale.ROOT, "a range must end where it begins or later: %s to %s", from, to));
            }
        }
    }

    /**
     * Ranges with a name, in a row of their own.
     *
     * @param label name
     * @param style number of the style
     * @param ranges the ranges
     */
    record Bar(String label, int style, List<Range> ranges) {}

    private Shading(String inside, String outside, List<Range> ranges, List<Bar> bars) {
        this.inside = inside;
        this.outside = outside;
        this.ranges = List.copyOf(ranges);
        this.bars = List.copyOf(bars);
    }

    /**
     * Creates a shading without bars.
     *
     * @param inside meaning of the shaded ranges
     * @param ranges the ranges in increasing order; may be empty
     * @param outside meaning of the rest
     * @return the shading
     */
    public static Shading of(String inside, List<Range> ranges, String outside) {
        return new Shading(inside, outside, ranges, List.of());
    }

    /**
     * Adds a row of bars below those that are there.
     *
     * @param label name, drawn beside the last bar; a row without bars has none
     * @param style number of the style, \( \ge 0 \)
     * @param extent where the bars are
     * @return the shading with them
     */
    public Shading bar(String label, int style, List<Range> extent) {
        final List<Bar> all = new ArrayList<>(bars);
        all.add(new Bar(label, style, List.copyOf(extent)));
        return new Shading(inside, outside, ranges, all);
    }

    /** What lies between the ranges, from one end of an axis to the other. */
    List<Range> rest(double low, double high) {
        final List<Range> rest = new ArrayList<>();
        double begin = low;
        for (final Range range : ranges) {
            if (range.from() > begin && begin < high) {
                rest.add(new Range(begin, Math.min(high, range.from())));
            }
            begin = Math.max(begin, range.to());
        }
        if (begin < high) {
            rest.add(new Range(begin, high));
        }
        return rest;
    }
}
