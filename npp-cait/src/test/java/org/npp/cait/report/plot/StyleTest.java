package org.npp.cait.report.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class StyleTest {
    /** Least contrast of text, WCAG 2.1 level AA. */
    private static final double LEAST_CONTRAST = 4.5;

    private static final Pattern NAME_COLOUR = Pattern.compile("\\.label\\.s\\d\\{fill:(#[0-9a-f]{6})}");

    @Test
    void namesAreLegibleOnLightAndDarkGround() {
        final String[] schemes = Style.sheet().split("@media", -1);
        assertEquals(2, schemes.length);
        for (final String scheme : schemes) {
            final Matcher ground =
                    Pattern.compile("\\.ground\\{fill:(#[0-9a-f]{6})}").matcher(scheme);
            assertTrue(ground.find());
            final List<String> colours = NAME_COLOUR
                    .matcher(scheme)
                    .results()
                    .map((MatchResult m) -> m.group(1))
                    .toList();
            assertEquals(Style.COUNT, colours.size());
            colours.forEach(colour -> assertTrue(contrast(colour, ground.group(1)) >= LEAST_CONTRAST, colour));
        }
    }

    @Test
    void curvesAndPointsDifferWithoutColourToo() {
        final List<String> dashes = Pattern.compile("stroke-dasharray:([^}]*)}")
                .matcher(Style.sheet())
                .results()
                .map(m -> m.group(1))
                .limit(Style.COUNT + 1)
                .skip(1)
                .toList();
        assertEquals(Style.COUNT, new HashSet<>(dashes).size());
        final HashSet<String> markers = new HashSet<>();
        for (int i = 0; i < Style.COUNT; i++) {
            markers.add(Style.marker(i));
        }
        assertEquals(Style.COUNT, markers.size());
        assertEquals(Style.marker(1), Style.marker(Style.COUNT + 1));
    }

    /** Contrast ratio of WCAG 2.1. */
    private static double contrast(String a, String b) {
        final double la = luminance(a);
        final double lb = luminance(b);
        return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
    }

    private static double luminance(String colour) {
        final double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            final double c = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            sum += weights[i] * (c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
        }
        return sum;
    }
}
