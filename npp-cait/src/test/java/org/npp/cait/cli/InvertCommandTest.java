package org.npp.cait.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvertCommandTest {
    private static final String CASE = "../examples/lithium-borate/rb.yaml";
    private static final String REFERENCE = "src/test/resources/org/npp/cait/reference/rb.csv";

    @TempDir
    private Path directory = Path.of("");

    private String in(String name) {
        return directory.resolve(name).toString();
    }

    private static CommandRun run(List<String> words, String... more) {
        return CommandRun.of(Stream.concat(words.stream(), Stream.of(more)).toArray(String[]::new));
    }

    private CommandRun synthesize(String name, String... more) {
        return run(List.of("synthesize", CASE, "--out", in(name), "--quiet"), more);
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherOneOthers() throws IOException {
        assertEquals(new CommandRun(0, "", ""), synthesize("a.csv", "--seed", "7"));
        assertEquals(0, synthesize("b.csv", "--seed", "7").code());
        assertEquals(0, synthesize("c.csv", "--seed", "8").code());
        final byte[] first = Files.readAllBytes(directory.resolve("a.csv"));
        assertArrayEquals(first, Files.readAllBytes(directory.resolve("b.csv")));
        assertFalse(java.util.Arrays.equals(first, Files.readAllBytes(directory.resolve("c.csv"))));
        final List<String> lines = Files.readAllLines(directory.resolve("a.csv"));
        assertEquals("# synthetic: computed from a case, with made-up noise; not measured", lines.get(0));
        assertTrue(lines.get(2).matches("# case_sha256: [0-9a-f]{64}"), lines.get(2));
        assertEquals("# seed: 7", lines.get(3));
        assertEquals("depth_m,Li_fraction,Rb_fraction,Li_sigma,Rb_sigma", lines.get(7));
        assertEquals(
                new CommandRun(2, "", "npp: " + in("a.csv") + " exists; use --force to overwrite it\n"),
                synthesize("a.csv"));
        assertEquals(
                0, synthesize("a.csv", "--force", "--depth-resolution", "0nm").code());
    }

    /** Or a fit of it would find what the nodes of a single run add. */
    @Test
    void aSyntheticProfileStandsOnTheNodesOfAFit() throws IOException {
        final String text = Files.readString(Path.of(CASE));
        Files.writeString(directory.resolve("told.yaml"), text + "\nnumerics: {nodes: 150}\n");
        assertEquals(0, synthesize("auto.csv").code());
        assertEquals(
                0,
                run(List.of("synthesize", in("told.yaml"), "--out", in("told.csv"), "--quiet"))
                        .code());
        assertEquals(values("told.csv"), values("auto.csv"));
    }

    private List<String> values(String name) throws IOException {
        return Files.readAllLines(directory.resolve(name)).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    @Test
    void jsonTellsHowASyntheticProfileWasMade() throws IOException {
        final CommandRun run = synthesize("a.csv", "--json", "--counts", "100", "--spacing", "2 nm");
        final JsonNode json = new ObjectMapper().readTree(run.out());
        assertEquals(2e-9, json.path("spacing_m").doubleValue());
        assertEquals(1, json.path("seed").intValue());
        assertTrue(json.path("synthetic").booleanValue());
        final CommandRun table = run(List.of("synthesize", CASE, "--out", in("b.csv")));
        assertTrue(table.out().contains(" channels of 1nm, 10000.0 counts at bulk density, seed 1"), table.out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--counts|0|--counts must be in [1, 1e8]: 0.0",
                "--spacing|0 nm|--spacing must be finite and > 0: 0.0 m",
                "--spacing|3 s|--spacing 3 s is a time, m expected",
                "--depth-resolution|1 m|--depth-resolution must be <= 1 mm: 1 m",
                "--depth-resolution|-3nm|--depth-resolution must be >= 0: -3nm",
            })
    void optionsOutOfRangeAreRefused(String option, String value, String message) {
        assertEquals(new CommandRun(2, "", "npp: " + message + "\n"), synthesize("a.csv", option, value));
    }

    @Test
    void aProfileThatCanNotBeWrittenIsRefusedBeforeTheRun() {
        assertEquals(
                "npp: cannot write " + directory + ": it is a directory\n",
                synthesize("").err());
        assertTrue(synthesize("no/a.csv").err().startsWith("npp: cannot write " + in("no/a.csv") + ": no directory "));
        assertTrue(synthesize("a.csv", "--spacing", "1 mm").err().startsWith("npp: --spacing must give 10 to 1000000"));
    }

    @Test
    void aReferenceProfileIsInvertedAndItsFilesAppear() throws IOException {
        final List<String> words = List.of(
                "invert", REFERENCE, "--case", CASE, "--out", in("out"), "--depth-resolution", "0 nm", "--json");
        final JsonNode summary = new ObjectMapper().readTree(run(words).out());
        assertTrue(summary.path("complete").booleanValue());
        assertEquals(105e-9, summary.path("front_depth_m").doubleValue(), 0.1e-9);
        assertEquals("fan", summary.at("/formulas/0/name").asText());
        for (final String name : List.of("diffusivity.csv", "sed.csv", "summary.json", "report.html")) {
            assertTrue(Files.exists(directory.resolve("out").resolve(name)), name);
        }
        assertTrue(Files.readAllLines(directory.resolve("out/diffusivity.csv"))
                .contains("fraction,fermi_energy_eV,activation_energy_eV,Li_diffusivity_m2_per_s,"
                        + "Li_diffusivity_m2_per_s_low,Li_diffusivity_m2_per_s_high,constrained"));
        assertEquals(2, run(words).code());
        assertEquals(0, run(words, "--force").code());
    }

    @Test
    void aSyntheticProfileIsInvertedAndSaidToBeSynthetic() throws IOException {
        assertEquals(0, synthesize("p.csv").code());
        final CommandRun run =
                run(List.of("invert", in("p.csv"), "--case", CASE, "--out", in("out"), "--depth-resolution", "3nm"));
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().startsWith("D(n) of Li from a synthetic profile of Rb\n"), run.out());
        assertTrue(run.err().startsWith("warning: The front was not inverted"), run.err());
        final String page = Files.readString(directory.resolve("out/report.html"));
        assertTrue(page.contains("The profile is synthetic"));
    }

    @Test
    void aProfileThatDoesNotReachTheFrontIsRefused() throws IOException {
        final StringBuilder text = new StringBuilder("depth_nm,Rb_fraction\n");
        for (int k = 0; k < 20; k++) {
            text.append(k).append(",0.9\n");
        }
        final Path file = Files.writeString(directory.resolve("p.csv"), text);
        final CommandRun run = run(List.of("invert", file.toString(), "--case", CASE, "--out", in("out")));
        assertEquals(2, run.code());
        assertEquals(
                file
                        + ":21: Rb_fraction: the profile must reach through the front: its last fraction of Rb must be <= 0.5:"
                        + " 0.9\n",
                run.err());
        assertFalse(Files.exists(directory.resolve("out")));
    }

    @Test
    void wrongFilesAreToldByName() {
        final CommandRun run = run(List.of("invert", "no.csv", "--case", CASE, "--out", in("out")));
        assertEquals(new CommandRun(2, "", "no.csv: no such file\n"), run);
        assertEquals(
                2, run(List.of("synthesize", "no.yaml", "--out", in("a.csv"))).code());
    }
}
