package org.npp.cait.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CaseErrorsTest {
    @TempDir
    private Path directory = Path.of("");

    private static Arguments wrong(String old, String changed, String... messages) {
        return Arguments.of(CaseText.with(old, changed), String.join("\n", messages));
    }

    static Stream<Arguments> wrongCases() {
        return Stream.of(
                wrong("300 K", "300 nm", "k.yaml:2: temperature: 300 nm is a length, K expected"),
                wrong("300 K", "-3", "k.yaml:2: temperature: must be > 0: -3"),
                wrong("300 K", "20000 K", "k.yaml:2: temperature: must be <= 10000: 20000 K"),
                wrong("300 K", "NaN", "k.yaml:2: temperature: must be finite: NaN"),
                wrong("300 K", "1e400", "k.yaml:2: temperature: must be finite: 1e400"),
                wrong("300 K", "'300'", "k.yaml:2: temperature: must have a unit, K for example: '300'"),
                wrong("300 K", "0300", "k.yaml:2: temperature: a number must not begin with 0: 0300"),
                wrong("300 K", "", "k.yaml:2: temperature: must not be empty"),
                wrong("300 K", "true", "k.yaml:2: temperature: must be a number or a string of number and unit: true"),
                wrong("300 K", "[300 K]", "k.yaml:2: temperature: must be a number or a string of number and unit"),
                wrong("temperature: 300 K\n", "", "k.yaml:1: temperature: missing"),
                wrong(
                        "temperature: 300 K",
                        "temperature: 300 K\ntemperature: 310 K",
                        "k.yaml:3: temperature: repeated key; it is already in line 2"),
                wrong("K-CAIT", "''", "k.yaml:1: title: must not be empty"),
                wrong("0.5 mm", "-0.5 mm", "k.yaml:3: sample.thickness: must be > 0: -0.5 mm"),
                wrong("y: 10", "y: No", "k.yaml:3: sample.relative_permittivity: must be a number: 'No'"),
                wrong(
                        "y: 10",
                        "y: '10'",
                        "k.yaml:3: sample.relative_permittivity: must be a number without quotes: '10'"),
                wrong("thickness", "thicknes", "k.yaml:3: sample.thicknes: unknown key; did you mean thickness?"),
                wrong(
                        "thickness: 0.5 mm",
                        "colour: red",
                        "k.yaml:3: sample.colour: unknown key; known: thickness, relative_permittivity, area",
                        "k.yaml:3: sample.thickness: missing"),
                wrong("charge: 1\n", "charge: 010\n", "k.yaml:6: ions.Li.charge: a number must not begin with 0: 010"),
                wrong("charge: 1\n", "charge: 1.5\n", "k.yaml:6: ions.Li.charge: must be an integer: 1.5"),
                wrong("charge: 1\n", "charge: 0\n", "k.yaml:6: ions.Li.charge: must be >= 1: 0"),
                wrong(
                        "  Li:",
                        "  Li+:",
                        "k.yaml:5: ions.Li+: the name of an ion must be a letter, then letters and digits: 'Li+'"),
                wrong(
                        "    bulk_density: 1.41e28 1/m^3\n",
                        "",
                        "k.yaml:4: ions: at least one ion must be native, with a bulk_density"),
                wrong("0.10", "1.2", "k.yaml:12: ions.Li.diffusivity.sed.vacancy_fraction: must be < 1: 1.2"),
                wrong(
                        "250 meV",
                        "250 mev",
                        "k.yaml:11: ions.Li.diffusivity.sed.fwhm: unknown unit 'mev'; did you mean meV?"),
                wrong(
                        "shape: gaussian",
                        "{shape: gaussian, occupation: fermi_dirac",
                        "k.yaml:11: not YAML: while parsing a flow mapping, expected ',' or '}', but got :"),
                wrong(
                        "2.0e-21 m^2/s",
                        "{}",
                        "k.yaml:14: ions.K.diffusivity: must have exactly one of table, sed, shared_sites"),
                wrong("2.0e-21 m^2/s", "-1", "k.yaml:14: ions.K.diffusivity: must be >= 0: -1"),
                wrong(
                        "2.0e-21 m^2/s",
                        "{tabel: d.csv}",
                        "k.yaml:14: ions.K.diffusivity.tabel: unknown key; did you mean table?"),
                wrong(
                        "2.0e-21 m^2/s",
                        "{table: \"a\\0b\"}",
                        "k.yaml:14: ions.K.diffusivity.table: is not a file name: a\0b"),
                wrong("2.0e-21 m^2/s", "{table: 12}", "k.yaml:14: ions.K.diffusivity.table: 12: no such file"),
                wrong("ion: K", "ion: Rb", "k.yaml:16: stages[0].ion: no ion named Rb; ions: Li, K"),
                wrong("ion: K, ", "", "k.yaml:16: stages[0].ion: missing; current_density needs an ion"),
                wrong(
                        "current_density: 1e-3 A/m^2, ",
                        "",
                        "k.yaml:16: stages[0]: an ion needs exactly one of current_density, current, potential"),
                wrong(
                        "duration",
                        "potential: 3 V, duration",
                        "k.yaml:16: stages[0]: must have exactly one of current_density, current, potential: has"
                                + " current_density, potential"),
                wrong(
                        "current_density: 1e-3 A/m^2",
                        "current: 1 nA",
                        "k.yaml:16: stages[0].current: needs sample.area"),
                wrong("1e-3 A/m^2", "-1e-3", "k.yaml:16: stages[0].current_density: must be >= 0: -1e-3"),
                wrong("2e5 s", "0 s", "k.yaml:16: stages[0].duration: must be > 0: 0 s"),
                wrong(
                        "2e5 s",
                        "2e5 s, beam_energy: 10 eV",
                        "k.yaml:16: stages[0].beam_energy_spread: missing; beam_energy needs it"),
                wrong(
                        "2e5 s",
                        "2e5 s, beam_energy_spread: 10 eV",
                        "k.yaml:16: stages[0].beam_energy: missing; beam_energy_spread needs it"),
                wrong(
                        "2e5 s",
                        "2e5 s, beam_energy: 10 eV, beam_energy_spread: 10 eV",
                        "k.yaml:16: stages[0].beam_energy_spread: must be below beam_energy, 10 eV: 10 eV"),
                wrong(
                        "2e5 s",
                        "2e5 s, beam_energy: 10 V, beam_energy_spread: 0 eV",
                        "k.yaml:16: stages[0].beam_energy: 10 V is a potential, J expected",
                        "k.yaml:16: stages[0].beam_energy_spread: must be > 0: 0 eV"),
                wrong(
                        "current_density: 1e-3 A/m^2",
                        "potential: 3 V, beam_energy: 10 eV, beam_energy_spread: 1 eV",
                        "k.yaml:16: stages[0].beam_energy: needs a beam: current_density or current"),
                wrong(
                        "ion: K, current_density: 1e-3 A/m^2",
                        "beam_energy_spread: 1 eV",
                        "k.yaml:16: stages[0].beam_energy_spread: needs a beam: current_density or current"),
                wrong("\n  - {", " [] #", "k.yaml:15: stages: must not be empty"),
                wrong("\n  - {", " {} #", "k.yaml:15: stages: must be a list"),
                wrong(
                        "stages:",
                        "ions2:",
                        "k.yaml:1: stages: missing",
                        "k.yaml:15: ions2: unknown key; did you mean ions?"),
                wrong(
                        "stages:",
                        "output: {times: [1 s, 1, 3e5 s, x]}\nstages:",
                        "k.yaml:15: output.times[3]: must be a number with a unit, in s for example: 'x'",
                        "k.yaml:15: output.times[1]: must increase strictly: 1 after 1.0 s",
                        "k.yaml:15: output.times[2]: must be within the stages, <= 200000.0 s: 3e5 s"),
                wrong(
                        "stages:",
                        "numerics: {tolerance: 2, nodes: 5, mesh: movng, interface: 3, poisson: [full]}\nstages:",
                        "k.yaml:15: numerics.tolerance: must be <= 0.5: 2",
                        "k.yaml:15: numerics.nodes: must be >= 20: 5",
                        "k.yaml:15: numerics.mesh: must be one of moving, graded: movng; did you mean moving?",
                        "k.yaml:15: numerics.interface: must be one of blended, blended_diffusivity, harmonic_blended,"
                                + " upwind, arithmetic, harmonic, logarithmic: 3",
                        "k.yaml:15: numerics.poisson: must be one of full, electroneutral"),
                wrong(
                        "stages:",
                        "numerics: {nodes: many}\nstages:",
                        "k.yaml:15: numerics.nodes: must be auto or an integer: many"),
                wrong("stages:", "start: p.csv\nstages:", "k.yaml:15: start: p.csv: no such file"),
                wrong(
                        "stages:",
                        "experiments:",
                        "k.yaml:15: experiments: this is a study, not a case; npp fit reads it"),
                wrong("300 K", "&t 300 K", "k.yaml:2: YAML anchors (&) and aliases (*) are not allowed"),
                wrong("300 K", "*t", "k.yaml:2: YAML anchors (&) and aliases (*) are not allowed"),
                wrong("300 K", "!!str 300 K", "k.yaml:2: YAML tags are not allowed: tag:yaml.org,2002:str"),
                wrong("300 K", "!x [300 K]", "k.yaml:2: YAML tags are not allowed: !x"),
                wrong("temperature: 300 K", "? [a]\n: b", "k.yaml:2: a key must be a plain word"),
                wrong(
                        "2e5 s}\n",
                        "2e5 s}\n---\na: b\n",
                        "k.yaml:17: only one YAML document is allowed, a second one begins here"),
                wrong("300 K", "300: K", "k.yaml:2: not YAML: mapping values are not allowed here"),
                wrong(
                        "300 K",
                        "\"300 K",
                        "k.yaml:17: not YAML: while scanning a quoted scalar, found unexpected" + " end of stream"),
                wrong("300 K", "300\u0001K", "k.yaml: not YAML: it contains control characters"),
                wrong("300 K", "[".repeat(50), "k.yaml:2: nested more than 32 deep"),
                Arguments.of(
                        "",
                        "k.yaml: is empty; a case has title, temperature, sample, ions and stages, a study title, experiments and parameters"),
                Arguments.of(
                        "# nothing\n",
                        "k.yaml: is empty; a case has title, temperature, sample, ions and stages, a study title, experiments and parameters"),
                Arguments.of("- 1\n", "k.yaml:1: must be a mapping of keys and values, such as 'temperature: 300 K'"));
    }

    @ParameterizedTest
    @MethodSource("wrongCases")
    void everyErrorHasFileLineFieldRuleAndValue(String text, String messages) {
        final CaseException e = assertThrows(CaseException.class, () -> CaseFile.parse(text, "k.yaml", Path.of("")));
        assertEquals(messages, e.getMessage());
    }

    @Test
    void allErrorsOfAFileAreReportedInTheOrderOfItsLines() {
        final String text =
                CaseText.with("300 K", "300 nm").replace("0.5 mm", "0").replace("ion: K", "ion: Rb");
        final CaseException e = assertThrows(CaseException.class, () -> CaseFile.parse(text, "k.yaml", Path.of("")));
        assertEquals("""
                k.yaml:2: temperature: 300 nm is a length, K expected
                k.yaml:3: sample.thickness: must be > 0: 0
                k.yaml:16: stages[0].ion: no ion named Rb; ions: Li, K""", e.getMessage());
        assertEquals(
                new CaseError("k.yaml", 16, "stages[0].ion", "no ion named Rb; ions: Li, K"),
                e.errors().get(2));
    }

    @Test
    void tooManyIonsOrStagesAreRefused() {
        final StringBuilder ions = new StringBuilder("  K: {charge: 1, diffusivity: 2.0e-21 m^2/s}\n");
        for (int i = 1; i < 16; i++) {
            ions.append("  X").append(i).append(": {charge: 1, diffusivity: 0}\n");
        }
        final String crowded = CaseText.with("  K: {charge: 1, diffusivity: 2.0e-21 m^2/s}\n", ions.toString())
                .replace("- {ion", "- {duration: 1}\n  ".repeat(1000) + "- {ion");
        final CaseException e = assertThrows(CaseException.class, () -> CaseFile.parse(crowded, "k.yaml", Path.of("")));
        assertEquals(
                "k.yaml:4: ions: must have at most 16 entries\nk.yaml:30: stages: must have at most 1000 entries",
                e.getMessage());
    }

    private void assertUnreadable(Path file, String message) {
        final CaseException e = assertThrows(CaseException.class, () -> CaseFile.read(file));
        assertEquals(file + message, e.getMessage());
    }

    @Test
    void filesThatCanNotBeReadSaySo() throws IOException {
        assertUnreadable(directory.resolve("k.yaml"), ": no such file");
        assertUnreadable(directory, ": is a directory, not a file");
        assertEquals(
                "'': no such file",
                assertThrows(CaseException.class, () -> CaseFile.read(Path.of("")))
                        .getMessage());
        final Path latin = Files.write(
                directory.resolve("latin.yaml"), "title: K\ntemperature: 300 °C".getBytes(StandardCharsets.ISO_8859_1));
        assertUnreadable(latin, ":2: is not UTF-8 text");
        final Path cut = Files.write(directory.resolve("cut.yaml"), new byte[] {'a', (byte) 0xc3});
        assertUnreadable(cut, ":1: is not UTF-8 text");
    }

    @Test
    void aFileAboveOneMegabyteIsRefusedUnlessItIsAResolvedCase() throws Exception {
        final String padding = "# " + "x".repeat(1 << 20) + "\n";
        final Path large = Files.writeString(directory.resolve("large.yaml"), CaseText.VALID + padding);
        assertUnreadable(large, ": is larger than 1 MB");
        final String resolved =
                CaseFile.parse(CaseText.VALID, "k.yaml", directory).yaml();
        final Path tables = Files.writeString(directory.resolve("tables.yaml"), resolved + padding);
        assertEquals(resolved, CaseFile.read(tables).yaml());
    }
}
