package org.npp.cait;

import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.npp.core.NppState;

/** Distance of two computed profiles: the mean over the exchanged depth of the difference of the fractions. */
final class ProfileDifference {
    /** Profiles are compared down to this multiple of the depth of exchange. */
    private static final double REACH = 1.5;

    private ProfileDifference() {}

    /**
     * Returns \( \frac 1d \int_0^{1.5 d} |c - c'| dx \), with \( d \) the depth at which the foreign ions found would be
     * alone, both profiles linear between their nodes, for the ion that differs most.
     *
     * @return difference [1]; empty if hardly any ion was exchanged
     */
    static OptionalDouble of(CaitCase experiment, NppState a, NppState b) {
        final double depth = exchangedDepth(experiment, a);
        final double reach = Math.min(experiment.sample().thickness(), REACH * depth);
        if (!(depth > 1e-12 * experiment.sample().thickness())) {
            return OptionalDouble.empty();
        }
        final TreeSet<Double> places = new TreeSet<>();
        addNodes(places, a, reach);
        addNodes(places, b, reach);
        places.add(reach);
        double largest = 0;
        for (int i = 0; i < a.ionCount(); i++) {
            largest = Math.max(largest, area(places, new Cursor(experiment, a, i), new Cursor(experiment, b, i)));
        }
        return OptionalDouble.of(largest / depth);
    }

    /** Integral of the difference of one ion's fractions [m]. */
    private static double area(Set<Double> places, Cursor first, Cursor second) {
        double sum = 0;
        double from = 0;
        double left = Math.abs(first.fraction(0) - second.fraction(0));
        for (final double x : places) {
            final double right = Math.abs(first.fraction(x) - second.fraction(x));
            sum += 0.5 * (left + right) * (x - from);
            from = x;
            left = right;
        }
        return sum;
    }

    private static void addNodes(Set<Double> places, NppState state, double reach) {
        for (int k = 1; k < state.mesh().size() && state.mesh().node(k) < reach; k++) {
            places.add(state.mesh().node(k));
        }
    }

    /** Depth of the native ions that are missing [m]. */
    private static double exchangedDepth(CaitCase experiment, NppState state) {
        double missing = 0;
        for (int k = 1; k < state.mesh().size(); k++) {
            final double mean = 0.5 * (nativeFraction(experiment, state, k - 1) + nativeFraction(experiment, state, k));
            missing += (1 - mean) * (state.mesh().node(k) - state.mesh().node(k - 1));
        }
        return missing;
    }

    private static double nativeFraction(CaitCase experiment, NppState state, int node) {
        double sum = 0;
        for (int i = 0; i < state.ionCount(); i++) {
            sum += experiment.ions().get(i).isNative() ? state.density(i, node) : 0;
        }
        return sum / experiment.bulkDensity();
    }

    /** Reads the profile of an ion at increasing depths. */
    private static final class Cursor {
        private final double bulk;
        private final NppState state;
        private final int ion;
        private int node;

        Cursor(CaitCase experiment, NppState state, int ion) {
            bulk = experiment.bulkDensity();
            this.state = state;
            this.ion = ion;
        }

        double fraction(double depth) {
            while (node < state.mesh().size() - 2 && state.mesh().node(node + 1) < depth) {
                node++;
            }
            final double from = state.mesh().node(node);
            final double share = (depth - from) / (state.mesh().node(node + 1) - from);
            final double left = state.density(ion, node);
            return (left + share * (state.density(ion, node + 1) - left)) / bulk;
        }
    }
}
