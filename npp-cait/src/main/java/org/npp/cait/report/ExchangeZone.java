package org.npp.cait.report;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.npp.cait.CaitCase;
import org.npp.cait.CaitResult;
import org.npp.core.NppState;

/**
 * The part of a profile where ions were exchanged: the native fraction \( c = \sum n_{native}/N \), the front, and the
 * plateau behind it.
 *
 * <p>Between nodes the native fraction is taken as linear. <strong>Threading.</strong> Instances are immutable and
 * thread-safe.
 */
public final class ExchangeZone {
    /** Native fraction at the front. */
    private static final double FRONT_FRACTION = 0.5;

    /** Change of the native fraction below which the glass counts as virgin. */
    private static final double VIRGIN = 0.01;

    /** Depth shown, over that of the front. */
    private static final double SHOWN = 1.3;

    /** Depths of the nodes [m]. */
    private final double[] depth;

    /** Native fraction at the nodes. */
    private final double[] fraction;

    private ExchangeZone(double[] depth, double[] fraction) {
        this.depth = depth;
        this.fraction = fraction;
    }

    /**
     * Finds the zone in the final profile of a run.
     *
     * @param result the run
     * @return its zone
     */
    public static ExchangeZone of(CaitResult result) {
        return of(result.experiment(), result.finalState());
    }

    /**
     * Finds the zone in a profile.
     *
     * @param experiment the case the profile belongs to
     * @param state the profile
     * @return its zone
     */
    public static ExchangeZone of(CaitCase experiment, NppState state) {
        final List<Integer> natives = IntStream.range(0, experiment.ions().size())
                .filter(i -> experiment.ions().get(i).isNative())
                .boxed()
                .toList();
        final double[] fraction = new double[state.mesh().size()];
        for (int k = 0; k < fraction.length; k++) {
            for (final int ion : natives) {
                fraction[k] += state.density(ion, k) / experiment.bulkDensity();
            }
        }
        return new ExchangeZone(state.mesh().toArray(), fraction);
    }

    /**
     * Returns the native fraction at a depth.
     *
     * @param x depth [m], in the sample
     * @return \( c(x) \) [1]
     */
    public double nativeFraction(double x) {
        return interpolated(depth, fraction, x);
    }

    /** The value at a depth, linear between nodes. */
    static double interpolated(double[] depth, double[] values, double x) {
        int k = 1;
        while (k < depth.length - 1 && depth[k] < x) {
            k++;
        }
        final double share = (x - depth[k - 1]) / (depth[k] - depth[k - 1]);
        return values[k - 1] + share * (values[k] - values[k - 1]);
    }

    /** Native fraction at the nodes, a copy. */
    double[] nativeFractions() {
        return fraction.clone();
    }

    /**
     * Returns the least native fraction of all nodes.
     *
     * @return least \( c \) [1]
     */
    public double leastFraction() {
        double least = fraction[0];
        for (final double c : fraction) {
            least = Math.min(least, c);
        }
        return least;
    }

    /**
     * Returns the depth of the front.
     *
     * @return deepest depth at which the native fraction is 0.5 [m]; empty if there is none
     */
    public OptionalDouble frontDepth() {
        return deepest(FRONT_FRACTION);
    }

    /**
     * Returns the width of the front.
     *
     * @return one over the steepest rise of the native fraction between nodes, behind twice the depth of the front [m];
     *     empty if there is no front
     */
    public OptionalDouble frontWidth() {
        final OptionalDouble front = frontDepth();
        double steepest = 0;
        for (int k = 1; k < depth.length && front.isPresent() && depth[k - 1] < 2 * front.getAsDouble(); k++) {
            steepest = Math.max(steepest, (fraction[k] - fraction[k - 1]) / (depth[k] - depth[k - 1]));
        }
        return steepest > 0 ? OptionalDouble.of(1 / steepest) : OptionalDouble.empty();
    }

    /**
     * Returns the place of the plateau behind the front: where the native fraction changes least with depth, between
     * half the depth of the front and the front.
     *
     * @return depth of the middle of the flattest piece between nodes [m]; empty if there is no front
     */
    public OptionalDouble plateauDepth() {
        final OptionalDouble front = frontDepth();
        double flattest = Double.POSITIVE_INFINITY;
        OptionalDouble place = OptionalDouble.empty();
        for (int k = 1; k < depth.length && front.isPresent() && depth[k] < front.getAsDouble(); k++) {
            final double slope = Math.abs((fraction[k] - fraction[k - 1]) / (depth[k] - depth[k - 1]));
            final double middle = 0.5 * (depth[k] + depth[k - 1]);
            if (middle > 0.5 * front.getAsDouble() && slope < flattest) {
                flattest = slope;
                place = OptionalDouble.of(middle);
            }
        }
        return place;
    }

    /**
     * Returns the depth down to which a plot shows all that has changed.
     *
     * @return 1.3 times the depth of the front, or without one of the deepest change of 1 %, at most the thickness; if
     *     nothing changed, the thickness [m]
     */
    public double depthShown() {
        final OptionalDouble front = frontDepth();
        final OptionalDouble last = front.isPresent() ? front : deepest(1 - VIRGIN);
        final double thickness = depth[depth.length - 1];
        return last.isPresent() && last.getAsDouble() > 0 ? Math.min(thickness, SHOWN * last.getAsDouble()) : thickness;
    }

    /** The deepest place at which the native fraction is the given one. */
    private OptionalDouble deepest(double level) {
        for (int k = depth.length - 1; k > 0; k--) {
            final double here = fraction[k] - level;
            final double before = fraction[k - 1] - level;
            if (here == 0) {
                return OptionalDouble.of(depth[k]);
            }
            if (here > 0 != before > 0) {
                final double share = before / (before - here);
                return OptionalDouble.of(depth[k - 1] + share * (depth[k] - depth[k - 1]));
            }
        }
        return fraction[0] == level ? OptionalDouble.of(0) : OptionalDouble.empty();
    }
}
