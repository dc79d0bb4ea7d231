package org.npp.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.npp.core.boundary.Boundary;
import org.npp.core.boundary.Drive;
import org.npp.core.boundary.ElectricCondition;
import org.npp.core.boundary.IonCondition;

/**
 * The times at which a step must end: kinks of the drives, output times, the end of the run. Immutable.
 *
 * <p>After a strong kink the run begins anew; a weak one, as of a measured current given by many points, is left to the
 * error control.
 */
final class Stops {
    /** A kink is weak if the drive goes off its line before by less than this share of its size by the next kink [1]. */
    private static final double WEAK = 0.02;

    private final double begin;
    private final double end;
    private final double[] all;
    private final double[] strongKinks;
    private final double[] outputs;

    private Stops(double begin, double end, double[] all, double[] strongKinks, double[] outputs) {
        this.begin = begin;
        this.end = end;
        this.all = all;
        this.strongKinks = strongKinks;
        this.outputs = outputs;
    }

    static Stops of(NppProblem problem, double duration, double[] outputTimes) {
        final double begin = problem.start().map(NppState::time).orElse(0.0);
        final double end = begin + duration;
        if (!(duration > 0 && end > begin && end < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "duration must be finite and > 0: %s s from t = %s s", duration, begin));
        }
        double last = begin;
        for (final double time : outputTimes) {
            if (!(time > last && time <= end)) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "output times must increase strictly within the run, %s to %s s: %s s",
                        begin,
                        end,
                        time));
            }
            last = time;
        }
        final TreeSet<Double> all = new TreeSet<>();
        final TreeSet<Double> strong = new TreeSet<>();
        for (final Drive drive : drives(problem)) {
            addKinks(drive, begin, end, all, strong);
        }
        Arrays.stream(outputTimes).forEach(all::add);
        all.add(end);
        return new Stops(begin, end, toArray(all), toArray(strong), outputTimes.clone());
    }

    private static double[] toArray(Set<Double> times) {
        return times.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static List<Drive> drives(NppProblem problem) {
        final List<Drive> drives = new ArrayList<>();
        for (final Boundary boundary : new Boundary[] {problem.front(), problem.back()}) {
            drives.add(drive(boundary.electric()));
            for (final IonCondition condition : boundary.ions()) {
                if (condition instanceof IonCondition.Flux given) {
                    drives.add(given.flux());
                }
            }
        }
        return drives;
    }

    /** Tells whether any drive of a problem changes in time. */
    static boolean hasKinks(NppProblem problem) {
        return drives(problem).stream().anyMatch(drive -> drive.kinks().length > 0);
    }

    private static Drive drive(ElectricCondition condition) {
        if (condition instanceof ElectricCondition.Potential given) {
            return given.potential();
        }
        if (condition instanceof ElectricCondition.SurfaceCharge given) {
            return given.chargeDensity();
        }
        return ((ElectricCondition.Attachment) condition).currentDensity();
    }

    private static void addKinks(Drive drive, double begin, double end, Set<Double> all, Set<Double> strong) {
        final double[] kinks = drive.kinks();
        for (int i = 0; i < kinks.length; i++) {
            if (kinks[i] > begin && kinks[i] < end) {
                all.add(kinks[i]);
                final double before = i > 0 ? Math.max(begin, kinks[i - 1]) : begin;
                final double after = i + 1 < kinks.length ? Math.min(end, kinks[i + 1]) : end;
                if (isStrong(drive, before, kinks[i], after)) {
                    strong.add(kinks[i]);
                }
            }
        }
    }

    private static boolean isStrong(Drive drive, double before, double kink, double after) {
        final double value = drive.value(kink);
        final double rise = (value - drive.value(before)) / (kink - before);
        final double nextRise = (drive.value(after) - value) / (after - kink);
        final double off = Math.abs(nextRise - rise) * Math.min(kink - before, after - kink);
        final double size =
                Math.max(Math.abs(value), Math.max(Math.abs(drive.value(before)), Math.abs(drive.value(after))));
        return !(off <= WEAK * size);
    }

    double duration() {
        return end - begin;
    }

    double end() {
        return end;
    }

    boolean isEnd(double time) {
        return time >= end;
    }

    boolean isStop(double time) {
        return Arrays.binarySearch(all, time) >= 0;
    }

    boolean isStrongKink(double time) {
        return Arrays.binarySearch(strongKinks, time) >= 0;
    }

    boolean isOutput(double time) {
        return Arrays.binarySearch(outputs, time) >= 0;
    }

    /** The next stop after a time. */
    double next(double time) {
        final int found = Arrays.binarySearch(all, time);
        final int next = found >= 0 ? found + 1 : -found - 1;
        return all[next];
    }

    /** Shortens a step to end at the next stop, or halves what is left where two steps reach it: no crumbs. */
    double fit(double time, double step) {
        final double left = next(time) - time;
        if (step >= left) {
            return left;
        }
        return step > 0.5 * left ? 0.5 * left : step;
    }
}
