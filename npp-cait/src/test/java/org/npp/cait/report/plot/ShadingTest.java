package org.npp.cait.report.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.npp.cait.report.plot.Shading.Range;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class ShadingTest {
    private static final Chart EMPTY = Chart.of(Axis.linear("Fraction", 0, 10), Axis.linear("D", 0, 1));

    private static final Shading TWO =
            Shading.of("constrained by all", List.of(new Range(1, 3), new Range(5, 6)), "only the shape speaks");

    private static List<Element> rectangles(Document svg, String style) {
        return Xml.elements(svg, "rect").stream()
                .filter(r -> r.getAttribute("class").equals(style))
                .toList();
    }

    private static double number(Element element, String name) {
        return Double.parseDouble(element.getAttribute(name));
    }

    private static String told(Element element) {
        return element.getTextContent();
    }

    @Test
    void rangesAreShadedAndTheRestIsHatchedAsTheAxisSays() {
        final Document svg = Xml.parse(EMPTY.shaded(TWO).svg());
        final Matcher frame = Pattern.compile("M([\\d.]+) ([\\d.]+)H([\\d.]+)V([\\d.]+)")
                .matcher(Xml.elements(svg, "path").stream()
                        .filter(p -> p.getAttribute("class").equals("frame"))
                        .findFirst()
                        .orElseThrow()
                        .getAttribute("d"));
        assertTrue(frame.find());
        final double left = Double.parseDouble(frame.group(1));
        final double unit = (Double.parseDouble(frame.group(3)) - left) / 10;
        // the first one is the sample of the legend
        final List<Element> shaded = rectangles(svg, "shade").stream()
                .filter(r -> !told(r).isEmpty())
                .toList();
        assertEquals(2, shaded.size());
        assertEquals(left + 5 * unit, number(shaded.get(1), "x"), 0.1);
        assertEquals(unit, number(shaded.get(1), "width"), 0.11);
        assertEquals("constrained by all\nFraction: 5 to 6", told(shaded.get(1)));
        final List<Element> rest = rectangles(svg, "clear");
        assertEquals(
                List.of(
                        "only the shape speaks\nFraction: 0 to 1",
                        "only the shape speaks\nFraction: 3 to 5",
                        "only the shape speaks\nFraction: 6 to 10"),
                rest.stream().map(ShadingTest::told).toList());
        final double all = rest.stream().mapToDouble(r -> number(r, "width")).sum()
                + shaded.stream().mapToDouble(r -> number(r, "width")).sum();
        assertEquals(10 * unit, all, 0.5);
    }

    @Test
    void theLegendStandsAboveTheFrameInAsManyRowsAsItNeeds() {
        for (final int width : new int[] {720, 300}) {
            final Document svg = Xml.parse(EMPTY.size(width, 300).shaded(TWO).svg());
            final List<Element> texts = Xml.elements(svg, "text").stream()
                    .filter(t -> told(t).matches("constrained by all|only the shape speaks"))
                    .toList();
            assertEquals(2, texts.size());
            final double apart = number(texts.get(1), "y") - number(texts.get(0), "y");
            assertEquals(width == 720 ? 0 : TextBox.LINE, apart);
            assertTrue(number(texts.get(1), "x") + TextBox.widthOf("only the shape speaks") <= width);
        }
    }

    @Test
    void eachBarHasItsNameBesideIt() {
        final Shading shading =
                TWO.bar("left", 1, List.of(new Range(1, 3))).bar("right", 2, List.of(new Range(8, 9.9)));
        final Document svg = Xml.parse(EMPTY.shaded(shading).svg());
        final Element left = rectangles(svg, "lane s1").get(0);
        final Element right = rectangles(svg, "lane s2").get(0);
        assertEquals("left\nFraction: 1 to 3", told(left));
        assertEquals(TextBox.LINE, number(right, "y") - number(left, "y"));
        final List<Element> names = Xml.elements(svg, "text").stream()
                .filter(t -> t.getAttribute("class").startsWith("label"))
                .toList();
        assertTrue(number(names.get(0), "x") > number(left, "x") + number(left, "width"));
        assertEquals("end", names.get(1).getAttribute("text-anchor"));
        assertTrue(number(names.get(1), "x") < number(right, "x"));
    }

    @Test
    void whatTheAxisDoesNotShowIsNotDrawn() {
        final Shading far = Shading.of("in", List.of(new Range(-2, -1), new Range(9, 30)), "out")
                .bar("nowhere", 1, List.of(new Range(20, 30)))
                .bar("none", 2, List.of());
        final Document svg = Xml.parse(EMPTY.shaded(far).svg());
        assertEquals(2, rectangles(svg, "shade").size());
        assertEquals(1, rectangles(svg, "clear").size());
        assertEquals(0, rectangles(svg, "lane s1").size());
        assertTrue(Xml.elements(svg, "text").stream().noneMatch(t -> told(t).matches("nowhere|none")));
        final Document nothing =
                Xml.parse(EMPTY.shaded(Shading.of("in", List.of(), "out")).svg());
        assertEquals("out\nFraction: 0 to 10", told(rectangles(nothing, "clear").get(0)));
    }

    @Test
    void rangesTheWrongWayRoundAreRefused() {
        assertEquals(
                "a range must end where it begins or later: 2.0 to 1.0",
                assertThrows(IllegalArgumentException.class, () -> new Range(2, 1))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> new Range(Double.NaN, 1));
    }
}
