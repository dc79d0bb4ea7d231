package org.npp.sed.shape;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import org.npp.sed.SiteEnergyDistribution;
import org.npp.sed.internal.AdaptivePanels;
import org.npp.sed.internal.GaussLegendre;
import org.npp.sed.internal.Require;

/**
 * Any density of sites a user writes down as a function, between two energies.
 *
 * <p>\[ G(E) = \frac{\int_{E_0}^E f\,dE'}{\int_{E_0}^{E_1} f\,dE'} \]
 *
 * <p>The function need not be normalised. It is integrated by a 16-point Gauss&ndash;Legendre rule on pieces that are
 * halved until each is resolved to 1e-12 of its own share, so that a tail down to 1e-300 keeps its digits; both shares,
 * below and above an energy, are sums of positive terms. Jumps and kinks are best given as breakpoints. It has no
 * parameters: whoever wants derivatives implements {@link SiteEnergyDistribution}.
 *
 * <p><strong>Accuracy.</strong> For a function smooth between the breakpoints shares are within 1e-13 relative, quantiles
 * as the shares; see {@code DensitySedTest}. Structure narrower than 1/1000 of the range needs a breakpoint inside it.
 * <strong>Threading.</strong> Thread-safe and free of allocation if the function is.
 *
 * <pre>{@code
 * SiteEnergyDistribution lorentzian = DensitySed.of(e -> 1 / (1 + e * e / (w * w)), -20 * w, 20 * w);
 * }</pre>
 */
public final class DensitySed implements SiteEnergyDistribution {
    /** Number of equal pieces the range is cut into at first. */
    private static final int PIECES = 64;

    /** Steps of the search for the maximum between two points, each of which leaves 0.62 of the interval. */
    private static final int GOLDEN_STEPS = 60;

    /** Inverse golden ratio. */
    private static final double GOLDEN = 0.6180339887498949;

    /** The function. */
    private final DoubleUnaryOperator function;

    /** Its integral. */
    private final double total;

    /** Ends of the pieces [J]. */
    private final double[] edges;

    /** The user's breakpoints [J]. */
    private final double[] breakpoints;

    /** Share below each end, from the bottom. */
    private final double[] below;

    /** Share above each end, from the top. */
    private final double[] above;

    /** Mean [J]. */
    private final double mean;

    /** Standard deviation [J]. */
    private final double deviation;

    /** Energy of the greatest density [J]. */
    private final double mode;

    private DensitySed(DoubleUnaryOperator function, double[] edges, double[] breakpoints) {
        this.function = function;
        this.edges = edges;
        this.breakpoints = breakpoints;
        final int last = edges.length - 1;
        this.below = new double[last + 1];
        this.above = new double[last + 1];
        final double[] part = new double[last];
        for (int k = 0; k < last; k++) {
            part[k] = GaussLegendre.integrate(function, edges[k], edges[k + 1]);
            below[k + 1] = below[k] + part[k];
        }
        this.total = Require.positive("integral of the density", below[last], "");
        for (int k = last - 1; k >= 0; k--) {
            above[k] = above[k + 1] + part[k] / total;
            below[k + 1] /= total;
        }
        this.mean = edges[0] + moment(edges[0], 1);
        this.deviation = Math.sqrt(moment(mean, 2));
        this.mode = highest();
    }

    /**
     * Creates the shape.
     *
     * @param density density of sites against energy [J], in any unit, finite, \( \ge 0 \), not 0 everywhere
     * @param lowest least energy of a site [J], finite
     * @param highest greatest energy of a site [J], finite, above {@code lowest}
     * @param breakpoints energies between them at which the density jumps or has a kink [J], in any order. Not modified.
     * @return the shape
     * @throws IllegalArgumentException if an energy is outside its range or the density is negative or not finite where it
     *     is evaluated
     */
    public static DensitySed of(DoubleUnaryOperator density, double lowest, double highest, double... breakpoints) {
        Require.finite("lowest", lowest, "J");
        Require.finite("highest", highest, "J");
        if (!(highest > lowest)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "highest must be above lowest = %s J: %s J", lowest, highest));
        }
        final double[] sorted = breakpoints.clone();
        Arrays.sort(sorted);
        for (double point : sorted) {
            if (!(point > lowest && point < highest)) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT, "breakpoints must be between %s J and %s J: %s J", lowest, highest, point));
            }
        }
        final double[] seeds = Arrays.copyOf(sorted, sorted.length + PIECES + 1);
        for (int k = 0; k < PIECES; k++) {
            seeds[sorted.length + k] = lowest + (highest - lowest) * k / PIECES;
        }
        seeds[sorted.length + PIECES] = highest;
        return new DensitySed(density, AdaptivePanels.edges(e -> checked(density, e), seeds), sorted);
    }

    private static double checked(DoubleUnaryOperator density, double energy) {
        final double value = density.applyAsDouble(energy);
        if (value >= 0 && value < Double.POSITIVE_INFINITY) {
            return value;
        }
        throw new IllegalArgumentException(
                String.format(Locale.ROOT, "density must be finite and >= 0: %s at %s J", value, energy));
    }

    private double moment(double about, int order) {
        return GaussLegendre.integrate(
                e -> density(e) * Math.pow(e - about, order), edges, edges[0], edges[edges.length - 1]);
    }

    private double highest() {
        int best = 0;
        for (int k = 1; k < edges.length; k++) {
            best = density(edges[k]) > density(edges[best]) ? k : best;
        }
        double low = edges[Math.max(0, best - 1)];
        double high = edges[Math.min(edges.length - 1, best + 1)];
        for (int k = 0; k < GOLDEN_STEPS; k++) {
            final double left = high - GOLDEN * (high - low);
            final double right = low + GOLDEN * (high - low);
            if (density(left) > density(right)) {
                high = right;
            } else {
                low = left;
            }
        }
        final double found = 0.5 * (low + high);
        return density(found) > density(edges[best]) ? found : edges[best];
    }

    private boolean inside(double energy) {
        return energy >= edges[0] && energy <= edges[edges.length - 1];
    }

    /** The piece that holds a value of an increasing array. */
    private static int piece(double[] increasing, double value) {
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

    @Override
    public double density(double energy) {
        return inside(energy) ? function.applyAsDouble(energy) / total : 0;
    }

    @Override
    public double logDensity(double energy) {
        return inside(energy) ? Math.log(function.applyAsDouble(energy)) - Math.log(total) : Double.NEGATIVE_INFINITY;
    }

    @Override
    public double cumulative(double energy) {
        if (!inside(energy)) {
            return energy < edges[0] ? 0 : 1;
        }
        final int k = piece(edges, energy);
        return Math.min(1, below[k] + GaussLegendre.integrate(function, edges[k], energy) / total);
    }

    @Override
    public double complementaryCumulative(double energy) {
        if (!inside(energy)) {
            return energy < edges[0] ? 1 : 0;
        }
        final int k = piece(edges, energy);
        return Math.min(1, above[k + 1] + GaussLegendre.integrate(function, energy, edges[k + 1]) / total);
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
        final int k = piece(below, p);
        return p > 0 ? QuantileRoot.lower(this, p, edges[k], edges[k + 1]) : edges[0];
    }

    private double high(double q) {
        int k = 0;
        int end = above.length - 1;
        while (end - k > 1) {
            final int middle = (k + end) >>> 1;
            if (above[middle] > q) {
                k = middle;
            } else {
                end = middle;
            }
        }
        return q > 0 ? QuantileRoot.upper(this, q, edges[k], edges[k + 1]) : edges[edges.length - 1];
    }

    @Override
    public double[] breakpoints() {
        return breakpoints.clone();
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
        return mode;
    }

    @Override
    public List<String> parameterNames() {
        return List.of();
    }

    @Override
    public void quantileByParameters(double energy, double[] byParameter) {
        // A plain function has none.
    }
}
