package org.npp.cait.report.plot;

/**
 * Rectangle that the data are drawn in, and how values become places in it; y grows downwards.
 *
 * @param left left edge [px]
 * @param top upper edge [px]
 * @param right right edge [px]
 * @param bottom lower edge [px]
 * @param horizontal axis along x
 * @param vertical axis along y
 */
record Frame(double left, double top, double right, double bottom, Axis horizontal, Axis vertical) {
    /** Places are kept within so many widths of the frame, so that no arithmetic on them overflows. */
    private static final double FAR = 1e6;

    double x(double value) {
        return left + bounded(horizontal.share(value)) * (right - left);
    }

    double y(double value) {
        return bottom - bounded(vertical.share(value)) * (bottom - top);
    }

    double width() {
        return right - left;
    }

    double height() {
        return bottom - top;
    }

    boolean contains(double x, double y) {
        return x >= left && x <= right && y >= top && y <= bottom;
    }

    /** A gap (NaN) for what can't be shown, far outside for what is far outside. */
    private static double bounded(double share) {
        return Double.isFinite(share) ? Math.max(-FAR, Math.min(FAR, share)) : Double.NaN;
    }
}
