package org.npp.core;

import org.npp.core.internal.Balance;
import org.npp.core.internal.TimeStepper;

/**
 * What a run cost and how well it kept what must be kept.
 *
 * @param termination why the run ended
 * @param nodes number of mesh nodes
 * @param timeSteps accepted time steps
 * @param rejectedSteps steps redone with a smaller one or a positive formula
 * @param newtonIterations linear solves in all
 * @param seconds wall time [s]
 * @param minDensityFraction least number density of any ion at any node and time, over the virgin density [1]
 * @param maxExcessChargeFraction largest charge density of the last state, over that of the virgin ions [1]
 * @param ionBalanceError largest difference between ions entered and ions found, over ions passed (or a 1e-5th of all
 *     ions, where fewer passed), of any ion at any time [1]
 * @param currentUniformityError largest difference of the total current (displacement included) between two depths, over
 *     the largest current, at any time [1]
 * @param restTime time from which on the nodes stayed where the problem has them, because they could not follow the
 *     fronts [s]; infinite if they could, or were to stay. Fronts thinner than the distance of these nodes are less sharp
 *     than they should be from then on.
 */
public record RunStatistics(
        Termination termination,
        int nodes,
        int timeSteps,
        int rejectedSteps,
        int newtonIterations,
        double seconds,
        double minDensityFraction,
        double maxExcessChargeFraction,
        double ionBalanceError,
        double currentUniformityError,
        double restTime) {

    /** Collects what a run has kept. */
    static RunStatistics of(
            Termination termination,
            int timeSteps,
            int rejectedSteps,
            int newtonIterations,
            double seconds,
            double restTime,
            ScaledProblem scaled,
            TimeStepper stepper) {
        final Balance balance = stepper.balance();
        return new RunStatistics(
                termination,
                stepper.level().nodes(),
                timeSteps,
                rejectedSteps,
                newtonIterations,
                seconds,
                balance.leastFraction(),
                scaled.excessCharge(stepper.level()),
                balance.ionBalanceError(),
                balance.uniformityError(),
                restTime);
    }
}
