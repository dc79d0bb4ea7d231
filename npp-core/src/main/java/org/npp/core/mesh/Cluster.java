package org.npp.core.mesh;

/**
 * Nodes that follow a front: where they are now and, some time later, where the front is expected.
 *
 * <p>The position is extrapolated from the last three fronts found, the logarithm of the width from the last two. What the
 * nodes and the front differ by decays, in the position within a part of the last step or of the time that the front is
 * followed, in width and weight as the front moves.
 * All is smooth in time, so that the paths of the nodes add little to the error of a step. Mutable and not thread-safe.
 */
final class Cluster {
    /** Time in which the nodes catch up with the front, in units of the last step [1]. */
    private static final double SETTLE_TIME = 0.3;

    /**
     * The same at least, in units of the time since the cluster was born [1]: after a kink of a drive steps are a billion times
     * shorter, and nodes that made up for their delay in one of them would carry a current of their own.
     */
    private static final double SETTLE_AGE = 0.05;

    /** Most the logarithm of the width is extrapolated by. */
    private static final double MOST_GROWTH = 0.3;

    /** Way over which measured positions and widths are forgotten, in half widths of the cluster [1]. */
    private static final double MEMORY = 0.05;

    /** A front faster than this times its mean velocity counts as slower: that is an error of its position [1]. */
    private static final double MOST_ACCELERATION = 1.5;

    /** Way since its birth, in half widths of the cluster, that may be an error of a front's position [1]. */
    private static final double NOISE = 0.1;

    /** Distance between the front and where it is held to be, in half widths that suit it, at which all is learned anew. */
    private static final double LOST = 3;

    /** Difference of the logarithms of its width and what that is held to be, at which it is learned anew. */
    private static final double LOST_WIDTH = 3;

    /** Position of the nodes [m]. */
    double center;

    /** Half width of the cluster [m]. */
    double width;

    /** Weight among the clusters, from 0 for a front just born to 1 [1]. */
    double weight;

    /** Ion the front was found by; -1 before it was. */
    int ion = -1;

    /** Whether its front was found at the last time, or is yet to come. */
    boolean alive;

    /** Position of the front [m]. */
    private final FadingMemory front = FadingMemory.parabola();

    /**
     * Logarithm of the half width that suits the front. By a straight line only: nodes that spread and draw together make
     * errors of the profile, and these are measured as widths again.
     */
    private final FadingMemory logWidth = FadingMemory.line();

    private double goalWeight;
    private double weightPace;
    private double pace;

    /** Where the front was found first [m], and how long it is followed [s]. */
    private double birthplace;

    private double age;
    private double lastStep;

    /** Where the front was to be at the last time [m]. */
    private double expected;

    /** Puts the cluster somewhere, at rest. */
    void rest(double at, double halfWidth, double itsWeight) {
        center = at;
        width = halfWidth;
        weight = itsWeight;
        goalWeight = itsWeight;
        ion = -1;
        alive = true;
        stop();
    }

    /** Lets the cluster stay where it is. */
    void stop() {
        front.start(center);
        expected = center;
        logWidth.start(Math.log(width));
        pace = 0;
        weightPace = 0;
        birthplace = center;
        age = 0;
    }

    /** Takes all from another. */
    void copy(Cluster other) {
        center = other.center;
        width = other.width;
        weight = other.weight;
        ion = other.ion;
        alive = other.alive;
        front.copy(other.front);
        logWidth.copy(other.logWidth);
        goalWeight = other.goalWeight;
        weightPace = other.weightPace;
        pace = other.pace;
        birthplace = other.birthplace;
        age = other.age;
        lastStep = other.lastStep;
        expected = other.expected;
    }

    /** Where the front was to be at the last time, after {@link #settle} [m]. */
    double expected() {
        return expected;
    }

    /** Last position of the front [m]. */
    double front() {
        return front.value();
    }

    /**
     * Position of the nodes some time later.
     *
     * @param elapsed time since the last one [s]
     * @param thickness thickness of the sample [m]
     */
    double centerAfter(double elapsed, double thickness) {
        if (elapsed == 0) {
            return center;
        }
        final double behind = center - front.value();
        final double left =
                behind == 0 ? 0 : behind * Math.exp(-elapsed / Math.max(SETTLE_TIME * lastStep, SETTLE_AGE * age));
        return Math.min(thickness, Math.max(0, front.value() + front.change(elapsed) + left));
    }

    /**
     * Half width some time later, at most the sample's thickness.
     *
     * @param elapsed time since the last one [s]
     * @param thickness thickness of the sample [m]
     */
    double widthAfter(double elapsed, double thickness) {
        final double missing = logWidth.value() - Math.log(width);
        final double change = Math.max(-MOST_GROWTH, Math.min(MOST_GROWTH, logWidth.change(elapsed)))
                - missing * Math.expm1(-pace * elapsed);
        return change == 0 ? width : Math.min(thickness, width * Math.exp(change));
    }

    /** Weight some time later. */
    double weightAfter(double elapsed) {
        return goalWeight - (goalWeight - weight) * Math.exp(-weightPace * elapsed);
    }

    /**
     * Makes the state some time later the last one, and learns where the front is then.
     *
     * @param elapsed time since the last one [s]
     * @param thickness thickness of the sample [m]
     */
    void settle(double elapsed, double thickness) {
        expected = front.value() + front.change(elapsed);
        final double at = centerAfter(elapsed, thickness);
        final double wide = widthAfter(elapsed, thickness);
        weight = weightAfter(elapsed);
        center = at;
        width = wide;
        lastStep = elapsed;
    }

    /**
     * Learns where the front is now, after {@link #settle}.
     *
     * @param position position of the front [m]
     * @param wantedWidth half width that suits it [m]
     */
    void aim(double position, double wantedWidth) {
        age += lastStep;
        final double speed = Math.abs(position - front.value()) / lastStep;
        final double way = Math.abs(position - birthplace) - NOISE * Math.min(width, wantedWidth);
        final double mean = Math.max(0, way) / age;
        pace = Math.min(speed, MOST_ACCELERATION * mean) / Math.min(width, wantedWidth);
        final double memory = Math.exp(-pace * lastStep / MEMORY);
        final double logWanted = Math.log(wantedWidth);
        front.add(lastStep, position, memory);
        logWidth.add(lastStep, logWanted, memory);
        if (Math.abs(front.value() - position) > LOST * wantedWidth) {
            front.start(position);
        }
        if (Math.abs(logWidth.value() - logWanted) > LOST_WIDTH) {
            logWidth.start(logWanted);
        }
        alive = true;
    }

    /** Half widths that the front moves in a unit of time [1/s]. */
    double pace() {
        return pace;
    }

    /** Sets the weight wanted, and the rate at which to go there [1/s]. */
    void aimWeight(double wanted, double rate) {
        goalWeight = wanted;
        weightPace = rate;
    }
}
