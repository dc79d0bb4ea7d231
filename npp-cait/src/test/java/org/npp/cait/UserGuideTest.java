package org.npp.cait;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.npp.cait.casefile.CaseFile;
import org.npp.cait.fit.FitResult;
import org.npp.cait.fit.SedFit;
import org.npp.cait.studyfile.StudyFile;
import org.npp.core.PhysicalConstants;

/** Holds what the README says: its program, its table of runs, its links. */
class UserGuideTest {
    @Test
    void theProgramCompilesWithoutWarningAndPrintsWhatIsSaid(@TempDir Path directory) throws Exception {
        final ReadmeText readme = ReadmeText.read();
        final List<String> programs = readme.blocks("java");
        final List<String> outputs = readme.blocks("text");
        assertFalse(programs.isEmpty(), "no program in the README");
        assertEquals(programs.size(), outputs.size(), "each program is followed by what it prints");
        for (int i = 0; i < programs.size(); i++) {
            assertEquals(outputs.get(i), run(programs.get(i), Files.createDirectory(directory.resolve("" + i))));
        }
    }

    private static String run(String program, Path directory) throws Exception {
        final Matcher name = Pattern.compile("public class (\\w+)").matcher(program);
        assertTrue(name.find(), "no public class in the program");
        try (URLClassLoader loader = compiled(name.group(1), program, directory)) {
            return printedBy(loader.loadClass(name.group(1)));
        }
    }

    private static URLClassLoader compiled(String name, String program, Path directory) throws Exception {
        final Path file = Files.writeString(directory.resolve(name + ".java"), program);
        final StringWriter messages = new StringWriter();
        final var compiler = ToolProvider.getSystemJavaCompiler();
        final var files = compiler.getStandardFileManager(null, Locale.ROOT, UTF_8);
        try (files) {
            final List<String> options =
                    List.of("--release", "17", "-Werror", "-cp", System.getProperty("java.class.path", ""));
            final boolean compiled = compiler.getTask(
                            messages, files, null, options, null, files.getJavaFileObjects(file))
                    .call();
            assertTrue(compiled, messages::toString);
        }
        return new URLClassLoader(new URL[] {directory.toUri().toURL()}, UserGuideTest.class.getClassLoader());
    }

    /** The study and the line of Java as they stand in the README; the files it names are the examples'. */
    @Test
    void theStudyInTheTextIsFittedByTheLineOfJavaInTheText(@TempDir Path directory) throws Exception {
        final ReadmeText readme = ReadmeText.read();
        final Path examples = ReadmeText.ROOT.resolve("examples/lithium-borate");
        for (final String name : List.of("k.yaml", "k-profile.csv", "rb.yaml", "rb-profile.csv")) {
            Files.copy(examples.resolve(name), directory.resolve(name));
        }
        final Path study = directory.resolve("study.yaml");
        Files.writeString(
                study, "title: the study in the text\n" + readme.blocks("yaml").get(0));
        final String program = "import org.npp.cait.fit.*;\nimport org.npp.cait.studyfile.*;\n"
                + "public class Line {\n"
                + "    public static FitResult found(java.nio.file.Path path) throws Exception {\n"
                + "        return " + readme.code("SedFit.of(") + ";\n    }\n}\n";
        final FitResult result;
        try (URLClassLoader loader = compiled("Line", program, directory)) {
            final Object found =
                    loader.loadClass("Line").getMethod("found", Path.class).invoke(null, study);
            result = (FitResult) found;
        }
        assertEquals(
                List.of("Li.sed.fwhm", "K.diffusivity", "experiments[1].depth_scale"),
                result.estimates().stream().map(e -> e.parameter().name()).toList());
        // the examples were made with 250 meV, 2e-21 m²/s and depths as they are, but without the tail of the
        // resolution
        final double[] truth = {0.25 * PhysicalConstants.ELEMENTARY_CHARGE, 2e-21, 1};
        for (int j = 0; j < truth.length; j++) {
            assertEquals(FitResult.Status.DETERMINED, result.estimates().get(j).status());
            assertEquals(1, result.estimates().get(j).value() / truth[j], 0.05);
        }
    }

    private static String printedBy(Class<?> program) throws Exception {
        final PrintStream before = System.out;
        final ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(printed, true, UTF_8)) {
            System.setOut(out);
            program.getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        } finally {
            System.setOut(before);
        }
        return printed.toString(UTF_8).replace(System.lineSeparator(), "\n");
    }

    @ParameterizedTest
    @CsvSource({"k, 0", "rb, 1", "cs, 2"})
    void theTableHasTheFiguresOfTheRuns(String example, int column) throws Exception {
        final ReadmeText readme = ReadmeText.read();
        final Path file = ReadmeText.ROOT.resolve("examples/lithium-borate/" + example + ".yaml");
        final CaitResult result =
                CaitSimulation.of(CaseFile.read(file).experiment()).run();
        final var statistics = result.statistics();
        final var history = result.history().entries();
        final double front = history.get(history.size() - 1).frontDepth().orElseThrow();
        final double distance = ReferenceProfile.of(result.finalState()).distance(ReferenceProfile.read(example));
        assertEquals(readme.figure("front depth, nm", column), 1e9 * front, 0.051);
        assertEquals(readme.figure("nodes", column), statistics.nodes());
        assertClose(readme.figure("L1 of the Li profile against an independent code", column), distance);
        assertClose(
                readme.figure("estimated profile error", column),
                result.profileError().orElseThrow());
        assertClose(
                readme.figure("largest excess charge, share of the bulk Li", column),
                statistics.maxExcessChargeFraction());
        assertEquals("none", readme.row("negative densities").get(column));
        assertTrue(statistics.minDensityFraction() >= 0);
    }

    @Test
    void theTableOfTheJointFitHasWhatItFinds() throws Exception {
        final ReadmeText readme = ReadmeText.read();
        final FitResult result = SedFit.of(StudyFile.read(ReadmeText.ROOT.resolve("examples/lithium-borate/study.yaml"))
                        .study())
                .run();
        final double milli = 1e-3 * PhysicalConstants.ELEMENTARY_CHARGE;
        assertSaid(
                readme,
                "width of the populated sites of Li, meV",
                result.estimates().get(0),
                milli);
        assertSaid(readme, "diffusivity of K, 1e-21 m²/s", result.estimates().get(1), 1e-21);
        assertSaid(readme, "diffusivity of Rb, 1e-22 m²/s", result.estimates().get(2), 1e-22);
        assertSaid(readme, "diffusivity of Cs, 1e-23 m²/s", result.estimates().get(3), 1e-23);
    }

    /** Within a fifth of the error: in another Java a step more or less may move the last digit. */
    private static void assertSaid(ReadmeText readme, String row, FitResult.Estimate found, double unit) {
        final double error = found.standardError().orElseThrow() / unit;
        assertEquals(readme.figure(row, 0), found.value() / unit, 0.2 * error);
        assertEquals(readme.figure(row, 1), found.low() / unit, 0.2 * error);
        assertEquals(readme.figure(row, 2), found.high() / unit, 0.2 * error);
    }

    /** Two digits are given, and in another Java a step more or less may move the second. */
    private static void assertClose(double said, double found) {
        assertEquals(1, found / said, 0.07);
    }

    /** Classes and methods in the rows are checked where the other guide is. */
    @Test
    void theTableOfDiffusionCoefficientsIsThatOfTheOnsagerGuide() throws Exception {
        final List<String> here = sixNames("README.md");
        assertEquals(6, here.size());
        assertEquals(sixNames("npp-onsager/README.md"), here);
    }

    private static List<String> sixNames(String file) throws Exception {
        return Files.readAllLines(ReadmeText.ROOT.resolve(file)).stream()
                .filter(line -> line.startsWith("| D"))
                .toList();
    }

    @Test
    void linksLeadToFilesOfTheRepository() throws Exception {
        final List<String> links = ReadmeText.read().relativeLinks();
        assertTrue(links.contains("docs/profiles.svg"), links::toString);
        for (final String link : links) {
            assertTrue(Files.exists(ReadmeText.ROOT.resolve(link)), link);
        }
    }
}
