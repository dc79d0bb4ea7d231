package org.npp.cait.casefile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.npp.cait.measure.MeasuredHistory;

class HistoryFileTest {
    @TempDir
    private Path directory = Path.of("");

    private MeasuredHistory read(String text) throws IOException, CaseException {
        return HistoryFile.read(Files.writeString(directory.resolve("h.csv"), text), "surface_potential_V", 100);
    }

    @Test
    void columnsAreFoundByTheirNames() throws Exception {
        final MeasuredHistory history = read("# measured\nsigma,time_s,surface_potential_V\n0.1,0,5\n0.2,100,-6\n");
        assertArrayEquals(new double[] {0, 100}, history.times());
        assertArrayEquals(new double[] {5, -6}, history.values());
        assertArrayEquals(new double[] {0.1, 0.2}, history.errors());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "time_s,potential,sigma;0,1,1|:1: potential: unknown column; expected time_s, surface_potential_V, sigma",
                "time_s,surface_potential_V;0,1|:1: sigma: missing column; columns: time_s, surface_potential_V",
                "time_s,surface_potential_V,sigma;0,NaN,1|:2: surface_potential_V: must be a finite number: 'NaN'",
                "time_s,surface_potential_V,sigma;0,1,1;0,1,1|:3: time_s: must increase strictly: 0.0 after 0.0",
                "time_s,surface_potential_V,sigma;-1,1,1|:2: time_s: must be >= 0: -1.0",
                "time_s,surface_potential_V,sigma;0,1,1;101,1,1|:3: time_s: must be within the stages, which end at 100.0 s: 101.0",
                "time_s,surface_potential_V,sigma;0,1,-1|:2: sigma: must be > 0: -1.0",
                "time_s,surface_potential_V,sigma;0,-2,1;1,1,1e300|:3: sigma: must be within a factor of 1e9 of the greatest value, 2.0: 1.0E300"
            })
    void whatIsWrongIsRefusedWithItsPlace(String text, String message) {
        final CaseException e = assertThrows(CaseException.class, () -> read(text.replace(';', '\n') + "\n"));
        assertEquals(directory.resolve("h.csv") + message, e.getMessage());
    }
}
