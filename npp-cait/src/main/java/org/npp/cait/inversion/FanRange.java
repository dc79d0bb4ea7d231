package org.npp.cait.inversion;

import java.util.Locale;

/**
 * The part of a profile that is inverted as a fan: behind the front by six lengths \( D_2/v \) (at least 2 nm) and one and
 * a half widths of the resolution, and below the depth to which the surface is felt.
 *
 * @param behind the measured points behind the front
 * @param from least depth of the curve [m]
 * @param toldFrom least depth that is told [m]
 * @param to greatest depth [m]
 * @param knots distance over which the smoothing spline may bend next to the surface [m]
 */
record FanRange(NativeProfile behind, double from, double toldFrom, double to, double knots) {
    /** Least number of points behind the front. */
    private static final int LEAST_POINTS = 8;

    static FanRange of(NativeProfile profile, double width, double blur) {
        final double front = profile.frontDepth();
        final double to = front - Math.max(6 * width, 2e-9) - 1.5 * blur;
        final NativeProfile behind = profile.upTo(to);
        final int points = behind.depths().length;
        if (!(to > 0)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "the front at %.4g nm leaves nothing behind it: diffusion, over D_2/v = %.3g nm, and the depth"
                            + " resolution, %.3g nm, make it reach to the surface",
                    front * 1e9,
                    width * 1e9,
                    blur * 1e9));
        }
        if (points < LEAST_POINTS) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "profile must have at least %d points between surface and %.3g nm, where the front at %.4g nm begins"
                            + " (D_2/v = %.3g nm): %d",
                    LEAST_POINTS,
                    to * 1e9,
                    front * 1e9,
                    width * 1e9,
                    points));
        }
        final double first = behind.depths()[0];
        final double from = Math.max(Math.max(2 * width, blur), Math.max(first, 0.5e-9));
        final double toldFrom = Math.max(Math.max(5 * width, 2 * blur), from);
        if (!(toldFrom < 0.8 * to)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "diffusion leaves no range to invert: from %.3g nm (5 D_2/v, two widths of the resolution) to %.3g nm",
                    toldFrom * 1e9,
                    to * 1e9));
        }
        return new FanRange(behind, from, toldFrom, to, Math.max(Math.max(width, blur), behind.depths()[1] - first));
    }

    ProfileSmoother smoother() {
        return ProfileSmoother.of(behind.depths(), behind.fractions(), behind.sigmas(), knots, to);
    }
}
