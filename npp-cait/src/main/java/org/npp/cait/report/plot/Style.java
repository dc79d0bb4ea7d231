package org.npp.cait.report.plot;

/**
 * Looks of a chart as a style sheet. Each colour comes with a dash and a marker of its own, so that curves stay apart in
 * grey, and has a contrast of at least 4.5 with the ground, light or dark (held by {@code StyleTest}).
 */
final class Style {
    /** Number of colours. */
    static final int COUNT = 6;

    /** Colours on a light ground. */
    private static final String[] LIGHT = {"#12508f", "#b85505", "#1a7d65", "#a6307f", "#5d4a2f", "#6b7078"};

    /** Colours on a dark ground. */
    private static final String[] DARK = {"#7db8f2", "#f2a25c", "#52d1ae", "#e88cc8", "#cdb68f", "#a7adb7"};

    /** Dashes of the curves. */
    private static final String[] DASHES = {"none", "9 4", "2 3", "10 3 2 3", "16 4", "5 2 1 2"};

    /** Markers as paths about their centre. */
    private static final String[] MARKERS = {
        "m-2.5 0a2.5 2.5 0 1 1 0 .1z",
        "m-2.3-2.3h4.6v4.6h-4.6z",
        "m0-3.4 3.4 3.4-3.4 3.4-3.4-3.4z",
        "m-3 2.4 3-5.4 3 5.4z",
        "m-2.5-2.5 5 5m0-5-5 5",
        "m-3 0h6m-3-3v6"
    };

    /** Rules that do not depend on the ground. */
    private static final String SHAPES = """
            .npp-chart{font:13px system-ui,-apple-system,"Segoe UI",Helvetica,Arial,sans-serif}
            .npp-chart text{stroke:none}
            .npp-chart .title{font-weight:600}
            .npp-chart .label{font-weight:600;paint-order:stroke;stroke-width:4px;stroke-linejoin:round}
            .npp-chart .line{fill:none;stroke-width:2;stroke-linejoin:round}
            .npp-chart .light{stroke-width:1;opacity:.75}
            .npp-chart .points{stroke-width:1}
            .npp-chart .error{fill:none;stroke-width:1;opacity:.7}
            .npp-chart .fill{stroke:none;opacity:.2}
            .npp-chart .hatch{fill:none;stroke-width:1;opacity:.6}
            .npp-chart .shade{stroke:none;opacity:.11}
            .npp-chart .lane{stroke:none}
            .npp-chart .clear{fill:transparent;stroke:none}
            .npp-chart .unknown{fill:none;stroke-width:1}
            .npp-chart .outline{fill:none;stroke-width:1}
            .npp-chart .mark{fill:none;stroke-width:1.2;stroke-dasharray:5 3}
            .npp-chart .hover{fill:transparent;stroke:none}
            .npp-chart .grid{fill:none;stroke-width:1}
            .npp-chart .frame{fill:none;stroke-width:1}
            """;

    /** No instances. */
    private Style() {}

    /** Index of the colour, dash and marker of a style. */
    static int index(int style) {
        return style % COUNT;
    }

    /** Marker of a style, a relative path about its centre. */
    static String marker(int style) {
        return MARKERS[index(style)];
    }

    /** The whole style sheet, light, and dark where the reader's screen is. */
    static String sheet() {
        final StringBuilder css = new StringBuilder(SHAPES);
        for (int i = 0; i < COUNT; i++) {
            css.append(".npp-chart .line.s").append(i).append("{stroke-dasharray:");
            css.append(DASHES[i]).append("}\n");
        }
        appendColours(css, LIGHT, "#ffffff", "#1b1f24", "#d9dde2", "#5b6470");
        css.append("@media screen and (prefers-color-scheme:dark){\n");
        appendColours(css, DARK, "#14171c", "#e6e9ee", "#343a43", "#98a1ad");
        return css.append("}\n").toString();
    }

    private static void appendColours(
            StringBuilder css, String[] colours, String ground, String text, String grid, String frame) {
        rule(css, ".ground", "fill:" + ground);
        rule(css, "text", "fill:" + text);
        rule(css, ".label", "stroke:" + ground);
        rule(css, ".grid", "stroke:" + grid);
        rule(css, ".unknown", "stroke:" + grid);
        rule(css, ".outline", "stroke:" + frame);
        rule(css, ".shade", "fill:" + text);
        rule(css, ".frame", "stroke:" + frame);
        rule(css, ".mark", "stroke:" + text);
        for (int i = 0; i < COUNT; i++) {
            final String stroke = "stroke:" + colours[i];
            final String fill = "fill:" + colours[i];
            rule(css, ".line.s" + i, stroke);
            rule(css, ".error.s" + i, stroke);
            rule(css, ".hatch.s" + i, stroke);
            rule(css, ".points.s" + i, fill + ";" + stroke);
            rule(css, ".fill.s" + i, fill);
            rule(css, ".lane.s" + i, fill);
            rule(css, ".label.s" + i, fill);
            rule(css, ".hover.s" + i + ":hover", fill);
        }
    }

    private static void rule(StringBuilder css, String selector, String declaration) {
        css.append(".npp-chart ")
                .append(selector)
                .append('{')
                .append(declaration)
                .append("}\n");
    }
}
