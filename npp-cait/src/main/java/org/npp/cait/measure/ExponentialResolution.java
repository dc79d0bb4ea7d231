package org.npp.cait.measure;

import java.util.Locale;
import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.Erfcx;

/**
 * Depth-resolution function of sputter profiling: two exponentials back to back, convolved with a Gaussian.
 *
 * <p>The exponentials \( e^{u/\lambda_l} \) towards the surface and \( e^{-u/\lambda_t} \) away from it have together unit
 * area; the whole is shifted by \( -\mu \), \( \mu = \lambda_t - \lambda_l \), so that its mean is 0. With
 * \( u' = u + \mu \), \( s \) the Gaussian's standard deviation and \( E_\lambda \) the exponentially modified normal
 * density,
 * \[ B = B_s(u') \pm \mu\,Q(|u'|/s) + \frac{\lambda_l^3 E_{\lambda_l}(-u') + \lambda_t^3 E_{\lambda_t}(u')}{\lambda_l + \lambda_t}
 *    + \ldots \]
 * (minus for \( u' \le 0 \); the dots are \( \min(u, 0) \) for \( u' \gt 0 \), \( -\max(u, 0) \) otherwise).
 *
 * @param gaussianFwhm full width at half maximum of the Gaussian [m], finite, \( \gt 0 \)
 * @param leadingDecay \( \lambda_l \), length over which the signal grows by e before a layer is reached [m],
 *     \( \ge 0 \)
 * @param trailingDecay \( \lambda_t \), length over which it falls by e behind it [m], \( \ge 0 \)
 * @see "Dowsett, Rowlands, Allen, Barlow, Surf. Interface Anal. 21, 310 (1994), doi:10.1002/sia.740210507"
 */
public record ExponentialResolution(double gaussianFwhm, double leadingDecay, double trailingDecay)
        implements DepthResolution {
    /** Decay lengths after which an exponential is below rounding. */
    private static final double REACH = 36;

    /**
     * Checks the widths.
     *
     * @param gaussianFwhm full width at half maximum of the Gaussian [m], finite, \( \gt 0 \)
     * @param leadingDecay decay length before a layer [m], finite, \( \ge 0 \)
     * @param trailingDecay decay length behind it [m], finite, \( \ge 0 \)
     * @throws IllegalArgumentException if one breaks its rule
     */
    public ExponentialResolution {
        if (!(gaussianFwhm > 0 && gaussianFwhm < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "gaussian_fwhm must be finite and > 0: %s m", gaussianFwhm));
        }
        checkDecay("leading_decay", leadingDecay);
        checkDecay("trailing_decay", trailingDecay);
    }

    private static void checkDecay(String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%s must be finite and >= 0: %s m", name, value));
        }
    }

    /**
     * Creates the function.
     *
     * @param gaussianFwhm full width at half maximum of the Gaussian [m], finite, \( \gt 0 \)
     * @param leadingDecay decay length before a layer [m], finite, \( \ge 0 \)
     * @param trailingDecay decay length behind it [m], finite, \( \ge 0 \)
     * @return the function
     * @throws IllegalArgumentException if a width breaks its rule
     */
    public static ExponentialResolution of(double gaussianFwhm, double leadingDecay, double trailingDecay) {
        return new ExponentialResolution(gaussianFwhm, leadingDecay, trailingDecay);
    }

    @Override
    public double kinkResponse(double u) {
        final double s = gaussianFwhm / GaussianResolution.FWHM;
        final double mean = trailingDecay - leadingDecay;
        final double v = u + mean;
        final double q = GaussianResolution.tail(Math.abs(v) / s);
        final double line = v > 0 ? mean * q + Math.min(u, 0) : -mean * q - Math.max(u, 0);
        return GaussianResolution.kinkResponse(v, s)
                + line
                + share(leadingDecay) * square(leadingDecay) * modified(-v, s, leadingDecay)
                + share(trailingDecay) * square(trailingDecay) * modified(v, s, trailingDecay);
    }

    private double share(double decay) {
        return decay == 0 ? 0 : decay / (leadingDecay + trailingDecay);
    }

    private static double square(double x) {
        return x * x;
    }

    /** Exponentially modified normal density, the exponential towards positive u; the normal one for decay 0. */
    private static double modified(double u, double s, double decay) {
        final double z = u / s;
        if (decay == 0) {
            return GaussianResolution.density(z) / s;
        }
        final double a = (s / decay - z) / Math.sqrt(2);
        return a > 0
                ? Math.exp(-z * z / 2) * Erfcx.value(a) / (2 * decay)
                : Math.exp(square(s / decay) / 2 - u / decay) * Erfc.value(a) / (2 * decay);
    }

    @Override
    public double leadingReach() {
        return reach(leadingDecay);
    }

    @Override
    public double trailingReach() {
        return reach(trailingDecay);
    }

    private double reach(double decay) {
        return GaussianResolution.REACH * gaussianFwhm / GaussianResolution.FWHM
                + REACH * decay
                + Math.abs(trailingDecay - leadingDecay);
    }
}
