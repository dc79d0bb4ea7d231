package org.npp.cait.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code npp onsager --displacements}. */
class DisplacementsTest {
    private static final String EXAMPLE = "../examples/brownian/md.csv";
    private static final double E = 1.602176634e-19;
    private static final double KT = 1.380649e-23 * 800;
    private static final double VOLUME = 27e-27;

    @TempDir
    private Path directory = Path.of("");

    private CommandRun run(String file, String... more) {
        return CommandRun.of(
                Stream.concat(Stream.of("onsager", "--displacements", file, "--out", out().toString()), Stream.of(more))
                        .toArray(String[]::new));
    }

    private Path out() {
        return directory.resolve("out");
    }

    private JsonNode summary() throws IOException {
        return new ObjectMapper().readTree(out().resolve("summary.json").toFile());
    }

    private static String changed(String from, String to) throws IOException {
        final String text = Files.readString(Path.of(EXAMPLE));
        assertTrue(text.contains(from));
        return text.replace(from, to);
    }

    @Test
    void coefficientsOfTheExampleAreTheKnownOnesWithinTheirErrors() throws IOException {
        final CommandRun run = run(EXAMPLE, "--from", "1ps", "--to", "6ps");
        assertEquals("", run.err());
        assertEquals(0, run.code());
        // the matrix and the tracers that the example was made with, and what follows from them
        final double nLi = 200 / VOLUME;
        final double nK = 70 / VOLUME;
        final Map<String, Double> known = Map.of(
                "L_Li_Li", 4e36,
                "L_Li_K", -1e36,
                "L_K_K", 2e36,
                "sigma", E * E * 4e36,
                "t_Li", 0.75,
                "t_K", 0.25,
                "tracer_Li", 3.6e-12,
                "tracer_K", 2.5e-12,
                "D_sigma_K", KT * 1e36 / nK,
                "haven_ratio", (nLi * 3.6e-12 + nK * 2.5e-12) / (KT * 4e36));
        final JsonNode coefficients = summary().path("coefficients");
        assertEquals(11, coefficients.size());
        known.forEach((name, value) -> {
            final double error = coefficients.path(name).path("standard_error").doubleValue();
            assertTrue(error > 0 && error < 0.2 * Math.abs(value), name + ": " + error);
            assertEquals(value, coefficients.path(name).path("value").doubleValue(), 3.5 * error, name);
        });
        assertEquals(1, summary().path("exponents").path("Li").doubleValue(), 0.1);
        assertEquals(0, summary().path("warnings").size());
        assertEquals(0, summary().path("change_to_nearest").doubleValue());
        assertEquals("as_given", summary().path("frame").asText());
    }

    @Test
    void theTableHasOneRowPerCoefficientAndTellsTheWindow() throws IOException {
        final CommandRun run = run(EXAMPLE, "--from", "2 ps");
        assertEquals(0, run.code());
        final List<String> lines = Files.readAllLines(out().resolve("onsager.csv"));
        assertTrue(lines.get(0).startsWith("# npp "));
        assertTrue(lines.get(1).matches("# displacements_sha256: [0-9a-f]{64}"));
        assertEquals(
                List.of(
                        "# from_s: 2.0E-12",
                        "# to_s: 8.0E-12",
                        "# blocks: 20",
                        "# frame: as_given",
                        "quantity,value,standard_error,unit,nearest"),
                lines.subList(2, 7));
        final String[] first = lines.get(7).split(",", -1);
        assertEquals("L_Li_Li", first[0]);
        assertEquals("1/(J m s)", first[3]);
        assertEquals(Double.parseDouble(first[1]), Double.parseDouble(first[4]), 1e-14 * 4e36);
        assertTrue(lines.get(10).startsWith("sigma,") && lines.get(10).endsWith(",S/m,"));
        assertEquals(7 + 11, lines.size());
        final List<String> out = run.out().lines().toList();
        assertEquals("Displacements of Li, K: 20 blocks, from 2.000e-12 s to 8.000e-12 s", out.get(0));
        assertTrue(
                out.get(1).matches("  L_Li_Li            [34]\\.\\d+e\\+36 \\+- [\\d.]+e\\+3\\d 1/\\(J m s\\)"),
                out.get(1));
        assertEquals("  results            " + out() + ", " + out().resolve("onsager.csv"), out.get(12));
    }

    @Test
    void massesTakeTheCoefficientsToTheFrameOfTheNetwork() throws IOException {
        final Path file = Files.writeString(
                directory.resolve("md.csv"),
                changed(
                        "# charge_K: 1\n",
                        "# charge_K: 1\n# mass_u_Li: 6.94\n# mass_u_K: 39.1\n# network_mass_u: 20000\n"));
        assertEquals(0, run(EXAMPLE, "--from", "2ps").code());
        final JsonNode given = summary().path("coefficients");
        assertEquals(0, run(file.toString(), "--from", "2ps", "--force").code());
        assertEquals("network", summary().path("frame").asText());
        final double[] l = new double[3];
        final String[] names = {"L_Li_Li", "L_Li_K", "L_K_K"};
        for (int k = 0; k < 3; k++) {
            l[k] = given.path(names[k]).path("value").doubleValue();
        }
        // L' = A L A^T, A_ij = delta_ij + n_i m_j/(n_0 m_0)
        final double[][] a = {{1 + 200 * 6.94 / 20000, 200 * 39.1 / 20000}, {70 * 6.94 / 20000, 1 + 70 * 39.1 / 20000}};
        final double expected =
                a[0][0] * (l[0] * a[1][0] + l[1] * a[1][1]) + a[0][1] * (l[1] * a[1][0] + l[2] * a[1][1]);
        assertEquals(
                expected,
                summary().path("coefficients").path("L_Li_K").path("value").doubleValue(),
                1e-13 * 4e36);
        assertEquals(
                given.path("tracer_K").path("value").doubleValue(),
                summary().path("coefficients").path("tracer_K").path("value").doubleValue());
    }

    @Test
    void jsonIsTheSummary() throws IOException {
        final CommandRun run = run(EXAMPLE, "--from", "2ps", "--json");
        assertEquals(summary(), new ObjectMapper().readTree(run.out()));
    }

    @Test
    void motionThatIsNotDiffusiveIsWarnedOf() throws IOException {
        // squares instead of lines: ballistic
        final StringBuilder text = new StringBuilder("""
                # temperature_K: 800
                # volume_nm3: 27
                # charge_Li: 1
                block,time_ps,product_Li_Li_A2
                """);
        for (int b = 0; b < 4; b++) {
            for (int k = 1; k < 5; k++) {
                text.append(b)
                        .append(',')
                        .append(k)
                        .append(',')
                        .append((1 + 0.01 * b) * k * k)
                        .append('\n');
            }
        }
        final Path file = Files.writeString(directory.resolve("md.csv"), text);
        final CommandRun run = run(file.toString(), "--from", "1ps", "--quiet");
        assertEquals(0, run.code());
        assertTrue(
                run.err().startsWith("warning: not_diffusive: <R_Li^2> goes as t^2.00 from 1.000e-12 to 4.000e-12 s,"),
                run.err());
        assertEquals("", run.out());
    }

    @Test
    void coefficientsThatBreakTheSecondLawAreProjectedAndWarnedOf() throws IOException {
        final StringBuilder text = new StringBuilder("""
                # temperature_K: 800
                # volume_nm3: 27
                # charge_Li: 1
                # charge_K: 1
                block,time_ps,product_Li_Li_A2,product_Li_K_A2,product_K_K_A2
                """);
        for (int b = 0; b < 4; b++) {
            for (int k = 1; k < 3; k++) {
                text.append(b).append(',').append(k).append(',').append(k * (1 + 0.01 * b));
                text.append(',').append(-2 * k).append(',').append(k).append('\n');
            }
        }
        final Path file = Files.writeString(directory.resolve("md.csv"), text);
        final CommandRun run = run(file.toString(), "--from", "1ps");
        assertEquals(0, run.code());
        assertTrue(run.err().contains("warning: not_semidefinite: the coefficients break the second law"), run.err());
        assertTrue(
                run.err()
                        .contains("warning: not_conducting: no conductivity, transference numbers and Haven ratio:"
                                + " conductivity must be finite and > 0: -"),
                run.err());
        assertFalse(run.out().contains("sigma"));
        assertEquals(-1, summary().path("least_eigenvalue").doubleValue(), 0.05);
        assertEquals(3, summary().path("coefficients").size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | --displacements needs --from, where displacements begin to be diffusive",
                "--from 2nm | --from: 2nm is a length, s expected",
                "--from 2 | --from: must have a unit, s for example: '2'",
                "--from 0ps | --from must be > 0 and --to above it: 0.0 s, 1.7976931348623157E308 s",
                "--from 5ps --to 3ps | --from must be > 0 and --to above it: 5.0E-12 s, 3.0E-12 s",
                "--from 2ps --law cait | --law, --haven-ratio, --nodes, --tolerance and --threads go with a case, not with --displacements",
                "--from 2ps --nodes 40 | --law, --haven-ratio, --nodes, --tolerance and --threads go with a case, not with --displacements",
                "--from 2ps k.yaml | --displacements stands in place of a case: k.yaml",
                "--from 8ps | ../examples/brownian/md.csv: window must hold at least 2 times: 1 from 8.0E-12 to 8.0E-12 s",
            })
    void wrongOptionsAreRefused(String options, String message) {
        final CommandRun run = run(EXAMPLE, options.isEmpty() ? new String[0] : options.split(" ", -1));
        assertEquals(2, run.code());
        assertEquals("npp: " + message + "\n", run.err());
        assertFalse(Files.exists(out()));
    }

    @Test
    void aWrongFileIsRefusedWithItsLine() throws IOException {
        final Path file = Files.writeString(directory.resolve("md.csv"), changed("1,3,", "1,2,"));
        final CommandRun run = run(file.toString(), "--from", "1ps");
        assertEquals(2, run.code());
        assertEquals(file + ":11: time_ps: must increase strictly in a block: 2.0\n", run.err());
        assertEquals(2, run("missing.csv", "--from", "1ps").code());
        final CommandRun without = CommandRun.of("onsager", "--out", out().toString(), "--from", "1ps");
        assertEquals("npp: --from and --to go with --displacements only\n", without.err());
        assertEquals(
                "npp: missing required parameter: 'CASE.yaml'; see 'npp help onsager'\n",
                CommandRun.of("onsager", "--out", out().toString()).err());
    }

    @Test
    void resultsAreOverwrittenOnlyWithForce() throws IOException {
        assertEquals(0, run(EXAMPLE, "--from", "2ps").code());
        final CommandRun again = run(EXAMPLE, "--from", "3ps");
        assertEquals(2, again.code());
        assertEquals("npp: " + out() + " exists; use --force to overwrite the results in it\n", again.err());
        assertEquals(0, run(EXAMPLE, "--from", "3ps", "--force").code());
        assertEquals(3e-12, summary().path("from_s").doubleValue());
    }

    @Test
    void helpShowsTheFileAndAnExample() {
        final String help = CommandRun.of("help", "onsager").out();
        assertTrue(
                help.contains("\n  npp onsager --displacements examples/brownian/md.csv --from 2ps --out out/md\n"),
                help);
        assertTrue(help.contains("# temperature_K: 800"), help);
    }
}
