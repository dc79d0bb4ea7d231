package org.npp.cait.fit;

import java.util.List;

/**
 * A fit to be made.
 *
 * @param parameters what is fitted, at least one
 * @param experiments experiments, at least one
 * @param loss what residuals cost
 * @param uncertainty how intervals are found
 * @param starts number of starts, the first one that of the parameters, at least 1
 */
public record FitStudy(
        List<FitParameter> parameters,
        List<FitExperiment> experiments,
        Loss loss,
        Uncertainty uncertainty,
        int starts) {
    /** How 95 % intervals are found. */
    public enum Uncertainty {
        /** From the curvature at the minimum. */
        COVARIANCE,
        /** Where the minimum over all other parameters has risen as much as 95 % ask for. */
        PROFILE_LIKELIHOOD
    }

    /**
     * Copies the lists.
     *
     * @param parameters what is fitted, at least one
     * @param experiments experiments, at least one
     * @param loss what residuals cost
     * @param uncertainty how intervals are found
     * @param starts number of starts, the first one that of the parameters, at least 1
     * @throws IllegalArgumentException if a list is empty or there is no start
     */
    public FitStudy {
        parameters = List.copyOf(parameters);
        experiments = List.copyOf(experiments);
        if (parameters.isEmpty() || experiments.isEmpty()) {
            throw new IllegalArgumentException("a fit needs at least one parameter and one experiment");
        }
        if (!(starts >= 1)) {
            throw new IllegalArgumentException("starts must be >= 1: " + starts);
        }
    }

    /**
     * Creates a fit with one start.
     *
     * @param parameters what is fitted, at least one
     * @param experiments experiments, at least one
     * @param loss what residuals cost
     * @param uncertainty how intervals are found
     * @throws IllegalArgumentException if a list is empty
     */
    public FitStudy(
            List<FitParameter> parameters, List<FitExperiment> experiments, Loss loss, Uncertainty uncertainty) {
        this(parameters, experiments, loss, uncertainty, 1);
    }
}
