package org.npp.sed;

import java.util.Locale;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;

/**
 * Numerical full width at half maximum of any density cut off above an energy.
 *
 * <p>Nodes at equal shares of the populated sites are close where the curve is high; the maximum is refined between the
 * neighbours of the highest node, the half-maximum points between the outermost nodes above it and theirs.
 */
final class TruncatedWidth {
    /** Number of shares the populated sites are cut into; structure holding less than one may be missed. */
    private static final int SHARES = 1024;

    /** Bound on the iterations of one search; bisection of any interval needs fewer. */
    private static final int MAX_EVALUATIONS = 2000;

    /** Relative accuracy of a root, in standard deviations. */
    private static final double ROOT_ACCURACY = 1e-14;

    /** Relative accuracy of a maximum's place; the square of it reaches the maximum's value. */
    private static final double MAXIMUM_ACCURACY = 1e-8;

    /** The density. */
    private final SiteEnergyDistribution shape;

    /** Energy unit of the searches [J], so that their tolerances are relative. */
    private final double unit;

    /** Energies of the nodes over {@link #unit}, increasing, the last one the cut. */
    private final double[] nodes;

    private TruncatedWidth(SiteEnergyDistribution shape, double upper) {
        this.shape = shape;
        this.unit = shape.standardDeviation();
        this.nodes = nodes(shape, upper, unit);
    }

    /** The width [J]; {@code upper} [J] is finite and above the lower end of the support. */
    static double of(SiteEnergyDistribution shape, double upper) {
        if (!(shape.cumulative(upper) > 0) || upper == Double.POSITIVE_INFINITY) {
            throw noSiteBelow(upper);
        }
        return new TruncatedWidth(shape, upper).width();
    }

    /** The refusal of a cut that leaves nothing to measure. */
    static IllegalArgumentException noSiteBelow(double upper) {
        return new IllegalArgumentException(String.format(
                Locale.ROOT, "upperEnergy must be finite and above the lower end of the sites: %s J", upper));
    }

    private static double[] nodes(SiteEnergyDistribution shape, double upper, double unit) {
        final double populated = shape.cumulative(upper);
        final double[] u = new double[SHARES + 1];
        for (int k = 1; k < SHARES; k++) {
            u[k] = shape.quantile(populated * k / SHARES) / unit;
        }
        u[SHARES] = upper / unit;
        final double lower = shape.quantile(0) / unit;
        u[0] = lower == Double.NEGATIVE_INFINITY ? belowHalf(shape, populated, u[1], unit) : lower;
        return u;
    }

    /** A place left of {@code u1}, the first share's end, where the density is below half of any maximum. */
    private static double belowHalf(SiteEnergyDistribution shape, double populated, double u1, double unit) {
        double share = populated / SHARES;
        double u = u1;
        // An unbounded tail thins out without limit; halving the share moves outwards until it has.
        final double density = 0.5 * shape.density(u1 * unit);
        while (shape.density(u * unit) >= density && share > Double.MIN_NORMAL) {
            share *= 0.5;
            u = shape.quantile(share) / unit;
        }
        return u;
    }

    private double width() {
        final double half = 0.5 * maximum();
        int left = 0;
        while (left < SHARES && density(nodes[left]) < half) {
            left++;
        }
        int right = SHARES;
        while (right > left && density(nodes[right]) < half) {
            right--;
        }
        final double leftEnd = left == 0 ? nodes[0] : crossing(nodes[left - 1], nodes[left], half);
        final double rightEnd = right == SHARES ? nodes[SHARES] : crossing(nodes[right + 1], nodes[right], half);
        return unit * (rightEnd - leftEnd);
    }

    private double maximum() {
        int best = 0;
        for (int k = 1; k <= SHARES; k++) {
            if (density(nodes[k]) > density(nodes[best])) {
                best = k;
            }
        }
        final SearchInterval around =
                new SearchInterval(nodes[Math.max(0, best - 1)], nodes[Math.min(SHARES, best + 1)], nodes[best]);
        final double refined = new BrentOptimizer(MAXIMUM_ACCURACY, Double.MIN_NORMAL)
                .optimize(
                        new UnivariateObjectiveFunction(this::density), GoalType.MAXIMIZE, around, MaxEval.unlimited())
                .getValue();
        final double mode = shape.mode() / unit;
        final double known = mode <= nodes[SHARES] ? density(mode) : 0;
        return Math.max(Math.max(refined, known), density(nodes[best]));
    }

    /** Where the density passes {@code half} between a lower and a higher place; a step is located as one. */
    private double crossing(double low, double high, double half) {
        final UnivariateFunction excess = u -> density(u) / half - 1;
        return new BrentSolver(ROOT_ACCURACY, ROOT_ACCURACY, ROOT_ACCURACY)
                .solve(MAX_EVALUATIONS, excess, Math.min(low, high), Math.max(low, high));
    }

    private double density(double u) {
        return shape.density(u * unit);
    }
}
