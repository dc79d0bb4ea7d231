package org.npp.core.mesh;

import java.util.ArrayList;
import java.util.List;

/** Finds fronts in profiles: the places where an ion's fraction passes half of its largest value. */
final class FrontFinder {
    /** Nodes on either side of a front among which its largest slope is sought. */
    private static final int NEIGHBOURS = 8;

    private FrontFinder() {}

    /**
     * Returns the fronts of all ions; fronts closer to each other than their widths are one, the first ion's.
     *
     * @param x node positions [m]. Not modified.
     * @param fraction fractions {@code [node * ions + ion]}. Not modified.
     * @param ions number of ions
     * @param least least largest fraction of an ion that has fronts [1]
     * @return fronts with position and width (largest fraction over largest slope), modifiable
     */
    static List<Front> find(double[] x, double[] fraction, int ions, double least) {
        final List<Front> found = new ArrayList<>();
        for (int i = 0; i < ions; i++) {
            double largest = 0;
            for (int k = 0; k < x.length; k++) {
                largest = Math.max(largest, fraction[k * ions + i]);
            }
            for (int k = 1; largest >= least && k < x.length; k++) {
                final double left = fraction[(k - 1) * ions + i] - 0.5 * largest;
                final double right = fraction[k * ions + i] - 0.5 * largest;
                if (left < 0 != right < 0) {
                    final double position = x[k - 1] + (x[k] - x[k - 1]) * (left / (left - right));
                    addUnlessKnown(found, position, width(x, fraction, ions, i, k, largest));
                }
            }
        }
        return found;
    }

    private static double width(double[] x, double[] fraction, int ions, int ion, int edge, double largest) {
        double slope = 0;
        for (int k = Math.max(1, edge - NEIGHBOURS); k <= Math.min(x.length - 1, edge + NEIGHBOURS); k++) {
            final double difference = fraction[k * ions + ion] - fraction[(k - 1) * ions + ion];
            slope = Math.max(slope, Math.abs(difference) / (x[k] - x[k - 1]));
        }
        return largest / slope;
    }

    private static void addUnlessKnown(List<Front> found, double position, double width) {
        for (final Front other : found) {
            if (Math.abs(other.position() - position) <= 2 * Math.max(width, other.width())) {
                return;
            }
        }
        found.add(new Front(position, width));
    }
}
