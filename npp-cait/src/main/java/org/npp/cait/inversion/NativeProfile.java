package org.npp.cait.inversion;

import java.util.Arrays;
import java.util.Locale;
import org.npp.cait.measure.MeasuredProfile;

/** Native fraction against depth, measured or 1 minus the measured foreign one, and its front. */
@SuppressWarnings("ArrayRecordComponent") // never compared, never shown
record NativeProfile(double[] depths, double[] fractions, double[] sigmas, double frontDepth) {
    static NativeProfile of(MeasuredProfile profile, String nativeIon, String foreignIon) {
        final int direct = profile.ions().indexOf(nativeIon);
        final int used = direct >= 0 ? direct : profile.ions().indexOf(foreignIon);
        if (used < 0) {
            throw new IllegalArgumentException("profile must have a fraction of " + nativeIon + " or " + foreignIon);
        }
        final double[] x = profile.depths();
        final double[] c = profile.fractions(used);
        if (direct < 0) {
            Arrays.setAll(c, k -> 1 - c[k]);
        }
        return new NativeProfile(x, c, ProfileSmoother.usable(profile.sigmas(used), x.length), front(x, c, nativeIon));
    }

    private static double front(double[] x, double[] c, String ion) {
        final int last = x.length - 1;
        int k = last;
        while (k >= 0 && c[k] >= 0.5) {
            k--;
        }
        if (k == last || k < 0) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "profile must reach through the front, where the fraction of %s rises through 0.5: it is %s at %s m,"
                            + " %s at %s m",
                    ion,
                    c[0],
                    x[0],
                    c[last],
                    x[last]));
        }
        return x[k] + (0.5 - c[k]) / (c[k + 1] - c[k]) * (x[k + 1] - x[k]);
    }

    /** Integral of the foreign fraction [m]. */
    double foreignContent() {
        double sum = (1 - fractions[0]) * depths[0];
        for (int k = 1; k < depths.length; k++) {
            sum += (1 - (fractions[k] + fractions[k - 1]) / 2) * (depths[k] - depths[k - 1]);
        }
        return sum;
    }

    /** The points down to a depth. */
    NativeProfile upTo(double depth) {
        int n = 0;
        while (n < depths.length && depths[n] <= depth) {
            n++;
        }
        return new NativeProfile(
                Arrays.copyOf(depths, n), Arrays.copyOf(fractions, n), Arrays.copyOf(sigmas, n), frontDepth);
    }
}
