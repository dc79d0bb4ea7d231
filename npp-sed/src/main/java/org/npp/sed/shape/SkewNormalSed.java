package org.npp.sed.shape;

import java.util.List;
import java.util.Locale;
import org.npp.sed.GaussianSed;
import org.npp.sed.SiteEnergyDistribution;
import org.npp.sed.internal.Require;

/**
 * Skew-normal site energy distribution (Azzalini's family), its energies relative to its mean.
 *
 * <p>\[ g(E) = \frac 2\omega\,\varphi(u)\,\Phi(\alpha u), \qquad u = \frac E\omega + m, \qquad
 * m = \sqrt{\frac 2\pi}\,\frac{\alpha}{\sqrt{1 + \alpha^2}}, \qquad
 * \gamma = \frac{4 - \pi}{2}\,\frac{m^3}{(1 - m^2)^{3/2}} \]
 *
 * <p>Parameters: {@code fwhm} [J], the full width at half maximum of the complete curve, and {@code skewness}
 * \( \gamma \) [1], in [-0.99, 0.99] (the family ends at 0.9953), positive for a tail towards high energies. The
 * family's own \( \alpha \) follows from the skewness in closed form, \( \omega \) from the width of the curve at
 * \( \omega = 1 \), a root. At skewness 0 it is the Gaussian.
 *
 * <p><strong>Accuracy.</strong> In the standardised variable, with the condition number
 * \( \kappa = 1 + (1 - 2/\pi)\alpha^2 \) of \( \alpha \) (1.5 at a skewness of 0.2, 3 at 0.7, 290 at 0.99): density and
 * shares relative \( 4 \cdot 2^{-52} (4 + \kappa |u| (1 + |u|)(1 + \alpha^2)) \), quantiles within
 * \( 8 \cdot 2^{-52} \kappa (|E| + s) \) for probabilities from 1e-300 up; the derivative to the skewness within 1e-11 of
 * itself and the standard deviation \( s \) for \( |\gamma| \ge 10^{-6} \), 1e-8 down to 1e-12; below that its limit
 * \( s(z^2 - 1)/6 \), \( z = E/s \), is taken; see {@code SkewNormalSedReferenceTest}.
 * <strong>Threading.</strong> Instances are immutable and thread-safe.
 *
 * @see <a href="https://www.jstor.org/stable/4615982">Azzalini, Scand. J. Stat. 12, 171 (1985)</a>
 * @see <a href="https://doi.org/10.1214/aoms/1177728074">Owen, Ann. Math. Stat. 27, 1075 (1956), the function T</a>
 */
public final class SkewNormalSed implements SiteEnergyDistribution {
    /** Greatest magnitude of the skewness. */
    private static final double MAX_SKEWNESS = 0.99;

    /** Below it the derivative to the skewness is taken from its limit. */
    private static final double GAUSSIAN = 1e-12;

    /** \( \sqrt{2 \ln 2} \): the half-maximum points are at most that far from the mode. */
    private static final double HALF_WIDTH = 1.1774100225154747;

    /** Steps of a bisection that ends at rounding. */
    private static final int BISECTIONS = 60;

    /** The parameters. */
    private static final List<String> PARAMETERS = List.of("fwhm", "skewness");

    /** Normal distribution. */
    private static final GaussianSed NORMAL = GaussianSed.ofStandardDeviation(1);

    /** Full width at half maximum [J]. */
    private final double fwhm;

    /** Skewness [1]. */
    private final double skewness;

    /** Shape parameter of the family [1]. */
    private final double alpha;

    /** The distribution of u. */
    private final SkewNormal standard;

    /** Mean of u [1]. */
    private final double m;

    /** Scale [J]. */
    private final double omega;

    /** Mode of u [1]. */
    private final double peak;

    /** Relative derivative of the width of u's curve to alpha [1]. */
    private final double widthByAlpha;

    private SkewNormalSed(double fwhm, double skewness) {
        this.fwhm = fwhm;
        this.skewness = skewness;
        final double ratio = Math.pow(2 * Math.abs(skewness) / (4 - Math.PI), 2.0 / 3);
        this.m = Math.copySign(Math.sqrt(ratio / (1 + ratio)), skewness);
        final double square = 0.5 * Math.PI * ratio;
        this.alpha = Math.copySign(Math.sqrt(square / (1 + ratio - square)), skewness);
        this.standard = SkewNormal.ofAlpha(alpha);
        this.peak = root(0, alpha >= 0 ? -1 : 1, alpha >= 0 ? 1 : -1);
        final double left = root(Math.log(2), peak, peak - HALF_WIDTH);
        final double right = root(Math.log(2), peak, peak + HALF_WIDTH);
        this.omega = fwhm / (right - left);
        this.widthByAlpha = (endByAlpha(right) - endByAlpha(left)) / (right - left);
    }

    /**
     * Creates the shape.
     *
     * @param fwhm full width at half maximum of the complete curve [J], finite, \( \gt 0 \)
     * @param skewness \( \gamma \) [1], in [-0.99, 0.99]
     * @return the shape
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public static SkewNormalSed of(double fwhm, double skewness) {
        Require.positive("fwhm", fwhm, "J");
        if (Math.abs(skewness) <= MAX_SKEWNESS) {
            return new SkewNormalSed(fwhm, skewness);
        }
        throw new IllegalArgumentException(
                String.format(Locale.ROOT, "skewness must be in [-%s, %s]: %s", MAX_SKEWNESS, MAX_SKEWNESS, skewness));
    }

    /** The mode (drop 0), or where from it towards {@code far} the logarithm of the density has fallen by {@code drop}. */
    private double root(double drop, double near, double far) {
        double inside = near;
        double outside = drop == 0 ? far : far + Math.copySign(1e-9, far - near);
        final double level = drop == 0 ? 0 : standard.logDensity(near) - drop;
        final double sign = drop == 0 ? Math.signum(far - near) : 1;
        for (int k = 0; k < BISECTIONS; k++) {
            final double middle = 0.5 * (inside + outside);
            final double value =
                    drop == 0 ? sign * standard.logDensityByArgument(middle) : standard.logDensity(middle) - level;
            if (value > 0) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return 0.5 * (inside + outside);
    }

    /** How a half-maximum point u moves with alpha: the curve there has to change as much as at the mode. */
    private double endByAlpha(double u) {
        return (peak * standard.hazard(peak) - u * standard.hazard(u)) / standard.logDensityByArgument(u);
    }

    /**
     * Returns the full width at half maximum of the complete curve.
     *
     * @return full width at half maximum [J]
     */
    public double fwhm() {
        return fwhm;
    }

    /**
     * Returns the shape parameter of the family.
     *
     * @return \( \alpha \) [1]
     */
    public double alpha() {
        return alpha;
    }

    /**
     * Returns the scale of the family.
     *
     * @return \( \omega \) [J]
     */
    public double scale() {
        return omega;
    }

    private double standardised(double energy) {
        return energy / omega + m;
    }

    @Override
    public double density(double energy) {
        return standard.density(standardised(energy)) / omega;
    }

    @Override
    public double logDensity(double energy) {
        return standard.logDensity(standardised(energy)) - Math.log(omega);
    }

    @Override
    public double cumulative(double energy) {
        return standard.cumulative(standardised(energy));
    }

    @Override
    public double complementaryCumulative(double energy) {
        return standard.complementaryCumulative(standardised(energy));
    }

    @Override
    public double logCumulative(double energy) {
        return standard.logCumulative(standardised(energy));
    }

    @Override
    public double logComplementaryCumulative(double energy) {
        return standard.logComplementaryCumulative(standardised(energy));
    }

    @Override
    public double quantile(double probability) {
        return Require.probability(probability) <= 0.5 ? low(probability) : high(1 - probability);
    }

    @Override
    public double complementaryQuantile(double probability) {
        return Require.probability(probability) <= 0.5 ? high(probability) : low(1 - probability);
    }

    /** Quantile between those of the normal and the half-normal distribution, the family's limits. */
    private double low(double p) {
        if (p == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        return alpha >= 0
                ? QuantileRoot.lower(
                        this, p, energy(NORMAL.quantile(p)), energy(NORMAL.complementaryQuantile(0.5 - 0.5 * p)))
                : QuantileRoot.lower(this, p, energy(NORMAL.quantile(half(p))), energy(NORMAL.quantile(p)));
    }

    private double high(double q) {
        if (q == 0) {
            return Double.POSITIVE_INFINITY;
        }
        return alpha < 0
                ? QuantileRoot.upper(
                        this, q, energy(NORMAL.quantile(0.5 - 0.5 * q)), energy(NORMAL.complementaryQuantile(q)))
                : QuantileRoot.upper(
                        this,
                        q,
                        energy(NORMAL.complementaryQuantile(q)),
                        energy(NORMAL.complementaryQuantile(half(q))));
    }

    /** Half a probability, which does not vanish. */
    private static double half(double p) {
        return Math.max(Double.MIN_VALUE, 0.5 * p);
    }

    private double energy(double u) {
        return omega * (u - m);
    }

    @Override
    public double mean() {
        return 0;
    }

    @Override
    public double standardDeviation() {
        return omega * Math.sqrt(1 - m * m);
    }

    @Override
    public double skewness() {
        return skewness;
    }

    @Override
    public double excessKurtosis() {
        final double ratio = m * m / (1 - m * m);
        return 2 * (Math.PI - 3) * ratio * ratio;
    }

    @Override
    public double mode() {
        return energy(peak);
    }

    @Override
    public List<String> parameterNames() {
        return PARAMETERS;
    }

    @Override
    public void quantileByParameters(double energy, double[] byParameter) {
        byParameter[0] = energy / fwhm;
        if (Math.abs(skewness) < GAUSSIAN) {
            final double s = standardDeviation();
            byParameter[1] = s * ((energy / s) * (energy / s) - 1) / 6;
            return;
        }
        final double square = 1 + alpha * alpha;
        final double mByAlpha = Math.sqrt(2 / Math.PI) / (square * Math.sqrt(square));
        final double skewnessByM = (4 - Math.PI) * 1.5 * m * m / Math.pow(1 - m * m, 2.5);
        final double u = standardised(energy);
        final double byAlpha = standard.quantileByAlpha(u) - mByAlpha - widthByAlpha * (u - m);
        byParameter[1] = omega * byAlpha / (skewnessByM * mByAlpha);
    }
}
