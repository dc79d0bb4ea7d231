package org.npp.sed;

import static org.npp.core.PhysicalConstants.BOLTZMANN;

import java.util.Locale;

/**
 * Site energy distribution estimated from {@linkplain MeasuredDiffusivity measured diffusivities}, with its errors.
 *
 * <p>\( \ln D \) is the increasing function of \( x = \ln n \)
 *
 * <p>\[ \ln D = b + \int e^{w}\,dx, \qquad N_s\,g(E_F) = \frac{n}{kT}\,e^{-w}, \qquad
 * \sum_k \frac{(\ln D_k - \ln D(n_k))^2}{\sigma_k^2} + \lambda \int w''^2\,d\hat x \;\to\; \min \]
 *
 * <p>\( w \) piecewise linear between 41 knots, \( \hat x \) = x over its range, \( \lambda \) from the {@link SmoothingRule};
 * a wide prior, standard deviation 5 about the mean slope, keeps \( w \) finite where points fall.
 * So \( g \gt 0 \) always, and \( w'' = 0 \), where strong smoothing ends, is \( d \ln D/d \ln n = a n^b \). The errors are
 * standard ones of the posterior distribution for this prior (Wahba 1983): they hold noise and smoothing, on the average over
 * the range, but not what a feature narrower than the smoothing would add. <strong>Threading.</strong> Instances are immutable
 * and thread-safe.
 *
 * @see "Ramsay, J. R. Statist. Soc. B 60, 365 (1998), doi:10.1111/1467-9868.00130"
 * @see "Wahba, J. R. Statist. Soc. B 45, 133 (1983), doi:10.1111/j.2517-6161.1983.tb01239.x"
 */
public final class EstimatedSed {
    /** The smoothed logarithm. */
    private final MonotoneFit fit;

    /** Least density [1/m&sup3;], where x is 0. */
    private final double least;

    /** Greatest density [1/m&sup3;]. */
    private final double greatest;

    /** Place of the bulk. */
    private final double bulk;

    /** Thermal energy [J]. */
    private final double kT;

    EstimatedSed(MonotoneFit fit, double least, double greatest, double bulkDensity, double temperature) {
        this.fit = fit;
        this.least = least;
        this.greatest = greatest;
        this.bulk = Math.log(bulkDensity / least);
        this.kT = BOLTZMANN * temperature;
    }

    /**
     * Returns the smoothed diffusivity.
     *
     * @param density \( n \) [1/m&sup3;], in the range measured
     * @return \( D(n) \) [m&sup2;/s]
     * @throws IllegalArgumentException if {@code density} is outside the range measured
     */
    public double diffusivity(double density) {
        return Math.exp(fit.value(place(density)));
    }

    /**
     * Returns the Fermi energy relative to that of the bulk.
     *
     * @param density \( n \) [1/m&sup3;], in the range measured
     * @return \( E_F(n) - E_F(N) \) [J]
     * @throws IllegalArgumentException if {@code density} is outside the range measured
     */
    public double fermiEnergy(double density) {
        return kT * (fit.value(place(density)) - fit.value(bulk));
    }

    /**
     * Returns the standard error of {@link #fermiEnergy}.
     *
     * @param density \( n \) [1/m&sup3;], in the range measured
     * @return standard error [J], 0 at the bulk density
     * @throws IllegalArgumentException if {@code density} is outside the range measured
     */
    public double fermiEnergyError(double density) {
        return kT * fit.differenceError(place(density), bulk);
    }

    /**
     * Returns the number of sites per volume and energy at the Fermi energy of a density.
     *
     * @param density \( n \) [1/m&sup3;], in the range measured
     * @return \( N_s\,g(E_F(n)) \) [1/(J m&sup3;)]
     * @throws IllegalArgumentException if {@code density} is outside the range measured
     */
    public double sitesPerEnergy(double density) {
        return density / (kT * Math.exp(fit.logarithmicSlope(place(density))));
    }

    /**
     * Returns the relative standard error of {@link #sitesPerEnergy}, that of its logarithm.
     *
     * @param density \( n \) [1/m&sup3;], in the range measured
     * @return relative standard error [1]
     * @throws IllegalArgumentException if {@code density} is outside the range measured
     */
    public double sitesPerEnergyError(double density) {
        return fit.logarithmicSlopeError(place(density));
    }

    /**
     * Returns how well the smoothed diffusivity fits.
     *
     * @return \( \chi^2 \), sum of squared deviations over the errors given [1]
     */
    public double chiSquare() {
        return fit.chiSquare();
    }

    /**
     * Returns how many parameters the smoothed curve is worth.
     *
     * @return trace of the smoother [1], between 3 and the number of points
     */
    public double effectiveParameters() {
        return fit.effectiveParameters();
    }

    /**
     * Returns the factor of the penalty.
     *
     * @return \( \lambda \) [1]
     */
    public double penalty() {
        return fit.penalty();
    }

    private double place(double density) {
        if (density >= least && density <= greatest) {
            return Math.log(density / least);
        }
        throw new IllegalArgumentException(
                String.format(Locale.ROOT, "density must be in [%s, %s] 1/m^3: %s", least, greatest, density));
    }
}
