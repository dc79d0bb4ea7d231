package org.npp.cait.report.plot;

/**
 * Rectangle around a text.
 *
 * @param left left edge [px]
 * @param top upper edge [px]
 * @param width width [px]
 * @param height height [px]
 */
record TextBox(double left, double top, double width, double height) {
    /** Height of a line of text [px]. */
    static final double LINE = 16;

    /** Distance from the upper edge of a line to its base line [px]. */
    static final double BASE = 12;

    /** Estimated width of text, on the safe side for the usual bold sans-serif fonts at 13 px [px]. */
    static double widthOf(String text) {
        return text.codePoints().mapToDouble(TextBox::widthOf).sum();
    }

    private static double widthOf(int codePoint) {
        if ("il.,:;|'()[] ftjrI/".indexOf(codePoint) >= 0) {
            return 5.2;
        }
        if ((codePoint >= '\u2070' && codePoint <= '\u207f') || "\u00b9\u00b2\u00b3".indexOf(codePoint) >= 0) {
            return 5.6;
        }
        return Character.isUpperCase(codePoint) || codePoint == 'm' || codePoint == 'w' ? 10.8 : 8.6;
    }

    /** Room between this rectangle and a point [px]; 0 inside. */
    double distance(double x, double y) {
        final double dx = Math.max(0, Math.max(left - x, x - left - width));
        final double dy = Math.max(0, Math.max(top - y, y - top - height));
        return Math.hypot(dx, dy);
    }

    boolean overlaps(TextBox other) {
        return left < other.left + other.width
                && other.left < left + width
                && top < other.top + other.height
                && other.top < top + height;
    }
}
