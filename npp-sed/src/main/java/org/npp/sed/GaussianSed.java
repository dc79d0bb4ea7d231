package org.npp.sed;

import java.util.List;
import java.util.Locale;

/**
 * Gaussian site energy distribution, its energies relative to its centre.
 *
 * <p>\[ g(E) = \frac{1}{s\sqrt{2\pi}}\,e^{-E^2/(2 s^2)}, \qquad G(E) = \Phi(E/s), \qquad Q(p) = s\,\Phi^{-1}(p), \qquad
 * s = \frac{\mathrm{FWHM}}{2\sqrt{2 \ln 2}} \]
 *
 * <p>with \( s \) the standard deviation [J]. The one parameter is {@code fwhm} [J].
 *
 * <p><strong>Accuracy</strong> for the instance's {@link #standardDeviation}: density, cumulative and quantile within 4
 * ulp (root mean square below 1) wherever the result is a normal number, \( |E| \le 37.5\,s \), probabilities from
 * 2.3e-308 to \( 1 - 10^{-16} \); see {@code GaussianSedReferenceTest}. <strong>Threading.</strong> Instances are
 * immutable and thread-safe.
 *
 * <pre>{@code
 * SiteEnergyDistribution shape = GaussianSed.ofFwhm(0.250 * PhysicalConstants.ELEMENTARY_CHARGE);
 * double highest = shape.complementaryQuantile(0.10); // J above the centre; a tenth of the sites lies higher
 * }</pre>
 */
public final class GaussianSed implements SiteEnergyDistribution {
    /** \( 2\sqrt{2 \ln 2} \), full width at half maximum over standard deviation. */
    private static final double WIDTH = 2.3548200450309493;

    /** \( \ln\sqrt{2\pi} \). */
    private static final double LOG_SQRT_TWO_PI = 0.9189385332046728;

    /** The one parameter. */
    private static final List<String> PARAMETERS = List.of("fwhm");

    /** Standard deviation [J]. */
    private final double s;

    /** Full width at half maximum [J]. */
    private final double fwhm;

    private GaussianSed(double s, double fwhm) {
        this.s = s;
        this.fwhm = fwhm;
    }

    /**
     * Creates the shape from its full width at half maximum.
     *
     * @param fwhm full width at half maximum of the complete curve [J], finite, \( \gt 0 \)
     * @return the shape
     * @throws IllegalArgumentException if {@code fwhm} is not positive and finite
     */
    public static GaussianSed ofFwhm(double fwhm) {
        if (fwhm > 0 && fwhm < Double.POSITIVE_INFINITY) {
            return new GaussianSed(fwhm / WIDTH, fwhm);
        }
        throw new IllegalArgumentException(String.format(Locale.ROOT, "fwhm must be finite and > 0: %s J", fwhm));
    }

    /**
     * Creates the shape from its standard deviation.
     *
     * @param standardDeviation \( s \) [J], finite, \( \gt 0 \)
     * @return the shape
     * @throws IllegalArgumentException if {@code standardDeviation} is not positive and finite
     */
    public static GaussianSed ofStandardDeviation(double standardDeviation) {
        if (standardDeviation > 0 && standardDeviation < Double.POSITIVE_INFINITY) {
            return new GaussianSed(standardDeviation, standardDeviation * WIDTH);
        }
        throw new IllegalArgumentException(
                String.format(Locale.ROOT, "standardDeviation must be finite and > 0: %s J", standardDeviation));
    }

    /**
     * Returns the full width at half maximum of the complete curve.
     *
     * @return full width at half maximum [J]
     */
    public double fwhm() {
        return fwhm;
    }

    @Override
    public double density(double energy) {
        final double u = energy / s;
        return StandardNormal.density(u, rest(energy, u)) / s;
    }

    @Override
    public double logDensity(double energy) {
        final double u = energy / s;
        return -0.5 * u * u - LOG_SQRT_TWO_PI - Math.log(s);
    }

    @Override
    public double cumulative(double energy) {
        final double u = energy / s;
        return StandardNormal.cumulative(u, rest(energy, u));
    }

    @Override
    public double complementaryCumulative(double energy) {
        return cumulative(-energy);
    }

    @Override
    public double logCumulative(double energy) {
        final double u = energy / s;
        return StandardNormal.logCumulative(u, rest(energy, u));
    }

    @Override
    public double logComplementaryCumulative(double energy) {
        return logCumulative(-energy);
    }

    @Override
    public double quantile(double probability) {
        if (probability >= 0 && probability <= 1) {
            return s * StandardNormal.quantile(probability);
        }
        throw new IllegalArgumentException(
                String.format(Locale.ROOT, "probability must be in [0, 1]: %s", probability));
    }

    @Override
    public double complementaryQuantile(double probability) {
        return 0 - quantile(probability);
    }

    @Override
    public double mean() {
        return 0;
    }

    @Override
    public double standardDeviation() {
        return s;
    }

    @Override
    public double skewness() {
        return 0;
    }

    @Override
    public double excessKurtosis() {
        return 0;
    }

    @Override
    public double mode() {
        return 0;
    }

    @Override
    public List<String> parameterNames() {
        return PARAMETERS;
    }

    @Override
    public void quantileByParameters(double energy, double[] byParameter) {
        byParameter[0] = energy / fwhm;
    }

    /**
     * {@inheritDoc}
     *
     * <p>In closed form: with \( t \) the cut over \( s \) and \( \kappa = \sqrt{2 \ln 2} \), the width over \( s \) is
     * \( 2\kappa \) for \( t \ge \kappa \), \( \kappa + t \) down to \( t = 0 \), and
     * \( \sqrt{t^2 + \kappa^2} - |t| \) below, where the cut is itself the maximum.
     */
    @Override
    public double truncatedFwhm(double upperEnergy) {
        final double t = upperEnergy / s;
        final double kappa = 0.5 * WIDTH;
        if (t >= kappa) {
            return fwhm;
        }
        if (t >= 0) {
            return 0.5 * fwhm + upperEnergy;
        }
        if (t > Double.NEGATIVE_INFINITY) {
            return s * (kappa * kappa / (Math.sqrt(t * t + kappa * kappa) - t));
        }
        throw TruncatedWidth.noSiteBelow(upperEnergy);
    }

    /** What rounding \( E/s \) to {@code u} left behind, in units of s. */
    private double rest(double energy, double u) {
        return Math.fma(-u, s, energy) / s;
    }
}
