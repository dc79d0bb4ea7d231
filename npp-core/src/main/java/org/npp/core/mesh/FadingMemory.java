package org.npp.core.mesh;

/**
 * A measured quantity in time, continued by a parabola or a straight line: the fading-memory filter of second or first
 * degree.
 *
 * <p>With the expected value \( y^- = y + \dot y\,\Delta t + \tfrac12 \ddot y\,\Delta t^2 \), the surprise
 * \( e = y_{measured} - y^- \) and the memory \( \theta \in [0, 1) \):
 *
 * <p>\[ y = y^- + (1 - \theta^3)\, e, \qquad \dot y = \dot y^- + \tfrac32 (1 - \theta)^2 (1 + \theta)\, e/\Delta t,
 * \qquad \ddot y = \ddot y + (1 - \theta)^3 e/\Delta t^2 \]
 *
 * <p>for the parabola, and for the line \( y = y^- + (1 - \theta^2)\, e \), \( \dot y = \dot y + (1 - \theta)^2 e/\Delta t \).
 * Without memory these pass through the last three values of equal steps, or the last two; with a long one, errors of
 * single values hardly matter. Mutable and not thread-safe.
 */
final class FadingMemory {
    private final boolean straight;
    private double value;
    private double rate;
    private double bend;
    private int known;

    private FadingMemory(boolean straight) {
        this.straight = straight;
    }

    /** Creates one that continues by a parabola. */
    static FadingMemory parabola() {
        return new FadingMemory(false);
    }

    /** Creates one that continues by a straight line: errors of single values grow by 3 at most, not by 7. */
    static FadingMemory line() {
        return new FadingMemory(true);
    }

    /** Forgets all but one value. */
    void start(double only) {
        value = only;
        rate = 0;
        bend = 0;
        known = 1;
    }

    /** Takes all from another. */
    void copy(FadingMemory other) {
        value = other.value;
        rate = other.rate;
        bend = other.bend;
        known = other.known;
    }

    /**
     * Adds the value after a further time.
     *
     * @param elapsed time since the last one [s], \( > 0 \)
     * @param measured the value
     * @param memory \( \theta \) [1]
     */
    void add(double elapsed, double measured, double memory) {
        if (known == 1) {
            rate = (1 - memory) * (measured - value) / elapsed;
            value = measured - memory * (measured - value);
            known = 2;
            return;
        }
        final double surprise = measured - (value + change(elapsed));
        final double fresh = 1 - memory;
        if (straight) {
            value = measured - memory * memory * surprise;
            rate += fresh * fresh * surprise / elapsed;
            return;
        }
        value = measured - memory * memory * memory * surprise;
        rate += bend * elapsed + 1.5 * fresh * fresh * (1 + memory) * surprise / elapsed;
        bend += fresh * fresh * fresh * surprise / (elapsed * elapsed);
        if (0.5 * Math.abs(bend) * elapsed > Math.abs(rate)) {
            // the values don't lie on a parabola yet
            bend = 0;
        }
    }

    /** The last value. */
    double value() {
        return value;
    }

    /** Change expected in some time. */
    double change(double elapsed) {
        return elapsed * (rate + 0.5 * elapsed * bend);
    }

    /** Rate at the last value [1/s]. */
    double rate() {
        return rate;
    }
}
