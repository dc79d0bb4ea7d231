package org.npp.sed.shape;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.npp.sed.SiteEnergyDistribution;
import org.npp.sed.internal.GaussLegendre;
import org.npp.sed.internal.Require;

/**
 * Site energy distribution given by points of its density: a monotone cubic through the cumulative, so that the density
 * is nowhere negative.
 *
 * <p>Between two energies, with \( t \) from 0 to 1 and \( a, b \) the densities at the ends,
 *
 * <p>\[ g(t) = a(1 - t) + bt + c\,t(1 - t), \qquad c = \max\left(\tfrac h2(a' - b'),\ -(\sqrt a + \sqrt b)^2\right) \]
 *
 * <p>with \( h \) [J] the distance and \( a', b' \) the slopes of the monotone cubic (Hyman's limit on the
 * parabola's slope) through the densities: the cumulative is a cubic whose increments are of fourth order in \( h \), the density is continuous and
 * meets every point. The densities are scaled so that they integrate to 1; outside the table there are no sites. It has
 * no parameters.
 *
 * <p><strong>Accuracy.</strong> Shares and their inverses agree within 1e-14; in the first interval from the bottom and
 * in the last from the top relative, down to shares of 1e-300. A Gaussian tabulated at a tenth of its standard deviation is
 * met to 1e-4 of the maximum of its density and 1e-5 of its cumulative; see {@code TableSedTest}.
 * <strong>Threading.</strong> Instances are immutable and thread-safe.
 *
 * @see <a href="https://doi.org/10.1137/0717021">Fritsch and Carlson, SIAM J. Numer. Anal. 17, 238 (1980)</a>
 * @see <a href="https://doi.org/10.1137/0904045">Hyman, SIAM J. Sci. Stat. Comput. 4, 645 (1983)</a>
 */
public final class TableSed implements SiteEnergyDistribution {
    /** Newton steps to a local root; bisection joins in where one leaves its bracket. */
    private static final int MAX_STEPS = 100;

    /** Energies [J]. */
    private final double[] energy;

    /** Densities [1/J]. */
    private final double[] g;

    /** Curvature coefficients c, one per interval [1/J]. */
    private final double[] c;

    /** Share of the sites below each energy [1]. */
    private final double[] below;

    /** Share of the sites above each energy [1]. */
    private final double[] above;

    /** Mean energy [J]. */
    private final double mean;

    /** Standard deviation [J]. */
    private final double deviation;

    private TableSed(double[] energy, double[] densities) {
        this.energy = energy;
        this.g = densities;
        final int last = energy.length - 1;
        this.c = curvatures(energy, g);
        double total = 0;
        for (int i = 0; i < last; i++) {
            total += increment(i);
        }
        for (int i = 0; i <= last; i++) {
            g[i] /= total;
        }
        for (int i = 0; i < last; i++) {
            c[i] /= total;
        }
        this.below = new double[last + 1];
        this.above = new double[last + 1];
        for (int i = 0; i < last; i++) {
            below[i + 1] = below[i] + increment(i);
            above[last - 1 - i] = above[last - i] + increment(last - 1 - i);
        }
        this.mean = energy[0] + moment(energy[0], 1);
        this.deviation = Math.sqrt(moment(mean, 2));
    }

    /**
     * Creates the shape.
     *
     * @param energies energies [J], at least two, finite, increasing strictly. Not modified.
     * @param densities density of sites at each, in any unit, finite, \( \ge 0 \), not all 0. Not modified.
     * @return the shape
     * @throws IllegalArgumentException if the lengths differ or a value is outside its range
     */
    public static TableSed of(double[] energies, double[] densities) {
        if (energies.length < 2 || energies.length != densities.length) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "energies and densities must be equally many and at least 2: %d and %d",
                    energies.length,
                    densities.length));
        }
        int first = Integer.MAX_VALUE;
        int last = -1;
        for (int i = 0; i < energies.length; i++) {
            Require.finite("energies[" + i + "]", energies[i], "J");
            if (!(densities[i] >= 0 && densities[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        String.format(Locale.ROOT, "densities must be finite and >= 0: [%d] = %s", i, densities[i]));
            }
            if (i > 0 && !(energies[i] > energies[i - 1])) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "energies must increase strictly: [%d] = %s J, [%d] = %s J",
                        i - 1,
                        energies[i - 1],
                        i,
                        energies[i]));
            }
            if (densities[i] > 0) {
                first = Math.min(first, i);
                last = i;
            }
        }
        if (last < 0) {
            throw new IllegalArgumentException("densities must not all be 0");
        }
        final int from = Math.max(0, first - 1);
        final int to = Math.min(energies.length, last + 2);
        return new TableSed(Arrays.copyOfRange(energies, from, to), Arrays.copyOfRange(densities, from, to));
    }

    private static double[] curvatures(double[] energy, double[] g) {
        final int intervals = energy.length - 1;
        final double[] slope = new double[intervals + 1];
        for (int i = 1; i < intervals; i++) {
            final double h0 = energy[i] - energy[i - 1];
            final double h1 = energy[i + 1] - energy[i];
            final double s0 = (g[i] - g[i - 1]) / h0;
            final double s1 = (g[i + 1] - g[i]) / h1;
            final double parabola = (h1 * s0 + h0 * s1) / (h0 + h1);
            final double bound = 3 * Math.min(Math.abs(s0), Math.abs(s1));
            slope[i] = s0 * s1 > 0 ? Math.copySign(Math.min(Math.abs(parabola), bound), s0) : 0;
        }
        slope[0] = (g[1] - g[0]) / (energy[1] - energy[0]);
        slope[intervals] = (g[intervals] - g[intervals - 1]) / (energy[intervals] - energy[intervals - 1]);
        final double[] c = new double[intervals];
        for (int i = 0; i < intervals; i++) {
            final double roots = Math.sqrt(g[i]) + Math.sqrt(g[i + 1]);
            c[i] = Math.max(0.5 * (energy[i + 1] - energy[i]) * (slope[i] - slope[i + 1]), -roots * roots);
        }
        return c;
    }

    private double increment(int i) {
        return (energy[i + 1] - energy[i]) * (0.5 * (g[i] + g[i + 1]) + c[i] / 6);
    }

    private double moment(double about, int order) {
        return GaussLegendre.integrate(
                e -> density(e) * Math.pow(e - about, order), energy, energy[0], energy[energy.length - 1]);
    }

    /** Interval of an energy inside the table: the greatest index whose energy is not above it, but not the last. */
    private static int interval(double[] increasing, double value) {
        int low = 0;
        int high = increasing.length - 1;
        while (high - low > 1) {
            final int middle = (low + high) >>> 1;
            if (increasing[middle] <= value) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean inside(double e) {
        return e >= energy[0] && e <= energy[energy.length - 1];
    }

    @Override
    public double density(double e) {
        if (!inside(e)) {
            return 0;
        }
        final int i = interval(energy, e);
        final double t = (e - energy[i]) / (energy[i + 1] - energy[i]);
        return Math.max(0, g[i] * (1 - t) + g[i + 1] * t + c[i] * t * (1 - t));
    }

    @Override
    public double logDensity(double e) {
        return Math.log(density(e));
    }

    /** Integral over the first share t of an interval of unit length, a and b the densities at its ends. */
    private static double part(double t, double a, double b, double c) {
        return t * (a + t * (0.5 * (b - a + c) - t * c / 3));
    }

    @Override
    public double cumulative(double e) {
        if (!inside(e)) {
            return e < energy[0] ? 0 : 1;
        }
        final int i = interval(energy, e);
        final double h = energy[i + 1] - energy[i];
        return Math.min(1, below[i] + h * part((e - energy[i]) / h, g[i], g[i + 1], c[i]));
    }

    @Override
    public double complementaryCumulative(double e) {
        if (!inside(e)) {
            return e < energy[0] ? 1 : 0;
        }
        final int i = interval(energy, e);
        final double h = energy[i + 1] - energy[i];
        return Math.min(1, above[i + 1] + h * part((energy[i + 1] - e) / h, g[i + 1], g[i], c[i]));
    }

    @Override
    public double quantile(double probability) {
        return Require.probability(probability) <= 0.5 ? low(probability) : high(1 - probability);
    }

    @Override
    public double complementaryQuantile(double probability) {
        return Require.probability(probability) <= 0.5 ? high(probability) : low(1 - probability);
    }

    private double low(double p) {
        final int i = interval(below, p);
        final double h = energy[i + 1] - energy[i];
        return energy[i] + h * place((p - below[i]) / h, g[i], g[i + 1], c[i]);
    }

    private double high(double q) {
        int i = 0;
        int end = above.length - 1;
        while (end - i > 1) {
            final int middle = (i + end) >>> 1;
            if (above[middle] > q) {
                i = middle;
            } else {
                end = middle;
            }
        }
        final double h = energy[i + 1] - energy[i];
        return energy[i + 1] - h * place((q - above[i + 1]) / h, g[i + 1], g[i], c[i]);
    }

    /** Inverse of {@link #part}. */
    private static double place(double target, double a, double b, double c) {
        if (target <= 0) {
            return 0;
        }
        double low = 0;
        double high = 1;
        final double root = a + Math.sqrt(a * a + 2 * target * Math.max(0, b - a + c));
        double t = root > 0 ? Math.min(1, 2 * target / root) : 0.5;
        for (int k = 0; k < MAX_STEPS; k++) {
            final double excess = part(t, a, b, c) - target;
            if (excess > 0) {
                high = t;
            } else {
                low = t;
            }
            final double step = excess / (a * (1 - t) + b * t + c * t * (1 - t));
            if (excess == 0 || Math.abs(step) <= 0x1p-54 * t) {
                return t;
            }
            final double next = t - step;
            t = next > low && next < high ? next : 0.5 * (low + high);
        }
        return t;
    }

    @Override
    public double[] breakpoints() {
        return Arrays.copyOfRange(energy, 1, energy.length - 1);
    }

    @Override
    public double mean() {
        return mean;
    }

    @Override
    public double standardDeviation() {
        return deviation;
    }

    @Override
    public double mode() {
        double best = energy[0];
        for (int i = 0; i < c.length; i++) {
            final double t = c[i] > 0 ? Math.min(1, Math.max(0, 0.5 + 0.5 * (g[i + 1] - g[i]) / c[i])) : 0;
            for (double candidate : new double[] {energy[i] + t * (energy[i + 1] - energy[i]), energy[i + 1]}) {
                best = density(candidate) > density(best) ? candidate : best;
            }
        }
        return best;
    }

    @Override
    public List<String> parameterNames() {
        return List.of();
    }

    @Override
    public void quantileByParameters(double energy, double[] byParameter) {
        // A table has none.
    }
}
