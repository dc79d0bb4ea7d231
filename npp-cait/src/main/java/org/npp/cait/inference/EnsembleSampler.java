package org.npp.cait.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.apache.commons.rng.UniformRandomProvider;
import org.npp.core.ensemble.Ensemble;
import org.npp.core.ensemble.EnsembleResult;

/**
 * Affine-invariant ensemble sampler with the stretch move of Goodman and Weare.
 *
 * <p>Walker \( X \) is offered \( Y = X' + Z (X - X') \) with \( X' \) a random walker of the other half of the ensemble
 * and \( Z \) of density \( \propto z^{-1/2} \) in \( [1/2, 2] \), and takes it with probability
 * \( \min[1, Z^{d-1} p(Y)/p(X)] \). One half moves at a time, so that its densities are evaluated at once; random numbers
 * are drawn before, walker by walker. The numbers depend on the seed alone: neither on the number of threads nor on
 * whether the sampler was stopped and continued from its {@link #state} ({@code EnsembleSamplerTest}).
 *
 * <p><strong>Valid for</strong> densities on a connected region, in up to some tens of dimensions; the start must span the
 * space, or the walkers stay in the subspace it spans. <strong>Threading.</strong> Not thread-safe.
 *
 * <pre>{@code
 * EnsembleSampler sampler = EnsembleSampler.of(ensemble, start, 42);
 * sampler.advance(2000, step -> {}, () -> false);
 * Convergence.of(sampler.chain(), 500).rHat(0);
 * }</pre>
 *
 * @see <a href="https://doi.org/10.2140/camcos.2010.5.65">Goodman and Weare, Comm. App. Math. Comp. Sci. 5, 65 (2010)</a>
 */
public final class EnsembleSampler {
    /** Largest stretch. */
    private static final double STRETCH = 2;

    private final Ensemble<? extends LogDensity> workers;
    private final int walkers;
    private final int dimension;
    private final List<double[]> positions = new ArrayList<>();
    private final List<double[]> logDensities = new ArrayList<>();
    private long accepted;
    private SeededRandom random;

    private EnsembleSampler(Ensemble<? extends LogDensity> workers, int walkers, int dimension, SeededRandom random) {
        this.workers = workers;
        this.walkers = walkers;
        this.dimension = dimension;
        this.random = random;
    }

    /**
     * Begins.
     *
     * @param workers evaluate the density
     * @param start one position per walker, an even number of them and at least twice as many as coordinates, all of
     *     finite log density. Not modified.
     * @param seed of the random numbers
     * @return the sampler, at step 0
     * @throws IllegalArgumentException if the start breaks a rule
     */
    public static EnsembleSampler of(Ensemble<? extends LogDensity> workers, double[][] start, long seed) {
        final int dimension = start.length == 0 ? 0 : start[0].length;
        if (!(dimension >= 1 && start.length % 2 == 0 && start.length >= 2 * dimension)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "walkers must be an even number, at least twice the coordinates: %d walkers, %d coordinates",
                    start.length,
                    dimension));
        }
        final EnsembleSampler sampler = new EnsembleSampler(workers, start.length, dimension, SeededRandom.of(seed));
        final double[] flat = new double[start.length * dimension];
        for (int k = 0; k < start.length; k++) {
            System.arraycopy(start[k], 0, flat, k * dimension, dimension);
        }
        final double[] logs = sampler.evaluate(flat, start.length);
        for (int k = 0; k < logs.length; k++) {
            if (!Double.isFinite(logs[k])) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT, "the log density must be finite at the start of walker %d: %s", k, logs[k]));
            }
        }
        sampler.positions.add(flat);
        sampler.logDensities.add(logs);
        return sampler;
    }

    /**
     * Continues.
     *
     * @param workers evaluate the same density
     * @param state where the sampler was stopped
     * @return the sampler, as it was
     * @throws IllegalArgumentException if the state of the random generator is none
     */
    public static EnsembleSampler of(Ensemble<? extends LogDensity> workers, SamplerState state) {
        final Chain chain = state.chain();
        final EnsembleSampler sampler =
                new EnsembleSampler(workers, chain.walkers(), chain.dimension(), SeededRandom.ofState(state.random()));
        for (int s = 0; s <= chain.steps(); s++) {
            final double[] row = new double[chain.walkers() * chain.dimension()];
            final double[] logs = new double[chain.walkers()];
            for (int m = 0; m < row.length; m++) {
                row[m] = chain.position(s, m / chain.dimension(), m % chain.dimension());
            }
            for (int k = 0; k < logs.length; k++) {
                logs[k] = chain.logDensity(s, k);
            }
            sampler.positions.add(row);
            sampler.logDensities.add(logs);
        }
        sampler.accepted = state.accepted();
        return sampler;
    }

    /**
     * Goes on until the chain has a number of steps.
     *
     * @param steps steps after the start, in all
     * @param progress told the number of steps after each
     * @param cancelled asked before each evaluation; true from then on that no more are wanted. A step that has begun is
     *     forgotten, as if it had not.
     * @return whether the chain has all its steps
     */
    public boolean advance(int steps, IntConsumer progress, BooleanSupplier cancelled) {
        while (positions.size() - 1 < steps) {
            final String before = random.state();
            final double[] row = positions.get(positions.size() - 1).clone();
            final double[] logs = logDensities.get(logDensities.size() - 1).clone();
            final int first = move(row, logs, 0, cancelled);
            final int second = first < 0 ? -1 : move(row, logs, walkers / 2, cancelled);
            if (second < 0) {
                random = SeededRandom.ofState(before);
                return false;
            }
            accepted += first + second;
            positions.add(row);
            logDensities.add(logs);
            progress.accept(positions.size() - 1);
        }
        return true;
    }

    /** Moves one half of the walkers; returns how many moved, -1 if cancelled. */
    private int move(double[] row, double[] logs, int begin, BooleanSupplier cancelled) {
        final int half = walkers / 2;
        final UniformRandomProvider uniform = random.provider();
        final double[] offered = new double[half * dimension];
        final double[] stretch = new double[half];
        final double[] threshold = new double[half];
        for (int k = 0; k < half; k++) {
            final int other = (begin == 0 ? half : 0) + uniform.nextInt(half);
            final double root = 1 + (STRETCH - 1) * uniform.nextDouble();
            stretch[k] = root * root / STRETCH;
            threshold[k] = Math.log(uniform.nextDouble());
            for (int i = 0; i < dimension; i++) {
                final double fixed = row[other * dimension + i];
                offered[k * dimension + i] = fixed + stretch[k] * (row[(begin + k) * dimension + i] - fixed);
            }
        }
        final double[] found = evaluate(offered, half, cancelled);
        int moved = 0;
        for (int k = 0; k < found.length; k++) {
            // NaN is not taken
            if (threshold[k] < (dimension - 1) * Math.log(stretch[k]) + found[k] - logs[begin + k]) {
                System.arraycopy(offered, k * dimension, row, (begin + k) * dimension, dimension);
                logs[begin + k] = found[k];
                moved++;
            }
        }
        return found.length == 0 ? -1 : moved;
    }

    private double[] evaluate(double[] points, int count) {
        return evaluate(points, count, () -> false);
    }

    /** Log densities; none if cancelled. */
    private double[] evaluate(double[] points, int count, BooleanSupplier cancelled) {
        final EnsembleResult<Double> result = workers.run(
                count,
                (density, k) -> {
                    final double[] point = new double[dimension];
                    System.arraycopy(points, k * dimension, point, 0, dimension);
                    return density.at(point);
                },
                done -> {},
                cancelled);
        if (!result.failures().isEmpty()) {
            final Exception cause = result.failures().get(0).cause();
            throw new IllegalStateException("the log density failed: " + cause.getMessage(), cause);
        }
        return result.complete()
                ? result.values().stream().mapToDouble(Double::doubleValue).toArray()
                : new double[0];
    }

    /**
     * Returns the way so far.
     *
     * @return the chain
     */
    public Chain chain() {
        return Chain.of(walkers, dimension, positions, logDensities);
    }

    /**
     * Returns the share of accepted moves.
     *
     * @return accepted over offered moves [1]; 0 before the first step. Between about 0.2 and 0.5 is good.
     */
    public double acceptance() {
        final long offered = (positions.size() - 1L) * walkers;
        return offered == 0 ? 0 : (double) accepted / offered;
    }

    /**
     * Returns all that is needed to go on.
     *
     * @return the state
     */
    public SamplerState state() {
        return new SamplerState(chain(), accepted, random.state());
    }
}
