package org.npp.sed.shape;

import java.util.List;
import org.npp.sed.SiteEnergyDistribution;
import org.npp.sed.internal.Require;

/**
 * Site energies spread evenly over an interval, counted from its lower edge.
 *
 * <p>\[ g(E) = \frac 1w \quad (0 \le E \le w), \qquad G(E) = \frac Ew, \qquad Q(p) = p\,w \]
 *
 * <p>with \( w \) [J] the one parameter, {@code width}. The box may be full: a vacancy fraction of 0 is allowed.
 *
 * <p><strong>Accuracy.</strong> One or two roundings; the complementary quantile within an ulp of \( w \), the others of
 * themselves. <strong>Threading.</strong> Instances are immutable and thread-safe.
 */
public final class BoxSed implements SiteEnergyDistribution {
    /** The one parameter. */
    private static final List<String> PARAMETERS = List.of("width");

    /** Width [J]. */
    private final double width;

    private BoxSed(double width) {
        this.width = width;
    }

    /**
     * Creates the shape.
     *
     * @param width \( w \), difference of the greatest and the least energy [J], finite, \( \gt 0 \)
     * @return the shape
     * @throws IllegalArgumentException if {@code width} is not positive and finite
     */
    public static BoxSed ofWidth(double width) {
        return new BoxSed(Require.positive("width", width, "J"));
    }

    /**
     * Returns the width.
     *
     * @return \( w \) [J]
     */
    public double width() {
        return width;
    }

    @Override
    public double density(double energy) {
        return energy >= 0 && energy <= width ? 1 / width : 0;
    }

    @Override
    public double logDensity(double energy) {
        return energy >= 0 && energy <= width ? -Math.log(width) : Double.NEGATIVE_INFINITY;
    }

    @Override
    public double cumulative(double energy) {
        return Math.min(1, Math.max(0, energy / width));
    }

    @Override
    public double complementaryCumulative(double energy) {
        return Math.min(1, Math.max(0, (width - energy) / width));
    }

    @Override
    public double quantile(double probability) {
        return Require.probability(probability) * width;
    }

    @Override
    public double complementaryQuantile(double probability) {
        return width - Require.probability(probability) * width;
    }

    @Override
    public double mean() {
        return 0.5 * width;
    }

    @Override
    public double standardDeviation() {
        return width / Math.sqrt(12);
    }

    @Override
    public double skewness() {
        return 0;
    }

    @Override
    public double excessKurtosis() {
        return -1.2;
    }

    @Override
    public double mode() {
        return 0.5 * width;
    }

    @Override
    public List<String> parameterNames() {
        return PARAMETERS;
    }

    @Override
    public void quantileByParameters(double energy, double[] byParameter) {
        byParameter[0] = energy / width;
    }

    /**
     * {@inheritDoc}
     *
     * <p>In closed form: all that is filled.
     */
    @Override
    public double truncatedFwhm(double upperEnergy) {
        return upperEnergy > 0 && upperEnergy < Double.POSITIVE_INFINITY
                ? Math.min(width, upperEnergy)
                : SiteEnergyDistribution.super.truncatedFwhm(upperEnergy);
    }
}
