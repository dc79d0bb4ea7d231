package org.npp.cait.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.npp.cait.CaitCase;
import org.npp.cait.CaitIon;
import org.npp.cait.CaitResult;
import org.npp.cait.Numerics;
import org.npp.cait.Sample;
import org.npp.cait.Stage;
import org.npp.cait.report.plot.Xml;
import org.npp.core.History;
import org.npp.core.MeshMotion;
import org.npp.core.NppState;
import org.npp.core.PoissonModel;
import org.npp.core.boundary.BeamEnergy;
import org.npp.core.boundary.Drive;
import org.npp.core.mesh.Mesh;
import org.npp.core.transport.ConstantDiffusivity;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class ReportTest {
    private static final double EV = 1.602176634e-19;

    private static final Provenance PROVENANCE =
            new Provenance("1.2.3", "ab".repeat(32), Instant.parse("2026-01-02T03:04:05.678Z"));

    private static final String YAML = "title: \"a <b> & 'c'\"\ntemperature: 300\n";

    private static Document page(CaitResult result) {
        return Xml.parse(Report.html(result, YAML, PROVENANCE).replace("<!DOCTYPE html>", ""));
    }

    private static List<String> texts(Document page, String element) {
        return Xml.elements(page, element).stream().map(Element::getTextContent).toList();
    }

    private static String row(Document page, String name) {
        return Xml.elements(page, "tr").stream()
                .filter(r -> r.getFirstChild().getTextContent().equals(name))
                .map(r -> r.getChildNodes().item(1).getTextContent())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row " + name));
    }

    @Test
    void thePageHasAllSections() {
        assertEquals(
                List.of(
                        "Depth profile",
                        "Site energy distribution",
                        "Diffusivities",
                        "Current and surface potential",
                        "Conservation",
                        "What was assumed",
                        "Case"),
                texts(page(ReferenceRun.potassium()), "h2"));
    }

    @Test
    void thePageLoadsNothingAndRunsNothing() {
        final String html = Report.html(ReferenceRun.caesium(), YAML, PROVENANCE);
        final String own = html.replace("http://www.w3.org/1999/xhtml", "");
        assertFalse(Pattern.compile("https?:|\\bsrc=|\\bhref=|url\\(|@import|<script|<link|\\son\\w+=")
                .matcher(own)
                .find());
        assertTrue(own.contains("prefers-color-scheme:dark") && own.contains("@media print"));
    }

    @Test
    void everyPlotIsSmallNamedAndHasAxesWithUnits() {
        for (final CaitResult result :
                List.of(ReferenceRun.potassium(), ReferenceRun.caesium(), ReferenceRun.withImmobileFraction())) {
            final String html = Report.html(result, YAML, PROVENANCE);
            for (final String plot : html.split("(?=<svg)|(?<=</svg>)", -1)) {
                assertTrue(!plot.startsWith("<svg") || plot.length() < 100_000);
            }
            final Document page = page(result);
            final List<Element> plots = Xml.elements(page, "svg");
            assertEquals(6, plots.size());
            plots.forEach(p -> assertFalse(p.getAttribute("aria-label").isEmpty()));
            assertTrue(texts(page, "text")
                    .containsAll(List.of(
                            "Depth (nm)",
                            "Fraction n/N",
                            "Excess charge (‰)",
                            "Site energy relative to the bulk Fermi level (eV)",
                            "Density of sites (1/eV)",
                            "Fraction of the ion, n/N",
                            "Diffusivity (m²/s)",
                            "Time (h)",
                            "Current density (mA/m²)",
                            "Surface potential (V)")));
        }
    }

    @Test
    void keyNumbersAreThoseOfTheReferenceRun() {
        final Document page = page(ReferenceRun.potassium());
        assertEquals("55.556\u00a0h", row(page, "Time"));
        assertEquals("225.91\u00a0C/m²", row(page, "Charge passed"));
        assertEquals(112.12, Double.parseDouble(row(page, "Depth of the front").replace("\u00a0nm", "")), 0.3);
        assertEquals("1.446\u00a0V", row(page, "Surface potential"));
        assertEquals("3.1×10⁻¹³", row(page, "Ion balance, relative error"));
    }

    @Test
    void theDoseFoundIsTheChargePassed() {
        // the reference profiles are thinned: their trapezium sum is good to about 1e-3
        for (final CaitResult result :
                List.of(ReferenceRun.potassium(), ReferenceRun.rubidium(), ReferenceRun.caesium())) {
            final String error = row(page(result), "Dose, relative error").replace("−", "-");
            final String[] parts = error.split("×10", -1);
            final double size = parts.length == 1
                    ? Double.parseDouble(error)
                    : Double.parseDouble(parts[0]) * (parts[1].equals("⁻⁴") ? 1e-4 : 1e-5);
            assertTrue(Math.abs(size) < 2e-3, error);
        }
    }

    @Test
    void fermiLevelsAreMarkedBeforeAndAfterWithTheirPlace() {
        final Document page = page(ReferenceRun.rubidium());
        final List<String> marks = texts(page, "text").stream()
                .filter(t -> t.startsWith("Fermi level"))
                .toList();
        assertEquals(2, marks.size());
        assertEquals("Fermi level before, bulk", marks.get(0));
        assertTrue(marks.get(1).matches("Fermi level after, \\d\\d\u00a0nm deep"), marks.get(1));
        final String caption = texts(page, "figcaption").get(2);
        assertTrue(caption.contains("Assumed for this run, not measured"), caption);
        assertTrue(caption.contains("occupied part: 250\u00a0meV"), caption);
    }

    @Test
    void theMobilePartIsHatchedWhereSomeIonsNeverMove() {
        final List<String> classes = Xml.elements(page(ReferenceRun.withImmobileFraction()), "path").stream()
                .map(p -> p.getAttribute("class"))
                .toList();
        assertTrue(classes.contains("hatch s0"));
        assertTrue(texts(page(ReferenceRun.withImmobileFraction()), "figcaption")
                .get(2)
                .contains("hatched: those of"));
        assertFalse(Xml.elements(page(ReferenceRun.potassium()), "path").stream()
                .anyMatch(p -> p.getAttribute("class").startsWith("hatch")));
    }

    @Test
    void foreignTextIsEscaped() {
        final Document page = page(ReferenceRun.failed());
        assertEquals(YAML, texts(page, "pre").get(0));
        assertTrue(
                texts(page, "p").contains("Warning (coarse_mesh): the front is narrower than a cell & <not> resolved"));
    }

    @Test
    void anIncompleteRunSaysSoFirst() {
        final Element alert = Xml.elements(page(ReferenceRun.failed()), "p").get(1);
        assertEquals("alert", alert.getAttribute("class"));
        assertEquals(
                "Incomplete: Newton stopped after 2 iterations (NEWTON_STAGNATION) at t = 200000 s, step 12.5 s:"
                        + " update 3.20e-07, tolerance 1.00e-10, worst at node 17 (x = 104.200 nm, Li). What follows is"
                        + " the state reached until then.",
                alert.getTextContent());
        assertFalse(page(ReferenceRun.potassium())
                .getDocumentElement()
                .getTextContent()
                .contains("Incomplete"));
    }

    @Test
    void whereTheFileComesFromIsAtItsEnd() {
        assertEquals(
                List.of("npp 1.2.3, 2026-01-02T03:04:05Z, SHA-256 of the case " + "ab".repeat(32)),
                texts(page(ReferenceRun.potassium()), "footer"));
        final Provenance own = Provenance.of("cd", Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
        assertEquals(new Provenance(Provenance.programVersion(), "cd", Instant.EPOCH), own);
        assertFalse(own.version().isEmpty());
    }

    /** Two native and two foreign ions, three stages, an output, a start; barely begun, and no front. */
    private static CaitResult sequential(List<History.Entry> entries, boolean movable) {
        final ConstantDiffusivity law = ConstantDiffusivity.of(movable ? 1e-18 : 0);
        final Mesh mesh = Mesh.uniform(1e-5, 11);
        final double[][] densities = new double[4][11];
        Arrays.fill(densities[0], 3e27);
        Arrays.fill(densities[1], 1e27);
        densities[0][0] = 2.8e27;
        densities[2][0] = 2e26;
        final NppState state = NppState.of(7200, mesh, new double[11], densities, new double[11], 1e-4);
        final CaitCase experiment = new CaitCase(
                "sequential",
                350,
                Sample.of(1e-5, 8),
                List.of(
                        CaitIon.ofNative("Na", 1, 3e27, law),
                        new CaitIon("Ca", 2, 1e27, false, law),
                        CaitIon.ofForeign("K", 1, law),
                        CaitIon.ofForeign("Rb", 1, law)),
                List.of(
                        Stage.attachment("K", 1e-3, 3600).withBeamEnergy(new BeamEnergy(10 * EV, 0.25 * EV)),
                        Stage.rest(1800),
                        new Stage(
                                Optional.of("Rb"),
                                Stage.Mode.POTENTIAL,
                                Drive.piecewiseLinear(new double[] {0, 1}, new double[] {0, 5}),
                                1800,
                                OptionalDouble.of(400))),
                Optional.of(state),
                List.of(3600.0),
                new Numerics(
                        1e-3,
                        java.util.OptionalInt.empty(),
                        MeshMotion.FIXED,
                        Numerics.defaults().edgeDiffusivity(),
                        PoissonModel.ELECTRONEUTRAL,
                        Numerics.defaults().integrator()));
        return new CaitResult(
                experiment,
                List.of(state),
                state,
                new History(entries),
                ReferenceRun.statistics(),
                OptionalDouble.empty(),
                List.of(),
                Optional.empty());
    }

    private static History.Entry entry(double time, double current) {
        return new History.Entry(time, current, -0.5, current * time, 0, OptionalDouble.empty());
    }

    @Test
    void severalStagesAndIonsAreToldApart() {
        final Document page = page(sequential(List.of(entry(0, 0), entry(3600, 1e-3), entry(7200, 0)), true));
        final List<String> texts = texts(page, "text");
        assertTrue(
                texts.containsAll(List.of("120\u00a0min", "stage 2: rest", "stage 3: Rb⁺", "Time (min)", "Depth (nm)")),
                texts::toString);
        assertTrue(texts.containsAll(List.of("Na⁺ (native)", "K⁺ (foreign)", "Ca²⁺ (native)")), texts::toString);
        final List<String> assumed = texts(page, "li");
        assertTrue(
                assumed.containsAll(List.of(
                        "Ca²⁺ (native) is blocked at the back electrode.",
                        "The glass is taken as electrically neutral everywhere.",
                        "Stage 1: attachment of K⁺ for 60\u00a0min, 1\u00a0mA/m², ions of 10\u00a0eV (standard deviation"
                                + " 0.25\u00a0eV), of which those attach that can climb the potential of the surface:"
                                + " the beam’s charge stays on the surface, from which the ion enters a neutral glass.",
                        "Stage 2: rest for 30\u00a0min, no current.",
                        "Stage 3: entry of Rb⁺ for 30\u00a0min at a given potential of the surface, changing with time.",
                        "The run begins with the profile of an earlier run.")),
                assumed::toString);
        assertEquals("none", row(page, "Depth of the front"));
        assertEquals("not estimated", row(page, "Estimated profile error L1"));
        assertFalse(texts(page, "th").contains("Dose, relative error"));
        assertFalse(texts(page, "h2").contains("Site energy distribution"));
        assertTrue(texts(page, "figcaption").get(0).contains("Thin curves: native fraction at the output times."));
        assertTrue(texts(page, "figcaption").stream()
                .anyMatch(c -> c.contains("the rest made up by Na⁺ for a foreign, by Rb⁺ for a native ion")));
    }

    @Test
    void aRunWithoutAStepAndIonsThatCannotMoveHaveNoPlots() {
        final Document page = page(sequential(List.of(), false));
        assertTrue(texts(page, "p").contains("No time step was finished."));
        assertTrue(texts(page, "p").contains("No ion can move at any composition of this run."));
    }
}
