package org.npp.cait.fit;

import java.util.ArrayList;
import java.util.List;

/** Standard errors of the logarithm of a diffusivity at nodes, linear between them. Immutable, thread-safe. */
final class NodalErrors {
    /** Points of a decade at which ranges are looked for. */
    private static final int POINTS_PER_DECADE = 40;

    /** Logarithms of the fractions of the nodes. */
    private final double[] nodes;

    private final double[] errors;

    NodalErrors(double[] nodes, double[] errors) {
        this.nodes = nodes;
        this.errors = errors;
    }

    double at(double fraction) {
        final double[] weights = new double[nodes.length];
        NodalDiffusivity.weights(nodes, Math.log(fraction), weights);
        double error = 0;
        for (int k = 0; k < weights.length; k++) {
            error += weights[k] * errors[k];
        }
        return error;
    }

    boolean constrained(double fraction) {
        return fraction >= Identifiability.LEAST && at(fraction) <= Identifiability.LIMIT;
    }

    /** Fractions at which the error is below the limit, in increasing order. */
    List<Identifiability.Range> ranges() {
        final int count = (int) Math.round(POINTS_PER_DECADE * -Math.log10(Identifiability.LEAST));
        final List<Identifiability.Range> ranges = new ArrayList<>();
        double begin = Double.NaN;
        double last = Double.NaN;
        for (int k = 0; k <= count; k++) {
            final double fraction = Math.pow(Identifiability.LEAST, 1 - (double) k / count);
            if (constrained(fraction)) {
                begin = Double.isNaN(begin) ? fraction : begin;
                last = fraction;
            } else if (!Double.isNaN(begin)) {
                ranges.add(new Identifiability.Range(begin, last));
                begin = Double.NaN;
            }
        }
        if (!Double.isNaN(begin)) {
            ranges.add(new Identifiability.Range(begin, last));
        }
        return List.copyOf(ranges);
    }
}
