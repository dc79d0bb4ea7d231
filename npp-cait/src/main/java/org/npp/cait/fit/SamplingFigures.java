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
 */
public record SamplingFigures(
        String method,
        int done,
        int wanted,
        int failed,
        int walkers,
        OptionalDouble acceptance,
        List<Double> autocorrelationTimes,
        List<Double> rHats) {
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
     */
    public SamplingFigures {
        autocorrelationTimes = List.copyOf(autocorrelationTimes);
        rHats = List.copyOf(rHats);
    }
}
