package org.npp.cait.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.npp.cait.CaitResult.Warning;
import org.npp.cait.fit.FitResult.Estimate;
import org.npp.cait.inference.Bootstrap;
import org.npp.cait.inference.Chain;
import org.npp.cait.inference.Checkpoint;
import org.npp.cait.inference.Convergence;
import org.npp.cait.inference.EnsembleSampler;
import org.npp.cait.inference.LogDensity;
import org.npp.cait.inference.SyntheticFit;
import org.npp.cait.inference.Walkers;
import org.npp.core.ensemble.Ensemble;

/**
 * Intervals of a fit by sampling: a parametric bootstrap, or the posterior.
 *
 * <p><strong>Bootstrap.</strong> Data are drawn from the best model with the errors of the measurement (Poisson's of
 * counts, normal ones of given size, else those of the scatter), and fitted from the best values.
 *
 * <p><strong>Posterior.</strong> \( \ln p = -\tfrac12 \sum \rho(r^2)/s^2 \), with the loss of the fit and \( s^2 \) 1, or the
 * variance of the residuals where errors are not known; priors are uniform in the coordinates of the parameters, within
 * their bounds and three decades.
 *
 * <p>Both give the same numbers on any number of threads, and when they are stopped and continued from a checkpoint.
 * <strong>Threading.</strong> Not thread-safe.
 */
public final class SampledFit {
    private static final int WALKERS_PER_PARAMETER = 4;
    private static final int LEAST_WALKERS = 16;

    /** Spread of walkers at the beginning where the curvature gives none, in coordinates. */
    private static final double UNKNOWN = 0.3;

    private final FitResult result;
    private final SamplingPlan plan;
    private final int threads;
    private final SampleSpace space;
    private final WorkCount count = new WorkCount();
    private Optional<Checkpoint> checkpoint = Optional.empty();

    private SampledFit(FitResult result, SamplingPlan plan, int threads) {
        this.result = result;
        this.plan = plan;
        this.threads = threads;
        this.space = SampleSpace.of(result);
    }

    /**
     * Prepares a sampling.
     *
     * @param result what a fit found
     * @param plan how to sample
     * @param threads number of threads, \( \ge 1 \)
     * @return the sampling
     */
    public static SampledFit of(FitResult result, SamplingPlan plan, int threads) {
        return new SampledFit(result, plan, threads);
    }

    /**
     * Samples.
     *
     * @param from where to continue; empty to begin
     * @param watch told the progress after each sample or step, with what makes a checkpoint of it; by one thread at a time
     * @param cancelled asked before each simulation; once it is true what is there is the result, with a warning
     * @return the result with other errors and intervals; the one of the fit if there are too few samples
     * @throws IllegalArgumentException if the checkpoint is not one of this fit
     */
    public FitResult run(
            Optional<Checkpoint> from, BiConsumer<FitProgress, Supplier<Checkpoint>> watch, BooleanSupplier cancelled) {
        return plan instanceof SamplingPlan.Walk walk
                ? walk(walk, from, watch, cancelled)
                : refit((SamplingPlan.Refits) plan, from, watch, cancelled);
    }

    /**
     * Returns where the sampling stands.
     *
     * @return what continues it; empty before the first run
     */
    public Optional<Checkpoint> checkpoint() {
        return checkpoint;
    }

    private FitResult refit(
            SamplingPlan.Refits refits,
            Optional<Checkpoint> from,
            BiConsumer<FitProgress, Supplier<Checkpoint>> watch,
            BooleanSupplier cancelled) {
        final DrawnData drawn = DrawnData.of(result);
        final SyntheticFit fit =
                random -> DrawnData.fit(result, drawn.draw(random), count).map(Minimizer::point);
        try (Ensemble<SyntheticFit> workers = Ensemble.of(threads, () -> fit)) {
            final Bootstrap bootstrap = Bootstrap.of(workers, refits.samples(), refits.seed());
            if (from.isPresent()) {
                if (!(from.get() instanceof Checkpoint.Refits known)) {
                    throw new IllegalArgumentException("the checkpoint is not one of a bootstrap");
                }
                bootstrap.restore(known.results());
            }
            final double chiSquared = result.numbers().chiSquared();
            final boolean complete = bootstrap.advance(
                    done -> watch.accept(
                            new FitProgress("bootstrap", done, refits.samples(), chiSquared),
                            () -> new Checkpoint.Refits(bootstrap.results())),
                    cancelled);
            checkpoint = Optional.of(new Checkpoint.Refits(bootstrap.results()));
            return ofRefits(bootstrap, refits.samples(), complete);
        }
    }

    private FitResult ofRefits(Bootstrap bootstrap, int wanted, boolean complete) {
        final List<double[]> samples = new ArrayList<>();
        for (int j = 0; j < result.estimates().size(); j++) {
            samples.add(bootstrap.values(j));
        }
        final int done = bootstrap.results().size();
        final List<Warning> warnings = new ArrayList<>();
        if (bootstrap.failures() > 0) {
            warnings.add(new Warning(
                    "bootstrap_failures",
                    String.format(
                            Locale.ROOT,
                            "%d of %d fits of synthetic data failed and are left out",
                            bootstrap.failures(),
                            done)));
        }
        final SamplingFigures figures = new SamplingFigures(
                "bootstrap",
                done,
                wanted,
                bootstrap.failures(),
                0,
                OptionalDouble.empty(),
                List.of(),
                List.of(),
                List.of());
        return finished(samples, figures, complete, warnings);
    }

    private FitResult walk(
            SamplingPlan.Walk walk,
            Optional<Checkpoint> from,
            BiConsumer<FitProgress, Supplier<Checkpoint>> watch,
            BooleanSupplier cancelled) {
        try (Ensemble<LogDensity> workers = Ensemble.of(threads, this::density)) {
            final EnsembleSampler sampler = sampler(walk, from, workers);
            final double[] best = {result.numbers().chiSquared()};
            final boolean complete = sampler.advance(
                    walk.steps(),
                    step -> watch.accept(
                            new FitProgress("posterior", step, walk.steps(), best[0]),
                            () -> new Checkpoint.Walk(sampler.state())),
                    cancelled);
            checkpoint = Optional.of(new Checkpoint.Walk(sampler.state()));
            return ofChain(sampler.chain(), sampler.acceptance(), walk.steps(), complete);
        }
    }

    private EnsembleSampler sampler(SamplingPlan.Walk walk, Optional<Checkpoint> from, Ensemble<LogDensity> workers) {
        final int n = result.estimates().size();
        if (from.isEmpty()) {
            final int count = walk.walkers() > 0 ? walk.walkers() : Math.max(LEAST_WALKERS, WALKERS_PER_PARAMETER * n);
            final double[][] start =
                    Walkers.around(space.best(), spread(n), space.low(), space.high(), count, walk.seed());
            return EnsembleSampler.of(workers, start, walk.seed());
        }
        if (from.get() instanceof Checkpoint.Walk known && known.state().chain().dimension() == n) {
            return EnsembleSampler.of(workers, known.state());
        }
        throw new IllegalArgumentException("the checkpoint is not one of this posterior");
    }

    /** Factor of the covariance, or a spread where the data give none. */
    private double[][] spread(int n) {
        final double[][] factor = result.covarianceFactor();
        for (int j = 0; j < n; j++) {
            if (Arrays.stream(factor[j]).allMatch(f -> f == 0)) {
                factor[j][j] = UNKNOWN;
            }
        }
        return factor;
    }

    /** A density of its own for each thread. */
    private LogDensity density() {
        final FitStudy study = result.study();
        final StudyModel own = new StudyModel(study.experiments(), study.parameters(), study.loss());
        own.leaveOutDerivatives();
        count.watch(own);
        final double variance = result.variance();
        return point -> {
            final double[] residuals = space.contains(point) ? own.residuals(point) : new double[0];
            double sum = residuals.length == 0 ? Double.POSITIVE_INFINITY : 0;
            for (final double r : residuals) {
                sum += r * r;
            }
            return -0.5 * sum / variance;
        };
    }

    private FitResult ofChain(Chain chain, double acceptance, int wanted, boolean complete) {
        final int from = chain.steps() / SamplingFigures.BURN_IN;
        final int n = chain.dimension();
        if (chain.steps() < SamplingPlan.LEAST_SAMPLES) {
            return finished(
                    List.of(),
                    new SamplingFigures(
                            "mcmc",
                            chain.steps(),
                            wanted,
                            0,
                            chain.walkers(),
                            OptionalDouble.of(acceptance),
                            List.of(),
                            List.of(),
                            List.of()),
                    complete,
                    List.of());
        }
        final Convergence convergence = Convergence.of(chain, from);
        final List<double[]> samples = new ArrayList<>();
        final List<Double> times = new ArrayList<>();
        final List<Double> rHats = new ArrayList<>();
        for (int j = 0; j < n; j++) {
            samples.add(chain.samples(j, from));
            times.add(convergence.autocorrelationTime(j));
            rHats.add(convergence.rHat(j));
        }
        final List<Warning> warnings = new ArrayList<>();
        if (!convergence.reached()) {
            warnings.add(new Warning(
                    "mcmc_not_converged",
                    String.format(
                            Locale.ROOT,
                            "the chain is short: its steps, %d without the first quarter, should be 50 times the"
                                    + " autocorrelation time, up to %.0f, and R-hat, up to %.3f, below 1.05",
                            chain.steps() - from,
                            times.stream()
                                    .mapToDouble(Double::doubleValue)
                                    .max()
                                    .orElse(0),
                            rHats.stream()
                                    .mapToDouble(Double::doubleValue)
                                    .max()
                                    .orElse(0))));
        }
        final SamplingFigures figures = new SamplingFigures(
                "mcmc",
                chain.steps(),
                wanted,
                0,
                chain.walkers(),
                OptionalDouble.of(acceptance),
                times,
                rHats,
                List.of());
        return finished(samples, figures, complete, warnings);
    }

    private FitResult finished(List<double[]> samples, SamplingFigures figures, boolean complete, List<Warning> more) {
        final List<Warning> warnings = new ArrayList<>(result.warnings());
        warnings.addAll(more);
        if (!complete) {
            warnings.add(new Warning(
                    "interrupted",
                    String.format(
                            Locale.ROOT,
                            "interrupted at %d of %d; --resume continues",
                            figures.done(),
                            figures.wanted())));
        }
        final boolean enough = !samples.isEmpty() && samples.get(0).length >= SamplingPlan.LEAST_SAMPLES;
        final List<Estimate> estimates = enough ? space.estimates(samples) : result.estimates();
        final List<Marginal> marginals = new ArrayList<>();
        for (int j = 0; enough && j < samples.size(); j++) {
            final FitParameter p = estimates.get(j).parameter();
            marginals.add(Marginal.of(p, samples.get(j), space.best()[j], result.coordinateError(j)));
        }
        return result.sampled(estimates, figures.with(marginals), warnings, count.of("sampling"));
    }
}
