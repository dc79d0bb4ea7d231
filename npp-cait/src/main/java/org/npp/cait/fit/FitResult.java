package org.npp.cait.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.npp.cait.CaitResult;

/**
 * What a fit found.
 *
 * <p><strong>Threading.</strong> Instances are immutable and thread-safe.
 */
public final class FitResult {
    /** Half the distance of differences for gradients of derived numbers, in coordinates. */
    private static final double STEP = 1e-4;

    private final FitStudy study;
    private final List<Estimate> estimates;
    private final Covariance covariance;
    private final double[] model;
    private final double[] residuals;
    private final Numbers numbers;
    private final List<CaitResult.Warning> warnings;
    private final Optional<Identifiability> identifiability;
    private final Optional<SamplingFigures> sampling;
    private final Optional<ModelComparison> comparison;

    FitResult(
            FitStudy study,
            List<Estimate> estimates,
            Covariance covariance,
            double[] model,
            double[] residuals,
            Numbers numbers,
            List<CaitResult.Warning> warnings,
            Optional<Identifiability> identifiability) {
        this(
                study,
                estimates,
                covariance,
                model,
                residuals,
                numbers,
                warnings,
                identifiability,
                Optional.empty(),
                Optional.empty());
    }

    private FitResult(
            FitStudy study,
            List<Estimate> estimates,
            Covariance covariance,
            double[] model,
            double[] residuals,
            Numbers numbers,
            List<CaitResult.Warning> warnings,
            Optional<Identifiability> identifiability,
            Optional<SamplingFigures> sampling,
            Optional<ModelComparison> comparison) {
        this.study = study;
        this.estimates = List.copyOf(estimates);
        this.covariance = covariance;
        this.model = model;
        this.residuals = residuals;
        this.numbers = numbers;
        this.warnings = List.copyOf(warnings);
        this.identifiability = identifiability;
        this.sampling = sampling;
        this.comparison = comparison;
    }

    /** The same with what a sampling found. */
    FitResult sampled(List<Estimate> changed, SamplingFigures figures, List<CaitResult.Warning> told, FitWork work) {
        return new FitResult(
                study,
                changed,
                covariance,
                model,
                residuals,
                numbers.with(work),
                told,
                identifiability,
                Optional.of(figures),
                comparison);
    }

    /**
     * Adds a comparison in which it took part.
     *
     * @param with the comparison
     * @return the same result with it
     */
    public FitResult compared(ModelComparison with) {
        return new FitResult(
                study,
                estimates,
                covariance,
                model,
                residuals,
                with.work().modelRuns() > 0 ? numbers.with(with.work()) : numbers,
                warnings,
                identifiability,
                sampling,
                Optional.of(with));
    }

    /**
     * Returns the comparison with other models.
     *
     * @return the comparison; empty if none was made
     */
    public Optional<ModelComparison> comparison() {
        return comparison;
    }

    /** Variance of the residuals: 1, or what they scatter where standard errors are not known. */
    double variance() {
        final boolean known =
                study.experiments().stream().flatMap(e -> e.data().stream()).allMatch(DataSeries::hasErrors);
        return known || numbers.degreesOfFreedom() <= 0 ? 1 : numbers.chiSquared() / numbers.degreesOfFreedom();
    }

    /** Standard error of a coordinate by the curvature at the minimum; not finite and positive if there is none. */
    double coordinateError(int j) {
        return covariance.identifiable(j) ? Math.sqrt(covariance.at(j, j)) : Double.NaN;
    }

    /** Matrix that makes coordinates scattered as their covariance of independent numbers; rows of zeros are not known. */
    double[][] covarianceFactor() {
        return covariance.factor();
    }

    /**
     * Returns how a sampling went.
     *
     * @return its figures; empty if the intervals come from the curvature or the profile likelihood
     */
    public Optional<SamplingFigures> sampling() {
        return sampling;
    }

    /** What the data say about a parameter. */
    public enum Status {
        /** They determine it. */
        DETERMINED,
        /** The best value is a bound. */
        AT_BOUND,
        /** They leave it free within its bounds, or only determine a combination of it with others. */
        NOT_IDENTIFIABLE
    }

    /**
     * A fitted parameter.
     *
     * @param parameter the parameter
     * @param value best value [SI]
     * @param standardError standard error [SI]; empty if it is not identifiable
     * @param low lower end of the 95 % interval [SI]; the bound if it is not identifiable
     * @param high upper end of the 95 % interval [SI]; the bound if it is not identifiable
     * @param status what the data say about it
     * @param reason why the status is not {@link Status#DETERMINED}, in words; empty if it is
     */
    public record Estimate(
            FitParameter parameter,
            double value,
            OptionalDouble standardError,
            double low,
            double high,
            Status status,
            String reason) {}

    /**
     * Numbers of the fit as a whole.
     *
     * @param chiSquared sum of the squares of the residuals, in units of their standard deviations if these are known
     * @param degreesOfFreedom residuals less parameters
     * @param work simulations, by what they were made for
     * @param quantile half width of the 95 % interval over the standard error
     */
    public record Numbers(double chiSquared, int degreesOfFreedom, List<FitWork> work, double quantile) {
        /**
         * Copies the list.
         *
         * @param chiSquared sum of the squares of the residuals, in units of their standard deviations if these are known
         * @param degreesOfFreedom residuals less parameters
         * @param work simulations, by what they were made for
         * @param quantile half width of the 95 % interval over the standard error
         */
        public Numbers {
            work = List.copyOf(work);
        }

        /**
         * Returns all simulations.
         *
         * @return number of runs of one experiment
         */
        public long modelRuns() {
            return work.stream().mapToLong(FitWork::modelRuns).sum();
        }

        /**
         * Returns all derivatives that the simulations computed beside themselves.
         *
         * @return number of derivatives
         */
        public long derivatives() {
            return work.stream().mapToLong(FitWork::derivatives).sum();
        }

        /**
         * Returns the time that all of it took.
         *
         * @return time [s]
         */
        public double seconds() {
            return work.stream().mapToDouble(FitWork::seconds).sum();
        }

        /** The same with more work. */
        Numbers with(FitWork more) {
            final List<FitWork> all = new ArrayList<>(work);
            all.add(more);
            return new Numbers(chiSquared, degreesOfFreedom, all, quantile);
        }
    }

    /**
     * Returns the fit that was made.
     *
     * @return the study
     */
    public FitStudy study() {
        return study;
    }

    /**
     * Returns the parameters in the order of the study.
     *
     * @return unmodifiable list
     */
    public List<Estimate> estimates() {
        return estimates;
    }

    /**
     * Returns the best values.
     *
     * @return new array [SI], in the order of the study
     */
    public double[] values() {
        return estimates.stream().mapToDouble(Estimate::value).toArray();
    }

    /**
     * Returns the numbers of the fit as a whole.
     *
     * @return the numbers
     */
    public Numbers numbers() {
        return numbers;
    }

    /**
     * Returns what the user should know.
     *
     * @return unmodifiable list
     */
    public List<CaitResult.Warning> warnings() {
        return warnings;
    }

    /**
     * Returns which part of the native ion's diffusivity the data determine.
     *
     * @return the analysis; empty if no native ion's diffusivity depends on the composition
     */
    public Optional<Identifiability> identifiability() {
        return identifiability;
    }

    /**
     * Returns a model value.
     *
     * @param index experiment by experiment, series by series, value by value
     * @return value [SI]
     */
    public double model(int index) {
        return model[index];
    }

    /**
     * Returns a residual.
     *
     * @param index as of {@link #model}
     * @return model less measured value in units of its error, for counts the signed root of the deviance [1]; before the
     *     loss
     */
    public double residual(int index) {
        return residuals[index];
    }

    /**
     * Returns the correlation of two parameters.
     *
     * @param i index
     * @param j index
     * @return correlation [1] in [-1, 1], of their coordinates; empty if one of them is not identifiable
     */
    public OptionalDouble correlation(int i, int j) {
        final double product = covariance.at(i, i) * covariance.at(j, j);
        if (!(product > 0) || !covariance.identifiable(i) || !covariance.identifiable(j)) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(i == j ? 1 : Math.max(-1, Math.min(1, covariance.at(i, j) / Math.sqrt(product))));
    }

    /**
     * Returns standard errors of derived numbers, to first order.
     *
     * @param derived the numbers as a function of the values of the parameters [SI]; always as many
     * @return one standard error per number
     */
    public double[] standardErrors(Function<double[], double[]> derived) {
        final double[] values = values();
        final double[][] gradients = new double[derived.apply(values).length][values.length];
        for (int j = 0; j < values.length; j++) {
            final FitParameter p = estimates.get(j).parameter();
            final double middle = p.coordinate(values[j]);
            final double low = Math.max(p.coordinate(p.min()), middle - STEP);
            final double high = Math.min(p.coordinate(p.max()), middle + STEP);
            final double[] below = derived.apply(with(values, j, p.value(low)));
            final double[] above = derived.apply(with(values, j, p.value(high)));
            for (int m = 0; m < gradients.length; m++) {
                gradients[m][j] = (above[m] - below[m]) / (high - low);
            }
        }
        final double[] errors = new double[gradients.length];
        for (int m = 0; m < errors.length; m++) {
            errors[m] = covariance.deviation(gradients[m]);
        }
        return errors;
    }

    private static double[] with(double[] values, int j, double value) {
        final double[] changed = values.clone();
        changed[j] = value;
        return changed;
    }
}
