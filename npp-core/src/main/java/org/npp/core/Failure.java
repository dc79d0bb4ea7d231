package org.npp.core;

import java.util.List;
import java.util.Locale;

/**
 * When, where, which ion and why a run ended early.
 *
 * @param termination the reason
 * @param time time reached, the last accepted one [s]
 * @param timeStep step that was tried last [s]
 * @param node node of the largest update
 * @param depth depth of that node [m]
 * @param unknown name of the ion whose update is the largest, or {@code "potential"}
 * @param updates size of each Newton update of the last step, the last NaN or infinite where there was none [1]; empty
 *     if no step was tried
 * @param tolerance size at which Newton's method would have stopped [1]
 */
public record Failure(
        Termination termination,
        double time,
        double timeStep,
        int node,
        double depth,
        String unknown,
        List<Double> updates,
        double tolerance) {

    /**
     * Copies the history of updates.
     *
     * @param termination the reason
     * @param time time reached, the last accepted one [s]
     * @param timeStep step that was tried last [s]
     * @param node node of the largest update
     * @param depth depth of that node [m]
     * @param unknown name of the ion whose update is the largest, or {@code "potential"}
     * @param updates size of each Newton update of the last step, the last NaN or infinite where there was none
     *     [1]; empty if no step was tried
     * @param tolerance size at which Newton's method would have stopped [1]
     */
    public Failure {
        updates = List.copyOf(updates);
    }

    /**
     * Tells the failure in one line.
     *
     * @return reason, time, last update and place
     */
    public String message() {
        if (updates.isEmpty()) {
            return String.format(Locale.ROOT, "run stopped (%s) at t = %.6g s", termination, time);
        }
        if (termination == Termination.STEP_TOO_SMALL) {
            return String.format(
                    Locale.ROOT,
                    "run stopped (%s) at t = %.6g s: the error of a time step stays too large, however short the step,"
                            + " down to %.3g s",
                    termination,
                    time,
                    timeStep);
        }
        if (termination == Termination.NEGATIVE_DENSITY) {
            return String.format(
                    Locale.ROOT,
                    "run stopped (%s) at t = %.6g s: %s is used up at node %d (x = %.6g nm), where the conditions ask for"
                            + " more of it; the same with steps down to %.3g s",
                    termination,
                    time,
                    unknown,
                    node,
                    depth * 1e9,
                    timeStep);
        }
        return String.format(
                Locale.ROOT,
                "Newton stopped after %d iterations (%s) at t = %.6g s, step %.3g s: update %.3g, tolerance %.3g,"
                        + " worst at node %d (x = %.6g nm, %s)",
                updates.size(),
                termination,
                time,
                timeStep,
                updates.get(updates.size() - 1),
                tolerance,
                node,
                depth * 1e9,
                unknown);
    }
}
