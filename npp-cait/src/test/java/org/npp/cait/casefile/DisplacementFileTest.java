package org.npp.cait.casefile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.npp.cait.onsager.DisplacementRun;

class DisplacementFileTest {
    private static final String COMMENTS =
            "# temperature_K: 800\n# volume_m3: 2.7e-26\n# charge_Li: 1\n# charge_K: 1\n";
    private static final String HEADER = "block,time_s,product_Li_Li_m2,product_K_Li_m2,product_K_K_m2\n";
    private static final String ROWS = "1,1e-12,2,-1,4\n1,2e-12,4,-2,8\n2,1e-12,3,-1,5\n2,2e-12,6,-2,10\n";

    @TempDir
    private Path directory = Path.of("");

    private DisplacementRun read(String text) throws IOException, CaseException {
        return DisplacementFile.read(Files.writeString(directory.resolve("md.csv"), text))
                .run();
    }

    private String error(String text) {
        final CaseError e =
                assertThrows(CaseException.class, () -> read(text)).errors().get(0);
        return e.text().substring(directory.toString().length() + 1);
    }

    @Test
    void aFileInSiUnitsIsReadAsItStands() throws Exception {
        final DisplacementRun run = read(COMMENTS + HEADER + ROWS);
        assertEquals(List.of("Li", "K"), run.ions());
        assertArrayEquals(new int[] {1, 1}, run.charges());
        assertEquals(3, run.box().dimensions());
        assertEquals(2e-12, run.series().lastTime());
        // slopes 2 and 3, -1 and -1, 4 and 5 in 1e12 m^2/s
        assertArrayEquals(
                new double[] {2.5e12, -1e12, 4.5e12},
                run.series().slopes(1e-12, 2e-12).estimate().values(),
                1e-3);
        assertTrue(run.frame().isEmpty() && !run.tracers() && run.densities().length == 0);
    }

    @Test
    void otherUnitsAndOrdersOfColumnsMeanTheSame() throws Exception {
        final DisplacementRun run = read("""
                # charge_K: -2
                # volume_nm3: 27
                # temperature_K: 800
                # charge_Li: 1
                # dimensions: 2
                # particles_Li: 270
                # particles_K: 27
                # mass_u_Li: 6.94
                # mass_u_K: 39.1
                # network_mass_u: 30000
                time_ps,product_Li_K_A2,block,msd_K_nm2,product_Li_Li_A2,product_K_K_nm2,msd_Li_A2
                1,-1e20,7,0.1,2e20,4e18,3
                2,-2e20,7,0.2,4e20,8e18,6
                1,-1e20,3,0.1,3e20,5e18,3
                2,-2e20,3,0.2,6e20,10e18,6
                """);
        assertEquals(List.of("Li", "K"), run.ions());
        assertArrayEquals(new int[] {1, -2}, run.charges());
        assertEquals(2.7e-26, run.box().volume(), 1e-40);
        assertEquals(2, run.box().dimensions());
        assertArrayEquals(
                new double[] {2.5e12, -1e12, 4.5e12, 3e-8, 1e-7},
                run.series().slopes(1e-12, 2e-12).estimate().values(),
                1e-3);
        assertEquals(3e-8, run.series().slopes(1e-12, 2e-12).estimate().value(3), 1e-20);
        assertArrayEquals(new double[] {1e28, 1e27}, run.densities(), 1e14);
        assertTrue(run.frame().isPresent() && run.tracers());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "temperature_K: 800 | temperature_K: -800 | md.csv:1: temperature_K: must be > 0: -800.0",
                "temperature_K: 800 | temperature_K: hot | md.csv:1: temperature_K: must be a number: 'hot'",
                "# temperature_K: 800 | # temperature: 800 | md.csv: temperature_K: missing; a line '# temperature_K: ...' before the header tells it",
                "volume_m3: | volume_l: | md.csv: volume_m3: missing; a line '# volume_m3: ...' before the header tells it",
                "charge_K: 1 | charge_K: 0 | md.csv:4: charge_K: must be a charge number, an integer from -8 to 8 but 0: 0.0",
                "charge_K: 1 | charge_K: 1.5 | md.csv:4: charge_K: must be a charge number, an integer from -8 to 8 but 0: 1.5",
                "charge_K: 1 | charge_Na: 1 | md.csv: charge_K: missing; a line '# charge_K: ...' before the header tells it",
                "# charge_K: | # dimensions: 4@# charge_K: | md.csv:4: dimensions: must be 1, 2 or 3: 4.0",
                "# charge_K: | # particles_K: 4@# charge_K: | md.csv: particles_Li: missing; a line '# particles_Li: ...' before the header tells it",
                "# charge_K: | # mass_u_K: 39@# mass_u_Li: 7@# charge_K: | md.csv: particles_Li: missing; a line '# particles_Li: ...' before the header tells it",
                "time_s | time_h | md.csv:5: time_s: missing column; did you mean it by time_h?",
                "block,time_s | blok,time_s | md.csv:5: block: missing column; did you mean it by blok?",
                "product_K_K_m2 | product_K_K_m3 | md.csv:5: product_K_K_m3: unknown column; expected block, time_s (or _ns, _ps, _fs), product_<ion>_<ion>_m2 and msd_<ion>_m2 (or _nm2, _A2)",
                "product_K_Li_m2 | msd_K_m2 | md.csv:5: product_Li_K_m2: missing column; every pair of ions has its product, or every ion its msd",
                "product_K_Li_m2 | msd_Na_m2 | md.csv:5: msd_Na: no products of Na; ions: Li, K",
                "product_K_K_m2 | product_Li_K_nm2 | md.csv:5: product_Li_K_nm2: stands there twice",
                "1,2e-12,4 | 1,1e-12,4 | md.csv:7: time_s: must increase strictly in a block: 1.0E-12",
                "2,2e-12,6 | 2,3e-12,6 | md.csv:9: time_s: must be the times of the first block: 3.0E-12",
                "2,2e-12,6 | 3,1e-12,6 | md.csv:8: time_s: a block ends after 1 times, the first has 2",
                "1,2e-12,4 | 1,2e-12,x | md.csv:7: product_Li_Li_m2: must be a finite number: 'x'",
            })
    void whatIsWrongIsRefusedWithItsLine(String found, String replaced, String message) {
        final String text = COMMENTS + HEADER + ROWS;
        assertTrue(text.contains(found));
        assertEquals(message, error(text.replace(found, replaced.replace("@", "\n"))));
    }

    @Test
    void oneBlockOrOneTimeIsTooLittle() {
        assertEquals(
                "md.csv: block: a run needs at least 2 blocks, whose scatter is the error: 1",
                error(COMMENTS + HEADER + "1,1e-12,2,-1,4\n1,2e-12,4,-2,8\n"));
        assertEquals(
                "md.csv:6: a block needs at least 2 times: 1",
                error(COMMENTS + HEADER + "1,1e-12,2,-1,4\n2,1e-12,4,-2,8\n"));
        assertEquals(
                "md.csv:5: needs columns product_<ion>_<ion>_m2 (or _nm2, _A2)",
                error(COMMENTS + "block,time_s\n1,1e-12\n"));
        assertEquals(
                "md.csv:5: time_ps: must not stand beside time_s",
                error(COMMENTS + "block,time_s,time_ps\n1,1e-12,1\n"));
    }
}
