package org.npp.cait.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.npp.cait.fit.FitResult.Estimate;

/**
 * Fits parameters of simulated experiments to measured profiles.
 *
 * <p>Minimised is \( \sum \rho[((\bar c(d) - c_{meas}(d))/\sigma)^2] \) over all experiments, ions and depths, with
 * \( \bar c \) the simulated fraction as the instrument sees it. Derivatives come from the solver where it has them,
 * else from central differences. Errors are those of \( (J^T J)^{-1} \) in the coordinates of the parameters; where a
 * profile has no standard deviations they are scaled by \( \chi^2 \) over the degrees of freedom.
 *
 * <p><strong>Threading.</strong> Instances are immutable and thread-safe if the experiments are.
 *
 * <pre>{@code
 * FitResult result = SedFit.of(study).run();
 * result.estimates().get(0).value();
 * }</pre>
 *
 * @see <a href="https://doi.org/10.1137/0111030">Marquardt, J. SIAM 11, 431 (1963)</a>
 */
public final class SedFit {
    /** Singular value of a direction the data don't see: what differences and changing meshes leave of zero. */
    private static final double NULL_DIRECTION = 1e-5;

    private static final double CONFIDENCE = 0.95;

    /** Way in standard errors that is none. */
    private static final double STANDSTILL = 1e-3;

    private final FitStudy study;

    private SedFit(FitStudy study) {
        this.study = study;
    }

    /**
     * Prepares a fit.
     *
     * @param study what to fit
     * @return the fit
     */
    public static SedFit of(FitStudy study) {
        return new SedFit(study);
    }

    /**
     * Fits.
     *
     * @return what was found
     * @throws FitException if there is no model at any start
     */
    public FitResult run() throws FitException {
        return run(progress -> {}, () -> false);
    }

    /**
     * Fits.
     *
     * @param progress told after each evaluation of the model
     * @param cancelled asked before each evaluation of the model; once it is true the best so far is the result, with a
     *     warning
     * @return what was found
     * @throws FitException if there is no model at any start, or the fit is cancelled before it has one
     */
    public FitResult run(Consumer<FitProgress> progress, BooleanSupplier cancelled) throws FitException {
        final long begin = System.nanoTime();
        final StudyModel model = new StudyModel(study.experiments(), study.parameters(), study.loss());
        final double[] start = coordinates(FitParameter::start);
        final double[] lower = coordinates(FitParameter::min);
        final double[] upper = coordinates(FitParameter::max);
        model.cancelledBy(cancelled);
        model.watchedBy(progress);
        final Search search = new Search(study, model, lower, upper);
        final Minimizer minimum = search.run(start)
                .orElseThrow(
                        () -> new FitException("the simulation fails at the start of the fit; choose other starts"));
        model.cancelledBy(() -> false);
        model.haze(0);
        final double[] best = minimum.point();
        final double[] plain = model.plain(best);
        if (plain.length == 0) {
            throw new FitException("the fit was ended before it had found anything");
        }
        final double[] predictions = model.predictions(model.values(best));
        final double chiSquared = Arrays.stream(plain).map(r -> r * r).sum();
        final int degrees = model.size() - best.length;
        final boolean known =
                study.experiments().stream().flatMap(e -> e.data().stream()).allMatch(DataSeries::hasErrors);
        final double variance = known || degrees <= 0 ? 1 : chiSquared / degrees;
        final Covariance unscaled = Covariance.of(model.jacobian(best), NULL_DIRECTION);
        final Covariance covariance = unscaled.times(variance);
        final double quantile = quantile(known, degrees);
        final FitWork fitting = model.work("fit", begin);
        final Intervals intervals = new Intervals(study.parameters(), best, covariance, quantile);
        boolean interrupted = search.interrupted();
        List<Estimate> estimates = intervals.ofCovariance();
        final Findings findings = new Findings();
        if (study.uncertainty() == FitStudy.Uncertainty.PROFILE_LIKELIHOOD && !interrupted) {
            final LikelihoodProfile profile =
                    new LikelihoodProfile(model, lower, upper, best, minimum.cost(), unscaled);
            try {
                model.cancelledBy(cancelled);
                estimates = intervals.ofProfile(profile, variance * quantile * quantile);
                profile.better().ifPresent(point -> findings.better(study.parameters(), point));
            } catch (CancellationException e) {
                interrupted = true;
            }
            model.cancelledBy(() -> false);
        }
        final FitWork interval = model.work("intervals", begin).less(fitting);
        final Optional<Identifiability> identifiability = Identifiability.of(study, model.values(best), variance);
        estimates = BulkValue.check(study, estimates, identifiability);
        if (interrupted) {
            findings.interrupted();
        } else {
            findings.converged(minimum.converged());
        }
        findings.chiSquared(chiSquared, degrees, known);
        findings.moved(moved(start, best, covariance));
        findings.condition(covariance.condition());
        estimates.forEach(findings::identified);
        testRuns(plain, findings);
        for (final FitExperiment experiment : study.experiments()) {
            DoseCheck.check(experiment, model.values(best), findings);
        }
        final List<FitWork> work = new ArrayList<>(List.of(fitting));
        if (interval.modelRuns() > 0) {
            work.add(interval);
        }
        identifiability.map(Identifiability::work).ifPresent(work::add);
        return new FitResult(
                study,
                estimates,
                covariance,
                predictions,
                plain,
                new FitResult.Numbers(chiSquared, degrees, work, quantile),
                findings.list(),
                identifiability);
    }

    private double[] coordinates(ToDoubleFunction<FitParameter> value) {
        return study.parameters().stream()
                .mapToDouble(p -> p.coordinate(value.applyAsDouble(p)))
                .toArray();
    }

    private static double quantile(boolean known, int degrees) {
        final double p = 0.5 + 0.5 * CONFIDENCE;
        return known || degrees <= 0
                ? new NormalDistribution().inverseCumulativeProbability(p)
                : new TDistribution(degrees).inverseCumulativeProbability(p);
    }

    private static boolean moved(double[] start, double[] best, Covariance covariance) {
        for (int j = 0; j < best.length; j++) {
            if (Math.abs(best[j] - start[j]) > STANDSTILL * Math.sqrt(covariance.at(j, j))) {
                return true;
            }
        }
        return false;
    }

    private void testRuns(double[] residuals, Findings findings) {
        int offset = 0;
        for (final FitExperiment experiment : study.experiments()) {
            for (final DataSeries series : experiment.data()) {
                final double[] own = Arrays.copyOfRange(residuals, offset, offset + series.size());
                findings.runs(experiment.name(), series.name(), own);
                offset += series.size();
            }
        }
    }
}
