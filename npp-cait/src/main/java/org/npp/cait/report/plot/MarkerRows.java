package org.npp.cait.report.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows above the frame in which the names of markers stand without overlapping.
 *
 * @param lefts left edge of each name [px], by number of the marker
 * @param rowNumbers row of each name, 0 next to the frame
 * @param count number of rows
 */
record MarkerRows(List<Double> lefts, List<Integer> rowNumbers, int count) {
    /** Room between two names [px]. */
    private static final double GAP = 10;

    static MarkerRows of(List<Chart.Marker> markers, Axis axis, double left, double right) {
        final Double[] lefts = new Double[markers.size()];
        final Integer[] rows = new Integer[markers.size()];
        final List<Double> ends = new ArrayList<>();
        final List<Integer> order = IntStream.range(0, markers.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> markers.get(i).value()))
                .toList();
        for (final int i : order) {
            final double share = axis.share(markers.get(i).value());
            final double width = TextBox.widthOf(markers.get(i).label());
            final double middle = left + share * (right - left);
            lefts[i] = Math.max(left, Math.min(right - width, middle - 0.5 * width));
            rows[i] = 0;
            if (width == 0 || !(share >= 0 && share <= 1)) {
                continue;
            }
            while (rows[i] < ends.size() && ends.get(rows[i]) > lefts[i]) {
                rows[i]++;
            }
            if (rows[i] == ends.size()) {
                ends.add(0.0);
            }
            ends.set(rows[i], lefts[i] + width + GAP);
        }
        return new MarkerRows(List.of(lefts), List.of(rows), ends.size());
    }

    double left(int marker) {
        return lefts.get(marker);
    }

    int row(int marker) {
        return rowNumbers.get(marker);
    }
}
