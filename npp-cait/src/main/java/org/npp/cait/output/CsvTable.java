package org.npp.cait.output;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.npp.cait.report.Provenance;

/**
 * A table under construction: lines that begin with # and tell where it comes from, a header row, rows of numbers. Lines
 * end with CR LF (RFC 4180). Not thread-safe.
 */
final class CsvTable {
    /** End of a line in RFC 4180. */
    private static final String END = "\r\n";

    private final Appendable out;
    private final CSVPrinter printer;

    CsvTable(Appendable out) throws IOException {
        this.out = out;
        this.printer = new CSVPrinter(out, CSVFormat.RFC4180);
    }

    CsvTable(Appendable out, Provenance provenance) throws IOException {
        this(out);
        line("npp " + provenance.version());
        comment("case_sha256", provenance.caseSha256());
        comment("date", provenance.date().toString());
    }

    void line(String text) throws IOException {
        out.append("# ").append(text).append(END);
    }

    void comment(String name, String value) throws IOException {
        line(name + ": " + value);
    }

    void header(List<String> columns) throws IOException {
        printer.printRecord(columns);
    }

    /** Texts, and numbers as {@link #row} has them. */
    void cells(Object... values) throws IOException {
        printer.printRecord(values);
    }

    /** Numbers in the shortest form that reads back as the same number; a NaN is an empty field. */
    void row(double... values) throws IOException {
        printer.printRecord(IntStream.range(0, values.length)
                .mapToObj(i -> Double.isNaN(values[i]) ? "" : Double.toString(values[i])));
    }
}
