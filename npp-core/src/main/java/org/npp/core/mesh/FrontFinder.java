package org.npp.core.mesh;

/**
 * Finds fronts in profiles: the places where an ion's fraction passes half of its largest value.
 *
 * <p>Fronts closer to each other than their widths are one, the first ion's. Not thread-safe; {@link #find} allocates
 * nothing.
 */
final class FrontFinder {
    /** Nodes on either side of a front among which its largest slope is sought. */
    private static final int NEIGHBOURS = 8;

    private final int ions;
    private final double least;

    /** Depths of the fronts [m]. */
    final double[] position;

    /** Largest fraction over largest slope of each front [m]. */
    final double[] width;

    /** The ion each front was found by. */
    final int[] ion;

    /** Number of fronts found. */
    int count;

    /**
     * Creates a finder.
     *
     * @param ions number of ions
     * @param least least largest fraction of an ion that has fronts [1]
     * @param most most fronts; more are left out
     */
    FrontFinder(int ions, double least, int most) {
        this.ions = ions;
        this.least = least;
        position = new double[most];
        width = new double[most];
        ion = new int[most];
    }

    /**
     * Finds the fronts of all ions.
     *
     * @param x node positions [m]. Not modified.
     * @param fraction fractions {@code [node * ions + ion]}. Not modified.
     */
    void find(double[] x, double[] fraction) {
        count = 0;
        for (int i = 0; i < ions; i++) {
            double largest = 0;
            for (int k = 0; k < x.length; k++) {
                largest = Math.max(largest, fraction[k * ions + i]);
            }
            for (int k = 1; largest >= least && k < x.length; k++) {
                final double left = fraction[(k - 1) * ions + i] - 0.5 * largest;
                final double right = fraction[k * ions + i] - 0.5 * largest;
                if (left < 0 != right < 0) {
                    final double at = x[k - 1] + (x[k] - x[k - 1]) * (left / (left - right));
                    addUnlessKnown(at, width(x, fraction, i, k, largest), i);
                }
            }
        }
    }

    private double width(double[] x, double[] fraction, int i, int edge, double largest) {
        double slope = 0;
        for (int k = Math.max(1, edge - NEIGHBOURS); k <= Math.min(x.length - 1, edge + NEIGHBOURS); k++) {
            final double difference = fraction[k * ions + i] - fraction[(k - 1) * ions + i];
            slope = Math.max(slope, Math.abs(difference) / (x[k] - x[k - 1]));
        }
        return largest / slope;
    }

    private void addUnlessKnown(double at, double wide, int foundBy) {
        for (int j = 0; j < count; j++) {
            if (Math.abs(position[j] - at) <= Math.max(wide, width[j])) {
                return;
            }
        }
        if (count < position.length) {
            position[count] = at;
            width[count] = wide;
            ion[count] = foundBy;
            count++;
        }
    }

    /** Removes a front from those found. */
    void remove(int front) {
        count--;
        for (int j = front; j < count; j++) {
            position[j] = position[j + 1];
            width[j] = width[j + 1];
            ion[j] = ion[j + 1];
        }
    }
}
