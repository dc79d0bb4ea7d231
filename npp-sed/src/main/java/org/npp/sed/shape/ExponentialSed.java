package org.npp.sed.shape;

import java.util.List;
import org.npp.sed.SiteEnergyDistribution;
import org.npp.sed.internal.Require;

/**
 * Exponential tail below a top edge, its energies relative to that edge: the deeper, the fewer sites.
 *
 * <p>\[ g(E) = \frac 1d\,e^{E/d} \quad (E \le 0), \qquad G(E) = e^{E/d}, \qquad Q(p) = d \ln p \]
 *
 * <p>with \( d \) [J] the one parameter, {@code decay}. Filled from the bottom it gives a power law,
 * \( D \propto n^{d/kT} \), whose Arrhenius energy falls by \( d \) for every factor e of density. The top edge may be
 * reached: a vacancy fraction of 0 is allowed.
 *
 * <p><strong>Accuracy.</strong> Quantiles within 2 ulp for probabilities from 1e-300 up; density and the share below within
 * \( 1.5 (1 + |E|/(2d)) \) ulp, the rounding of the exponent, the share above within 3; see
 * {@code ExponentialSedReferenceTest}. <strong>Threading.</strong> Instances are immutable and thread-safe.
 */
public final class ExponentialSed implements SiteEnergyDistribution {
    /** The one parameter. */
    private static final List<String> PARAMETERS = List.of("decay");

    /** Decay energy [J]. */
    private final double decay;

    private ExponentialSed(double decay) {
        this.decay = decay;
    }

    /**
     * Creates the shape.
     *
     * @param decay \( d \), depth over which the density falls to 1/e [J], finite, \( \gt 0 \)
     * @return the shape
     * @throws IllegalArgumentException if {@code decay} is not positive and finite
     */
    public static ExponentialSed ofDecay(double decay) {
        return new ExponentialSed(Require.positive("decay", decay, "J"));
    }

    /**
     * Returns the decay energy.
     *
     * @return \( d \) [J]
     */
    public double decay() {
        return decay;
    }

    @Override
    public double density(double energy) {
        return energy <= 0 ? Math.exp(energy / decay) / decay : 0;
    }

    @Override
    public double logDensity(double energy) {
        return energy <= 0 ? energy / decay - Math.log(decay) : Double.NEGATIVE_INFINITY;
    }

    @Override
    public double cumulative(double energy) {
        return Math.exp(Math.min(0, energy) / decay);
    }

    @Override
    public double complementaryCumulative(double energy) {
        return 0 - Math.expm1(Math.min(0, energy) / decay);
    }

    @Override
    public double logCumulative(double energy) {
        return Math.min(0, energy) / decay;
    }

    @Override
    public double quantile(double probability) {
        return decay * Math.log(Require.probability(probability));
    }

    @Override
    public double complementaryQuantile(double probability) {
        return decay * Math.log1p(-Require.probability(probability));
    }

    @Override
    public double mean() {
        return -decay;
    }

    @Override
    public double standardDeviation() {
        return decay;
    }

    @Override
    public double skewness() {
        return -2;
    }

    @Override
    public double excessKurtosis() {
        return 6;
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
        byParameter[0] = energy / decay;
    }

    /**
     * {@inheritDoc}
     *
     * <p>In closed form: \( d \ln 2 \), wherever the cut is.
     */
    @Override
    public double truncatedFwhm(double upperEnergy) {
        return Math.abs(upperEnergy) < Double.POSITIVE_INFINITY
                ? decay * Math.log(2)
                : SiteEnergyDistribution.super.truncatedFwhm(upperEnergy);
    }
}
