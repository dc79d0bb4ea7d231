package org.npp.cait.report.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class ChartTest {
    /** Greatest size of a plot [bytes]. */
    private static final int GREATEST_SIZE = 100_000;

    private static final Chart EMPTY = Chart.of(Axis.linear("Depth (nm)", 0, 10), Axis.linear("Fraction", 0, 1));

    private static double[] noise(int n, long seed) {
        return new Random(seed).doubles(n).toArray();
    }

    private static double[] ramp(int n, double to) {
        final double[] x = new double[n];
        Arrays.setAll(x, i -> to * i / (n - 1));
        return x;
    }

    private static List<String> texts(String svg) {
        return Xml.elements(Xml.parse(svg), "text").stream()
                .map(Element::getTextContent)
                .toList();
    }

    @Test
    void everyKindOfSeriesStaysSmallWithAHundredThousandPointsEach() {
        final int n = 100_000;
        final double[] x = ramp(n, 10);
        Chart lines = EMPTY;
        Chart mixed = EMPTY;
        for (int i = 0; i < 8; i++) {
            lines = lines.with(Series.line("line " + i, x, noise(n, i)).style(i));
        }
        for (int i = 0; i < 2; i++) {
            mixed = mixed.with(Series.points("points " + i, x, noise(n, i), noise(n, 9))
                            .style(i))
                    .with(Series.band("band " + i, x, noise(n, 3), noise(n, 4)).style(i))
                    .with(Series.area("area " + i, x, noise(n, 5)).style(i))
                    .with(Series.area("hatched " + i, x, noise(n, 6)).style(i).light());
        }
        for (final Chart chart : List.of(lines, mixed)) {
            final String svg = chart.svg();
            Xml.parse(svg);
            assertTrue(svg.length() < GREATEST_SIZE, "size " + svg.length());
        }
    }

    @Test
    void textStaysTextAndIsEscaped() {
        final String svg = Chart.of(Axis.linear("x <m> & \"more\"", 0, 1), Axis.log("D (m²/s)", 1e-3, 10))
                .title("a < b")
                .with(Series.line("Li⁺ & <co>", new double[] {0, 1}, new double[] {1, 2}))
                .with(Series.line("K⁺", new double[] {0, 1}, new double[] {0.1, 0.01})
                        .style(1))
                .marker(0.5, "front > here")
                .svg();
        final List<String> texts = texts(svg);
        assertTrue(
                texts.containsAll(List.of(
                        "x <m> & \"more\"", "D (m²/s)", "a < b", "Li⁺ & <co>", "K⁺", "front > here", "10⁻²", "0.4")),
                texts::toString);
        assertEquals("a < b", Xml.parse(svg).getDocumentElement().getAttribute("aria-label"));
    }

    @Test
    void nothingIsDrawnOutsideTheFrame() {
        final double[] x = ramp(2001, 500);
        final double[] y = new double[x.length];
        Arrays.setAll(y, i -> 1.5 * Math.sin(20 * x[i]) + (i == 1000 ? 1e300 : 0));
        final Document svg = Xml.parse(EMPTY.with(Series.line("a", x, y))
                .with(Series.area("b", x, y).style(1))
                .with(Series.band("c", x, y, Arrays.stream(y).map(v -> v + 0.2).toArray()))
                .with(Series.points("d", x, y, y).style(2))
                .marker(400, "off the axis")
                .svg());
        final Element frame = withClass(svg, "frame");
        final Matcher corner =
                Pattern.compile("M([\\d.]+) ([\\d.]+)H([\\d.]+)V([\\d.]+)").matcher(frame.getAttribute("d"));
        assertTrue(corner.find());
        final double[] edge = new double[4];
        Arrays.setAll(edge, i -> Double.parseDouble(corner.group(i + 1)));
        int points = 0;
        for (final Element path : Xml.elements(svg, "path")) {
            if (!path.getAttribute("class").matches("(line|fill|points) .*")) {
                continue;
            }
            final Matcher point = Pattern.compile("[ML](-?[\\d.]+) (-?[\\d.]+)").matcher(path.getAttribute("d"));
            while (point.find()) {
                final double px = Double.parseDouble(point.group(1));
                final double py = Double.parseDouble(point.group(2));
                assertTrue(px >= edge[0] - 0.05 && px <= edge[2] + 0.05, () -> "x " + px);
                assertTrue(py >= edge[1] - 0.05 && py <= edge[3] + 0.05, () -> "y " + py);
                points++;
            }
        }
        assertTrue(points > 50);
        assertEquals(
                0,
                Xml.elements(svg, "path").stream()
                        .filter(p -> p.getAttribute("class").equals("mark"))
                        .count());
    }

    @Test
    void aPointIsDrawnWhereTheAxesSay() {
        final Document svg = Xml.parse(EMPTY.with(Series.points("p", new double[] {5}, new double[] {0.25}))
                .svg());
        final Matcher corner = Pattern.compile("M([\\d.]+) ([\\d.]+)H([\\d.]+)V([\\d.]+)")
                .matcher(withClass(svg, "frame").getAttribute("d"));
        final Matcher point = Pattern.compile("M([\\d.]+) ([\\d.]+)m")
                .matcher(withClass(svg, "points s0").getAttribute("d"));
        assertTrue(corner.find() && point.find());
        final double middle = 0.5 * (Double.parseDouble(corner.group(1)) + Double.parseDouble(corner.group(3)));
        final double top = Double.parseDouble(corner.group(2));
        final double bottom = Double.parseDouble(corner.group(4));
        assertEquals(middle, Double.parseDouble(point.group(1)), 0.1);
        assertEquals(bottom - 0.25 * (bottom - top), Double.parseDouble(point.group(2)), 0.1);
    }

    @Test
    void errorBarsEndAtTheFrameWhereTheyLeaveIt() {
        final Chart chart = Chart.of(Axis.linear("x", 0, 10), Axis.log("y", 1, 100))
                .with(Series.points("p", new double[] {2, 5}, new double[] {10, 20}, new double[] {15, 2}));
        final Document svg = Xml.parse(chart.svg());
        final String bars = withClass(svg, "error s0").getAttribute("d");
        final Matcher bottom = Pattern.compile("V([\\d.]+)H[\\d.]+Z")
                .matcher(withClass(svg, "frame").getAttribute("d"));
        assertTrue(bottom.find());
        assertTrue(bars.matches("M[\\d.]+ " + Pattern.quote(bottom.group(1)) + "V.*M.*V.*"), bars);
    }

    @Test
    void valuesShowWhenPointedAt() {
        final Document svg = Xml.parse(EMPTY.with(Series.line("Li⁺", new double[] {0, 5}, new double[] {0, 0.125}))
                .svg());
        assertEquals(
                List.of("Li⁺\nDepth (nm): 0\nFraction: 0", "Li⁺\nDepth (nm): 5\nFraction: 0.125"),
                Xml.elements(svg, "title").stream().map(Element::getTextContent).toList());
    }

    @Test
    void aSingleCurveNeedsNoName() {
        final double[] x = {0, 10};
        assertFalse(texts(EMPTY.with(Series.line("only", x, x)).svg()).contains("only"));
        assertTrue(texts(EMPTY.with(Series.line("one", x, new double[] {0.2, 0.3}))
                        .with(Series.line("two", x, new double[] {0.8, 0.9}))
                        .svg())
                .containsAll(List.of("one", "two")));
    }

    @Test
    void namesOfNearMarkersStandInDifferentRows() {
        final Document svg = Xml.parse(EMPTY.marker(5, "first marker")
                .marker(5.1, "second marker")
                .marker(0, "left")
                .marker(10, "right end")
                .svg());
        final List<Element> names = Xml.elements(svg, "text").stream()
                .filter(t -> t.getAttribute("class").equals("label"))
                .toList();
        assertEquals(4, names.size());
        assertFalse(names.get(0).getAttribute("y").equals(names.get(1).getAttribute("y")));
        final double right = Double.parseDouble(names.get(3).getAttribute("x"));
        assertTrue(right + TextBox.widthOf("right end") <= 720);
    }

    @Test
    void chartsStandSideBySide() {
        final Document svg = Xml.parse(Chart.row(List.of(EMPTY.size(300, 200), EMPTY.size(400, 250))));
        assertEquals("0 0 700 250", svg.getDocumentElement().getAttribute("viewBox"));
        assertEquals(
                List.of("translate(0)", "translate(300)"),
                Xml.elements(svg, "g").stream()
                        .map(g -> g.getAttribute("transform"))
                        .toList());
    }

    @Test
    void pathsOfAGapHaveSeparatePieces() {
        final double nan = Double.NaN;
        final double[] x = {0, 1, 2, 3, 4};
        final Document svg = Xml.parse(EMPTY.with(Series.line("", x, new double[] {0, 1, nan, 1, 0}))
                .with(Series.area("", x, new double[] {0.5, 1, nan, 1, 0.5}).style(1))
                .svg());
        assertEquals(
                2,
                withClass(svg, "line s0")
                        .getAttribute("d")
                        .chars()
                        .filter(c -> c == 'M')
                        .count());
        assertEquals(
                2,
                withClass(svg, "fill s1")
                        .getAttribute("d")
                        .chars()
                        .filter(c -> c == 'Z')
                        .count());
    }

    @Test
    void badSeriesAndSizesAreRefused() {
        assertEquals(
                "series 'a' needs as many values as x: 1, 2",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> Series.line("a", new double[] {1, 2}, new double[] {1}))
                        .getMessage());
        assertEquals(
                "series 'b' needs as many values as x: 3, 1",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> Series.points("b", new double[1], new double[1], new double[3]))
                        .getMessage());
        assertEquals(
                "style must be >= 0: -1",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> Series.line("c", new double[0], new double[0])
                                        .style(-1))
                        .getMessage());
        assertEquals(
                "chart must be at least 200 x 120 px: 199 x 300",
                assertThrows(IllegalArgumentException.class, () -> EMPTY.size(199, 300))
                        .getMessage());
    }

    private static Element withClass(Document svg, String name) {
        return Xml.elements(svg, "path").stream()
                .filter(p -> p.getAttribute("class").equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no path of class " + name));
    }
}
