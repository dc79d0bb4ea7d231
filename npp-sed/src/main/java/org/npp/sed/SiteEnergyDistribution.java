package org.npp.sed;

import java.util.List;

/**
 * Shape of a site energy distribution: the probability density \( g(E) \) [1/J] of the energy of a site, with
 * \( \int g\,dE = 1 \).
 *
 * <p>Energies are in joules, relative to a zero that the implementing class states. Probabilities are shares of all
 * sites, occupied or not. Both tails have their own functions, so that neither a filling of 1e-300 nor one of
 * \( 1 - 10^{-16} \) loses digits: \( G(E) \) is {@link #cumulative}, \( 1 - G(E) \) is
 * {@link #complementaryCumulative}, and each has its inverse.
 *
 * <p>The interface is open: a user may bring a density. <strong>Contract.</strong> \( g \ge 0 \), and \( G \) continuous
 * and increasing wherever \( g \gt 0 \). <strong>Threading.</strong> Implementations are immutable and thread-safe; the
 * functions that take and return scalars, and {@link #quantileByParameters}, allocate nothing.
 *
 * @see GaussianSed
 */
public interface SiteEnergyDistribution {

    /**
     * Returns the density \( g(E) \).
     *
     * @param energy \( E \) [J]; infinities are allowed
     * @return \( g(E) \) [1/J], finite, \( \ge 0 \); 0 outside the support
     */
    double density(double energy);

    /**
     * Returns the natural logarithm of the density in 1/J, finite where the density itself underflows.
     *
     * @param energy \( E \) [J]
     * @return \( \ln(g(E) \cdot 1\,\mathrm{J}) \) [1]; \( -\infty \) outside the support
     */
    double logDensity(double energy);

    /**
     * Returns the share of the sites at or below an energy.
     *
     * @param energy \( E \) [J]; infinities are allowed
     * @return \( G(E) = \int_{-\infty}^E g\,dE' \) [1], in [0, 1]
     */
    double cumulative(double energy);

    /**
     * Returns the share of the sites above an energy, without the cancellation of \( 1 - G \).
     *
     * @param energy \( E \) [J]; infinities are allowed
     * @return \( 1 - G(E) \) [1], in [0, 1]
     */
    double complementaryCumulative(double energy);

    /**
     * Returns the natural logarithm of the share of the sites at or below an energy, where a shape can give it finite
     * though the share itself underflows.
     *
     * @param energy \( E \) [J]; infinities are allowed
     * @return \( \ln G(E) \) [1]; \( -\infty \) below the support
     */
    default double logCumulative(double energy) {
        return Math.log(cumulative(energy));
    }

    /**
     * Returns the natural logarithm of the share of the sites above an energy.
     *
     * @param energy \( E \) [J]; infinities are allowed
     * @return \( \ln(1 - G(E)) \) [1]; \( -\infty \) above the support
     */
    default double logComplementaryCumulative(double energy) {
        return Math.log(complementaryCumulative(energy));
    }

    /**
     * Returns the energy below which the given share of the sites lies.
     *
     * @param probability \( p \) [1], in [0, 1]
     * @return \( Q(p) = G^{-1}(p) \) [J]; at 0 the lower end of the support, which may be \( -\infty \)
     * @throws IllegalArgumentException if {@code probability} is outside [0, 1]
     */
    double quantile(double probability);

    /**
     * Returns the energy above which the given share of the sites lies.
     *
     * @param probability \( q = 1 - p \) [1], in [0, 1]
     * @return \( Q(1 - q) \) [J]; at 0 the upper end of the support, which may be \( +\infty \)
     * @throws IllegalArgumentException if {@code probability} is outside [0, 1]
     */
    double complementaryQuantile(double probability);

    /**
     * Returns the lower end of the support.
     *
     * @return \( Q(0) \) [J], which may be \( -\infty \)
     */
    default double lowestEnergy() {
        return quantile(0);
    }

    /**
     * Returns the upper end of the support.
     *
     * @return \( Q(1) \) [J], which may be \( +\infty \)
     */
    default double highestEnergy() {
        return complementaryQuantile(0);
    }

    /**
     * Returns the energies inside the support at which the density or one of its derivatives jumps: where an integral
     * over it is best cut.
     *
     * @return the energies [J], increasing; a new array, empty for a smooth density
     */
    default double[] breakpoints() {
        return new double[0];
    }

    /**
     * Returns the mean site energy.
     *
     * @return \( \int E\,g\,dE \) [J]
     */
    double mean();

    /**
     * Returns the standard deviation of the site energy.
     *
     * @return standard deviation [J], \( \gt 0 \), finite
     */
    double standardDeviation();

    /**
     * Returns the skewness of the site energy. This implementation integrates, to about 1e-12.
     *
     * @return third central moment over the cube of the standard deviation [1]
     */
    default double skewness() {
        return ShapeIntegral.of(this).standardMoment(3);
    }

    /**
     * Returns the kurtosis of the site energy in excess of a Gaussian's. This implementation integrates, to about 1e-12.
     *
     * @return fourth central moment over the fourth power of the standard deviation, less 3 [1]
     */
    default double excessKurtosis() {
        return ShapeIntegral.of(this).standardMoment(4) - 3;
    }

    /**
     * Returns the energy of the greatest density; where several share it, any of them.
     *
     * @return mode [J], finite
     */
    double mode();

    /**
     * Names the shape's parameters, in the order of {@link #quantileByParameters}.
     *
     * @return unmodifiable list of names, with their units documented by the implementing class; may be empty
     */
    List<String> parameterNames();

    /**
     * Writes the derivatives of the quantile to the shape's parameters at fixed probability,
     * \( \partial Q(p; \theta)/\partial\theta = -(\partial G/\partial\theta)/g \).
     *
     * <p>The place is given as the energy \( E = Q(p) \) and not as the probability, because there nothing is lost in
     * either tail.
     *
     * @param energy \( E = Q(p) \) [J], finite, inside the support
     * @param byParameter length at least that of {@link #parameterNames}; its leading entries are overwritten with the
     *     derivatives [J / unit of the parameter]
     */
    void quantileByParameters(double energy, double[] byParameter);

    /**
     * Returns the full width at half maximum of the curve cut off above an energy, measured on that truncated curve
     * between its outermost half-maximum points.
     *
     * <p>The maximum is that of the truncated curve, and the cut itself counts as a point where the density there
     * exceeds half of it. This implementation searches numerically and serves any density, with several maxima or
     * steps too, whose structure holds more than 0.1 % of the populated sites; it agrees with closed forms to 1e-9
     * (held by {@code TruncatedWidthTest}).
     *
     * @param upperEnergy energy of the cut [J], finite, above the lower end of the support
     * @return the width [J]
     * @throws IllegalArgumentException if no site lies below {@code upperEnergy}
     */
    default double truncatedFwhm(double upperEnergy) {
        return TruncatedWidth.of(this, upperEnergy);
    }
}
