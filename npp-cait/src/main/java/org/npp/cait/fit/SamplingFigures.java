package org.npp.cait.fit;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How a sampling went.
 *
 * @param method {@code bootstrap} or {@code mcmc}
 * @param done samples, or steps of each walker
 * @param wanted how many were asked for
 * @param failed fits that failed
 * @param walkers number of walkers; 0 for a bootstrap
 * @param acceptance share of accepted moves [1]; empty for a bootstrap
 * @param autocorrelationTimes integrated autocorrelation time of each parameter [steps]; empty for a bootstrap
 * @param rHats split \( \hat R \) of each parameter [1]; empty for a bootstrap
 * @param marginals distribution of each parameter; empty if there are too few samples
 */
public record SamplingFigures(
        String method,
        int done,
        int wanted,
        int failed,
        int walkers,
        OptionalDouble acceptance,
        List<Double> autocorrelationTimes,
        List<Double> rHats,
        List<Marginal> marginals) {
    /** Share of the steps of a chain that are left out at its beginning: one in so many. */
    public static final int BURN_IN = 4;

    /**
     * Copies the lists.
     *
     * @param method {@code bootstrap} or {@code mcmc}
     * @param done samples, or steps of each walker
     * @param wanted how many were asked for
     * @param failed fits that failed
     * @param walkers number of walkers; 0 for a bootstrap
     * @param acceptance share of accepted moves [1]; empty for a bootstrap
     * @param autocorrelationTimes integrated autocorrelation time of each parameter [steps]; empty for a bootstrap
     * @param rHats split \( \hat R \) of each parameter [1]; empty for a bootstrap
     * @param marginals distribution of each parameter; empty if there are too few samples
     */
    public SamplingFigures {
        autocorrelationTimes = List.copyOf(autocorrelationTimes);
        rHats = List.copyOf(rHats);
        marginals = List.copyOf(marginals);
    }

    /** The same with distributions. */
    SamplingFigures with(List<Marginal> distributions) {
        return new SamplingFigures(
                method, done, wanted, failed, walkers, acceptance, autocorrelationTimes, rHats, distributions);
    }
}
