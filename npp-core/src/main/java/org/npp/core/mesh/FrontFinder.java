package org.npp.core.mesh;

/**
 * Finds fronts in profiles: the places where an ion's fraction passes half of its largest value.
 *
 * <p>Fronts closer to each other than their widths are one, the first ion's unless {@link #prefer} says otherwise. Not
 * thread-safe; {@link #find} allocates nothing.
 */
final class FrontFinder {
    /** Nodes on either side of a front among which its largest slope is sought. */
    private static final int NEIGHBOURS = 8;

    /** How much sharper a part of a front is that counts in its place. */
    private static final double MUCH_SHARPER = 2;

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
            final double largest = largest(fraction, i);
            for (int k = 1; largest >= least && k < x.length; k++) {
                if (isPassed(fraction, i, k, largest)) {
                    addUnlessKnown(place(x, fraction, i, k, largest), width(x, fraction, i, k, largest), i);
                }
            }
        }
    }

    /**
     * Takes, in the place of a front found by another ion, the part of it that an ion makes, if that is much sharper.
     *
     * @param x node positions [m]. Not modified.
     * @param fraction fractions {@code [node * ions + ion]}. Not modified.
     * @param front the front found
     * @param own the ion
     * @param near where its front is to be [m]
     */
    void prefer(double[] x, double[] fraction, int front, int own, double near) {
        final double largest = largest(fraction, own);
        final double sharp = width[front] / MUCH_SHARPER;
        double distance = Double.POSITIVE_INFINITY;
        for (int k = 1; largest >= least && k < x.length; k++) {
            if (isPassed(fraction, own, k, largest)) {
                final double at = place(x, fraction, own, k, largest);
                final double wide = width(x, fraction, own, k, largest);
                if (Math.abs(at - near) < distance && wide < sharp) {
                    distance = Math.abs(at - near);
                    position[front] = at;
                    width[front] = wide;
                    ion[front] = own;
                }
            }
        }
    }

    private double largest(double[] fraction, int i) {
        double largest = 0;
        for (int at = i; at < fraction.length; at += ions) {
            largest = Math.max(largest, fraction[at]);
        }
        return largest;
    }

    /** Whether half of an ion's largest fraction is passed between a node and the one before. */
    private boolean isPassed(double[] fraction, int i, int k, double largest) {
        return fraction[(k - 1) * ions + i] < 0.5 * largest != fraction[k * ions + i] < 0.5 * largest;
    }

    private double place(double[] x, double[] fraction, int i, int k, double largest) {
        final double left = fraction[(k - 1) * ions + i] - 0.5 * largest;
        final double right = fraction[k * ions + i] - 0.5 * largest;
        return x[k - 1] + (x[k] - x[k - 1]) * (left / (left - right));
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
