package org.npp.cait.report.plot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An axis: what it shows with its unit, its range, and whether it is linear or logarithmic.
 *
 * <p>Ticks stand at 1, 2 or 5 times a power of ten, on a logarithmic axis at the decades. <strong>Threading.</strong>
 * Instances are immutable and thread-safe.
 *
 * @param label quantity with its unit, such as {@code Depth (nm)}
 * @param min value at the left or lower end, finite; \( > 0 \) on a logarithmic axis
 * @param max value at the other end, finite, \( > \) {@code min}
 * @param logarithmic whether equal ratios take equal lengths
 */
public record Axis(String label, double min, double max, boolean logarithmic) {
    /** Ratio of the ends above which a logarithmic axis has ticks at the decades only. */
    private static final double DECADES_ONLY = 1e3;

    /** Ratio of the ends below which a logarithmic axis has the ticks of a linear one. */
    private static final double LINEAR_TICKS = 4;

    /** Rounding allowed at the ends of the axis, in steps. */
    private static final double SLACK = 1e-9;

    /**
     * A mark on the axis.
     *
     * @param value where
     * @param label its number; empty for a minor one
     */
    public record Tick(double value, String label) {}

    /**
     * Checks the range.
     *
     * @param label quantity with its unit
     * @param min value at the left or lower end
     * @param max value at the other end
     * @param logarithmic whether equal ratios take equal lengths
     * @throws IllegalArgumentException if the range is empty, not finite, or not positive on a logarithmic axis
     */
    public Axis {
        if (!(min < max && Double.isFinite(max - min))) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "axis '%s' needs finite min < max: %s, %s", label, min, max));
        }
        if (logarithmic && !(min > 0)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "logarithmic axis '%s' needs min > 0: %s", label, min));
        }
    }

    /**
     * Creates a linear axis.
     *
     * @param label quantity with its unit
     * @param min value at the left or lower end, finite
     * @param max value at the other end, finite, \( > \) {@code min}
     * @return the axis
     * @throws IllegalArgumentException if the range is empty or not finite
     */
    public static Axis linear(String label, double min, double max) {
        return new Axis(label, min, max, false);
    }

    /**
     * Creates a logarithmic axis.
     *
     * @param label quantity with its unit
     * @param min value at the left or lower end, finite, \( > 0 \)
     * @param max value at the other end, finite, \( > \) {@code min}
     * @return the axis
     * @throws IllegalArgumentException if the range is empty, not finite or not positive
     */
    public static Axis log(String label, double min, double max) {
        return new Axis(label, min, max, true);
    }

    /**
     * Creates a linear axis from tick to tick that holds a range with some room, be it a single value.
     *
     * @param label quantity with its unit
     * @param low least value to hold, finite
     * @param high greatest value to hold, finite, \( \ge \) {@code low}
     * @return the axis
     * @throws IllegalArgumentException if the range is not finite or reversed
     */
    public static Axis enclosing(String label, double low, double high) {
        if (!(low <= high)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "axis '%s' needs low <= high: %s, %s", label, low, high));
        }
        if (low == 0 && high == 0) {
            return linear(label, 0, 1);
        }
        final double size = Math.max(Math.abs(low), Math.abs(high));
        final double room = high - low <= 1e-6 * size ? 0.1 * size : 0.03 * (high - low);
        final double bottom = low >= 0 && low - room < 0 ? 0 : low - room;
        final double top = high <= 0 && high + room > 0 ? 0 : high + room;
        final double step = step(top - bottom, 5).doubleValue();
        return linear(label, Math.floor(bottom / step + SLACK) * step, Math.ceil(top / step - SLACK) * step);
    }

    /**
     * Returns where a value lies.
     *
     * @param value the value
     * @return 0 at the left or lower end, 1 at the other; outside [0, 1] for values out of range; not finite for values
     *     that a logarithmic axis can't show
     */
    public double share(double value) {
        return logarithmic ? Math.log(value / min) / Math.log(max / min) : (value - min) / (max - min);
    }

    /**
     * Returns the marks.
     *
     * @param about how many numbers there should be at most, \( \ge 2 \); on a linear axis there are two at least
     * @return marks inside the range, in order
     */
    public List<Tick> ticks(int about) {
        return logarithmic && max / min >= LINEAR_TICKS ? logarithmicTicks(about) : linearTicks(about);
    }

    private List<Tick> linearTicks(int about) {
        final BigDecimal step = step(max - min, about);
        final double size = Math.max(Math.abs(min), Math.abs(max));
        final boolean plain = size < 1e6 && step.doubleValue() >= 1e-6;
        final List<Tick> ticks = new ArrayList<>();
        final long last = (long) Math.floor(max / step.doubleValue() + SLACK);
        for (long i = (long) Math.ceil(min / step.doubleValue() - SLACK); i <= last; i++) {
            final BigDecimal value = step.multiply(BigDecimal.valueOf(i));
            final String text = plain
                    ? NumberText.minus(value.setScale(Math.max(0, step.scale()), RoundingMode.HALF_EVEN)
                            .toPlainString())
                    : NumberText.significant(value.doubleValue(), 12);
            ticks.add(new Tick(value.doubleValue(), text));
        }
        return ticks.size() < 2 ? linearTicks(about + 1) : ticks;
    }

    private List<Tick> logarithmicTicks(int about) {
        final int first = (int) Math.floor(Math.log10(min) - SLACK);
        final int last = (int) Math.ceil(Math.log10(max) + SLACK);
        final int stride = Math.max(1, (int) Math.ceil((Math.log10(max / min) + 1) / about));
        final List<Tick> ticks = new ArrayList<>();
        for (int decade = first; decade <= last; decade++) {
            for (int digit = 1; digit <= 9; digit++) {
                final double value = BigDecimal.valueOf(digit, -decade).doubleValue();
                if (value >= min * (1 - SLACK) && value <= max * (1 + SLACK) && (digit == 1 || stride == 1)) {
                    ticks.add(new Tick(value, logarithmicLabel(digit, decade, stride)));
                }
            }
        }
        return ticks;
    }

    private String logarithmicLabel(int digit, int decade, int stride) {
        if (digit == 1) {
            return Math.floorMod(decade, stride) == 0 ? NumberText.powerOfTen(decade) : "";
        }
        final boolean named = max / min < DECADES_ONLY / 10 && (digit == 2 || digit == 5);
        return named ? digit + "\u00d7" + NumberText.powerOfTen(decade) : "";
    }

    /** The least of 1, 2, 5 times a power of ten that gives at most {@code about} steps. */
    private static BigDecimal step(double span, int about) {
        final double raw = span / about;
        final int decade = (int) Math.floor(Math.log10(raw));
        for (final int digit : new int[] {1, 2, 5}) {
            final BigDecimal step = BigDecimal.valueOf(digit, -decade);
            if (step.doubleValue() >= raw * (1 - SLACK)) {
                return step;
            }
        }
        return BigDecimal.valueOf(1, -decade - 1);
    }
}
