package org.npp.cait.casefile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableTest {
    @Test
    void commentsHeaderAndRowsAreReadWithTheirLines() throws CaseException {
        final Table table = Table.parse("# npp 1\n#date: today\na, b\r\n1,2e-3\n\n-.5,4.\n", "t.csv", 0);
        assertEquals(List.of("npp 1", "date: today"), table.comments());
        assertEquals(Optional.of("today"), table.comment("date"));
        assertEquals(Optional.empty(), table.comment("time"));
        assertEquals(List.of("a", "b"), table.columns());
        assertArrayEquals(new double[] {1, -0.5}, table.column(0));
        assertArrayEquals(new double[] {2e-3, 4}, table.column(1));
        assertEquals(List.of(4, 6), table.lines());
    }

    @Test
    void aLastLineNeedsNoEnd() throws CaseException {
        assertEquals(List.of(2), Table.parse("a\n1", "t.csv", 0).lines());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | t.csv: a table needs a header row and at least one row of numbers",
                "'# c' | t.csv: a table needs a header row and at least one row of numbers",
                "'a,b' | t.csv: a table needs a header row and at least one row of numbers",
                "'a,a;1,2' | t.csv:1: a: repeated column",
                "'a,b;1,2;1' | t.csv:3: must have 2 values as the header: 1",
                "'# c;a,b;1,2;3,x' | t.csv:4: b: must be a finite number: 'x'",
                "'a,b;1,NaN' | t.csv:2: b: must be a finite number: 'NaN'",
                "'a,b;1e999,1' | t.csv:2: a: must be a finite number: '1e999'",
                "'a,b;1d,1' | t.csv:2: a: must be a finite number: '1d'",
                "'a;1\"x\"' | t.csv:2: a: must be a finite number: '1\"x\"'",
                "'a;\"1\"x' | t.csv: is not a table of comma-separated values",
            })
    void wrongTablesNameLineAndColumn(String text, String message) {
        final CaseException e =
                assertThrows(CaseException.class, () -> Table.parse(text.replace(';', '\n'), "t.csv", 0));
        assertEquals(message, e.getMessage());
    }

    @Test
    void anOffsetCountsTheLinesBeforeTheTable() {
        assertEquals(
                "k.yaml:12: a: must be a finite number: 'x'",
                assertThrows(CaseException.class, () -> Table.parse("a\nx\n", "k.yaml", 10))
                        .getMessage());
    }

    @Test
    void writtenTablesAreReadBackToTheLastDigit() throws CaseException {
        final double[] a = {0.1, Math.PI, Double.MIN_VALUE, -Double.MAX_VALUE};
        final double[] b = {1, 2, 3, 4};
        final Table table = Table.parse(Table.text(List.of("a", "b"), List.of(a, b)), "t.csv", 0);
        assertArrayEquals(a, table.column(0));
        assertArrayEquals(b, table.column(1));
    }
}
