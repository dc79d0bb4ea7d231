package org.npp.cait.casefile;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.npp.cait.measure.MeasuredHistory;

/**
 * Reader of quantities measured against time: {@code time_s}, a column of the quantity and {@code sigma}.
 *
 * <p>Nothing is repaired: what breaks a rule is refused with file, line and column.
 */
public final class HistoryFile {
    /** Greatest ratio of a value and its error, either way, that is not a slip. */
    private static final double FARTHEST = 1e9;

    /** No instances. */
    private HistoryFile() {}

    /**
     * Reads a history.
     *
     * @param path the file, at most 64 MB
     * @param quantity name of the column of the values, which are SI
     * @param duration duration of all stages [s]
     * @return the history
     * @throws CaseException if the file is wrong; the message gives file, line, column, rule and value
     */
    public static MeasuredHistory read(Path path, String quantity, double duration) throws CaseException {
        final String file = path.toString();
        final Table table = Table.parse(FileText.read(path, FileText.TABLE_LIMIT), file, 0);
        final int header = table.comments().size() + 1;
        final List<String> known = List.of("time_s", quantity, "sigma");
        for (final String column : table.columns()) {
            if (!known.contains(column)) {
                throw Table.error(file, header, column, "unknown column; expected " + String.join(", ", known));
            }
        }
        for (final String column : known) {
            if (!table.columns().contains(column)) {
                throw Table.error(
                        file, header, column, "missing column; columns: " + String.join(", ", table.columns()));
            }
        }
        final int time = table.columns().indexOf("time_s");
        final int sigma = table.columns().indexOf("sigma");
        table.requireIncreasing(time, file);
        table.requireNonNegative(time, file);
        table.requireAtMost(time, duration, "must be within the stages, which end at " + duration + " s", file);
        table.requirePositive(sigma, file);
        final double[] values = table.column(table.columns().indexOf(quantity));
        final double size = Arrays.stream(values).map(Math::abs).max().orElse(0);
        if (size > 0) {
            table.requireWithin(
                    sigma,
                    size / FARTHEST,
                    size * FARTHEST,
                    "must be within a factor of 1e9 of the greatest value, " + size,
                    file);
        }
        return MeasuredHistory.of(table.column(time), values, table.column(sigma));
    }
}
