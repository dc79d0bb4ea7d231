package org.npp.cait.report.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class MarkupTest {
    @Test
    void markupIsEscaped() {
        assertEquals("&lt;b a=&quot;&#39;&quot;&gt; &amp; µ", Markup.escape("<b a=\"'\"> & µ"));
    }

    @Test
    void charactersThatXmlCannotHoldAreReplaced() {
        assertEquals("a\ufffdb\ufffdc\ufffd\t\n\ud83d\ude00", Markup.escape("a\u0000b\ud800c\uffff\t\n\ud83d\ude00"));
    }

    @Property
    void anAttributeReadsBackAsWritten(@ForAll String text) {
        final String allowed = text.codePoints()
                .filter(c -> (c >= 0x20 && c < 0xd800) || (c > 0xdfff && c < 0xfffe) || c > 0xffff)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        final var document = Xml.parse("<a b=\"" + Markup.escape(allowed) + "\"/>");
        assertEquals(allowed, document.getDocumentElement().getAttribute("b"));
    }

    @Property
    void anyTextGivesWellFormedContent(@ForAll String text) {
        Xml.parse("<a>" + Markup.escape(text) + "</a>");
    }
}
