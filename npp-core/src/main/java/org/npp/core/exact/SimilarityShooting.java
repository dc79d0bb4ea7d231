package org.npp.core.exact;

import org.apache.commons.math3.analysis.solvers.BracketingNthOrderBrentSolver;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;
import org.apache.commons.math3.ode.sampling.StepHandler;
import org.apache.commons.math3.ode.sampling.StepInterpolator;

/**
 * Shooting for the similarity solution of {@link Interdiffusion}.
 *
 * <p>With the scaled flux \( q = -c'/s \), \( s = 1 - c + rc \), and \( Y = \int_0^\eta q\,d\eta \):
 * \( s = r e^{(1-r)Y} \), \( (\ln q)' = -\eta s/2 \), and \( c(\infty) = 0 \) becomes
 * \( Y(\infty) = -\ln r/(1 - r) \). In \( (Y, \ln q) \) nothing cancels at any r, \( q \) stays positive, and a wrong
 * \( q_0 \) stays harmless; \( Y(\infty) \) increases with it.
 */
final class SimilarityShooting {
    /** Largest \( \eta^2\min(1, r)/4 \) integrated to: what is left of the flux there is 1e-20 of it. */
    private static final double END = 46;

    /** Points kept per step of the integrator; quintic interpolation between them is below 1e-12. */
    private static final int POINTS_PER_STEP = 12;

    private static final double RELATIVE = 1e-13;
    private static final double ABSOLUTE_LOG = 1e-14;
    private static final int MAX_EVALUATIONS = 200;

    private final double ratio;
    private final double target;

    private SimilarityShooting(double ratio) {
        this.ratio = ratio;
        this.target = ratio == 1 ? 1 : -Math.log(ratio) / (1 - ratio);
    }

    /** Solves the exchange for a ratio D2/D1. */
    static SimilarityProfile solve(double ratio) {
        final SimilarityShooting shooting = new SimilarityShooting(ratio);
        final double logFlux = shooting.logSurfaceFlux();
        final SimilarityProfile profile = SimilarityProfile.of(ratio, Math.exp(logFlux));
        shooting.integral(logFlux, new Recorder(profile));
        return profile;
    }

    private double logSurfaceFlux() {
        // 1/s lies between 1 and 1/r, so q0 lies between its values for either; a little beyond for rounding
        final double one = 1 / Math.sqrt(Math.PI);
        final double other = one / Math.sqrt(ratio);
        return new BracketingNthOrderBrentSolver(1e-15, 1e-15, 1e-16, 5)
                .solve(
                        MAX_EVALUATIONS,
                        logFlux -> integral(logFlux) / target - 1,
                        Math.log(0.9 * Math.min(one, other)),
                        Math.log(1.1 * Math.max(one, other)));
    }

    /** Returns Y at infinity for a flux through the surface. */
    private double integral(double logFlux, StepHandler... handlers) {
        final double end = 2 * Math.sqrt(END / Math.min(1, ratio));
        final DormandPrince853Integrator integrator = new DormandPrince853Integrator(
                1e-14, end, new double[] {1e-15 * target, ABSOLUTE_LOG}, new double[] {RELATIVE, RELATIVE});
        for (StepHandler handler : handlers) {
            integrator.addStepHandler(handler);
        }
        final double[] state = {0, logFlux};
        integrator.integrate(new Equations(ratio), 0, state, end, state);
        return state[0];
    }

    private record Equations(double ratio) implements FirstOrderDifferentialEquations {
        @Override
        public int getDimension() {
            return 2;
        }

        @Override
        public void computeDerivatives(double eta, double[] state, double[] slope) {
            slope[0] = Math.exp(state[1]);
            slope[1] = -eta / 2 * ratio * Math.exp((1 - ratio) * state[0]);
        }
    }

    /** Keeps points of every step. */
    private record Recorder(SimilarityProfile profile) implements StepHandler {
        @Override
        public void init(double eta, double[] state, double end) {}

        @Override
        public void handleStep(StepInterpolator step, boolean isLast) {
            final double from = step.getPreviousTime();
            for (int k = 1; k <= POINTS_PER_STEP; k++) {
                final double eta = from + (step.getCurrentTime() - from) * k / POINTS_PER_STEP;
                step.setInterpolatedTime(eta);
                final double[] state = step.getInterpolatedState();
                profile.append(eta, state[0], Math.exp(state[1]));
            }
        }
    }
}
