package org.npp.cait.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.npp.cait.report.plot.Xml;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class ProfileComparisonTest {
    @Test
    void runsStandSideBySideWithOneScale() {
        final String text = ProfileComparison.svg(
                List.of(ReferenceRun.potassium(), ReferenceRun.rubidium(), ReferenceRun.caesium()));
        assertTrue(text.length() < 100_000);
        final Document svg = Xml.parse(text);
        final List<String> texts =
                Xml.elements(svg, "text").stream().map(Element::getTextContent).toList();
        assertTrue(
                texts.containsAll(List.of(
                        "K⁺ for Li⁺",
                        "Rb⁺ for Li⁺",
                        "Cs⁺ for Li⁺",
                        "front 111.9\u00a0nm",
                        "front 105.0\u00a0nm",
                        "front 102.0\u00a0nm")),
                texts::toString);
        assertEquals(3, texts.stream().filter("1.0"::equals).count());
        final List<String> heights = Xml.elements(svg, "text").stream()
                .filter(t -> t.getTextContent().equals("1.0"))
                .map(t -> t.getAttribute("y"))
                .distinct()
                .toList();
        assertEquals(1, heights.size());
    }

    @Test
    void nothingToCompareIsRefused() {
        assertEquals(
                "results must not be empty",
                assertThrows(IllegalArgumentException.class, () -> ProfileComparison.svg(List.of()))
                        .getMessage());
    }
}
