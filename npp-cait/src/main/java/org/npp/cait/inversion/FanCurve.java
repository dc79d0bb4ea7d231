package org.npp.cait.inversion;

/**
 * Smoothed fractions at the places of a grid.
 *
 * @param x depths [m]
 * @param c native fractions there [1]
 * @param before content down to the first of them [m]
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never shown
record FanCurve(double[] x, double[] c, double before) {
    /** Places of the grid. */
    static final int PLACES = 160;

    static FanCurve of(ProfileSmoother smoother, double[] coefficients, FanRange range) {
        final double[] x = new double[PLACES];
        final double[] c = new double[PLACES];
        final double from = range.from();
        final double to = range.to();
        double before = 0;
        for (int k = 0; k < PLACES; k++) {
            // equal in the logarithm, half way to equal
            final double t = k / (PLACES - 1.0);
            x[k] = from * Math.pow(to / from, t) / 2 + (from + (to - from) * t) / 2;
            c[k] = smoother.value(coefficients, Math.min(x[k], to));
            before += Math.max(0, smoother.value(coefficients, from * (k + 0.5) / PLACES)) * from / PLACES;
        }
        return new FanCurve(x, c, before);
    }

    boolean rises() {
        boolean rises = c[0] > 0 && before > 0;
        for (int k = 1; k < c.length; k++) {
            rises &= c[k] > c[k - 1];
        }
        return rises && c[c.length - 1] < 1;
    }

    FanFit fit(ReplacementCase replacement) {
        return new FanFit(x, c, before, replacement.vt(), replacement.diffusionLength());
    }
}
