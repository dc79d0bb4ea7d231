package org.npp.core.mesh;

/**
 * Nodes that follow a front: where they are now and, some time later, where the front is expected.
 *
 * <p>Position and logarithm of the width are extrapolated from the last three fronts found. What the nodes and the front
 * differ by decays, in the position within {@link #SETTLE_TIME} of the last step, in width and share as the front moves.
 * All is smooth in time, so that the paths of the nodes add little to the error of a step. Mutable and not thread-safe.
 */
final class Cluster {
    /** Time in which the nodes catch up with the front, in units of the last step [1]. */
    private static final double SETTLE_TIME = 0.2;

    /** Most the logarithm of the width is extrapolated by. */
    private static final double MOST_GROWTH = 0.3;

    /** Way over which measured positions and widths are forgotten, in half widths of the cluster [1]. */
    private static final double MEMORY = 0.05;

    /** A front faster than this times its mean velocity counts as slower: that is an error of its position [1]. */
    private static final double MOST_ACCELERATION = 1.5;

    /** Position of the nodes [m]. */
    double center;

    /** Half width of the cluster [m]. */
    double width;

    /** Share of all nodes [1]. */
    double share;

    /** Whether its front was found at the last time, or is yet to come. */
    boolean alive;

    /** Position of the front [m]. */
    private final FadingMemory front = new FadingMemory();

    /** Logarithm of the half width that suits the front. */
    private final FadingMemory logWidth = new FadingMemory();

    private double goalShare;
    private double sharePace;
    private double pace;

    /** Where the front was found first [m], and how long it is followed [s]. */
    private double birthplace;

    private double age;
    private double lastStep;

    /** Where the front was to be at the last time [m]. */
    private double expected;

    /** Puts the cluster somewhere, at rest. */
    void rest(double at, double halfWidth, double itsShare) {
        center = at;
        width = halfWidth;
        share = itsShare;
        goalShare = itsShare;
        alive = true;
        stop();
    }

    /** Lets the cluster stay where it is. */
    void stop() {
        front.start(center);
        expected = center;
        logWidth.start(Math.log(width));
        pace = 0;
        sharePace = 0;
        birthplace = center;
        age = 0;
    }

    /** Takes all from another. */
    void copy(Cluster other) {
        center = other.center;
        width = other.width;
        share = other.share;
        alive = other.alive;
        front.copy(other.front);
        logWidth.copy(other.logWidth);
        goalShare = other.goalShare;
        sharePace = other.sharePace;
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
        final double left = behind == 0 ? 0 : behind * Math.exp(-elapsed / (SETTLE_TIME * lastStep));
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

    /** Share some time later. */
    double shareAfter(double elapsed) {
        return goalShare - (goalShare - share) * Math.exp(-sharePace * elapsed);
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
        share = shareAfter(elapsed);
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
        final double mean = Math.abs(position - birthplace) / age;
        pace = Math.min(speed, MOST_ACCELERATION * mean) / Math.min(width, wantedWidth);
        final double memory = Math.exp(-pace * lastStep / MEMORY);
        front.add(lastStep, position, memory);
        logWidth.add(lastStep, Math.log(wantedWidth), memory);
        alive = true;
    }

    /** Half widths that the front moves in a unit of time [1/s]. */
    double pace() {
        return pace;
    }

    /** Sets the share wanted, and the rate at which to go there [1/s]. */
    void aimShare(double wanted, double rate) {
        goalShare = wanted;
        sharePace = rate;
    }
}
