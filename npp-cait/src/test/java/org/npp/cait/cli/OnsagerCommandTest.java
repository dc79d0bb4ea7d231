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
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.npp.cait.CaitResult;
import org.npp.core.Failure;
import org.npp.core.Termination;

class OnsagerCommandTest {
    private static final String EXAMPLE = "../examples/lithium-borate/k.yaml";

    @TempDir
    private Path directory = Path.of("");

    private String[] onsager(String... more) {
        return Stream.concat(
                        Stream.of(
                                "onsager", EXAMPLE, "--out", out().toString(), "--nodes", "40", "--tolerance", "0.05"),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    private Path out() {
        return directory.resolve("out");
    }

    private Set<String> files() throws IOException {
        try (Stream<Path> files = Files.list(out())) {
            return files.map(f -> f.getFileName().toString()).collect(Collectors.toSet());
        }
    }

    private JsonNode summary() throws IOException {
        return new ObjectMapper().readTree(out().resolve("summary.json").toFile());
    }

    /** Lines of the table, the comments and the header included. */
    private List<String> table() throws IOException {
        return Files.readAllLines(out().resolve("onsager.csv"));
    }

    private static CaitResult ended(CaitResult result, Termination reason) {
        final Failure failure = new Failure(reason, 7, 1e-9, 3, 2e-9, "Li", List.of(3.0, 2.0), 1e-6);
        return new CaitResult(
                result.experiment(),
                result.outputs(),
                result.finalState(),
                result.history(),
                result.statistics(),
                OptionalDouble.empty(),
                List.of(),
                Optional.of(failure));
    }

    @Test
    void coefficientsGoToTheDirectoryAndATableToStandardOutput() throws IOException {
        final CommandRun run = CommandRun.of(onsager());
        assertEquals(0, run.code());
        assertEquals(Set.of("onsager.csv", "summary.json"), files());
        final List<String> lines = run.out().lines().toList();
        assertEquals("K-CAIT on lithium borate glass", lines.get(0));
        assertEquals("  time               200000 s", lines.get(1));
        assertEquals("  law                independent, Haven ratio 1.000 (assumed)", lines.get(2));
        // n e^2 D/kT of lithium in the bulk
        assertTrue(lines.get(3).endsWith(" S/m at the surface, 8.738e-07 S/m at the back"), lines.get(3));
        assertEquals("  results            " + out() + ", " + out().resolve("onsager.csv"), lines.get(6));
        assertEquals(7, lines.size());
    }

    @Test
    void theTableTellsTheLawAndHasOneRowPerNode() throws IOException {
        assertEquals(
                0,
                CommandRun.of(onsager("--quiet", "--law", "common_haven_ratio", "--haven-ratio", "0.25"))
                        .code());
        final List<String> lines = table();
        assertTrue(lines.get(0).startsWith("# npp "));
        assertTrue(lines.get(1).startsWith("# case_sha256: "));
        assertTrue(lines.get(2).startsWith("# date: "));
        assertEquals(
                List.of(
                        "# time_s: 200000.0",
                        "# temperature_K: 300.0",
                        "# law: common_haven_ratio",
                        "# haven_ratio: 0.25 (assumed)",
                        "# unit of L: 1/(J m s)",
                        "depth_m,L_Li_Li,L_Li_K,L_K_K,sigma_S_per_m,t_Li,t_K,tracer_Li_m2_per_s,"
                                + "tracer_K_m2_per_s,haven_ratio"),
                lines.subList(3, 9));
        assertEquals(9 + 40, lines.size());
        for (final String line : lines.subList(9, lines.size())) {
            final double[] row = Stream.of(line.split(",", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            assertEquals(10, row.length);
            assertTrue(row[2] * row[2] <= row[1] * row[3] * (1 + 1e-12), line);
            assertEquals(1, row[5] + row[6], 1e-14);
            assertEquals(0.25 * 2e-21, row[8], 1e-34);
            assertEquals(0.25, row[9], 1e-14);
            final double e = 1.602176634e-19;
            assertEquals(row[4], e * e * (row[1] + 2 * row[2] + row[3]), 1e-13 * row[4]);
        }
    }

    @ParameterizedTest
    @CsvSource({"independent, 1", "cait, 0.5"})
    void theSummaryIsThatOfARunAndOfTheLaw(String law, double havenRatio) throws IOException {
        final CommandRun run = CommandRun.of(onsager("--json", "--law", law));
        assertEquals(1, run.out().lines().count());
        final JsonNode json = new ObjectMapper().readTree(run.out());
        final JsonNode file = summary();
        assertEquals(json, file);
        assertEquals(40, json.path("nodes").intValue());
        assertTrue(json.path("complete").booleanValue());
        assertEquals(law, json.path("law").textValue());
        assertEquals(havenRatio, json.path("assumed_haven_ratio").doubleValue());
        assertEquals(300, json.path("temperature_K").doubleValue());
        final double voltage = json.path("surface_potential_V").doubleValue();
        // nearly all of the voltage is ohmic
        final double current = 1.12953452697e-3;
        assertEquals(voltage, current * json.path("resistance_ohm_m2").doubleValue(), 0.05 * voltage);
        // and most of the power is dissipated
        final double power = current * voltage;
        final double mean = json.path("mean_entropy_production_W_per_K_m3").doubleValue();
        assertEquals(power, 300 * 0.5e-3 * mean, 0.05 * power);
        final double least = json.path("min_entropy_production_W_per_K_m3").doubleValue();
        assertTrue(least > 0 && least < mean);
        assertEquals("cait".equals(law), run.out().contains("law_contradicts_itself"));
    }

    @Test
    void quietPrintsOnlyWarnings() {
        assertEquals(new CommandRun(0, "", ""), CommandRun.of(onsager("--quiet")));
        final CommandRun run = CommandRun.of(onsager("--quiet", "--force", "--law", "cait"));
        assertEquals(
                new CommandRun(
                        0,
                        "",
                        "warning: law_contradicts_itself: law cait: D* = D_sigma/2 without cross coefficients"
                                + " contradicts the limit of isotopes, and its chemical potentials Gibbs-Duhem unless"
                                + " both densities are equal; it is the evaluation as published\n"),
                run);
    }

    @Test
    void eachCommandOverwritesOnlyItsOwnResults() throws IOException {
        assertEquals(0, CommandRun.of(onsager("--quiet")).code());
        final CaseRunner never = (e, p, c) -> {
            throw new AssertionError("must not run");
        };
        assertEquals(
                new CommandRun(2, "", "npp: " + out() + " exists; use --force to overwrite the results in it\n"),
                CommandRun.with(never, false, onsager()));
        final String place = "npp: " + out() + " holds the results of npp ";
        final String advice = ", even with --force; choose another directory\n";
        assertEquals(
                new CommandRun(2, "", place + "onsager: not overwritten by those of npp simulate" + advice),
                CommandRun.with(never, false, "simulate", EXAMPLE, "--force", "--out", out().toString()));
        final Path other = directory.resolve("other");
        assertEquals(
                0,
                CommandRun.of("simulate", EXAMPLE, "--nodes", "40", "--quiet", "--out", other.toString())
                        .code());
        assertEquals(
                new CommandRun(
                        2,
                        "",
                        "npp: " + other + " holds the results of npp simulate: not overwritten by those of npp onsager"
                                + advice),
                CommandRun.with(never, false, "onsager", EXAMPLE, "--force", "--out", other.toString()));
        Files.writeString(out().resolve("profile_1.csv"), "mine");
        assertEquals(0, CommandRun.of(onsager("--quiet", "--force")).code());
        assertEquals(Set.of("onsager.csv", "summary.json", "profile_1.csv"), files());
    }

    @Test
    void numericsThatDoNotFinishGiveExitCode3AndWhatWasComputed() throws IOException {
        final CommandRun run = CommandRun.with(
                (e, p, c) -> ended(CommandRun.SIMULATION.run(e, p, c), Termination.NEWTON_STAGNATION),
                false,
                onsager());
        assertEquals(3, run.code());
        assertTrue(run.err().endsWith("; what was computed is in " + out() + "\n"), run.err());
        assertTrue(run.out().contains("  time               200000 s (incomplete)\n"), run.out());
        assertFalse(summary().path("complete").booleanValue());
        assertEquals(9 + 40, table().size());
    }

    @Test
    void aCancelledRunLeavesNothing() {
        final CommandRun run = CommandRun.with(
                (e, p, c) -> ended(CommandRun.SIMULATION.run(e, p, c), Termination.CANCELLED), false, onsager());
        assertEquals(new CommandRun(130, "", ""), run);
        assertFalse(Files.exists(out()));
    }

    @Test
    void theOptionsReachTheSimulation() {
        final CommandRun run = CommandRun.with(
                (e, p, c) -> {
                    assertEquals(OptionalInt.of(40), e.numerics().nodes());
                    assertEquals(0.05, e.numerics().tolerance());
                    return CommandRun.SIMULATION.run(e, p, c);
                },
                false,
                onsager("--threads", "2"));
        assertEquals("", run.err());
        assertEquals(0, run.code());
    }
}
