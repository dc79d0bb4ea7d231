package org.npp.sed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Rows of a table of exact values: the lines after the comments and the column names, split at commas. */
final class ReferenceTable {
    private ReferenceTable() {}

    static List<String[]> rows(String name) throws IOException {
        final InputStream in = Objects.requireNonNull(ReferenceTable.class.getResourceAsStream(name), name);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList();
        }
    }
}
