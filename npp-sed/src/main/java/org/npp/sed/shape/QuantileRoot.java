package org.npp.sed.shape;

import org.npp.sed.SiteEnergyDistribution;

/**
 * Quantile of a shape that has none in closed form: Newton's method on the logarithm of the share, inside a bracket.
 *
 * <p>In the logarithm an error of one ulp is worth \( |\ln p|\,2^{-52}\,G/g \), about an ulp of the energy in a Gaussian
 * tail.
 */
final class QuantileRoot {
    /** Bound on the steps; bisection alone needs fewer. */
    private static final int MAX_STEPS = 200;

    /** Error of the logarithm that one more step takes below rounding. */
    private static final double LAST = 1e-10;

    /** No instances. */
    private QuantileRoot() {}

    /** Energy [J] between {@code low} and {@code high} below which the share {@code p} lies. */
    static double lower(SiteEnergyDistribution shape, double p, double low, double high) {
        return solve(shape, Math.log(p), true, low, high);
    }

    /** Energy [J] between {@code low} and {@code high} above which the share {@code q} lies. */
    static double upper(SiteEnergyDistribution shape, double q, double low, double high) {
        return solve(shape, Math.log(q), false, low, high);
    }

    private static double solve(SiteEnergyDistribution shape, double target, boolean below, double low, double high) {
        double a = low;
        double b = high;
        double energy = a + 0.5 * (b - a);
        for (int k = 0; k < MAX_STEPS && b > a; k++) {
            final double log = below ? shape.logCumulative(energy) : shape.logComplementaryCumulative(energy);
            final double excess = below ? log - target : target - log;
            if (excess > 0) {
                b = energy;
            } else {
                a = energy;
            }
            final double slope = Math.exp(shape.logDensity(energy) - log);
            final double next = energy - excess / slope;
            if (Math.abs(excess) <= LAST && Math.abs(next) < Double.POSITIVE_INFINITY) {
                return Math.min(high, Math.max(low, next));
            }
            final double middle = a + 0.5 * (b - a);
            if (middle <= a || middle >= b) {
                return energy;
            }
            energy = next > a && next < b ? next : middle;
        }
        return energy;
    }
}
