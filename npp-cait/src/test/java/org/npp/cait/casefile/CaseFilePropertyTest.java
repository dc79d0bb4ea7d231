package org.npp.cait.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.npp.cait.CaitCase;
import org.npp.cait.CaitIon;
import org.npp.cait.Stage;

/** A resolved case is read back as the same case, to the last bit. */
class CaseFilePropertyTest {
    private static final Path NOWHERE = Path.of("nowhere");

    private static Arbitrary<Double> numbers(double least, double most) {
        return Arbitraries.doubles().between(least, most).ofScale(12);
    }

    @Provide
    static Arbitrary<String> diffusivities() {
        final Arbitrary<String> constant = numbers(1e-3, 10).map(d -> d + "e-20 m^2/s");
        final Arbitrary<String> sed = Combinators.combine(
                        numbers(50, 600), numbers(0.01, 0.5), Arbitraries.of("", ", bulk_activation_energy: 0.8 eV"))
                .as((fwhm, vacant, more) -> String.format(
                        Locale.ROOT,
                        "{sed: {shape: gaussian, fwhm: %s meV, vacancy_fraction: %s, bulk_diffusivity: 1e-13 cm^2/s%s}}",
                        fwhm,
                        vacant,
                        more));
        final Arbitrary<String> table = numbers(1e-3, 10)
                .map(d -> "{table: \"fraction,diffusivity_m2_per_s\\n0," + d + "e-22\\n1.1,3e-20\\n\"}");
        return Arbitraries.oneOf(constant, sed, table);
    }

    @Provide
    static Arbitrary<String> stages() {
        final Arbitrary<String> drive = Arbitraries.oneOf(
                numbers(0, 100).map(v -> "ion: K, current_density: " + v + " nA/cm^2"),
                numbers(0, 100).map(v -> "ion: No, current: " + v + " nA"),
                numbers(-10, 10).map(v -> "ion: Li, potential: " + v + " mV"),
                numbers(-10, 10).map(v -> "ion: K, potential: {table: \"time_s,value\\n0,1\\n9," + v + "\\n\"}"),
                Arbitraries.of("temperature: 350 K"));
        return Combinators.combine(drive, numbers(1, 1e6))
                .as((d, t) -> "{" + d + ", duration: " + t + " min}")
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(List::toString);
    }

    @Provide
    static Arbitrary<String> titles() {
        // the printable part of Unicode that YAML allows unescaped in double quotes, and what is special in it
        return Arbitraries.strings()
                .withCharRange(' ', '~')
                .withCharRange('\u00a0', '\u02ff')
                .withChars(":#-?&*!|>%@`'\"{}[],~\t\n")
                .ofMinLength(1)
                .ofMaxLength(40);
    }

    private static String quoted(String title) {
        return "\""
                + title.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\t", "\\t") + "\"";
    }

    @Property(seed = "5", tries = 300)
    void aResolvedCaseIsReadBackAsTheSameCase(
            @ForAll("titles") String title,
            @ForAll("diffusivities") String first,
            @ForAll("diffusivities") String second,
            @ForAll("stages") String stages)
            throws CaseException {
        final String text = "title: " + quoted(title) + "\ntemperature: 300 K\n"
                + "sample: {thickness: 0.5 mm, relative_permittivity: 7.7, area: 0.3 cm^2}\n"
                + "ions:\n  Li: {charge: 1, bulk_density: 1.41e22 cm^-3, diffusivity: " + first + "}\n"
                + "  K: {charge: 1, diffusivity: " + second + "}\n  No: {charge: 2, diffusivity: 0}\n"
                + "stages: " + stages + "\n"
                + "start: \"depth_nm,Li_fraction\\n0,0.3\\n17.3,0.7\\n500000,1\\n\"\n";
        final CaseFile read = CaseFile.parse(text, "k.yaml", NOWHERE);
        final CaseFile again = CaseFile.parse(read.yaml(), "case.yaml", NOWHERE);
        assertEquals(read.yaml(), again.yaml());
        assertEquals(read.sha256(), again.sha256());
        assertEquals(title, read.experiment().title());
        assertSame(read.experiment(), again.experiment());
    }

    private static void assertSame(CaitCase a, CaitCase b) {
        assertEquals(a.title(), b.title());
        assertEquals(a.temperature(), b.temperature());
        assertEquals(a.sample(), b.sample());
        assertEquals(a.numerics(), b.numerics());
        assertEquals(a.outputTimes(), b.outputTimes());
        final double[] densities = {0.3e28, 0.9e28, 0.1e28};
        for (int i = 0; i < a.ions().size(); i++) {
            final CaitIon ion = a.ions().get(i);
            final CaitIon other = b.ions().get(i);
            assertEquals(ion.name(), other.name());
            assertEquals(ion.charge(), other.charge());
            assertEquals(ion.bulkDensity(), other.bulkDensity());
            assertEquals(ion.discharged(), other.discharged());
            assertEquals(
                    ion.diffusivity().value(i, densities, 310),
                    other.diffusivity().value(i, densities, 310));
        }
        for (int i = 0; i < a.stages().size(); i++) {
            final Stage stage = a.stages().get(i);
            final Stage other = b.stages().get(i);
            assertEquals(stage.ion(), other.ion());
            assertEquals(stage.mode(), other.mode());
            assertEquals(stage.duration(), other.duration());
            assertEquals(stage.temperature(), other.temperature());
            assertEquals(stage.drive().value(3), other.drive().value(3));
        }
        for (int k = 0; k < 3; k++) {
            assertEquals(
                    a.start().orElseThrow().density(0, k),
                    b.start().orElseThrow().density(0, k));
        }
    }
}
