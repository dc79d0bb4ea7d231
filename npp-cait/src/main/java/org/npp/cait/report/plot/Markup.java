package org.npp.cait.report.plot;

/** Text inside XML and HTML. */
public final class Markup {
    /** No instances. */
    private Markup() {}

    /**
     * Escapes a text for use as content or inside a quoted attribute; characters that XML can't hold become U+FFFD.
     *
     * @param text any text
     * @return the same text, harmless
     */
    public static String escape(String text) {
        final StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(isAllowed(c) ? c : 0xfffd);
            }
        });
        return out.toString();
    }

    /** Whether XML 1.0 can hold the character. */
    private static boolean isAllowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xd7ff)
                || (c >= 0xe000 && c <= 0xfffd)
                || c >= 0x10000;
    }
}
