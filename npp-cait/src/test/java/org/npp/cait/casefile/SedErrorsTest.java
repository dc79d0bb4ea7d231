package org.npp.cait.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of wrong site energy distributions. */
class SedErrorsTest {
    /** Lines of the case from the shape on; what is in them replaces them. */
    private static final String GAUSSIAN = "shape: gaussian\n        fwhm: 250 meV\n";

    /** Place of the fields, whose first line is 10. */
    private static final String SED = "ions.Li.diffusivity.sed";

    @TempDir
    private Path directory = Path.of("");

    private static Arguments wrong(String fields, String... messages) {
        return Arguments.of(fields.replace("; ", "\n        ") + "\n", String.join("\n", messages));
    }

    private static String at(int line, String field, String message) {
        return "k.yaml:" + line + ": " + SED + field + ": " + message;
    }

    static Stream<Arguments> wrongDistributions() {
        final String shapes = "gaussian, gaussian_mixture, skew_normal, box, exponential, table";
        return Stream.of(
                wrong("fwhm: 1 eV", at(9, ".shape", "missing")),
                wrong(
                        "shape: gausian; fwhm: 1 eV",
                        at(10, ".shape", "must be one of " + shapes + ": gausian; did you mean gaussian?")),
                wrong("shape: gaussian", at(9, ".fwhm", "missing")),
                wrong("shape: gaussian; fwh: 1 eV", at(11, ".fwh", "unknown key; did you mean fwhm?")),
                wrong("shape: gaussian; fwhm: 0 eV", at(11, ".fwhm", "must be > 0: 0 eV")),
                wrong("shape: gaussian; fwhm: -250 meV", at(11, ".fwhm", "must be > 0: -250 meV")),
                wrong("shape: gaussian; fwhm: 250 K", at(11, ".fwhm", "250 K is a temperature, J expected")),
                wrong("shape: gaussian; fwhm: 101 eV", at(11, ".fwhm", "must be <= 1.602176634E-17: 101 eV")),
                wrong(
                        "shape: gaussian; fwhm: 1 eV; width: 1 eV; decay: 1 eV",
                        at(12, ".width", "is not a field of gaussian, which has fwhm"),
                        at(13, ".decay", "is not a field of gaussian, which has fwhm")),
                wrong("shape: box", at(9, ".width", "missing")),
                wrong("shape: box; width: 0", at(11, ".width", "must be > 0: 0")),
                wrong(
                        "shape: box; fwhm: 1 eV",
                        at(9, ".width", "missing"),
                        at(11, ".fwhm", "is not a field of box, which has width")),
                wrong("shape: exponential; decay: -60 meV", at(11, ".decay", "must be > 0: -60 meV")),
                wrong("shape: skew_normal; fwhm: 1 eV", at(9, ".skewness", "missing")),
                wrong("shape: skew_normal; fwhm: 1 eV; skewness: 1", at(12, ".skewness", "must be <= 0.99: 1")),
                wrong(
                        "shape: skew_normal; fwhm: 1 eV; skewness: a lot",
                        at(12, ".skewness", "must be a number: 'a lot'")),
                wrong("shape: gaussian_mixture; components: []", at(11, ".components", "must not be empty")),
                wrong("shape: gaussian_mixture; components: 2", at(11, ".components", "must be a list: 2")),
                wrong(
                        "shape: gaussian_mixture; components: [{weight: 0.7, center: 0, fwhm: 1 eV},"
                                + " {weight: 0.2, center: 1 eV, fwhm: 1 eV}]",
                        at(11, ".components", "weights must sum to 1: 0.9")),
                wrong(
                        "shape: gaussian_mixture; components: [{weight: 0, center: 0, fwhm: 1 eV}]",
                        at(11, ".components[0].weight", "must be > 0: 0"),
                        at(11, ".components", "weights must sum to 1: 0.0")),
                wrong(
                        "shape: gaussian_mixture; components: [{weight: 1, centre: 0, fwhm: 0 eV}]",
                        at(11, ".components[0].centre", "unknown key; did you mean center?"),
                        at(11, ".components[0].fwhm", "must be > 0: 0 eV")),
                wrong("shape: table", at(9, ".file", "missing")),
                wrong("shape: table; file: none.csv", at(11, ".file", "none.csv: no such file")),
                wrong(
                        "shape: gaussian; fwhm: 1 eV; occupation: fermi",
                        at(12, ".occupation", "must be one of zero_temperature, fermi_dirac: fermi")));
    }

    @ParameterizedTest
    @MethodSource("wrongDistributions")
    void everyErrorHasFileLineFieldRuleAndValue(String fields, String messages) {
        assertRefused(CaseText.with(GAUSSIAN, fields), messages);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gaussian; fwhm: 1 eV           | must be > 0 for gaussian, which has no greatest energy: 0.0",
                "skew_normal; fwhm: 1 eV; skewness: 0"
                        + "                             | must be > 0 for skew_normal, which has no greatest energy: 0.0",
                "box; width: 1 eV; occupation: fermi_dirac"
                        + "                             | must be > 0 for fermi_dirac: full sites have no chemical potential: 0.0",
            })
    void vacanciesAreNeededWhereSitesCanNotBeFull(String fields, String message) {
        final String shape = "shape: " + fields.replace("; ", "\n        ") + "\n";
        final int line = 10 + (int) shape.chars().filter(c -> c == '\n').count();
        assertRefused(CaseText.with(GAUSSIAN, shape).replace("0.10", "0.0"), at(line, ".vacancy_fraction", message));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0,1;0.2,2;0.1,1    | :5: energy_eV: must increase strictly: 0.1 after 0.2",
                "0,1;0,2            | :4: energy_eV: must increase strictly: 0.0 after 0.0",
                "0,1;0.1,-2         | :4: density: must be >= 0: -2.0",
                "0,1;0.1,x          | :4: density: must be a finite number: 'x'",
                "0,1;0.1            | :4: must have 2 values as the header: 1",
                "0,1                | : a site energy distribution needs at least two rows",
                "0,0;1,0            | : density: must not be 0 in all rows",
            })
    void aWrongTableSaysWhere(String rows, String message) throws Exception {
        final Path table = Files.writeString(
                directory.resolve("sites.csv"),
                "# measured\nenergy_eV,density\n" + rows.strip().replace(";", "\n") + "\n");
        final String text = CaseText.with(GAUSSIAN, "shape: table\n        file: sites.csv\n");
        final CaseException e = assertThrows(CaseException.class, () -> CaseFile.parse(text, "k.yaml", directory));
        assertEquals(table + message, e.getMessage());
    }

    private static void assertRefused(String text, String messages) {
        final CaseException e = assertThrows(CaseException.class, () -> CaseFile.parse(text, "k.yaml", Path.of("")));
        assertEquals(messages, e.getMessage());
    }
}
