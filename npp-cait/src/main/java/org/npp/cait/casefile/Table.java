package org.npp.cait.casefile;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A table of numbers: comma-separated, with comment lines that begin with {@code #} before a header row.
 *
 * @param comments comment lines without their {@code #}
 * @param columns names of the columns
 * @param rows one array per row, one number per column
 * @param lines line of each row
 */
record Table(List<String> comments, List<String> columns, List<double[]> rows, List<Integer> lines) {
    /** What can be a number. */
    private static final Pattern NUMBER = Pattern.compile("[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?");

    /**
     * Reads a table.
     *
     * @param text the table
     * @param file name for errors
     * @param offset lines before the text in that file
     * @return the table
     * @throws CaseException with the first error
     */
    static Table parse(String text, String file, int offset) throws CaseException {
        final List<String> comments = new ArrayList<>();
        int begin = 0;
        while (begin < text.length() && text.charAt(begin) == '#') {
            final int end = text.indexOf('\n', begin);
            comments.add(
                    text.substring(begin + 1, end < 0 ? text.length() : end).strip());
            begin = end < 0 ? text.length() : end + 1;
        }
        final int before = offset + comments.size();
        final Table table = new Table(comments, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        try (CSVParser parser = CSVParser.parse(new StringReader(text.substring(begin)), CSVFormat.RFC4180)) {
            for (final CSVRecord row : parser) {
                final int line = before + (int) parser.getCurrentLineNumber();
                if (table.columns.isEmpty()) {
                    table.readHeader(row, file, line);
                } else if (!(row.size() == 1 && row.get(0).isBlank())) {
                    table.readRow(row, file, line);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            throw error(file, 0, "", "is not a table of comma-separated values");
        }
        if (table.rows.isEmpty()) {
            throw error(file, 0, "", "a table needs a header row and at least one row of numbers");
        }
        return table;
    }

    private void readHeader(CSVRecord row, String file, int line) throws CaseException {
        for (final String cell : row) {
            final String name = cell.strip();
            if (columns.contains(name)) {
                throw error(file, line, name, "repeated column");
            }
            columns.add(name);
        }
    }

    private void readRow(CSVRecord row, String file, int line) throws CaseException {
        if (row.size() != columns.size()) {
            throw error(file, line, "", "must have " + columns.size() + " values as the header: " + row.size());
        }
        final double[] values = new double[row.size()];
        for (int i = 0; i < values.length; i++) {
            final String cell = row.get(i).strip();
            values[i] = NUMBER.matcher(cell).matches() ? Double.parseDouble(cell) : Double.NaN;
            if (!Double.isFinite(values[i])) {
                throw error(file, line, columns.get(i), "must be a finite number: '" + cell + "'");
            }
        }
        rows.add(values);
        lines.add(line);
    }

    /** Index of the first of some columns that is there. */
    Optional<Integer> find(String... names) {
        for (final String name : names) {
            if (columns.contains(name)) {
                return Optional.of(columns.indexOf(name));
            }
        }
        return Optional.empty();
    }

    double[] column(int index) {
        return rows.stream().mapToDouble(r -> r[index]).toArray();
    }

    void requireIncreasing(int index, String file) throws CaseException {
        for (int i = 1; i < rows.size(); i++) {
            final double value = rows.get(i)[index];
            final double before = rows.get(i - 1)[index];
            if (!(value > before)) {
                throw error(
                        file,
                        lines.get(i),
                        columns.get(index),
                        "must increase strictly: " + value + " after " + before);
            }
        }
    }

    void requireNonNegative(int index, String file) throws CaseException {
        require(index, value -> value >= 0, "must be >= 0: ", file);
    }

    void requirePositive(int index, String file) throws CaseException {
        require(index, value -> value > 0, "must be > 0: ", file);
    }

    void requireAtMost(int index, double most, String words, String file) throws CaseException {
        require(index, value -> value <= most, words + ": ", file);
    }

    void requireWithin(int index, double least, double most, String words, String file) throws CaseException {
        require(index, value -> value >= least && value <= most, words + ": ", file);
    }

    private void require(int index, DoublePredicate rule, String words, String file) throws CaseException {
        for (int i = 0; i < rows.size(); i++) {
            final double value = rows.get(i)[index];
            if (!rule.test(value)) {
                throw error(file, lines.get(i), columns.get(index), words + value);
            }
        }
    }

    /** Writes a table that {@link #parse} reads back to the last digit. */
    static String text(List<String> names, List<double[]> columns) {
        final StringBuilder text = new StringBuilder(String.join(",", names)).append('\n');
        for (int k = 0; k < columns.get(0).length; k++) {
            for (int i = 0; i < columns.size(); i++) {
                text.append(i == 0 ? "" : ",").append(columns.get(i)[k]);
            }
            text.append('\n');
        }
        return text.toString();
    }

    /** Value of a comment {@code key: value}. */
    Optional<String> comment(String key) {
        return comments.stream()
                .filter(c -> c.startsWith(key + ":"))
                .map(c -> c.substring(key.length() + 1).strip())
                .findFirst();
    }

    static CaseException error(String file, int line, String field, String message) {
        return new CaseException(List.of(new CaseError(file, line, field, message)));
    }
}
