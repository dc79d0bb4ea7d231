package org.npp.cait.measure;

import java.util.Locale;
import org.apache.commons.numbers.gamma.Erfc;

/**
 * Gaussian depth-resolution function of a given full width at half maximum.
 *
 * <p>With \( s = \mathrm{FWHM}/(2\sqrt{2 \ln 2}) \), \( B(u) = s\,\varphi(u/s) - |u|\,Q(|u|/s) \), \( \varphi \) and \( Q \)
 * density and upper tail of the standard normal distribution. At width 0 profiles stay as they are.
 *
 * @param fwhm full width at half maximum [m], finite, \( \ge 0 \)
 */
public record GaussianResolution(double fwhm) implements DepthResolution {
    /** FWHM over standard deviation. */
    static final double FWHM = 2 * Math.sqrt(2 * Math.log(2));

    /** Standard deviations beyond which a normal density is below rounding. */
    static final double REACH = 8.5;

    private static final double NORM = 1 / Math.sqrt(2 * Math.PI);

    /**
     * Checks the width.
     *
     * @param fwhm full width at half maximum [m], finite, \( \ge 0 \)
     * @throws IllegalArgumentException if it breaks its rule
     */
    public GaussianResolution {
        if (!(fwhm >= 0 && fwhm < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "gaussian_fwhm must be finite and >= 0: %s m", fwhm));
        }
    }

    /**
     * Creates a Gaussian.
     *
     * @param fwhm full width at half maximum [m], finite, \( \ge 0 \)
     * @return the function
     * @throws IllegalArgumentException if the width breaks its rule
     */
    public static GaussianResolution of(double fwhm) {
        return new GaussianResolution(fwhm);
    }

    @Override
    public double kinkResponse(double u) {
        return kinkResponse(u, fwhm / FWHM);
    }

    /** \( B \) for a standard deviation. */
    static double kinkResponse(double u, double s) {
        if (s == 0) {
            return 0;
        }
        final double z = Math.abs(u) / s;
        return s * (density(z) - z * tail(z));
    }

    static double density(double z) {
        return NORM * Math.exp(-z * z / 2);
    }

    static double tail(double z) {
        return Erfc.value(z / Math.sqrt(2)) / 2;
    }

    @Override
    public double leadingReach() {
        return REACH * fwhm / FWHM;
    }

    @Override
    public double trailingReach() {
        return leadingReach();
    }
}
