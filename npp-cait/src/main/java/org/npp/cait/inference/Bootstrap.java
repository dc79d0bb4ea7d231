package org.npp.cait.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.npp.core.ensemble.Ensemble;
import org.npp.core.ensemble.EnsembleResult;
import org.npp.core.ensemble.Outcome;

/**
 * Parametric bootstrap: fits of many synthetic data sets, drawn from the best model with the errors of the data, whose
 * scatter is that of the fit.
 *
 * <p>Each sample has random numbers of its own, from the seed and its index: results depend neither on the number of
 * threads nor on whether the bootstrap was stopped and continued. Fits whose numerics fail are counted and left out.
 *
 * <p><strong>Threading.</strong> Not thread-safe.
 *
 * @see <a href="https://doi.org/10.1214/ss/1177013815">Efron and Tibshirani, Statist. Sci. 1, 54 (1986)</a>
 */
public final class Bootstrap {
    private static final double PERCENT = 100;

    private final Ensemble<? extends SyntheticFit> workers;
    private final int samples;
    private final long seed;

    /** Results by index; an empty array is a fit that failed. */
    private final SortedMap<Integer, double[]> results = new TreeMap<>();

    private Bootstrap(Ensemble<? extends SyntheticFit> workers, int samples, long seed) {
        this.workers = workers;
        this.samples = samples;
        this.seed = seed;
    }

    /**
     * Prepares a bootstrap.
     *
     * @param workers draw and fit
     * @param samples number of data sets, \( \ge 1 \)
     * @param seed of the random numbers
     * @return the bootstrap
     * @throws IllegalArgumentException if {@code samples} is out of range
     */
    public static Bootstrap of(Ensemble<? extends SyntheticFit> workers, int samples, long seed) {
        if (!(samples >= 1)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "samples of a bootstrap must be >= 1: %d", samples));
        }
        return new Bootstrap(workers, samples, seed);
    }

    /**
     * Takes over what an earlier bootstrap of the same seed found.
     *
     * @param known results by index, an empty array for a fit that failed; indices beyond the number of samples are left
     *     out. Not modified.
     */
    public void restore(SortedMap<Integer, double[]> known) {
        known.forEach((index, result) -> {
            if (index >= 0 && index < samples) {
                results.put(index, result.clone());
            }
        });
    }

    /**
     * Makes the fits that are missing.
     *
     * @param progress told the number of samples that are done after each
     * @param cancelled asked before each; true from then on that no more are wanted
     * @return whether all are done
     * @throws IllegalStateException if a fit throws, which is an error of the program
     */
    public boolean advance(IntConsumer progress, BooleanSupplier cancelled) {
        final List<Integer> missing = new ArrayList<>();
        for (int i = 0; i < samples; i++) {
            if (!results.containsKey(i)) {
                missing.add(i);
            }
        }
        final int before = results.size();
        final AtomicBoolean broken = new AtomicBoolean();
        final EnsembleResult<double[]> result = workers.run(
                missing.size(),
                (fit, k) -> fit(fit, missing.get(k), broken),
                done -> progress.accept(before + done),
                () -> broken.get() || cancelled.getAsBoolean());
        for (final Outcome.Failure<double[]> failure : result.failures()) {
            if (!(failure.cause() instanceof InterruptedException)) {
                throw new IllegalStateException(
                        "sample " + missing.get(failure.index()) + " of a bootstrap threw: " + failure.cause(),
                        failure.cause());
            }
        }
        return result.complete() && results().size() == samples;
    }

    /** One sample, noted at once, so that it is there when the progress is told; one that throws ends the others. */
    private double[] fit(SyntheticFit fit, int index, AtomicBoolean broken) throws InterruptedException {
        final double[] found;
        try {
            found = fit.run(SeededRandom.of(seed, index).provider()).orElseGet(() -> new double[0]);
        } catch (RuntimeException e) {
            broken.set(true);
            throw e;
        }
        synchronized (results) {
            results.put(index, found);
        }
        return found;
    }

    /**
     * Copies what was found so far.
     *
     * @return results by index, an empty array for a fit that failed; what {@link #restore} takes
     */
    public SortedMap<Integer, double[]> results() {
        synchronized (results) {
            final SortedMap<Integer, double[]> copy = new TreeMap<>();
            results.forEach((index, result) -> copy.put(index, result.clone()));
            return copy;
        }
    }

    /**
     * Returns the number of fits that failed.
     *
     * @return number of samples without a result
     */
    public int failures() {
        return (int) results().values().stream().filter(r -> r.length == 0).count();
    }

    /**
     * Copies the values of one number.
     *
     * @param index index in the results of the fits
     * @return new array, in the order of the samples, without those that failed
     */
    public double[] values(int index) {
        return results().values().stream()
                .filter(r -> r.length > 0)
                .mapToDouble(r -> r[index])
                .toArray();
    }

    /**
     * Returns a quantile of some values, linear between the ordered ones.
     *
     * @param values values, at least one. Not modified.
     * @param probability in (0, 1)
     * @return the quantile
     */
    public static double quantile(double[] values, double probability) {
        return new Percentile(PERCENT * probability)
                .withEstimationType(Percentile.EstimationType.R_7)
                .evaluate(Arrays.copyOf(values, values.length));
    }
}
