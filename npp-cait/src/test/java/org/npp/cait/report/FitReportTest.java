package org.npp.cait.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.npp.cait.fit.FitResult;
import org.npp.cait.fit.FittedCurves;
import org.npp.cait.fit.SedFit;
import org.npp.cait.report.plot.Xml;
import org.npp.cait.studyfile.StudyFile;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FitReportTest {
    private static final Provenance PROVENANCE =
            new Provenance("1.2.3", "ab".repeat(32), Instant.parse("2026-01-02T03:04:05.678Z"));

    /** Most bytes of a plot. */
    private static final int PLOT = 100_000;

    private String joint = "";

    @BeforeAll
    void fit() throws Exception {
        joint = report(Path.of("../examples/lithium-borate/study.yaml"));
    }

    private static String report(Path path) throws Exception {
        final StudyFile study = StudyFile.read(path);
        final FitResult result = SedFit.of(study.study()).run();
        return FitReport.html(
                result,
                FittedCurves.of(result),
                new FitReport.Study(study.title(), study.synthetic(), study.yaml()),
                PROVENANCE);
    }

    private static Document parsed(String html) {
        return Xml.parse(html.replace("<!DOCTYPE html>", ""));
    }

    private static List<String> texts(String html, String element) {
        return Xml.elements(parsed(html), element).stream()
                .map(Element::getTextContent)
                .toList();
    }

    @Test
    void theJointStudyHasAllSectionsAndFigures() {
        assertEquals(
                List.of(
                        "Data and model",
                        "Site energy distribution",
                        "Diffusivities",
                        "Correlations",
                        "What was assumed",
                        "Study"),
                texts(joint, "h2"));
        final List<String> captions = texts(joint, "figcaption");
        // all profiles, two for each experiment, the band, one for each ion, the diffusivities
        assertEquals(1 + 2 * 3 + 1 + 3 + 1, captions.size());
        assertTrue(captions.get(0).startsWith("Points: data; curves: the fitted model"), captions.get(0));
        assertTrue(
                captions.get(captions.size() - 1).contains("K at 15\u00a0% Li; Rb at 7.0"),
                captions.get(captions.size() - 1));
        assertTrue(joint.contains("at least one is synthetic"));
        assertTrue(joint.contains("Counts scatter by Poisson"));
        assertTrue(joint.contains("Depth resolution: a Gaussian 3.00 nm wide at half maximum, at the surface"));
        assertTrue(joint.contains("Intervals follow from the curvature"));
    }

    @Test
    void whatTheProfilesConstrainIsShadedInBothPlots() {
        final Pattern plots = Pattern.compile("<svg[^>]*aria-label=\"(Fitted [^\"]*)\".*?</svg>", Pattern.DOTALL);
        final List<String> shaded =
                plots.matcher(joint).results().map(m -> m.group()).toList();
        assertEquals(2, shaded.size());
        for (final String plot : shaded) {
            final List<String> words = texts(plot, "text");
            assertTrue(
                    words.containsAll(List.of(
                            "constrained by all data together",
                            "only the assumed shape speaks",
                            "constrained by K\u2019s profile",
                            "constrained by Rb\u2019s profile",
                            "constrained by Cs\u2019s profile",
                            "foot of K\u2019s front")),
                    words::toString);
        }
        // the foot of each front, by the drift limit, lies in what its profile constrains
        final List<MatchResult> ranges = Pattern.compile("profile: (0\\.\\d+) to (0\\.\\d+)")
                .matcher(joint)
                .results()
                .toList();
        assertEquals(3, ranges.size());
        final double[] feet = {0.1504, 0.0701, 0.0301};
        for (int i = 0; i < feet.length; i++) {
            assertTrue(Double.parseDouble(ranges.get(i).group(1)) < feet[i], "" + i);
            assertTrue(Double.parseDouble(ranges.get(i).group(2)) > feet[i], "" + i);
        }
        assertTrue(joint.contains("bulk conductivity, given"));
    }

    @Test
    void plotsAreSmallAndTheirTextIsText() {
        final Matcher plots = Pattern.compile("<svg.*?</svg>", Pattern.DOTALL).matcher(joint);
        int count = 0;
        while (plots.find()) {
            assertTrue(plots.group().length() < PLOT, "plot " + count);
            assertTrue(plots.group().contains("<text"), "plot " + count);
            count++;
        }
        assertEquals(12, count);
    }

    @Test
    void thePageLoadsNothingAndRunsNothing() {
        final String own = joint.replace("http://www.w3.org/1999/xhtml", "");
        assertFalse(Pattern.compile("https?:|\\bsrc=|\\bhref=|url\\(|@import|<script|<link|\\son\\w+=")
                .matcher(own)
                .find());
        assertTrue(own.contains("prefers-color-scheme:dark") && own.contains("@media print"));
    }

    @Test
    void otherDataAndWhatIsNotDeterminedAreTold(@TempDir Path directory) throws Exception {
        final String examples =
                Path.of("../examples/lithium-borate").toAbsolutePath().toString();
        final String profile = Files.readString(Path.of(examples, "cs-profile.csv"))
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf(',', line.indexOf(',') + 1)))
                .reduce("", (a, b) -> a + b + "\n");
        Files.writeString(directory.resolve("bare.csv"), profile);
        Files.writeString(directory.resolve("bare.yaml"), """
                title: a < b
                experiments: [{case: DIR/cs.yaml, profile: bare.csv}]
                depth_resolution: {gaussian_fwhm: 3 nm}
                parameters:
                  Cs.diffusivity: {start: 1e-22 m^2/s}
                  Li.sed.bulk_diffusivity: {start: 2e-17 m^2/s}
                loss: huber
                uncertainty: {method: profile_likelihood}
                """.replace("DIR", examples));
        final String bare = report(directory.resolve("bare.yaml"));
        assertTrue(bare.contains("not identifiable: "), "the diffusivities");
        assertTrue(bare.contains("Warning (not_identifiable)"));
        assertTrue(bare.contains("constrained by Cs\u2019s profile"));
        assertTrue(bare.contains("is fitted, and follows from the shape alone."));
        assertTrue(bare.contains("The errors are not known: these are differences of fractions."));
        assertTrue(bare.contains("cost less than their squares (Huber)"));
        assertTrue(bare.contains("fitted to measured data."));
        assertEquals("a < b", texts(bare, "h1").get(0));
        Files.writeString(
                directory.resolve("h.csv"), "time_s,surface_potential_V,sigma\n1e4,0.9,0.1\n1e5,2.8,0.1\n2e5,5,0.1\n");
        Files.writeString(directory.resolve("other.yaml"), """
                title: other data
                experiments: [{case: DIR/rb.yaml, surface_potential: h.csv, dose: {value: 226 C/m^2, sigma: 1 C/m^2}}]
                parameters:
                  Rb.diffusivity: {start: 4e-22 m^2/s}
                """.replace("DIR", examples));
        final String other = report(directory.resolve("other.yaml"));
        assertTrue(texts(other, "th").contains("Dose of " + examples + "/rb.yaml"));
        assertTrue(other.contains("Surface potential (V)"));
        assertTrue(other.contains("constrained by Rb\u2019s data"));
        assertFalse(texts(other, "h2").contains("Correlations"));
    }
}
