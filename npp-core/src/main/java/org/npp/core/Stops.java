package org.npp.core;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.npp.core.boundary.Boundary;
import org.npp.core.boundary.Drive;
import org.npp.core.boundary.ElectricCondition;
import org.npp.core.boundary.IonCondition;

/** The times at which a step must end: kinks of the drives, output times, the end of the run. Immutable. */
final class Stops {
    private final double begin;
    private final double end;
    private final double[] all;
    private final double[] kinks;
    private final double[] outputs;

    private Stops(double begin, double end, double[] all, double[] kinks, double[] outputs) {
        this.begin = begin;
        this.end = end;
        this.all = all;
        this.kinks = kinks;
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
        final double[] kinks = kinks(problem, begin, end);
        final TreeSet<Double> all = new TreeSet<>();
        Arrays.stream(kinks).forEach(all::add);
        Arrays.stream(outputTimes).forEach(all::add);
        all.add(end);
        return new Stops(
                begin, end, all.stream().mapToDouble(Double::doubleValue).toArray(), kinks, outputTimes.clone());
    }

    private static double[] kinks(NppProblem problem, double begin, double end) {
        final TreeSet<Double> kinks = new TreeSet<>();
        for (final Boundary boundary : new Boundary[] {problem.front(), problem.back()}) {
            addKinks(kinks, drive(boundary.electric()), begin, end);
            for (final IonCondition condition : boundary.ions()) {
                if (condition instanceof IonCondition.Flux given) {
                    addKinks(kinks, given.flux(), begin, end);
                }
            }
        }
        return kinks.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Tells whether any drive of a problem changes in time. */
    static boolean hasKinks(NppProblem problem) {
        return kinks(problem, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY).length > 0;
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

    private static void addKinks(Set<Double> kinks, Drive drive, double begin, double end) {
        for (final double kink : drive.kinks()) {
            if (kink > begin && kink < end) {
                kinks.add(kink);
            }
        }
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

    boolean isKink(double time) {
        return Arrays.binarySearch(kinks, time) >= 0;
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
