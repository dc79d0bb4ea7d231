package org.npp.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** Collects the history of a run in arrays that grow by doubling: a step allocates nothing else. Not thread-safe. */
final class HistoryRecorder {
    private static final int COLUMNS = 6;
    private static final int FIRST_ROWS = 256;

    private double[] values = new double[FIRST_ROWS * COLUMNS];
    private int rows;

    /** Adds an entry; a front depth of NaN is none. */
    void add(double time, double current, double potential, double charge, double surfaceCharge, double frontDepth) {
        int at = rows * COLUMNS;
        if (at == values.length) {
            values = Arrays.copyOf(values, 2 * values.length);
        }
        values[at++] = time;
        values[at++] = current;
        values[at++] = potential;
        values[at++] = charge;
        values[at++] = surfaceCharge;
        values[at] = frontDepth;
        rows++;
    }

    /** Time of the last entry, or another if there is none. */
    double lastTime(double otherwise) {
        return rows == 0 ? otherwise : values[(rows - 1) * COLUMNS];
    }

    History history() {
        final List<History.Entry> entries = new ArrayList<>(rows);
        for (int row = 0; row < rows; row++) {
            final int at = row * COLUMNS;
            final double front = values[at + 5];
            entries.add(new History.Entry(
                    values[at],
                    values[at + 1],
                    values[at + 2],
                    values[at + 3],
                    values[at + 4],
                    Double.isNaN(front) ? OptionalDouble.empty() : OptionalDouble.of(front)));
        }
        return new History(entries);
    }
}
