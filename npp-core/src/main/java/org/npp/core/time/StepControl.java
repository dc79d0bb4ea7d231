package org.npp.core.time;

/**
 * Chooses time steps so that the local error of the densities stays near a target.
 *
 * <p>The error is estimated from the difference between solution and predictor (a polynomial through the levels before):
 * for implicit Euler with a linear predictor \( |c - c_{pred}|\, q/(1+q) \), \( q = \Delta_1/(\Delta_1+\Delta_2) \), for BDF2 with a quadratic one
 * \( |c - c_{pred}|\, q/(1+q) \), \( q = \Delta_1(\Delta_1+\Delta_2)/[(2\Delta_1+\Delta_2)(\Delta_1+\Delta_2+\Delta_3)] \),
 * \( \Delta_{1,2,3} \) this and the two steps before, and for the trapezoidal rule
 * \( q = \Delta_1^2/[2(\Delta_1+\Delta_2)(\Delta_1+\Delta_2+\Delta_3)] \). A step is accepted up to {@link #REJECT} times the target; the next
 * step is the last one times \( 0.85\,(\text{target}/\text{error})^{1/(p+1)} \) within fixed limits. Immutable.
 */
public final class StepControl {
    /** An accepted error may exceed the target by this factor: repeating a step costs more than it gains. */
    public static final double REJECT = 4;

    private static final double SAFETY = 0.85;
    private static final double LEAST_FACTOR = 0.3;
    private static final double LARGEST_FACTOR = 2;

    private final double target;

    private StepControl(double target) {
        this.target = target;
    }

    /**
     * Creates the control.
     *
     * @param target local error aimed at, as a fraction [1], \( > 0 \)
     * @return the control
     */
    public static StepControl ofTarget(double target) {
        if (target > 0) {
            return new StepControl(target);
        }
        throw new IllegalArgumentException("target must be > 0: " + target);
    }

    /**
     * Returns the share of the predictor's difference that is the error of implicit Euler.
     *
     * @param step this step [s]
     * @param before the step before [s]
     * @return share in (0, 1)
     */
    public static double eulerShare(double step, double before) {
        return step / (2 * step + before);
    }

    /**
     * Returns the share of the predictor's difference that is the error of BDF2.
     *
     * @param step this step [s]
     * @param before the step before [s]
     * @param beforeThat the step before that [s]
     * @return share in (0, 1)
     */
    public static double bdf2Share(double step, double before, double beforeThat) {
        final double q = step * (step + before) / ((2 * step + before) * (step + before + beforeThat));
        return q / (1 + q);
    }

    /**
     * Returns the share of the predictor's difference that is the error of the trapezoidal rule.
     *
     * @param step this step [s]
     * @param before the step before [s]
     * @param beforeThat the step before that [s]
     * @return share in (0, 1)
     */
    public static double trapezoidalShare(double step, double before, double beforeThat) {
        final double q = step * step / (2 * (step + before) * (step + before + beforeThat));
        return q / (1 + q);
    }

    /**
     * Tells whether a step may stand.
     *
     * @param error estimated local error [1]
     * @return whether it is at most {@link #REJECT} times the target
     */
    public boolean accepts(double error) {
        return error <= REJECT * target;
    }

    /**
     * Returns the factor for the next step.
     *
     * @param error estimated local error [1], \( \ge 0 \)
     * @param order order of the formula, 1 or 2
     * @return factor in [0.3, 2]
     */
    public double factor(double error, int order) {
        if (error <= 0) {
            return LARGEST_FACTOR;
        }
        final double ratio = target / error;
        final double wanted = SAFETY * (order == 1 ? Math.sqrt(ratio) : Math.cbrt(ratio));
        return Math.min(LARGEST_FACTOR, Math.max(LEAST_FACTOR, wanted));
    }
}
