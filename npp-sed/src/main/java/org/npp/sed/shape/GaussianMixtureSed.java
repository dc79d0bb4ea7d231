package org.npp.sed.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.npp.sed.GaussianSed;
import org.npp.sed.SiteEnergyDistribution;
import org.npp.sed.internal.Require;

/**
 * Mixture of Gaussians: several kinds of sites, each with a spread of its own.
 *
 * <p>\[ g(E) = \sum_i \frac{w_i}{W}\,g_i(E - E_i), \qquad W = \sum_i w_i \]
 *
 * <p>with \( g_i \) a {@linkplain GaussianSed Gaussian} of the component's full width at half maximum, \( E_i \) [J] its
 * centre and \( w_i \gt 0 \) [1] its weight; only ratios of weights count. Energies count from the zero of the centres.
 * Parameters, for component i from 0: {@code components[i].weight} [1], {@code components[i].center} [J],
 * {@code components[i].fwhm} [J].
 *
 * <p><strong>Accuracy.</strong> Relative to the rounding of \( u = (E - E_i)/s_i \), that is for errors divided by
 * \( 1 + u^2 \): density and both cumulatives within 4 ulp, quantiles within 4 ulp of \( |E| + s \), probabilities
 * from 1e-300 up; see {@code GaussianMixtureSedTest}. Where the weights differ by many decades and
 * components do not overlap, a quantile between them is only as well determined as the density there.
 * <strong>Threading.</strong> Instances are immutable and thread-safe.
 *
 * <pre>{@code
 * double eV = PhysicalConstants.ELEMENTARY_CHARGE;
 * SiteEnergyDistribution two = GaussianMixtureSed.of(List.of(
 *         new GaussianMixtureSed.Component(0.7, 0, 0.2 * eV), new GaussianMixtureSed.Component(0.3, 0.4 * eV, 0.15 * eV)));
 * }</pre>
 */
public final class GaussianMixtureSed implements SiteEnergyDistribution {
    /** Steps towards the nearest maximum, which come to rest long before unless two maxima all but merge. */
    private static final int MODE_STEPS = 500;

    /** Weights over their sum [1]. */
    private final double[] share;

    /** Their logarithms [1]. */
    private final double[] logShare;

    /** Sum of the weights as given [1]. */
    private final double total;

    /** Centres [J]. */
    private final double[] center;

    /** The Gaussians, each about its own centre. */
    private final GaussianSed[] gaussian;

    /** Names of the parameters. */
    private final List<String> names;

    /** Energy of the greatest density [J]. */
    private final double mode;

    /**
     * One Gaussian of a mixture.
     *
     * @param weight \( w \) [1], finite, \( \gt 0 \)
     * @param center energy of its maximum [J], finite
     * @param fwhm full width at half maximum [J], finite, \( \gt 0 \)
     */
    public record Component(double weight, double center, double fwhm) {
        /**
         * Creates a component.
         *
         * @param weight \( w \) [1], finite, \( \gt 0 \)
         * @param center energy of its maximum [J], finite
         * @param fwhm full width at half maximum [J], finite, \( \gt 0 \)
         * @throws IllegalArgumentException if an argument is outside its range
         */
        public Component {
            Require.positive("weight", weight, "1");
            Require.finite("center", center, "J");
            Require.positive("fwhm", fwhm, "J");
        }
    }

    private GaussianMixtureSed(List<Component> components, double total) {
        final int size = components.size();
        this.total = total;
        this.share = new double[size];
        this.logShare = new double[size];
        this.center = new double[size];
        this.gaussian = new GaussianSed[size];
        final List<String> all = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            final Component component = components.get(i);
            share[i] = component.weight() / total;
            logShare[i] = Math.log(share[i]);
            center[i] = component.center();
            gaussian[i] = GaussianSed.ofFwhm(component.fwhm());
            final String prefix = String.format(Locale.ROOT, "components[%d].", i);
            all.addAll(List.of(prefix + "weight", prefix + "center", prefix + "fwhm"));
        }
        this.names = List.copyOf(all);
        this.mode = highest();
    }

    /**
     * Creates the shape.
     *
     * @param components at least one component
     * @return the shape
     * @throws IllegalArgumentException if there is no component or the weights' sum is not finite
     */
    public static GaussianMixtureSed of(List<Component> components) {
        if (components.isEmpty()) {
            throw new IllegalArgumentException("components must not be empty");
        }
        final double total = components.stream().mapToDouble(Component::weight).sum();
        return new GaussianMixtureSed(components, Require.positive("sum of weights", total, "1"));
    }

    /**
     * Returns the components, their weights over the sum of all.
     *
     * @return unmodifiable list
     */
    public List<Component> components() {
        final List<Component> all = new ArrayList<>();
        for (int i = 0; i < share.length; i++) {
            all.add(new Component(share[i], center[i], gaussian[i].fwhm()));
        }
        return List.copyOf(all);
    }

    @Override
    public double density(double energy) {
        double sum = 0;
        for (int i = 0; i < share.length; i++) {
            sum += share[i] * gaussian[i].density(energy - center[i]);
        }
        return sum;
    }

    @Override
    public double logDensity(double energy) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < share.length; i++) {
            greatest = Math.max(greatest, logShare[i] + gaussian[i].logDensity(energy - center[i]));
        }
        if (greatest == Double.NEGATIVE_INFINITY) {
            return greatest;
        }
        double sum = 0;
        for (int i = 0; i < share.length; i++) {
            sum += Math.exp(logShare[i] + gaussian[i].logDensity(energy - center[i]) - greatest);
        }
        return greatest + Math.log(sum);
    }

    @Override
    public double cumulative(double energy) {
        double sum = 0;
        for (int i = 0; i < share.length; i++) {
            sum += share[i] * gaussian[i].cumulative(energy - center[i]);
        }
        return Math.min(1, sum);
    }

    @Override
    public double complementaryCumulative(double energy) {
        double sum = 0;
        for (int i = 0; i < share.length; i++) {
            sum += share[i] * gaussian[i].complementaryCumulative(energy - center[i]);
        }
        return Math.min(1, sum);
    }

    @Override
    public double logCumulative(double energy) {
        return logTail(energy, 1);
    }

    @Override
    public double logComplementaryCumulative(double energy) {
        return logTail(energy, -1);
    }

    /** The logarithm of the share below ({@code sign} 1) or above (-1) an energy, the greatest term taken out. */
    private double logTail(double energy, int sign) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < share.length; i++) {
            greatest = Math.max(greatest, logTail(energy, sign, i));
        }
        if (greatest == Double.NEGATIVE_INFINITY) {
            return greatest;
        }
        double sum = 0;
        for (int i = 0; i < share.length; i++) {
            sum += Math.exp(logTail(energy, sign, i) - greatest);
        }
        return Math.min(0, greatest + Math.log(sum));
    }

    private double logTail(double energy, int sign, int i) {
        return logShare[i] + gaussian[i].logCumulative(sign * (energy - center[i]));
    }

    @Override
    public double quantile(double probability) {
        return Require.probability(probability) <= 0.5 ? tail(probability, 1) : tail(1 - probability, -1);
    }

    @Override
    public double complementaryQuantile(double probability) {
        return Require.probability(probability) <= 0.5 ? tail(probability, -1) : tail(1 - probability, 1);
    }

    /** Quantile between the least and the greatest of the components'. */
    private double tail(double p, int sign) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < share.length; i++) {
            final double own = center[i] + sign * gaussian[i].quantile(p);
            low = Math.min(low, own);
            high = Math.max(high, own);
        }
        if (low == high) {
            return low;
        }
        return sign > 0 ? QuantileRoot.lower(this, p, low, high) : QuantileRoot.upper(this, p, low, high);
    }

    @Override
    public double mean() {
        double sum = 0;
        for (int i = 0; i < share.length; i++) {
            sum += share[i] * center[i];
        }
        return sum;
    }

    @Override
    public double standardDeviation() {
        return Math.sqrt(centralMoment(2));
    }

    @Override
    public double skewness() {
        return centralMoment(3) / Math.pow(centralMoment(2), 1.5);
    }

    @Override
    public double excessKurtosis() {
        final double variance = centralMoment(2);
        return centralMoment(4) / (variance * variance) - 3;
    }

    /** Moment of order 2 to 4 about the mean: a sum over the components' own. */
    private double centralMoment(int order) {
        final double mean = mean();
        double sum = 0;
        for (int i = 0; i < share.length; i++) {
            final double d = center[i] - mean;
            final double s = gaussian[i].standardDeviation();
            sum += share[i]
                    * switch (order) {
                        case 2 -> d * d + s * s;
                        case 3 -> d * (d * d + 3 * s * s);
                        default -> d * d * (d * d + 6 * s * s) + 3 * s * s * s * s;
                    };
        }
        return sum;
    }

    @Override
    public double mode() {
        return mode;
    }

    /** The highest of the maxima climbed to from each centre: E becomes the mean of the centres weighted by g_i/s_i^2. */
    private double highest() {
        double best = center[0];
        for (double start : center) {
            double energy = start;
            for (int k = 0; k < MODE_STEPS; k++) {
                double weights = 0;
                double sum = 0;
                for (int i = 0; i < share.length; i++) {
                    final double s = gaussian[i].standardDeviation();
                    final double weight = share[i] * (gaussian[i].density(energy - center[i]) / s) / s;
                    weights += weight;
                    sum += weight * center[i];
                }
                energy = weights > 0 ? sum / weights : energy;
            }
            best = density(energy) > density(best) ? energy : best;
        }
        return best;
    }

    @Override
    public List<String> parameterNames() {
        return names;
    }

    @Override
    public void quantileByParameters(double energy, double[] byParameter) {
        final double g = density(energy);
        final double below = cumulative(energy);
        final double above = complementaryCumulative(energy);
        for (int i = 0; i < share.length; i++) {
            final double e = energy - center[i];
            final double own = g > 0 ? share[i] * gaussian[i].density(e) / g : share[i];
            // The share below falls short of the mixture's by what the share above exceeds it: take the smaller ones.
            final double excess =
                    below <= above ? gaussian[i].cumulative(e) - below : above - gaussian[i].complementaryCumulative(e);
            byParameter[3 * i] = g > 0 ? -excess / total / g : 0;
            byParameter[3 * i + 1] = own;
            byParameter[3 * i + 2] = own * (e / gaussian[i].fwhm());
        }
    }
}
