package org.npp.sed;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresBuilder;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;
import org.apache.commons.math3.util.Pair;

/**
 * Penalised least squares for a {@link MonotoneFit}: for each penalty a Levenberg&ndash;Marquardt search over the residuals
 * and, below them, the deviations of w from that of a power law, over their wide prior, and the second differences of w,
 * weighted to \( \lambda \int w''^2 d\hat x \). Penalties are tried from the greatest down, each from the fit before; the
 * strongest that fulfils the rule is refined.
 */
final class MonotoneSmoother {
    /** Intervals between knots. */
    private static final int INTERVALS = 40;

    /** Range and step of ln of the penalty over the mean precision of the points: from hardly any to a power law. */
    private static final double LEAST = -24;

    private static final double GREATEST = 12;

    private static final double STEP = 1;

    /** Accuracy of ln of the penalty. */
    private static final double ACCURACY = 1e-3;

    /** Standard deviation of w before anything is measured: a slope between a hundredth and a hundred times the mean. */
    private static final double SPREAD = 5;

    /** Least mean slope assumed. */
    private static final double LEAST_SLOPE = 1e-3;

    private static final int EVALUATIONS = 2000;

    /** Relative accuracy of a fit's cost. */
    private static final double TOLERANCE = 1e-9;

    private final double[] x;
    private final double[] y;
    private final double[] error;
    private final double h;

    /** w of the power law through the first and the last point. */
    private final double mean;

    /** Mean of the inverse squared errors. */
    private final double precision;

    private MonotoneSmoother(double[] x, double[] y, double[] error) {
        this.x = x;
        this.y = y;
        this.error = error;
        final int last = x.length - 1;
        this.h = x[last] / INTERVALS;
        this.mean = Math.log(Math.max((y[last] - y[0]) / x[last], LEAST_SLOPE));
        double sum = 0;
        for (double e : error) {
            sum += 1 / (e * e);
        }
        this.precision = sum / x.length;
    }

    /** Points at increasing x, the first 0, values and standard errors. */
    static MonotoneSmoother of(double[] x, double[] y, double[] error) {
        return new MonotoneSmoother(x, y, error);
    }

    MonotoneFit fit(SmoothingRule rule) {
        final boolean discrepancy = rule == SmoothingRule.DISCREPANCY;
        final ToDoubleFunction<MonotoneFit> score = discrepancy ? this::discrepancy : this::validation;
        MonotoneFit fit = fit(GREATEST, start(), !discrepancy);
        MonotoneFit best = fit;
        double at = GREATEST;
        for (double logPenalty = GREATEST - STEP; logPenalty >= LEAST; logPenalty -= STEP) {
            if (discrepancy && score.applyAsDouble(best) <= 0) {
                break;
            }
            fit = fit(logPenalty, fit.parameters(), !discrepancy);
            if (discrepancy || score.applyAsDouble(fit) < score.applyAsDouble(best)) {
                best = fit;
                at = logPenalty;
            }
        }
        return at == GREATEST || at - STEP < LEAST ? best : refine(score, best, at, discrepancy);
    }

    /** Between the places next to {@code at}. */
    private MonotoneFit refine(ToDoubleFunction<MonotoneFit> score, MonotoneFit near, double at, boolean discrepancy) {
        final UnivariateFunction function = u -> score.applyAsDouble(fit(u, near.parameters(), !discrepancy));
        final double place = discrepancy
                ? new BrentSolver(ACCURACY).solve(EVALUATIONS, function, at, at + STEP)
                : new BrentOptimizer(ACCURACY, ACCURACY)
                        .optimize(
                                new UnivariateObjectiveFunction(function),
                                GoalType.MINIMIZE,
                                new SearchInterval(at - STEP, at + STEP, at),
                                MaxEval.unlimited())
                        .getPoint();
        return fit(place, near.parameters(), !discrepancy);
    }

    private double discrepancy(MonotoneFit fit) {
        return fit.chiSquare() + fit.effectiveParameters() - x.length;
    }

    private double validation(MonotoneFit fit) {
        final double free = x.length - fit.effectiveParameters();
        return free > 0 ? Math.log(fit.chiSquare()) - 2 * Math.log(free) : Double.MAX_VALUE;
    }

    private MonotoneFit fit(double logPenalty, double[] from, boolean estimateScale) {
        final double penalty = Math.exp(logPenalty) * precision;
        final double[] parameters = new LevenbergMarquardtOptimizer()
                .optimize(new LeastSquaresBuilder()
                        .model(p -> model(p, penalty))
                        .target(new double[x.length + 2 * INTERVALS])
                        .start(from)
                        .maxEvaluations(EVALUATIONS)
                        .maxIterations(EVALUATIONS)
                        .checker((i, before, after) ->
                                Math.abs(before.getCost() - after.getCost()) <= TOLERANCE * after.getCost())
                        .build())
                .getPoint()
                .toArray();
        final Pair<RealVector, RealMatrix> at = model(new ArrayRealVector(parameters), penalty);
        double chiSquare = 0;
        for (int k = 0; k < x.length; k++) {
            chiSquare += at.getFirst().getEntry(k) * at.getFirst().getEntry(k);
        }
        final RealMatrix jacobian = at.getSecond();
        final RealMatrix inverse = new QRDecomposition(jacobian).getSolver().getInverse();
        double trace = 0;
        for (int k = 0; k < x.length; k++) {
            for (int i = 0; i < parameters.length; i++) {
                trace += jacobian.getEntry(k, i) * inverse.getEntry(i, k);
            }
        }
        final RealMatrix covariance = inverse.multiply(inverse.transpose());
        final double scale = estimateScale ? chiSquare / Math.max(1, x.length - trace) : 1;
        return new MonotoneFit(h, parameters, covariance.scalarMultiply(scale), chiSquare, trace, penalty);
    }

    /** The power law through the first and the last point. */
    private double[] start() {
        final double[] start = new double[INTERVALS + 2];
        Arrays.fill(start, mean);
        start[0] = y[0];
        return start;
    }

    /** Weighted residuals over penalties, and their derivatives. */
    private Pair<RealVector, RealMatrix> model(RealVector point, double penalty) {
        final double[] p = point.toArray();
        final double[] residual = new double[x.length + 2 * INTERVALS];
        final double[][] jacobian = new double[residual.length][p.length];
        for (int k = 0; k < x.length; k++) {
            residual[k] = (MonotoneFit.linearize(x[k], h, p, jacobian[k]) - y[k]) / error[k];
            for (int i = 0; i < p.length; i++) {
                jacobian[k][i] /= error[k];
            }
        }
        final double weight = Math.sqrt(penalty * INTERVALS * INTERVALS * INTERVALS);
        for (int i = 1; i <= INTERVALS + 1; i++) {
            final int row = x.length + i - 1;
            residual[row] = (p[i] - mean) / SPREAD;
            jacobian[row][i] = 1 / SPREAD;
        }
        for (int i = 1; i < INTERVALS; i++) {
            final int row = x.length + INTERVALS + i;
            residual[row] = weight * (p[i] - 2 * p[i + 1] + p[i + 2]);
            jacobian[row][i] = weight;
            jacobian[row][i + 1] = -2 * weight;
            jacobian[row][i + 2] = weight;
        }
        return new Pair<>(MatrixUtils.createRealVector(residual), new Array2DRowRealMatrix(jacobian, false));
    }
}
