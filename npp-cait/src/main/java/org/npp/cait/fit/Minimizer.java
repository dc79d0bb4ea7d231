package org.npp.cait.fit;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.apache.commons.math3.exception.ConvergenceException;
import org.apache.commons.math3.exception.TooManyEvaluationsException;
import org.apache.commons.math3.exception.TooManyIterationsException;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresBuilder;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;
import org.apache.commons.math3.fitting.leastsquares.ValueAndJacobianFunction;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.util.Pair;

/**
 * Least squares within bounds: Levenberg&ndash;Marquardt rounds with an active set.
 *
 * <p>In a round a coordinate that leaves its bounds is held at the bound. After it, coordinates at a bound from which the
 * sum of squares falls inwards are released, and the next round begins. Not thread-safe.
 */
final class Minimizer {
    /** Most rounds; each releases what the round before held too early. */
    private static final int ROUNDS = 6;

    /** Residual of a point without residuals, in units of the largest at the start. */
    private static final double WALL = 1e6;

    private final LeastSquaresModel model;
    private final double[] lower;
    private final double[] upper;
    private final double tolerance;
    private final int evaluations;
    private final double firstStep;
    private double[] best;
    private double cost;
    private double wall = 1;
    private int used;
    private boolean converged = true;
    private boolean interrupted;

    private Minimizer(LeastSquaresModel model, double[] start, double[] lower, double[] upper, Control control) {
        this.model = model;
        this.lower = lower;
        this.upper = upper;
        this.tolerance = control.tolerance();
        this.evaluations = control.evaluations();
        this.firstStep = control.firstStep();
        this.best = start.clone();
        this.cost = Double.POSITIVE_INFINITY;
    }

    /**
     * How to go and when to stop.
     *
     * @param firstStep longest first step, over the length of the start
     * @param tolerance relative change of the sum of squares, or of the point, that is none [1]
     * @param evaluations most evaluations of the model
     */
    record Control(double firstStep, double tolerance, int evaluations) {}

    /**
     * Minimises.
     *
     * @param model the residuals
     * @param start point to begin at, within the bounds; the model has residuals there. Not modified.
     * @param lower bounds, may be infinite. Not modified.
     * @param upper bounds, may be infinite. Not modified.
     * @param control when to stop
     * @return the least point found
     */
    static Minimizer run(LeastSquaresModel model, double[] start, double[] lower, double[] upper, Control control) {
        final Minimizer minimizer = new Minimizer(model, start, lower, upper, control);
        minimizer.minimize();
        return minimizer;
    }

    private void minimize() {
        try {
            search();
        } catch (CancellationException e) {
            interrupted = true;
            converged = false;
        }
    }

    private void search() {
        note(best, model.residuals(best));
        for (int round = 0; round < ROUNDS; round++) {
            final double before = cost;
            round();
            if (atBound().length == 0 || !inwards() || !(cost < before) || used >= evaluations) {
                return;
            }
        }
        converged = false;
    }

    private void round() {
        final double[] origin = best.clone();
        try {
            new LevenbergMarquardtOptimizer()
                    .withInitialStepBoundFactor(firstStep)
                    .withCostRelativeTolerance(tolerance)
                    .withParameterRelativeTolerance(tolerance)
                    .optimize(new LeastSquaresBuilder()
                            .start(origin)
                            .target(new double[model.size()])
                            .model(new Clamped())
                            .lazyEvaluation(true)
                            .maxEvaluations(Math.max(1, evaluations - used))
                            .maxIterations(Math.max(1, evaluations - used))
                            .build());
        } catch (TooManyEvaluationsException | TooManyIterationsException e) {
            converged = false;
        } catch (ConvergenceException e) {
            // nothing more to gain in double precision
            converged = cost < Double.POSITIVE_INFINITY;
        }
    }

    private void note(double[] point, double[] residuals) {
        used++;
        double sum = 0;
        double largest = 0;
        for (final double r : residuals) {
            sum += r * r;
            largest = Math.max(largest, Math.abs(r));
        }
        if (residuals.length > 0 && cost == Double.POSITIVE_INFINITY) {
            wall = WALL * Math.max(largest, 1e-150);
        }
        if (residuals.length > 0 && sum < cost) {
            cost = sum;
            best = point.clone();
        }
    }

    /** Indices of the coordinates at a bound. */
    int[] atBound() {
        final int[] found = new int[best.length];
        int count = 0;
        for (int j = 0; j < best.length; j++) {
            if (best[j] <= lower[j] || best[j] >= upper[j]) {
                found[count++] = j;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** Whether the sum of squares falls from a bound into the allowed range. */
    private boolean inwards() {
        final double[] residuals = model.residuals(best);
        final double[][] jacobian = model.jacobian(best);
        for (final int j : atBound()) {
            double gradient = 0;
            double square = 0;
            for (int m = 0; m < residuals.length; m++) {
                gradient += residuals[m] * jacobian[m][j];
                square += jacobian[m][j] * jacobian[m][j];
            }
            final boolean in = best[j] <= lower[j] ? gradient < 0 : gradient > 0;
            // gain of a full step, gradient^2 / square, against what counts as a change
            if (in && gradient * gradient > tolerance * square * cost) {
                return true;
            }
        }
        return false;
    }

    private double[] clamped(double[] point) {
        final double[] copy = point.clone();
        for (int j = 0; j < copy.length; j++) {
            copy[j] = Math.min(upper[j], Math.max(lower[j], copy[j]));
        }
        return copy;
    }

    double[] point() {
        return best.clone();
    }

    double cost() {
        return cost;
    }

    boolean converged() {
        return converged;
    }

    /** Whether the model ended it. */
    boolean interrupted() {
        return interrupted;
    }

    /** The model as the optimiser sees it: constant beyond the bounds. */
    private final class Clamped implements ValueAndJacobianFunction {
        @Override
        public RealVector computeValue(double[] point) {
            final double[] inside = clamped(point);
            final double[] residuals = model.residuals(inside);
            note(inside, residuals);
            final double[] answer = residuals.length == 0 ? new double[model.size()] : residuals.clone();
            if (residuals.length == 0) {
                Arrays.fill(answer, wall);
            }
            return new ArrayRealVector(answer, false);
        }

        @Override
        public RealMatrix computeJacobian(double[] point) {
            final double[] inside = clamped(point);
            final double[][] jacobian = model.jacobian(inside);
            for (int j = 0; j < point.length; j++) {
                if (point[j] != inside[j]) {
                    for (final double[] row : jacobian) {
                        row[j] = 0;
                    }
                }
            }
            return new Array2DRowRealMatrix(jacobian, false);
        }

        @Override
        public Pair<RealVector, RealMatrix> value(RealVector point) {
            return new Pair<>(computeValue(point.toArray()), computeJacobian(point.toArray()));
        }
    }
}
