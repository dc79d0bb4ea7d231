package org.npp.core;

import java.util.List;
import java.util.Locale;

/**
 * When, where, which ion and why a run ended early.
 *
 * @param termination the reason
 * @param time time reached, the last accepted one [s]
 * @param timeStep step that was tried last [s]
 * @param node node of the largest residual
 * @param depth depth of that node [m]
 * @param unknown name of the ion whose residual is the largest, or {@code "potential"}
 * @param residuals largest scaled residual after each Newton iteration of the last step [1]; empty if none was done
 * @param tolerance residual at which Newton's method would have stopped [1]
 */
public record Failure(
        Termination termination,
        double time,
        double timeStep,
        int node,
        double depth,
        String unknown,
        List<Double> residuals,
        double tolerance) {

    /**
     * Copies the history of residuals.
     *
     * @param termination the reason
     * @param time time reached, the last accepted one [s]
     * @param timeStep step that was tried last [s]
     * @param node node of the largest residual
     * @param depth depth of that node [m]
     * @param unknown name of the ion whose residual is the largest, or {@code "potential"}
     * @param residuals largest scaled residual after each Newton iteration of the last step [1]; empty if none was
     *     done
     * @param tolerance residual at which Newton's method would have stopped [1]
     */
    public Failure {
        residuals = List.copyOf(residuals);
    }

    /**
     * Tells the failure in one line.
     *
     * @return reason, time, residual and place
     */
    public String message() {
        if (residuals.isEmpty()) {
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
        return String.format(
                Locale.ROOT,
                "Newton stopped after %d iterations (%s) at t = %.6g s, step %.3g s: residual %.3g, tolerance %.3g,"
                        + " worst at node %d (x = %.6g nm, %s)",
                residuals.size(),
                termination,
                time,
                timeStep,
                residuals.get(residuals.size() - 1),
                tolerance,
                node,
                depth * 1e9,
                unknown);
    }
}
