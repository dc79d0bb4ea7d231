package org.npp.core.boundary;

import java.util.Arrays;
import java.util.Locale;

/** A drive that is linear between points and constant outside them. */
final class PiecewiseLinearDrive implements Drive {
    /** Times of the points [s]. */
    private final double[] times;

    /** Values at the points. */
    private final double[] values;

    private PiecewiseLinearDrive(double[] times, double[] values) {
        this.times = times;
        this.values = values;
    }

    static PiecewiseLinearDrive of(double[] times, double[] values) {
        if (times.length == 0 || times.length != values.length) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "drive needs as many values as times, at least one: %d times, %d values",
                    times.length,
                    values.length));
        }
        for (int i = 0; i < times.length; i++) {
            if (!Double.isFinite(times[i]) || !Double.isFinite(values[i])) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT, "drive points must be finite: t[%d] = %s s, value %s", i, times[i], values[i]));
            }
            if (i > 0 && !(times[i] > times[i - 1])) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "drive times must increase strictly: t[%d] = %s s, t[%d] = %s s",
                        i - 1,
                        times[i - 1],
                        i,
                        times[i]));
            }
        }
        return new PiecewiseLinearDrive(times.clone(), values.clone());
    }

    @Override
    public double value(double time) {
        final int last = times.length - 1;
        if (time <= times[0]) {
            return values[0];
        }
        if (time >= times[last]) {
            return values[last];
        }
        final int found = Arrays.binarySearch(times, time);
        final int right = found >= 0 ? found : -found - 1;
        if (found >= 0) {
            return values[right];
        }
        final double share = (time - times[right - 1]) / (times[right] - times[right - 1]);
        return values[right - 1] + share * (values[right] - values[right - 1]);
    }

    @Override
    public double integral(double from, double to) {
        if (to < from) {
            return -integral(to, from);
        }
        double sum = 0;
        double begin = from;
        for (final double kink : times) {
            if (kink > begin && kink < to) {
                sum += trapezium(begin, kink);
                begin = kink;
            }
        }
        return sum + trapezium(begin, to);
    }

    @Override
    public double[] kinks() {
        return times.clone();
    }

    private double trapezium(double from, double to) {
        return 0.5 * (to - from) * (value(from) + value(to));
    }
}
